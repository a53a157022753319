-- AlterEnum
ALTER TYPE "VersionMethod" ADD VALUE 'fetched';

-- CreateTable
CREATE TABLE "Intake" (
    "id" SERIAL NOT NULL,
    "accountId" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "url" TEXT,
    "original" BYTEA NOT NULL,
    "fields" JSONB NOT NULL,
    "leftOut" TEXT[],
    "remarks" TEXT[],
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Intake_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Intake_accountId_idx" ON "Intake"("accountId");

-- CreateIndex
CREATE INDEX "Intake_createdAt_idx" ON "Intake"("createdAt");

-- AddForeignKey
ALTER TABLE "Intake" ADD CONSTRAINT "Intake_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE CASCADE ON UPDATE CASCADE;
