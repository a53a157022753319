import { claimPath, documentPath, sourcePath, statementPath, topicPath } from '../words/addresses.ts'
import { sayAny } from '../words/labels.ts'
import { actions, type Details, details, kindOfAction } from './actions.ts'
import type { EventRow } from './rows.ts'
import { quoted } from '../words/quoted.ts'

/** The events of one kind of thing begin with its name; these are exceptions. */
const aboutAccounts = ['invitation', 'reset', 'password', 'sessions', 'token']

function thingOf(action: string): string {
  const [first = ''] = action.split('_')
  if (aboutAccounts.includes(first)) return 'account'
  return first === 'merge' ? 'source' : first.replace(/s$/, '')
}

/** The options for filtering a list of events, in words. */
export const actionsInWords = Object.entries(actions).map(([value, { did }]) => ({
  value,
  label: did.replace(/ the account of$/, ' an account').replace(/( (for|of|from|at|on)|:)$/, ''),
}))
export const things = [...new Set(Object.keys(actions).map(thingOf))]

/** None if no action has that name. */
export function actionsNamed(name: string): string[] {
  return kindOfAction(name) ? [name] : []
}

export function actionsAbout(thing: string): string[] {
  return Object.keys(actions).filter((action) => thingOf(action) === thing)
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
      about !== 'document' && { path: statementPath(event.statement), words: quoted(event.statement.words) },
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
    detail: detailOf(event.action, before, after),
    changes: event.before ? changes(before, after) : [],
  }
}

/** What was done, and to whose account if it was another person's. */
function did({ action, account, subject }: EventRow): { did: string; whom: string | null } {
  const kind = kindOfAction(action)
  const said = kind?.did ?? action
  const isOwn = account !== null && account.id === subject?.id
  return isOwn ? { did: kind?.ownDid ?? said, whom: null } : { did: said, whom: subject?.name ?? null }
}

function detailOf(action: string, before: Values, after: Values): string | null {
  const kind = kindOfAction(action)
  const name = kind?.needs ?? kind?.mayTell
  return name === undefined ? null : sayDetail(name, before, after)
}

function sayDetail<Name extends keyof Details>(name: Name, before: Values, after: Values): string | null {
  const read = details[name].safeParse(after)
  return read.success ? sayings[name](read.data, before) : null
}

const sayings: { [Name in keyof Details]: (after: Details[Name], before: Values) => string } = {
  reason: ({ reason }) => `Because: ${reason}`,
  rating: ({ rating }, { rating: was }) =>
    typeof was === 'string' && was !== rating ? `From ${was} to ${rating}` : rating,
  words: ({ body }) => body,
  explained: ({ body, reason }) => `${sayAny('DismissalReason', reason)}: ${quoted(body)}`,
  token: ({ name, scopes, expires }) => `${inWords(name)}: may ${inWords(scopes)}; until ${inWords(expires)}`,
  account: ({ email, role }) => `${email}, ${inWords(role)}`,
  browser: ({ browser }) => browser,
  detail: ({ told }) => told,
  other: ({ other, otherId }) => `${quoted(other)} (number ${otherId})`,
}

/** The fields that differ, with their old and new values. */
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
  hops: 'steps',
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
