/** A form's fields as the body parsers read them: nested where they are numbered. */
export type Words = Record<string, unknown>

/** What tells a form which thing it is about; nothing that a person typed. */
const machinery = /^(revision|supersedesId|suggestionId|hopId|at|correctionId)$|\[id\]$/

/** The fields by the names a form has for them, each with its values: `hops[0][source]` → ["Lena Okafor"]. */
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

/** Whether there is anything in it that would be a pity to lose. */
export function hasWords(values: Words): boolean {
  return [...flatten(values)].some(([name, all]) => !machinery.test(name) && all.some((value) => value.trim() !== ''))
}

export function isMachinery(name: string): boolean {
  return machinery.test(name)
}

/** Without what the database can't hold: the character 0, and halves of letters. */
export function storable(value: unknown): unknown {
  if (typeof value === 'string') return value.replaceAll('\0', '').toWellFormed()
  if (Array.isArray(value)) return value.map(storable)
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [storable(name), storable(one)]))
}
