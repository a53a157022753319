-- Made from src/visible/rules.ts by `npm run views`.
CREATE OR REPLACE VIEW "public_step" AS
SELECT t."id", t."statementId", t."position"
FROM "Hop" t
JOIN "public_statement" "statement" ON "statement"."id" = t."statementId";
