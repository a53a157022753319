-- What mentions call an account. Those that are there get their name in lower case, and their number where two share it.
ALTER TABLE "Account" ADD COLUMN "handle" TEXT;
UPDATE "Account" a SET "handle" =
  coalesce(nullif(trim(BOTH '-' FROM regexp_replace(lower(a."name"), '[^[:alnum:]]+', '-', 'g')), ''), 'colleague')
  || CASE WHEN EXISTS (SELECT FROM "Account" b WHERE lower(b."name") = lower(a."name") AND b."id" < a."id") THEN '-' || a."id" ELSE '' END;
ALTER TABLE "Account" ALTER COLUMN "handle" SET NOT NULL;

-- CreateIndex
CREATE UNIQUE INDEX "Account_handle_key" ON "Account"("handle");
