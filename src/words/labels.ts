import type * as enums from '../database/client/enums.ts'
import { evidenceKinds, noteKinds, tones } from './kinds.ts'

/* The labels of the data's values, list by list: a value without a label does not compile. */

type Enums = typeof enums
/** Values that pages never show. */
type Unsaid =
  | 'DatePrecision'
  | 'ImportOutcome'
  | 'ReadingState'
  | 'SuggestionState'
  | 'RootKind'
  | 'WeakestReason'
  | 'AnnotationKind'
type OfColumns = { [Name in Exclude<keyof Enums, Unsaid>]: Record<keyof Enums[Name], string> }

const ofColumns = {
  VersionMethod: {
    pasted: 'Pasted',
    file: 'From a file',
    program: 'Sent by a program',
    fetched: 'Fetched from its address',
  },
  DocumentKind: {
    article: 'Article',
    broadcast: 'Broadcast report',
    communique: 'Communiqué',
    press_release: 'Press release',
    transcript: 'Transcript',
    post: 'Post',
    report: 'Report',
    other: 'Other',
  },
  PublicationState: {
    draft: 'Draft',
    in_review: 'In review',
    published: 'Published',
    corrected: 'Corrected',
    withdrawn: 'Withdrawn',
  },
  SourceKind: {
    person: 'Person',
    organisation: 'Organisation',
    outlet: 'News outlet',
    government: 'Government body',
    group: 'Group',
    document: 'Document',
  },
  StatementMode: {
    direct: 'In their own words',
    indirect: 'Paraphrased',
    mixed: 'Partly in their own words',
  },
  StatementAct: {
    says: 'says',
    asks: 'asks',
    answers: 'answers',
    denies: 'denies',
    promises: 'promises',
    warns: 'warns',
    confirms: 'confirms',
    declines: 'declines',
  },
  Polarity: { positive: 'Something was said', negative: 'Records a refusal or silence' },
  AnchorKind: {
    exact: 'Unchanged',
    moved: 'Moved',
    changed: 'Words changed',
    elsewhere: 'Found elsewhere',
    gone: 'No longer there',
  },
  Settlement: { accepted: 'Accepted', kept: 'Old words kept', withdrawn: 'Withdrawn' },
  StatementState: { draft: 'Draft', ready: 'Recorded, not public', published: 'Published', withdrawn: 'Withdrawn' },
  Naming: { named: 'Named', described: 'Described, not named', unstated: 'Not stated' },
  ClaimStance: { asserts: 'asserts', denies: 'denies', doubts: 'doubts' },
  Axis: { attribution: 'Did they say it?', accuracy: 'Is it true?' },
  Tone: labelsOf(tones),
  Requirement: {
    none: 'Needs reasons only',
    evidence: 'Needs evidence',
    primary_source: 'Needs a primary source',
    second_origin: 'Needs a second, independent report',
  },
  VerdictState: { draft: 'Draft', published: 'Published', withdrawn: 'Withdrawn' },
  EvidenceKind: labelsOf(evidenceKinds),
  EvidenceStance: { supports: 'Supports it', contradicts: 'Contradicts it', context: 'Context' },
  Priority: { urgent: 'Urgent', high: 'High', normal: 'Normal', low: 'Low' },
  NoteKind: labelsOf(noteKinds),
  NoteVisibility: { internal: 'Only the newsroom sees it', public: 'Readers see it' },
  ChallengeKind: {
    speaker: 'They did not say it',
    addressee: 'They did not say it to those named',
    way: 'It did not reach this page that way',
    wording: 'The words are not these',
    verdict: 'The verdict is wrong',
  },
  ChallengeState: {
    waiting: 'Waiting for a first look',
    open: 'Open',
    upheld: 'Upheld',
    partly_upheld: 'Partly upheld',
    not_upheld: 'Not upheld',
    not_published: 'Not published',
    withdrawn: 'Withdrawn',
  },
  Role: { editor: 'Editor', reviewer: 'Reviewer', admin: 'Admin' },
  TokenScope: {
    read: 'Read: all that your role can read, drafts included',
    write: 'Write: record, edit and check, as your role can; includes reading',
    publish: 'Publish: publish, correct and withdraw; includes reading and writing',
  },
  JobKind: {
    import_item: 'Import a document',
    look_at_feed: 'Look at a feed',
    fetch_again: 'Fetch pages again',
    keep_link: 'Keep what evidence links to',
    draw_page: 'Draw a page',
  },
  JobState: { waiting: 'Waiting', running: 'Running', done: 'Done', failed: 'Failed' },
  DismissalReason: {
    not_said: 'Not said',
    cut_wrong: 'Cut wrong',
    no_claim: 'No claim',
  },
  SignInKind: {
    wrong_password: 'Wrong password',
    no_account: 'No account has this address',
    disabled_account: 'The account is disabled',
    too_many: 'Too many attempts: refused',
    new_browser: 'Signed in with a new browser',
    link: 'Invalid or expired link',
    bad_token: 'Invalid or expired token',
    refused: 'Not allowed',
  },
} as const satisfies OfColumns

