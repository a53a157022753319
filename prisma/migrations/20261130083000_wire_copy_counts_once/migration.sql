-- voice_of_statement replaces it.
DROP FUNCTION IF EXISTS "voice_of_text"(integer, boolean);
