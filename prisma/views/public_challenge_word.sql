-- Made from src/visible/rules.ts by `npm run views`.
CREATE OR REPLACE VIEW "public_challenge_word" AS
SELECT t."id", t."challengeId"
FROM "ChallengeWord" t
JOIN "public_challenge" "challenge" ON "challenge"."id" = t."challengeId"
WHERE t."shown" IN (true);
