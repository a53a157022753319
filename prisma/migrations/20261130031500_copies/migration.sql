-- AlterTable
ALTER TABLE "StoredText" ADD COLUMN     "bands" INTEGER[];

-- CreateTable
CREATE TABLE "DocumentAddress" (
    "id" SERIAL NOT NULL,
    "documentId" INTEGER NOT NULL,
    "key" TEXT NOT NULL,

    CONSTRAINT "DocumentAddress_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "DocumentCopy" (
    "id" SERIAL NOT NULL,
    "earlierId" INTEGER NOT NULL,
    "laterId" INTEGER NOT NULL,
    "likeness" DOUBLE PRECISION NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "undoneAt" TIMESTAMPTZ(3),

    CONSTRAINT "DocumentCopy_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "DocumentAddress_key_idx" ON "DocumentAddress" USING HASH ("key");

-- CreateIndex
CREATE UNIQUE INDEX "DocumentAddress_documentId_key_key" ON "DocumentAddress"("documentId", "key");

-- CreateIndex
CREATE INDEX "DocumentCopy_laterId_idx" ON "DocumentCopy"("laterId");

-- CreateIndex
CREATE UNIQUE INDEX "DocumentCopy_earlierId_laterId_key" ON "DocumentCopy"("earlierId", "laterId");

-- CreateIndex
CREATE INDEX "StoredText_bands_idx" ON "StoredText" USING GIN ("bands");

-- AddForeignKey
ALTER TABLE "DocumentAddress" ADD CONSTRAINT "DocumentAddress_documentId_fkey" FOREIGN KEY ("documentId") REFERENCES "Document"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DocumentCopy" ADD CONSTRAINT "DocumentCopy_earlierId_fkey" FOREIGN KEY ("earlierId") REFERENCES "Document"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DocumentCopy" ADD CONSTRAINT "DocumentCopy_laterId_fkey" FOREIGN KEY ("laterId") REFERENCES "Document"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Two documents are one pair, whichever was imported first.
ALTER TABLE "DocumentCopy" ADD CONSTRAINT "DocumentCopy_order" CHECK ("earlierId" < "laterId");

-- Texts without numbers are looked for at each import.
CREATE INDEX "StoredText_without_bands" ON "StoredText"("id") WHERE "bands" IS NULL;

-- The address that each document has, about as src/documents/address-key.ts writes it.
INSERT INTO "DocumentAddress" ("documentId", "key")
SELECT "id", regexp_replace(regexp_replace(regexp_replace(regexp_replace("url",
  '#.*$', ''),
  '^https?://(www\.)?([^/:?]+)(:[0-9]+)?', '\2', 'i'),
  '([?&])((utm_[a-z]+|[a-z]{0,3}clid|mc_[ce]id|_ga)=[^&]*&?)+', '\1', 'gi'),
  '/*[?&]?$', '')
FROM "Document" WHERE "url" IS NOT NULL;
