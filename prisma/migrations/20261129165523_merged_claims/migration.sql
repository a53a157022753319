-- AlterTable
ALTER TABLE "Claim" ADD COLUMN     "compared" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "mergedIntoId" INTEGER;

-- CreateTable
CREATE TABLE "ClaimMerge" (
    "id" SERIAL NOT NULL,
    "mergedId" INTEGER NOT NULL,
    "survivorId" INTEGER NOT NULL,
    "moved" JSONB NOT NULL,
    "accountId" INTEGER,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "undoneAt" TIMESTAMPTZ(3),

    CONSTRAINT "ClaimMerge_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ClaimPair" (
    "id" SERIAL NOT NULL,
    "earlierId" INTEGER NOT NULL,
    "laterId" INTEGER NOT NULL,
    "reason" TEXT NOT NULL,
    "differentAt" TIMESTAMPTZ(3),

    CONSTRAINT "ClaimPair_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "ClaimMerge_mergedId_idx" ON "ClaimMerge"("mergedId");

-- CreateIndex
CREATE INDEX "ClaimMerge_survivorId_idx" ON "ClaimMerge"("survivorId");

-- CreateIndex
CREATE INDEX "ClaimMerge_accountId_idx" ON "ClaimMerge"("accountId");

-- CreateIndex
CREATE INDEX "ClaimPair_laterId_idx" ON "ClaimPair"("laterId");

-- CreateIndex
CREATE UNIQUE INDEX "ClaimPair_earlierId_laterId_key" ON "ClaimPair"("earlierId", "laterId");

-- CreateIndex
CREATE INDEX "Claim_mergedIntoId_idx" ON "Claim"("mergedIntoId");

-- AddForeignKey
ALTER TABLE "Claim" ADD CONSTRAINT "Claim_mergedIntoId_fkey" FOREIGN KEY ("mergedIntoId") REFERENCES "Claim"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ClaimMerge" ADD CONSTRAINT "ClaimMerge_mergedId_fkey" FOREIGN KEY ("mergedId") REFERENCES "Claim"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ClaimMerge" ADD CONSTRAINT "ClaimMerge_survivorId_fkey" FOREIGN KEY ("survivorId") REFERENCES "Claim"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ClaimMerge" ADD CONSTRAINT "ClaimMerge_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ClaimPair" ADD CONSTRAINT "ClaimPair_earlierId_fkey" FOREIGN KEY ("earlierId") REFERENCES "Claim"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ClaimPair" ADD CONSTRAINT "ClaimPair_laterId_fkey" FOREIGN KEY ("laterId") REFERENCES "Claim"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What Prisma's schema can't say ---------------------------------------------------------------------------------

-- Nothing is merged into itself; longer circles are kept out by locking both in the merge.
ALTER TABLE "Claim" ADD CONSTRAINT "Claim_merged_elsewhere" CHECK ("mergedIntoId" <> "id");
ALTER TABLE "ClaimMerge" ADD CONSTRAINT "ClaimMerge_two" CHECK ("mergedId" <> "survivorId");
-- A thing is merged once at a time, however many ask for it at once.
CREATE UNIQUE INDEX "ClaimMerge_standing" ON "ClaimMerge" ("mergedId") WHERE "undoneAt" IS NULL;
-- One row for two, whichever of them was looked at.
ALTER TABLE "ClaimPair" ADD CONSTRAINT "ClaimPair_order" CHECK ("earlierId" < "laterId");
-- The list of those that probably say the same, and of those still to be compared: short, however many claims there are.
CREATE INDEX "ClaimPair_open" ON "ClaimPair" ("id" DESC) WHERE "differentAt" IS NULL;
CREATE INDEX "Claim_uncompared" ON "Claim" ("id") WHERE NOT "compared" AND "mergedIntoId" IS NULL;
