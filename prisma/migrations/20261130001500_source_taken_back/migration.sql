-- A source that only an undone step had made is shown in no list until it is named again.
ALTER TABLE "Source" ADD COLUMN "takenBackAt" TIMESTAMPTZ(3);
