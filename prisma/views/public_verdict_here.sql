-- Made from src/visible/rules.ts by `npm run views`.
CREATE OR REPLACE VIEW "public_verdict_here" AS
SELECT t."id"
FROM "Verdict" t
WHERE t."state" IN ('published');
