-- Made from src/visible/rules.ts by `npm run views`.
CREATE OR REPLACE VIEW "public_statement_claim" AS
SELECT t."statementId", t."claimId"
FROM "StatementClaim" t
JOIN "public_statement" "statement" ON "statement"."id" = t."statementId"
JOIN "public_claim" "claim" ON "claim"."id" = t."claimId";
