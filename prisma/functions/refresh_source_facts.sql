-- How these statements count for their sources, after their own facts: see docs/decisions/reading-speed.md. `via` is
-- who passed it on next, or the publisher; the way begins there, unless it leads into a circle. OFFSET 0 keeps the
-- planner from merging the lookups.
CREATE OR REPLACE FUNCTION "refresh_source_facts"(ids integer[]) RETURNS void LANGUAGE plpgsql
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
  WITH stood AS MATERIALIZED (
    SELECT DISTINCT ON (f."statementId", f."forReaders", h."sourceId")
      f."statementId", f."forReaders", h."sourceId", h."id" AS hop, h."position", f."distance", f."way"
    FROM unnest(ids) AS due(id)
    JOIN "StatementFacts" f ON f."statementId" = due.id
    JOIN "Hop" h ON h."statementId" = due.id
    WHERE h."naming" = 'named'
    ORDER BY f."statementId", f."forReaders", h."sourceId", h."position"
  ),
  computed AS MATERIALIZED (
    SELECT s."sourceId", s."forReaders", s."statementId", s."position", s."distance",
      CASE WHEN n."id" IS NULL THEN p.publisher WHEN n."naming" = 'named' THEN n."sourceId" END AS via,
      coalesce(
        (SELECT v."ratingId" FROM "Verdict" v
         WHERE v."hopId" = s.hop AND verdict_stands(v."state", s."forReaders") ORDER BY v."id" DESC LIMIT 1),
        (SELECT v."ratingId" FROM "Verdict" v
         WHERE v."statementId" = s."statementId" AND s."position" = 0 AND verdict_stands(v."state", s."forReaders")
         ORDER BY v."id" DESC LIMIT 1)
      ) AS rating,
      coalesce(c.ids, '{}') AS claims, coalesce(c.ratings, '{}') AS ratings, coalesce(t.ids, '{}') AS topics
    FROM stood s
    CROSS JOIN LATERAL (
      SELECT CASE WHEN s."distance" IS NOT NULL THEN s."way"[1] ELSE (
        SELECT d."publisherId" FROM "Statement" o JOIN "Version" e ON e."id" = o."versionId" JOIN "Document" d ON d."id" = e."documentId"
        WHERE o."id" = s."statementId"
      ) END AS publisher OFFSET 0
    ) p
    LEFT JOIN "Hop" n ON n."statementId" = s."statementId" AND n."position" = s."position" + 1
    CROSS JOIN LATERAL (
      SELECT array_agg(l."claimId" ORDER BY l."claimId") AS ids, array_agg(l.rating ORDER BY l."claimId") AS ratings
      FROM (
        SELECT k."claimId", (
          SELECT v."ratingId" FROM "Verdict" v
          WHERE v."claimId" = k."claimId" AND verdict_stands(v."state", s."forReaders") ORDER BY v."id" DESC LIMIT 1
        ) AS rating
        FROM "StatementClaim" k JOIN "Claim" m ON m."id" = k."claimId" AND claim_stands(m."state", s."forReaders")
        WHERE k."statementId" = s."statementId" AND k."stance" = 'asserts' AND s."position" = 0
        OFFSET 0
      ) l
    ) c
    CROSS JOIN LATERAL (
      SELECT array_agg(DISTINCT l."topicId" ORDER BY l."topicId") AS ids
      FROM (
        SELECT o."topicId"
        FROM "StatementClaim" k JOIN "Claim" m ON m."id" = k."claimId" AND claim_stands(m."state", s."forReaders")
        JOIN "ClaimTopic" o ON o."claimId" = k."claimId"
        WHERE k."statementId" = s."statementId"
        OFFSET 0
      ) l
    ) t
  ),
  gone AS (
    DELETE FROM "SourceFacts" f WHERE f."statementId" = ANY (ids)
      AND (f."sourceId", f."forReaders", f."statementId") NOT IN (SELECT k."sourceId", k."forReaders", k."statementId" FROM computed k)
  )
  INSERT INTO "SourceFacts" AS f ("sourceId", "forReaders", "statementId", "position", "distance", "viaId", "ratingId",
    "claimIds", "claimRatingIds", "topicIds")
  SELECT k."sourceId", k."forReaders", k."statementId", k."position", k."distance", k.via, k.rating, k.claims, k.ratings, k.topics
  FROM computed k
  ON CONFLICT ("sourceId", "forReaders", "statementId") DO UPDATE SET "position" = excluded."position",
    "distance" = excluded."distance", "viaId" = excluded."viaId", "ratingId" = excluded."ratingId",
    "claimIds" = excluded."claimIds", "claimRatingIds" = excluded."claimRatingIds", "topicIds" = excluded."topicIds"
  WHERE (f."position", f."distance", f."viaId", f."ratingId", f."claimIds", f."claimRatingIds", f."topicIds") IS DISTINCT FROM
    (excluded."position", excluded."distance", excluded."viaId", excluded."ratingId", excluded."claimIds",
     excluded."claimRatingIds", excluded."topicIds");
END
$$;
