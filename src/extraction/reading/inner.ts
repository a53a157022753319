import { findQuotations, type Quotation } from './quotations.ts'
import type { Token } from './token.ts'

/** What was found in each quotation: a long one is asked for each of its sentences. */
const known = new WeakMap<Quotation, Quotation[]>()

/** The words of a quotation as whoever said them would have written them, with the quotations in them. */
export function readInner(
  text: string,
  quotation: Quotation,
  tokens: readonly Token[],
): { words: Token[]; quotations: Quotation[] } {
  const { innerStart, innerEnd } = quotation
  const quotations = known.get(quotation) ?? findInner(text, quotation)
  known.set(quotation, quotations)
  const inside = tokens.filter(({ start, end }) => start >= innerStart && end <= innerEnd)
  let at = firstEndingAfter(quotations, inside[0]?.start ?? 0)
  const words = inside.map((token) => {
    while (at < quotations.length && quotations[at]!.end <= token.start) at++
    const around = quotations[at]
    return { ...token, quote: around && token.start >= around.start && token.end <= around.end ? at : -1 }
  })
  return { words, quotations }
}

function findInner(text: string, { innerStart, innerEnd }: Quotation): Quotation[] {
  return findQuotations(text.slice(innerStart, innerEnd)).map((one) => ({
    ...one,
    start: one.start + innerStart,
    end: one.end + innerStart,
    innerStart: one.innerStart + innerStart,
    innerEnd: one.innerEnd + innerStart,
  }))
}

/** Quotations stand in the order of the text and do not overlap. */
function firstEndingAfter(quotations: readonly Quotation[], place: number): number {
  let [from, to] = [0, quotations.length]
  while (from < to) {
    const middle = (from + to) >> 1
    if (quotations[middle]!.end > place) to = middle
    else from = middle + 1
  }
  return from
}
