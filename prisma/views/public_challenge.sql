-- Made from src/visible/rules.ts by `npm run views`.
CREATE OR REPLACE VIEW "public_challenge" AS
SELECT t."id"
FROM "Challenge" t
WHERE t."openedAt" IS NOT NULL;
