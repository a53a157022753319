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
  /** Whether its number stood before it, as in a record of a hearing. */
  numbered: boolean
}

const quoting = /^[^\S\n]*(?:>[^\S\n]?)+/

/** The lines of a text, in one walk. Marks of quoting and the numbers of lines are no words. */
export function readLines(text: string): Line[] {
  const numbered = hasLineNumbers(text)
  const lines: Line[] = []
  for (let from = 0; from <= text.length;) {
    let to = text.indexOf('\n', from)
    if (to < 0) to = text.length
    lines.push(lineAt(text, from, to, numbered))
    from = to + 1
  }
  return lines
}

const lineNumber = /^[^\S\n]*\d{1,2}(?=\s|$)/

/** Whether nearly each line has its number before it, one more than the line above or from 1 again. */
function hasLineNumbers(text: string): boolean {
  let [lines, following, last] = [0, 0, 0]
  for (const line of text.split('\n')) {
    if (line.replace(quoting, '').trim() === '') continue
    lines++
    const number = Number(lineNumber.exec(line.replace(quoting, ''))?.[0] ?? NaN)
    if (number === last + 1 || number === 1) following++
    last = Number.isNaN(number) ? last : number
  }
  return following >= fewestNumbers && following * 10 >= lines * 7
}

const fewestNumbers = 8

function lineAt(text: string, from: number, to: number, isNumbered: boolean): Line {
  const marks = quoting.exec(text.slice(from, Math.min(to, from + 40)))?.[0].length ?? 0
  const number = isNumbered ? (lineNumber.exec(text.slice(from + marks, to))?.[0].length ?? 0) : 0
  let [start, end] = [from + marks + number, to]
  while (end > start && isSpace(text.charCodeAt(end - 1))) end--
  const indentedFrom = start
  while (start < end && isSpace(text.charCodeAt(start))) start++
  const words = text.slice(start, end)
  return {
    start,
    end,
    words,
    indent: start - indentedFrom,
    blank: start === end,
    quoted: marks > 0,
    numbered: number > 0,
  }
}

function isSpace(code: number): boolean {
  return code === 32 || code === 9 || code === 13 || code === 0xa0 || code === 11 || code === 12 || code === 0xfeff
}

/** A longer line is a paragraph of its own. */
const widest = 120
/** Shorter lines are verse, lists or labels. */
const narrowest = 48
/** Where lines have numbers they are no verse. */
const narrowestNumbered = 30

/** Where lines are cut in a text whose paragraphs were wrapped; 0 in one where a line is a paragraph. */
export function tellWidth(lines: readonly Line[]): number {
  const ends: [Line, Line][] = []
  for (let at = 0; at + 1 < lines.length; at++) {
    const [line, next] = [lines[at]!, lines[at + 1]!]
    if (line.blank || next.blank || line.words.length > widest) continue
    if (!isTurn(line, next) && !isHeading(line.words) && !isStamped(next.words)) ends.push([line, next])
  }
  if (ends.length === 0) return 0
  const lengths = ends.map(([line]) => line.indent + line.words.length).sort((a, b) => a - b)
  const width = lengths[Math.round((lengths.length - 1) * 0.97)]!
  if (width < (lines.some(({ numbered }) => numbered) ? narrowestNumbered : narrowest)) return 0
  const full = ends.filter(([line, next]) => isFull(line, next, width))
  const capitals = full.filter(([, next]) => /^\p{Lu}/u.test(next.words)).length
  const open = full.filter(([line]) => !endsSentence(line.words)).length
  const most = hasCapitalNouns(ends.map(([line]) => line)) ? 9 : 7
  return full.length * 2 >= ends.length && capitals * 10 <= full.length * most && open * 2 >= full.length ? width : 0
}

/** Lines of a dialogue with dashes end where somebody has spoken, and not where they are full. */
function isTurn(line: Line, next: Line): boolean {
  return (/^[—–]\s/.test(next.words) || isLabel(next.words)) && endsSentence(line.words)
}

/** A name over what somebody says: it ends where its paragraph begins. */
function isHeading(words: string): boolean {
  return (
    words.length < narrowest &&
    !endsSentence(words) &&
    /^\p{Lu}/u.test(words) &&
    !/(?:^|\s)\p{Ll}{3,}/u.test(words) &&
    !/,$/.test(words)
  )
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

/** "[14/02/2024, 21:03:11] Ana:", "21:03 Ana:": no line of a paragraph begins so. */
export function isStamped(words: string): boolean {
  return /^(?:\[(?:\d{1,4}[./-]\d{1,2}[./-]\d{1,4},? )?\d{1,2}:\d\d[^\]\n]{0,12}\]|\d{1,4}[./-]\d{1,2}[./-]\d{1,4},? \d{1,2}:\d\d)\s/u.test(
    words,
  )
}

/** "MS. OKAFOR:", "Q.", "[00:00:12] Ana Berg:", "Ana Berg (Lab):": somebody's turn begins. */
export function isLabel(words: string): boolean {
  return /^(?:\[?(?:\d{1,4}[./-]\d{1,2}[./-]\d{1,4},? )?\d{1,2}:\d\d|(?:Q|A)[.:]\s|(?:RT )?@\w{2,30}:\s|\p{Lu}\p{Ll}+\.? \p{Lu}[\p{Lu}’'-]+\.\s(?=\p{Lu})|\p{Lu}[\p{L}.'’-]*(?: \p{Lu}[\p{L}.'’-]*){0,4}(?: \([^)]{1,40}\)){0,2}:(?:\s|$))/u.test(
    words,
  )
}

/** Marks that nobody sees, and numbers of footnotes; joiners only between letters that do not need them. */
export const unseen =
  /[\u00AD\u200B\u2060\u200E\u200F\u202A-\u202E\u2066-\u2069]|(?<=[\p{Script=Latin}\s])(?:\u200C|\u200D|\uFEFF)|(?:(?<=[\p{L}.,!?”"’»\]])|(?<=[.,!?][”"’'»]) )\[(?:\d{1,3}|note \d{1,2}|citation needed)\]/gu
