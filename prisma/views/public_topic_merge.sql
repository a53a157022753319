-- Made from src/visible/rules.ts by `npm run views`.
CREATE OR REPLACE VIEW "public_topic_merge" AS
SELECT t."id", t."mergedId", t."survivorId"
FROM "TopicMerge" t
JOIN "public_topic" "survivor" ON "survivor"."id" = t."survivorId"
WHERE t."undoneAt" IS NULL;
