-- A tsvector holds a megabyte, enough for 150,000 letters in any script. The rest of a long text is found only by its
-- statements. StoredText stores the words of each text; after a change here, recompute them.
CREATE OR REPLACE FUNCTION "search_words"(given text) RETURNS tsvector LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN to_tsvector('simple'::regconfig, search_fold(given));
