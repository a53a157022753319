-- What mentions call an account. Those that are there get their name in lower case, and a number where it is taken.
ALTER TABLE "Account" ADD COLUMN "handle" TEXT;
DO $$
DECLARE
  whose RECORD;
  wanted TEXT;
  n INTEGER;
BEGIN
  FOR whose IN
    SELECT "id", coalesce(nullif(trim(BOTH '-' FROM regexp_replace(lower("name"), '[^[:alnum:]]+', '-', 'g')), ''), 'colleague') AS "plain"
    FROM "Account" ORDER BY "id"
  LOOP
    wanted := whose."plain";
    n := 2;
    -- One after the other, since "Ana Costa 2" has the number already that a second Ana Costa would get.
    WHILE EXISTS (SELECT FROM "Account" WHERE "handle" = wanted) LOOP
      wanted := whose."plain" || '-' || n;
      n := n + 1;
    END LOOP;
    UPDATE "Account" SET "handle" = wanted WHERE "id" = whose."id";
  END LOOP;
END
$$;
ALTER TABLE "Account" ALTER COLUMN "handle" SET NOT NULL;

-- CreateIndex
CREATE UNIQUE INDEX "Account_handle_key" ON "Account"("handle");
