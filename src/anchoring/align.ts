import type { Compared } from './compared.ts'

/** From one word to another, half-open: places in the lists of words, not in the text. */
export type WordRange = { from: number; to: number }

/** How well old words fit a place of the new text. */
export type Fit = {
  /** The place of the passage itself. */
  first: number
  last: number
  /** How much of the passage is kept, from 0 to 1; and of the words around it. */
  score: number
  context: number
}

/**
 * Fits old words, a passage among its neighbours, into a window of the new text, whose ends are free: the cheapest way
 * to leave out, put in and swap words. Undefined if nothing of the passage is there.
 */
export function align(compared: Compared, around: WordRange, passage: WordRange, window: WordRange): Fit | undefined {
  fillTable(compared, around, passage, window)
  return readTable(compared, around, passage, window)
}

const leftOut = 1
const putIn = 2
const same = 3
const swapped = 4

/** What a word that took another's place costs, in shares of its weight; one that is only spelt otherwise costs less. */
const swapCost = 0.95
const respeltCost = 0.35
const putInCost = 0.7
const neverForMarks = 9

/** Kept from one alignment to the next, because making them takes longer than filling them. */
let costs = new Float32Array(1 << 14)
let ways = new Uint8Array(1 << 14)

/** A neighbour must not drag a passage along to where only the neighbours were moved. */
const neighbourShare = 0.7

function fillTable(
  compared: Compared,
  { from, to }: WordRange,
  passage: WordRange,
  { from: low, to: high }: WordRange,
): void {
  const { old, now, weights } = compared
  const columns = high - low + 1
  const size = (to - from + 1) * columns
  if (size > costs.length) {
    costs = new Float32Array(size * 2)
    ways = new Uint8Array(size * 2)
  }
  costs.fill(0, 0, columns)
  ways.fill(0, 0, columns)
  const lastRow = to - from
  for (let row = 1; row <= lastRow; row++) {
    const x = old.ids[from + row - 1] ?? 0
    const share = from + row - 1 >= passage.from && from + row - 1 < passage.to ? 1 : neighbourShare
    const weight = share * (weights[x] ?? 0)
    const isWord = old.isWord[from + row - 1]
    const above = (row - 1) * columns
    const here = row * columns
    let left = (costs[here] = (costs[above] ?? 0) + weight)
    ways[here] = leftOut
    for (let column = 1; column < columns; column++) {
      const y = now.ids[low + column - 1] ?? 0
      let best = (costs[above + column] ?? 0) + weight
      let way = leftOut
      const other = share * (weights[y] ?? 0)
      const more = row === lastRow ? left : left + other * putInCost
      if (more < best) [best, way] = [more, putIn]
      const diagonal = costs[above + column - 1] ?? 0
      if (x === y) {
        if (diagonal <= best) [best, way] = [diagonal, same]
      } else if (diagonal <= best) {
        const swap =
          isWord !== now.isWord[low + column - 1]
            ? neverForMarks
            : isRespelt(compared, x, y)
              ? respeltCost * weight
              : swapCost * Math.max(weight, other)
        if (diagonal + swap <= best) [best, way] = [diagonal + swap, swapped]
      }
      costs[here + column] = left = best
      ways[here + column] = way
    }
  }
}

type Pair = { at: number; place: number; isKept: boolean; isOtherMark: boolean }

function readTable(
  compared: Compared,
  { from, to }: WordRange,
  passage: WordRange,
  { from: low, to: high }: WordRange,
): Fit | undefined {
  const { old, now, weights } = compared
  const columns = high - low + 1
  const pairs: Pair[] = []
  let [kept, keptAround, added] = [0, 0, 0]
  let row = to - from
  let column = high - low
  while (column > 0 && ways[row * columns + column] === putIn) column--
  while (row > 0) {
    const way = ways[row * columns + column]
    const at = from + row - 1
    const place = low + column - 1
    if (way === leftOut) {
      row--
      continue
    }
    if (way === putIn) {
      if (pairs.length > 0 && at >= passage.from) added += weights[now.ids[place] ?? 0] ?? 0
      column--
      continue
    }
    const x = old.ids[at] ?? 0
    const weight = weights[x] ?? 0
    const good = way === same ? weight : isRespelt(compared, x, now.ids[place] ?? 0) ? 0.65 * weight : 0
    if (at >= passage.from && at < passage.to) {
      const isWord = old.isWord[at] === 1
      pairs.push({ at, place, isKept: good > 0 && isWord, isOtherMark: way === swapped && !isWord })
      kept += good
    } else keptAround += good
    row--
    column--
  }
  const [end, start] = [endOf(pairs, old.isWord), endOf(pairs.toReversed(), old.isWord)]
  if (!end || !start) return undefined
  const whole = weightOf(compared, passage)
  const neighbours = weightOf(compared, { from, to }) - whole
  return {
    first: start.place,
    last: end.place,
    score: kept / (whole + 0.5 * added),
    context: neighbours > 0 ? keptAround / neighbours : 1,
  }
}

/** An end of which this many words changed still belongs to the passage; of a longer one nothing is left. */
const mostChangedAtEnd = 3
/** More words than this before a changed end show that it is another end. */
const mostPutInBeforeEnd = 2

/** The outermost pair that belongs to the passage, of pairs from its end inwards. */
function endOf(pairs: Pair[], isWord: Uint8Array): Pair | undefined {
  const kept = pairs.findIndex(({ isKept }) => isKept)
  let end = pairs[kept]
  let changed = 0
  for (let i = kept - 1; i >= 0 && end; i--) {
    const next = pairs[i]
    if (!next) break
    changed += isWord[next.at] ?? 0
    const putIn = Math.abs(next.place - end.place) - Math.abs(next.at - end.at)
    if (changed > mostChangedAtEnd || putIn > mostPutInBeforeEnd) break
    if (!next.isOtherMark) end = next
  }
  return end
}

/** How much these old words say, taken together. */
export function weightOf({ old, weights }: Compared, { from, to }: WordRange): number {
  let sum = 0
  for (let at = from; at < to; at++) sum += weights[old.ids[at] ?? 0] ?? 0
  return sum
}

/** Whether a word is the other one misspelt or with another ending. */
export function isRespelt({ names }: Pick<Compared, 'names'>, x: number, y: number): boolean {
  const one = names[x] ?? ''
  const other = names[y] ?? ''
  const shorter = Math.min(one.length, other.length)
  if (shorter < 4 || Math.abs(one.length - other.length) > 3) return false
  let head = 0
  while (head < shorter && one.charCodeAt(head) === other.charCodeAt(head)) head++
  let tail = 0
  while (tail < shorter - head && one.charCodeAt(one.length - 1 - tail) === other.charCodeAt(other.length - 1 - tail))
    tail++
  return head + tail >= Math.max(3, 0.6 * Math.max(one.length, other.length))
}
