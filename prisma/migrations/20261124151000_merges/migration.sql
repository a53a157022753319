-- DropIndex
DROP INDEX "Topic_folded_key";

-- AlterTable
ALTER TABLE "Event" ADD COLUMN     "topicId" INTEGER;

-- AlterTable
ALTER TABLE "Source" ADD COLUMN     "compared" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "mergedIntoId" INTEGER;

-- AlterTable
ALTER TABLE "SourceRole" ADD COLUMN     "folded" TEXT NOT NULL DEFAULT '';

-- AlterTable
ALTER TABLE "Topic" ADD COLUMN     "compared" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "description" TEXT,
ADD COLUMN     "mergedIntoId" INTEGER,
ADD COLUMN     "revision" INTEGER NOT NULL DEFAULT 1;

-- CreateTable
CREATE TABLE "SourceAffiliation" (
    "id" SERIAL NOT NULL,
    "sourceId" INTEGER NOT NULL,
    "bodyId" INTEGER NOT NULL,
    "since" DATE,
    "sincePrecision" "DatePrecision",
    "until" DATE,
    "untilPrecision" "DatePrecision",

    CONSTRAINT "SourceAffiliation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SourceMerge" (
    "id" SERIAL NOT NULL,
    "mergedId" INTEGER NOT NULL,
    "survivorId" INTEGER NOT NULL,
    "moved" JSONB NOT NULL,
    "accountId" INTEGER,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "undoneAt" TIMESTAMPTZ(3),

    CONSTRAINT "SourceMerge_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SourcePair" (
    "id" SERIAL NOT NULL,
    "earlierId" INTEGER NOT NULL,
    "laterId" INTEGER NOT NULL,
    "reason" TEXT NOT NULL,
    "differentAt" TIMESTAMPTZ(3),

    CONSTRAINT "SourcePair_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "TopicAlias" (
    "id" SERIAL NOT NULL,
    "topicId" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "folded" TEXT NOT NULL,

    CONSTRAINT "TopicAlias_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "TopicMerge" (
    "id" SERIAL NOT NULL,
    "mergedId" INTEGER NOT NULL,
    "survivorId" INTEGER NOT NULL,
    "moved" JSONB NOT NULL,
    "accountId" INTEGER,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "undoneAt" TIMESTAMPTZ(3),

    CONSTRAINT "TopicMerge_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "TopicPair" (
    "id" SERIAL NOT NULL,
    "earlierId" INTEGER NOT NULL,
    "laterId" INTEGER NOT NULL,
    "reason" TEXT NOT NULL,
    "differentAt" TIMESTAMPTZ(3),

    CONSTRAINT "TopicPair_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "SourceAffiliation_sourceId_idx" ON "SourceAffiliation"("sourceId");

-- CreateIndex
CREATE INDEX "SourceAffiliation_bodyId_idx" ON "SourceAffiliation"("bodyId");

-- CreateIndex
CREATE INDEX "SourceMerge_mergedId_idx" ON "SourceMerge"("mergedId");

-- CreateIndex
CREATE INDEX "SourceMerge_survivorId_idx" ON "SourceMerge"("survivorId");

-- CreateIndex
CREATE INDEX "SourceMerge_accountId_idx" ON "SourceMerge"("accountId");

-- CreateIndex
CREATE INDEX "SourcePair_laterId_idx" ON "SourcePair"("laterId");

-- CreateIndex
CREATE UNIQUE INDEX "SourcePair_earlierId_laterId_key" ON "SourcePair"("earlierId", "laterId");

-- CreateIndex
CREATE INDEX "TopicAlias_folded_idx" ON "TopicAlias"("folded");

-- CreateIndex
CREATE INDEX "TopicAlias_folded_trgm" ON "TopicAlias" USING GIN ("folded" gin_trgm_ops);

-- CreateIndex
CREATE UNIQUE INDEX "TopicAlias_topicId_folded_key" ON "TopicAlias"("topicId", "folded");

-- CreateIndex
CREATE INDEX "TopicMerge_mergedId_idx" ON "TopicMerge"("mergedId");

-- CreateIndex
CREATE INDEX "TopicMerge_survivorId_idx" ON "TopicMerge"("survivorId");

-- CreateIndex
CREATE INDEX "TopicMerge_accountId_idx" ON "TopicMerge"("accountId");

-- CreateIndex
CREATE INDEX "TopicPair_laterId_idx" ON "TopicPair"("laterId");

-- CreateIndex
CREATE UNIQUE INDEX "TopicPair_earlierId_laterId_key" ON "TopicPair"("earlierId", "laterId");

-- CreateIndex
CREATE INDEX "Event_topicId_id_idx" ON "Event"("topicId", "id" DESC);

-- CreateIndex
CREATE INDEX "Source_mergedIntoId_idx" ON "Source"("mergedIntoId");

-- CreateIndex
CREATE INDEX "SourceRole_folded_idx" ON "SourceRole"("folded");

-- CreateIndex
CREATE INDEX "SourceRole_folded_trgm" ON "SourceRole" USING GIN ("folded" gin_trgm_ops);

-- CreateIndex
CREATE INDEX "Topic_folded_idx" ON "Topic"("folded");

-- CreateIndex
CREATE INDEX "Topic_folded_trgm" ON "Topic" USING GIN ("folded" gin_trgm_ops);

-- CreateIndex
CREATE INDEX "Topic_mergedIntoId_idx" ON "Topic"("mergedIntoId");

-- AddForeignKey
ALTER TABLE "Source" ADD CONSTRAINT "Source_mergedIntoId_fkey" FOREIGN KEY ("mergedIntoId") REFERENCES "Source"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SourceAffiliation" ADD CONSTRAINT "SourceAffiliation_sourceId_fkey" FOREIGN KEY ("sourceId") REFERENCES "Source"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SourceAffiliation" ADD CONSTRAINT "SourceAffiliation_bodyId_fkey" FOREIGN KEY ("bodyId") REFERENCES "Source"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SourceMerge" ADD CONSTRAINT "SourceMerge_mergedId_fkey" FOREIGN KEY ("mergedId") REFERENCES "Source"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SourceMerge" ADD CONSTRAINT "SourceMerge_survivorId_fkey" FOREIGN KEY ("survivorId") REFERENCES "Source"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SourceMerge" ADD CONSTRAINT "SourceMerge_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SourcePair" ADD CONSTRAINT "SourcePair_earlierId_fkey" FOREIGN KEY ("earlierId") REFERENCES "Source"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SourcePair" ADD CONSTRAINT "SourcePair_laterId_fkey" FOREIGN KEY ("laterId") REFERENCES "Source"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Topic" ADD CONSTRAINT "Topic_mergedIntoId_fkey" FOREIGN KEY ("mergedIntoId") REFERENCES "Topic"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TopicAlias" ADD CONSTRAINT "TopicAlias_topicId_fkey" FOREIGN KEY ("topicId") REFERENCES "Topic"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TopicMerge" ADD CONSTRAINT "TopicMerge_mergedId_fkey" FOREIGN KEY ("mergedId") REFERENCES "Topic"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TopicMerge" ADD CONSTRAINT "TopicMerge_survivorId_fkey" FOREIGN KEY ("survivorId") REFERENCES "Topic"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TopicMerge" ADD CONSTRAINT "TopicMerge_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TopicPair" ADD CONSTRAINT "TopicPair_earlierId_fkey" FOREIGN KEY ("earlierId") REFERENCES "Topic"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TopicPair" ADD CONSTRAINT "TopicPair_laterId_fkey" FOREIGN KEY ("laterId") REFERENCES "Topic"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Event" ADD CONSTRAINT "Event_topicId_fkey" FOREIGN KEY ("topicId") REFERENCES "Topic"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What Prisma's schema can't say ---------------------------------------------------------------------------------

-- Nothing is merged into itself; longer circles are kept out by locking both in the merge.
ALTER TABLE "Source" ADD CONSTRAINT "Source_merged_elsewhere" CHECK ("mergedIntoId" <> "id");
ALTER TABLE "Topic" ADD CONSTRAINT "Topic_merged_elsewhere" CHECK ("mergedIntoId" <> "id");
ALTER TABLE "SourceMerge" ADD CONSTRAINT "SourceMerge_two" CHECK ("mergedId" <> "survivorId");
ALTER TABLE "TopicMerge" ADD CONSTRAINT "TopicMerge_two" CHECK ("mergedId" <> "survivorId");
-- A thing is merged once at a time, however many ask for it at once.
CREATE UNIQUE INDEX "SourceMerge_standing" ON "SourceMerge" ("mergedId") WHERE "undoneAt" IS NULL;
CREATE UNIQUE INDEX "TopicMerge_standing" ON "TopicMerge" ("mergedId") WHERE "undoneAt" IS NULL;

-- A merged topic keeps its name; the survivor may take it.
CREATE UNIQUE INDEX "Topic_folded_standing" ON "Topic" ("folded") WHERE "mergedIntoId" IS NULL;

-- One row for two, whichever of them was looked at.
ALTER TABLE "SourcePair" ADD CONSTRAINT "SourcePair_order" CHECK ("earlierId" < "laterId");
ALTER TABLE "TopicPair" ADD CONSTRAINT "TopicPair_order" CHECK ("earlierId" < "laterId");
-- The list of probable duplicates, and of those still to be compared: short, however many sources there are.
CREATE INDEX "SourcePair_open" ON "SourcePair" ("id" DESC) WHERE "differentAt" IS NULL;
CREATE INDEX "Source_uncompared" ON "Source" ("id") WHERE NOT "compared" AND "mergedIntoId" IS NULL;

ALTER TABLE "SourceAffiliation" ADD CONSTRAINT "SourceAffiliation_elsewhere" CHECK ("sourceId" <> "bodyId");
ALTER TABLE "SourceAffiliation" ADD CONSTRAINT "SourceAffiliation_since_whole" CHECK (("since" IS NULL) = ("sincePrecision" IS NULL));
ALTER TABLE "SourceAffiliation" ADD CONSTRAINT "SourceAffiliation_until_whole" CHECK (("until" IS NULL) = ("untilPrecision" IS NULL));
ALTER TABLE "SourceAffiliation" ADD CONSTRAINT "SourceAffiliation_order" CHECK ("until" >= "since");

-- Roles that were there before, folded nearly as src/words/names.ts does; saving a source folds its roles again.
UPDATE "SourceRole" SET "folded" =
  btrim(regexp_replace(lower(regexp_replace(normalize("title", NFKD), U&'[\0300-\036F]+', '', 'g')), '\s+', ' ', 'g'));
