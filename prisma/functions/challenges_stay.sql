-- A number that was given out says for ever what became of it; what readers have seen is not taken back into the dark.
CREATE OR REPLACE FUNCTION "challenges_stay"() RETURNS trigger LANGUAGE plpgsql
SET search_path = public, pg_temp
AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    RAISE EXCEPTION 'Challenges are never deleted, their words can be removed with a reason';
  END IF;
  IF OLD."openedAt" IS NOT NULL AND NEW."openedAt" IS DISTINCT FROM OLD."openedAt" THEN
    RAISE EXCEPTION 'What readers have seen of a challenge stays public';
  END IF;
  RETURN NEW;
END
$$;
