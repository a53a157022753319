import type { Turn } from './labels.ts'

/** Paragraphs of a reporter's above the first turn, from which on a text is a story and no record. */
const fewestTold = 2
/** In characters; a shorter line is a heading or a byline. */
const shortest = 60

/**
 * In a story with a part of a transcript, the story goes on where nobody's label stands: a turn is one paragraph there, unless
 * others of the speakers' go on over several.
 */
export function withinStory(text: string, turns: readonly Turn[]): Turn[] {
  const [first] = turns
  if (isTight(text, turns)) return turns.map((turn) => ({ ...turn, end: blankAfter(text, turn) }))
  if (!first || !isStory(text.slice(0, first.start))) return [...turns]
  const ends = turns.map((turn) => paragraphEnd(text, turn))
  const longer = turns.slice(0, -1).filter(({ end }, at) => text.slice(ends[at], end).trim() !== '').length
  if (longer * 3 > turns.length) return [...turns]
  return turns.map((turn, at) => (goesOn(text, ends[at]!, turn.end) ? turn : { ...turn, end: ends[at]! }))
}

/** Messages of a chat, line by line: a blank line ends them. */
function isTight(text: string, turns: readonly Turn[]): boolean {
  const tight = turns.slice(0, -1).filter(({ words, end }) => !blank.test(text.slice(words, end))).length
  return tight >= fewestTight && tight * 10 >= (turns.length - 1) * 7
}

const fewestTight = 3
const blank = /\n[^\S\n]*\n/

function blankAfter(text: string, { words, end }: Turn): number {
  const match = blank.exec(text.slice(words, end))
  return match ? words + match.index : end
}

function isStory(above: string): boolean {
  return (
    above.split('\n').filter((line) => line.trim().length >= shortest && /[.!?]["”’']?$|:$/.test(line.trim())).length >=
    fewestTold
  )
}

function paragraphEnd(text: string, { words, end }: Turn): number {
  const at = text.indexOf('\n', words + 1)
  return at < 0 ? end : Math.min(at, end)
}

/** Whoever says "I" or "you" in the next paragraph, and no quotation, is speaking on. */
function goesOn(text: string, from: number, to: number): boolean {
  const next = text.slice(from, to).trimStart().split('\n', 1)[0] ?? ''
  const unquoted = next.replace(/“[^“”]*”?|"[^"]*"?/g, '')
  return next !== '' && /\b(?:I|[Yy]ou|[Mm]y|[Yy]our)\b/.test(unquoted)
}
