-- Made from src/visible/rules.ts by `npm run views`.
CREATE OR REPLACE VIEW "public_reply" AS
SELECT t."id", t."verdictId"
FROM "Reply" t
JOIN "public_verdict" "verdict" ON "verdict"."id" = t."verdictId";
