import { z } from 'zod'
import type { DatePrecision } from '../database/client/enums.ts'
import type { Choice } from '../refused.ts'
import { readTypedDate, sayIso } from './typed-date.ts'

/** A date as far as it is known. `on` is the first day of the day, month or year, at midnight UTC. */
export type PartialDate = { on: Date; precision: DatePrecision }

const shape = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/

/** "2021-10-07", "2021-10" or "2021"; undefined for anything else, including impossible days. */
export function readPartialDate(text: string): PartialDate | undefined {
  const [whole, year, month, day] = shape.exec(text) ?? []
  if (whole === undefined || year === '0000') return undefined

  const on = new Date(`${year}-${month ?? '01'}-${day ?? '01'}T00:00:00Z`)
  if (Number.isNaN(on.getTime()) || !on.toISOString().startsWith(whole)) return undefined
  return { on, precision: day ? 'day' : month ? 'month' : 'year' }
}

/** The text that readPartialDate reads. */
export function writePartialDate(on: Date, precision: DatePrecision): string {
  return on.toISOString().slice(0, { day: 10, month: 7, year: 4 }[precision])
}

/** The first moment after the day, month or year. */
export function endOf({ on, precision }: PartialDate): Date {
  const end = new Date(on)
  if (precision === 'day') end.setUTCDate(end.getUTCDate() + 1)
  else if (precision === 'month') end.setUTCMonth(end.getUTCMonth() + 1)
  else end.setUTCFullYear(end.getUTCFullYear() + 1)
  return end
}

/**
 * For JSON: dates without a time are written at their precision, by the name beside them (`publishedOn` and
 * `publishedPrecision`, `since` and `sincePrecision`, `on` and `precision`). Moments stay as they are.
 */
export function datesInJson(this: unknown, key: string, value: unknown): unknown {
  if (typeof value !== 'string') return value
  const around = this as Record<string, unknown>
  const date = around[key]
  if (!(date instanceof Date)) return value
  const precision = around[`${key.replace(/On$/, '')}Precision`] ?? (key === 'on' ? around['precision'] : undefined)
  if (isPrecision(precision)) return writePartialDate(date, precision)
  return key.endsWith('On') ? writePartialDate(date, 'day') : value
}

function isPrecision(value: unknown): value is DatePrecision {
  return value === 'day' || value === 'month' || value === 'year'
}

/** A date as somebody typed it; or why it is not a date, with the dates that it may mean. */
function readField(text: string): PartialDate | { why: string; choices?: Choice[] } {
  const typed = readTypedDate(text)
  if (typed.is === 'unclear') return { why: typed.why }
  if (typed.is === 'date') return readPartialDate(typed.iso) ?? { why: `There is no date “${typed.iso}”` }
  const choices = typed.isos.map((iso) => ({ value: iso, label: sayIso(iso) }))
  return { why: `Which day is “${text.slice(0, 40)}”: ${choices.map(({ label }) => label).join(' or ')}?`, choices }
}

/** Adds the issue; what the field may mean goes to the form with it. */
function refuse(context: z.RefinementCtx, { why, choices }: { why: string; choices?: Choice[] }): never {
  context.addIssue({ code: 'custom', message: why, ...(choices && { params: { choices } }) })
  return z.NEVER
}

/** A field for such a date; an empty one is null. */
export const PartialDateField = z
  .string()
  .trim()
  .optional()
  .transform((text, context): PartialDate | null => {
    if (!text) return null
    const date = readField(text)
    return 'why' in date ? refuse(context, date) : date
  })

/** A whole day; with less the sentence says how to write one. */
export function readDay(text: string, context: z.RefinementCtx): Date {
  const date = readField(text)
  if ('why' in date) return refuse(context, date)
  if (date.precision === 'day') return date.on
  return refuse(context, { why: `“${text.slice(0, 40)}” is no day. Write it as 7 October 2021` })
}

/** In the easternmost time zones a day begins this long before it does at Greenwich. */
const earliest = 14 * 60 * 60 * 1000

/**
 * A field for the day of an action: a full date that has begun somewhere in the world. An empty one is null; otherwise
 * it is midnight UTC, which stands for the day wherever it was.
 */
export const DayField = z
  .string()
  .trim()
  .optional()
  .transform((text, context): Date | null => {
    if (!text) return null
    const on = readDay(text, context)
    if (on instanceof Date && on.getTime() > Date.now() + earliest) {
      return refuse(context, { why: `${text} is yet to come. Give the day on which it was` })
    }
    return on
  })
