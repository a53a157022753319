-- Updates the entries of what was touched and what depends on it. `due` has a letter and an id each: d a document, s a
-- statement, c a claim, o a source, f a statement of which only its sources' counts changed.
CREATE OR REPLACE FUNCTION "refresh_due_search"(due text[]) RETURNS void LANGUAGE plpgsql
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
