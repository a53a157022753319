-- AlterTable
ALTER TABLE "Account" ADD COLUMN     "lettersAct" BOOLEAN NOT NULL DEFAULT true,
ADD COLUMN     "ownKeys" JSONB NOT NULL DEFAULT '{}';
