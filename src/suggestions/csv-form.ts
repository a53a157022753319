import { stringify } from 'csv-stringify/sync'
import { indexText } from '../anchoring/code-points.ts'
import type { Span, Statement } from '../extraction/statement.ts'
import { unnamed } from '../statements/chain-sentence.ts'
import { calledAs, suggestedChain } from './chain.ts'
import type { Suggested } from './forms.ts'

/** RFC 4180, with formula characters escaped for spreadsheets. */
export function writeRows(
  { file, line, text, publisher, extraction, counted }: Suggested,
  { header }: { header: boolean },
) {
  const index = indexText(text)
  const words = (spans: readonly Span[]) => spans.map(({ start, end }) => index.slice(start, end)).join(' … ')
  const rows = extraction.statements.map((statement, i) => ({
    file,
    line,
    ...cellsOf(statement, words),
    chain: suggestedChain(statement, publisher),
    spans: inWords((counted ?? { extraction }).extraction.statements[i]?.content ?? []),
  }))
  return stringify(rows, {
    header,
    columns: [...columns],
    record_delimiter: 'windows',
    escape_formulas: true,
    // The library quotes cells with its own line ending; another line ending within a cell would end the row for many
    // readers.
    quoted_match: /[\r\n]/,
  })
}

const columns = [
  'file',
  'line',
  'confidence',
  'source',
  'role',
  'anonymity',
  'cue',
  'addressee',
  'place',
  'medium',
  'date',
  'passed_on_by',
  'words',
  'chain',
  'mode',
  'act',
  'polarity',
  'hedge',
  'rule',
  'reason',
  'spans',
] as const

function cellsOf(statement: Statement, words: (spans: readonly Span[]) => string) {
  const { content, mode, act, polarity, hedge, rule, reason, confidence, hops } = statement
  const [origin, ...relays] = hops
  return {
    confidence,
    source: origin && calledAs(origin.source),
    role: origin?.source.role,
    anonymity: origin?.source.anonymity,
    cue: origin?.cue?.text,
    addressee: origin?.addressee,
    place: origin?.place,
    medium: origin?.medium,
    date: hops.find(({ date }) => date)?.date?.iso,
    passed_on_by: relays.map(({ source }) => calledAs(source) ?? unnamed).join('; '),
    words: words(content),
    mode,
    act,
    polarity,
    hedge,
    rule,
    reason,
  }
}

function inWords(spans: readonly Span[]): string {
  return spans.map(({ start, end }) => `${start}-${end}`).join(';')
}
