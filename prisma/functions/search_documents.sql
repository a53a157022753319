-- The entries for these documents. The entries of things that readers see depend only on what readers see; other
-- entries, which only the desk finds, on everything at the desk.
CREATE OR REPLACE FUNCTION "search_documents"(ids integer[])
RETURNS TABLE(thing integer, seen boolean, marked text[], said tsvector) LANGUAGE plpgsql
SET search_path = public, pg_temp
-- One plan, in the written order, through the indexes: docs/decisions/derived-values.md.
SET plan_cache_mode = force_generic_plan
SET join_collapse_limit = 1
SET enable_seqscan = off
SET enable_hashjoin = off
SET enable_mergejoin = off
SET enable_material = off
SET jit = off
AS $$
BEGIN
  RETURN QUERY
  SELECT d."id", is_public_document(d."state"),
    ARRAY['#kind:document', '#doc:' || d."id", '#in:' || d."publisherId"] || search_said(d."publishedOn", d."publishedPrecision"),
    setweight(search_words(d."title"), 'A') || t."words"
  FROM unnest(ids) AS due(id) JOIN "Document" d ON d."id" = due.id JOIN "StoredText" t ON t."id" = d."textId";
END
$$;
