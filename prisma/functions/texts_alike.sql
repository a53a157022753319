-- The texts of these documents and of all that print the same.
CREATE OR REPLACE FUNCTION "texts_alike"(document_ids integer[]) RETURNS SETOF integer LANGUAGE sql STABLE
SET search_path = public, pg_temp
AS $$
  SELECT DISTINCT v."textId" FROM documents_alike(document_ids) AS alike(id) JOIN "Version" v ON v."documentId" = alike.id
$$;
