-- What counts for readers is what src/visible lets them see, for the desk whatever was not withdrawn.
CREATE OR REPLACE FUNCTION "claim_stands"(claim "PublicationState", for_readers boolean)
RETURNS boolean LANGUAGE sql IMMUTABLE
RETURN CASE WHEN for_readers THEN is_public_claim(claim) ELSE claim <> 'withdrawn' END;
