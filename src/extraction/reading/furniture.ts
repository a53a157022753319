import { endsSentence, hasCapitalNouns, isFull, type Line, tellWidth } from './lines.ts'

const longest = 90

/** The lines that belong to pages and not to the text: page numbers, running heads and feet. */
export function findFurniture(lines: readonly Line[]): boolean[] {
  const width = widthOfNouns(lines)
  const heads = findHeads(lines, width)
  let numbers = 0
  for (const { words } of lines) if (isPageNumber(words)) numbers++
  return lines.map((line, at) => {
    if (isPageNumber(line.words))
      return numbers > 1 || !/^\d+$/.test(line.words) || isBetweenParts(lines, at, heads, width)
    return heads.has(shapeOf(line)) && isShort(line)
  })
}

/** Where lines are cut in a text whose nouns have capitals: the next line tells less of whether a sentence goes on. */
function widthOfNouns(lines: readonly Line[]): number {
  const written = lines.filter(({ blank, words }) => !blank && !isPageNumber(words))
  return hasCapitalNouns(written) ? tellWidth(lines) : 0
}

const page = '(?:p(?:age|\\.)?|seite|s\\.|p[áa]g(?:ina|\\.)|стр(?:аница|\\.)|صفحة|الصفحة)'
const pageNumber = new RegExp(
  `^(?:[-–—[(]\\s?)?(?:${page}\\s?)?\\d{1,4}(?:\\s?(?:of|von|sur|de|из|من|/)\\s?\\d{1,4})?(?:\\s?[-–—\\])])?$`,
  'iu',
)

/** "12", "- 12 -", "Page 3 of 9", "Seite 3", "[3]". */
function isPageNumber(words: string): boolean {
  return pageNumber.test(words)
}

/** What comes again in the middle of sentences or beside page numbers is a head; a name over several turns is not. */
function findHeads(lines: readonly Line[], width: number): Set<string> {
  const counts = new Map<string, { times: number; between: number; byNumber: number; apart: boolean }>()
  for (const [at, line] of lines.entries()) {
    if (!isShort(line)) continue
    const shape = shapeOf(line)
    const count = counts.get(shape) ?? { times: 0, between: 0, byNumber: 0, apart: false }
    counts.set(shape, count)
    count.times++
    const byNumber = standsByNumber(lines, at)
    if (isBetweenParts(lines, at, undefined, withPage.test(line.words) ? width : 0)) count.between++
    if (byNumber) count.byNumber++
    // A line of a paragraph below a title may have a number in it, too.
    if (byNumber || lines[at - 1]?.blank || lines[at + 1]?.blank) count.apart = true
  }
  const onlyHead = findOnlyHead(lines)
  const heads = [...counts].filter(([shape, { times, between, byNumber, apart }]) =>
    times > 1
      ? between * 3 >= times || byNumber * 2 > times
      : (between > 0 && apart && shape.includes('#')) || shape === onlyHead,
  )
  return new Set(heads.map(([shape]) => shape))
}

/** The one line in capitals of a text, beside the number of a page in the middle of it: others are labels or titles. */
function findOnlyHead(lines: readonly Line[]): string | undefined {
  const loud = lines.flatMap((line, at) => (isShort(line) && !/\p{Ll}|\p{Lo}/u.test(line.words) ? [at] : []))
  const [at = 0] = loud
  if (loud.length !== 1) return undefined
  const isNumber = (line: Line | undefined) => !!line && /[^\d]/.test(line.words) && isPageNumber(line.words)
  const isText = (line: Line | undefined) => !!line && !line.blank
  const below = isNumber(lines[at - 1]) && isText(lines[at - 2]) && isText(lines[at + 1])
  const above = isNumber(lines[at + 1]) && isText(lines[at + 2]) && isText(lines[at - 1])
  return below || above ? shapeOf(lines[at]!) : undefined
}

/** "THE HARBOUR ECHO" below "- 3 -", "The Harbour Echo   Page 3": a number of the page beside it or in it. */
function standsByNumber(lines: readonly Line[], at: number): boolean {
  if (withPage.test(lines[at]!.words)) return true
  return [lines[at - 1], lines[at + 1]].some((line) => !!line && isPageNumber(line.words))
}

const withPage = /(?:^|\s)(?:p(?:age|\.)|seite|p[áa]g(?:ina|\.)|стр(?:аница|\.)|صفحة|الصفحة)\s?\d{1,4}(?:\s|$)/iu

/** A head is no sentence and nobody's label. */
function isShort({ words, blank }: Line): boolean {
  return (
    !blank &&
    words.length <= longest &&
    !isPageNumber(words) &&
    !/[.?!:,;”"]$/.test(words) &&
    !/^[“"‘'•*\p{Ll}-]/u.test(words) &&
    !/:\s/.test(words)
  )
}

/** The same head on every page, but for its number. */
function shapeOf({ words }: Line): string {
  return words.replace(/\d+/g, '#').replace(/\s+/g, ' ').toLowerCase()
}

/** Between a line that does not end its sentence and one that goes on; where nouns have capitals, behind a full line. */
function isBetweenParts(lines: readonly Line[], at: number, heads?: ReadonlySet<string>, width = 0): boolean {
  let [before, after] = [at - 1, at + 1]
  while (before >= at - 6 && isBare(lines[before], heads)) before--
  while (after <= at + 6 && isBare(lines[after], heads)) after++
  const [last, next] = [lines[before], lines[after]]
  return (
    !!last &&
    !!next &&
    !isBare(last) &&
    last.words.length > 40 &&
    !endsSentence(last.words) &&
    (/^[\p{Ll}\p{Lo}\d]/u.test(next.words) || (width > 0 && isFull(last, next, width)))
  )
}

function isBare(line: Line | undefined, heads?: ReadonlySet<string>): boolean {
  return !!line && (line.blank || isPageNumber(line.words) || (isShort(line) && !!heads?.has(shapeOf(line))))
}
