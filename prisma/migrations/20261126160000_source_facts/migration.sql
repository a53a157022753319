-- CreateTable
CREATE TABLE "SourceFacts" (
    "sourceId" INTEGER NOT NULL,
    "forReaders" BOOLEAN NOT NULL,
    "statementId" INTEGER NOT NULL,
    "position" INTEGER NOT NULL,
    "distance" INTEGER,
    "viaId" INTEGER,
    "ratingId" INTEGER,
    "claimIds" INTEGER[],
    "claimRatingIds" INTEGER[],
    "topicIds" INTEGER[],

    CONSTRAINT "SourceFacts_pkey" PRIMARY KEY ("sourceId","forReaders","statementId")
);

-- CreateIndex
CREATE INDEX "SourceFacts_statementId_idx" ON "SourceFacts"("statementId");

-- AddForeignKey
ALTER TABLE "SourceFacts" ADD CONSTRAINT "SourceFacts_statementId_fkey" FOREIGN KEY ("statementId") REFERENCES "Statement"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What counts for readers is what policy.ts lets them see, for the desk whatever was not withdrawn.
CREATE FUNCTION "claim_stands"(claim "PublicationState", for_readers boolean) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE WHEN for_readers THEN claim IN ('published', 'corrected') ELSE claim <> 'withdrawn' END
$$;
CREATE FUNCTION "verdict_stands"(verdict "VerdictState", for_readers boolean) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE WHEN for_readers THEN verdict = 'published' ELSE verdict <> 'withdrawn' END
$$;

