-- Made from src/visible/rules.ts by `npm run views`.
CREATE OR REPLACE VIEW "public_claim_topic" AS
SELECT t."claimId", t."topicId"
FROM "ClaimTopic" t
JOIN "public_claim" "claim" ON "claim"."id" = t."claimId";
