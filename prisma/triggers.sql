-- Which function handles which change of which table. Everything is created again whenever this is applied; a trigger
-- that is no longer here is dropped by the migration that makes it unnecessary.

CREATE OR REPLACE TRIGGER "Account_keeps_an_admin" AFTER UPDATE OF "role", "disabledAt" ON "Account" FOR EACH ROW
  WHEN (OLD."role" = 'admin' AND OLD."disabledAt" IS NULL AND (NEW."role" <> 'admin' OR NEW."disabledAt" IS NOT NULL))
  EXECUTE FUNCTION "account_keeps_an_admin"();

CREATE OR REPLACE TRIGGER "Annotation_stays" BEFORE DELETE ON "Annotation"
  FOR EACH ROW EXECUTE FUNCTION "annotations_stay"();
CREATE OR REPLACE TRIGGER "Challenge_stays" BEFORE DELETE OR UPDATE ON "Challenge"
  FOR EACH ROW EXECUTE FUNCTION "challenges_stay"();
CREATE OR REPLACE TRIGGER "Correction_is_final" BEFORE UPDATE OR DELETE OR TRUNCATE ON "Correction"
  FOR EACH STATEMENT EXECUTE FUNCTION "correction_is_final"();
CREATE OR REPLACE TRIGGER "Event_is_final" BEFORE UPDATE OR DELETE OR TRUNCATE ON "Event"
  FOR EACH STATEMENT EXECUTE FUNCTION "event_is_final"();

CREATE OR REPLACE TRIGGER "Note_keeps_to_its_thread" BEFORE INSERT OR UPDATE ON "Note" FOR EACH ROW
  WHEN (NEW."parentId" IS NOT NULL) EXECUTE FUNCTION "note_keeps_to_its_thread"();

-- Constraint triggers can't be replaced, only dropped and created.
DROP TRIGGER IF EXISTS "Statement_has_spans" ON "Statement";
DROP TRIGGER IF EXISTS "Span_leaves_one" ON "Span";
DROP TRIGGER IF EXISTS "Note_has_spans" ON "Note";
DROP TRIGGER IF EXISTS "NoteSpan_leaves_one" ON "NoteSpan";
CREATE CONSTRAINT TRIGGER "Statement_has_spans" AFTER INSERT ON "Statement" DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION "statement_has_spans"();
CREATE CONSTRAINT TRIGGER "Span_leaves_one" AFTER DELETE OR UPDATE OF "statementId" ON "Span" DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION "statement_has_spans"();
CREATE CONSTRAINT TRIGGER "Note_has_spans" AFTER INSERT ON "Note" DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (NEW."words" IS NOT NULL) EXECUTE FUNCTION "note_has_spans"();
CREATE CONSTRAINT TRIGGER "NoteSpan_leaves_one" AFTER DELETE OR UPDATE OF "noteId" ON "NoteSpan" DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION "note_has_spans"();

CREATE OR REPLACE TRIGGER "Claim_keeps_signs" AFTER INSERT OR UPDATE OF "sentence" ON "Claim"
  FOR EACH ROW EXECUTE FUNCTION "keep_claim_signs"();

CREATE OR REPLACE TRIGGER "Suggestion_counted_inserted" AFTER INSERT ON "Suggestion" REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION "count_decided"('1');
CREATE OR REPLACE TRIGGER "Suggestion_counted_updated_from" AFTER UPDATE ON "Suggestion" REFERENCING OLD TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION "count_decided"('-1');
CREATE OR REPLACE TRIGGER "Suggestion_counted_updated_to" AFTER UPDATE ON "Suggestion" REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION "count_decided"('1');
CREATE OR REPLACE TRIGGER "Suggestion_counted_deleted" AFTER DELETE ON "Suggestion" REFERENCING OLD TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION "count_decided"('-1');

CREATE OR REPLACE TRIGGER "Work_decide_open" BEFORE INSERT OR UPDATE ON "Work"
  FOR EACH ROW EXECUTE FUNCTION "work_decide_open"();
CREATE OR REPLACE TRIGGER "Document_has_work" AFTER INSERT ON "Document" REFERENCING NEW TABLE AS made
  FOR EACH STATEMENT EXECUTE FUNCTION "work_of_new_documents"();
CREATE OR REPLACE TRIGGER "Claim_has_work" AFTER INSERT ON "Claim" REFERENCING NEW TABLE AS made
  FOR EACH STATEMENT EXECUTE FUNCTION "work_of_new_claims"();
