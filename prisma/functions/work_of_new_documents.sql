-- Every document gets its row in the statement that creates it; many new ones get theirs in one go.
CREATE OR REPLACE FUNCTION "work_of_new_documents"() RETURNS trigger LANGUAGE plpgsql
SET search_path = public, pg_temp
AS $$
BEGIN
  INSERT INTO "Work" ("documentId", "title", "state", "publisherId", "recheckStatements", "createdAt")
  SELECT "id", "title", "state", "publisherId", '{}', "createdAt" FROM made ORDER BY "id";
  RETURN NULL;
END
$$;
