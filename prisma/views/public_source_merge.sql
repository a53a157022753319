-- Made from src/visible/rules.ts by `npm run views`.
CREATE OR REPLACE VIEW "public_source_merge" AS
SELECT t."id", t."mergedId", t."survivorId"
FROM "SourceMerge" t
JOIN "public_source" "survivor" ON "survivor"."id" = t."survivorId"
WHERE t."undoneAt" IS NULL;
