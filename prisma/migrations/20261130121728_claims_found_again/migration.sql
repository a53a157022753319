-- CreateTable
CREATE TABLE "ClaimSigns" (
    "claimId" INTEGER NOT NULL,
    "folded" TEXT NOT NULL,
    "stems" TEXT[],
    "bands" INTEGER[],

    CONSTRAINT "ClaimSigns_pkey" PRIMARY KEY ("claimId")
);

-- CreateIndex
CREATE INDEX "ClaimSigns_folded_idx" ON "ClaimSigns" USING HASH ("folded");

-- CreateIndex
CREATE INDEX "ClaimSigns_stems_idx" ON "ClaimSigns" USING GIN ("stems") WITH (fastupdate = off);

-- CreateIndex
CREATE INDEX "ClaimSigns_bands_idx" ON "ClaimSigns" USING GIN ("bands") WITH (fastupdate = off);

-- AddForeignKey
ALTER TABLE "ClaimSigns" ADD CONSTRAINT "ClaimSigns_claimId_fkey" FOREIGN KEY ("claimId") REFERENCES "Claim"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Ten thousand stems are counted, so that the rare words of a sentence are known among a million of others.
ALTER TABLE "ClaimSigns" ALTER COLUMN "stems" SET STATISTICS 1000;
