-- What counts for readers is what src/visible lets them see, for the desk whatever was not withdrawn.
CREATE OR REPLACE FUNCTION "verdict_stands"(verdict "VerdictState", for_readers boolean)
RETURNS boolean LANGUAGE sql IMMUTABLE
RETURN CASE WHEN for_readers THEN is_public_verdict_here(verdict) ELSE verdict <> 'withdrawn' END;
