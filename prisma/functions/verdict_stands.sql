-- What counts for readers is what policy.ts lets them see, for the desk whatever was not withdrawn.
CREATE OR REPLACE FUNCTION "verdict_stands"(verdict "VerdictState", for_readers boolean)
RETURNS boolean LANGUAGE sql IMMUTABLE
RETURN CASE WHEN for_readers THEN verdict = 'published' ELSE verdict <> 'withdrawn' END;
