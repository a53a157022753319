import { z } from 'zod'
import { type Field, fieldsOf } from '../words/asked.ts'

/** A kind of form, as a room defines it beside its schema: what it is called on pages, and what it asks for. */
export type FormKind<T extends z.ZodType = z.ZodType> = {
  name: string
  schema: T
  /** The form of this kind about one thing, "claim-7"; nothing need be said where there is only one. */
  about(subject?: string): Asked<T>
}

/** One form of a page: its name and subject, "verdict@claim-7", and what is sent with it. */
export type Asked<T extends z.ZodType = z.ZodType> = { name: string | undefined; schema: T }

type Known = { fields: Map<string, Field>; isKept: boolean }

const kinds = new Map<string, Known>()

/** `isKept` is false where its words are nobody's to find again: whoever writes them has no account. */
export function defineForm<T extends z.ZodType>(name: string, schema: T, { isKept = true } = {}): FormKind<T> {
  const fields = fieldsOf(schema)
  const asksForSecret = [...fields.values()].some(({ isSecret }) => isSecret)
  kinds.set(name, { fields, isKept: isKept && !asksForSecret })
  return { name, schema, about: (subject = '') => ({ name: nameOf(name, subject), schema }) }
}

/** A form that is a button: what it was refused for stands above the page, since there is nothing to mend. */
export function button<T extends z.ZodType>(schema: T): Asked<T> {
  return { name: undefined, schema }
}

/** Of forms that are a button and send nothing. */
export const press = button(z.unknown())

export function nameOf(kind: string, subject: string): string {
  return `${kind}@${subject}`
}

/** Throws where no room defines such a form: a view has misspelt it. */
export function findKind(kind: string): Known {
  const known = kinds.get(kind)
  if (!known) throw new Error(`No room defines a form “${kind}”`)
  return known
}

/** What the form of that name asks for; undefined where an earlier version had it. */
export function findOptionalKind(name: string): Known | undefined {
  return kinds.get(name.split('@')[0] ?? '')
}
