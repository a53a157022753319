-- Whether a statement counts: at the desk unless it or its document was withdrawn, for readers if they see both.
CREATE OR REPLACE FUNCTION "statement_stands"(statement "StatementState", document "PublicationState", for_readers boolean)
RETURNS boolean LANGUAGE sql IMMUTABLE
RETURN CASE WHEN for_readers THEN is_public_statement_here(statement) AND is_public_document(document)
  ELSE statement <> 'withdrawn' AND document <> 'withdrawn' END;
