import { z } from 'zod'
import { defineForm } from '../web/form-kinds.ts'
import { id, oneOfThese } from '../words/fields.ts'
import { endOf, PartialDateField } from '../words/partial-date.ts'
import { limit } from '../web/listing.ts'
import { actions } from './actions.ts'
import { things } from './words.ts'

const blank = (value: unknown) => (value === '' ? undefined : value)
/** The first day of a date as people write it, and the first day after it: a month or a year is meant whole. */
const days = PartialDateField.transform((date) => (date ? { from: date.on, until: endOf(date) } : undefined))

/** The filters of the history: person, action, kind of thing, and days. */
export const EventFilters = z.object({
  /** An account's number; 0 for what the desk did by itself. */
  who: z.preprocess(blank, z.union([z.literal(['0', 0]).transform(() => 0), id]).optional()),
  action: oneOfThese(namesOf(Object.keys(actions))),
  thing: oneOfThese(namesOf(things)),
  from: days,
  to: days,
  before: id.optional(),
  limit,
})
export type EventFilters = z.output<typeof EventFilters>
export const activityForm = defineForm('activity', EventFilters)

function namesOf(values: string[]): Record<string, string> {
  return Object.fromEntries(values.map((value) => [value, value]))
}
