-- Made from src/visible/rules.ts by `npm run views`.
CREATE OR REPLACE VIEW "public_body_step" AS
SELECT t."id", t."statementId", t."position", t."sourceId"
FROM "Hop" t
JOIN "public_body" "source" ON "source"."id" = t."sourceId"
JOIN "public_statement" "statement" ON "statement"."id" = t."statementId"
WHERE t."naming" IN ('described')
  AND t."bodyShown" IN (true);
