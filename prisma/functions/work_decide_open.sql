-- The only place that decides what is open, whoever writes the row. Withdrawn things need no re-check.
CREATE OR REPLACE FUNCTION "work_decide_open"() RETURNS trigger LANGUAGE plpgsql
SET search_path = public, pg_temp
AS $$
BEGIN
  IF NEW."state" = 'withdrawn' THEN
    NEW."recheckSince" := NULL;
    NEW."recheckReason" := NULL;
  END IF;
  IF NEW."recheckSince" IS NULL THEN
    NEW."recheckStatements" := '{}';
  END IF;
  NEW."isOpen" := NEW."state" IN ('draft', 'in_review') OR NEW."recheckSince" IS NOT NULL;
  RETURN NEW;
END
$$;
