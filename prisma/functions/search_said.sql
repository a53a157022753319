-- "#said:2021", "#said:2021-10", … as far as the date is known.
CREATE OR REPLACE FUNCTION "search_said"(day date, known "DatePrecision")
RETURNS text[] LANGUAGE sql STABLE PARALLEL SAFE
RETURN ARRAY(
  SELECT '#said:' || to_char(day, form) FROM (VALUES (1, 'YYYY'), (2, 'YYYY-MM'), (3, 'YYYY-MM-DD')) f(place, form)
  WHERE day IS NOT NULL AND place <= CASE known WHEN 'day' THEN 3 WHEN 'month' THEN 2 ELSE 1 END
);
