import { indexText } from './code-points.ts'

/** A stretch of a text, in code points, half-open. */
export type Stretch = { start: number; end: number }

/**
 * Every place where the words stand in the text, first to last, never overlapping. Quotation marks of any shape,
 * dashes of any length and runs of white space count as equal, since copying changes them.
 */
export function findQuote(text: string, quote: string): Stretch[] {
  const { folded: wanted } = fold(quote.normalize('NFC').trim())
  if (wanted === '') return []

  const { folded, units } = fold(text)
  const index = indexText(text)
  const found: Stretch[] = []
  for (let at = folded.indexOf(wanted); at !== -1; at = folded.indexOf(wanted, at + wanted.length)) {
    const startUnit = units[at] ?? 0
    const lastUnit = units[at + wanted.length - 1] ?? 0
    const end = lastUnit + String.fromCodePoint(text.codePointAt(lastUnit) ?? 0).length
    found.push({ start: index.toCodePoint(startUnit), end: index.toCodePoint(end) })
  }
  return found
}

/** The longest beginning of the quote that stands in the text, in words; to say how far a mistaken quote is right. */
export function longestFoundPrefix(text: string, quote: string): string {
  const { folded } = fold(text)
  const words = quote.normalize('NFC').trim().split(/\s+/)
  let low = 0
  for (let high = words.length; low < high;) {
    const middle = (low + high + 1) >> 1
    if (folded.includes(fold(words.slice(0, middle).join(' ')).folded)) low = middle
    else high = middle - 1
  }
  return words.slice(0, low).join(' ')
}

const alike = new Map<string, string>([
  ...[...'“”„‟«»″'].map((mark): [string, string] => [mark, '"']),
  ...[...'‘’‚‛‹›′`'].map((mark): [string, string] => [mark, "'"]),
  ...[...'‐‑‒–—―−'].map((dash): [string, string] => [dash, '-']),
])

/** The text with what is alike made equal, and for each UTF-16 unit of it the unit of the text it came from. */
function fold(text: string): { folded: string; units: Uint32Array } {
  const units = new Uint32Array(text.length)
  const pieces: string[] = []
  let length = 0
  let inSpace = false
  for (let unit = 0; unit < text.length; unit++) {
    const character = text[unit] ?? ''
    const isSpace = /\s/.test(character)
    if (isSpace && inSpace) continue
    inSpace = isSpace
    pieces.push(isSpace ? ' ' : (alike.get(character) ?? character))
    units[length++] = unit
  }
  return { folded: pieces.join(''), units: units.subarray(0, length) }
}
