-- CreateEnum
CREATE TYPE "JobKind" AS ENUM ('import_item');

-- CreateEnum
CREATE TYPE "JobState" AS ENUM ('waiting', 'running', 'done', 'failed');

-- CreateEnum
CREATE TYPE "ImportOutcome" AS ENUM ('stored', 'known', 'listed');

-- CreateTable
CREATE TABLE "Job" (
    "id" SERIAL NOT NULL,
    "kind" "JobKind" NOT NULL,
    "state" "JobState" NOT NULL DEFAULT 'waiting',
    "lane" TEXT,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "dueAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "heldUntil" TIMESTAMPTZ(3),
    "holder" TEXT,
    "problem" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "finishedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Job_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Import" (
    "id" SERIAL NOT NULL,
    "accountId" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "publisher" TEXT NOT NULL DEFAULT '',
    "suggest" BOOLEAN NOT NULL DEFAULT false,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Import_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ImportItem" (
    "id" SERIAL NOT NULL,
    "importId" INTEGER NOT NULL,
    "jobId" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "url" TEXT,
    "content" BYTEA,
    "isLine" BOOLEAN NOT NULL DEFAULT false,
    "facts" JSONB,
    "outcome" "ImportOutcome",
    "documentId" INTEGER,

    CONSTRAINT "ImportItem_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Job_state_dueAt_idx" ON "Job"("state", "dueAt");

-- CreateIndex
CREATE INDEX "Import_accountId_idx" ON "Import"("accountId");

-- CreateIndex
CREATE INDEX "Import_createdAt_idx" ON "Import"("createdAt");

-- CreateIndex
CREATE UNIQUE INDEX "ImportItem_jobId_key" ON "ImportItem"("jobId");

-- CreateIndex
CREATE INDEX "ImportItem_importId_idx" ON "ImportItem"("importId");

-- CreateIndex
CREATE INDEX "ImportItem_documentId_idx" ON "ImportItem"("documentId");

-- AddForeignKey
ALTER TABLE "Import" ADD CONSTRAINT "Import_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ImportItem" ADD CONSTRAINT "ImportItem_importId_fkey" FOREIGN KEY ("importId") REFERENCES "Import"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ImportItem" ADD CONSTRAINT "ImportItem_jobId_fkey" FOREIGN KEY ("jobId") REFERENCES "Job"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ImportItem" ADD CONSTRAINT "ImportItem_documentId_fkey" FOREIGN KEY ("documentId") REFERENCES "Document"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- Two processes that look at the same moment would both find a lane free.
CREATE UNIQUE INDEX "Job_running_in_lane" ON "Job" ("lane") WHERE "state" = 'running';

-- What is held by nobody would never be begun again.
ALTER TABLE "Job" ADD CONSTRAINT "Job_running_is_held" CHECK (("state" = 'running') = ("heldUntil" IS NOT NULL AND "holder" IS NOT NULL));

-- Each item is a file or a line, or an address to fetch, until it is done.
ALTER TABLE "ImportItem" ADD CONSTRAINT "ImportItem_is_of_something" CHECK ("url" IS NOT NULL OR "content" IS NOT NULL OR "outcome" IS NOT NULL);
