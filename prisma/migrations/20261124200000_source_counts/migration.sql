-- DropIndex
DROP INDEX "ClaimTopic_topicId_idx";

-- DropIndex
DROP INDEX "Hop_sourceId_idx";

-- CreateIndex
CREATE INDEX "ClaimTopic_topicId_claimId_idx" ON "ClaimTopic"("topicId", "claimId" DESC);

-- CreateIndex
CREATE INDEX "Document_publisherId_id_idx" ON "Document"("publisherId", "id" DESC);

-- CreateIndex
CREATE INDEX "Hop_sourceId_statementId_position_id_idx" ON "Hop"("sourceId", "statementId" DESC, "position", "id");

-- All that the page of a source or topic counts, in one question and with one plan: see docs/decisions/reading-speed.md.
-- Counted are the newest `most` statements that stand: of a source those in whose way it is, of a topic those that make a
-- claim about it; and the claims that the source itself makes, or that are about the topic.
CREATE FUNCTION "count_said"(source integer, topic integer, for_readers boolean, claims_shown "PublicationState"[],
  verdicts_shown "VerdictState"[], most integer, most_topics integer)
RETURNS TABLE ("groups" jsonb, "found" jsonb, "topics" jsonb, "ratings" jsonb) LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN QUERY
  WITH about AS MATERIALIZED (
    SELECT t."claimId" FROM "ClaimTopic" t JOIN "Claim" c ON c."id" = t."claimId" AND c."state" = ANY (claims_shown)
    WHERE t."topicId" = topic ORDER BY t."claimId" DESC LIMIT most
  ),
  counted AS MATERIALIZED (
    (SELECT DISTINCT ON (h."statementId") h."statementId", h."id" AS hop, h."position", h."sourceId" AS speaker, f."distance", f."way"
     FROM "Hop" h JOIN "StatementFacts" f ON f."statementId" = h."statementId" AND f."forReaders" = for_readers
     WHERE h."sourceId" = source
     ORDER BY h."statementId" DESC, h."position" LIMIT most)
    UNION ALL
    (SELECT DISTINCT ON (l."statementId") l."statementId", h."id", 0, CASE WHEN h."naming" = 'named' THEN h."sourceId" END,
       f."distance", f."way"
     FROM about
     JOIN "StatementClaim" l ON l."claimId" = about."claimId"
     JOIN "StatementFacts" f ON f."statementId" = l."statementId" AND f."forReaders" = for_readers
     LEFT JOIN "Hop" h ON h."statementId" = l."statementId" AND h."position" = 0
     ORDER BY l."statementId" DESC LIMIT most)
  ),
  links AS MATERIALIZED (
    SELECT m."statementId", m."position", l."claimId", l."stance" FROM counted m
    JOIN "StatementClaim" l ON l."statementId" = m."statementId"
    JOIN "Claim" c ON c."id" = l."claimId" AND c."state" = ANY (claims_shown)
    WHERE source IS NOT NULL
  ),
  claims AS (
    SELECT l."claimId" FROM links l WHERE l."position" = 0 AND l."stance" = 'asserts'
    UNION
    SELECT a."claimId" FROM about a
  ),
  -- `via` is who passed it on next, or who published it; nobody where the next one is not named. The way begins with who
  -- published it, unless it leads in a circle.
  placed AS (
    SELECT least(m."position", 1) AS place, coalesce(m.speaker, CASE WHEN m.hop IS NULL THEN p.publisher END) AS speaker, m."distance",
      CASE WHEN n."id" IS NULL THEN p.publisher WHEN n."naming" = 'named' THEN n."sourceId" END AS via,
      coalesce(
        (SELECT v."ratingId" FROM "Verdict" v WHERE v."hopId" = m.hop AND v."state" = ANY (verdicts_shown) ORDER BY v."id" DESC LIMIT 1),
        (SELECT v."ratingId" FROM "Verdict" v
         WHERE v."statementId" = m."statementId" AND m."position" = 0 AND v."state" = ANY (verdicts_shown) ORDER BY v."id" DESC LIMIT 1)
      ) AS rating
    FROM counted m
    CROSS JOIN LATERAL (
      SELECT CASE WHEN m."distance" IS NOT NULL THEN m."way"[1] ELSE (
        SELECT d."publisherId" FROM "Statement" s JOIN "Version" e ON e."id" = s."versionId" JOIN "Document" d ON d."id" = e."documentId"
        WHERE s."id" = m."statementId"
      ) END AS publisher OFFSET 0
    ) p
    LEFT JOIN "Hop" n ON n."statementId" = m."statementId" AND n."position" = m."position" + 1
  ),
  grouped AS (
    SELECT g.place, g.speaker, g."distance", g.via, g.rating, count(*) AS statements FROM placed g GROUP BY 1, 2, 3, 4, 5
  ),
  judged AS (
    SELECT held.rating, count(*) AS claims, (array_agg(c."claimId" ORDER BY c."claimId" DESC))[1:most_topics] AS newest
    FROM claims c
    LEFT JOIN LATERAL (
      SELECT v."ratingId" AS rating FROM "Verdict" v
      WHERE v."claimId" = c."claimId" AND v."state" = ANY (verdicts_shown) ORDER BY v."id" DESC LIMIT 1
    ) held ON true
    GROUP BY 1
  ),
  on_topics AS (
    SELECT o."topicId", count(DISTINCT l."statementId") AS statements
    FROM links l JOIN "ClaimTopic" o ON o."claimId" = l."claimId"
    GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT most_topics
  )
  SELECT
    (SELECT coalesce(jsonb_agg(jsonb_build_object('position', g.place, 'speaker', g.speaker, 'speakerName', said."name",
       'distance', g."distance", 'via', g.via, 'viaName', passed."name", 'ratingId', g.rating, 'count', g.statements)), '[]')
     FROM grouped g LEFT JOIN "Source" said ON said."id" = g.speaker LEFT JOIN "Source" passed ON passed."id" = g.via),
    (SELECT coalesce(jsonb_agg(jsonb_build_object('ratingId', j.rating, 'count', j.claims, 'newest', (
       SELECT jsonb_agg(jsonb_build_object('id', c."id", 'sentence', c."sentence"))
       FROM unnest(j.newest) AS n(id) JOIN "Claim" c ON c."id" = n.id WHERE j.rating IS NOT NULL
     ))), '[]') FROM judged j),
    (SELECT coalesce(jsonb_agg(jsonb_build_object('id', t."id", 'name', t."name", 'count', o.statements) ORDER BY o.statements DESC, t."id"), '[]')
     FROM on_topics o JOIN "Topic" t ON t."id" = o."topicId"),
    (SELECT jsonb_agg(jsonb_build_object('id', r."id", 'slug', r."slug", 'label', r."label", 'tone', r."tone") ORDER BY r."axis", r."position")
     FROM "Rating" r);
END
$$;

-- As those of the search: through the indexes and row by row, whoever is asked for.
DO $$
DECLARE
  setting text;
  this CONSTANT text := 'count_said(integer, integer, boolean, "PublicationState"[], "VerdictState"[], integer, integer)';
BEGIN
  EXECUTE format('ALTER FUNCTION %s SET plan_cache_mode = force_generic_plan', this);
  EXECUTE format('ALTER FUNCTION %s SET join_collapse_limit = 1', this);
  FOREACH setting IN ARRAY ARRAY['enable_seqscan', 'enable_hashjoin', 'enable_mergejoin', 'enable_material', 'jit'] LOOP
    EXECUTE format('ALTER FUNCTION %s SET %I = off', this, setting);
  END LOOP;
END
$$;
