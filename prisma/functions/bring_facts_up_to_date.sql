-- The first of the deferred triggers computes everything; the others find nothing due. One transaction at a time,
-- because none may compute from rows that another is about to change. By now the transaction waits for no other rows,
-- so there is no deadlock. While everything is recomputed, other changes soon fail with a message to try again, before
-- all connections wait here.
CREATE OR REPLACE FUNCTION "bring_facts_up_to_date"() RETURNS trigger LANGUAGE plpgsql
SET search_path = public, pg_temp
SET lock_timeout = '10s'
AS $$
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
