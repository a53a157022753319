-- The number of hits that PostgreSQL estimates from its statistics on frequent words, without looking anything up.
-- EXPLAIN is only allowed in volatile functions, whatever it explains.
CREATE OR REPLACE FUNCTION "search_estimate"(query tsquery) RETURNS double precision LANGUAGE plpgsql
SET search_path = public, pg_temp
AS $$
DECLARE
  plan json;
BEGIN
  EXECUTE format('EXPLAIN (FORMAT JSON) SELECT FROM "SearchEntry" WHERE "words" @@ %L::tsquery', query) INTO plan;
  RETURN greatest(1, (plan #>> '{0,Plan,Plan Rows}')::float);
END
$$;
