import { applyEdits, type Edit, type Passage, passagesOf } from './edits.ts'
import { isBlank, linesOf } from './lines.ts'
import { findFootnotes, findPageMarks } from './page-marks.ts'
import { findWraps } from './wraps.ts'

/* Damage that a text took on its way, seen and mended where an editor wants it. What people wrote in lines stays. */

export const mends = ['marks', 'ligatures', 'quoting', 'footnotes', 'pages', 'hyphens', 'wraps'] as const
export type Mend = (typeof mends)[number]

/** A mend that the text may need: how often, and what it would change. */
export type Offer = {
  mend: Mend
  count: number
  /** The first passages that it would change. */
  passages: Passage[]
  /** For lines broken at a width, in letters. */
  width?: number
  /** Whether most texts with this want it mended. */
  isLikely: boolean
}

const mostPassages = 4

/** What could be mended in a text, each seen in the text as the mends before it leave it. */
export function seeMends(raw: string): Offer[] {
  const offers: Offer[] = []
  const offer = (mend: Mend, text: string, edits: Edit[], more: Partial<Offer> = {}) => {
    if (edits.length > 0) {
      const passages = passagesOf(text, edits, mostPassages)
      offers.push({ mend, count: edits.length, passages, isLikely: true, ...more })
    }
    return applyEdits(text, edits)
  }
  let text = offer('marks', lineEnds(raw), findMarks(lineEnds(raw)))
  text = offer('ligatures', text, findLigatures(text))
  text = offer('quoting', text, findQuoting(text), { isLikely: isMostlyQuoted(text) })
  text = offer('footnotes', text, findFootnotes(text, findWraps(text).width))
  text = offer('pages', text, findPageMarks(text, findWraps(text).width))
  const { width, wraps, hyphens } = findWraps(text)
  const cut = hyphens.map(({ joined, alone }) => (width === undefined ? alone : joined))
  offer('hyphens', text, cut)
  if (width !== undefined) offer('wraps', text, wraps, { width })
  return offers.map((one) => ({ ...one, passages: one.passages.map(withSigns) }))
}

/** The text with these mends. */
export function mendText(raw: string, chosen: readonly Mend[]): string {
  if (chosen.length === 0) return raw
  const has = (mend: Mend) => chosen.includes(mend)
  let text = lineEnds(raw)
  if (has('marks')) text = applyEdits(text, findMarks(text))
  if (has('ligatures')) text = applyEdits(text, findLigatures(text))
  if (has('quoting')) text = applyEdits(text, findQuoting(text))
  if (has('footnotes')) text = applyEdits(text, findFootnotes(text, findWraps(text).width))
  if (has('pages')) text = applyEdits(text, findPageMarks(text, findWraps(text).width))
  const { wraps, hyphens } = findWraps(text)
  const cut = hyphens.flatMap(({ joined, alone, keeping }) =>
    has('wraps') ? [has('hyphens') ? joined : keeping] : has('hyphens') ? [alone] : [],
  )
  return applyEdits(text, [...cut, ...(has('wraps') ? wraps : [])])
}

function lineEnds(raw: string): string {
  return raw.replaceAll(/\r\n?/g, '\n')
}

/** Soft hyphens within words, and marks without a width; those that scripts need stay. */
function findMarks(text: string): Edit[] {
  const marks = /\u00AD(?!\s*\n)|[\u200B\u2060\uFEFF\u180E]|(?<=\p{Script=Latin})[\u200C\u200D](?=\p{Script=Latin})/gu
  return taking(text, marks)
}

function findLigatures(text: string): Edit[] {
  return [...text.matchAll(/[\uFB00-\uFB06]/g)].map(({ index, 0: letters }) => ({
    from: index,
    to: index + letters.length,
    with: letters.normalize('NFKC'),
  }))
}

function taking(text: string, pattern: RegExp): Edit[] {
  return [...text.matchAll(pattern)].map(({ index, 0: mark }) => ({ from: index, to: index + mark.length, with: '' }))
}

const quotedLine = /^[^\S\n]*(?:>[^\S\n]?)+/
/** Fewer lines may be Markdown, or somebody's own. */
const fewestQuoted = 2

/** The marks of lines that a mail quotes; what is quoted stays apart from what is not. */
function findQuoting(text: string): Edit[] {
  const lines = linesOf(text)
  const quoted = new Set(lines.filter((line) => quotedLine.test(line.text)))
  if (quoted.size < fewestQuoted) return []
  return lines.flatMap((line, index) => {
    const before = lines[index - 1]
    const isEdge = before && !isBlank(before) && quoted.has(before) !== quoted.has(line) && !isBlank(line)
    if (!quoted.has(line)) return isEdge ? [{ from: line.from, to: line.from, with: '\n' }] : []
    const taken = quotedLine.exec(line.text)?.[0].length ?? 0
    const isEmpty = taken === line.text.length
    const end = isEmpty ? (lines[index + 1]?.from ?? text.length + 1) - 1 : line.from + taken
    return [{ from: line.from, to: end, with: isEdge ? '\n' : '' }]
  })
}

function isMostlyQuoted(text: string): boolean {
  const lines = linesOf(text).filter((line) => !isBlank(line))
  return lines.filter((line) => quotedLine.test(line.text)).length > lines.length / 2
}

/** What nobody can see is shown by a sign: a soft hyphen as [-], other marks as []. */
function withSigns({ before, after }: Passage): Passage {
  const sign = (words: string) =>
    words.replaceAll('\u00AD', '[-]').replaceAll(/[\u200B-\u200D\u2060\uFEFF\u180E]/g, '[]')
  return { before: sign(before), after: sign(after) }
}
