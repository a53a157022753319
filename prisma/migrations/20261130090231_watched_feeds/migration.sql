-- AlterEnum
ALTER TYPE "JobKind" ADD VALUE 'look_at_feed';

-- AlterTable
ALTER TABLE "Import" ADD COLUMN     "feedId" INTEGER;

-- CreateTable
CREATE TABLE "WatchedFeed" (
    "id" SERIAL NOT NULL,
    "url" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "title" TEXT NOT NULL DEFAULT '',
    "accountId" INTEGER NOT NULL,
    "jobId" INTEGER NOT NULL,
    "publisher" TEXT NOT NULL DEFAULT '',
    "suggest" BOOLEAN NOT NULL DEFAULT false,
    "isPaused" BOOLEAN NOT NULL DEFAULT false,
    "etag" TEXT,
    "lastModified" TEXT,
    "lookedAt" TIMESTAMPTZ(3),
    "failures" INTEGER NOT NULL DEFAULT 0,
    "problem" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "WatchedFeed_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "FeedEntry" (
    "id" SERIAL NOT NULL,
    "feedId" INTEGER NOT NULL,
    "key" TEXT NOT NULL,

    CONSTRAINT "FeedEntry_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "WatchedFeed_key_key" ON "WatchedFeed"("key");

-- CreateIndex
CREATE UNIQUE INDEX "WatchedFeed_jobId_key" ON "WatchedFeed"("jobId");

-- CreateIndex
CREATE INDEX "WatchedFeed_accountId_idx" ON "WatchedFeed"("accountId");

-- CreateIndex
CREATE UNIQUE INDEX "FeedEntry_feedId_key_key" ON "FeedEntry"("feedId", "key");

-- CreateIndex
CREATE INDEX "Import_feedId_idx" ON "Import"("feedId");

-- AddForeignKey
ALTER TABLE "Import" ADD CONSTRAINT "Import_feedId_fkey" FOREIGN KEY ("feedId") REFERENCES "WatchedFeed"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "WatchedFeed" ADD CONSTRAINT "WatchedFeed_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "WatchedFeed" ADD CONSTRAINT "WatchedFeed_jobId_fkey" FOREIGN KEY ("jobId") REFERENCES "Job"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FeedEntry" ADD CONSTRAINT "FeedEntry_feedId_fkey" FOREIGN KEY ("feedId") REFERENCES "WatchedFeed"("id") ON DELETE CASCADE ON UPDATE CASCADE;
