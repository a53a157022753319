-- The counts of a topic's page: the newest `most` statements that count and make a claim about it, and those claims.
CREATE OR REPLACE FUNCTION "count_topic"(topic integer, for_readers boolean, most integer, most_listed integer)
RETURNS TABLE(groups jsonb, found jsonb, ratings jsonb) LANGUAGE plpgsql STABLE
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
  WITH about AS MATERIALIZED (
    SELECT t."claimId" FROM "ClaimTopic" t JOIN "Claim" c ON c."id" = t."claimId" AND claim_stands(c."state", for_readers)
    WHERE t."topicId" = topic ORDER BY t."claimId" DESC LIMIT most
  ),
  counted AS MATERIALIZED (
    SELECT DISTINCT ON (l."statementId") l."statementId", h."id" AS hop,
      CASE WHEN h."naming" = 'named' THEN h."sourceId" END AS speaker, f."distance", f."way"
    FROM about
    JOIN "StatementClaim" l ON l."claimId" = about."claimId"
    JOIN "StatementFacts" f ON f."statementId" = l."statementId" AND f."forReaders" = for_readers
    LEFT JOIN "Hop" h ON h."statementId" = l."statementId" AND h."position" = 0
    ORDER BY l."statementId" DESC LIMIT most
  ),
  placed AS (
    SELECT coalesce(m.speaker, CASE WHEN m.hop IS NULL THEN p.publisher END) AS speaker, m."distance",
      CASE WHEN n."id" IS NULL THEN p.publisher WHEN n."naming" = 'named' THEN n."sourceId" END AS via,
      coalesce(
        (SELECT v."ratingId" FROM "Verdict" v
         WHERE v."hopId" = m.hop AND verdict_stands(v."state", for_readers) ORDER BY v."id" DESC LIMIT 1),
        (SELECT v."ratingId" FROM "Verdict" v
         WHERE v."statementId" = m."statementId" AND verdict_stands(v."state", for_readers) ORDER BY v."id" DESC LIMIT 1)
      ) AS rating
    FROM counted m
    CROSS JOIN LATERAL (
      SELECT CASE WHEN m."distance" IS NOT NULL THEN m."way"[1] ELSE (
        SELECT d."publisherId" FROM "Statement" s JOIN "Version" e ON e."id" = s."versionId" JOIN "Document" d ON d."id" = e."documentId"
        WHERE s."id" = m."statementId"
      ) END AS publisher OFFSET 0
    ) p
    LEFT JOIN "Hop" n ON n."statementId" = m."statementId" AND n."position" = 1
  ),
  grouped AS (
    SELECT g.speaker, g."distance", g.via, g.rating, count(*) AS statements FROM placed g GROUP BY 1, 2, 3, 4
  ),
  judged AS (
    SELECT held.rating, count(*) AS claims, (array_agg(c."claimId" ORDER BY c."claimId" DESC))[1:most_listed] AS newest
    FROM about c
    LEFT JOIN LATERAL (
      SELECT v."ratingId" AS rating FROM "Verdict" v
      WHERE v."claimId" = c."claimId" AND verdict_stands(v."state", for_readers) ORDER BY v."id" DESC LIMIT 1
    ) held ON true
    GROUP BY 1
  )
  SELECT
    (SELECT coalesce(jsonb_agg(jsonb_build_object('position', 0, 'speaker', g.speaker, 'speakerName', said."name",
       'distance', g."distance", 'via', g.via, 'viaName', passed."name", 'ratingId', g.rating, 'count', g.statements)), '[]')
     FROM grouped g LEFT JOIN "Source" said ON said."id" = g.speaker LEFT JOIN "Source" passed ON passed."id" = g.via),
    (SELECT coalesce(jsonb_agg(jsonb_build_object('ratingId', j.rating, 'count', j.claims, 'newest', (
       SELECT jsonb_agg(jsonb_build_object('id', c."id", 'sentence', c."sentence"))
       FROM unnest(j.newest) AS n(id) JOIN "Claim" c ON c."id" = n.id WHERE j.rating IS NOT NULL
     ))), '[]') FROM judged j),
    (SELECT jsonb_agg(jsonb_build_object('id', r."id", 'slug', r."slug", 'label', r."label", 'tone', r."tone") ORDER BY r."axis", r."position")
     FROM "Rating" r);
END
$$;
