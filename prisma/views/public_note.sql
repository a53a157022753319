-- Made from src/visible/rules.ts by `npm run views`.
CREATE OR REPLACE VIEW "public_note" AS
SELECT t."id"
FROM "Note" t
WHERE t."visibility" IN ('public')
  AND (EXISTS (SELECT FROM "public_document" o WHERE o."id" = ANY (ARRAY[t."documentId"])) OR EXISTS (SELECT FROM "public_version" o WHERE o."id" = ANY (ARRAY[t."versionId"])) OR EXISTS (SELECT FROM "public_statement" o WHERE o."id" = ANY (ARRAY[t."statementId"])) OR EXISTS (SELECT FROM "public_step" o WHERE o."id" = ANY (ARRAY[t."hopId"])) OR EXISTS (SELECT FROM "public_claim" o WHERE o."id" = ANY (ARRAY[t."claimId"])) OR EXISTS (SELECT FROM "public_source" o WHERE o."id" = ANY (ARRAY[t."sourceId"])));
