-- Made from src/visible/rules.ts by `npm run views`.
CREATE OR REPLACE VIEW "public_source" AS
SELECT t."id"
FROM "Source" t
WHERE t."mergedIntoId" IS NULL
  AND (EXISTS (SELECT FROM "public_document" o WHERE o."publisherId" = ANY (ARRAY[t."id"])) OR EXISTS (SELECT FROM "public_named_step" o WHERE o."sourceId" = ANY (ARRAY[t."id"])) OR EXISTS (SELECT FROM "public_body_step" o WHERE o."sourceId" = ANY (ARRAY[t."id"])));
