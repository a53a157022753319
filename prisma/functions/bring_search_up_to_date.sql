-- As with the derived values (bring_facts_up_to_date), the first of the deferred triggers does everything, under the
-- same lock.
CREATE OR REPLACE FUNCTION "bring_search_up_to_date"() RETURNS trigger LANGUAGE plpgsql
SET search_path = public, pg_temp
SET lock_timeout = '10s'
AS $$
DECLARE
  due text := current_setting('on_record.due_search', true);
BEGIN
  IF due IS NULL OR due = '' THEN
    IF current_setting('on_record.search_rows_came_first', true) IS DISTINCT FROM 'yes' THEN
      PERFORM set_config('on_record.search_rows_came_first', 'yes', true);
    END IF;
    RETURN NULL;
  END IF;
  PERFORM set_config('on_record.due_search', '', true);
  PERFORM pg_advisory_xact_lock(7303016);
  PERFORM refresh_due_search(string_to_array(due, ','));
  RETURN NULL;
END
$$;
