-- The first six letters of a sentence's words, each once and in order: enough of a stem in many languages. Words that most sentences
-- have tell nothing.
CREATE OR REPLACE FUNCTION "claim_stems"(sentence text) RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN ARRAY(
  SELECT DISTINCT left(word, 6) COLLATE "C" FROM unnest(string_to_array(search_fold(sentence), ' ')) word
  WHERE word <> '' AND word <> ALL (string_to_array(
    'a an the that this of in on at to for by from with and or but as has have had is are was were be been it its he she they his her their', ' '))
  ORDER BY 1);