const { outlet, organisation, government, person, group } = ofColumns.SourceKind
const { PublicationState, StatementState } = ofColumns
const { upheld, partly_upheld, not_upheld } = ofColumns.ChallengeState

/** Lists that are no column's type: parts of those above, and filters of pages. */
const ofPages = {
  ImportState: {
    waiting: 'Waiting',
    running: 'Being read',
    again: 'Not yet',
    stored: 'Stored as a draft',
    version: 'Stored as a new version',
    known: 'Known already',
    listed: 'A feed: its articles are listed here',
    failed: 'Not imported',
  },
  PublisherKind: { outlet, organisation, government, person, group },
  Outcome: { upheld, partly_upheld, not_upheld },
  AccountState: { active: 'Can sign in', disabled: 'Disabled' },
  TokenState: { live: 'In use', expired: 'Expired', revoked: 'Revoked' },
  TokenLifetime: { '30': '30 days', '90': '90 days', '365': '365 days', date: 'until a date' },
  NotePlace: {
    document: 'Document',
    passage: 'Passage',
    statement: 'Statement',
    step: 'Step of a statement',
    claim: 'Claim',
    source: 'Source',
  },
  ThreadState: { open: 'Open', resolved: 'Resolved', all: 'All' },
  Hit: { claim: 'Claim', statement: 'Statement', source: 'Source', document: 'Document' },
  Hits: { claim: 'Claims', statement: 'Statements', source: 'People and organisations', document: 'Documents' },
  HitState: { ...PublicationState, ...StatementState },
  WorkKind: { document: 'Documents', claim: 'Claims' },
  Mend: {
    marks: 'Remove soft hyphens and invisible characters',
    ligatures: 'Replace ligatures with letters',
    quoting: 'Remove the > before quoted lines',
    footnotes: 'Move footnotes to the end and take their numbers out of the text',
    pages: 'Remove page headers and page numbers',
    hyphens: 'Rejoin words hyphenated at line ends',
    wraps: 'Remove line breaks within paragraphs',
  },
  Quotation: {
    same: 'The same words',
    trimmed: 'Cut at an end',
    ellipsis: 'Cut inside, and marked',
    left_out: 'Words left out, not marked',
    changed: 'Words changed',
    added: 'Words added',
    negation: 'A negation differs',
    number: 'A number differs',
    unlike: 'Other words: too different to compare',
    translated: 'Translated: not compared word by word',
  },
  Due: { overdue: 'Overdue', week: 'Within a week', none: 'No date' },
} as const satisfies Record<string, Record<string, string>> & {
  PublisherKind: Record<Exclude<keyof Enums['SourceKind'], 'document'>, string>
}

/** For tests: all lists, each with its values and their labels. */
export const labels = { ...ofColumns, ...ofPages }
type Labels = typeof labels

export type List = keyof Labels
export type ValueOf<L extends List> = keyof Labels[L] & string

/** The label of a value. */
export function say<L extends List>(list: L, value: ValueOf<L>): string {
  return (labels[list] as Record<ValueOf<L>, string>)[value]
}

/** The same for input, which may not be a value of the list. */
export function sayAny(list: List, value: unknown): string {
  const words: Record<string, string> = labels[list]
  return words[String(value)] ?? String(value)
}

/** The options of a select: all values of a list, preceded by an empty one with the label `any`. */
export function offer(list: List, any?: string): { value: string; label: string }[] {
  const all = Object.entries(labels[list]).map(([value, label]) => ({ value, label }))
  return any === undefined ? all : [{ value: '', label: any }, ...all]
}

/** The values that a schema accepts. */
export function valuesOf<L extends List>(list: L): ValueOf<L>[] {
  return Object.keys(labels[list]) as ValueOf<L>[]
}

export function isValueOf<L extends List>(list: L, value: string): value is ValueOf<L> {
  return Object.hasOwn(labels[list], value)
}

function labelsOf<V extends string>(table: Record<V, { label: string }>): Record<V, string> {
  const all = Object.entries<{ label: string }>(table).map(([value, { label }]) => [value, label])
  return Object.fromEntries(all) as Record<V, string>
}

/** The lists for fields; forms of several things may have a field of one name. */
const listsOf: Record<string, List[]> = {
  mode: ['StatementMode'],
  act: ['StatementAct'],
  polarity: ['Polarity'],
  naming: ['Naming'],
  sourceKind: ['SourceKind'],
  publisherKind: ['SourceKind'],
  kind: ['DocumentKind', 'EvidenceKind', 'NoteKind', 'SourceKind'],
  stance: ['ClaimStance', 'EvidenceStance'],
  visibility: ['NoteVisibility'],
  state: ['PublicationState', 'StatementState'],
  role: ['Role'],
  axis: ['Axis'],
}

/** What somebody chose in a form, as they saw it there: "evidence[0][stance]", "context" → "Context". */
export function sayChosen(field: string, value: string): string {
  if (value === 'true') return 'Yes'
  const last = field.match(/[a-z]\w*/gi)?.at(-1) ?? field
  const list = listsOf[last]?.find((one) => isValueOf(one, value))
  return list === undefined ? value : sayAny(list, value)
}
