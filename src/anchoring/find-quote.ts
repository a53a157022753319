import { codePointsOf, indexText, type TextIndex } from './code-points.ts'
import { foldSigns, sets } from './fold.ts'

/** A stretch of a text, in code points, half-open. */
export type Stretch = { start: number; end: number }

/** The limit for matches, because nobody chooses among more. */
export const mostPlaces = 100

/** A text to find quotes in, folded once; the folded form is internal to this file. */
export type Quotable = { readonly index: TextIndex; readonly folded: Folded }

export function quotable(text: string): Quotable {
  return { index: indexText(text), folded: fold(text) }
}

/**
 * The places of the words in the text from a code point on, first to last, including overlapping ones; at most
 * `mostPlaces`. Characters that fold alike (src/anchoring/fold.ts) count as equal. Spaces beside punctuation and dashes
 * do not count, nor does a dash within a word, which may come from the end of a line. Takes linear time, whatever the
 * text and the words.
 */
export function findQuote(text: Quotable, quote: string, from = 0): Stretch[] {
  const wanted = patternOf(quote)
  if (wanted.codes.length === 0) return wanted.before > 0 ? findDashes(text, from) : []

  const found: Stretch[] = []
  forEachMatch(text.folded, wanted, from, (at) => {
    const stretch = stretchAt(text, wanted, at)
    if (stretch && stretch.start >= from) found.push(stretch)
    return found.length < mostPlaces
  })
  return found
}

/** The place of the words if they begin at a code point, or after invisible characters there; otherwise undefined. */
export function fitQuote(text: Quotable, quote: string, start: number): Stretch | undefined {
  const wanted = patternOf(quote)
  const { codes, places } = text.folded
  if (wanted.codes.length === 0) {
    return wanted.before > 0 ? findDashes(text, start).find((dash) => dash.start === start) : undefined
  }
  let at = firstFrom(places, start)
  while (at < codes.length && isGap(codes[at])) at++
  if (!wanted.codes.every((code, i) => codes[at + i] === code)) return undefined
  return stretchAt(text, wanted, at)
}

/**
 * The longest beginning of the quote that occurs in the text, in whole words; it shows how far a mistaken quote is
 * right.
 */
export function longestFoundPrefix(text: Quotable, quote: string): string {
  const wanted = patternOf(quote)
  let longest = 0
  forEachMatch(
    text.folded,
    wanted,
    0,
    () => false,
    (length) => (longest = Math.max(longest, length)),
  )
  if (longest === 0) return ''
  const { index, codes, places } = wanted
  const end = longest === codes.length ? index.length : (places[longest] ?? index.length)
  const known = index.slice(0, end)
  const isWhole = end === index.length || /\s$/u.test(known)
  return known
    .split(/\s+/u)
    .slice(0, isWhole ? undefined : -1)
    .filter(Boolean)
    .join(' ')
}

/** The significant characters of a text, each with the code point it came from. */
type Folded = { codes: Uint32Array; places: Uint32Array }
/** The words to find: they begin and end with a letter or punctuation mark, with optional dashes around. */
type Pattern = Folded & { index: TextIndex; before: number; after: number }

const space = 0x20
const dash = 0x2d
const isGap = (code: number | undefined) => code === space || code === dash

const noKind = 0
const otherKind = 1
const digitKind = 2
const letterKind = 3

/** Grows as it is filled, since the number of characters after folding is not known before. */
class Codes {
  codes = new Uint32Array(1024)
  places = new Uint32Array(1024)
  length = 0

  add(code: number, place: number): void {
    if (this.length === this.codes.length) {
      this.codes = grown(this.codes)
      this.places = grown(this.places)
    }
    this.codes[this.length] = code
    this.places[this.length++] = place
  }
}

function grown(array: Uint32Array): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(array.length * 2)
  larger.set(array)
  return larger
}

function fold(text: string): Folded {
  const out = new Codes()
  const points = codePointsOf(text)
  let last = noKind
  let gap = nothing
  let gapAt = 0
  for (let place = 0; place < points.length; place++) {
    const point = points[place] ?? 0
    if (last === letterKind && gap === nothing && plainLetters[point] === 1) {
      out.add(point, place)
      continue
    }
    if (point === softHyphen) gap |= hyphen
    for (const { code, kind } of foldedSign(point)) {
      if (kind === noKind) {
        if ((gap & (spaced | dashed)) === 0) gapAt = place
        gap |= code === dash ? dashed : spaced
        continue
      }
      const between = last === noKind ? undefined : signBetween(last, kind, gap)
      if (between !== undefined) out.add(between, gapAt)
      out.add(code, place)
      last = kind
      gap = nothing
    }
  }
  return { codes: out.codes.subarray(0, out.length), places: out.places.subarray(0, out.length) }
}

const softHyphen = 0xad
/** What separates two characters, as bits. */
const nothing = 0
const spaced = 1
const dashed = 2
const hyphen = 4

/**
 * How the spaces and dashes between two characters count. A dash within a word may be the end of a line, and so may a
 * soft hyphen before a space; a space counts only between words and numbers.
 */
function signBetween(one: number, other: number, gap: number): number | undefined {
  if (gap & dashed) return one === letterKind && other === letterKind ? undefined : dash
  const isBetweenWords = one >= digitKind && other >= digitKind
  return gap & spaced && !(gap & hyphen) && isBetweenWords ? space : undefined
}

/** Letters that folding leaves unchanged; after another letter they need no further check. */
const plainLetters = new Uint8Array(0x110000)

type Sign = { code: number; kind: number }
const known = new Map<number, Sign[]>()

