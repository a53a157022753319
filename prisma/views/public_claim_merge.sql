-- Made from src/visible/rules.ts by `npm run views`.
CREATE OR REPLACE VIEW "public_claim_merge" AS
SELECT t."id", t."mergedId", t."survivorId"
FROM "ClaimMerge" t
JOIN "public_led_on_claim" "merged" ON "merged"."id" = t."mergedId"
WHERE t."undoneAt" IS NULL;
