-- CreateEnum
CREATE TYPE "TokenScope" AS ENUM ('read', 'write', 'publish');

-- AlterTable
ALTER TABLE "Account" ADD COLUMN     "revision" INTEGER NOT NULL DEFAULT 1,
ADD COLUMN     "signedInAt" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "session" ADD COLUMN     "accountId" INTEGER,
ADD COLUMN     "begunAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
ADD COLUMN     "browser" TEXT,
ADD COLUMN     "number" SERIAL NOT NULL,
ADD COLUMN     "seenAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP;

-- CreateTable
CREATE TABLE "Invitation" (
    "id" SERIAL NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT,
    "role" "Role" NOT NULL,
    "hash" TEXT NOT NULL,
    "invitedById" INTEGER NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "usedAt" TIMESTAMPTZ(3),
    "accountId" INTEGER,
    "revokedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Invitation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Reset" (
    "id" SERIAL NOT NULL,
    "accountId" INTEGER NOT NULL,
    "madeById" INTEGER,
    "hash" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "usedAt" TIMESTAMPTZ(3),
    "revokedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Reset_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Token" (
    "id" SERIAL NOT NULL,
    "accountId" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "scopes" "TokenScope"[],
    "hash" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "usedAt" TIMESTAMPTZ(3),
    "revokedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Token_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Guess" (
    "key" VARCHAR(255) NOT NULL,
    "points" INTEGER NOT NULL DEFAULT 0,
    "expire" BIGINT,

    CONSTRAINT "Guess_pkey" PRIMARY KEY ("key")
);

-- CreateIndex
CREATE UNIQUE INDEX "Invitation_hash_key" ON "Invitation"("hash");

-- CreateIndex
CREATE UNIQUE INDEX "Invitation_accountId_key" ON "Invitation"("accountId");

-- CreateIndex
CREATE INDEX "Invitation_invitedById_idx" ON "Invitation"("invitedById");

-- CreateIndex
CREATE UNIQUE INDEX "Reset_hash_key" ON "Reset"("hash");

-- CreateIndex
CREATE INDEX "Reset_accountId_idx" ON "Reset"("accountId");

-- CreateIndex
CREATE INDEX "Reset_madeById_idx" ON "Reset"("madeById");

-- CreateIndex
CREATE UNIQUE INDEX "Token_hash_key" ON "Token"("hash");

-- CreateIndex
CREATE INDEX "Token_accountId_idx" ON "Token"("accountId");

-- CreateIndex
CREATE INDEX "Event_action_id_idx" ON "Event"("action", "id" DESC);

-- CreateIndex
CREATE INDEX "Event_createdAt_idx" ON "Event"("createdAt");

-- CreateIndex
CREATE UNIQUE INDEX "session_number_key" ON "session"("number");

-- CreateIndex
CREATE INDEX "session_accountId_idx" ON "session"("accountId");

-- AddForeignKey
ALTER TABLE "Invitation" ADD CONSTRAINT "Invitation_invitedById_fkey" FOREIGN KEY ("invitedById") REFERENCES "Account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Invitation" ADD CONSTRAINT "Invitation_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Reset" ADD CONSTRAINT "Reset_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Reset" ADD CONSTRAINT "Reset_madeById_fkey" FOREIGN KEY ("madeById") REFERENCES "Account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Token" ADD CONSTRAINT "Token_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What Prisma's schema can't say ---------------------------------------------------------------------------------

-- Whoever is signed in stays so.
UPDATE "session" SET "accountId" = ("sess"->>'accountId')::int, "sess" = "sess" || '{"isSignedIn": true}'
  WHERE EXISTS (SELECT FROM "Account" WHERE "Account"."id"::text = "sess"->>'accountId');

-- What is stored is a hash and never the secret itself, which has other letters.
ALTER TABLE "Invitation" ADD CONSTRAINT "Invitation_hashed" CHECK ("hash" ~ '^[0-9a-f]{64}$');
ALTER TABLE "Reset" ADD CONSTRAINT "Reset_hashed" CHECK ("hash" ~ '^[0-9a-f]{64}$');
ALTER TABLE "Token" ADD CONSTRAINT "Token_hashed" CHECK ("hash" ~ '^[0-9a-f]{64}$');

-- A link is used or revoked, not both; a used invitation has somebody who came by it.
ALTER TABLE "Invitation" ADD CONSTRAINT "Invitation_ended_once" CHECK (
  num_nonnulls("usedAt", "revokedAt") < 2 AND ("usedAt" IS NULL) = ("accountId" IS NULL)
);
ALTER TABLE "Reset" ADD CONSTRAINT "Reset_ended_once" CHECK (num_nonnulls("usedAt", "revokedAt") < 2);
ALTER TABLE "Invitation" ADD CONSTRAINT "Invitation_email_folded" CHECK ("email" = lower("email"));

-- One link at a time for each person: a second one would outlive the revoking of the first.
CREATE UNIQUE INDEX "Invitation_open_email" ON "Invitation" ("email") WHERE "usedAt" IS NULL AND "revokedAt" IS NULL;
CREATE UNIQUE INDEX "Reset_open_account" ON "Reset" ("accountId") WHERE "usedAt" IS NULL AND "revokedAt" IS NULL;

-- A token that can't read could do nothing; none lasts for more than a year, to the end of its last day.
ALTER TABLE "Token" ADD CONSTRAINT "Token_reads" CHECK ("scopes" @> ARRAY['read'::"TokenScope"]);
ALTER TABLE "Token" ADD CONSTRAINT "Token_ends" CHECK ("expiresAt" > "createdAt" AND "expiresAt" <= "createdAt" + INTERVAL '367 days');

-- Somebody must be left who can let others in; those who take two admins away at once wait here for each other.
CREATE FUNCTION "account_keeps_an_admin"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(7303016);
  IF NOT EXISTS (SELECT FROM "Account" WHERE "role" = 'admin' AND "disabledAt" IS NULL) THEN
    RAISE EXCEPTION 'The last admin can be neither disabled nor given another role';
  END IF;
  RETURN NULL;
END
$$;
CREATE TRIGGER "Account_keeps_an_admin" AFTER UPDATE OF "role", "disabledAt" ON "Account" FOR EACH ROW
  WHEN (OLD."role" = 'admin' AND OLD."disabledAt" IS NULL AND (NEW."role" <> 'admin' OR NEW."disabledAt" IS NOT NULL))
  EXECUTE FUNCTION "account_keeps_an_admin"();
