-- Made from src/visible/rules.ts by `npm run views`.
CREATE OR REPLACE FUNCTION "is_public_statement_here"(state "StatementState") RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN state IN ('published');
