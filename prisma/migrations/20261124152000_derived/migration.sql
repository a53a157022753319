-- CreateEnum
CREATE TYPE "RootKind" AS ENUM ('named', 'described', 'unstated', 'own_voice', 'circular');

-- CreateEnum
CREATE TYPE "WeakestReason" AS ENUM ('bad', 'caution', 'unstated', 'described', 'named', 'good');

-- CreateTable
CREATE TABLE "StatementFacts" (
    "statementId" INTEGER NOT NULL,
    "forReaders" BOOLEAN NOT NULL,
    "distance" INTEGER,
    "rootKind" "RootKind" NOT NULL,
    "originSourceId" INTEGER,
    "originKey" TEXT NOT NULL,
    "way" INTEGER[],
    "circle" INTEGER[],
    "weakestHopId" INTEGER,
    "weakestReason" "WeakestReason",

    CONSTRAINT "StatementFacts_pkey" PRIMARY KEY ("statementId","forReaders")
);

-- CreateTable
CREATE TABLE "ClaimFacts" (
    "claimId" INTEGER NOT NULL,
    "forReaders" BOOLEAN NOT NULL,
    "reports" INTEGER NOT NULL,
    "origins" INTEGER NOT NULL,
    "namedOrigins" INTEGER NOT NULL,
    "unnamedRoots" INTEGER NOT NULL,
    "circularReports" INTEGER NOT NULL,
    "circularSourceIds" INTEGER[],

    CONSTRAINT "ClaimFacts_pkey" PRIMARY KEY ("claimId","forReaders")
);

-- AddForeignKey
ALTER TABLE "StatementFacts" ADD CONSTRAINT "StatementFacts_statementId_fkey" FOREIGN KEY ("statementId") REFERENCES "Statement"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ClaimFacts" ADD CONSTRAINT "ClaimFacts_claimId_fkey" FOREIGN KEY ("claimId") REFERENCES "Claim"("id") ON DELETE CASCADE ON UPDATE CASCADE;


-- What follows from chains and links, computed here and nowhere else. docs/decisions/derived-values.md says what each
-- value means and why it is done this way. In short: statement triggers note what a transaction touched, a deferred
-- trigger brings the facts of all that up to date once, before the transaction ends.

-- Whether a statement counts: at the desk unless it or its document was withdrawn, for readers if they see both.
CREATE FUNCTION "statement_stands"(statement "StatementState", document "PublicationState", for_readers boolean)
RETURNS boolean LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE WHEN for_readers THEN statement = 'published' AND document IN ('published', 'corrected')
    ELSE statement <> 'withdrawn' AND document <> 'withdrawn' END
$$;

-- Whose word a text's own voice is: of several who print one text, the one who printed it first.
CREATE FUNCTION "voice_of_text"(text_id integer, for_readers boolean) RETURNS integer LANGUAGE sql AS $$
  SELECT d."publisherId" FROM "Version" v JOIN "Document" d ON d."id" = v."documentId"
  WHERE v."textId" = text_id
    AND CASE WHEN for_readers THEN d."state" IN ('published', 'corrected') ELSE d."state" <> 'withdrawn' END
  ORDER BY d."publishedOn" NULLS LAST, d."id" LIMIT 1
$$;

-- Everything of StatementFacts but the weakest step; tells which statements' facts are other than before. Five hundred
-- at a time: lists whose length no plan can know are joined row by row.
CREATE FUNCTION "refresh_statement_facts"(ids integer[]) RETURNS integer[] LANGUAGE plpgsql AS $$
DECLARE
  changed integer[];
