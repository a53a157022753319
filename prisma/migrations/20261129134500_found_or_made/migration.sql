-- What a sentence says is looked up before a claim is stated anew; sentences may be longer than other indexes take.
CREATE INDEX "Claim_sentence_said" ON "Claim" USING HASH (lower("sentence"));

-- Those who wanted one new name at once each made a source of it, and none was held against the others: let them stand among
-- those that are probably one.
UPDATE "Source" SET "compared" = false
WHERE "mergedIntoId" IS NULL AND "folded" IN (
  SELECT "folded" FROM "Source" WHERE "mergedIntoId" IS NULL GROUP BY "folded" HAVING count(*) > 1
);
