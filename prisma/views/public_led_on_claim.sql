-- Made from src/visible/rules.ts by `npm run views`.
CREATE OR REPLACE VIEW "public_led_on_claim" AS
SELECT t."id"
FROM "Claim" t
WHERE t."state" IN ('published', 'corrected')
  AND t."mergedIntoId" IS NOT NULL;
