-- A tsvector holds a megabyte: 150,000 letters fit in however they are written. What comes after them in a long text is
-- found by its statements alone. StoredText keeps the words of each text: whoever changes what this makes of a text also
-- makes those anew.
CREATE OR REPLACE FUNCTION "search_words"(given text) RETURNS tsvector LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN to_tsvector('simple'::regconfig, search_fold(given));
