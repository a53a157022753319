-- What searches find is written with one plan for each kind, and a source is looked at again only where readers see or saw
-- what changed: docs/decisions/desk-speed.md.

-- One function for each kind, which writes what differs, and tells of which things that was and which of them readers see or
-- saw. What readers begin to see goes to the top, so that whoever reads on from a place further down, or follows a feed,
-- misses nothing and meets nothing twice.
DO $$
DECLARE
  kind text;
BEGIN
  FOREACH kind IN ARRAY ARRAY['document', 'statement', 'claim', 'source'] LOOP
    EXECUTE format($sql$
      CREATE OR REPLACE FUNCTION %3$I(ids integer[], OUT changed integer[], OUT shown integer[]) LANGUAGE plpgsql AS $body$
      BEGIN
        WITH wanted AS MATERIALIZED (
          SELECT w."thing", w."seen", w."marked",
            w."said" || array_to_tsvector(w."marked" || CASE WHEN w."seen" THEN ARRAY['#public'] ELSE '{}' END) AS "said"
          FROM %1$I(ids) w
        ),
        placed AS MATERIALIZED (
          SELECT w.*, e."id" AS "was", w."seen" OR coalesce(e."isPublic", false) AS "counts",
            CASE WHEN e."id" IS NULL OR (w."seen" AND NOT e."isPublic")
              THEN nextval(pg_get_serial_sequence('"SearchEntry"', 'id'))::integer ELSE e."id" END AS "place"
          FROM wanted w LEFT JOIN "SearchEntry" e ON e.%2$I = w."thing"
        ),
        gone AS (
          DELETE FROM "SearchEntry" e WHERE e.%2$I = ANY (ids) AND e.%2$I NOT IN (SELECT "thing" FROM wanted)
          RETURNING e.%2$I AS "thing", e."isPublic" AS "counts"
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
          INSERT INTO "SearchEntry" ("id", %2$I, "isPublic", "marks", "words")
          SELECT p."place", p."thing", p."seen", p."marked", p."said" || search_place(p."place") FROM placed p WHERE p."was" IS NULL
          RETURNING %2$I AS "thing", "isPublic" AS "counts"
        )
        SELECT coalesce(array_agg(c."thing"), '{}'), coalesce(array_agg(c."thing") FILTER (WHERE c."counts"), '{}')
        INTO changed, shown
        FROM (TABLE gone UNION ALL TABLE altered UNION ALL TABLE made) c;
      END
      $body$
    $sql$, 'search_' || kind || 's', kind || 'Id', 'write_' || kind || '_entries');
  END LOOP;
END
$$;

-- Brings up to date what was touched and what follows from it. `due` has a letter and an id each: d a document, s a
-- statement, c a claim, o a source.
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

-- Everything anew: after rows were loaded with the triggers off, or to repair.
CREATE OR REPLACE FUNCTION "refresh_all_search"() RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  kind text;
  ids integer[];
  last integer;
BEGIN
  PERFORM pg_advisory_xact_lock(7303016);
  FOREACH kind IN ARRAY ARRAY['source', 'document', 'statement', 'claim'] LOOP
    last := 0;
    LOOP
      EXECUTE format('SELECT array_agg(t."id"), max(t."id") FROM (SELECT "id" FROM %I WHERE "id" > $1 ORDER BY "id" LIMIT 500) t',
        initcap(kind)) INTO ids, last USING last;
      EXIT WHEN ids IS NULL;
      EXECUTE format('SELECT %I($1)', 'write_' || kind || '_entries') USING ids;
    END LOOP;
  END LOOP;
END
$$;

-- Notes what a command touched, for this transaction alone, as the derived values do (20261124152000_derived). What an
-- entry follows from is noted with it: a document that readers begin to see takes its statements along.
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
    WHEN 'StatementClaim' THEN SELECT string_agg('c' || "claimId" || ',s' || "statementId", ',') INTO due FROM changed;
    WHEN 'Claim' THEN
      SELECT string_agg(n.due, ',') INTO due FROM changed c CROSS JOIN LATERAL (
        SELECT 'c' || c."id" AS due
        UNION ALL
        SELECT 's' || sc."statementId" FROM "StatementClaim" sc WHERE sc."claimId" = c."id"
      ) n;
    WHEN 'ClaimTopic' THEN
      SELECT string_agg(DISTINCT n.due, ',') INTO due FROM changed c CROSS JOIN LATERAL (
        SELECT 'c' || c."claimId" AS due
        UNION ALL
        SELECT 's' || sc."statementId" FROM "StatementClaim" sc WHERE sc."claimId" = c."claimId"
      ) n;
    WHEN 'Verdict' THEN
      SELECT string_agg(coalesce('c' || c."claimId", 's' || coalesce(c."statementId", h."statementId")), ',') INTO due
      FROM changed c LEFT JOIN "Hop" h ON h."id" = c."hopId";
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

DROP FUNCTION IF EXISTS "write_search_entries"(text, integer[]);

-- Whatever is created anew has lost its settings: see 20261124190000_search.
DO $$
DECLARE
  function text;
  setting text;
BEGIN
  FOREACH function IN ARRAY ARRAY['write_document_entries(integer[])', 'write_statement_entries(integer[])',
    'write_claim_entries(integer[])', 'write_source_entries(integer[])', 'refresh_due_search(text[])', 'note_due_search()'] LOOP
    EXECUTE format('ALTER FUNCTION %s SET plan_cache_mode = force_generic_plan', function);
    EXECUTE format('ALTER FUNCTION %s SET join_collapse_limit = 1', function);
    FOREACH setting IN ARRAY ARRAY['enable_seqscan', 'enable_hashjoin', 'enable_mergejoin', 'enable_material', 'jit'] LOOP
      EXECUTE format('ALTER FUNCTION %s SET %I = off', function, setting);
    END LOOP;
  END LOOP;
END
$$;

ALTER FUNCTION "note_due_search"() SET lock_timeout = '10s';
