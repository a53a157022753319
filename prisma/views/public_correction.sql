-- Made from src/visible/rules.ts by `npm run views`.
CREATE OR REPLACE VIEW "public_correction" AS
SELECT t."id", t."documentId", t."statementId", t."claimId"
FROM "Correction" t
WHERE (t."documentId" IS NULL OR EXISTS (SELECT FROM "public_document" o WHERE o."id" = ANY (ARRAY[t."documentId"])))
  AND (t."statementId" IS NULL OR EXISTS (SELECT FROM "public_statement" o WHERE o."id" = ANY (ARRAY[t."statementId"])))
  AND (t."claimId" IS NULL OR (EXISTS (SELECT FROM "public_claim" o WHERE o."id" = ANY (ARRAY[t."claimId"])) OR EXISTS (SELECT FROM "public_merged_claim" o WHERE o."id" = ANY (ARRAY[t."claimId"]))));
