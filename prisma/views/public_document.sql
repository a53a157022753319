-- Made from src/visible/rules.ts by `npm run views`.
CREATE OR REPLACE VIEW "public_document" AS
SELECT t."id", t."publisherId"
FROM "Document" t
WHERE t."state" IN ('published', 'corrected');
