-- Makes what all claims are found by anew, after one of the functions that make it changed, and has their
-- words counted.
CREATE OR REPLACE FUNCTION "refresh_all_claim_signs"() RETURNS void LANGUAGE plpgsql
SET search_path = public, pg_temp
AS $$
BEGIN
  INSERT INTO "ClaimSigns" ("claimId", "folded", "stems", "bands")
  SELECT s."id", claim_folded(s."sentence"), s.stems, claim_bands(s.stems)
  FROM (SELECT "id", "sentence", claim_stems("sentence") AS stems FROM "Claim" OFFSET 0) s
  ON CONFLICT ("claimId") DO UPDATE
  SET "folded" = excluded."folded", "stems" = excluded."stems", "bands" = excluded."bands";
  ANALYZE "ClaimSigns";
END
$$;
