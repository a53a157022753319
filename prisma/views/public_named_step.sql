-- Made from src/visible/rules.ts by `npm run views`.
CREATE OR REPLACE VIEW "public_named_step" AS
SELECT t."id", t."statementId", t."position", t."sourceId"
FROM "Hop" t
JOIN "public_statement" "statement" ON "statement"."id" = t."statementId"
WHERE t."naming" IN ('named');
