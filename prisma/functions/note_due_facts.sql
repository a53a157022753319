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
    -- Whose word a passage is can follow from any document that prints the same.
    WHEN 'Version' THEN
      SELECT string_agg(DISTINCT 't' || id, ',') INTO due FROM (
        SELECT "textId" AS id FROM changed
        UNION
        SELECT texts_alike(ARRAY(SELECT v."documentId" FROM changed c JOIN "Version" v USING ("textId")
          UNION SELECT "documentId" FROM changed))
      ) texts;
    WHEN 'Document' THEN
      SELECT string_agg('t' || id, ',') INTO due FROM texts_alike(ARRAY(SELECT "id" FROM changed)) AS texts(id);
    WHEN 'DocumentCopy' THEN
      SELECT string_agg('t' || id, ',') INTO due
      FROM texts_alike(ARRAY(SELECT unnest(ARRAY["earlierId", "laterId"]) FROM changed)) AS texts(id);
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
