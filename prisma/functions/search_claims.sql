-- The entries for these claims: see search_documents. A claim is found by who said it, where and when: by the marks of
-- its newest five hundred statements.
CREATE OR REPLACE FUNCTION "search_claims"(ids integer[])
RETURNS TABLE(thing integer, seen boolean, marked text[], said tsvector) LANGUAGE plpgsql
SET search_path = public, pg_temp
-- One plan, in the written order, through the indexes: docs/decisions/derived-values.md.
SET plan_cache_mode = force_generic_plan
SET join_collapse_limit = 1
SET enable_seqscan = off
SET enable_hashjoin = off
SET enable_mergejoin = off
SET enable_material = off
SET jit = off
AS $$
BEGIN
  RETURN QUERY
  SELECT c."id", sight.seen, m.marks, setweight(search_words(c."sentence"), 'A')
  FROM unnest(ids) AS due(id) JOIN "Claim" c ON c."id" = due.id AND c."mergedIntoId" IS NULL
  CROSS JOIN LATERAL (SELECT is_public_claim(c."state") AS seen) sight
  CROSS JOIN LATERAL (
    SELECT array_agg(DISTINCT mark) AS marks FROM (
      SELECT '#kind:claim' AS mark
      UNION ALL
      SELECT '#rating:' || coalesce((
        SELECT x."ratingId"::text FROM "Verdict" x
        WHERE x."claimId" = c."id" AND verdict_stands(x."state", sight.seen)
        ORDER BY x."id" DESC LIMIT 1
      ), 'none')
      UNION ALL
      SELECT '#topic:' || ct."topicId" FROM "ClaimTopic" ct WHERE ct."claimId" = c."id"
      UNION ALL
      SELECT of_statements.mark FROM (
        SELECT e."marks" FROM "StatementClaim" sc
        JOIN "Statement" s ON s."id" = sc."statementId" AND s."state" <> 'withdrawn'
        JOIN "SearchEntry" e ON e."statementId" = s."id" AND (e."isPublic" OR NOT sight.seen)
        WHERE sc."claimId" = c."id" ORDER BY s."id" DESC LIMIT 500
      ) newest CROSS JOIN LATERAL unnest(newest."marks") AS of_statements(mark)
      WHERE of_statements.mark ~ '^#(by|via|in|doc|said)[:=]'
    ) all_marks
  ) m;
END
$$;
