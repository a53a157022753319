import { z } from 'zod'

/* What a form asks for, according to its schema: the fields that people write or choose, and the others. */

/** What a field's type does not say by itself. */
type Use = {
  /** It identifies the form's subject, its button, or where to go next. */
  isUnwritten?: true
  /** It stands for something that somebody chose: worth keeping, but not readable. */
  isNumber?: true
  /** It is never kept, and neither is the rest of its form. */
  isSecret?: true
  /** The initial value of a list or a box, if that is not its default. */
  first?: string
}

/** `list` and `box` are chosen from fixed values; anything else is somebody's own words. */
export type Field = Use & { type: 'words' | 'list' | 'box' }

/** A form's fields as the body parsers read them: nested if they are numbered. */
export type Words = Record<string, unknown>

/** What a form asks for; undefined if that is unknown, as for a form of an earlier version: then everything counts. */
type Asked = Map<string, Field> | undefined
const inOwnWords: Field = { type: 'words' }

export type Written = { name: string; values: string[]; isChosen: boolean }

const uses = z.registry<Use>()

/** Nobody types it: the number of a thing, a revision, a button, where to go next. */
export function unwritten<T extends z.ZodType>(schema: T): T {
  return used(schema, { isUnwritten: true })
}

/** The number stands for something that somebody chose. */
export function byNumber<T extends z.ZodType>(schema: T): T {
  return used(schema, { isNumber: true })
}

/** A password: never kept, nor anything else of its form. */
export function secret<T extends z.ZodType>(schema: T): T {
  return used(schema, { isSecret: true })
}

/** The form's initial value. */
export function firstShown<T extends z.ZodType>(schema: T, first: string): T {
  return used(schema, { first })
}

function used<T extends z.ZodType>(schema: T, use: Use): T {
  // Several forms may share the schema itself.
  const own = schema.clone()
  uses.add(own, use)
  return own
}

const known = new WeakMap<z.ZodType, Map<string, Field>>()

/** By their names, with * for each number in them: `hops.*.source`. */
export function fieldsOf(schema: z.ZodType): Map<string, Field> {
  const fields = known.get(schema) ?? new Map<string, Field>()
  if (!known.has(schema)) {
    known.set(schema, fields)
    collect(schema, '', {}, fields)
  }
  return fields
}

function collect(schema: z.core.$ZodType, name: string, around: Use, fields: Map<string, Field>): void {
  const use: Use = { ...uses.get(schema), ...around }
  const { def } = (schema as z.core.$ZodTypes)._zod
  switch (def.type) {
    case 'object':
      for (const [key, inner] of Object.entries(def.shape)) collect(inner, name ? `${name}.${key}` : key, {}, fields)
      return
    case 'array':
      return collect(def.element, isNested(def.element) ? `${name}.*` : name, use, fields)
    case 'union':
      for (const option of def.options) collect(option, name, use, fields)
      return
    case 'pipe':
      // A text that is converted is typed as a text; for a preprocessed field, the type after preprocessing counts.
      return collect(isTransform(def.in) ? def.out : def.in, name, use, fields)
    case 'default':
    case 'prefault':
      return collect(def.innerType, name, { ...inWords(def.defaultValue), ...use }, fields)
    case 'optional':
    case 'nullable':
    case 'nonoptional':
    case 'catch':
    case 'readonly':
      return collect(def.innerType, name, use, fields)
    case 'enum':
      return keep('list')
    case 'boolean':
      return keep('box')
    default:
      return keep('words')
  }

  function keep(type: Field['type']): void {
    if (name !== '' && !fields.has(name)) fields.set(name, { ...use, type })
  }
}

function isNested(schema: z.core.$ZodType): boolean {
  return (schema as z.core.$ZodTypes)._zod.def.type === 'object'
}

function isTransform(schema: z.core.$ZodType): boolean {
  return (schema as z.core.$ZodTypes)._zod.def.type === 'transform'
}

function inWords(value: unknown): Use {
  return typeof value === 'string' || typeof value === 'boolean' ? { first: String(value) } : {}
}

/** The fields by their names in the form, each with its values: `hops[0][source]` → ["Lena Okafor"]. */
export function flatten(values: Words): Map<string, string[]> {
  const flat = new Map<string, string[]>()
  const put = (name: string, value: unknown): void => {
    if (value === null || value === undefined) return
    if (Array.isArray(value) && value.every((one) => typeof one !== 'object')) {
      for (const one of value) put(name, one)
    } else if (typeof value === 'object') {
      for (const [key, one] of Object.entries(value)) put(`${name}[${key}]`, one)
    } else {
      flat.set(name, [...(flat.get(name) ?? []), typeof value === 'string' ? value : JSON.stringify(value)])
    }
  }
  for (const [name, value] of Object.entries(values)) put(name, value)
  return flat
}

/** What somebody wrote into a form, or chose: each field with its values, and whether these come from a list. */
export function listWritten(asked: Asked, values: Words): Written[] {
  return [...flatten(values)].flatMap(([name, all]) => {
    const field = asked ? asked.get(plain(name)) : inOwnWords
    const written = all.filter((value) => isWritten(field, value))
    if (!field || field.isNumber || written.length === 0) return []
    return [{ name, values: written, isChosen: field.type !== 'words' }]
  })
}

/** Whether it contains anything worth keeping. */
export function hasWords(asked: Asked, values: Words): boolean {
  return [...flatten(values)].some(([name, all]) => {
    const field = asked ? asked.get(plain(name)) : inOwnWords
    return all.some((value) => isWritten(field, value))
  })
}

function isWritten(field: Field | undefined, value: string): boolean {
  return field !== undefined && !field.isUnwritten && !field.isSecret && value.trim() !== '' && value !== field.first
}

/** `hops[0][source]` → "hops.*.source". */
function plain(name: string): string {
  return name
    .split(/[[\]]+/)
    .filter(Boolean)
    .map((part) => (/^\d+$/.test(part) ? '*' : part))
    .join('.')
}
