-- These documents and all that print the same: one of their texts, or a text linked with theirs as nearly the same, and
-- so on from one to the next, whatever their states.
CREATE OR REPLACE FUNCTION "documents_alike"(ids integer[]) RETURNS SETOF integer LANGUAGE sql STABLE
SET search_path = public, pg_temp
AS $$
  WITH RECURSIVE alike(id) AS (
    SELECT unnest(ids)
    UNION
    SELECT other.id FROM alike a CROSS JOIN LATERAL (
      SELECT "laterId" AS id FROM "DocumentCopy" WHERE "earlierId" = a.id AND "undoneAt" IS NULL
      UNION ALL
      SELECT "earlierId" FROM "DocumentCopy" WHERE "laterId" = a.id AND "undoneAt" IS NULL
      UNION ALL
      SELECT v."documentId" FROM "Version" own JOIN "Version" v ON v."textId" = own."textId" WHERE own."documentId" = a.id
    ) other
  )
  SELECT id FROM alike
$$;
