-- Made from src/visible/rules.ts by `npm run views`.
CREATE OR REPLACE VIEW "public_verdict" AS
SELECT t."id", t."statementId", t."hopId", t."claimId"
FROM "Verdict" t
WHERE t."state" IN ('published')
  AND ((EXISTS (SELECT FROM "public_claim" o WHERE o."id" = ANY (ARRAY[t."claimId"])) OR EXISTS (SELECT FROM "public_merged_claim" o WHERE o."id" = ANY (ARRAY[t."claimId"]))) OR EXISTS (SELECT FROM "public_statement" o WHERE o."id" = ANY (ARRAY[t."statementId"])) OR EXISTS (SELECT FROM "public_step" o WHERE o."id" = ANY (ARRAY[t."hopId"])));
