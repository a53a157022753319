/** A line of a page; lengths in the page's units, `y` from its foot. */
export type Line = {
  text: string
  x: number
  y: number
  /** Where its last letter ends. */
  right: number
  /** The height of its letters. */
  size: number
  /** The name of its font, where it has only one. */
  font?: string | undefined
  page: number
  width: number
  height: number
}

/** Without what stands at the edge of most pages, the same but for its numbers: heads, feet and page numbers. */
export function withoutRunning(lines: Line[], pages: number): { kept: Line[]; running: string[] } {
  const isAtEdge = ({ y, height }: Line) => y > 0.9 * height || y < 0.1 * height
  const isNumber = (line: Line) => isAtEdge(line) && isPageNumber(line.text)
  const key = (line: Line) => `${Math.round(line.y / 3)} ${line.text.replaceAll(/\d+/g, '#')}`
  const seen = new Map<string, Set<number>>()
  for (const line of lines) {
    if (isAtEdge(line)) seen.set(key(line), (seen.get(key(line)) ?? new Set()).add(line.page))
  }
  const isRunning = (line: Line) => {
    if (!isAtEdge(line) || (pages < 2 && !saysPage.test(line.text))) return false
    return isNumber(line) || (seen.get(key(line))?.size ?? 0) >= Math.max(2, 0.4 * pages)
  }
  const running = lines
    .filter((line) => isRunning(line) && !isNumber(line))
    .map(({ text }) => text.replaceAll(/\d+/g, '#'))
  return { kept: lines.filter((line) => !isRunning(line)), running: [...new Set(running)] }
}

const saysPage = /^\W*page\b/i

/** "12", "– 12 –", "Page 12 of 40". */
function isPageNumber(text: string): boolean {
  return text.length <= 20 && /\d/.test(text) && text.replaceAll(/page|of|[\s\d/–—|.-]/gi, '') === ''
}

const sentenceEnd = /[.!?…:。؟！？]["'”’»)\]\s]*$/

/** Joins lines to paragraphs: by gaps, indents, short last lines and changes of size; over columns and pages. */
export function joinParagraphs(lines: Line[]): string[] {
  const step = stepOf(lines)
  const foot = lines.reduce((lowest, { y }) => Math.min(lowest, y), Infinity)
  const edges = columnEdges(lines)
  const isSpaced = areSpaced(lines, step)
  const paragraphs: Line[][] = []
  let before: Line | undefined
  for (const line of lines) {
    const open = paragraphs.at(-1)
    if (!before || !open) paragraphs.push([line])
    else if (hangs(line, before, open, step) || !beginsParagraph(line, before, { step, foot, edges, isSpaced }))
      open.push(line)
    else paragraphs.push([line])
    before = line
  }
  return joinWords(paragraphs)
}

/** From line to line within paragraphs: the smallest of the steps that many lines take, as most paragraphs may be short. */
function stepOf(lines: Line[]): number {
  const steps = lines.slice(1).flatMap((line, i) => {
    const before = lines[i]
    const down = before === undefined ? 0 : before.y - line.y
    const isBelow =
      before?.page === line.page && down > 0.8 * line.size && down < 40 && Math.abs(before.size - line.size) < 0.5
    return isBelow ? [down] : []
  })
  const sorted = steps.toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length * fewestSteps)] ?? 0
}
const fewestSteps = 0.15

/**
 * Whether paragraphs stand apart: at least three of four lines that end with a sentence have a gap below them. A short
 * last line then ends no paragraph unless the gap follows.
 */
function areSpaced(lines: Line[], step: number): boolean {
  let [gaps, none] = [0, 0]
  for (const [i, line] of lines.entries()) {
    const before = lines[i - 1]
    if (!before || before.page !== line.page || before.size !== line.size || !sentenceEnd.test(before.text)) continue
    const down = before.y - line.y
    if (down > 1.35 * step) gaps++
    else if (down > 0) none++
  }
  return gaps >= fewestGaps && gaps >= 3 * none
}
const fewestGaps = 3

/** The second line of an item of a list stands under its words, further in than its mark. */
function hangs(line: Line, before: Line, [first]: Line[], step: number): boolean {
  if (!first || !isListItem(first.text) || isListItem(line.text) || line.page !== before.page) return false
  if (hasOtherFont(line, before)) return false // A numbered heading hangs over nothing.
  const further = line.x - first.x
  const down = before.y - line.y
  const isUnder = before === first ? further > 0.5 * line.size : Math.abs(line.x - before.x) < 0.3 * line.size
  return isUnder && further > 0.5 * line.size && further < 4 * line.size && down > 0 && down <= 1.35 * step
}

type Edges = (line: Line) => { left: number; far: number }

type Style = {
  step: number
  foot: number
  edges: Edges
  /** Its paragraphs stand apart. */
  isSpaced: boolean
}

