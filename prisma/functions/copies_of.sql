-- For each of these documents it and all that print the same (documents_alike), in the order in which they were printed.
-- Each cluster is walked once, however many of its documents are asked for.
CREATE OR REPLACE FUNCTION "copies_of"(ids integer[]) RETURNS TABLE(document integer, alike integer[]) LANGUAGE plpgsql STABLE
SET search_path = public, pg_temp
AS $$
DECLARE
  left_over integer[] := ids;
BEGIN
  WHILE cardinality(left_over) > 0 LOOP
    SELECT array_agg(d."id" ORDER BY d."publishedOn" NULLS LAST, d."id") INTO alike
    FROM documents_alike(left_over[1:1]) AS met(id) JOIN "Document" d ON d."id" = met.id;
    FOR document IN SELECT id FROM unnest(left_over) AS asked(id) WHERE id = ANY (alike) LOOP
      RETURN NEXT;
    END LOOP;
    left_over := ARRAY(SELECT id FROM unnest(left_over) AS asked(id) WHERE id <> ALL (alike));
  END LOOP;
END
$$;
