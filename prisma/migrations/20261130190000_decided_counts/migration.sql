-- CreateTable
CREATE TABLE "DecidedCount" (
    "id" SERIAL NOT NULL,
    "rule" TEXT NOT NULL,
    "cue" TEXT NOT NULL,
    "expected" DOUBLE PRECISION NOT NULL,
    "accepted" INTEGER NOT NULL,
    "mended" INTEGER NOT NULL,
    "dismissed" INTEGER NOT NULL,
    "notSaid" INTEGER NOT NULL,
    "cutWrong" INTEGER NOT NULL,
    "noClaim" INTEGER NOT NULL,

    CONSTRAINT "DecidedCount_pkey" PRIMARY KEY ("id")
);
