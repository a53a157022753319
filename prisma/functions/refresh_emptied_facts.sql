-- TRUNCATE has no transition tables that show what depended on the rows.
CREATE OR REPLACE FUNCTION "refresh_emptied_facts"() RETURNS trigger LANGUAGE plpgsql
SET search_path = public, pg_temp
AS $$
BEGIN
  PERFORM refresh_all_facts();
  RETURN NULL;
END
$$;
