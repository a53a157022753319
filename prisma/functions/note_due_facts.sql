-- Notes what a command touched, for this transaction alone (a rollback to a savepoint removes it).
CREATE OR REPLACE FUNCTION "note_due_facts"() RETURNS trigger LANGUAGE plpgsql
SET search_path = public, pg_temp
-- One plan, in the written order, through the indexes: docs/decisions/derived-values.md.
SET plan_cache_mode = force_generic_plan
SET join_collapse_limit = 1
SET enable_seqscan = off
SET enable_hashjoin = off
SET enable_mergejoin = off
SET enable_material = off
SET jit = off
SET lock_timeout = '10s'
AS $$
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
  -- Under SET CONSTRAINTS … IMMEDIATE the row triggers have already run, and will not run again.
  IF current_setting('on_record.rows_came_first', true) = 'yes' THEN
    PERFORM pg_advisory_xact_lock(7303016);
    PERFORM refresh_due_facts(string_to_array(due, ','));
  ELSE
    PERFORM set_config('on_record.due', concat_ws(',', nullif(current_setting('on_record.due', true), ''), due), true);
  END IF;
  RETURN NULL;
END
$$;
