-- Made from src/visible/rules.ts by `npm run views`.
CREATE OR REPLACE VIEW "public_merged_claim" AS
SELECT t."id"
FROM "Claim" t
JOIN "public_claim" "mergedInto" ON "mergedInto"."id" = t."mergedIntoId"
WHERE t."state" IN ('published', 'corrected');
