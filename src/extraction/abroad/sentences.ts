import type { Quotation } from '../reading/quotations.ts'
import { type Stretch, trimmed } from './matching.ts'
import type { Pack } from './pack.ts'
import { monthAt } from './speakers.ts'

/** The sentences of a text; none ends within a quotation, and each is cut where a quotation ends one and a capital follows. */
export function* sentencesOf(text: string, quotations: readonly Quotation[], pack: Pack): Generator<Stretch> {
  let next = 0
  for (const sentence of wholeSentences(text, quotations, pack)) {
    yield* cut(text, quotations, next, sentence)
    while ((quotations[next]?.start ?? Infinity) < sentence.end) next++
  }
}

/** “M. Poulain”, “Dr. Berg”: no sentence ends there. */
const shortened = /(?<!\p{L})(?:MM?|Mme|Dr|Prof|Sra?|г|им|Nr|St)\.\s+$/u

function* wholeSentences(text: string, quotations: readonly Quotation[], pack: Pack): Generator<Stretch> {
  const month = monthAt(pack)
  const segmenter = new Intl.Segmenter(pack.language, { granularity: 'sentence' })
  let at = 0
  let quotation = 0
  for (const line of text.split('\n')) {
    let start = at
    const isSpoken = pack.dialogue === 'dashes' && /^\s*[—–]\S/u.test(line)
    for (const { index, segment } of segmenter.segment(line)) {
      const end = at + index + segment.length
      while ((quotations[quotation]?.end ?? Infinity) <= end) quotation++
      if ((quotations[quotation]?.start ?? Infinity) < end && end < at + line.length) continue
      // „…?“, fragte sie: what follows with a small letter or a comma belongs to it.
      const next = text.slice(end, end + 12)
      if (/^[\s,]*\p{Ll}/u.test(next) || text[end] === ',') continue
      if (pack.dialogue && (/^[—–-]\s/.test(next) || isSpoken)) continue
      if (shortened.test(text.slice(Math.max(start, end - 8), end))) continue
      if (/(?<!\d)\d{1,2}\.\s*$/.test(text.slice(end - 5, end)) && month.test(next)) continue
      yield { start, end }
      start = end
    }
    if (start < at + line.length) yield { start, end: at + line.length }
    at += line.length + 1
  }
}

/** Where a quotation ends with its own sentence and a capital follows, another sentence begins. */
function* cut(
  text: string,
  quotations: readonly Quotation[],
  first: number,
  { start, end }: Stretch,
): Generator<Stretch> {
  let from = start
  for (let i = first; (quotations[i]?.start ?? Infinity) < end; i++) {
    const quotation = quotations[i]!
    const isWhole = /[.!?…]\s*$/u.test(text.slice(quotation.innerStart, quotation.innerEnd))
    if (!isWhole || quotation.end >= end || !/^\s+\p{Lu}/u.test(text.slice(quotation.end, quotation.end + 4))) continue
    yield trimmed(text, { start: from, end: quotation.end })
    from = quotation.end
  }
  yield trimmed(text, { start: from, end })
}
