-- Drafts are found by the names of their forms; which of several alike it was is read by nobody any more.
ALTER TABLE "Draft" DROP COLUMN "part";
