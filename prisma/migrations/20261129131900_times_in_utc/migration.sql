-- CreateTable
CREATE TABLE "TimesInUtc" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "since" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "TimesInUtc_pkey" PRIMARY KEY ("id")
);

-- It is so or not so: there is one row or none.
ALTER TABLE "TimesInUtc" ADD CONSTRAINT "TimesInUtc_is_one" CHECK ("id" = 1);
