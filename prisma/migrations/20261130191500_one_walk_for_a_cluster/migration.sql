-- It takes the documents that print the same from whoever calls it.
DROP FUNCTION IF EXISTS voice_of_statement(integer, boolean);
