import { indexText, type TextIndex } from '../anchoring/code-points.ts'
import {
  findQuote,
  fitQuote,
  longestFoundPrefix,
  mostPlaces,
  type Quotable,
  quotable,
  type Stretch,
} from '../anchoring/find-quote.ts'
import { foldSigns } from '../anchoring/fold.ts'
import { Refused } from '../refused.ts'

/** The mark for omitted words between pieces. */
const omission = /(?<!\s)\s*\[\s*(?:…|\.\s*\.\s*\.)\s*\]\s*/u
const mostPieces = 100

type Quoted = { quote: string; at: string; spans?: Stretch[] | undefined }

/**
 * The spans meant by words, or by a program's offsets, in the order of the text. The given position is checked first,
 * and nothing is ever moved to another. Throws Refused beside `quote` if the words are not there, or if the position is
 * ambiguous.
 */
export function placeSpans(text: string, { quote, at, spans }: Quoted): Stretch[] {
  if (spans?.length) return checkSpans(indexText(text), spans)
  if (isBlank(quote))
    throw new Refused({ quote: 'Select the words in the text, or paste them here as they were published' })

  const pieces = quote.split(omission).filter((piece) => !isBlank(piece))
  if (pieces.length === 0) throw new Refused({ quote: noWords })
  if (pieces.length > mostPieces)
    throw new Refused({ quote: `A passage has at most ${mostPieces} pieces, and these are ${pieces.length}` })

  const known = quotable(text)
  const hints = at.split(',').map((hint) => (hint === '' ? undefined : Number(hint)))
  return checkSpans(known.index, placeWhole(known, quote, pieces, hints) ?? placePieces(known, pieces, hints))
}

const noWords = '[…] alone says only that words are left out. Give the words that stand in the text, too'

/** A text may contain […] itself, and is then quoted with it. */
function placeWhole(text: Quotable, quote: string, pieces: string[], hints: Hint[]): Stretch[] | undefined {
  if (pieces.length === 1 || hints.length > 1) return undefined
  const [hint] = hints
  if (hint !== undefined) {
    const fit = fitQuote(text, quote, hint)
    return fit && [fit]
  }
  const found = findQuote(text, quote)
  if (found.length > 1) throw askWhich(text.index, quote, found, { placed: [], later: [] })
  return found.length === 1 ? found : undefined
}

type Hint = number | undefined

function placePieces(text: Quotable, pieces: string[], hints: Hint[]): Stretch[] {
  const placed: Stretch[] = []
  for (const [number, piece] of pieces.entries()) {
    const hint = hints[number]
    const fit = hint === undefined ? undefined : fitQuote(text, piece, hint)
    if (fit && isFree(fit, placed)) placed.push(fit)
    else placed.push(placePiece(text, piece, { hint, placed, later: hints.slice(number + 1) }))
  }
  return placed
}

function placePiece(
  text: Quotable,
  piece: string,
  { hint, placed, later }: { hint: Hint; placed: Stretch[]; later: Hint[] },
): Stretch {
  // A later piece usually follows the one before it; otherwise it may be anywhere.
  const after = findFree(text, piece, placed, placed.at(-1)?.end ?? 0)
  const found = after.length > 0 ? after : findFree(text, piece, placed, 0)
  const [only] = found
  if (!only) throw notThere(text, piece, placed)
  if (found.length === 1 && hint === undefined) return only
  throw askWhich(text.index, piece, found, { placed, later, hint })
}

function findFree(text: Quotable, piece: string, placed: Stretch[], from: number): Stretch[] {
  return findQuote(text, piece, from).filter((stretch) => isFree(stretch, placed))
}

function isFree({ start, end }: Stretch, placed: Stretch[]): boolean {
  return placed.every((other) => other.end <= start || other.start >= end)
}

function notThere(text: Quotable, piece: string, placed: Stretch[]): Refused {
  if (findQuote(text, piece).length > 0) {
    return new Refused({
      quote: `“${shorten(piece)}” overlaps another piece of this passage. Join the two, or leave one out`,
    })
  }
  const known = longestFoundPrefix(text, piece)
  const hint = known ? ` It goes along with the text up to “${known.slice(-80)}”.` : ''
  const more = placed.length > 0 ? '' : ', and put […] where you leave some out'
  return new Refused({
    quote: `“${shorten(piece)}” is not in the text.${hint} Copy the words from the text${more}`,
  })
}

/** Each option contains the positions of all pieces found so far. */
function askWhich(
  index: TextIndex,
  piece: string,
  found: Stretch[],
  { placed, later, hint }: { placed: Stretch[]; later: Hint[]; hint?: Hint },
): Refused {
  const isKnown = later.every((place) => place !== undefined)
  const choices = found.map(({ start, end }) => {
    const before = index.slice(Math.max(0, start - 40), start)
    const after = index.slice(end, Math.min(index.length, end + 40))
    const places = [...placed.map((stretch) => stretch.start), start, ...(isKnown ? later : [])]
    return {
      value: places.join(','),
      label: `…${before}»${shorten(index.slice(start, end))}«${after}…`.replace(/\s+/gu, ' '),
    }
  })
  return new Refused({ quote: whyAsked(piece, found.length, hint) }, { at: choices })
}

function whyAsked(piece: string, count: number, hint: Hint): string {
  const words = `“${shorten(piece)}”`
  const times = count === mostPlaces ? `${count} times or more` : `${count} times`
  if (hint === undefined) {
    const more = count === mostPlaces ? ', or give more of the words around it' : ''
    return `${words} stands ${times} in the text: choose which one is meant${more}`
  }
  const where =
    count === 1 ? 'but in another: choose it if it is meant' : `but ${times} elsewhere: choose which one is meant`
  return `${words} is not at the place that was given, ${where}`
}

function checkSpans(index: TextIndex, spans: Stretch[]): Stretch[] {
  const sorted = spans.toSorted((a, b) => a.start - b.start)
  for (const [i, { start, end }] of sorted.entries()) {
    if (end <= start) throw new Refused({ quote: `A passage from ${start} to ${end} ends before it begins` })
    if (end > index.length) {
      throw new Refused({
        quote: `A passage up to ${end} reaches beyond the text, which has ${index.length} characters`,
      })
    }
    const next = sorted[i + 1]
    if (next && next.start < end)
      throw new Refused({ quote: 'Two passages of one statement overlap: join them into one' })
    if (isBlank(index.slice(start, end))) throw new Refused({ quote: `There are no words from ${start} to ${end}` })
  }
  const words = sorted.map(({ start, end }) => index.slice(start, end))
  if (!words.some(hasWords)) throw new Refused({ quote: noWords })
  return sorted
}

/** Whether there is more than spaces, invisible characters and […]. */
export function hasWords(words: string): boolean {
  return words.split(omission).some((piece) => !isBlank(piece))
}

function isBlank(words: string): boolean {
  return foldSigns(words).trim() === ''
}

/** The words of spans, with […] where some are left out between them. */
export function wordsOf(text: string, spans: Stretch[]): string {
  const index = indexText(text)
  return spans.map(({ start, end }) => index.slice(start, end)).join(' […] ')
}

function shorten(words: string): string {
  return words.length > 80 ? `${words.slice(0, 79)}…` : words
}
