import type { Span } from '../statement.ts'

/** A text as a pack's patterns read it, and where its characters stood. UTF-16 units. */
export type Folded = { text: string; placeOf: (place: Span) => Span }

/** Marks that nobody sees, or that only stretch a word. */
const unseen = /[\p{Cf}\u0640]/u
const toMend = /[\p{M}\p{Cf}\u0640]/u

/**
 * Composes accents, drops marks that are no letters (stress, vowel signs, tatweel, direction, zero-width joiners) and reads
 * some letters as others, so that a word is found however it is written.
 */
export function fold(given: string, letters: ReadonlyMap<string, string> = new Map()): Folded {
  const read = (text: string) => withLetters(text, letters)
  if (!toMend.test(given)) return { text: read(given), placeOf: ({ start, end }) => ({ start, end }) }

  // Where each piece that is written otherwise stands, here and there; between them nothing moves.
  const mended: Mended[] = []
  let [text, from] = ['', 0]
  for (const { 0: piece, index } of given.matchAll(/[^\p{M}\p{Cf}\u0640]\p{M}+|[\p{M}\p{Cf}\u0640]\p{M}*/gsu)) {
    text += given.slice(from, index)
    const written = composed(piece)
    mended.push({ start: text.length, end: text.length + written.length, from: index, to: index + piece.length })
    text += written
    from = index + piece.length
  }
  text += given.slice(from)
  const placeOf = ({ start, end }: Span) => {
    const at = startOf(mended, start)
    return { start: at, end: end > start ? endOf(mended, end) : at }
  }
  return { text: read(text), placeOf }
}

type Mended = { start: number; end: number; from: number; to: number }

/** One for one, so that nothing moves. */
function withLetters(text: string, letters: ReadonlyMap<string, string>): string {
  if (letters.size === 0) return text
  return text.replace(new RegExp(`[${[...letters.keys()].join('')}]`, 'gu'), (letter) => letters.get(letter) ?? letter)
}

/** The last piece that begins at a place or before it. */
function lastBefore(mended: readonly Mended[], place: number): Mended | undefined {
  let [low, high] = [0, mended.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (mended[middle]!.start <= place) low = middle + 1
    else high = middle
  }
  return mended[low - 1]
}

/** The character at a place begins here. */
function startOf(mended: readonly Mended[], place: number): number {
  const last = lastBefore(mended, place)
  if (!last) return place
  return place < last.end ? last.from : last.to + place - last.end
}

/** The character before a place ends here. */
function endOf(mended: readonly Mended[], place: number): number {
  const last = lastBefore(mended, place - 1)
  if (!last) return place
  return place <= last.end ? last.to : last.to + place - last.end
}

function composed(piece: string): string {
  const [letter = ''] = piece
  if (unseen.test(letter)) return ''
  return piece.normalize('NFC').replace(/\p{M}/gu, '')
}
