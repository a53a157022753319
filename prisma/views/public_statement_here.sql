-- Made from src/visible/rules.ts by `npm run views`.
CREATE OR REPLACE VIEW "public_statement_here" AS
SELECT t."id"
FROM "Statement" t
WHERE t."state" IN ('published');
