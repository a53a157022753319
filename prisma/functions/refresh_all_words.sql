-- The words of every stored text anew, where search_words makes others of them now: a generated column is computed when what
-- it is computed from is written, and only then.
CREATE OR REPLACE FUNCTION "refresh_all_words"() RETURNS void LANGUAGE plpgsql
SET search_path = public, pg_temp
AS $$
BEGIN
  UPDATE "StoredText" SET "content" = "content" WHERE "words" IS DISTINCT FROM search_words("content");
END
$$;
