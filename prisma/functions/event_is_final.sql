-- History is appended, never changed.
CREATE OR REPLACE FUNCTION "event_is_final"() RETURNS trigger LANGUAGE plpgsql
SET search_path = public, pg_temp
AS $$
BEGIN
  RAISE EXCEPTION 'Events are never changed or deleted';
END
$$;
