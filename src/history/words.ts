import { claimPath, documentPath, sourcePath, statementPath, topicPath } from '../web/addresses.ts'
import type { EventRow } from './queries.ts'

/** What happened, as a sentence continues after the person's name; `things` are what it links to. */
const sentences: Record<string, string> = {
  document_imported: 'brought in the document',
  document_edited: 'changed what is known about the document',
  document_sent_to_review: 'asked for a review of the document',
  document_sent_back: 'sent back the document',
  document_review_taken_back: 'took back that a review was asked for of the document',
  document_corrected: 'corrected what is known about the published document',
  document_published: 'published the document',
  document_withdrawn: 'withdrew the document',
  statement_recorded: 'recorded the statement',
  statement_edited: 'changed the statement',
  statement_corrected: 'corrected the published statement',
  statement_published: 'published the statement',
  statement_withdrawn: 'withdrew the statement',
  statement_restored: 'took back the withdrawal of the statement',
  suggestion_dismissed: 'dismissed a suggestion in the document',
  suggestion_reopened: 'brought back a suggestion in the document',
  claim_stated: 'stated the claim',
  claim_tagged: 'changed the topics of the claim',
  claim_review_taken_back: 'took back that a review was asked for of the claim',
  claim_linked: 'linked a statement to the claim',
  claim_unlinked: 'took a statement from the claim',
  claim_edited: 'reworded the claim',
  claim_sent_to_review: 'asked for a review of the claim',
  claim_sent_back: 'sent back the claim',
  claim_corrected: 'corrected the published claim',
  claim_published: 'published the claim',
  claim_withdrawn: 'withdrew the claim',
  verdict_given: 'gave a verdict',
  verdict_sent_back: 'sent back a verdict',
  verdict_published: 'published a verdict',
  verdict_withdrawn: 'withdrew a verdict',
  rating_added: 'added a rating',
  rating_edited: 'changed a rating',
  work_changed: 'changed who has it, when it is due or how urgent it is:',
  work_recheck_asked: 'asked for a second look at',
  work_recheck_settled: 'settled that it needs no second look:',
  source_created: 'added the source',
  source_edited: 'changed the source',
  sources_merged: 'merged another source into',
  merge_undone: 'undid a merge of the source',
  sources_told_apart: 'said that another is not the source',
  sources_likened: 'took back that another is not the source',
  topic_edited: 'changed the topic',
  topics_merged: 'merged another topic into',
  topics_merge_undone: 'undid a merge of the topic',
  topics_told_apart: 'said that another is not the topic',
  topics_likened: 'took back that another is not the topic',
  note_written: 'wrote a note on',
  note_replied: 'replied to a note on',
  note_edited: 'edited a note on',
  note_resolved: 'resolved a note on',
  note_reopened: 'reopened a note on',
  note_published: 'let readers see a note on',
  note_withdrawn: 'withdrew a note on',
  challenge_received: 'sent the challenge',
  challenge_words_added: 'added words to the challenge',
  challenge_opened: 'let readers see the challenge',
  challenge_not_published: 'did not publish the challenge',
  challenge_reconsidered: 'put back among those that wait the challenge',
  challenge_words_shown: 'let readers see words that were added to the challenge',
  challenge_words_kept_back: 'kept from readers words that were added to the challenge',
  challenge_upheld: 'upheld the challenge',
  challenge_partly_upheld: 'partly upheld the challenge',
  challenge_not_upheld: 'did not uphold the challenge',
  challenge_reopened: 'reopened the challenge',
  challenge_withdrawn: 'took back the challenge',
  challenge_redacted: 'removed the words of the challenge',
  annotation_received: 'sent an annotation',
  annotation_changed: 'changed an annotation',
  annotation_published: 'let readers see an annotation',
  annotation_removed: 'removed an annotation',
  account_created: 'made an account for',
  account_invited: 'invited a colleague',
  account_changed: 'changed the account of',
  account_disabled: 'disabled the account of',
  account_enabled: 're-enabled the account of',
  invitation_accepted: 'accepted an invitation',
  invitation_revoked: 'took back an invitation',
  reset_made: 'made a link for a new password for',
  reset_revoked: 'took back a link for a new password for',
  password_reset: 'chose a new password by a link',
  password_changed: 'changed their password',
  sessions_ended: 'ended sessions of',
  token_made: 'made an API token',
  token_revoked: 'revoked an API token of',
}

/** Where somebody did to their own account what is otherwise done to another's. */
const ofOneself: Record<string, string> = {
  account_changed: 'changed their own account',
  reset_made: 'made a link for a new password of their own',
  reset_revoked: 'took back a link for a new password of their own',
  sessions_ended: 'ended sessions of their own',
  token_revoked: 'revoked an API token of their own',
}

/** The events of one kind of thing begin with its name; these with another. */
const aboutAccounts = ['invitation', 'reset', 'password', 'sessions', 'token']

