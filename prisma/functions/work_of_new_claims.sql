-- Every claim gets its row in the statement that creates it; many new ones get theirs in one go.
CREATE OR REPLACE FUNCTION "work_of_new_claims"() RETURNS trigger LANGUAGE plpgsql
SET search_path = public, pg_temp
AS $$
BEGIN
  INSERT INTO "Work" ("claimId", "title", "state", "recheckStatements", "createdAt")
  SELECT "id", "sentence", "state", '{}', "createdAt" FROM made ORDER BY "id";
  RETURN NULL;
END
$$;