function foldedSign(point: number): Sign[] {
  let signs = known.get(point)
  if (!signs) {
    signs = Array.from(foldSigns(String.fromCodePoint(point)), (folded) => ({
      code: folded.codePointAt(0) ?? 0,
      kind: kindOf(folded),
    }))
    known.set(point, signs)
    const [only] = signs
    if (signs.length === 1 && only?.kind === letterKind && only.code === point) plainLetters[point] = 1
  }
  return signs
}

function kindOf(sign: string): number {
  if (sign === ' ' || sign === '-') return noKind
  if (/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(sign)) return otherKind
  if (/[\p{L}\p{M}]/u.test(sign)) return letterKind
  return /\p{N}/u.test(sign) ? digitKind : otherKind
}

function patternOf(quote: string): Pattern {
  const whole = quote.normalize('NFC').trim()
  const { codes, places } = fold(whole)
  const index = indexText(whole)
  const first = places[0]
  const last = places.at(-1)
  const before = countDashes(first === undefined ? whole : index.slice(0, first))
  const after = last === undefined ? 0 : countDashes(index.slice(last + 1))
  return { codes, places, index, before, after }
}

function countDashes(text: string): number {
  let dashes = 0
  for (const character of text) if (foldSigns(character) === '-') dashes++
  return dashes
}

/**
 * The algorithm of Knuth, Morris and Pratt: matched characters are never read again. `seen` gets the matched length of
 * the pattern at each place; the search ends when `take` returns false.
 */
function forEachMatch(
  { codes, places }: Folded,
  { codes: wanted }: Pattern,
  from: number,
  take: (at: number) => boolean,
  seen?: (length: number) => void,
): void {
  if (wanted.length === 0) return
  const shorter = shorterMatches(wanted)
  let matched = 0
  for (let at = from === 0 ? 0 : firstFrom(places, from); at < codes.length; at++) {
    while (matched > 0 && codes[at] !== wanted[matched]) matched = shorter[matched - 1] ?? 0
    if (codes[at] === wanted[matched]) matched++
    seen?.(matched)
    if (matched < wanted.length) continue
    if (!take(at - wanted.length + 1)) return
    matched = shorter[matched - 1] ?? 0
  }
}

/** For each prefix of the pattern, the length of its longest proper prefix that is also its suffix. */
function shorterMatches(wanted: Uint32Array): Uint32Array {
  const shorter = new Uint32Array(wanted.length)
  let length = 0
  for (let i = 1; i < wanted.length; i++) {
    while (length > 0 && wanted[i] !== wanted[length]) length = shorter[length - 1] ?? 0
    if (wanted[i] === wanted[length]) length++
    shorter[i] = length
  }
  return shorter
}

/** The index of the first of the sorted places that is not before a code point. */
function firstFrom(places: Uint32Array, codePoint: number): number {
  let low = 0
  for (let high = places.length; low < high;) {
    const middle = (low + high) >> 1
    if ((places[middle] ?? 0) < codePoint) low = middle + 1
    else high = middle
  }
  return low
}

/** The code points of a match, with the dashes around it that the quote has; undefined if it would cut a letter. */
function stretchAt({ folded: { places }, index }: Quotable, wanted: Pattern, at: number): Stretch | undefined {
  const last = at + wanted.codes.length - 1
  const [from, to] = [places[at], places[last]]
  if (from === undefined || to === undefined) return undefined
  if (places[at - 1] === from || places[last + 1] === to) return undefined
  const start = wanted.before > 0 ? dashBefore(index, from, wanted.before) : from
  const end = wanted.after > 0 ? dashAfter(index, to + 1, wanted.after) : endOfLetter(index, to + 1)
  return start === undefined || end === undefined ? undefined : { start, end }
}

/** A dash that is farther from the words than this does not belong to them. */
const farthest = 64

function dashBefore(index: TextIndex, from: number, most: number): number | undefined {
  const dashes: number[] = []
  for (let at = from - 1; at >= 0 && at >= from - farthest && dashes.length < most; at--) {
    const folded = foldSigns(index.slice(at, at + 1))
    if (folded === '-') dashes.push(at)
    else if (folded !== ' ' && folded !== '') break
  }
  return dashes.at(-1)
}

function dashAfter(index: TextIndex, from: number, most: number): number | undefined {
  const dashes: number[] = []
  for (let at = from; at < index.length && at < from + farthest && dashes.length < most; at++) {
    const folded = foldSigns(index.slice(at, at + 1))
    if (folded === '-') dashes.push(at + 1)
    else if (folded !== ' ' && folded !== '') break
  }
  return dashes.at(-1)
}

/** Insignificant marks on the last letter belong to it: a Hebrew vowel, an emoji's variation selector. */
function endOfLetter(index: TextIndex, from: number): number {
  let at = from
  while (at < index.length && at < from + farthest) {
    const character = index.slice(at, at + 1)
    if (!/\p{M}/u.test(character) || foldSigns(character) !== '') break
    at++
  }
  return at
}

const anyDashes = new RegExp(`[${sets.dashes}]+`, 'gu')

/** Runs of dashes, for a quote that has nothing else. */
function findDashes({ index }: Quotable, from: number): Stretch[] {
  const found: Stretch[] = []
  for (const { 0: run, index: unit } of index.text.matchAll(anyDashes)) {
    const start = index.toCodePoint(unit)
    if (start < from) continue
    found.push({ start, end: index.toCodePoint(unit + run.length) })
    if (found.length === mostPlaces) break
  }
  return found
}
