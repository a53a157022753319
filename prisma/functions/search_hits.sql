-- The newest hits below a position in the order, at most `most`. Searching a stretch of the order costs about as much
-- as searching all of it, except for each hit read in vain. So a rare term is searched at once, and for any other term
-- a stretch that should hold enough, first by the estimate and then by the number found. Whether readers may see an
-- entry is checked on the entry itself: nearly all have that mark, and finding it in the index for each hit took two
-- thirds of the time. A term with up to 3,000 hits counts as rare, and if few hits are still missing, only a little
-- more is searched.
CREATE OR REPLACE FUNCTION "search_hits"(query tsquery, below integer, most integer, for_readers boolean)
RETURNS SETOF integer LANGUAGE plpgsql
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
DECLARE
  newest CONSTANT integer := (SELECT coalesce(max("id"), 0) + 1 FROM "SearchEntry");
  upper_end integer := least(below, newest);
  entries_a_hit float := newest / search_estimate(query);
  -- Few enough to read them all.
  is_rare CONSTANT boolean := newest / entries_a_hit < 3000;
  stretch float;
  level integer;
  block integer;
  last_block integer;
  within tsquery;
  found_here integer;
  found_in_all integer := 0;
  looked_through float := 0;
BEGIN
  WHILE upper_end > 0 AND found_in_all < most LOOP
    stretch := greatest(
      CASE WHEN found_in_all < most / 2 THEN 4 ELSE 1 END * looked_through,
      1.3 * entries_a_hit * (most - found_in_all) + 4096
    );
    IF is_rare OR stretch > 0.6 * upper_end THEN
      last_block := 0;
      within := query;
    ELSE
      -- At most nine blocks of a size.
      level := least(18, greatest(12, 2 * ceil(log(4, (stretch / 8)::numeric)))::integer);
      block := (upper_end - 1) >> level;
      last_block := greatest(0, (upper_end - stretch::integer) >> level);
      SELECT query && string_agg(quote_literal(concat('#', level, ':', b)), ' | ')::tsquery INTO within
      FROM generate_series(last_block, block) AS b;
      last_block := last_block << level;
    END IF;
    RETURN QUERY
      WITH hits AS MATERIALIZED (
        SELECT e."id" FROM "SearchEntry" e WHERE e."words" @@ within AND (e."isPublic" OR NOT for_readers)
      )
      SELECT h."id" FROM hits h WHERE h."id" < upper_end ORDER BY h."id" DESC LIMIT most - found_in_all;
    GET DIAGNOSTICS found_here = ROW_COUNT;
    found_in_all := found_in_all + found_here;
    looked_through := looked_through + upper_end - last_block;
    upper_end := last_block;
    entries_a_hit := looked_through / greatest(found_in_all, 0.5);
  END LOOP;
END
$$;
