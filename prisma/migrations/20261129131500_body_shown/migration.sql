-- Of which body an unnamed source is may be told to readers where an editor chose so; of all that is stored nobody did.
ALTER TABLE "Hop" ADD COLUMN "bodyShown" BOOLEAN NOT NULL DEFAULT false;

-- There must be a body to tell, and a named source is not told as one.
ALTER TABLE "Hop" ADD CONSTRAINT "Hop_body_is_known" CHECK (NOT "bodyShown" OR ("naming" = 'described' AND "sourceId" IS NOT NULL));

-- A source's page asks whether unnamed people of it said anything; nearly always the steps of a source all name it.
CREATE INDEX "Hop_of_body" ON "Hop" ("sourceId", "statementId" DESC) WHERE "naming" = 'described';
