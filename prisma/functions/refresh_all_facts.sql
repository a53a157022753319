-- Recomputes everything, after rows were loaded with the triggers off, or as a repair.
CREATE OR REPLACE FUNCTION "refresh_all_facts"() RETURNS void LANGUAGE plpgsql
SET search_path = public, pg_temp
AS $$
DECLARE
  ids integer[];
  last integer := 0;
BEGIN
  PERFORM pg_advisory_xact_lock(7303016);
  LOOP
    SELECT array_agg(s."id"), max(s."id") INTO ids, last
      FROM (SELECT "id" FROM "Statement" WHERE "id" > last ORDER BY "id" LIMIT 500) s;
    EXIT WHEN ids IS NULL;
    PERFORM refresh_statement_facts(ids);
    PERFORM refresh_weakest_steps(ids);
    PERFORM refresh_source_facts(ids);
  END LOOP;
  last := 0;
  LOOP
    SELECT array_agg(c."id"), max(c."id") INTO ids, last
      FROM (SELECT "id" FROM "Claim" WHERE "id" > last ORDER BY "id" LIMIT 500) c;
    EXIT WHEN ids IS NULL;
    PERFORM refresh_claim_facts(ids);
  END LOOP;
END
$$;
