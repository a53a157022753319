-- A note on a passage has a position in the text. Checked at the end of the transaction, because the spans are written
-- after it.
CREATE OR REPLACE FUNCTION "note_has_spans"() RETURNS trigger LANGUAGE plpgsql
SET search_path = public, pg_temp
AS $$
DECLARE
  this integer;
BEGIN
  IF TG_TABLE_NAME = 'Note' THEN this := NEW."id"; ELSE this := OLD."noteId"; END IF;
  IF EXISTS (SELECT FROM "Note" WHERE "id" = this AND "words" IS NOT NULL)
    AND NOT EXISTS (SELECT FROM "NoteSpan" WHERE "noteId" = this)
  THEN
    RAISE EXCEPTION 'A note on a passage has its place in the text' USING ERRCODE = 'check_violation', CONSTRAINT = 'Note_spans';
  END IF;
  RETURN NULL;
END
$$;
