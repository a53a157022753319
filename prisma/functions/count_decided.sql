-- Adds decisions on suggestions to the sums of their rules and verbs (1), or takes them away again (-1). Each change has
-- rows of its own: one row for each rule would make all who decide wait for each other, and two of them for ever who undo
-- several decisions at once.
CREATE OR REPLACE FUNCTION "count_decided"() RETURNS trigger LANGUAGE plpgsql
SET search_path = public, pg_temp
AS $$
DECLARE
  times int := TG_ARGV[0];
BEGIN
  INSERT INTO "DecidedCount"
    ("rule", "cue", "expected", "accepted", "mended", "dismissed", "notSaid", "cutWrong", "noClaim")
  SELECT c."found"->>'rule', lower(coalesce(c."found"#>>'{hops,0,cue,text}', '')),
    times * sum((c."found"->>'confidence')::float8),
    times * count(*) FILTER (WHERE "state" = 'accepted' AND NOT "mended"),
    times * count(*) FILTER (WHERE "mended"),
    times * count(*) FILTER (WHERE "state" = 'dismissed'),
    times * count(*) FILTER (WHERE "dismissedFor" = 'not_said'),
    times * count(*) FILTER (WHERE "dismissedFor" = 'cut_wrong'),
    times * count(*) FILTER (WHERE "dismissedFor" = 'no_claim')
  FROM changed c WHERE "state" <> 'open' AND c."found" ? 'rule' AND c."found" ? 'confidence'
  GROUP BY 1, 2;
  RETURN NULL;
END
$$;
