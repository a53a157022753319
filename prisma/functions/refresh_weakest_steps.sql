-- The weakest step: the worst in the order of the enum, and between equals the one nearest the origin. A verdict that
-- leaves the question open does not count.
CREATE OR REPLACE FUNCTION "refresh_weakest_steps"(ids integer[]) RETURNS void LANGUAGE plpgsql
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
  INSERT INTO "StatementFacts" AS f ("statementId", "forReaders", "distance", "rootKind", "originSourceId", "originKey",
    "way", "circle", "weakestHopId", "weakestReason")
  SELECT known."statementId", known."forReaders", known."distance", known."rootKind", known."originSourceId",
    known."originKey", known."way", known."circle", weakest.hop, weakest.reason
  FROM "StatementFacts" known
  LEFT JOIN LATERAL (
    SELECT h."id" AS hop,
      (CASE WHEN held.tone IN ('bad', 'caution', 'good') THEN held.tone ELSE h."naming"::text END)::"WeakestReason" AS reason
    FROM "Hop" h
    LEFT JOIN LATERAL (
      SELECT r."tone"::text AS tone FROM "Verdict" v JOIN "Rating" r ON r."id" = v."ratingId"
      WHERE v."hopId" = h."id"
        AND verdict_stands(v."state", known."forReaders")
      ORDER BY v."id" DESC LIMIT 1
    ) held ON true
    WHERE h."statementId" = known."statementId"
    ORDER BY reason, h."position" LIMIT 1
  ) weakest ON true
  WHERE known."statementId" = ANY (ids)
    AND (known."weakestHopId", known."weakestReason") IS DISTINCT FROM (weakest.hop, weakest.reason)
  ON CONFLICT ("statementId", "forReaders") DO UPDATE
    SET "weakestHopId" = excluded."weakestHopId", "weakestReason" = excluded."weakestReason";
END
$$;
