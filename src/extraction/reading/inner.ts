import { findQuotations, type Quotation } from './quotations.ts'
import type { Token } from './token.ts'

/** The words of a quotation as whoever said them would have written them, with the quotations in them. */
export function readInner(
  text: string,
  quotation: Quotation,
  tokens: readonly Token[],
): { words: Token[]; quotations: Quotation[] } {
  const { innerStart, innerEnd } = quotation
  const quotations = findQuotations(text.slice(innerStart, innerEnd)).map((one) => ({
    ...one,
    start: one.start + innerStart,
    end: one.end + innerStart,
    innerStart: one.innerStart + innerStart,
    innerEnd: one.innerEnd + innerStart,
  }))
  const words = tokens
    .filter(({ start, end }) => start >= innerStart && end <= innerEnd)
    .map((token) => ({
      ...token,
      quote: quotations.findIndex(({ start, end }) => token.start >= start && token.end <= end),
    }))
  return { words, quotations }
}
