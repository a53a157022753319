-- The publisher whose word a passage's own voice is: if several documents print it, the one that printed it first. They
-- are put in order before their texts are read, so that no text after the first with the passage is.
CREATE OR REPLACE FUNCTION "voice_of_statement"(statement_id integer, for_readers boolean) RETURNS integer LANGUAGE sql
SET search_path = public, pg_temp
AS $$
  SELECT printed."publisherId"
  FROM (
    SELECT d."id", d."publisherId", d."publishedOn", s."words", own."documentId", own."textId"
    FROM "Statement" s JOIN "Version" own ON own."id" = s."versionId"
    CROSS JOIN LATERAL documents_alike(ARRAY[own."documentId"]) AS alike(id)
    JOIN "Document" d ON d."id" = alike.id
    WHERE s."id" = statement_id
      AND CASE WHEN for_readers THEN is_public_document(d."state") ELSE d."state" <> 'withdrawn' END
    ORDER BY d."publishedOn" NULLS LAST, d."id" OFFSET 0
  ) printed
  WHERE printed."id" = printed."documentId" OR EXISTS (
    SELECT FROM "Version" v JOIN "StoredText" t ON t."id" = v."textId"
    WHERE v."documentId" = printed."id" AND (t."id" = printed."textId" OR is_nearly_in(printed."words", t."content")))
  ORDER BY printed."publishedOn" NULLS LAST, printed."id" LIMIT 1
$$;
