-- Made from src/visible/rules.ts by `npm run views`.
CREATE OR REPLACE VIEW "public_event" AS
SELECT t."id", t."documentId", t."statementId", t."claimId", t."verdictId", t."challengeId"
FROM "Event" t
WHERE t."action" IN ('document_published', 'statement_published', 'claim_published', 'verdict_published', 'challenge_opened', 'challenge_upheld', 'challenge_partly_upheld', 'challenge_not_upheld', 'challenge_reopened')
  AND (t."documentId" IS NULL OR EXISTS (SELECT FROM "public_document" o WHERE o."id" = ANY (ARRAY[t."documentId"])))
  AND (t."statementId" IS NULL OR EXISTS (SELECT FROM "public_statement" o WHERE o."id" = ANY (ARRAY[t."statementId"])))
  AND (t."challengeId" IS NULL OR EXISTS (SELECT FROM "public_challenge" o WHERE o."id" = ANY (ARRAY[t."challengeId"])))
  AND (t."claimId" IS NULL OR (EXISTS (SELECT FROM "public_claim" o WHERE o."id" = ANY (ARRAY[t."claimId"])) OR EXISTS (SELECT FROM "public_merged_claim" o WHERE o."id" = ANY (ARRAY[t."claimId"]))))
  AND (t."verdictId" IS NULL OR EXISTS (SELECT FROM "public_verdict_here" o WHERE o."id" = ANY (ARRAY[t."verdictId"])))
  AND t."sourceId" IS NULL
  AND t."topicId" IS NULL
  AND t."noteId" IS NULL
  AND t."subjectId" IS NULL;
