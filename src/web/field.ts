import type { Form } from './forms.ts'

type Around = { prefix?: string | undefined; hint?: string | undefined }

/** A form field for the view: its id, its name when sent, its value, and its errors. */
export function fieldOf(form: Form, name: string, { prefix, hint }: Around = {}) {
  const [first = '', ...rest] = name.split('.')
  const id = [...(prefix ? [prefix] : []), first, ...rest].join('-')
  const value = valueAt(form.values, [first, ...rest])
  const sentences = form.errors[name] ?? []
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
