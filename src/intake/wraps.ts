import type { Edit } from './edits.ts'
import { blocksIn, endsSentence, isBlank, type Line, linesOf } from './lines.ts'
import { joinLine, knownWords } from './pdf-paragraphs.ts'

/* Lines broken by a program at a width, so that a paragraph is several lines; and words cut at the end of a line. */

/** Widths at which programs break lines, in letters. */
const widths = { least: 48, most: 92 }
/** A text is broken by a program if at least so many of its line ends had to be where they are. */
const fewest = { joints: 3, full: 0.65, goingOn: 0.4, perBlock: 0.5 }
/** And if hardly any line is longer than the width. */
const mostLonger = 0.04
/** In scripts without spaces a line is one word, and says nothing. */
const longestWord = 30

type Joint = {
  before: Line
  after: Line
  /** A word that was cut stands on both sides. */
  isCut: boolean
  /** The length of the line with the next word. */
  longer: number
  /** The next word is a word, and not a line of a script without spaces. */
  isTold: boolean
}

export type Wraps = {
  /** The width, if the text was broken at one. */
  width: number | undefined
  wraps: Edit[]
  /** For words cut in two: with the lines joined, and with the lines as they are. */
  hyphens: { joined: Edit; alone: Edit; keeping: Edit }[]
}

/** Where lines were broken, and how each becomes whole. */
export function findWraps(text: string): Wraps {
  const lines = linesOf(text)
  const blocks = blocksIn(lines)
  const style = indentsOf(lines)
  const joints = blocks.flatMap((block) => jointsOf(block, style))
  const width = widthOf(joints)
  const cut = joints.filter((joint) => joint.isCut)
  const atCuts = new Set(cut.map(({ before }) => before.to))
  const known = cut.length === 0 ? new Map<string, number>() : knownWords(lines.map((line) => line.text))
  const hyphens = cut.map((joint) => wholeWord(text, joint, known))
  if (width === undefined) return { width, wraps: [], hyphens }

  const labels = labelsIn(blocks)
  const wraps = blocks.flatMap((block) => unwrap(block, { ...style, width, labels }))
  return { width, wraps: wraps.filter((edit) => !atCuts.has(edit.from)), hyphens }
}

type Indents = {
  /** What all lines have before them. */
  margin: number
  /** What the first line of each paragraph has, if it is more. */
  first: number | undefined
}

function indentsOf(lines: readonly Line[]): Indents {
  const counts = new Map<number, number>()
  for (const line of lines) if (!isBlank(line)) counts.set(line.indent, (counts.get(line.indent) ?? 0) + 1)
  const margin = Math.min(...counts.keys(), Infinity)
  const further = [...counts].filter(([indent, count]) => indent - margin >= 2 && indent - margin <= 10 && count >= 3)
  const [first] = further.toSorted((a, b) => b[1] - a[1])[0] ?? []
  return { margin, first }
}

/** Line ends within a block that may be a program's. */
function jointsOf(block: Line[], { first }: Indents): Joint[] {
  return block.slice(1).flatMap((after, index) => {
    const before = block[index] ?? after
    if (!mayJoin(before, after) || isFirst(after, first)) return []
    const next = /^\S+/.exec(after.text.trimStart())?.[0].length ?? 0
    const isTold = next <= longestWord
    return [{ before, after, isCut: isCut(before, after), longer: before.text.length + 1 + next, isTold }]
  })
}

