import { z } from 'zod'

/*
 * Every kind of event, each with its sentence. The compiler rejects a new action without a sentence, and an event
 * without the details that its sentence needs.
 */

/** The things under which an event can be found; a sentence ends with a link to one. */
export type Thing =
  | 'documentId'
  | 'statementId'
  | 'claimId'
  | 'sourceId'
  | 'topicId'
  | 'verdictId'
  | 'noteId'
  | 'challengeId'
  | 'subjectId'

/** Details in sentences, from the event's `after`; history/words.ts puts each into words. */
export type Details = {
  reason: { reason: string }
  rating: { rating: string }
  words: { body: string }
  explained: { body: string; reason: string }
  account: { email: string; role: string }
  token: { name: string; scopes: string[]; expires: string }
  browser: { browser: string }
  detail: { told: string }
  other: { other: string; otherId: number }
}

/** The same for reading: another version may have written less. */
export const details: { [Name in keyof Details]: z.ZodType<Details[Name]> } = {
  reason: z.object({ reason: z.string() }),
  rating: z.object({ rating: z.string() }),
  words: z.object({ body: z.string() }),
  explained: z.object({ body: z.string(), reason: z.string() }),
  account: z.object({ email: z.string(), role: z.string() }),
  token: z.object({ name: z.string(), scopes: z.array(z.string()), expires: z.string() }),
  browser: z.object({ browser: z.string() }),
  detail: z.object({ told: z.string() }),
  other: z.object({ other: z.string(), otherId: z.number() }),
}

type ActionKind = {
  /** The sentence after the person's name. */
  did: string
  /** If somebody did to their own account what is otherwise done to another's. */
  ownDid?: string
  /** At least one of these is required. */
  of?: readonly Thing[]
  needs?: keyof Details
  mayTell?: keyof Details
}

