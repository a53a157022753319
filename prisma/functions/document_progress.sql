-- The progress of the work on each of these documents: docs/decisions/desk-speed.md. Only the newest version counts, as
-- on its desk. A step is checked if it, or its statement as a whole, has a verdict that says something; a verdict waits
-- for a reviewer unless one has sent it back. OFFSET 0 prevents a plan made while there were few verdicts from reading
-- all of them for each step later.
CREATE OR REPLACE FUNCTION "document_progress"(ids integer[])
RETURNS TABLE("documentId" integer, suggested integer, decided integer, unchecked integer, waiting integer, drafts integer) LANGUAGE plpgsql STABLE
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
  SELECT asked.id, su."suggested", su."decided", st."unchecked", w."waiting", st."drafts"
  FROM unnest(ids) AS asked(id)
  CROSS JOIN (SELECT coalesce((SELECT x."alsoAttitudes" FROM "ShownSuggestions" x WHERE x."id" = 1), false) AS "also") shown
  CROSS JOIN LATERAL (
    SELECT v."id" FROM "Version" v WHERE v."documentId" = asked.id ORDER BY v."isLater", v."number" DESC LIMIT 1
  ) newest
  CROSS JOIN LATERAL (
    SELECT count(*)::int AS "suggested", (count(*) FILTER (WHERE s."state" <> 'open'))::int AS "decided"
    FROM "Suggestion" s WHERE s."versionId" = newest."id"
      AND (s."isSaying" OR s."state" <> 'open' OR shown."also")
  ) su
  CROSS JOIN LATERAL (
    SELECT coalesce(sum(h.steps), 0)::int AS "unchecked", (count(*) FILTER (WHERE s."state" = 'draft'))::int AS "drafts"
    FROM "Statement" s CROSS JOIN LATERAL (
      SELECT count(*) AS steps FROM "Hop" h
      WHERE h."statementId" = s."id"
        AND NOT EXISTS (
          SELECT FROM "Verdict" x
          WHERE x."hopId" = h."id" AND x."state" <> 'withdrawn'
            AND (SELECT r."tone" FROM "Rating" r WHERE r."id" = x."ratingId") <> 'open'
            AND NOT EXISTS (SELECT FROM "Verdict" n WHERE n."supersedesId" = x."id" AND n."state" <> 'withdrawn' OFFSET 0)
          OFFSET 0)
        AND NOT EXISTS (
          SELECT FROM "Verdict" x
          WHERE x."statementId" = s."id" AND x."state" <> 'withdrawn'
            AND (SELECT r."tone" FROM "Rating" r WHERE r."id" = x."ratingId") <> 'open'
            AND NOT EXISTS (SELECT FROM "Verdict" n WHERE n."supersedesId" = x."id" AND n."state" <> 'withdrawn' OFFSET 0)
          OFFSET 0)
    ) h
    WHERE s."versionId" = newest."id" AND s."state" <> 'withdrawn'
  ) st
  CROSS JOIN LATERAL (
    SELECT count(DISTINCT x."id")::int AS "waiting"
    FROM "Statement" s CROSS JOIN LATERAL (
      SELECT y."id" FROM "Verdict" y WHERE y."statementId" = s."id" AND y."state" = 'draft' AND y."returnedAt" IS NULL
      UNION ALL
      SELECT x."id" FROM "Hop" h CROSS JOIN LATERAL (
        SELECT y."id" FROM "Verdict" y WHERE y."hopId" = h."id" AND y."state" = 'draft' AND y."returnedAt" IS NULL OFFSET 0
      ) x
      WHERE h."statementId" = s."id"
      UNION ALL
      SELECT x."id" FROM "StatementClaim" l CROSS JOIN LATERAL (
        SELECT y."id" FROM "Verdict" y WHERE y."claimId" = l."claimId" AND y."state" = 'draft' AND y."returnedAt" IS NULL OFFSET 0
      ) x
      WHERE l."statementId" = s."id"
    ) x
    WHERE s."versionId" = newest."id" AND s."state" <> 'withdrawn'
      AND NOT EXISTS (SELECT FROM "Verdict" n WHERE n."supersedesId" = x."id" OFFSET 0)
  ) w;
END
$$;
