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
CREATE INDEX "Reanchoring_versionId_idx" ON "Reanchoring"("versionId");

-- CreateIndex
CREATE INDEX "Reanchoring_settledById_idx" ON "Reanchoring"("settledById");

-- CreateIndex
CREATE UNIQUE INDEX "Reanchoring_statementId_versionId_key" ON "Reanchoring"("statementId", "versionId");

-- CreateIndex
CREATE UNIQUE INDEX "Reanchoring_evidenceId_versionId_key" ON "Reanchoring"("evidenceId", "versionId");

-- CreateIndex
CREATE UNIQUE INDEX "Reanchoring_noteId_versionId_key" ON "Reanchoring"("noteId", "versionId");

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

-- A place belongs to one thing.
ALTER TABLE "Reanchoring" ADD CONSTRAINT "Reanchoring_is_of_one_thing" CHECK (num_nonnulls("statementId", "evidenceId", "noteId") = 1);
-- What was decided says when.
ALTER TABLE "Reanchoring" ADD CONSTRAINT "Reanchoring_says_when_settled" CHECK (("settlement" IS NULL) = ("settledAt" IS NULL));
