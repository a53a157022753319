/** A line of a text without its margin and what stands around it, in UTF-16 units. */
export type Line = {
  start: number
  end: number
  words: string
  /** Spaces before its words, after any marks of quoting. */
  indent: number
  blank: boolean
  /** Whether "> > " stood before it, as in a mail that is answered. */
  quoted: boolean
}

const quoting = /^[^\S\n]*(?:>[^\S\n]?)+/

/** The lines of a text, in one walk. Marks of quoting are no words. */
export function readLines(text: string): Line[] {
  const lines: Line[] = []
  for (let from = 0; from <= text.length;) {
    let to = text.indexOf('\n', from)
    if (to < 0) to = text.length
    lines.push(lineAt(text, from, to))
    from = to + 1
  }
  return lines
}

function lineAt(text: string, from: number, to: number): Line {
  const marks = quoting.exec(text.slice(from, Math.min(to, from + 40)))?.[0].length ?? 0
  let [start, end] = [from + marks, to]
  while (end > start && isSpace(text.charCodeAt(end - 1))) end--
  const indentedFrom = start
  while (start < end && isSpace(text.charCodeAt(start))) start++
  const words = text.slice(start, end)
  return { start, end, words, indent: start - indentedFrom, blank: start === end, quoted: marks > 0 }
}

function isSpace(code: number): boolean {
  return code === 32 || code === 9 || code === 13 || code === 0xa0 || code === 11 || code === 12 || code === 0xfeff
}

/** A longer line is a paragraph of its own. */
const widest = 120
/** Shorter lines are verse, lists or labels. */
const narrowest = 48

/** Where lines are cut in a text whose paragraphs were wrapped; 0 in one where a line is a paragraph. */
export function tellWidth(lines: readonly Line[]): number {
  const ends: [Line, Line][] = []
  for (let at = 0; at + 1 < lines.length; at++) {
    const [line, next] = [lines[at]!, lines[at + 1]!]
    if (!line.blank && !next.blank && line.words.length <= widest && !isTurn(line, next)) ends.push([line, next])
  }
  if (ends.length === 0) return 0
  const lengths = ends.map(([line]) => line.indent + line.words.length).sort((a, b) => a - b)
  const width = lengths[Math.round((lengths.length - 1) * 0.97)]!
  if (width < narrowest) return 0
  const full = ends.filter(([line, next]) => isFull(line, next, width))
  const capitals = full.filter(([, next]) => /^\p{Lu}/u.test(next.words)).length
  const open = full.filter(([line]) => !endsSentence(line.words)).length
  const most = hasCapitalNouns(ends.map(([line]) => line)) ? 9 : 7
  return full.length * 2 >= ends.length && capitals * 10 <= full.length * most && open * 2 >= full.length ? width : 0
}

/** Lines of a dialogue with dashes end where somebody has spoken, and not where they are full. */
function isTurn(line: Line, next: Line): boolean {
  return /^[—–]\s/.test(next.words) && endsSentence(line.words)
}

/** In German many lines begin with a noun; verse begins every line so. */
export function hasCapitalNouns(lines: readonly Line[]): boolean {
  const words = lines.map((line) => line.words).join('\n')
  const inside = words.match(/(?<=[\p{Ll},] )\p{L}/gu) ?? []
  return inside.filter((letter) => /\p{Lu}/u.test(letter)).length * 5 > inside.length
}

/** Whether the next line's first word would not have fitted. */
export function isFull(line: Line, next: Line, width: number): boolean {
  const space = next.words.indexOf(' ')
  const word = space < 0 ? next.words.length : space
  return line.words.length <= widest && line.indent + line.words.length + 1 + word > width - 2
}

export function endsSentence(words: string): boolean {
  return /[.?!:…][")\]”’'»]*$/.test(words)
}

/** "• one", "- two", "3. three", "(b) four". */
export function isItem(words: string): boolean {
  return /^(?:[•▪◦*·‣–—-]\s|\(?(?:\d{1,2}|[a-z])[.)]\s)/.test(words)
}

/** "MS. OKAFOR:", "Q.", "[00:00:12] Ana Berg:", "Ana Berg (Lab):": somebody's turn begins. */
export function isLabel(words: string): boolean {
  return /^(?:\[?\d{1,2}:\d\d|(?:Q|A)[.:]\s|(?:RT )?@\w{2,30}:\s|\p{Lu}\p{Ll}+\.? \p{Lu}[\p{Lu}’'-]+\.\s(?=\p{Lu})|\p{Lu}[\p{L}.'’-]*(?: \p{Lu}[\p{L}.'’-]*){0,4}(?: \([^)]{1,40}\)){0,2}:(?:\s|$))/u.test(
    words,
  )
}

/** Marks that nobody sees, and numbers of footnotes; joiners only between letters that do not need them. */
export const unseen =
  /[\u00AD\u200B\u2060\u200E\u200F\u202A-\u202E\u2066-\u2069]|(?<=[\p{Script=Latin}\s])(?:\u200C|\u200D|\uFEFF)|(?:(?<=[\p{L}.,!?”"’»\]])|(?<=[.,!?][”"’'»]) )\[(?:\d{1,3}|note \d{1,2}|citation needed)\]/gu
