import { z } from 'zod'
import { id } from '../words/fields.ts'
import { limit } from '../web/listing.ts'

const blank = (value: unknown) => (value === '' ? undefined : value)
const day = z.preprocess(
  blank,
  z.iso
    .date('Write the date as 2024-03-12')
    .refine((date) => date >= '0001', 'There was no year 0: write the date as 2024-03-12')
    .optional(),
)

/** The filters of the history: person, action, kind of thing, and days. */
export const EventFilters = z.object({
  /** An account's number; 0 for what the desk did by itself. */
  who: z.preprocess(blank, z.union([z.literal(['0', 0]).transform(() => 0), id]).optional()),
  action: z.string().max(100).optional().catch(undefined).transform(blankless),
  thing: z.string().max(100).optional().catch(undefined).transform(blankless),
  from: day,
  to: day,
  before: id.optional(),
  limit,
})
export type EventFilters = z.output<typeof EventFilters>

function blankless(value: string | undefined): string | undefined {
  return value === '' ? undefined : value
}
