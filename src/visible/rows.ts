import type {
  Naming,
  NoteVisibility,
  PublicationState,
  SourceKind,
  StatementState,
  VerdictState,
} from '../database/client/enums.ts'
import { type Kind, type Rule, rules } from './rules.ts'

type Published = { state: PublicationState }
type Stated = { state: StatementState; version: { document: Published } }
type Step = { statement: Stated }
type Claimed = Published & { mergedIntoId: number | null }
/** For things that stay with a merged claim: that claim, and its survivor. */
type ClaimedOnce = Claimed & { mergedInto: Claimed | null }
type Judged = { state: VerdictState; claim: ClaimedOnce | null; statement: Stated | null; hop: Step | null }
type Known = { mergedIntoId: number | null; searchEntry: { isPublic: boolean } | null }

/** The columns of a row needed to decide whether readers may see it. */
type Rows = {
  document: Published
  version: { document: Published }
  statementHere: { state: StatementState }
  statement: Stated
  step: Step
  namedStep: Step & { naming: Naming }
  body: { kind: SourceKind }
  bodyStep: Step & { naming: Naming; bodyShown: boolean; source: { kind: SourceKind } | null }
  claim: Claimed
  mergedClaim: Published & { mergedInto: Claimed | null }
  ledOnClaim: Claimed
  claimTopic: { claim: Claimed }
  statementClaim: { statement: Stated; claim: Claimed }
  verdictHere: { state: VerdictState }
  verdict: Judged
  evidence: { verdict: Judged; versionId: number | null; version: { document: Published } | null }
  reply: { verdict: Judged }
  source: Known
  topic: { mergedIntoId: number | null; claims: { claim: Claimed }[] }
  noteHere: { visibility: NoteVisibility }
  note: {
    visibility: NoteVisibility
    document: Published | null
    version: { document: Published } | null
    statement: Stated | null
    hop: Step | null
    claim: Claimed | null
    source: Known | null
  }
  challenge: { openedAt: Date | null }
  challengeWord: { shown: boolean; challenge: { openedAt: Date | null } }
  annotation: { publishedAt: Date | null }
  event: {
    action: string
    documentId: number | null
    document: Published | null
    statementId: number | null
    statement: Stated | null
    claimId: number | null
    claim: ClaimedOnce | null
    challengeId: number | null
    challenge: { openedAt: Date | null } | null
    verdictId: number | null
    verdict: { state: VerdictState } | null
    sourceId: number | null
    topicId: number | null
    noteId: number | null
    subjectId: number | null
  }
  correction: {
    documentId: number | null
    document: Published | null
    statementId: number | null
    statement: Stated | null
    claimId: number | null
    claim: ClaimedOnce | null
  }
  sourceMerge: { undoneAt: Date | null; survivor: Known }
  claimMerge: { undoneAt: Date | null; merged: Claimed }
  topicMerge: { undoneAt: Date | null; survivor: Rows['topic'] }
}

/** Whether readers may see a row's thing, for rows that a query could not leave out. */
export function isSeen<K extends Kind>(kind: K, row: Rows[K]): boolean {
  return holdsOf(kind, row)
}

/** Whether pages mention a thing's state: published things that were neither corrected nor withdrawn need no label. */
export function tellsState(state: string): boolean {
  return state !== 'published'
}

export function wasCorrected(state: string): boolean {
  return state === 'corrected'
}

function holdsOf(kind: Kind, row: object): boolean {
  if (kind === 'source') return valueOf(row, 'mergedIntoId') === null && isKeptAsSeen(row)
  return holds(rules[kind].isSeen, row)
}

/** For a source, the database stores it. */
function isKeptAsSeen(row: object): boolean {
  const entry = valueOf(row, 'searchEntry') as Known['searchEntry']
  return entry !== null && entry.isPublic
}

function holds(rule: Rule, row: object): boolean {
  if ('all' in rule) return rule.all.every((part) => holds(part, row))
  if ('any' in rule) return rule.any.some((part) => holds(part, row))
  if ('on' in rule) {
    const other = valueOf(row, rule.by) as object | null
    return other !== null && holdsOf(rule.on, other)
  }
  if ('some' in rule) return (valueOf(row, rule.relation) as object[]).some((other) => holdsOf(rule.some, other))
  const value = valueOf(row, rule.column)
  return 'isSet' in rule ? (value !== null) === rule.isSet : rule.is.includes(value as string)
}

/** Throws for a column that the row lacks: it must not count as anything. */
function valueOf(row: object, name: string): unknown {
  const value = (row as Record<string, unknown>)[name]
  if (value === undefined) throw new Error(`“${name}” was not asked of a row, and decides whether readers may see it`)
  return value
}