-- Of these statements, after their own facts: see docs/decisions/reading-speed.md. `via` is who passed it on next, or who
-- published it; the way begins with that one, unless it leads in a circle. OFFSET 0 keeps the plans of what is looked up.
CREATE FUNCTION "refresh_source_facts"(ids integer[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  WITH stood AS MATERIALIZED (
    SELECT DISTINCT ON (f."statementId", f."forReaders", h."sourceId")
      f."statementId", f."forReaders", h."sourceId", h."id" AS hop, h."position", f."distance", f."way"
    FROM unnest(ids) AS due(id)
    JOIN "StatementFacts" f ON f."statementId" = due.id
    JOIN "Hop" h ON h."statementId" = due.id
    WHERE h."sourceId" IS NOT NULL
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

-- As it was (20261124152000_derived), and then of those statements what counts with their sources.
CREATE OR REPLACE FUNCTION "refresh_due_facts"(due text[]) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  todo integer[];
  done integer[] := '{}';
  changed integer[];
  moved integer[] := '{}';
BEGIN
  SELECT coalesce(array_agg(id), '{}') INTO todo FROM (
    SELECT substr(d, 2)::integer AS id FROM unnest(due) d WHERE d LIKE 's%'
    UNION
    SELECT s."id" FROM unnest(due) d JOIN "Version" v ON v."textId" = substr(d, 2)::integer
      JOIN "Statement" s ON s."versionId" = v."id" WHERE d LIKE 't%'
  ) touched;
  WHILE cardinality(todo) > 0 LOOP
    changed := '{}';
    FOR i IN 1 .. cardinality(todo) BY 500 LOOP
      changed := changed || refresh_statement_facts(todo[i : i + 499]);
    END LOOP;
    done := done || todo;
    moved := moved || changed;
    SELECT coalesce(array_agg(id), '{}') INTO todo FROM (
      SELECT h."statementId" AS id FROM unnest(changed) AS c(id) JOIN "Hop" h ON h."upstreamId" = c.id
      EXCEPT SELECT unnest(done)
    ) next;
  END LOOP;

  FOR i IN 1 .. cardinality(done) BY 500 LOOP
    PERFORM refresh_source_facts(done[i : i + 499]);
  END LOOP;

  todo := ARRAY(SELECT unnest(done) UNION SELECT substr(d, 2)::integer FROM unnest(due) d WHERE d LIKE 'v%');
  FOR i IN 1 .. cardinality(todo) BY 500 LOOP
    PERFORM refresh_weakest_steps(todo[i : i + 499]);
  END LOOP;

  todo := ARRAY(
    SELECT substr(d, 2)::integer FROM unnest(due) d WHERE d LIKE 'c%'
    UNION
    SELECT sc."claimId" FROM unnest(moved) AS m(id) JOIN "StatementClaim" sc ON sc."statementId" = m.id
  );
  FOR i IN 1 .. cardinality(todo) BY 500 LOOP
    PERFORM refresh_claim_facts(todo[i : i + 499]);
  END LOOP;
END
$$;

-- As it was (20261124152000_derived), and what counts with sources.
CREATE OR REPLACE FUNCTION "refresh_all_facts"() RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  ids integer[];
  last integer := 0;
BEGIN
  PERFORM pg_advisory_xact_lock(7303016);
  LOOP
    SELECT array_agg(s."id"), max(s."id") INTO ids, last
      FROM (SELECT "id" FROM "Statement" WHERE "id" > last ORDER BY "id" LIMIT 500) s;
    EXIT WHEN ids IS NULL;
    PERFORM refresh_statement_facts(ids);
    PERFORM refresh_weakest_steps(ids);
    PERFORM refresh_source_facts(ids);
  END LOOP;
  last := 0;
  LOOP
    SELECT array_agg(c."id"), max(c."id") INTO ids, last
      FROM (SELECT "id" FROM "Claim" WHERE "id" > last ORDER BY "id" LIMIT 500) c;
    EXIT WHEN ids IS NULL;
    PERFORM refresh_claim_facts(ids);
  END LOOP;
END
$$;

-- As it was (20261124221000_search_plans), and what counts with the sources of statements whose claims, topics or verdicts
-- changed ("f").
CREATE OR REPLACE FUNCTION "refresh_due_search"(due text[]) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  todo integer[];
  written record;
  changed integer[] := '{}';
  shown integer[] := '{}';
BEGIN
  todo := ARRAY(SELECT DISTINCT substr(d, 2)::integer FROM unnest(due) d WHERE d LIKE 'd%');
  IF cardinality(todo) > 0 THEN PERFORM write_document_entries(todo); END IF;

  todo := ARRAY(SELECT DISTINCT substr(d, 2)::integer FROM unnest(due) d WHERE d LIKE 's%' ORDER BY 1);
  FOR i IN 1 .. cardinality(todo) BY 500 LOOP
    written := write_statement_entries(todo[i : i + 499]);
    changed := changed || written.changed;
    shown := shown || written.shown;
  END LOOP;

  todo := ARRAY(
    SELECT substr(d, 2)::integer FROM unnest(due) d WHERE d LIKE 'c%'
    UNION
    SELECT sc."claimId" FROM unnest(changed) AS s(id) JOIN "StatementClaim" sc ON sc."statementId" = s.id
    ORDER BY 1
  );
  FOR i IN 1 .. cardinality(todo) BY 500 LOOP
    PERFORM write_claim_entries(todo[i : i + 499]);
  END LOOP;

  todo := ARRAY(SELECT DISTINCT substr(d, 2)::integer FROM unnest(due) d WHERE d LIKE 'f%' ORDER BY 1);
  FOR i IN 1 .. cardinality(todo) BY 500 LOOP
    PERFORM refresh_source_facts(todo[i : i + 499]);
  END LOOP;

  todo := ARRAY(
    SELECT substr(d, 2)::integer FROM unnest(due) d WHERE d LIKE 'o%'
    UNION
    SELECT h."sourceId" FROM unnest(shown) AS s(id) JOIN "Hop" h ON h."statementId" = s.id WHERE h."sourceId" IS NOT NULL
    ORDER BY 1
  );
  FOR i IN 1 .. cardinality(todo) BY 500 LOOP
    PERFORM write_source_entries(todo[i : i + 499]);
  END LOOP;
END
$$;

CREATE OR REPLACE FUNCTION "note_due_search"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  due text;
BEGIN
  CASE TG_TABLE_NAME
    WHEN 'Document' THEN
      SELECT string_agg(DISTINCT n.due, ',') INTO due FROM changed c CROSS JOIN LATERAL (
        SELECT unnest(ARRAY['d' || c."id", 'o' || c."publisherId"]) AS due
        UNION ALL
        SELECT 's' || s."id" FROM "Version" v JOIN "Statement" s ON s."versionId" = v."id" WHERE v."documentId" = c."id"
      ) n;
    WHEN 'Statement' THEN SELECT string_agg('s' || "id", ',') INTO due FROM changed;
    -- Of a source it is told whether readers see it in a chain: what they never saw changes nothing in that.
    WHEN 'Hop' THEN
      SELECT string_agg(concat('s' || c."statementId", CASE WHEN s."id" IS NULL OR s."publishedAt" IS NOT NULL
        OR s."state" = 'published' THEN ',o' || c."sourceId" END), ',')
      INTO due FROM changed c LEFT JOIN "Statement" s ON s."id" = c."statementId";
    WHEN 'StatementClaim' THEN SELECT string_agg(concat('c', "claimId", ',s', "statementId", ',f', "statementId"), ',') INTO due FROM changed;
    WHEN 'Claim' THEN
      SELECT string_agg(n.due, ',') INTO due FROM changed c CROSS JOIN LATERAL (
        SELECT 'c' || c."id" AS due
        UNION ALL
        SELECT concat('s', sc."statementId", ',f', sc."statementId") FROM "StatementClaim" sc WHERE sc."claimId" = c."id"
      ) n;
    WHEN 'ClaimTopic' THEN
      SELECT string_agg(DISTINCT n.due, ',') INTO due FROM changed c CROSS JOIN LATERAL (
        SELECT 'c' || c."claimId" AS due
        UNION ALL
        SELECT concat('s', sc."statementId", ',f', sc."statementId") FROM "StatementClaim" sc WHERE sc."claimId" = c."claimId"
      ) n;
    WHEN 'Verdict' THEN
      SELECT string_agg(n.due, ',') INTO due FROM changed c LEFT JOIN "Hop" h ON h."id" = c."hopId" CROSS JOIN LATERAL (
        SELECT concat('s', o.id, ',f', o.id) AS due FROM (SELECT coalesce(c."statementId", h."statementId") AS id) o
        WHERE o.id IS NOT NULL
        UNION ALL
        SELECT 'c' || c."claimId" WHERE c."claimId" IS NOT NULL
        UNION ALL
        SELECT 'f' || sc."statementId" FROM "StatementClaim" sc WHERE sc."claimId" = c."claimId"
      ) n;
    WHEN 'Source' THEN SELECT string_agg('o' || "id", ',') INTO due FROM changed;
    ELSE SELECT string_agg('o' || "sourceId", ',') INTO due FROM changed;
  END CASE;
  IF due IS NULL OR due = '' THEN RETURN NULL; END IF;
  -- Under SET CONSTRAINTS … IMMEDIATE the row triggers came before this one, and come no more.
  IF current_setting('on_record.search_rows_came_first', true) = 'yes' THEN
    PERFORM pg_advisory_xact_lock(7303016);
    PERFORM refresh_due_search(string_to_array(due, ','));
  ELSE
    PERFORM set_config('on_record.due_search', concat_ws(',', nullif(current_setting('on_record.due_search', true), ''), due), true);
  END IF;
  RETURN NULL;
END
$$;

-- What a source's page counts: the newest `most` statements that stand and have it in their chain, and the claims it makes.
CREATE FUNCTION "count_source"(source integer, for_readers boolean, most integer, most_listed integer)
RETURNS TABLE ("groups" jsonb, "found" jsonb, "topics" jsonb, "ratings" jsonb) LANGUAGE plpgsql STABLE AS $$
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

-- What a topic's page counts: the newest `most` statements that stand and make a claim about it, and those claims.
CREATE FUNCTION "count_topic"(topic integer, for_readers boolean, most integer, most_listed integer)
RETURNS TABLE ("groups" jsonb, "found" jsonb, "ratings" jsonb) LANGUAGE plpgsql STABLE AS $$
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

DROP FUNCTION "count_said"(integer, integer, boolean, "PublicationState"[], "VerdictState"[], integer, integer);

-- Whatever is created anew has lost its settings: see 20261124152000_derived.
DO $$
DECLARE
  function text;
  setting text;
BEGIN
  FOREACH function IN ARRAY ARRAY['refresh_source_facts(integer[])', 'refresh_due_facts(text[])', 'refresh_due_search(text[])',
    'note_due_search()', 'count_source(integer, boolean, integer, integer)', 'count_topic(integer, boolean, integer, integer)'] LOOP
    EXECUTE format('ALTER FUNCTION %s SET plan_cache_mode = force_generic_plan', function);
    EXECUTE format('ALTER FUNCTION %s SET join_collapse_limit = 1', function);
    FOREACH setting IN ARRAY ARRAY['enable_seqscan', 'enable_hashjoin', 'enable_mergejoin', 'enable_material', 'jit'] LOOP
      EXECUTE format('ALTER FUNCTION %s SET %I = off', function, setting);
    END LOOP;
  END LOOP;
END
$$;

ALTER FUNCTION "note_due_search"() SET lock_timeout = '10s';

-- What the desks that are there have stored.
DO $$
DECLARE
  ids integer[];
  last integer := 0;
BEGIN
  LOOP
    SELECT array_agg(s."id"), max(s."id") INTO ids, last
      FROM (SELECT "id" FROM "Statement" WHERE "id" > last ORDER BY "id" LIMIT 500) s;
    EXIT WHEN ids IS NULL;
    PERFORM refresh_source_facts(ids);
  END LOOP;
END
$$;
