import type { Naming } from '../database/client/enums.ts'
import type { Hop, HopDate, Span, Statement } from '../extraction/statement.ts'
import { countCodePoints, indexText, type TextIndex } from '../anchoring/code-points.ts'

/** A suggestion as the statement's form shows it, and as accepting it sends it. */
export type SuggestedValues = ReturnType<typeof suggestedValues>

/** `text` is the whole text, or a part that begins at `from`; positions count from the beginning of the whole text. */
export function suggestedValues(found: Statement, text: string, from = 0) {
  const index = indexText(text)
  const spans = bareSpans(found.content, index, from)
  return {
    quote: spans.map(({ start, end }) => index.slice(start - from, end - from)).join(' […] '),
    at: spans.map(({ start }) => start).join(','),
    spans,
    // Words alone in quotation marks stand in a sentence of the document's own.
    mode: found.mode === 'words' ? ('mixed' as const) : found.mode,
    act: found.act,
    polarity: found.polarity,
    hops: found.hops.map(suggestedHop),
  }
}

/** The rules include "that" and quotation marks in contents, as the corpora do; editors record the words. */
function bareSpans(content: Span[], index: TextIndex, from: number): Span[] {
  return content.map((span) => {
    const words = index.slice(span.start - from, span.end - from)
    const [before = '', bare = words] = quotedWhole(words) ?? afterThat.exec(words)?.slice(1) ?? []
    const start = span.start + countCodePoints(before)
    return { start, end: start + countCodePoints(bare) }
  })
}

/** For words that are one quotation and nothing else: the opening mark, and the words without marks. */
function quotedWhole(words: string): [string, string] | undefined {
  const [before] = /^\s*[“"«„‘]\s*/u.exec(words) ?? []
  if (before === undefined) return undefined
  const quoted = words.slice(before.length).trimEnd()
  const bare = quoted
    .replace(/[”"»“’][.,;]?$/u, '')
    .trimEnd()
    .replace(/[,;]$/, '')
  return /[“”"«»„‘]/u.test(bare) ? undefined : [before, bare]
}

const afterThat = /^(\s*(?:(?:that|dass|que)\s+|qu[’']))(\S.*)$/su

function suggestedHop({ source, cue, addressee, medium, place, date }: Hop) {
  const isNamed = source.anonymity === 'named' && source.name !== null
  const described = source.description ?? source.name ?? source.mention ?? ''
  const naming: Naming = isNamed
    ? 'named'
    : source.anonymity === 'described' && described !== ''
      ? 'described'
      : 'unstated'
  return {
    naming,
    source: isNamed ? short(source.name) : '',
    sourceKind: source.kind === 'unknown' ? ('organisation' as const) : source.kind,
    role: isNamed ? short(source.role) : '',
    description: naming === 'described' ? short(described, 300) : '',
    anonymityReason: short(source.reason, 500),
    knowledgeBasis: short(source.basis, 500),
    cue: short(cue?.text),
    addressee: short(addressee),
    place: short(place),
    medium: short(medium),
    said: date ? storable(date) : '',
  }
}

/** Fields of the form have a limit; anything longer was no name but a mistake of the rules. */
function short(words: string | null | undefined, most = 200): string {
  return (words ?? '').replace(/\s+/g, ' ').slice(0, most).trim()
}

/**
 * Days, months and years are stored as such. A week becomes its month, if it lies in one; otherwise it becomes its
 * year, as does a season.
 */
function storable({ iso, precision }: HopDate): string {
  if (precision === 'season') return iso.slice(0, 4)
  if (precision !== 'week') return iso
  const [, year = '', week = ''] = /^(\d{4})-W(\d{2})$/.exec(iso) ?? []
  if (year === '') return iso.slice(0, 4)
  const [first, last] = daysOfWeek(Number(year), Number(week))
  return first.slice(0, 7) === last.slice(0, 7) ? first.slice(0, 7) : first.slice(0, 4)
}

/** Its Monday and its Sunday: ISO 8601's first week is the one that contains 4 January. */
function daysOfWeek(year: number, week: number): [string, string] {
  const fourth = new Date(Date.UTC(year, 0, 4))
  const monday = Date.UTC(year, 0, 4 - ((fourth.getUTCDay() + 6) % 7) + (week - 1) * 7)
  const day = 86_400_000
  return [new Date(monday).toISOString().slice(0, 10), new Date(monday + 6 * day).toISOString().slice(0, 10)]
}
