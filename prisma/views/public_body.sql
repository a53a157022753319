-- Made from src/visible/rules.ts by `npm run views`.
CREATE OR REPLACE VIEW "public_body" AS
SELECT t."id"
FROM "Source" t
WHERE t."kind" IN ('organisation', 'outlet', 'government', 'group');
