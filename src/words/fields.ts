import { z } from 'zod'
import { isLocal } from './addresses.ts'
import { unwritten } from './asked.ts'

/* Fields that the forms of several rooms share, with the conversion from the form's text. */

/** The largest id that a column holds. */
export const largestId = 2 ** 31 - 1

/** The number of a thing; `sentence` is the error message. */
export function number(sentence?: string) {
  return z.coerce.number(sentence).int(sentence).positive(sentence).max(largestId, sentence)
}

export const id = number()

/** The thing's revision when its form was opened; nobody types it. */
export const revision = unwritten(id)

export const optionalId = z.preprocess((value) => (value === '' ? undefined : value), id.optional())

/** A filter of a list, by one of these values; a form sends nothing in it where all are wanted. */
export function oneOfThese<const T extends Record<string, string>>(values: T) {
  return z.preprocess((value) => (value === '' ? undefined : value), z.enum(values).optional())
}

/** Checkboxes of one name: none, one or several are ticked. */
export const ids = z.preprocess((value) => (value === undefined ? [] : [value].flat()), z.array(id).max(1000))

/** A checkbox that is ticked or absent; programs send true or false. */
export const ticked = z.preprocess(
  (value) => value === true || value === 'true' || value === 'on' || value === '1',
  z.boolean(),
)

/** The same as a filter of a list, where anything else is a slip. */
export const tickedFilter = z
  .preprocess((value) => (value === '' ? undefined : value), z.enum(['true', 'false', 'on', '1', '0']).default('false'))
  .transform((value) => !['false', '0'].includes(value))

/** A form's numbered fields arrive as an array or, if there are many, as an object; nothing at all is an empty list. */
export function listed(value: unknown): unknown[] {
  return value && typeof value === 'object' ? Object.values(value) : []
}

/** Where to go next: an address of ours, so that nobody is redirected elsewhere. */
export function onwards(otherwise: string) {
  return z.string().max(2000).refine(isLocal).catch(otherwise)
}

/** Required words; `sentence` says what for. */
export function reason(sentence: string) {
  return z.string().trim().min(1, sentence).max(2000, 'At most 2000 characters')
}

/** For a form that may change something public: the explanation for readers. */
export const correction = z.string().trim().max(2000, 'At most 2000 characters').default('')
