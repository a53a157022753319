-- Made from src/visible/rules.ts by `npm run views`.
CREATE OR REPLACE VIEW "public_annotation" AS
SELECT t."id"
FROM "Annotation" t
WHERE t."publishedAt" IS NOT NULL;
