-- The sources or documents that a name means, at most `most` of them, in no order.
CREATE OR REPLACE FUNCTION "search_named"(query tsquery, most integer) RETURNS SETOF integer LANGUAGE plpgsql STABLE
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
  RETURN QUERY SELECT coalesce(e."sourceId", e."documentId") FROM "SearchEntry" e WHERE e."words" @@ query LIMIT most;
END
$$;
