-- A digest of a sentence's folded words, equal where the words are.
CREATE OR REPLACE FUNCTION "claim_folded"(sentence text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN md5(btrim(regexp_replace(search_fold(sentence), ' +', ' ', 'g')));
