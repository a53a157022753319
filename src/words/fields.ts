import { z } from 'zod'
import { isLocal } from './addresses.ts'
import { unwritten } from './asked.ts'

/* Fields that the forms of several rooms have; what a form sends as text is told here for all of them. */

/** No thing has a number beyond what a column holds. */
export const largestId = 2 ** 31 - 1

/** The number of a thing; `sentence` says what to do where it is none. */
export function number(sentence?: string) {
  return z.coerce.number(sentence).int(sentence).positive(sentence).max(largestId, sentence)
}

export const id = number()

/** What a thing was when its form was opened; nobody writes it. */
export const revision = unwritten(id)

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

/** Where to go on to: an address of ours, so that nobody is led elsewhere. */
export function onwards(otherwise: string) {
  return z.string().max(2000).refine(isLocal).catch(otherwise)
}

/** Words that are needed; `sentence` says what for. */
export function reason(sentence: string) {
  return z.string().trim().min(1, sentence).max(2000, 'At most 2000 characters')
}

/** Of a form that changes what may be public: what readers are told of the change. */
export const correction = z.string().trim().max(2000, 'At most 2000 characters').default('')
