-- These documents and all that print the same: one of their texts, or a text linked with theirs as nearly the same, and
-- so on from one to the next, whatever their states. Goes from documents to texts and back, so that many documents of
-- one text are each met once.
CREATE OR REPLACE FUNCTION "documents_alike"(ids integer[]) RETURNS SETOF integer LANGUAGE sql STABLE
SET search_path = public, pg_temp
AS $$
  WITH RECURSIVE met(is_text, id) AS (
    SELECT false, unnest(ids)
    UNION
    SELECT next.is_text, next.id FROM met m CROSS JOIN LATERAL (
      SELECT true AS is_text, "textId" AS id FROM "Version" WHERE NOT m.is_text AND "documentId" = m.id
      UNION ALL
      SELECT false, "documentId" FROM "Version" WHERE m.is_text AND "textId" = m.id
      UNION ALL
      SELECT false, "laterId" FROM "DocumentCopy" WHERE NOT m.is_text AND "earlierId" = m.id AND "undoneAt" IS NULL
      UNION ALL
      SELECT false, "earlierId" FROM "DocumentCopy" WHERE NOT m.is_text AND "laterId" = m.id AND "undoneAt" IS NULL
    ) next
  )
  SELECT id FROM met WHERE NOT is_text
$$;
