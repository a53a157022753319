-- An annotation's address answers for ever what became of it.
CREATE OR REPLACE FUNCTION "annotations_stay"() RETURNS trigger LANGUAGE plpgsql
SET search_path = public, pg_temp
AS $$
BEGIN
  RAISE EXCEPTION 'Annotations are never deleted, they are marked as gone';
END
$$;
