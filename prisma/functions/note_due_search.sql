-- Notes what a command touched, for this transaction alone, as for the derived values (note_due_facts). Dependent
-- entries are noted with it: a document that becomes visible includes its statements. So are the counts of the sources
-- of statements whose claims, topics or verdicts changed ("f").
CREATE OR REPLACE FUNCTION "note_due_search"() RETURNS trigger LANGUAGE plpgsql
SET search_path = public, pg_temp
-- One plan, in the written order, through the indexes: docs/decisions/derived-values.md.
SET plan_cache_mode = force_generic_plan
SET join_collapse_limit = 1
SET enable_seqscan = off
SET enable_hashjoin = off
SET enable_mergejoin = off
SET enable_material = off
SET jit = off
SET lock_timeout = '10s'
AS $$
DECLARE
  due text;
BEGIN
  CASE TG_TABLE_NAME
    WHEN 'Document' THEN
      SELECT string_agg(DISTINCT n.due, ',') INTO due FROM changed c CROSS JOIN LATERAL (
        SELECT unnest(ARRAY['d' || c."id", 'o' || c."publisherId"]) AS due
        UNION ALL
        SELECT 's' || s."id" FROM "Version" v JOIN "Statement" s ON s."versionId" = v."id" WHERE v."documentId" = c."id"
      ) n;
    WHEN 'Statement' THEN SELECT string_agg('s' || "id", ',') INTO due FROM changed;
    -- For a source, whether readers see it in a chain decides: changes that they never saw do not matter.
    WHEN 'Hop' THEN
      SELECT string_agg(concat('s' || c."statementId", CASE WHEN s."id" IS NULL OR s."publishedAt" IS NOT NULL
        OR is_public_statement_here(s."state") THEN ',o' || c."sourceId" END), ',')
      INTO due FROM changed c LEFT JOIN "Statement" s ON s."id" = c."statementId";
    WHEN 'StatementClaim' THEN SELECT string_agg(concat('c', "claimId", ',s', "statementId", ',f', "statementId"), ',') INTO due FROM changed;
    WHEN 'Claim' THEN
      SELECT string_agg(n.due, ',') INTO due FROM changed c CROSS JOIN LATERAL (
        SELECT 'c' || c."id" AS due
        UNION ALL
        SELECT concat('s', sc."statementId", ',f', sc."statementId") FROM "StatementClaim" sc WHERE sc."claimId" = c."id"
      ) n;
    WHEN 'ClaimTopic' THEN
      SELECT string_agg(DISTINCT n.due, ',') INTO due FROM changed c CROSS JOIN LATERAL (
        SELECT 'c' || c."claimId" AS due
        UNION ALL
        SELECT concat('s', sc."statementId", ',f', sc."statementId") FROM "StatementClaim" sc WHERE sc."claimId" = c."claimId"
      ) n;
    WHEN 'Verdict' THEN
      SELECT string_agg(n.due, ',') INTO due FROM changed c LEFT JOIN "Hop" h ON h."id" = c."hopId" CROSS JOIN LATERAL (
        SELECT concat('s', o.id, ',f', o.id) AS due FROM (SELECT coalesce(c."statementId", h."statementId") AS id) o
        WHERE o.id IS NOT NULL
        UNION ALL
        SELECT 'c' || c."claimId" WHERE c."claimId" IS NOT NULL
        UNION ALL
        SELECT 'f' || sc."statementId" FROM "StatementClaim" sc WHERE sc."claimId" = c."claimId"
      ) n;
    WHEN 'Source' THEN SELECT string_agg('o' || "id", ',') INTO due FROM changed;
    ELSE SELECT string_agg('o' || "sourceId", ',') INTO due FROM changed;
  END CASE;
  IF due IS NULL OR due = '' THEN RETURN NULL; END IF;
  -- Under SET CONSTRAINTS … IMMEDIATE the row triggers have already run, and will not run again.
  IF current_setting('on_record.search_rows_came_first', true) = 'yes' THEN
    PERFORM pg_advisory_xact_lock(7303016);
    PERFORM refresh_due_search(string_to_array(due, ','));
  ELSE
    PERFORM set_config('on_record.due_search', concat_ws(',', nullif(current_setting('on_record.due_search', true), ''), due), true);
  END IF;
  RETURN NULL;
END
$$;
