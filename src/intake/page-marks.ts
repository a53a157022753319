import type { Edit } from './edits.ts'
import { blocksIn, goesOn, isBlank, type Line, linesOf } from './lines.ts'

/* What a page of paper has besides its text: heads, feet, numbers and footnotes, where a text was copied from it. */

const longestHead = 80
/** A line with the same words, whatever its number, is a head from so many on. */
const fewestRepeats = 3
/** Where a number of a page stands next to each of them. */
const fewestBesideNumbers = 2
/** Some of these must stand within a sentence: numbers of chapters and names of speakers never do. */
const fewestWithin = 0.25

const saysPage =
  /^\W*(?:pages?|p\.|seite|s\.|página|pág\.|pagina|стр\.?|страница)\s*(\d{1,4})(?:\s*(?:of|\/|von|de|di|sur|из)\s*\d{1,4})?\W*$/iu
const saysPageToo = /(?:^|\W)(?:page|seite|página|pagina|стр|страница)\W{0,2}#/iu
/** With a full stop it may be the end of a sentence: "… since 1911." */
const bareNumber = /^[^\p{L}\p{N}.,;:!?"“”’]{0,3}(\d{1,4})[^\p{L}\p{N}.,;:!?"“”’]{0,3}$/u

type Mark = { line: Line; number: number | undefined; isSure: boolean }

/** Heads, feet and page numbers, and whether the paragraph goes on below each. */
export function findPageMarks(text: string, width: number | undefined): Edit[] {
  const lines = linesOf(text)
  const marks = marksIn(lines)
  if (marks.size === 0) return []
  const runs = runsOf(lines, marks)
  const within = runs.filter(({ before, after }) => isWithin(before, after)).length
  const isSure = runs.some((run) => run.lines.some((line) => marks.get(line)?.isSure))
  if (!isSure && within < Math.max(1, runs.length * fewestWithin) && !areRegular(runs, lines)) return []
  return runs.map((run) => takenOut(run, text, width))
}

function marksIn(lines: Line[]): Map<Line, Mark> {
  const alone = [...lines.entries()].filter(([, line]) => !isBlank(line) && line.text.trim().length <= longestHead)
  const marks = new Map<Line, Mark>()
  const numbered = alone.flatMap(([at, line]) => {
    const said = saysPage.exec(line.text)?.[1]
    const bare = standsAlone(at, lines) ? bareNumber.exec(line.text.trim())?.[1] : undefined
    const number = said ?? bare
    return number === undefined ? [] : [{ line, number: Number(number), isSure: said !== undefined }]
  })
  if (isAscending(numbered)) for (const mark of numbered) marks.set(mark.line, mark)

  const byWords = Map.groupBy(
    alone.flatMap(([, line]) => (/\p{L}/u.test(line.text) && !marks.has(line) ? [line] : [])),
    ({ text }) => headOf(text),
  )
  const besideNumbers = new Set(numbered.flatMap(({ line }) => (marks.has(line) ? neighboursOf(line, lines) : [])))
  for (const [words, same] of byWords) {
    const isBeside = edgeMark.test(words) || same.every((line) => besideNumbers.has(line))
    const fewest = isBeside ? fewestBesideNumbers : fewestRepeats
    if (same.length < fewest || /[:.!?]$/.test(words)) continue
    const numbers = same.flatMap((line) => {
      const number = /\d+/.exec(line.text)?.[0]
      return number === undefined ? [] : [{ line, number: Number(number) }]
    })
    const isNumbered = words.includes('#') && isAscending(numbers)
    const isSame = new Set(same.map(({ text }) => text.trim().replaceAll(/\s+/g, ' '))).size === 1
    if (words.includes('#') && !isNumbered && !isSame) continue
    for (const line of same) marks.set(line, { line, number: undefined, isSure: saysPageToo.test(words) })
  }
  return marks
}

/** The number of a page in the corner of its head, left or right, far from the words. */
const inLeftCorner = /^\s*\d{1,4}\s{3,}(?=\S)/
const inRightCorner = /(?<=\S)\s{3,}\d{1,4}$/
const edgeMark = /^# … /

/** The words of a line that may be a head, whatever its number, and on whichever side it stands. */
function headOf(line: string): string {
  const words = line.replace(inLeftCorner, '').replace(inRightCorner, '')
  const folded = words.trim().replaceAll(/\d+/g, '#').replaceAll(/\s+/g, ' ')
  return words === line ? folded : `# … ${folded}`
}

/** The lines before and after this one, without blank ones. */
function neighboursOf(line: Line, lines: readonly Line[]): Line[] {
  const at = lines.indexOf(line)
  const before = lines.slice(Math.max(0, at - 4), at).findLast((one) => !isBlank(one))
  const after = lines.slice(at + 1, at + 5).find((one) => !isBlank(one))
  return [before, after].filter((one) => one !== undefined)
}

/** Numbers of pages: each greater than the one before, mostly by one. */
function isAscending(numbered: readonly { number: number }[]): boolean {
  const steps = numbered.slice(1).map(({ number }, index) => number - (numbered[index]?.number ?? 0))
  return (
    steps.length > 0 && steps.every((step) => step > 0) && steps.filter((step) => step <= 2).length >= steps.length / 2
  )
}

function standsAlone(at: number, lines: Line[]): boolean {
  const isFree = (other: Line | undefined) => !other || isBlank(other) || other.text.includes('\f')
  return isFree(lines[at - 1]) || isFree(lines[at + 1])
}

type Run = { lines: Line[]; before: Line | undefined; after: Line | undefined }

