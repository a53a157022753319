-- Every document has its row from the statement that made it on; for many made at once in one go.
CREATE OR REPLACE FUNCTION "work_of_new_documents"() RETURNS trigger LANGUAGE plpgsql
SET search_path = public, pg_temp
AS $$
BEGIN
  INSERT INTO "Work" ("documentId", "title", "state", "publisherId", "recheckStatements", "createdAt")
  SELECT "id", "title", "state", "publisherId", '{}', "createdAt" FROM made ORDER BY "id";
  RETURN NULL;
END
$$;
