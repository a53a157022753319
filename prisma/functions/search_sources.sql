-- The entries for these sources: see search_documents. By their names (weight A), roles and description. A merged
-- source is found only as its survivor.
CREATE OR REPLACE FUNCTION "search_sources"(ids integer[])
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
  SELECT s."id",
    EXISTS (SELECT FROM "public_source" p WHERE p."id" = s."id"),
    ARRAY['#kind:source'],
    setweight(search_words(concat_ws(' ', s."name", (SELECT string_agg(a."name", ' ') FROM "SourceAlias" a WHERE a."sourceId" = s."id"))), 'A')
    || search_words(concat_ws(' ', s."description", (SELECT string_agg(r."title", ' ') FROM "SourceRole" r WHERE r."sourceId" = s."id")))
  FROM unnest(ids) AS due(id) JOIN "Source" s ON s."id" = due.id WHERE s."mergedIntoId" IS NULL;
END
$$;
