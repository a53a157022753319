-- The entries for these statements: see search_documents.
CREATE OR REPLACE FUNCTION "search_statements"(ids integer[])
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
  SELECT s."id", sight.seen, m.marks, setweight(search_words(s."words"), 'A')
  FROM unnest(ids) AS due(id)
  JOIN "Statement" s ON s."id" = due.id JOIN "Version" v ON v."id" = s."versionId" JOIN "Document" d ON d."id" = v."documentId"
  CROSS JOIN LATERAL (SELECT statement_stands(s."state", d."state", true) AS seen) sight
  CROSS JOIN LATERAL (SELECT NOT EXISTS (SELECT FROM "Hop" h WHERE h."statementId" = s."id") AS own_voice) voice
  CROSS JOIN LATERAL (
    SELECT array_agg(DISTINCT mark) AS marks FROM (
      SELECT unnest(ARRAY['#kind:statement', '#doc:' || d."id", '#in:' || d."publisherId", '#via:' || d."publisherId"]) AS mark
      UNION ALL
      SELECT unnest(('#by:' || d."publisherId") || search_said(d."publishedOn", d."publishedPrecision")) WHERE voice.own_voice
      UNION ALL
      SELECT CASE h."position" WHEN 0 THEN '#by:' ELSE '#via:' END || h."sourceId"
      FROM "Hop" h WHERE h."statementId" = s."id" AND h."naming" = 'named'
      UNION ALL
      SELECT CASE h."position" WHEN 0 THEN '#by=' ELSE '#via=' END || left(w.word, 100)
      FROM "Hop" h CROSS JOIN LATERAL regexp_split_to_table(search_fold(h."description"), ' +') AS w(word)
      WHERE h."statementId" = s."id" AND w.word <> ''
      UNION ALL
      SELECT unnest(search_said(h."saidOn", h."saidPrecision")) FROM "Hop" h WHERE h."statementId" = s."id"
      UNION ALL
      SELECT '#rating:' || unnest(coalesce(nullif(ARRAY(
        SELECT held.rating::text FROM (
          (SELECT x."ratingId" AS rating FROM "Verdict" x
           WHERE x."statementId" = s."id" AND verdict_stands(x."state", sight.seen)
           ORDER BY x."id" DESC LIMIT 1)
          UNION
          SELECT on_step.rating FROM "Hop" h CROSS JOIN LATERAL (
            SELECT x."ratingId" AS rating FROM "Verdict" x
            WHERE x."hopId" = h."id" AND verdict_stands(x."state", sight.seen)
            ORDER BY x."id" DESC LIMIT 1
          ) on_step
          WHERE h."statementId" = s."id"
        ) held
      ), '{}'), ARRAY['none']))
      UNION ALL
      SELECT '#topic:' || ct."topicId"
      FROM "StatementClaim" sc JOIN "Claim" c ON c."id" = sc."claimId" JOIN "ClaimTopic" ct ON ct."claimId" = c."id"
      WHERE sc."statementId" = s."id"
        AND claim_stands(c."state", sight.seen)
    ) all_marks
  ) m;
END
$$;
