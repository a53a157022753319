import { z } from 'zod'
import type { DatePrecision } from '../database/client/enums.ts'

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

/** A field for such a date; an empty one is null. */
export const PartialDateField = z
  .string()
  .trim()
  .optional()
  .transform((text, context): PartialDate | null => {
    if (!text) return null
    const date = readPartialDate(text)
    if (date) return date
    context.addIssue({
      code: 'custom',
      message: `There is no date “${text.slice(0, 40)}”. Write it as 2021-10-07, 2021-10 or 2021`,
    })
    return z.NEVER
  })

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
    const date = readPartialDate(text)
    const refuse = (message: string): never => {
      context.addIssue({ code: 'custom', message })
      return z.NEVER
    }
    if (date?.precision !== 'day') return refuse(`There is no day “${text.slice(0, 40)}”. Write it as 2021-10-07`)
    if (date.on.getTime() > Date.now() + earliest) return refuse(`${text} is yet to come. Give the day on which it was`)
    return date.on
  })
