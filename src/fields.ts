import { z } from 'zod'

/* Fields that the forms of several rooms have; what a form sends as text is told here for all of them. */

export const id = z.coerce
  .number()
  .int()
  .positive()
  .max(2 ** 31 - 1)

export const optionalId = z.preprocess((value) => (value === '' ? undefined : value), id.optional())

/** Boxes of one name: none, one or several are ticked. */
export const ids = z.preprocess((value) => (value === undefined ? [] : [value].flat()), z.array(id).max(1000))

/** A box that is ticked or absent; programs send true or false. */
export const ticked = z.preprocess(
  (value) => value === true || value === 'true' || value === 'on' || value === '1',
  z.boolean(),
)

/** A form's numbered fields arrive as an array or, where there are many, as an object; nothing at all is an empty list. */
export function listed(value: unknown): unknown[] {
  return value && typeof value === 'object' ? Object.values(value) : []
}

/** Words that are needed; `sentence` says what for. */
export function reason(sentence: string) {
  return z.string().trim().min(1, sentence).max(2000, 'At most 2000 characters')
}

/** Of a form that changes what may be public: what readers are told of the change. */
export const correction = z.string().trim().max(2000, 'At most 2000 characters').default('')
