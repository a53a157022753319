import { findFurniture } from './furniture.ts'
import { endsSentence, isFull, isItem, isLabel, isStamped, type Line, readLines, tellWidth, unseen } from './lines.ts'
import { type Prose, WrittenText } from './written-text.ts'

/**
 * Reads wrapped lines as the paragraphs they were: a line end within a paragraph becomes a space, a word hyphenated
 * there becomes whole. Lists, labels, verse and short lines stay lines.
 */
export function readProse(given: string): Prose {
  const lines = readLines(given)
  const furniture = findFurniture(lines)
  const width = tellWidth(lines.filter((_, at) => !furniture[at]))
  const plain = width === 0 && !furniture.includes(true) && !lines.some(({ quoted, numbered }) => quoted || numbered)
  if (plain && given.search(unseen) < 0) return { text: given, placesOf: (span) => [span] }

  const written = new WrittenText(given)
  let last: Line | undefined
  let [blank, turned] = [false, false]
  for (const [at, line] of lines.entries()) {
    if (furniture[at]) turned = true
    else if (line.blank) blank = true
    else {
      const joined =
        last && width > 0 && (turned ? joinsOverPage(last, line, width, blank) : !blank && joins(last, line, width))
      if (last && joined) joinLines(written, last, line, turned)
      else if (last) written.add(blank || turned ? '\n\n' : '\n')
      written.copy(line.start, line.end)
      last = line
      blank = false
      turned = false
    }
  }
  return written.asProse()
}

function joins(line: Line, next: Line, width: number): boolean {
  const open = !endsSentence(line.words)
  const full = isFull(line, next, width)
  if (isStamped(next.words)) return false
  if ((isItem(next.words) || isLabel(next.words)) && !(full && open)) return false
  if (next.indent > line.indent + 1 && !open) return false
  return full || (open && /^\p{Ll}/u.test(next.words) && line.words.length * 2 > width)
}

/** Over a page's end, a paragraph goes on where its sentence does. */
function joinsOverPage(line: Line, next: Line, width: number, blank: boolean): boolean {
  if (!endsSentence(line.words)) return isFull(line, next, width) || /^\p{Ll}/u.test(next.words)
  return !blank && joins(line, next, width)
}

/** Prefixes that keep their hyphen at a line's end. */
const prefixes =
  /(?<!\p{L})(?:self|well|non|co|ex|half|long|short|high|low|anti|pro|mid|so|two|three|four|five|six|ten|year)-$/iu

function joinLines(written: WrittenText, line: Line, next: Line, overPage: boolean) {
  const hyphenated = /\p{L}-$/u.test(line.words) && /^\p{L}/u.test(next.words)
  if (hyphenated && /^\p{Ll}/u.test(next.words) && !prefixes.test(line.words)) written.dropLast()
  const softly = line.words.endsWith('\u00AD')
  if (overPage) written.cut()
  if (!hyphenated && !softly && !/[—–]$/.test(line.words)) written.add(' ')
}
