-- A statement needs a passage. Checked at the end of the transaction, because the spans are written after it.
CREATE OR REPLACE FUNCTION "statement_has_spans"() RETURNS trigger LANGUAGE plpgsql
SET search_path = public, pg_temp
AS $$
DECLARE
  this integer;
BEGIN
  IF TG_TABLE_NAME = 'Statement' THEN this := NEW."id"; ELSE this := OLD."statementId"; END IF;
  IF EXISTS (SELECT FROM "Statement" WHERE "id" = this AND "state" <> 'withdrawn')
    AND NOT EXISTS (SELECT FROM "Span" WHERE "statementId" = this)
  THEN
    RAISE EXCEPTION 'A statement has a passage of the text' USING ERRCODE = 'check_violation', CONSTRAINT = 'Statement_spans';
  END IF;
  RETURN NULL;
END
$$;
