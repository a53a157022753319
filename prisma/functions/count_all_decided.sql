-- Counts all decisions on suggestions anew. Run it while no decision can be written, as the triggers that count them are made.
CREATE OR REPLACE FUNCTION "count_all_decided"() RETURNS void LANGUAGE plpgsql
SET search_path = public, pg_temp
AS $$
BEGIN
  DELETE FROM "DecidedCount";
  INSERT INTO "DecidedCount"
    ("rule", "cue", "expected", "accepted", "mended", "dismissed", "notSaid", "cutWrong", "noClaim")
  SELECT d."found"->>'rule', lower(coalesce(d."found"#>>'{hops,0,cue,text}', '')),
    sum((d."found"->>'confidence')::float8),
    count(*) FILTER (WHERE d."state" = 'accepted' AND NOT d."mended"),
    count(*) FILTER (WHERE d."mended"),
    count(*) FILTER (WHERE d."state" = 'dismissed'),
    count(*) FILTER (WHERE d."dismissedFor" = 'not_said'),
    count(*) FILTER (WHERE d."dismissedFor" = 'cut_wrong'),
    count(*) FILTER (WHERE d."dismissedFor" = 'no_claim')
  FROM "Suggestion" d WHERE d."state" <> 'open' AND d."found" ? 'rule' AND d."found" ? 'confidence'
  GROUP BY 1, 2;
END
$$;
