import { z } from 'zod'
import { type Field, fieldsOf } from '../words/asked.ts'

/** A kind of form, defined by a room next to its schema: its title on pages, and its fields. */
export type FormKind<T extends z.ZodType = z.ZodType> = {
  name: string
  schema: T
  /** The form of this kind about one thing, such as "claim-7"; without a subject if there is only one. */
  about(subject?: string): Asked<T>
}

/** One form of a page: its name and subject, such as "verdict@claim-7", and the schema of what it sends. */
export type Asked<T extends z.ZodType = z.ZodType> = { name: string | undefined; schema: T }

type Known = { fields: Map<string, Field>; isKept: boolean }

const kinds = new Map<string, Known>()

/** `isKept` is false for forms of people without an account, who could not find their words again. */
export function defineForm<T extends z.ZodType>(name: string, schema: T, { isKept = true } = {}): FormKind<T> {
  const fields = fieldsOf(schema)
  const asksForSecret = [...fields.values()].some(({ isSecret }) => isSecret)
  kinds.set(name, { fields, isKept: isKept && !asksForSecret })
  return { name, schema, about: (subject = '') => ({ name: nameOf(name, subject), schema }) }
}

/**
 * A form that is only a button. The reason for a refusal appears at the top of the page, since there is nothing to
 * correct.
 */
export function button<T extends z.ZodType>(schema: T): Asked<T> {
  return { name: undefined, schema }
}

/** For forms that are only a button and send nothing. */
export const press = button(z.unknown())

export function nameOf(kind: string, subject: string): string {
  return `${kind}@${subject}`
}

/** Throws if no room defines such a form: a view has misspelt it. */
export function findKind(kind: string): Known {
  const known = kinds.get(kind)
  if (!known) throw new Error(`No room defines a form “${kind}”`)
  return known
}

/** The fields of the form with that name; undefined if only an earlier version had it. */
export function findOptionalKind(name: string): Known | undefined {
  return kinds.get(name.split('@')[0] ?? '')
}