/** Marks that follow one another, with no more than blank lines between them. */
function runsOf(lines: Line[], marks: ReadonlyMap<Line, Mark>): Run[] {
  const runs: Run[] = []
  let before: Line | undefined
  let run: Run | undefined
  for (const line of lines) {
    if (isBlank(line)) continue
    if (marks.has(line)) {
      if (run) run.lines.push(line)
      else runs.push((run = { lines: [line], before, after: undefined }))
      continue
    }
    if (run) run.after = line
    run = undefined
    before = line
  }
  return runs
}

/** Pages have about the same number of lines, and not few. */
function areRegular(runs: readonly Run[], lines: readonly Line[]): boolean {
  const places = new Map(lines.map((line, index) => [line, index]))
  const starts = runs.flatMap((run) => run.lines.slice(0, 1).map((line) => places.get(line) ?? 0))
  const all = starts.slice(1).map((start, index) => start - (starts[index] ?? 0))
  // The last page may be short.
  const gaps = all.slice(0, runs.at(-1)?.after ? undefined : -1)
  const middle = gaps.toSorted((a, b) => a - b)[Math.floor(gaps.length / 2)] ?? 0
  return gaps.length >= 2 && middle >= 15 && gaps.every((gap) => gap > 0.7 * middle && gap < 1.3 * middle)
}

function isWithin(before: Line | undefined, after: Line | undefined): boolean {
  return before !== undefined && after !== undefined && goesOn(before.text, after.text)
}

function takenOut({ before, after }: Run, text: string, width: number | undefined): Edit {
  const from = before?.to ?? 0
  const to = after?.from ?? text.length
  if (!before || !after) return { from, to, with: '' }
  return { from, to, with: joint(before, after, width) }
}

/** What stands between two pages: nothing but a line's end where a sentence goes on. */
function joint(before: Line, after: Line, width: number | undefined): string {
  if (!isWithin(before, after)) return '\n\n'
  return width === undefined && !/[\p{L}\p{N}][-\u2010\u00AD]$/u.test(before.text) ? ' ' : '\n'
}

const noteStart = /^\s*(?:\[(\d{1,3})\]|\((\d{1,3})\)|([⁰¹²³⁴-⁹]{1,3})|(\d{1,3})[.)]?)\s+(?=\S)/u
const raised = '⁰¹²³⁴⁵⁶⁷⁸⁹'

type Note = {
  number: number
  reference: Edit
  lines: Line[]
  /** What stands around the notes of its page. */
  before: Line | undefined
  after: Line | undefined
}

/** Footnotes go to the end, in their order; their numbers leave the sentences. Only numbers that have their note. */
export function findFootnotes(text: string, width: number | undefined): Edit[] {
  const notes = notesIn(text)
  const references = notes.map(({ reference }) => reference)
  if (notes.every(({ after }) => !after)) return references
  const runs = new Map(notes.map((note) => [note.before, note]))
  const taken = [...runs.values()].map(({ lines, before, after }) => ({
    from: before?.to ?? lines[0]?.from ?? 0,
    to: after?.from ?? text.length,
    with: before && after ? joint(before, after, width) : '',
  }))
  const written = notes.map(({ lines }) => text.slice(lines[0]?.from, lines.at(-1)?.to).trim())
  const end = { from: text.length, to: text.length, with: `\n\n${written.join('\n\n')}` }
  return [...references, ...taken, end]
}

/** Blocks that begin with a number which stands, as a reference, in a sentence before them: 1, 2, 3 … in this order. */
function notesIn(text: string): Note[] {
  const blocks = blocksIn(linesOf(text)).flatMap(splitNotes)
  const references = referencesIn(text)
  const found: Note[] = []
  let before: Line | undefined
  let open: Note[] = []
  for (const block of blocks) {
    const [first] = block
    const number = first && numberOf(noteStart.exec(first.text))
    const reference = number === (found.at(-1)?.number ?? 0) + 1 ? references.get(number) : undefined
    if (first && number !== undefined && reference && reference.from < first.from) {
      const note = { number, reference, lines: block, before, after: undefined }
      found.push(note)
      open.push(note)
    } else {
      for (const note of open) note.after = first
      open = []
      before = block.at(-1)
    }
  }
  return found
}

/** Notes below each other without a blank line. */
function splitNotes(block: Line[]): Line[][] {
  if (!noteStart.test(block[0]?.text ?? '')) return [block]
  const parts: Line[][] = []
  for (const line of block) {
    if (parts.length === 0 || noteStart.test(line.text)) parts.push([line])
    else parts.at(-1)?.push(line)
  }
  return parts
}

const reference =
  /(?<=[\p{L}\p{P}\d])(?:\[(\d{1,3})\]|\((\d{1,3})\)|([⁰¹²³⁴-⁹]{1,3})|(?<=\p{L}["”’»)]?[.,;]["”’»)]?)(\d{1,3})(?=\s|$))/gu

/** The first place in a sentence where each number stands: "[1]", "¹", "talks.1". */
function referencesIn(text: string): Map<number, Edit> {
  const first = new Map<number, Edit>()
  for (const found of text.matchAll(reference)) {
    const number = numberOf(found)
    if (number !== undefined && !first.has(number)) {
      first.set(number, { from: found.index, to: found.index + found[0].length, with: '' })
    }
  }
  return first
}

function numberOf(found: RegExpExecArray | null): number | undefined {
  if (!found) return undefined
  const [, square, round, high, bare] = found
  const written = square ?? round ?? (high && [...high].map((digit) => raised.indexOf(digit)).join('')) ?? bare
  return written === undefined ? undefined : Number(written)
}