BEGIN
  WITH RECURSIVE
  -- From each statement to the one it was taken from, as far as it goes: the lowest step that has an upstream which
  -- stands decides. A statement met twice closes a circle; that ends every walk.
  walk AS (
    SELECT a."forReaders", s."id" AS start, s."id" AS at, d."publisherId", v."textId", 0 AS depth,
      NULL::integer AS taken_at, ARRAY[s."id"] AS path, false AS closed
    FROM unnest(ids) AS due(id)
    JOIN "Statement" s ON s."id" = due.id JOIN "Version" v ON v."id" = s."versionId" JOIN "Document" d ON d."id" = v."documentId"
    CROSS JOIN (VALUES (false), (true)) AS a("forReaders")
    WHERE statement_stands(s."state", d."state", a."forReaders")
    UNION ALL
    SELECT w."forReaders", w.start, up."id", up."publisherId", up."textId", w.depth + 1,
      up."position", w.path || up."id", up."id" = ANY (w.path)
    FROM walk w CROSS JOIN LATERAL (
      SELECT s."id", d."publisherId", v."textId", h."position"
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
  -- Who is met on the way, from the page inwards: each publisher, then the steps from the last one back to the one that
  -- was followed. What lies further in is told by the statement upstream.
  met AS (
    SELECT "forReaders", start, depth, 2147483647 AS place, "publisherId" AS source, false AS was_followed,
      CASE WHEN followed IS NULL THEN at END AS last, CASE WHEN followed IS NULL THEN "textId" END AS last_text
    FROM visited WHERE NOT closed
    UNION ALL
    SELECT v."forReaders", v.start, v.depth, h."position", CASE h."naming" WHEN 'named' THEN h."sourceId" END,
      v.followed IS NOT NULL AND h."position" = v.followed, NULL, NULL
    FROM visited v JOIN "Hop" h ON h."statementId" = v.at AND h."position" >= coalesce(v.followed, 0)
    WHERE NOT v.closed
  ),
  -- The step that was followed is the statement upstream itself, unless somebody is named in it who is not met again.
  kept AS (
    SELECT "forReaders", start, depth, place, source, last, last_text,
      source IS NOT NULL AND lag(source) OVER (PARTITION BY "forReaders", start ORDER BY depth, place DESC) = source AS is_same
    FROM (
      SELECT *, max(depth) OVER (PARTITION BY "forReaders", start, source) AS deepest FROM met
    ) m
    WHERE NOT was_followed OR (source IS NOT NULL AND deepest = depth)
  ),
  -- One row a trail that ends, with the statement it ends at.
  trail AS (
    SELECT "forReaders", start, (count(*) FILTER (WHERE is_same IS NOT TRUE) - 1)::integer AS distance,
      array_agg(source ORDER BY depth, place DESC) FILTER (WHERE source IS NOT NULL AND is_same IS NOT TRUE) AS way,
      max(last) AS last, max(last_text) AS last_text
    FROM kept GROUP BY "forReaders", start HAVING max(last) IS NOT NULL
  ),
  rooted AS (
    SELECT t.*, coalesce(root.kind, 'own_voice') AS kind,
      coalesce(speaker.source, voice_of_text(t.last_text, t."forReaders")) AS source
    FROM trail t
    LEFT JOIN LATERAL (
      SELECT h."naming"::text AS kind FROM "Hop" h WHERE h."statementId" = t.last ORDER BY h."position" LIMIT 1
    ) root ON true
    -- Who is not named is only as independent as the next one outward who is.
    LEFT JOIN LATERAL (
      SELECT h."sourceId" AS source FROM "Hop" h WHERE h."statementId" = t.last AND h."naming" = 'named'
      ORDER BY h."position" LIMIT 1
    ) speaker ON true
  ),
  -- A circle is told in one way wherever one comes into it: from its smallest statement on.
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

-- The weakest step: the worst by the order of the enum, the one nearest the origin where several are as bad. A verdict
-- that leaves it open is none.
CREATE FUNCTION "refresh_weakest_steps"(ids integer[]) RETURNS void LANGUAGE plpgsql AS $$
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
        AND CASE WHEN known."forReaders" THEN v."state" = 'published' ELSE v."state" <> 'withdrawn' END
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

-- A claim's facts follow from the facts of its statements.
CREATE FUNCTION "refresh_claim_facts"(ids integer[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  WITH RECURSIVE
  links AS (
    SELECT sc."claimId", sc."stance" = 'asserts' AS asserts, f.*
    FROM unnest(ids) AS due(id) JOIN "StatementClaim" sc ON sc."claimId" = due.id
    JOIN "StatementFacts" f ON f."statementId" = sc."statementId"
  ),
  -- "Taker has it from giver", whatever they make of it.
  edges AS (
    SELECT DISTINCT l."claimId", l."forReaders", e.taker, e.giver
    FROM links l
    CROSS JOIN LATERAL unnest(l."way"[: cardinality(l."way") - 1], l."way"[2 :]) AS e(taker, giver)
    WHERE e.taker <> e.giver
  ),
  -- Only who takes and gives can be on a circle; nearly always that is nobody.
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

-- Brings up to date what was touched, and what follows from it: each statement once, then those taken from it, as far
-- as facts change. `due` has a letter and an id each: s a statement, v one whose verdicts changed, t a text, c a claim.
CREATE FUNCTION "refresh_due_facts"(due text[]) RETURNS void LANGUAGE plpgsql AS $$
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

-- Everything anew: after rows were loaded with the triggers off, or to repair.
CREATE FUNCTION "refresh_all_facts"() RETURNS void LANGUAGE plpgsql AS $$
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

-- Notes what a command touched, for this transaction alone (and not if it is rolled back to a savepoint).
CREATE FUNCTION "note_due_facts"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  due text;
BEGIN
  CASE TG_TABLE_NAME
    WHEN 'Statement' THEN SELECT string_agg(DISTINCT 's' || "id", ',') INTO due FROM changed;
    WHEN 'Hop' THEN SELECT string_agg(DISTINCT 's' || "statementId", ',') INTO due FROM changed;
    WHEN 'StatementClaim' THEN SELECT string_agg(DISTINCT 'c' || "claimId", ',') INTO due FROM changed;
    WHEN 'Version' THEN SELECT string_agg(DISTINCT 't' || "textId", ',') INTO due FROM changed;
    WHEN 'Document' THEN
      SELECT string_agg(DISTINCT 't' || v."textId", ',') INTO due
      FROM changed c JOIN "Version" v ON v."documentId" = c."id";
    WHEN 'Verdict' THEN
      SELECT string_agg(DISTINCT 'v' || h."statementId", ',') INTO due FROM changed c JOIN "Hop" h ON h."id" = c."hopId";
    WHEN 'Rating' THEN
      SELECT string_agg(DISTINCT 'v' || h."statementId", ',') INTO due
      FROM changed c JOIN "Verdict" v ON v."ratingId" = c."id" JOIN "Hop" h ON h."id" = v."hopId";
  END CASE;
  IF due IS NULL THEN RETURN NULL; END IF;
  -- Under SET CONSTRAINTS … IMMEDIATE the row triggers came before this one, and come no more.
  IF current_setting('on_record.rows_came_first', true) = 'yes' THEN
    PERFORM pg_advisory_xact_lock(7303016);
    PERFORM refresh_due_facts(string_to_array(due, ','));
  ELSE
    PERFORM set_config('on_record.due', concat_ws(',', nullif(current_setting('on_record.due', true), ''), due), true);
  END IF;
  RETURN NULL;
END
$$;

-- The first of the deferred triggers does it for all; the others find nothing due. One transaction at a time: none may
-- compute from what another is about to change. By now no other rows are waited for, so nobody waits in a ring.
CREATE FUNCTION "bring_facts_up_to_date"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  due text := current_setting('on_record.due', true);
BEGIN
  IF due IS NULL OR due = '' THEN
    IF current_setting('on_record.rows_came_first', true) IS DISTINCT FROM 'yes' THEN
      PERFORM set_config('on_record.rows_came_first', 'yes', true);
    END IF;
    RETURN NULL;
  END IF;
  PERFORM set_config('on_record.due', '', true);
  PERFORM pg_advisory_xact_lock(7303016);
  PERFORM refresh_due_facts(string_to_array(due, ','));
  RETURN NULL;
END
$$;

-- While everything is computed anew, whoever changes something is told soon to try again, before all connections wait here.
ALTER FUNCTION "bring_facts_up_to_date"() SET lock_timeout = '10s';
ALTER FUNCTION "note_due_facts"() SET lock_timeout = '10s';

CREATE FUNCTION "refresh_emptied_facts"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM refresh_all_facts();
  RETURN NULL;
END
$$;

-- One plan for all of these: in the order they are written, through the indexes. It is made once a session, maybe while
-- the tables are empty, and must not read them whole when they are large; and the embedded engine never counts its rows.
DO $$
DECLARE
  function text;
  setting text;
BEGIN
  FOREACH function IN ARRAY ARRAY['refresh_statement_facts(integer[])', 'refresh_weakest_steps(integer[])',
    'refresh_claim_facts(integer[])', 'refresh_due_facts(text[])', 'note_due_facts()'] LOOP
    EXECUTE format('ALTER FUNCTION %s SET plan_cache_mode = force_generic_plan', function);
    EXECUTE format('ALTER FUNCTION %s SET join_collapse_limit = 1', function);
    FOREACH setting IN ARRAY ARRAY['enable_seqscan', 'enable_hashjoin', 'enable_mergejoin', 'enable_material', 'jit'] LOOP
      EXECUTE format('ALTER FUNCTION %s SET %I = off', function, setting);
    END LOOP;
  END LOOP;
END
$$;

-- The tables that facts follow from, and what of a row they follow from; a change of anything else computes nothing,
-- such as being sent to review or corrected. Transition tables are what keeps a bulk change one computation, and only row
-- triggers can be deferred: hence both kinds.
DO $$
DECLARE
  watched record;
  event record;
BEGIN
  FOR watched IN SELECT * FROM (VALUES
    ('Document', '(r."state" = ''withdrawn'', r."state" IN (''published'', ''corrected''), r."publisherId", r."publishedOn")'),
    ('Version', '(r."documentId", r."textId")'),
    ('Statement', '(r."versionId", r."state" = ''withdrawn'', r."state" = ''published'')'),
    ('Hop', '(r."statementId", r."position", r."naming", r."sourceId", r."upstreamId")'),
    ('StatementClaim', '(r."statementId", r."claimId", r."stance")'),
    ('Verdict', '(r."hopId", r."ratingId", r."state")'),
    ('Rating', 'r."tone"')
  ) AS t(name, followed) LOOP
    FOR event IN SELECT * FROM (VALUES
      ('inserted', 'INSERT', 'NEW'), ('updated_from', 'UPDATE', 'OLD'), ('updated_to', 'UPDATE', 'NEW'), ('deleted', 'DELETE', 'OLD')
    ) AS e(word, command, state) LOOP
      EXECUTE format(
        'CREATE TRIGGER %I AFTER %s ON %I REFERENCING %s TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION note_due_facts()',
        watched.name || '_facts_' || event.word, event.command, watched.name, event.state);
    END LOOP;
    EXECUTE format(
      'CREATE CONSTRAINT TRIGGER %I AFTER INSERT OR DELETE ON %I DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION bring_facts_up_to_date()',
      watched.name || '_facts_after_rows', watched.name);
    EXECUTE format(
      'CREATE CONSTRAINT TRIGGER %I AFTER UPDATE ON %I DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (%s) EXECUTE FUNCTION bring_facts_up_to_date()',
      watched.name || '_facts_after_changes', watched.name,
      replace(watched.followed, 'r.', 'OLD.') || ' IS DISTINCT FROM ' || replace(watched.followed, 'r.', 'NEW.'));
    EXECUTE format(
      'CREATE TRIGGER %I AFTER TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refresh_emptied_facts()',
      watched.name || '_facts_emptied', watched.name);
  END LOOP;
END
$$;

-- What was recorded before this migration.
SELECT refresh_all_facts();