function thingOf(action: string): string {
  const [first = ''] = action.split('_')
  if (aboutAccounts.includes(first)) return 'account'
  return first === 'merge' ? 'source' : first.replace(/s$/, '')
}

/** What a list of events can be narrowed to, in words. */
export const actionsInWords = Object.entries(sentences).map(([value, said]) => ({
  value,
  label: said.replace(/ the account of$/, ' an account').replace(/ (for|of)$/, ''),
}))
export const things = [...new Set(Object.keys(sentences).map(thingOf))]

/** None where nothing is called so. */
export function actionsNamed(name: string): string[] {
  return Object.hasOwn(sentences, name) ? [name] : []
}

export function actionsAbout(thing: string): string[] {
  return Object.keys(sentences).filter((action) => thingOf(action) === thing)
}

type Values = Record<string, unknown>

/** An event as a page shows it. */
export function presentEvent(event: EventRow) {
  const before = (event.before ?? {}) as Values
  const after = (event.after ?? {}) as Values
  const about = event.action.split('_')[0]
  const links = [
    event.challengeId !== null && { path: `/challenges/${event.challengeId}`, words: `no. ${event.challengeId}` },
    event.claim &&
      (about === 'claim' || about === 'challenge' || about === 'verdict' || about === 'work') && {
        path: claimPath(event.claim),
        words: event.claim.sentence,
      },
    event.statement &&
      about !== 'document' && { path: statementPath(event.statement), words: `“${event.statement.words}”` },
    event.source && { path: sourcePath(event.source), words: event.source.name },
    event.topic && { path: topicPath(event.topic), words: event.topic.name },
    event.document && { path: documentPath(event.document), words: event.document.title },
    event.claim && about === 'note' && { path: claimPath(event.claim), words: event.claim.sentence },
    event.noteId !== null && { path: `/notes/${event.noteId}`, words: 'See it there' },
  ]
  return {
    id: event.id,
    action: event.action,
    at: event.createdAt,
    who: event.account?.name ?? (about === 'challenge' ? 'A reader' : 'The desk'),
    ...did(event),
    things: links.filter((link) => link !== null && link !== false),
    detail: detail(before, after),
    changes: event.before ? changes(before, after) : [],
  }
}

/** What was done, and to whose account where it was another's. */
function did({ action, account, subject }: EventRow): { did: string; whom: string | null } {
  const said = sentences[action] ?? action
  const isOwn = account !== null && account.id === subject?.id
  return isOwn ? { did: ofOneself[action] ?? said, whom: null } : { did: said, whom: subject?.name ?? null }
}

function detail(before: Values, after: Values): string | null {
  if (typeof after['reason'] === 'string') return `Because: ${after['reason']}`
  if (typeof after['rating'] === 'string') {
    const isAnother = typeof before['rating'] === 'string' && before['rating'] !== after['rating']
    return isAnother ? `From ${String(before['rating'])} to ${after['rating']}` : after['rating']
  }
  if (typeof after['body'] === 'string' && before['body'] === undefined) return after['body']
  if (Array.isArray(after['scopes'])) {
    return `${inWords(after['name'])}: may ${inWords(after['scopes'])}; until ${inWords(after['expires'])}`
  }
  if (typeof after['email'] === 'string') return `${after['email']}, ${inWords(after['role'])}`
  if (typeof after['browser'] === 'string') return after['browser']
  if (typeof after['told'] === 'string') return after['told']
  if (typeof after['other'] === 'string') return `“${after['other']}” (number ${String(after['otherId'])})`
  return null
}

/** The fields that differ, each with what it was and what it became. */
function changes(before: Values, after: Values) {
  return Object.keys({ ...before, ...after })
    .filter(
      (name) =>
        !['at', 'told', 'merged', 'mergedId', 'mergeId', 'survivor'].includes(name) &&
        JSON.stringify(before[name]) !== JSON.stringify(after[name]),
    )
    .map((name) => ({ name: fieldNames[name] ?? name, before: inWords(before[name]), after: inWords(after[name]) }))
}

const fieldNames: Record<string, string> = {
  quote: 'words',
  hops: 'how it reached the page',
  spans: 'passages',
  act: 'what it does',
  mode: 'wording',
  unfinished: 'still being worked on',
  answersId: 'answers statement',
  wikidataId: 'Wikidata',
  aliases: 'other names',
  affiliations: 'works for',
  body: 'note',
}

function inWords(value: unknown): string {
  if (value === null || value === undefined || value === '') return 'nothing'
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (Array.isArray(value)) return value.map(inWords).join('; ') || 'nothing'
  if (typeof value === 'object') {
    const said = Object.entries(value).filter(([name, it]) => it !== '' && it !== false && !/id$/i.test(name))
    return said.map(([, it]) => inWords(it)).join(', ')
  }
  return typeof value === 'string' ? value : JSON.stringify(value)
}