CREATE OR REPLACE TRIGGER "Document_is_followed" AFTER UPDATE ON "Document" REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION "work_follows_documents"();
CREATE OR REPLACE TRIGGER "Claim_is_followed" AFTER UPDATE ON "Claim" REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION "work_follows_claims"();

-- The tables, and their columns, on which facts and search entries depend. A change of anything else, such as sending
-- to review or correcting, computes nothing. Transition tables make a bulk change one computation, and only row
-- triggers can be deferred: hence both kinds.
DO $$
DECLARE
  watched record;
  event record;
  this text;
BEGIN
  FOR watched IN SELECT *, 'note_due_' || kind AS noted_by, 'bring_' || kind || '_up_to_date' AS done_by FROM (VALUES
    ('facts', 'Document', '(r."state" = ''withdrawn'', is_public_document(r."state"), r."publisherId", r."publishedOn")'),
    ('facts', 'Version', '(r."documentId", r."textId")'),
    ('facts', 'DocumentCopy', '(r."earlierId", r."laterId", r."undoneAt")'),
    ('facts', 'Statement', '(r."words", r."versionId", r."state" = ''withdrawn'', is_public_statement_here(r."state"))'),
    ('facts', 'Hop', '(r."statementId", r."position", r."naming", r."sourceId", r."upstreamId")'),
    ('facts', 'StatementClaim', '(r."statementId", r."claimId", r."stance")'),
    ('facts', 'Verdict', '(r."hopId", r."ratingId", r."state")'),
    ('facts', 'Rating', 'r."tone"'),
    ('search', 'Document', '(r."title", r."state", r."publisherId", r."textId", r."publishedOn", r."publishedPrecision")'),
    ('search', 'Statement', '(r."words", r."versionId", r."state")'),
    ('search', 'Hop', '(r."statementId", r."position", r."naming", r."bodyShown", r."sourceId", r."description", r."saidOn", r."saidPrecision")'),
    ('search', 'StatementClaim', '(r."statementId", r."claimId", r."stance")'),
    ('search', 'Claim', '(r."sentence", r."state", r."mergedIntoId")'),
    ('search', 'ClaimTopic', '(r."claimId", r."topicId")'),
    ('search', 'Verdict', '(r."ratingId", r."state", r."hopId", r."claimId")'),
    ('search', 'Source', '(r."name", r."kind", r."description", r."mergedIntoId")'),
    ('search', 'SourceAlias', '(r."sourceId", r."name")'),
    ('search', 'SourceRole', '(r."sourceId", r."title")')
  ) AS t(kind, name, followed) LOOP
    FOR event IN SELECT * FROM (VALUES
      ('inserted', 'INSERT', 'NEW'), ('updated_from', 'UPDATE', 'OLD'), ('updated_to', 'UPDATE', 'NEW'), ('deleted', 'DELETE', 'OLD')
    ) AS e(word, command, state) LOOP
      EXECUTE format(
        'CREATE OR REPLACE TRIGGER %I AFTER %s ON %I REFERENCING %s TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION %I()',
        concat_ws('_', watched.name, watched.kind, event.word), event.command, watched.name, event.state, watched.noted_by);
    END LOOP;

    -- Constraint triggers can't be replaced, only dropped and created.
    this := concat_ws('_', watched.name, watched.kind, 'after_rows');
    EXECUTE format('DROP TRIGGER IF EXISTS %I ON %I', this, watched.name);
    EXECUTE format(
      'CREATE CONSTRAINT TRIGGER %I AFTER INSERT OR DELETE ON %I DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION %I()',
      this, watched.name, watched.done_by);
    this := concat_ws('_', watched.name, watched.kind, 'after_changes');
    EXECUTE format('DROP TRIGGER IF EXISTS %I ON %I', this, watched.name);
    EXECUTE format(
      'CREATE CONSTRAINT TRIGGER %I AFTER UPDATE ON %I DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (%s) EXECUTE FUNCTION %I()',
      this, watched.name, replace(watched.followed, 'r.', 'OLD.') || ' IS DISTINCT FROM ' || replace(watched.followed, 'r.', 'NEW.'),
      watched.done_by);

    IF watched.kind = 'facts' THEN
      EXECUTE format('CREATE OR REPLACE TRIGGER %I AFTER TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refresh_emptied_facts()',
        watched.name || '_facts_emptied', watched.name);
    END IF;
  END LOOP;
END
$$;
