-- A reply belongs to a first note, is on the same thing, and is no more public. A check constraint can't read another
-- row.
CREATE OR REPLACE FUNCTION "note_keeps_to_its_thread"() RETURNS trigger LANGUAGE plpgsql
SET search_path = public, pg_temp
AS $$
DECLARE
  first "Note";
BEGIN
  SELECT * INTO first FROM "Note" WHERE "id" = NEW."parentId" FOR SHARE;
  IF first."parentId" IS NOT NULL
    OR (first."documentId", first."versionId", first."statementId", first."hopId", first."claimId", first."sourceId")
      IS DISTINCT FROM (NEW."documentId", NEW."versionId", NEW."statementId", NEW."hopId", NEW."claimId", NEW."sourceId")
    OR (NEW."visibility" = 'public' AND first."visibility" <> 'public')
  THEN
    RAISE EXCEPTION 'A reply keeps to its thread' USING ERRCODE = 'check_violation', CONSTRAINT = 'Note_thread';
  END IF;
  RETURN NEW;
END
$$;
