-- Twelve numbers of a MinHash over stems. Two sentences that have s of all their stems in common have at least one number
-- in common with the probability 1 - (1 - s²)¹²: .97 where s is a half, .54 where it is a quarter. Each stem is one
-- number of 32 bits, by md5, which is the same in every version and on every machine; 24 orders of these numbers come from
-- multiplying and shifting them.
CREATE OR REPLACE FUNCTION "claim_bands"(stems text[]) RETURNS integer[] LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN ARRAY(
  SELECT ((min(a.mixed) # ((min(b.mixed) + band) * 1540483477 & 4294967295)) - 2147483648)::integer
  FROM (SELECT ('x' || left(md5(stem), 8))::bit(32)::bigint AS number FROM unnest(stems) stem OFFSET 0) s
  CROSS JOIN generate_series(1, 12) band
  CROSS JOIN LATERAL (SELECT (s.number # (band * 2654435761 & 4294967295)) * 1540483477 & 4294967295 AS once) c
  CROSS JOIN LATERAL (SELECT (c.once # (c.once >> 15)) * 1274126177 & 4294967295 AS mixed) a
  CROSS JOIN LATERAL (SELECT (a.mixed # (a.mixed >> 13)) * 1540483477 & 4294967295 AS mixed) b
  GROUP BY band ORDER BY band);
