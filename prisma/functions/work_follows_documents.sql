-- Merging publishers changes thousands of documents in one command, so their work is changed in one command as well,
-- and locked by id, as everywhere.
CREATE OR REPLACE FUNCTION "work_follows_documents"() RETURNS trigger LANGUAGE plpgsql
SET search_path = public, pg_temp
-- One plan, in the written order, through the indexes: docs/decisions/derived-values.md.
SET enable_seqscan = off
SET enable_hashjoin = off
SET enable_mergejoin = off
SET jit = off
AS $$
BEGIN
  UPDATE "Work" w SET "title" = f."title", "state" = f."state", "publisherId" = f."publisherId"
  FROM (
    SELECT w."id", c."title", c."state", c."publisherId" FROM changed c JOIN "Work" w ON w."documentId" = c."id"
    WHERE (w."title", w."state", w."publisherId") IS DISTINCT FROM (c."title", c."state", c."publisherId")
    ORDER BY w."id" FOR NO KEY UPDATE OF w
  ) f
  WHERE w."id" = f."id";
  RETURN NULL;
END
$$;
