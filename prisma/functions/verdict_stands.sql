-- For readers, a verdict counts if src/visible shows it to them; for the desk, unless it was withdrawn.
CREATE OR REPLACE FUNCTION "verdict_stands"(verdict "VerdictState", for_readers boolean)
RETURNS boolean LANGUAGE sql IMMUTABLE
RETURN CASE WHEN for_readers THEN is_public_verdict_here(verdict) ELSE verdict <> 'withdrawn' END;
