-- Made from src/visible/rules.ts by `npm run views`.
CREATE OR REPLACE VIEW "public_statement" AS
SELECT t."id", t."versionId"
FROM "Statement" t
JOIN "public_version" "version" ON "version"."id" = t."versionId"
WHERE t."state" IN ('published');
