-- Who took a submission on holds it until then, by the database's clock, and longer while they live. What is there already
-- is nobody's.
ALTER TABLE "Submission" ADD COLUMN "heldUntil" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP;

-- Written in the transaction of the change itself, so that of two who do the same only one can be committed. No references:
-- one to the submission would wait for whoever holds its row, and the change with it.
CREATE TABLE "DoneSubmission" (
    "submissionId" INTEGER NOT NULL,
    "eventId" INTEGER,
    "doneAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "DoneSubmission_pkey" PRIMARY KEY ("submissionId")
);
