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

-- What was decided before is counted once, here.
INSERT INTO "DecidedCount" ("rule", "cue", "expected", "accepted", "mended", "dismissed", "notSaid", "cutWrong", "noClaim")
SELECT "found"->>'rule', lower(coalesce("found"#>>'{hops,0,cue,text}', '')),
  sum(("found"->>'confidence')::float8),
  count(*) FILTER (WHERE "state" = 'accepted' AND NOT "mended"),
  count(*) FILTER (WHERE "mended"),
  count(*) FILTER (WHERE "state" = 'dismissed'),
  count(*) FILTER (WHERE "dismissedFor" = 'not_said'),
  count(*) FILTER (WHERE "dismissedFor" = 'cut_wrong'),
  count(*) FILTER (WHERE "dismissedFor" = 'no_claim')
FROM "Suggestion" WHERE "state" <> 'open' AND "found" ? 'rule' AND "found" ? 'confidence'
GROUP BY 1, 2;
