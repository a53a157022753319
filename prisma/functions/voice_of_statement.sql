-- The publisher whose word a passage's own voice is: if several documents print it, the one that printed it first. `alike`
-- has them in this order (copies_of), and no text after the first with the passage is read.
CREATE OR REPLACE FUNCTION "voice_of_statement"(statement_id integer, alike integer[], for_readers boolean) RETURNS integer LANGUAGE sql
SET search_path = public, pg_temp
AS $$
  SELECT d."publisherId"
  FROM "Statement" s JOIN "Version" own ON own."id" = s."versionId"
  CROSS JOIN LATERAL (SELECT id, place FROM unnest(alike) WITH ORDINALITY AS a(id, place) ORDER BY place OFFSET 0) printed
  JOIN "Document" d ON d."id" = printed.id
  WHERE s."id" = statement_id
    AND CASE WHEN for_readers THEN is_public_document(d."state") ELSE d."state" <> 'withdrawn' END
    AND (d."id" = own."documentId" OR EXISTS (
      SELECT FROM "Version" v JOIN "StoredText" t ON t."id" = v."textId"
      WHERE v."documentId" = d."id" AND (t."id" = own."textId" OR is_nearly_in(s."words", t."content"))))
  ORDER BY printed.place LIMIT 1
$$;
