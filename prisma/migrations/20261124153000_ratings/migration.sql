-- CreateEnum
CREATE TYPE "Requirement" AS ENUM ('none', 'evidence', 'primary_source', 'second_origin');

-- AlterTable
ALTER TABLE "Correction" ADD COLUMN     "after" JSONB,
ADD COLUMN     "before" JSONB;

-- AlterTable
ALTER TABLE "Evidence" ADD COLUMN     "publisher" TEXT;

-- AlterTable
ALTER TABLE "Rating" ADD COLUMN     "checklist" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "requires" "Requirement" NOT NULL DEFAULT 'none',
ADD COLUMN     "revision" INTEGER NOT NULL DEFAULT 1;

-- AlterTable
ALTER TABLE "Verdict" ADD COLUMN     "checked" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "leftOpen" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "returnedAt" TIMESTAMPTZ(3),
ADD COLUMN     "returnedById" INTEGER,
ADD COLUMN     "returnedReason" TEXT,
ADD COLUMN     "withdrawnAt" TIMESTAMPTZ(3);

-- CreateIndex
CREATE INDEX "Verdict_returnedById_idx" ON "Verdict"("returnedById");

-- AddForeignKey
ALTER TABLE "Verdict" ADD CONSTRAINT "Verdict_returnedById_fkey" FOREIGN KEY ("returnedById") REFERENCES "Account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What Prisma's schema can't say ---------------------------------------------------------------------------------

-- Withdrawing a verdict says when, too: readers are told for ever.
UPDATE "Verdict" v SET "withdrawnAt" = coalesce(
  (SELECT max(e."createdAt") FROM "Event" e WHERE e."verdictId" = v."id" AND e."action" = 'verdict_withdrawn'),
  v."publishedAt",
  v."createdAt"
) WHERE v."state" = 'withdrawn';
ALTER TABLE "Verdict" DROP CONSTRAINT "Verdict_withdrawn";
ALTER TABLE "Verdict" ADD CONSTRAINT "Verdict_withdrawn" CHECK (("state" = 'withdrawn') = ("withdrawnReason" IS NOT NULL AND "withdrawnAt" IS NOT NULL));

-- Sending back says when, why and who; what was sent back is never published, also where two reviewers act at once.
ALTER TABLE "Verdict" ADD CONSTRAINT "Verdict_returned" CHECK (
  num_nonnulls("returnedReason", "returnedAt", "returnedById") IN (0, 3) AND ("returnedAt" IS NULL OR "state" <> 'published')
);

-- A second origin is of words: what is claimed is borne out by evidence, however many repeat it.
ALTER TABLE "Rating" ADD CONSTRAINT "Rating_second_origin" CHECK ("requires" <> 'second_origin' OR "axis" = 'attribution');

-- What the scales begin with. A newsroom that has changed its labels keeps them: only what was not there is filled in.
UPDATE "Rating" r SET "requires" = seeded."requires"::"Requirement", "checklist" = seeded."checklist"
FROM (VALUES
  ('attribution', 'confirmed', 'primary_source', ARRAY[
    'Did you hear or see it yourself, from beginning to end?',
    'Are the words the same, also in the language they were spoken in?',
    'Do they mean there what they mean here?',
    'Is the recording or document what it says it is?'
  ]),
  ('attribution', 'corroborated', 'second_origin', ARRAY[
    'Did the second report reach its readers another way than ours?',
    'Had its reporter been there, or spoken to somebody who had?',
    'Do both have the same words, not only the same gist?'
  ]),
  ('attribution', 'relayed-only', 'none', ARRAY[
    'Did you follow it back as far as it goes?',
    'Did you ask whoever passed it on where they had it from?'
  ]),
  ('attribution', 'misquoted', 'evidence', ARRAY[
    'Did you compare word by word?',
    'Was the translation ruled out as the cause?',
    'Was whoever quoted it asked?'
  ]),
  ('attribution', 'out-of-context', 'evidence', ARRAY[
    'Did you read or hear what stands before and after?',
    'Does the difference change what readers take from it?'
  ]),
  ('attribution', 'misattributed', 'evidence', ARRAY[
    'Is it shown who did say it?',
    'Was the person it was ascribed to asked?'
  ]),
  ('attribution', 'fabricated', 'evidence', ARRAY[
    'Did you look wherever it could have been said?',
    'Was the person it was ascribed to asked?',
    'Could it be a misquotation instead?'
  ]),
  ('attribution', 'withdrawn', 'evidence', ARRAY[
    'Did they take it back themselves, in public?',
    'Is it these words that they took back?'
  ]),
  ('accuracy', 'true', 'evidence', ARRAY[
    'Does the evidence show all of it, with its figures and dates?',
    'Did you look for what speaks against it?'
  ]),
  ('accuracy', 'mostly-true', 'evidence', ARRAY[
    'Do the reasons name the faults?',
    'Would readers decide the same if they knew of them?'
  ]),
  ('accuracy', 'missing-context', 'evidence', ARRAY[
    'Do the reasons say what is left out?',
    'Does it change what readers take from it?'
  ]),
  ('accuracy', 'mostly-false', 'evidence', ARRAY[
    'Do the reasons say what is true in it?',
    'Were those who claim it asked?'
  ]),
  ('accuracy', 'false', 'evidence', ARRAY[
    'Does the evidence rule it out, and not only lack it?',
    'Were those who claim it asked?',
    'Did you look for what speaks for it?'
  ]),
  ('accuracy', 'unproven', 'none', ARRAY[
    'Did you ask those who would know?',
    'Do the reasons say what evidence would settle it?'
  ]),
  ('accuracy', 'not-checkable', 'none', ARRAY[
    'Is there no fact in it that could be checked by itself?'
  ])
) AS seeded ("axis", "slug", "requires", "checklist")
WHERE r."axis"::text = seeded."axis" AND r."slug" = seeded."slug";
