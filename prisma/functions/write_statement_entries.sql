-- As write_document_entries.
CREATE OR REPLACE FUNCTION "write_statement_entries"(ids integer[], OUT changed integer[], OUT shown integer[])
RETURNS record LANGUAGE plpgsql
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
        WITH wanted AS MATERIALIZED (
          SELECT w."thing", w."seen", w."marked",
            w."said" || array_to_tsvector(w."marked" || CASE WHEN w."seen" THEN ARRAY['#public'] ELSE '{}' END) AS "said"
          FROM search_statements(ids) w
        ),
        placed AS MATERIALIZED (
          SELECT w.*, e."id" AS "was", w."seen" OR coalesce(e."isPublic", false) AS "counts",
            CASE WHEN e."id" IS NULL OR (w."seen" AND NOT e."isPublic")
              THEN nextval(pg_get_serial_sequence('"SearchEntry"', 'id'))::integer ELSE e."id" END AS "place"
          FROM wanted w LEFT JOIN "SearchEntry" e ON e."statementId" = w."thing"
        ),
        gone AS (
          DELETE FROM "SearchEntry" e WHERE e."statementId" = ANY (ids) AND e."statementId" NOT IN (SELECT "thing" FROM wanted)
          RETURNING e."statementId" AS "thing", e."isPublic" AS "counts"
        ),
        altered AS (
          UPDATE "SearchEntry" e SET "id" = p."place", "isPublic" = p."seen", "marks" = p."marked",
            "words" = p."said" || search_place(p."place")
          FROM placed p
          WHERE e."id" = p."was" AND (e."id", e."isPublic", e."marks", e."words")
            IS DISTINCT FROM (p."place", p."seen", p."marked", p."said" || search_place(p."place"))
          RETURNING p."thing", p."counts"
        ),
        made AS (
          INSERT INTO "SearchEntry" ("id", "statementId", "isPublic", "marks", "words")
          SELECT p."place", p."thing", p."seen", p."marked", p."said" || search_place(p."place") FROM placed p WHERE p."was" IS NULL
          RETURNING "statementId" AS "thing", "isPublic" AS "counts"
        )
        SELECT coalesce(array_agg(c."thing"), '{}'), coalesce(array_agg(c."thing") FILTER (WHERE c."counts"), '{}')
        INTO changed, shown
        FROM (TABLE gone UNION ALL TABLE altered UNION ALL TABLE made) c;
      END
      $$;
