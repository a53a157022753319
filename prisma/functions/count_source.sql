-- The counts of a source's page: the newest `most` statements that count and have it in their chain, and their claims.
CREATE OR REPLACE FUNCTION "count_source"(source integer, for_readers boolean, most integer, most_listed integer)
RETURNS TABLE(groups jsonb, found jsonb, topics jsonb, ratings jsonb) LANGUAGE plpgsql STABLE
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
  WITH counted AS MATERIALIZED (
    SELECT * FROM "SourceFacts" f WHERE f."sourceId" = source AND f."forReaders" = for_readers
    ORDER BY f."statementId" DESC LIMIT most
  ),
  grouped AS (
    SELECT least(m."position", 1) AS place, m."distance", m."viaId", m."ratingId", count(*) AS statements
    FROM counted m GROUP BY 1, 2, 3, 4
  ),
  claims AS (
    SELECT DISTINCT c.id, c.rating FROM counted m CROSS JOIN LATERAL unnest(m."claimIds", m."claimRatingIds") AS c(id, rating)
  ),
  judged AS (
    SELECT c.rating, count(*) AS claims, (array_agg(c.id ORDER BY c.id DESC))[1:most_listed] AS newest FROM claims c GROUP BY 1
  ),
  on_topics AS (
    SELECT o.id, count(*) AS statements FROM counted m CROSS JOIN LATERAL unnest(m."topicIds") AS o(id)
    GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT most_listed
  )
  SELECT
    (SELECT coalesce(jsonb_agg(jsonb_build_object('position', g.place, 'distance', g."distance", 'via', g."viaId",
       'viaName', passed."name", 'ratingId', g."ratingId", 'count', g.statements)), '[]')
     FROM grouped g LEFT JOIN "Source" passed ON passed."id" = g."viaId"),
    (SELECT coalesce(jsonb_agg(jsonb_build_object('ratingId', j.rating, 'count', j.claims, 'newest', (
       SELECT jsonb_agg(jsonb_build_object('id', c."id", 'sentence', c."sentence"))
       FROM unnest(j.newest) AS n(id) JOIN "Claim" c ON c."id" = n.id WHERE j.rating IS NOT NULL
     ))), '[]') FROM judged j),
    (SELECT coalesce(jsonb_agg(jsonb_build_object('id', t."id", 'name', t."name", 'count', o.statements) ORDER BY o.statements DESC, t."id"), '[]')
     FROM on_topics o JOIN "Topic" t ON t."id" = o.id),
    (SELECT jsonb_agg(jsonb_build_object('id', r."id", 'slug', r."slug", 'label', r."label", 'tone', r."tone") ORDER BY r."axis", r."position")
     FROM "Rating" r);
END
$$;
