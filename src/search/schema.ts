import { z } from 'zod'
import { type ValueOf, valuesOf } from '../words/labels.ts'
import { number } from '../words/fields.ts'
import { longestQuery } from './query.ts'

export const kinds = valuesOf('Hit')
export type Kind = ValueOf<'Hit'>

const one = 'is given once'

export const Search = z.object({
  q: z
    .string(one)
    .max(longestQuery, `is too long to search for. Leave it at ${longestQuery} characters: a few words find more`)
    .transform((q) => q.toWellFormed().trim())
    .default(''),
  kind: z.preprocess(
    (kind) => (kind === '' ? undefined : kind),
    z.enum(kinds, `is one of ${kinds.join(', ')}`).optional(),
  ),
  /** The page after this position in the order. */
  after: number('is the place that the page before ended at').optional(),
})
export type Search = z.infer<typeof Search>

export function isKind(word: string): word is Kind {
  return kinds.some((kind) => kind === word)
}
