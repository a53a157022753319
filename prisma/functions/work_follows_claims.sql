-- As work_follows_documents.
CREATE OR REPLACE FUNCTION "work_follows_claims"() RETURNS trigger LANGUAGE plpgsql
SET search_path = public, pg_temp
-- One plan, in the written order, through the indexes: docs/decisions/derived-values.md.
SET enable_seqscan = off
SET enable_hashjoin = off
SET enable_mergejoin = off
SET jit = off
AS $$
BEGIN
  UPDATE "Work" w SET "title" = f."sentence", "state" = f."state"
  FROM (
    SELECT w."id", c."sentence", c."state" FROM changed c JOIN "Work" w ON w."claimId" = c."id"
    WHERE (w."title", w."state") IS DISTINCT FROM (c."sentence", c."state")
    ORDER BY w."id" FOR NO KEY UPDATE OF w
  ) f
  WHERE w."id" = f."id";
  RETURN NULL;
END
$$;
