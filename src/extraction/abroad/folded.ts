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
  const starts: number[] = []
  const ends: number[] = []
  let text = ''
  const isPlain = !toMend.test(given)
  if (isPlain && letters.size === 0) return { text: given, placeOf: ({ start, end }) => ({ start, end }) }

  const pieces = isPlain ? given.matchAll(/[\s\S]/g) : given.matchAll(/\P{M}\p{M}*|\p{M}+/gsu)
  for (const { 0: piece, index } of pieces) {
    const written = piece.length > 1 ? composed(piece) : unseen.test(piece) ? '' : piece
    for (const letter of written.split('')) {
      starts.push(index)
      ends.push(index + piece.length)
      text += letters.get(letter) ?? letter
    }
  }
  const placeOf = ({ start, end }: Span) => {
    const from = starts[start] ?? given.length
    return { start: from, end: end > start ? (ends[end - 1] ?? given.length) : from }
  }
  return { text, placeOf }
}

function composed(piece: string): string {
  const [letter = ''] = piece
  if (unseen.test(letter)) return ''
  return piece.normalize('NFC').replace(/\p{M}/gu, '')
}
