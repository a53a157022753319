-- AlterEnum
ALTER TYPE "JobKind" ADD VALUE 'draw_page';

-- AlterTable
ALTER TABLE "Original" ADD COLUMN     "drawJobId" INTEGER,
ADD COLUMN     "ofId" INTEGER;

-- CreateIndex
CREATE UNIQUE INDEX "Original_drawJobId_key" ON "Original"("drawJobId");

-- CreateIndex
CREATE INDEX "Original_ofId_idx" ON "Original"("ofId");

-- AddForeignKey
ALTER TABLE "Original" ADD CONSTRAINT "Original_ofId_fkey" FOREIGN KEY ("ofId") REFERENCES "Original"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Original" ADD CONSTRAINT "Original_drawJobId_fkey" FOREIGN KEY ("drawJobId") REFERENCES "Job"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
