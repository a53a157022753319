-- At least one admin must remain; two transactions that each remove one wait here for each other.
CREATE OR REPLACE FUNCTION "account_keeps_an_admin"() RETURNS trigger LANGUAGE plpgsql
SET search_path = public, pg_temp
AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(7303016);
  IF NOT EXISTS (SELECT FROM "Account" WHERE "role" = 'admin' AND "disabledAt" IS NULL) THEN
    RAISE EXCEPTION 'The last admin can be neither disabled nor given another role';
  END IF;
  RETURN NULL;
END
$$;