function beginsParagraph(line: Line, before: Line, { step, foot, edges, isSpaced }: Style): boolean {
  if (Math.abs(before.size - line.size) > 0.12 * line.size) return true
  if (isListItem(line.text) && !isListItem(before.text.slice(-3))) return true
  const { left } = edges(line)
  const edge = edges(before)
  const down = before.page === line.page ? before.y - line.y : undefined
  const jumps = down === undefined || down < 0 // to another column or page
  const isShort = edge.far - before.right > 0.12 * (edge.far - edge.left)
  const isEnd = sentenceEnd.test(before.text)
  if (!jumps && down > 1.35 * step) return true
  if (line.x - left > 0.8 * line.size) return true
  // What an author announces with a colon may go on in the next line.
  const goesOn = before.text.endsWith(':') && /^\p{Ll}/u.test(line.text)
  // Two short sentences in a row, each in a line of its own, are a dialogue.
  const isDialogue = sentenceEnd.test(line.text) && edge.far - line.right > 0.12 * (edge.far - edge.left)
  if (isShort && isEnd && !goesOn && (jumps || !isSpaced || isDialogue)) return true
  if (isShort && hasOtherFont(line, before)) return true
  const room = edge.far - before.right
  const isFull = step > 0 && (room <= 2 || (before.y < foot + step && room < widthOfFirstWord(line)))
  return jumps && isEnd && !/^\p{Ll}/u.test(line.text) && (isShort || !isFull)
}

/** With the space before it, in letters of the line's mean width: the last line of a page that has no room for it may be in mid-paragraph. */
function widthOfFirstWord({ text, x, right }: Line): number {
  const letters = text.search(/(?<=\S)\s/)
  return ((right - x) / text.length) * ((letters < 0 ? text.length : letters) + 1)
}

function hasOtherFont(line: Line, before: Line): boolean {
  return before.font !== undefined && line.font !== undefined && before.font !== line.font
}

function isListItem(text: string): boolean {
  return /^(?:[•◦▪‣●○■–]|\(?\d{1,2}[.)]|\(?[a-z][.)])\s/.test(text)
}

/**
 * Where the column of a line begins and ends. It begins where several lines of its page do, at about the same place; it
 * ends where the longest line of the document with such a beginning and such letters does.
 */
function columnEdges(lines: Line[]): Edges {
  const column = ({ x, size }: Line) => `${Math.round(x / 4)} ${Math.round(size)}`
  const ends = new Map<string, number>()
  for (const line of lines) ends.set(column(line), Math.max(line.right, ends.get(column(line)) ?? 0))
  const known = new Map<Line, { left: number; far: number }>()
  for (const here of Map.groupBy(lines, ({ page }) => page).values()) {
    const places = [...Map.groupBy(here, ({ x }) => Math.round(x))].map(([x, group]) => ({
      x,
      isEdge: group.length > Math.max(1, here.length / 10),
      far: Math.max(...group.map(({ right }) => right)),
    }))
    for (const line of here) {
      const near = places.filter(({ x }) => Math.abs(x - line.x) < 3 * line.size)
      const left = Math.min(line.x, ...near.filter(({ isEdge }) => isEdge).map(({ x }) => x))
      const far = Math.max(line.right, ends.get(column(line)) ?? 0, ...near.map((place) => place.far))
      known.set(line, { left, far })
    }
  }
  return (line) => known.get(line) ?? { left: line.x, far: line.right }
}

/** Words cut at the end of a line are whole again; a hyphen that the document has elsewhere in the word stays. */
function joinWords(paragraphs: Line[][]): string[] {
  const known = knownWords(paragraphs.flat().map(({ text }) => text))
  return paragraphs.map((lines) =>
    lines.map(({ text }) => plain(text)).reduce((text, next) => joinLine(text, next, known), ''),
  )
}

/** How often a text has each word, not counting what may be cut at the ends of its lines. */
export function knownWords(lines: string[]): Map<string, number> {
  const known = new Map<string, number>()
  for (const text of lines) {
    for (const [word] of plain(text).slice(0, -1).toLowerCase().matchAll(hyphened))
      known.set(word, (known.get(word) ?? 0) + 1)
  }
  return known
}

const hyphened = /[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*/gu

/** What begins a word with a hyphen more often than one without, where the document does not have it elsewhere. */
const compounding =
  /^(?:\p{L}|well|self|ex|all|half|long|short|high|low|vice|mid|cross|so|two|three|four|five|six|seven|eight|nine|ten|first|second|third|full|part|old|new)$/iu

/** Two lines as one: with a space, or with a word whole again. Also for texts that were wrapped by a program. */
export function joinLine(text: string, next: string, known: ReadonlyMap<string, number>): string {
  if (text === '') return next
  const [, start, mark] = /(?<![\p{L}\p{N}-])([\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*)([-\u2010\u00AD])$/u.exec(text) ?? []
  const [rest] = /^[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*/u.exec(next) ?? []
  if (start === undefined || rest === undefined) return `${text.replace(/\u00AD$/, '')} ${next}`
  const whole = known.get((start + rest).toLowerCase()) ?? 0
  const own = known.get(`${start}-${rest}`.toLowerCase()) ?? 0
  const isTold = own !== whole
  const isOwn = mark !== '\u00AD' && (/^[\p{Lu}\p{N}]/u.test(rest) || (isTold ? own > whole : compounding.test(start)))
  return (isOwn ? text : text.slice(0, -1)) + next
}

/** Ligatures as letters, and soft hyphens only where a line ends. */
function plain(text: string): string {
  return text.replace(/[\uFB00-\uFB06]/g, (letters) => letters.normalize('NFKC')).replace(/\u00AD(?=.)/g, '')
}
