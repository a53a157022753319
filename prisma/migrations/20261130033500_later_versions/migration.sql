-- CreateEnum
CREATE TYPE "AnchorKind" AS ENUM ('exact', 'moved', 'changed', 'elsewhere', 'gone');

-- CreateEnum
CREATE TYPE "Settlement" AS ENUM ('accepted', 'kept', 'withdrawn');

-- AlterTable
ALTER TABLE "Version" ADD COLUMN "isLater" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "Reanchoring" (
    "id" SERIAL NOT NULL,
    "versionId" INTEGER NOT NULL,
    "statementId" INTEGER,
    "evidenceId" INTEGER,
    "noteId" INTEGER,
    "kind" "AnchorKind" NOT NULL,
    "starts" INTEGER[],
    "ends" INTEGER[],
    "was" TEXT NOT NULL,
    "words" TEXT NOT NULL,
    "score" DOUBLE PRECISION NOT NULL,
    "context" DOUBLE PRECISION NOT NULL,
    "settlement" "Settlement",
    "settledAt" TIMESTAMPTZ(3),
    "settledById" INTEGER,

    CONSTRAINT "Reanchoring_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Reanchoring_evidenceId_idx" ON "Reanchoring"("evidenceId");

-- CreateIndex
CREATE INDEX "Reanchoring_noteId_idx" ON "Reanchoring"("noteId");

-- CreateIndex
CREATE INDEX "Reanchoring_settledById_idx" ON "Reanchoring"("settledById");

-- CreateIndex
CREATE INDEX "Reanchoring_statementId_versionId_idx" ON "Reanchoring"("statementId", "versionId");

-- CreateIndex
CREATE UNIQUE INDEX "Reanchoring_versionId_statementId_evidenceId_noteId_key" ON "Reanchoring"("versionId", "statementId", "evidenceId", "noteId");

-- AddForeignKey
ALTER TABLE "Reanchoring" ADD CONSTRAINT "Reanchoring_versionId_fkey" FOREIGN KEY ("versionId") REFERENCES "Version"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Reanchoring" ADD CONSTRAINT "Reanchoring_statementId_fkey" FOREIGN KEY ("statementId") REFERENCES "Statement"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Reanchoring" ADD CONSTRAINT "Reanchoring_evidenceId_fkey" FOREIGN KEY ("evidenceId") REFERENCES "Evidence"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Reanchoring" ADD CONSTRAINT "Reanchoring_noteId_fkey" FOREIGN KEY ("noteId") REFERENCES "Note"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Reanchoring" ADD CONSTRAINT "Reanchoring_settledById_fkey" FOREIGN KEY ("settledById") REFERENCES "Account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- A place belongs to one thing, and a thing has one place in a version: a null is not equal to another.
ALTER TABLE "Reanchoring" ADD CONSTRAINT "Reanchoring_is_of_one_thing" CHECK (num_nonnulls("statementId", "evidenceId", "noteId") = 1);
ALTER TABLE "Reanchoring" ADD CONSTRAINT "Reanchoring_says_when_settled" CHECK (("settlement" IS NULL) = ("settledAt" IS NULL));
