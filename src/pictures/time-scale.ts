import { scaleUtc } from 'd3-scale'
import { endOf, type Entry } from './timeline.ts'

const day = 24 * 60 * 60 * 1000
/** Years without an entry are left out of the axis from here on. */
const longestGap = 5 * 365 * day
/** The room that a break takes, and the least that a piece between breaks has. */
const breakWidth = 44
const narrowest = 90
/** With more stretches than this, nothing but breaks would fit between the edges. */
const mostPieces = 8

type Span = { from: number; to: number }
/** A stretch of time that is drawn whole; between two of them the axis is broken. */
export type Piece = { from: Date; to: Date; left: number; right: number }
export type TimeScale = { at: (on: Date) => number; pieces: Piece[] }

/** Where a date stands between two edges; years in which nothing was said or printed have no room of their own. */
export function timeScale(entries: Entry[], left: number, right: number): TimeScale {
  const spans = spansOf(entries)
  const free = right - left - (spans.length - 1) * breakWidth
  const least = Math.min(narrowest, free / spans.length)
  const whole = spans.reduce((sum, { from, to }) => sum + (to - from), 0)
  let x = left
  const pieces = spans.map(({ from, to }): Piece => {
    const width = least + (free - least * spans.length) * ((to - from) / whole)
    const piece = { from: new Date(from), to: new Date(to), left: x, right: x + width }
    x = piece.right + breakWidth
    return piece
  })
  const at = scaleUtc(
    pieces.flatMap(({ from, to }) => [from, to]),
    pieces.flatMap(({ left, right }) => [left, right]),
  )
  return { at, pieces }
}

/** The stretches of time that have entries, each at least ten days long: a single day would have no width. */
function spansOf(entries: Entry[]): Span[] {
  const all = entries
    .map((entry) => ({ from: entry.on.getTime(), to: (entry.precision === 'day' ? entry.on : endOf(entry)).getTime() }))
    .toSorted((a, b) => a.from - b.from)
  const spans: Span[] = []
  for (const { from, to } of all) {
    const last = spans.at(-1)
    if (last && from - last.to < longestGap) last.to = Math.max(last.to, to)
    else spans.push({ from, to })
  }
  if (spans.length === 0) spans.push({ from: 0, to: 0 })
  return fewer(spans).map(({ from, to }) => {
    const room = Math.max(0, 10 * day - (to - from)) / 2
    return { from: from - room, to: to + room }
  })
}

/** Of many stretches those that are nearest to each other become one, with the years between them. */
function fewer(spans: Span[]): Span[] {
  const gaps = spans.slice(1).map(({ from }, i) => ({ i: i + 1, years: from - (spans[i]?.to ?? from) }))
  const widest = gaps.toSorted((a, b) => b.years - a.years).slice(0, mostPieces - 1)
  const starts = [0, ...widest.map(({ i }) => i).toSorted((a, b) => a - b)]
  return starts.flatMap((start, nth) => {
    const some = spans.slice(start, starts[nth + 1])
    const [first, last] = [some[0], some.at(-1)]
    return first && last ? [{ from: first.from, to: last.to }] : []
  })
}
