-- Makes what a claim is found by among those that say nearly the same, whenever its sentence is written.
CREATE OR REPLACE FUNCTION "keep_claim_signs"() RETURNS trigger LANGUAGE plpgsql
SET search_path = public, pg_temp
AS $$
BEGIN
  INSERT INTO "ClaimSigns" ("claimId", "folded", "stems", "bands")
  SELECT NEW."id", claim_folded(NEW."sentence"), s.stems, claim_bands(s.stems)
  FROM (SELECT claim_stems(NEW."sentence") AS stems OFFSET 0) s
  ON CONFLICT ("claimId") DO UPDATE
  SET "folded" = excluded."folded", "stems" = excluded."stems", "bands" = excluded."bands";
  RETURN NULL;
END
$$;
