import { claimPath, documentPath, sourcePath, statementPath } from '../web/addresses.ts'
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
  claim_sent_to_review: 'asked for a review of the claim',
  claim_review_taken_back: 'took back that a review was asked for of the claim',
  claim_linked: 'linked a statement to the claim',
  claim_unlinked: 'took a statement from the claim',
  claim_edited: 'reworded the claim',
  claim_corrected: 'corrected the published claim',
  claim_published: 'published the claim',
  claim_withdrawn: 'withdrew the claim',
  verdict_given: 'gave a verdict',
  verdict_published: 'published a verdict',
  verdict_withdrawn: 'withdrew a verdict',
  work_changed: 'changed who has it, when it is due or how urgent it is:',
  work_recheck_asked: 'asked for a second look at',
  work_recheck_settled: 'settled that it needs no second look:',
  source_created: 'added the source',
  source_edited: 'changed the source',
  note_written: 'wrote a note',
  account_created: 'made an account',
  account_changed: 'changed an account',
}

type Values = Record<string, unknown>

/** An event as a page shows it. */
export function presentEvent(event: EventRow) {
  const before = (event.before ?? {}) as Values
  const after = (event.after ?? {}) as Values
  const about = event.action.split('_')[0]
  const links = [
    event.claim &&
      (about === 'claim' || about === 'verdict' || about === 'work') && {
        path: claimPath(event.claim),
        words: event.claim.sentence,
      },
    event.statement &&
      about !== 'document' && { path: statementPath(event.statement), words: `“${event.statement.words}”` },
    event.source && { path: sourcePath(event.source), words: event.source.name },
    event.document && { path: documentPath(event.document), words: event.document.title },
    event.claim && about === 'note' && { path: claimPath(event.claim), words: event.claim.sentence },
  ]
  return {
    id: event.id,
    action: event.action,
    at: event.createdAt,
    who: event.account?.name ?? 'The desk',
    did: sentences[event.action] ?? event.action,
    things: links.filter((link) => link !== null && link !== false),
    detail: detail(before, after),
    changes: event.before ? changes(before, after) : [],
  }
}

function detail(before: Values, after: Values): string | null {
  if (typeof after['reason'] === 'string') return `Because: ${after['reason']}`
  if (typeof after['rating'] === 'string') {
    return typeof before['rating'] === 'string' ? `From ${before['rating']} to ${after['rating']}` : after['rating']
  }
  if (typeof after['body'] === 'string') return after['body']
  return null
}

/** The fields that differ, each with what it was and what it became. */
function changes(before: Values, after: Values) {
  return Object.keys({ ...before, ...after })
    .filter((name) => name !== 'at' && JSON.stringify(before[name]) !== JSON.stringify(after[name]))
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
