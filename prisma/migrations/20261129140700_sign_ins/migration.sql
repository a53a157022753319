-- When the password was last typed in a session: some things take that it was a moment ago. Whoever is signed in when this
-- is applied is asked once.
ALTER TABLE "session" ADD COLUMN     "confirmedAt" TIMESTAMPTZ(3);

-- CreateEnum
CREATE TYPE "SignInKind" AS ENUM ('wrong_password', 'no_account', 'disabled_account', 'too_many', 'new_browser', 'link', 'bad_token', 'refused');

-- CreateTable
CREATE TABLE "SignIn" (
    "id" SERIAL NOT NULL,
    "key" TEXT NOT NULL,
    "kind" "SignInKind" NOT NULL,
    "accountId" INTEGER,
    "network" TEXT NOT NULL,
    "about" TEXT NOT NULL DEFAULT '',
    "browser" TEXT,
    "typed" TEXT,
    "times" INTEGER NOT NULL DEFAULT 1,
    "firstAt" TIMESTAMPTZ(3) NOT NULL,
    "lastAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "SignIn_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "SignIn_key_key" ON "SignIn"("key");

-- CreateIndex
CREATE INDEX "SignIn_accountId_idx" ON "SignIn"("accountId");

-- CreateIndex
CREATE INDEX "SignIn_lastAt_idx" ON "SignIn"("lastAt");

-- AddForeignKey
ALTER TABLE "SignIn" ADD CONSTRAINT "SignIn_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE CASCADE ON UPDATE CASCADE;
