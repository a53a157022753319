-- A correction that readers were shown never changes.
CREATE OR REPLACE FUNCTION "correction_is_final"() RETURNS trigger LANGUAGE plpgsql
SET search_path = public, pg_temp
AS $$
BEGIN
  RAISE EXCEPTION 'Corrections are never changed or deleted';
END
$$;
