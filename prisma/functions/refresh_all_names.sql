-- Recomputes the stored names after a change of fold_name. If unique names fold to the same one now, the first gets it,
-- and the others get it with a character at the end that no folded name has. No name is lost, whoever types it finds
-- the first, and two such topics are listed as probable duplicates.
CREATE OR REPLACE FUNCTION "refresh_all_names"() RETURNS void LANGUAGE plpgsql
SET search_path = public, pg_temp
AS $$
DECLARE
  unseen CONSTANT text := U&'\2060';
  kind record;
BEGIN
  UPDATE "Source" SET "folded" = fold_name("name"), "compared" = false WHERE "folded" <> fold_name("name");
  UPDATE "SourceRole" SET "folded" = fold_name("title") WHERE "folded" <> fold_name("title");
  UPDATE "Topic" SET "folded" = fold_name("name") WHERE "mergedIntoId" IS NOT NULL AND "folded" <> fold_name("name");

  FOR kind IN SELECT * FROM (VALUES
    ('SourceAlias', '"sourceId"', 'true'), ('TopicAlias', '"topicId"', 'true'), ('Topic', 'NULL::integer', '"mergedIntoId" IS NULL')
  ) AS k(name, owner, counts) LOOP
    -- A temporary value first, so that no name has to wait for another to become free.
    EXECUTE format($sql$
      WITH wanted AS (
        SELECT "id", now || CASE WHEN row_number() OVER (PARTITION BY %2$s, now ORDER BY "folded" = now DESC, "id") = 1 THEN ''
          ELSE $1 || "id" END AS folded
        FROM %1$I, LATERAL (SELECT fold_name("name") AS now) f WHERE %3$s
      )
      UPDATE %1$I t SET "folded" = $1 || $1 || w.folded FROM wanted w WHERE w."id" = t."id" AND w.folded <> t."folded"
    $sql$, kind.name, kind.owner, kind.counts) USING unseen;
    EXECUTE format('UPDATE %I SET "folded" = substr("folded", 3) WHERE starts_with("folded", $1 || $1)', kind.name) USING unseen;
  END LOOP;

  UPDATE "Topic" SET "compared" = false WHERE "mergedIntoId" IS NULL AND position(unseen IN "folded") > 0;
  INSERT INTO "TopicPair" ("earlierId", "laterId", "reason")
  SELECT least(o."id", t."id"), greatest(o."id", t."id"), 'the same name but for what is not seen'
  FROM "Topic" t JOIN "Topic" o ON o."mergedIntoId" IS NULL AND o."folded" = split_part(t."folded", unseen, 1) AND o."id" <> t."id"
  WHERE t."mergedIntoId" IS NULL AND position(unseen IN t."folded") > 0
  ON CONFLICT DO NOTHING;
END
$$;
