-- Recomputes everything, after rows were loaded with the triggers off, or as a repair.
CREATE OR REPLACE FUNCTION "refresh_all_search"() RETURNS void LANGUAGE plpgsql
SET search_path = public, pg_temp
AS $$
DECLARE
  kind text;
  ids integer[];
  last integer;
BEGIN
  PERFORM pg_advisory_xact_lock(7303016);
  FOREACH kind IN ARRAY ARRAY['source', 'document', 'statement', 'claim'] LOOP
    last := 0;
    LOOP
      EXECUTE format('SELECT array_agg(t."id"), max(t."id") FROM (SELECT "id" FROM %I WHERE "id" > $1 ORDER BY "id" LIMIT 500) t',
        initcap(kind)) INTO ids, last USING last;
      EXIT WHEN ids IS NULL;
      EXECUTE format('SELECT %I($1)', 'write_' || kind || '_entries') USING ids;
    END LOOP;
  END LOOP;
END
$$;
