-- A draft is found by the name of its form, no longer by where that is sent and which of several alike it is.
DROP INDEX "Draft_accountId_address_action_part_secret_key";

ALTER TABLE "Draft" ADD COLUMN     "form" TEXT NOT NULL DEFAULT '',
ALTER COLUMN "part" SET DEFAULT 0;

-- What was left before is found in its form again; where that can't be told, it is still in the list of unsent words.
UPDATE "Draft" SET "form" = "action" || '#' || "part";

WITH "Sent" AS (
  SELECT "id", "accountId", "address", "secret", "part", "updatedAt", split_part("action", '?', 1) AS "to", "values" ->> 'hopId' AS "step"
  FROM "Draft"
), "Named" AS (
  SELECT *, CASE
    WHEN "to" = '/documents' THEN 'import@'
    WHEN "to" = '/desk/filters' THEN 'list@'
    WHEN "to" = '/ratings' THEN 'rating@'
    WHEN "to" = '/account' THEN 'own-name@'
    WHEN "to" = '/account/tokens' THEN 'token@'
    WHEN "to" = '/invitations' THEN 'invite@'
    WHEN "to" ~ '^/documents/\d+/notes$' AND "part" = 1 THEN regexp_replace("to", '\D+(\d+).*', 'passage-note@document-\1')
    WHEN "to" ~ '^/statements/\d+/verdicts$' AND "step" <> '' THEN 'verdict@step-' || "step"
    WHEN "to" ~ '^/\w+s/\d+/notes$' THEN regexp_replace("to", '^/(\w+)s/(\d+).*', 'note@\1-\2')
    WHEN "to" ~ '^/\w+s/\d+/verdicts$' THEN regexp_replace("to", '^/(\w+)s/(\d+).*', 'verdict@\1-\2')
    WHEN "to" ~ '^/documents/\d+/statements$' THEN regexp_replace("to", '\D+(\d+).*', 'record@document-\1')
    WHEN "to" ~ '^/statements/\d+/claims$' THEN regexp_replace("to", '\D+(\d+).*', 'link@statement-\1')
    WHEN "to" ~ '^/notes/\d+/replies$' THEN regexp_replace("to", '\D+(\d+).*', 'reply@note-\1')
    WHEN "to" ~ '^/notes/\d+$' THEN regexp_replace("to", '\D+(\d+).*', 'note-edit@note-\1')
    WHEN "to" ~ '^/notes/\d+/withdrawal$' THEN regexp_replace("to", '\D+(\d+).*', 'note-withdrawal@note-\1')
    WHEN "to" ~ '^/ratings/\d+$' THEN regexp_replace("to", '\D+(\d+).*', 'rating-edit@rating-\1')
    WHEN "to" ~ '^/desk/filters/\d+$' THEN regexp_replace("to", '\D+(\d+).*', 'list-name@list-\1')
    WHEN "to" ~ '^/work/\d+$' THEN regexp_replace("to", '\D+(\d+).*', 'work@work-\1')
    WHEN "to" ~ '^/work/\d+/recheck$' THEN regexp_replace("to", '\D+(\d+).*', 'recheck@work-\1')
    WHEN "to" ~ '^/(account|claim|document|source|statement|topic)s/\d+$'
      THEN regexp_replace("to", '^/(\w+)s/(\d+)$', '\1@\1-\2')
    WHEN "to" ~ '^/(challenge|claim|document|source|statement|topic|verdict)s/\d+/[a-z-]+$'
      THEN regexp_replace("to", '^/(\w+)s/(\d+)/([a-z-]+)$', '\3@\1-\2')
  END AS "form"
  FROM "Sent"
), "Newest" AS (
  SELECT DISTINCT ON ("accountId", "address", "secret", "form") "id", "form" FROM "Named"
  WHERE "form" IS NOT NULL
  ORDER BY "accountId", "address", "secret", "form", "updatedAt" DESC, "id" DESC
)
UPDATE "Draft" SET "form" = "Newest"."form" FROM "Newest" WHERE "Draft"."id" = "Newest"."id";

-- CreateIndex
CREATE UNIQUE INDEX "Draft_accountId_address_form_secret_key" ON "Draft"("accountId", "address", "form", "secret");
