-- How many of these entries have each mark, the most frequent eight of each kind.
CREATE OR REPLACE FUNCTION "search_counts"(entries integer[])
RETURNS TABLE(mark text, hits integer) LANGUAGE plpgsql STABLE
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
  WITH counted AS (
    SELECT m.mark, count(*)::integer AS hits
    FROM unnest(entries) AS f(id) JOIN "SearchEntry" e ON e."id" = f.id CROSS JOIN LATERAL unnest(e."marks") AS m(mark)
    WHERE split_part(m.mark, ':', 1) IN ('#kind', '#by', '#in', '#topic', '#rating') OR m.mark LIKE '#said:____'
    GROUP BY m.mark
  ),
  ranked AS (
    SELECT c.mark, c.hits, row_number() OVER (PARTITION BY split_part(c.mark, ':', 1) ORDER BY c.hits DESC, c.mark) AS rank FROM counted c
  )
  SELECT r.mark, r.hits FROM ranked r WHERE r.rank <= 8;
END
$$;
