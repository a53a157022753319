-- Repairs rows without a passage, from before the database refused those. Such a statement is withdrawn with a reason,
-- since readers were shown that somebody said nothing at all; such a note was on its document, and now says so.
CREATE OR REPLACE FUNCTION "withdraw_without_passage"() RETURNS void LANGUAGE plpgsql
SET search_path = public, pg_temp
AS $$
DECLARE
  why CONSTANT text := 'It was recorded without a passage of the text';
  empty integer[];
BEGIN
  WITH broken AS (
    UPDATE "Statement" s
    SET "state" = 'withdrawn', "withdrawnReason" = why, "withdrawnAt" = now(), "revision" = "revision" + 1
    WHERE "state" <> 'withdrawn'
      AND (NOT (regexp_replace("words", '\[[ \u00a0]*(…|\.[ \u00a0]*\.[ \u00a0]*\.)[ \u00a0]*\]|[\u0001-\u0020\u007f-\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u2800\u3000\u00ad\u034f\u061c\u0640\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffc\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u0652\u0656-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed]+', '', 'g') <> '') OR NOT EXISTS (SELECT FROM "Span" WHERE "statementId" = s."id"))
    RETURNING "id", "versionId"
  )
  INSERT INTO "Event" ("action", "documentId", "statementId", "after")
  SELECT 'statement_withdrawn', v."documentId", b."id", jsonb_build_object('reason', why)
  FROM broken b JOIN "Version" v ON v."id" = b."versionId";

  empty := ARRAY(
    SELECT "id" FROM "Note" n WHERE "words" IS NOT NULL
      AND (NOT (regexp_replace("words", '\[[ \u00a0]*(…|\.[ \u00a0]*\.[ \u00a0]*\.)[ \u00a0]*\]|[\u0001-\u0020\u007f-\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u2800\u3000\u00ad\u034f\u061c\u0640\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffc\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u0652\u0656-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed]+', '', 'g') <> '') OR NOT EXISTS (SELECT FROM "NoteSpan" WHERE "noteId" = n."id"))
  );
  UPDATE "Note" n SET "documentId" = v."documentId", "versionId" = NULL, "words" = NULL
  FROM "Version" v WHERE v."id" = n."versionId" AND n."id" = ANY (empty);
  UPDATE "Note" reply SET "documentId" = first."documentId", "versionId" = NULL
  FROM "Note" first WHERE first."id" = reply."parentId" AND first."id" = ANY (empty);
  DELETE FROM "NoteSpan" WHERE "noteId" = ANY (empty);
END
$$;
