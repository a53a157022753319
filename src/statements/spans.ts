import { indexText, type TextIndex } from '../anchoring/code-points.ts'
import { findQuote, longestFoundPrefix, type Stretch } from '../anchoring/find-quote.ts'
import { Refused } from '../refused.ts'

const between = /(?<!\s)\s*\[(?:…|\.\.\.)\]\s*/

type Place = { quote: string; at: string; spans?: Stretch[] | undefined }

/**
 * The spans that are meant by words, or by offsets from a program, in the order of the text. Throws Refused beside
 * `quote` where the words are not there, or stand there several times and nobody said which.
 */
export function placeSpans(text: string, { quote, at, spans }: Place): Stretch[] {
  const index = indexText(text)
  if (spans?.length) return checkSpans(index, spans)
  if (quote === '')
    throw new Refused({ quote: 'Select the words in the text, or paste them here as they were published' })

  const hints = at.split(',').map((hint) => (hint === '' ? undefined : Number(hint)))
  const pieces = quote.split(between).filter((piece) => piece !== '')
  const placed: Stretch[] = []
  for (const [number, piece] of pieces.entries()) placed.push(placePiece(index, piece, hints, number, placed.at(-1)))
  return checkSpans(index, placed)
}

function placePiece(
  index: TextIndex,
  piece: string,
  hints: (number | undefined)[],
  number: number,
  previous: Stretch | undefined,
): Stretch {
  const found = findQuote(index.text, piece)
  const hinted = found.find((stretch) => stretch.start === hints[number])
  if (hinted) return hinted

  // A later piece of one statement follows the one before it.
  const candidates = previous ? found.filter((stretch) => stretch.start >= previous.end) : found
  const [only] = candidates
  if (!only) throw notThere(index, piece)
  if (candidates.length === 1 || previous) return only
  throw severalTimes(index, piece, candidates)
}

function notThere(index: TextIndex, piece: string): Refused {
  const known = longestFoundPrefix(index.text, piece)
  const hint = known ? ` It goes along with the text up to “${known.slice(-80)}”.` : ''
  return new Refused({
    quote: `“${shorten(piece)}” is not in the text.${hint} Copy the words from the text, and put […] where you leave some out`,
  })
}

function severalTimes(index: TextIndex, piece: string, found: Stretch[]): Refused {
  const choices = found.slice(0, 50).map(({ start, end }) => {
    const before = index.slice(Math.max(0, start - 40), start)
    const after = index.slice(end, Math.min(index.length, end + 40))
    return { value: String(start), label: `…${before}»${index.slice(start, end)}«${after}…`.replace(/\s+/g, ' ') }
  })
  return new Refused(
    { quote: `“${shorten(piece)}” stands ${found.length} times in the text: choose which one is meant` },
    { at: choices },
  )
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
  }
  return sorted
}

/** The words of spans, with […] where some are left out between them. */
export function wordsOf(text: string, spans: Stretch[]): string {
  const index = indexText(text)
  return spans.map(({ start, end }) => index.slice(start, end)).join(' […] ')
}

function shorten(words: string): string {
  return words.length > 80 ? `${words.slice(0, 79)}…` : words
}
