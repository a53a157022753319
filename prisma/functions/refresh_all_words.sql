-- Recomputes the words of every stored text after a change of search_words: a generated column is only computed when
-- the column it depends on is written.
CREATE OR REPLACE FUNCTION "refresh_all_words"() RETURNS void LANGUAGE plpgsql
SET search_path = public, pg_temp
AS $$
BEGIN
  UPDATE "StoredText" SET "content" = "content" WHERE "words" IS DISTINCT FROM search_words("content");
END
$$;
