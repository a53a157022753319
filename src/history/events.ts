import type { Db } from '../database/connect.ts'
import { noteEvent } from '../database/taken-along.ts'

/** Everything that can happen; history/words.ts says each in words. */
export type EventAction =
  | 'document_imported'
  | 'document_edited'
  | 'document_sent_to_review'
  | 'document_sent_back'
  | 'document_review_taken_back'
  | 'document_corrected'
  | 'document_published'
  | 'document_withdrawn'
  | 'statement_recorded'
  | 'statement_edited'
  | 'statement_corrected'
  | 'statement_published'
  | 'statement_withdrawn'
  | 'statement_restored'
  | 'suggestion_dismissed'
  | 'suggestion_reopened'
  | 'claim_stated'
  | 'claim_tagged'
  | 'claim_sent_to_review'
  | 'claim_review_taken_back'
  | 'claim_linked'
  | 'claim_unlinked'
  | 'claim_edited'
  | 'claim_sent_back'
  | 'claim_corrected'
  | 'claim_published'
  | 'claim_withdrawn'
  | 'verdict_given'
  | 'verdict_sent_back'
  | 'verdict_published'
  | 'verdict_withdrawn'
  | 'rating_added'
  | 'rating_edited'
  | 'work_changed'
  | 'work_recheck_asked'
  | 'work_recheck_settled'
  | 'source_created'
  | 'source_edited'
  | 'sources_merged'
  | 'merge_undone'
  | 'sources_told_apart'
  | 'sources_likened'
  | 'topic_edited'
  | 'topics_merged'
  | 'topics_merge_undone'
  | 'topics_told_apart'
  | 'topics_likened'
  | 'note_written'
  | 'note_replied'
  | 'note_edited'
  | 'note_resolved'
  | 'note_reopened'
  | 'note_published'
  | 'note_withdrawn'
  | 'challenge_received'
  | 'challenge_words_added'
  | 'challenge_opened'
  | 'challenge_not_published'
  | 'challenge_reconsidered'
  | 'challenge_words_shown'
  | 'challenge_words_kept_back'
  | 'challenge_upheld'
  | 'challenge_partly_upheld'
  | 'challenge_not_upheld'
  | 'challenge_reopened'
  | 'challenge_withdrawn'
  | 'challenge_redacted'
  | 'annotation_received'
  | 'annotation_changed'
  | 'annotation_published'
  | 'annotation_removed'
  | 'account_created'
  | 'account_invited'
  | 'account_changed'
  | 'account_disabled'
  | 'account_enabled'
  | 'invitation_accepted'
  | 'invitation_revoked'
  | 'reset_made'
  | 'reset_revoked'
  | 'password_reset'
  | 'password_changed'
  | 'sessions_ended'
  | 'token_made'
  | 'token_revoked'

/** Who does something: an account's id, or null for the system itself. */
export type By = { by: number | null }

/** Where something is done to take an earlier event back. */
export type Undoing = { undoesId?: number | undefined }

type Concerned = Partial<
  Record<
    | 'documentId'
    | 'statementId'
    | 'claimId'
    | 'sourceId'
    | 'topicId'
    | 'verdictId'
    | 'noteId'
    | 'challengeId'
    | 'subjectId',
    number
  >
>

type Written = By & Undoing & Concerned & { before?: object; after?: object }

/** Written with the change it tells of, so `tx` is that change's transaction. */
export async function writeEvent(tx: Db, action: EventAction, event: Written): Promise<void> {
  const { id } = await tx.event.create({ data: asRow(action, event), select: { id: true } })
  // Nobody sends a form for that alone: it is made on the way to what they did.
  if (action !== 'source_created') noteEvent(id)
}

/** The same for a change of many things at once: one for each of them. */
export async function writeEvents(tx: Db, action: EventAction, events: Written[]): Promise<void> {
  await tx.event.createMany({ data: events.map((event) => asRow(action, event)) })
}

function asRow(action: EventAction, { by, before, after, undoesId, ...concerned }: Written) {
  return {
    action,
    accountId: by,
    ...concerned,
    ...(undoesId !== undefined && { undoesId }),
    ...(before && { before: before }),
    ...(after && { after: after }),
  }
}
