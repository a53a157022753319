import type { ClaimStance, DatePrecision, Tone } from '../database/client/enums.ts'
import { chainSentence } from '../statements/presentation.ts'
import { stanceOf } from './graph.ts'
import type { DrawnStatement } from './queries.ts'

/**
 * said: on that date · printed: the day it was said is not known, or the printing is what matters · found: our verdict.
 */
export type EntryKind = 'said' | 'printed' | 'found'
export type Entry = {
  on: Date
  precision: DatePrecision
  kind: EntryKind
  /** The row of the picture that has it. */
  row: string
  words: string
  path: string
  /** The chain of reports in one sentence, or the reasons of the verdict. */
  line: string
  document: { title: string; path: string } | null
  /** One of a claim's reports, which the rising curve counts. */
  isReport: boolean
  /**
   * The passage's stance towards the claim of the picture; null without a claim, and for entries that are no passage.
   */
  stance: ClaimStance | null
  /** Of a verdict, its rating's. */
  tone: Tone | null
}
export type Timeline = { entries: Entry[]; undated: Omit<Entry, 'on' | 'precision'>[] }

type Dated = { on: Date | null; precision: DatePrecision | null; kind: EntryKind }
export type Finding = { on: Date; rating: string; tone: Tone; path: string }

const othersRow = 'Other things'
export const foundRow = 'What we found'
export const saidRow = 'When it was said'

/** How a claim spread: when it was said, when each publisher printed it, and when we found what. */
export function timeClaim(statements: DrawnStatement[], claimId: number, findings: Finding[]): Timeline {
  const said = statements.flatMap((statement) => {
    const origin = statement.hops[0]
    return origin?.saidOn ? [entryOf(statement, saidRow, saidAt(origin), { claimId, isReport: false })] : []
  })
  const printed = statements.map((statement) => {
    const stance = statement.claims.find(({ id }) => id === claimId)?.stance
    const drawn = { claimId, isReport: stance === 'asserts' }
    return entryOf(statement, statement.document.publisher.name, printedAt(statement), drawn)
  })
  const found = findings.map(({ on, rating, tone, path }) => ({
    ...{ on, precision: 'day' as const, kind: 'found' as const, row: foundRow },
    ...{ words: rating, path, line: '', document: null, isReport: false, stance: null, tone },
  }))
  return inOrder([...said, ...printed, ...found])
}

/** A source's statements, a row for each topic; if the day it was said is not known, when it was printed. */
export function timeSource(statements: DrawnStatement[], sourceId: number): Timeline {
  return inOrder(
    statements.flatMap((statement) => {
      const own = statement.hops.find(({ naming, source }) => naming === 'named' && source?.id === sourceId)
      const at = own?.saidOn ? saidAt(own) : printedAt(statement)
      const topics = new Set(statement.claims.flatMap(({ topics }) => topics.map(({ name }) => name)))
      const rows = topics.size > 0 ? [...topics] : [othersRow]
      return rows.map((row) => entryOf(statement, row, at, { claimId: null, isReport: false }))
    }),
  )
}

function saidAt({ saidOn, saidPrecision }: DrawnStatement['hops'][number]): Dated {
  return { on: saidOn, precision: saidPrecision, kind: 'said' }
}

function printedAt({ document }: DrawnStatement): Dated {
  return { on: document.publishedOn, precision: document.publishedPrecision, kind: 'printed' }
}

type Drawn = { claimId: number | null; isReport: boolean }

function entryOf(statement: DrawnStatement, row: string, at: Dated, { claimId, isReport }: Drawn) {
  const { words, path, hops, document } = statement
  const stance = claimId === null ? null : stanceOf(statement, claimId)
  const line = chainSentence(hops, document.publisher.name)
  const where = { title: document.title, path: document.path }
  return { ...at, row, words, path, line, document: where, isReport, stance, tone: null }
}

function inOrder(all: (Omit<Entry, 'on' | 'precision'> & { on: Date | null; precision: DatePrecision | null })[]) {
  const entries = all.flatMap(({ on, precision, ...entry }) => (on && precision ? [{ ...entry, on, precision }] : []))
  const undated = all.flatMap(({ on, precision, ...entry }) => (on && precision ? [] : [entry]))
  return { entries: entries.toSorted((a, b) => a.on.getTime() - b.on.getTime()), undated }
}

/** The last moment of the day, month or year that a date stands for. */
export function endOf({ on, precision }: Pick<Entry, 'on' | 'precision'>): Date {
  const [year, month, day] = [on.getUTCFullYear(), on.getUTCMonth(), on.getUTCDate()]
  if (precision === 'year') return new Date(Date.UTC(year + 1, 0, 1))
  return precision === 'month' ? new Date(Date.UTC(year, month + 1, 1)) : new Date(Date.UTC(year, month, day + 1))
}

/** Where a date's entries begin in the table: "on-2021-10-07-day". */
export function anchorOf({ on, precision }: Pick<Entry, 'on' | 'precision'>): string {
  return `on-${on.toISOString().slice(0, 10)}-${precision}`
}