export const actions = {
  document_imported: { did: 'imported the document', of: ['documentId'] },
  document_linked: { did: 'linked a copy to the document', of: ['documentId'], needs: 'detail' },
  document_unlinked: { did: 'unlinked a copy from the document', of: ['documentId'], needs: 'detail' },
  document_edited: { did: 'edited the details of the document', of: ['documentId'] },
  document_sent_to_review: { did: 'asked for review of the document', of: ['documentId'] },
  document_sent_back: { did: 'sent back the document', of: ['documentId'], needs: 'reason' },
  document_review_taken_back: { did: 'withdrew the request for review of the document', of: ['documentId'] },
  document_corrected: {
    did: 'corrected the details of the published document',
    of: ['documentId'],
    needs: 'reason',
  },
  document_published: { did: 'published the document', of: ['documentId'] },
  version_stored: { did: 'added a new version of the document', of: ['documentId'], needs: 'detail' },
  version_declined: { did: 'decided that a changed page is not a new version of the document', of: ['documentId'] },
  version_taken_back: { did: 'removed a later version of the document', of: ['documentId'], needs: 'detail' },
  passage_settled: {
    did: 'decided what to do about a changed passage in',
    of: ['documentId'],
    needs: 'detail',
  },
  passage_reopened: {
    did: 'reopened the decision about a changed passage in',
    of: ['documentId'],
    needs: 'detail',
  },
  document_withdrawn: { did: 'withdrew the document', of: ['documentId'], needs: 'reason' },
  statement_recorded: { did: 'recorded the statement', of: ['statementId'] },
  statement_edited: { did: 'edited the statement', of: ['statementId'] },
  statement_corrected: { did: 'corrected the published statement', of: ['statementId'], needs: 'reason' },
  statement_published: { did: 'published the statement', of: ['statementId'] },
  statement_withdrawn: { did: 'withdrew the statement', of: ['statementId'], needs: 'reason' },
  statement_restored: { did: 'restored the withdrawn statement', of: ['statementId'] },
  suggestion_dismissed: { did: 'dismissed a suggestion in the document', of: ['documentId'], needs: 'words' },
  suggestion_dismissal_explained: {
    did: 'said why they dismissed a suggestion in the document',
    of: ['documentId'],
    needs: 'explained',
  },
  suggestion_reopened: { did: 'reopened a suggestion in the document', of: ['documentId'], needs: 'words' },
  claim_stated: { did: 'recorded the claim', of: ['claimId'] },
  claim_tagged: { did: 'changed the topics of the claim', of: ['claimId'] },
  claim_review_taken_back: { did: 'withdrew the request for review of the claim', of: ['claimId'] },
  claim_linked: { did: 'linked a statement to the claim', of: ['claimId'] },
  claim_unlinked: { did: 'unlinked a statement from the claim', of: ['claimId'] },
  claim_edited: { did: 'reworded the claim', of: ['claimId'] },
  claim_sent_to_review: { did: 'asked for review of the claim', of: ['claimId'], mayTell: 'detail' },
  claim_sent_back: { did: 'sent back the claim', of: ['claimId'], needs: 'reason' },
  claim_corrected: { did: 'corrected the published claim', of: ['claimId'], needs: 'reason' },
  claim_published: { did: 'published the claim', of: ['claimId'] },
  claim_withdrawn: { did: 'withdrew the claim', of: ['claimId'], needs: 'reason' },
  claims_merged: { did: 'merged another claim into', of: ['claimId'], needs: 'detail' },
  claim_merged_away: { did: 'merged a claim into another:', of: ['claimId'], needs: 'detail' },
  claims_merge_undone: { did: 'undid a merge of the claim', of: ['claimId'], needs: 'detail' },
  claims_told_apart: { did: 'marked another claim as a different one from', of: ['claimId'], needs: 'other' },
  claims_likened: { did: 'moved another claim back to the possible duplicates of', of: ['claimId'], needs: 'other' },
  verdict_given: { did: 'gave a verdict', of: ['verdictId'], needs: 'rating' },
  verdict_sent_back: { did: 'sent back a verdict', of: ['verdictId'], needs: 'reason' },
  verdict_published: { did: 'published a verdict', of: ['verdictId'] },
  link_kept: { did: 'saved a copy of a page linked as evidence', needs: 'detail' },
  link_not_kept: { did: 'could not save a copy of a page linked as evidence', needs: 'detail' },
  drawing_asked: { did: 'asked for a picture and a PDF of a page', needs: 'detail' },
  link_asked_again: { did: 'asked for a new copy of a page linked as evidence', needs: 'detail' },
  verdict_withdrawn: { did: 'withdrew a verdict', of: ['verdictId'], needs: 'reason' },
  rating_added: { did: 'added a rating', needs: 'rating' },
  rating_edited: { did: 'changed a rating', needs: 'rating' },
  work_changed: { did: 'changed the assignee, due date or priority of', of: ['documentId', 'claimId'] },
  work_recheck_asked: { did: 'asked for a second look at', of: ['documentId', 'claimId'], needs: 'reason' },
  work_recheck_settled: {
    did: 'decided against a second look at',
    of: ['documentId', 'claimId'],
    mayTell: 'reason',
  },
  source_created: { did: 'added the source', of: ['sourceId'] },
  source_edited: { did: 'edited the source', of: ['sourceId'] },
  sources_merged: { did: 'merged another source into', of: ['sourceId'], needs: 'detail' },
  merge_undone: { did: 'undid a merge of the source', of: ['sourceId'], needs: 'detail' },
  sources_told_apart: { did: 'marked another source as a different one from', of: ['sourceId'], needs: 'other' },
  sources_likened: { did: 'moved another source back to the possible duplicates of', of: ['sourceId'], needs: 'other' },
  topic_edited: { did: 'edited the topic', of: ['topicId'] },
  topics_merged: { did: 'merged another topic into', of: ['topicId'], needs: 'detail' },
  topics_merge_undone: { did: 'undid a merge of the topic', of: ['topicId'], needs: 'detail' },
  topics_told_apart: { did: 'marked another topic as a different one from', of: ['topicId'], needs: 'other' },
  topics_likened: { did: 'moved another topic back to the possible duplicates of', of: ['topicId'], needs: 'other' },
  note_written: { did: 'wrote a note on', of: ['noteId'], needs: 'words' },
  note_replied: { did: 'replied to a note on', of: ['noteId'], needs: 'words' },
  note_edited: { did: 'edited a note on', of: ['noteId'] },
  note_resolved: { did: 'resolved a note on', of: ['noteId'] },
  note_reopened: { did: 'reopened a note on', of: ['noteId'] },
  note_published: { did: 'published a note on', of: ['noteId'] },
  note_withdrawn: { did: 'withdrew a note on', of: ['noteId'], mayTell: 'reason' },
  challenge_received: { did: 'sent the challenge', of: ['challengeId'] },
  challenge_words_added: { did: 'added words to the challenge', of: ['challengeId'] },
  challenge_opened: { did: 'published the challenge', of: ['challengeId'] },
  challenge_not_published: { did: 'did not publish the challenge', of: ['challengeId'], needs: 'reason' },
  challenge_reconsidered: { did: 'moved the challenge back to the queue:', of: ['challengeId'], needs: 'reason' },
  challenge_words_shown: { did: 'published a reader’s added words in the challenge', of: ['challengeId'] },
  challenge_words_kept_back: { did: 'hid a reader’s added words in the challenge', of: ['challengeId'] },
  challenge_upheld: { did: 'upheld the challenge', of: ['challengeId'], needs: 'reason' },
  challenge_partly_upheld: { did: 'partly upheld the challenge', of: ['challengeId'], needs: 'reason' },
  challenge_not_upheld: { did: 'did not uphold the challenge', of: ['challengeId'], needs: 'reason' },
  challenge_reopened: { did: 'reopened the challenge', of: ['challengeId'], needs: 'reason' },
  challenge_withdrawn: { did: 'withdrew the challenge', of: ['challengeId'] },
  challenge_redacted: { did: 'removed the text of the challenge', of: ['challengeId'], needs: 'reason' },
  annotation_received: { did: 'sent an annotation', needs: 'detail' },
  annotation_changed: { did: 'edited an annotation', needs: 'detail' },
  annotation_published: { did: 'published an annotation', needs: 'detail' },
  annotation_removed: { did: 'removed an annotation', needs: 'detail' },
  account_created: { did: 'created an account for', of: ['subjectId'], needs: 'account' },
  account_invited: { did: 'invited a colleague', needs: 'account' },
  account_changed: { did: 'changed the account of', ownDid: 'changed their own account', of: ['subjectId'] },
  account_disabled: { did: 'disabled the account of', of: ['subjectId'] },
  account_enabled: { did: 're-enabled the account of', of: ['subjectId'] },
  invitation_accepted: { did: 'accepted an invitation', of: ['subjectId'], needs: 'account' },
  invitation_revoked: { did: 'revoked an invitation', needs: 'account' },
  reset_made: {
    did: 'created a password link for',
    ownDid: 'created a password link for themselves',
    of: ['subjectId'],
  },
  reset_revoked: {
    did: 'revoked a password link for',
    ownDid: 'revoked their own password link',
    of: ['subjectId'],
  },
  password_reset: { did: 'chose a new password with a link', of: ['subjectId'] },
  password_changed: { did: 'changed their password', of: ['subjectId'] },
  sessions_ended: {
    did: 'ended sessions of',
    ownDid: 'ended their own sessions',
    of: ['subjectId'],
    mayTell: 'browser',
  },
  token_made: { did: 'created an API token', of: ['subjectId'], needs: 'token' },
  token_revoked: { did: 'revoked an API token of', ownDid: 'revoked their own API token', of: ['subjectId'] },
} as const satisfies Record<string, ActionKind>

export type EventAction = keyof typeof actions

/** An event of another version may have another name. */
export function kindOfAction(action: string): ActionKind | undefined {
  return Object.hasOwn(actions, action) ? actions[action as EventAction] : undefined
}

/** For a query: one of these. */
export function oneOf(...those: EventAction[]): { in: EventAction[] } {
  return { in: those }
}

/** The beginnings of the actions of one kind of thing. */
export type Beginning = EventAction extends infer A
  ? A extends `${infer First}_${string}`
    ? `${First}_`
    : never
  : never

/** The thing that an action requires. */
export type ThingOf<A extends EventAction> = A extends EventAction ? Listed<(typeof actions)[A]> : never
type Listed<T> = T extends { of: readonly (infer One)[] } ? One : never

/** The detail that its sentence needs. */
export type NeedOf<A extends EventAction> = A extends EventAction ? Needed<(typeof actions)[A]> : never
type Needed<T> = T extends { needs: infer One } ? One : never
