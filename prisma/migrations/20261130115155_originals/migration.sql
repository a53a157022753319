-- AlterTable
ALTER TABLE "Intake" ADD COLUMN     "exchange" JSONB;

-- CreateTable
CREATE TABLE "Original" (
    "id" SERIAL NOT NULL,
    "versionId" INTEGER,
    "sha256" CHAR(64) NOT NULL,
    "size" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "mediaType" TEXT,
    "url" TEXT,
    "exchange" JSONB,
    "keptAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Original_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "OriginalBytes" (
    "sha256" CHAR(64) NOT NULL,
    "bytes" BYTEA NOT NULL,

    CONSTRAINT "OriginalBytes_pkey" PRIMARY KEY ("sha256")
);

-- CreateIndex
CREATE UNIQUE INDEX "Original_versionId_key" ON "Original"("versionId");

-- CreateIndex
CREATE INDEX "Original_sha256_idx" ON "Original"("sha256");

-- AddForeignKey
ALTER TABLE "Original" ADD CONSTRAINT "Original_versionId_fkey" FOREIGN KEY ("versionId") REFERENCES "Version"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What was kept with a version until now stays in the database, once for each content.
INSERT INTO "OriginalBytes" ("sha256", "bytes")
SELECT encode(sha256("original"), 'hex'), "original" FROM "Version" WHERE "original" IS NOT NULL
ON CONFLICT DO NOTHING;

INSERT INTO "Original" ("versionId", "sha256", "size", "name", "keptAt")
SELECT "id", encode(sha256("original"), 'hex'), length("original"), coalesce("originalName", ''), "fetchedAt"
FROM "Version" WHERE "original" IS NOT NULL ORDER BY "id";

-- AlterTable
ALTER TABLE "Version" DROP COLUMN "original";
