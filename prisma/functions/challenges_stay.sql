-- A challenge's number answers for ever what became of it, and a published challenge is never hidden again.
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
