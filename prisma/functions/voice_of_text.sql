-- The publisher whose word a text's own voice is: if several print one text, the one that printed it first.
CREATE OR REPLACE FUNCTION "voice_of_text"(text_id integer, for_readers boolean) RETURNS integer LANGUAGE sql
SET search_path = public, pg_temp
AS $$
  SELECT d."publisherId" FROM "Version" v JOIN "Document" d ON d."id" = v."documentId"
  WHERE v."textId" = text_id
    AND CASE WHEN for_readers THEN is_public_document(d."state") ELSE d."state" <> 'withdrawn' END
  ORDER BY d."publishedOn" NULLS LAST, d."id" LIMIT 1
$$;
