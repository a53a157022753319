import type { Form } from './forms.ts'

type Around = { prefix?: string | undefined; hint?: string | undefined }

/** Of a refused form, by its errors: where the page shows each field that has some, in the page's order. */
const places = new WeakMap<Form['errors'], Map<string, string>>()

export function placesOf({ errors }: Form): ReadonlyMap<string, string> {
  return places.get(errors) ?? new Map()
}

/** A form field for the view: its id, its name when sent, its value, and its errors. */
export function fieldOf(form: Form, name: string, { prefix, hint }: Around = {}) {
  const [first = '', ...rest] = name.split('.')
  const id = [...(prefix ? [prefix] : []), first, ...rest].join('-')
  const value = valueAt(form.values, [first, ...rest])
  const sentences = form.errors[name] ?? []
  if (sentences.length > 0) notePlace(form, name, id)
  const described = [...(hint ? [`${id}-hint`] : []), ...(sentences.length > 0 ? [`${id}-error`] : [])]
  return {
    id,
    sentAs: [first, ...rest.map((key) => `[${key}]`)].join(''),
    value: value ?? '',
    isTicked: value === true || value === 'true' || value === 'on' || value === '1',
    describedBy: described.join(' '),
    problem: sentences.join('. '),
  }
}

function notePlace({ errors }: Form, name: string, id: string): void {
  const known = places.get(errors) ?? new Map<string, string>()
  places.set(errors, known)
  if (!known.has(name)) known.set(name, id)
}

/**
 * Whether a checkbox is ticked in a form that starts with all of them ticked: it is untouched, or was begun with this
 * one.
 */
export function isOffered(form: Form & { isBegun: boolean }, name: string, value: string | number): boolean {
  const { [name]: chosen } = form.values
  return !form.isBegun || [chosen].flat().some((one) => String(one) === String(value))
}

function valueAt(values: unknown, path: string[]): unknown {
  return path.reduce((at, key) => (isRecord(at) ? at[key] : undefined), values)
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}

/** Empty rows below those that are filled in: forms work without scripts, too. */
export const spareRows = 2

/** How many of the rows that a form repeats are filled in: up to the last in which something is. */
export function countFilled(rows: unknown): number {
  const isFilled = (row: unknown) => Object.values(row ?? {}).some((value) => value !== null && value !== '')
  return Object.values(rows ?? {}).findLastIndex(isFilled) + 1
}
