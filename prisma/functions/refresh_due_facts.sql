-- Updates the facts of what was touched, and what depends on it: each statement once, then those taken from it if facts
-- changed; then the counts of their sources. `due` has a letter and an id each: s a statement, v one whose verdicts
-- changed, t a text, c a claim.
CREATE OR REPLACE FUNCTION "refresh_due_facts"(due text[]) RETURNS void LANGUAGE plpgsql
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
