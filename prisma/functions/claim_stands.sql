-- For readers, a claim counts if src/visible shows it to them; for the desk, unless it was withdrawn.
CREATE OR REPLACE FUNCTION "claim_stands"(claim "PublicationState", for_readers boolean)
RETURNS boolean LANGUAGE sql IMMUTABLE
RETURN CASE WHEN for_readers THEN is_public_claim(claim) ELSE claim <> 'withdrawn' END;
