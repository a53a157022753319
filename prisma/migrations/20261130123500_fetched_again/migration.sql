-- AlterEnum
ALTER TYPE "JobKind" ADD VALUE 'fetch_again';

-- CreateTable
CREATE TABLE "Refetch" (
    "documentId" INTEGER NOT NULL,
    "dueAt" TIMESTAMPTZ(3) NOT NULL,
    "etag" TEXT,
    "lastModified" TEXT,
    "fetchedAt" TIMESTAMPTZ(3),
    "failures" INTEGER NOT NULL DEFAULT 0,
    "problem" TEXT,
    "known" TEXT,
    "found" TEXT,
    "foundText" TEXT,
    "foundName" TEXT,
    "foundOriginal" BYTEA,
    "foundExchange" JSONB,
    "foundAt" TIMESTAMPTZ(3),

    CONSTRAINT "Refetch_pkey" PRIMARY KEY ("documentId")
);

-- CreateIndex
CREATE INDEX "Refetch_dueAt_idx" ON "Refetch"("dueAt");

-- AddForeignKey
ALTER TABLE "Refetch" ADD CONSTRAINT "Refetch_documentId_fkey" FOREIGN KEY ("documentId") REFERENCES "Document"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- A text that was found is whole, or there is none.
ALTER TABLE "Refetch" ADD CONSTRAINT "Refetch_found_whole"
  CHECK (("found" IS NULL) = ("foundText" IS NULL) AND ("found" IS NULL) = ("foundAt" IS NULL));
