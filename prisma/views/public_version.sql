-- Made from src/visible/rules.ts by `npm run views`.
CREATE OR REPLACE VIEW "public_version" AS
SELECT t."id", t."documentId", t."textId"
FROM "Version" t
JOIN "public_document" "document" ON "document"."id" = t."documentId";
