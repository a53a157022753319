-- Everything in StatementFacts except the weakest step; returns the statements whose facts changed. Five hundred at a
-- time: no plan can know the length of a list, so lists are joined row by row. docs/decisions/derived-values.md defines
-- each value.
CREATE OR REPLACE FUNCTION "refresh_statement_facts"(ids integer[]) RETURNS integer[] LANGUAGE plpgsql
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
DECLARE
  changed integer[];
BEGIN
  WITH RECURSIVE
  -- From each statement to the one it was taken from, as far as it goes: the lowest step with an upstream that counts
  -- decides. A repeated statement closes a circle, which ends every walk.
  walk AS (
    SELECT a."forReaders", s."id" AS start, s."id" AS at, d."publisherId", 0 AS depth,
      NULL::integer AS taken_at, ARRAY[s."id"] AS path, false AS closed
    FROM unnest(ids) AS due(id)
    JOIN "Statement" s ON s."id" = due.id JOIN "Version" v ON v."id" = s."versionId" JOIN "Document" d ON d."id" = v."documentId"
    CROSS JOIN (VALUES (false), (true)) AS a("forReaders")
    WHERE statement_stands(s."state", d."state", a."forReaders")
    UNION ALL
    SELECT w."forReaders", w.start, up."id", up."publisherId", w.depth + 1, up."position", w.path || up."id", up."id" = ANY (w.path)
    FROM walk w CROSS JOIN LATERAL (
      SELECT s."id", d."publisherId", h."position"
      FROM "Hop" h JOIN "Statement" s ON s."id" = h."upstreamId"
      JOIN "Version" v ON v."id" = s."versionId" JOIN "Document" d ON d."id" = v."documentId"
      WHERE h."statementId" = w.at AND statement_stands(s."state", d."state", w."forReaders")
      ORDER BY h."position" LIMIT 1
    ) up
    WHERE NOT w.closed
  ),
  visited AS (
    SELECT *, lead(taken_at) OVER way AS followed
    FROM walk WINDOW way AS (PARTITION BY "forReaders", start ORDER BY depth)
  ),
  -- The people on the way, from the page inwards: each publisher, then the steps from the last one back to the one that
  -- was followed. What is further in belongs to the statement upstream.
  met AS (
    SELECT "forReaders", start, depth, 2147483647 AS place, "publisherId" AS source, false AS was_followed,
      CASE WHEN followed IS NULL THEN at END AS last
    FROM visited WHERE NOT closed
    UNION ALL
    SELECT v."forReaders", v.start, v.depth, h."position", CASE h."naming" WHEN 'named' THEN h."sourceId" END,
      v.followed IS NOT NULL AND h."position" = v.followed, NULL
    FROM visited v JOIN "Hop" h ON h."statementId" = v.at AND h."position" >= coalesce(v.followed, 0)
    WHERE NOT v.closed
  ),
  -- The step that was followed stands for the statement upstream, unless it names somebody who does not appear further
  -- in.
  kept AS (
    SELECT "forReaders", start, depth, place, source, last,
      source IS NOT NULL AND lag(source) OVER (PARTITION BY "forReaders", start ORDER BY depth, place DESC) = source AS is_same
    FROM (
      SELECT *, max(depth) OVER (PARTITION BY "forReaders", start, source) AS deepest FROM met
    ) m
    WHERE NOT was_followed OR (source IS NOT NULL AND deepest = depth)
  ),
  -- One row for each trail that ends, with its last statement.
  trail AS (
    SELECT "forReaders", start, (count(*) FILTER (WHERE is_same IS NOT TRUE) - 1)::integer AS distance,
      array_agg(source ORDER BY depth, place DESC) FILTER (WHERE source IS NOT NULL AND is_same IS NOT TRUE) AS way,
      max(last) AS last
    FROM kept GROUP BY "forReaders", start HAVING max(last) IS NOT NULL
  ),
  ended AS (
    SELECT t.*, coalesce(root.kind, 'own_voice') AS kind, speaker.source,
      CASE WHEN speaker.source IS NULL THEN v."documentId" END AS document
    FROM trail t
    JOIN "Statement" s ON s."id" = t.last JOIN "Version" v ON v."id" = s."versionId"
    LEFT JOIN LATERAL (
      SELECT h."naming"::text AS kind FROM "Hop" h WHERE h."statementId" = t.last ORDER BY h."position" LIMIT 1
    ) root ON true
    -- Somebody without a name is only as independent as the next named one outward.
    LEFT JOIN LATERAL (
      SELECT h."sourceId" AS source FROM "Hop" h WHERE h."statementId" = t.last AND h."naming" = 'named'
      ORDER BY h."position" LIMIT 1
    ) speaker ON true
  ),
  copies AS MATERIALIZED (
    SELECT * FROM copies_of(ARRAY(SELECT DISTINCT document FROM ended WHERE document IS NOT NULL))
  ),
  rooted AS (
    SELECT e."forReaders", e.start, e.distance, e.way, e.kind,
      coalesce(e.source, voice_of_statement(e.last, c.alike, e."forReaders")) AS source
    FROM ended e LEFT JOIN copies c ON c.document = e.document
  ),
  -- A circle has the same description wherever a way enters it: it starts from its smallest statement.
  circles AS (
    SELECT v."forReaders", v.start, turned.circle, publishers.way
    FROM visited v
    CROSS JOIN LATERAL (SELECT v.path[array_position(v.path, v.at) : cardinality(v.path) - 1] AS ids) loop
    CROSS JOIN LATERAL (
      SELECT loop.ids[least.place :] || loop.ids[: least.place - 1] AS circle
      FROM (SELECT array_position(loop.ids, min(m.id)) AS place FROM unnest(loop.ids) AS m(id)) least
    ) turned
    CROSS JOIN LATERAL (
      SELECT array_agg(d."publisherId" ORDER BY m.place) AS way
      FROM unnest(turned.circle || turned.circle[1]) WITH ORDINALITY AS m(id, place)
      JOIN "Statement" s ON s."id" = m.id JOIN "Version" v ON v."id" = s."versionId" JOIN "Document" d ON d."id" = v."documentId"
    ) publishers
    WHERE v.closed
  ),
  computed AS (
    SELECT start AS "statementId", "forReaders", distance, kind::"RootKind" AS "rootKind",
      source AS "originSourceId", 's:' || source AS "originKey", way, '{}'::integer[] AS circle
    FROM rooted
    UNION ALL
    SELECT c.start, c."forReaders", NULL, 'circular', NULL, 'c:' || c.circle[1], c.way, c.circle FROM circles c
  ),
  gone AS (
    DELETE FROM "StatementFacts" f WHERE f."statementId" = ANY (ids)
      AND (f."statementId", f."forReaders") NOT IN (SELECT "statementId", "forReaders" FROM computed)
    RETURNING f."statementId"
  ),
  written AS (
    INSERT INTO "StatementFacts" AS f
      ("statementId", "forReaders", "distance", "rootKind", "originSourceId", "originKey", "way", "circle")
    SELECT "statementId", "forReaders", distance, "rootKind", "originSourceId", "originKey", way, circle FROM computed
    ON CONFLICT ("statementId", "forReaders") DO UPDATE SET "distance" = excluded."distance",
      "rootKind" = excluded."rootKind", "originSourceId" = excluded."originSourceId",
      "originKey" = excluded."originKey", "way" = excluded."way", "circle" = excluded."circle"
    WHERE (f."distance", f."rootKind", f."originSourceId", f."originKey", f."way", f."circle") IS DISTINCT FROM
      (excluded."distance", excluded."rootKind", excluded."originSourceId", excluded."originKey", excluded."way", excluded."circle")
    RETURNING f."statementId"
  )
  SELECT coalesce(array_agg("statementId"), '{}') INTO changed
  FROM (SELECT "statementId" FROM gone UNION SELECT "statementId" FROM written) c;
  RETURN changed;
END
$$;