const listItem = /^\s*(?:[-–—*•◦▪‣●○■·]|\(?\d{1,3}[.)]|\(?\p{L}[.)])\s/u
/** In many languages a dash begins what somebody says. */
const spoken = /^\s*[–—]\s/
const notProse = /^\s*[>|#]|\t|\S {3,}\S/

/** "… since\n1911." */
const endingNumber = /^\s*\p{Sc}?\d[\d.,]*(?:\.|[.,]?["'”’»)]\.?)$/u

function mayJoin(before: Line, after: Line): boolean {
  if (notProse.test(before.text) || notProse.test(after.text) || listItem.test(after.text)) return false
  const isWords = /\p{L}/u.test(after.text) || endingNumber.test(after.text)
  return /\p{L}/u.test(before.text) && isWords && !isIndented(before, after)
}

/** The first line of a paragraph stands further in than the line above it. */
function isIndented(before: Line, after: Line): boolean {
  const further = after.indent - before.indent
  return further >= 2 && further <= 10 && !listItem.test(before.text)
}

const cutWord = /(?<![\p{L}\p{N}-])[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*[-\u2010\u00AD]$/u
const wordStart = /^\s*[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*/u
/** "pre- and post-war" is no cut word. */
const goesOnWithHyphen = /^\s*(?:and|or|to|und|oder|bis|et|ou|y|o|e|og|och|en|of|и|или)\b/iu

function isCut(before: Line, after: Line): boolean {
  return cutWord.test(before.text) && /^\s*\p{L}/u.test(after.text) && !goesOnWithHyphen.test(after.text)
}

/** The width at which nearly every line end is where it had to be; undefined if there is none. */
function widthOf(joints: Joint[]): number | undefined {
  const lengths = new Set(joints.map(({ before }) => before.text.length))
  let best: { width: number; longer: number; full: number } | undefined
  for (const width of [...lengths].filter((length) => length >= widths.least && length <= widths.most)) {
    const longer = joints.filter(({ before }) => before.text.length > width).length
    if (longer > joints.length * mostLonger) continue
    const full = joints.filter((joint) => isFull(joint, width))
    const goingOn = full.filter(({ after }) => !/^\s*[\p{Lu}\p{N}]/u.test(after.text)).length
    if (full.length < Math.max(fewest.joints, joints.length * fewest.full)) continue
    if (goingOn < full.length * fewest.goingOn) continue
    if (!best || full.length - longer > best.full - best.longer) best = { width, longer, full: full.length }
  }
  return best?.width
}

/** Whether the next word had no room in the line. */
function isFull({ isCut, isTold, longer }: Joint, width: number): boolean {
  return isCut || (isTold && longer > width)
}

const label = /^\s*(\p{Lu}[^\n:.!?]{0,40}:)(?=\s)/u

/** "SMITH:" and the like, with which paragraphs begin. */
function labelsIn(blocks: Line[][]): Set<string> {
  return new Set(blocks.flatMap(([first]) => label.exec(first?.text ?? '')?.[1] ?? []))
}

function isFirst({ indent, text }: Line, first: number | undefined): boolean {
  return indent === first && (!listItem.test(text) || spoken.test(text))
}

type Style = Indents & { width: number; labels: ReadonlySet<string> }

function unwrap(block: Line[], { width, labels, ...indents }: Style): Edit[] {
  const joints = jointsOf(block, indents)
  const full = joints.filter((joint) => isFull(joint, width) && !beginsWithLabel(joint, labels))
  const isProse = full.length >= Math.max(1, joints.length * fewest.perBlock)
  const joined = new Set(isProse ? full.map(({ after }) => after) : [])
  const edits: Edit[] = []
  for (const [index, line] of block.entries()) {
    const before = block[index - 1]
    const start = line.from + line.indent
    if (before && joined.has(line)) edits.push({ from: before.to, to: start, with: ' ' })
    else if (before && isParagraph([before, line, block[index + 1]], joined, indents.first)) {
      edits.push({ from: before.to, to: start, with: '\n\n' })
    } else {
      const isStart = (isProse && index === 0 && !listItem.test(line.text)) || isFirst(line, indents.first)
      const taken = isStart ? line.indent : Math.min(indents.margin, line.indent)
      if (taken > 0) edits.push({ from: line.from, to: line.from + taken, with: '' })
    }
  }
  return edits
}

function beginsWithLabel({ after }: Joint, labels: ReadonlySet<string>): boolean {
  const [, found] = label.exec(after.text) ?? []
  return found !== undefined && (labels.has(found) || found === found.toUpperCase())
}

/** Of lines that are not joined: whether a new paragraph begins, by its indent or after a short last line. */
function isParagraph(
  [before, after, next]: [Line, Line, Line | undefined],
  joined: ReadonlySet<Line>,
  first: number | undefined,
): boolean {
  if (isFirst(after, first)) return true
  if (notProse.test(after.text) || listItem.test(after.text)) return false
  const isLong = joined.has(before) || (next !== undefined && joined.has(next))
  return isLong && (isIndented(before, after) || (endsSentence(before.text) && joined.has(before)))
}

/** A word that was cut, as one; a hyphen of its own stays. */
function wholeWord(text: string, { before, after }: Joint, known: ReadonlyMap<string, number>) {
  const [start = ''] = cutWord.exec(before.text) ?? []
  const [head = ''] = wordStart.exec(after.text) ?? []
  const rest = head.trimStart()
  const from = before.to - start.length
  const to = after.from + head.length
  const whole = joinLine(start, rest, known)
  // Without joining the lines, the word stands in the first.
  const [space = ''] = /^[^\S\n]*/.exec(text.slice(to)) ?? []
  const [punctuation = ''] = /^[.,;:!?)\]”’"']+/.exec(text.slice(to)) ?? []
  const end =
    to +
    punctuation.length +
    (punctuation === '' ? space : (/^ */.exec(text.slice(to + punctuation.length))?.[0] ?? '')).length
  return {
    joined: { from, to, with: whole },
    alone: { from, to: end, with: `${whole}${punctuation}${text.charAt(end) === '\n' ? '' : '\n'}` },
    keeping: { from: before.to, to: after.from + after.indent, with: '' },
  }
}
