-- AlterEnum
ALTER TYPE "JobKind" ADD VALUE 'keep_link';

-- AlterTable
ALTER TABLE "Original" ADD COLUMN     "snapshotId" INTEGER;

-- CreateTable
CREATE TABLE "Snapshot" (
    "id" SERIAL NOT NULL,
    "url" TEXT NOT NULL,
    "jobId" INTEGER NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Snapshot_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "Snapshot_url_key" ON "Snapshot"("url");

-- CreateIndex
CREATE UNIQUE INDEX "Snapshot_jobId_key" ON "Snapshot"("jobId");

-- CreateIndex
CREATE INDEX "Original_snapshotId_idx" ON "Original"("snapshotId");

-- AddForeignKey
ALTER TABLE "Original" ADD CONSTRAINT "Original_snapshotId_fkey" FOREIGN KEY ("snapshotId") REFERENCES "Snapshot"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Snapshot" ADD CONSTRAINT "Snapshot_jobId_fkey" FOREIGN KEY ("jobId") REFERENCES "Job"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
