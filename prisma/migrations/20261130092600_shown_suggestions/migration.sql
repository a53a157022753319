-- CreateEnum
CREATE TYPE "DismissalReason" AS ENUM ('not_said', 'cut_wrong', 'no_claim');

-- AlterTable
ALTER TABLE "Suggestion" ADD COLUMN     "dismissedFor" "DismissalReason",
ADD COLUMN     "isSaying" BOOLEAN NOT NULL DEFAULT true,
ADD COLUMN     "mended" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "ShownSuggestions" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "alsoAttitudes" BOOLEAN NOT NULL DEFAULT false,
    "inTextOrder" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "ShownSuggestions_pkey" PRIMARY KEY ("id")
);

-- The whole newsroom is shown the same.
ALTER TABLE "ShownSuggestions" ADD CONSTRAINT "ShownSuggestions_is_one" CHECK ("id" = 1);
-- Only what was dismissed says why, and only what was accepted was mended.
ALTER TABLE "Suggestion" ADD CONSTRAINT "Suggestion_says_why_dismissed" CHECK ("dismissedFor" IS NULL OR "state" = 'dismissed');
ALTER TABLE "Suggestion" ADD CONSTRAINT "Suggestion_mended_is_accepted" CHECK (NOT "mended" OR "state" = 'accepted');
UPDATE "Suggestion" SET "isSaying" = false
WHERE "found"->>'rule' IN ('intention', 'what is spoken of', 'judged as', 'expected of someone', 'state of mind');
