-- DropIndex
DROP INDEX "ClaimTopic_topicId_idx";

-- DropIndex
DROP INDEX "Hop_sourceId_idx";

-- CreateIndex
CREATE INDEX "ClaimTopic_topicId_claimId_idx" ON "ClaimTopic"("topicId", "claimId" DESC);

-- CreateIndex
CREATE INDEX "Hop_sourceId_statementId_idx" ON "Hop"("sourceId", "statementId" DESC);
