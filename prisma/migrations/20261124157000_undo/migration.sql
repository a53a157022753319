-- Taking a step back is an event of its own, which says what it takes back: history is appended, never changed.
-- AlterTable
ALTER TABLE "Event" ADD COLUMN     "undoesId" INTEGER;

-- CreateIndex
CREATE INDEX "Event_undoesId_idx" ON "Event"("undoesId");

-- AddForeignKey
ALTER TABLE "Event" ADD CONSTRAINT "Event_undoesId_fkey" FOREIGN KEY ("undoesId") REFERENCES "Event"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
