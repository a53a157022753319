import type { Db } from '../database/connect.ts'

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
  | 'claim_corrected'
  | 'claim_published'
  | 'claim_withdrawn'
  | 'verdict_given'
  | 'verdict_published'
  | 'verdict_withdrawn'
  | 'work_changed'
  | 'work_recheck_asked'
  | 'work_recheck_settled'
  | 'source_created'
  | 'source_edited'
  | 'note_written'
  | 'account_created'
  | 'account_changed'

/** Who does something: an account's id, or null for the system itself. */
export type By = { by: number | null }

/** Where something is done to take an earlier event back. */
export type Undoing = { undoesId?: number | undefined }

type Concerned = Partial<
  Record<'documentId' | 'statementId' | 'claimId' | 'sourceId' | 'verdictId' | 'noteId' | 'subjectId', number>
>

type Written = By & Undoing & Concerned & { before?: object; after?: object }

/** Written with the change it tells of, so `tx` is that change's transaction. */
export async function writeEvent(tx: Db, action: EventAction, event: Written): Promise<void> {
  await tx.event.create({ data: asRow(action, event) })
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
