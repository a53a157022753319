-- A claim's facts depend on the facts of its statements.
CREATE OR REPLACE FUNCTION "refresh_claim_facts"(ids integer[]) RETURNS void LANGUAGE plpgsql
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
  WITH RECURSIVE
  links AS (
    SELECT sc."claimId", sc."stance" = 'asserts' AS asserts, f.*
    FROM unnest(ids) AS due(id) JOIN "StatementClaim" sc ON sc."claimId" = due.id
    JOIN "StatementFacts" f ON f."statementId" = sc."statementId"
  ),
  -- "Taker has it from giver", whatever their stance on the claim.
  edges AS (
    SELECT DISTINCT l."claimId", l."forReaders", e.taker, e.giver
    FROM links l
    CROSS JOIN LATERAL unnest(l."way"[: cardinality(l."way") - 1], l."way"[2 :]) AS e(taker, giver)
    WHERE e.taker <> e.giver
  ),
  -- Only a source that both takes and gives can be on a circle; nearly always there is none.
  ends AS (
    SELECT "claimId", "forReaders", source FROM (
      SELECT "claimId", "forReaders", taker AS source, true AS takes FROM edges
      UNION ALL SELECT "claimId", "forReaders", giver, false FROM edges
    ) e
    GROUP BY "claimId", "forReaders", source HAVING bool_or(takes) AND bool_or(NOT takes)
  ),
  reach AS (
    SELECT "claimId", "forReaders", source AS start, source AS at, false AS moved FROM ends
    UNION
    SELECT r."claimId", r."forReaders", r.start, e.giver, true
    FROM reach r
    JOIN edges e ON e."claimId" = r."claimId" AND e."forReaders" = r."forReaders" AND e.taker = r.at
    JOIN ends inner_end ON inner_end."claimId" = e."claimId" AND inner_end."forReaders" = e."forReaders" AND inner_end.source = e.giver
    WHERE r.at <> r.start OR NOT r.moved
  ),
  on_circle AS (
    SELECT "claimId", "forReaders", start AS source FROM reach WHERE moved AND at = start
    UNION
    SELECT "claimId", "forReaders", unnest("way") FROM links WHERE "rootKind" = 'circular'
  ),
  reports AS (
    SELECT l."claimId", l."forReaders", l.asserts, l."originKey", l."rootKind",
      l."rootKind" = 'circular' OR c.source IS NOT NULL AS circular
    FROM links l
    LEFT JOIN on_circle c ON c."claimId" = l."claimId" AND c."forReaders" = l."forReaders" AND c.source = l."originSourceId"
  ),
  computed AS (
    SELECT "claimId", "forReaders",
      count(*) FILTER (WHERE asserts)::integer AS reports,
      (count(DISTINCT "originKey") FILTER (WHERE asserts AND NOT circular)
        + CASE WHEN bool_or(asserts AND circular) THEN 1 ELSE 0 END)::integer AS origins,
      (count(DISTINCT "originKey")
        FILTER (WHERE asserts AND NOT circular AND "rootKind" IN ('named', 'own_voice')))::integer AS named,
      count(*) FILTER (WHERE asserts AND "rootKind" IN ('described', 'unstated'))::integer AS unnamed,
      count(*) FILTER (WHERE asserts AND circular)::integer AS circular,
      ARRAY(SELECT c.source FROM on_circle c
        WHERE c."claimId" = r."claimId" AND c."forReaders" = r."forReaders" ORDER BY c.source) AS sources
    FROM reports r GROUP BY "claimId", "forReaders"
  ),
  gone AS (
    DELETE FROM "ClaimFacts" f WHERE f."claimId" = ANY (ids)
      AND (f."claimId", f."forReaders") NOT IN (SELECT "claimId", "forReaders" FROM computed)
  )
  INSERT INTO "ClaimFacts" AS f
    ("claimId", "forReaders", "reports", "origins", "namedOrigins", "unnamedRoots", "circularReports", "circularSourceIds")
  SELECT "claimId", "forReaders", reports, origins, named, unnamed, circular, sources FROM computed
  ON CONFLICT ("claimId", "forReaders") DO UPDATE SET "reports" = excluded."reports", "origins" = excluded."origins",
    "namedOrigins" = excluded."namedOrigins", "unnamedRoots" = excluded."unnamedRoots",
    "circularReports" = excluded."circularReports", "circularSourceIds" = excluded."circularSourceIds"
  WHERE (f."reports", f."origins", f."namedOrigins", f."unnamedRoots", f."circularReports", f."circularSourceIds") IS DISTINCT FROM
    (excluded."reports", excluded."origins", excluded."namedOrigins", excluded."unnamedRoots", excluded."circularReports", excluded."circularSourceIds");
END
$$;
