-- AlterTable
ALTER TABLE "Suggestion" ADD COLUMN     "alike" JSONB;
