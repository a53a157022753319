-- Made from src/visible/rules.ts by `npm run views`.
CREATE OR REPLACE VIEW "public_evidence" AS
SELECT t."id", t."verdictId"
FROM "Evidence" t
JOIN "public_verdict" "verdict" ON "verdict"."id" = t."verdictId"
WHERE (t."versionId" IS NULL OR EXISTS (SELECT FROM "public_version" o WHERE o."id" = ANY (ARRAY[t."versionId"])));
