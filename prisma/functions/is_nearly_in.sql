-- Whether a text has these words, but for a few that were changed: at least half of what any three words in a row give,
-- as they stand. Fewer than four words, or a script without spaces, must be there as a whole.
CREATE OR REPLACE FUNCTION "is_nearly_in"(words text, content text) RETURNS boolean LANGUAGE sql IMMUTABLE
SET search_path = public, pg_temp
AS $$
  SELECT strpos(content, words) > 0 OR coalesce(
    (SELECT avg((strpos(content, concat_ws(' ', w, second, third)) > 0)::integer) >= 0.5
     FROM (
       SELECT w, lead(w, 1) OVER way AS second, lead(w, 2) OVER way AS third, count(*) OVER () AS all_words
       FROM regexp_split_to_table(words, '\s+') WITH ORDINALITY AS s(w, place) WINDOW way AS (ORDER BY place)
     ) runs
     WHERE third IS NOT NULL AND all_words >= 4),
    false)
$$;
