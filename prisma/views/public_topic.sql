-- Made from src/visible/rules.ts by `npm run views`.
CREATE OR REPLACE VIEW "public_topic" AS
SELECT t."id"
FROM "Topic" t
WHERE t."mergedIntoId" IS NULL
  AND EXISTS (SELECT FROM "public_claim_topic" o WHERE o."topicId" = ANY (ARRAY[t."id"]));
