-- An entry's position in the order, as words: its blocks of 4096, 16,384, 65,536 and 262,144 entries. With them the
-- index itself finds the newest hits of a word that a million entries have, without reading the others.
CREATE OR REPLACE FUNCTION "search_place"(id integer) RETURNS tsvector LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN array_to_tsvector(ARRAY['#12:' || (id >> 12), '#14:' || (id >> 14), '#16:' || (id >> 16), '#18:' || (id >> 18)]);
