import type { Quotation } from '../reading/quotations.ts'
import type { Pack } from './pack.ts'

/**
 * The quotations a pack reads: without newspapers and companies that only have marks around their names; a line that begins with
 * a dash is spoken; cut where the writer says who speaks: «…, — сказал Берг, — …».
 */
export function spokenPieces(text: string, quotations: readonly Quotation[], pack: Pack, verb: RegExp): Spoken {
  const isComma = pack.dialogue === 'comma'
  const gap = isComma ? '[,!?…]\\s+' : '[,.!?…]?\\s+[—–-]\\s*'
  const forms = [verb.source, ...(isComma && pack.inverted ? [pack.inverted.source] : [])].join('|')
  const said = new RegExp(`${gap}(?=(?:${forms}))`, 'giu')
  const own = isComma ? /\.\s+/u : /[,.:]\s+[—–-]\s+|[—–][.,:;]?\s+/u
  const saidNext = new RegExp(`^,?\\s*(?:${verb.source})`, 'iu')
  const spoken = pack.titlesInMarks ? quotations.filter((one) => !isTitle(text, one, saidNext, pack)) : quotations
  if (!pack.dialogue) return { pieces: [...spoken], wholes: spoken }
  const dashed = linesWithDash(text)
  const cut = dashed.map((line) => cutAt(text, line, said, own))
  // Lists have such dashes, too: beside a line in which the writer says who speaks, one without it is spoken.
  const lines = dashed.flatMap((line, at) => {
    if (cut[at]!.length > 0 || !isComma) return cut[at]!
    const isBeside = [at - 1, at + 1].some((next) => isNext(text, dashed[next], line) && cut[next]!.length > 0)
    return isBeside ? [line] : []
  })
  const incised = new RegExp(
    `,\\s+(?=(?:${pack.inverted?.source ?? '(?!)'}|(?:${verb.source}) (?:l[ea’]|un|une|\\p{Lu})))`,
    'gu',
  )
  const pieces: Quotation[] = []
  let at = 0
  for (const quotation of spoken) {
    while (lines[at] && lines[at]!.end <= quotation.start) pieces.push(lines[at++]!)
    if (lines[at] && lines[at]!.start <= quotation.start) continue
    const inside = isComma ? cutAt(text, quotation, incised, incisedEnd) : cutAt(text, quotation, said, own)
    pieces.push(...withWhole(inside, quotation))
  }
  const all = [...pieces, ...lines.slice(at)].sort((a, b) => a.start - b.start)
  const linesCut = dashed.filter((line, at) => cut[at]!.length > 0 || lines.includes(line))
  const outside = spoken.filter(({ start }) => !linesCut.some((line) => line.start <= start && start < line.end))
  return { pieces: all, wholes: isComma ? [...outside, ...linesCut].sort((a, b) => a.start - b.start) : all }
}

/** What is spoken, in pieces around the writer's words, and with them. */
export type Spoken = { pieces: Quotation[]; wholes: readonly Quotation[] }

/** « J’ai jeté trois versions, confie-t-elle chez elle. La quatrième est bonne. » */
const incisedEnd = /[.,]\s+/u

function isNext(text: string, one: Quotation | undefined, other: Quotation): boolean {
  if (!one) return false
  const [first, second] = one.start < other.start ? [one, other] : [other, one]
  return /^[—–-]?$/.test(text.slice(first.end, second.start).trim())
}

/** «Коммерсантъ», «Сокол»: a few words that begin with a capital, with nobody saying them. */
function isTitle(
  text: string,
  { start, end, innerStart, innerEnd }: Quotation,
  said: RegExp,
  { bareNouns }: Pack,
): boolean {
  const inner = text.slice(innerStart, innerEnd).trim()
  if (inner.length > 60 || !/^(?:\p{Lu}|\p{Lo})[^.!?…,]*$/u.test(inner) || inner.split(/\s+/).length > 4) return false
  if (/[:—–-]\s*$/.test(text.slice(Math.max(0, start - 3), start))) return false
  const after = text.slice(end, end + 80)
  const isAfterNoun = /\p{L} $/u.test(text.slice(Math.max(0, start - 2), start))
  return !/^[,.]?\s*[—–-]\s/.test(after) && (isAfterNoun || (bareNouns === true && !said.test(after)))
}

function linesWithDash(text: string): Quotation[] {
  const found: Quotation[] = []
  for (const { 0: line, index } of text.matchAll(/^[ \t]*(?:[—–-][ \u00a0]+|[—–](?=[\p{L}¿¡«“]))\S.*$/gmu)) {
    const start = index + (/^[ \t]*[—–-][ \u00a0]*/u.exec(line)?.[0].length ?? 0)
    const end = index + line.trimEnd().length
    found.push({ start, end, innerStart: start, innerEnd: end, closed: true, continues: -1 })
  }
  return found
}

/** The pieces around the writer's words; none if the writer says nothing. */
function cutAt(
  text: string,
  { start, end, innerStart, innerEnd }: Quotation,
  said: RegExp,
  ownEnd: RegExp,
): Quotation[] {
  const words = text.slice(innerStart, innerEnd)
  const pieces: Quotation[] = []
  let from = innerStart
  for (const { index, 0: gap } of words.matchAll(said)) {
    const at = innerStart + index
    if (at < from) continue
    const to = at + (/^[!?…]/u.test(gap) ? 1 : 0)
    pieces.push(piece(from === innerStart ? start : from, to, from, to))
    const own = ownEnd.exec(text.slice(at + gap.length, innerEnd))
    from = own ? at + gap.length + own.index + own[0].length : innerEnd
  }
  if (pieces.length > 0 && from < innerEnd) pieces.push(piece(from, end, from, innerEnd))
  return pieces
}

function withWhole(pieces: Quotation[], whole: Quotation): Quotation[] {
  return pieces.length > 0 ? pieces : [whole]
}

function piece(start: number, end: number, innerStart: number, innerEnd: number): Quotation {
  return { start, end, innerStart, innerEnd, closed: true, continues: -1 }
}
