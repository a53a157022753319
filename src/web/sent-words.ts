/** A form's fields as the body parsers read them: nested where they are numbered. */
export type Words = Record<string, unknown>

/** What tells a form which thing it is about, which of its buttons was pressed and where to go on: nobody wrote it. */
const machinery =
  /(^|\[)(revision|survivorRevision|survivorId|supersedesId|suggestionId|hopId|correctionId|bodyId|sourceId|intoId|id|at|passage|more|arrange|direction|form|to|back|next|query|view|theirs|username)\]?$/

/** A number that stands for what somebody chose: worth keeping, and nothing to read. */
const numbers = /^(ratingId|claimIds|verdictIds|publisherId)$/

/** What is chosen from a list, and what each list says while nobody has chosen. */
const lists: Record<string, string[]> = {
  mode: ['direct'],
  act: ['says'],
  polarity: ['positive'],
  naming: ['named'],
  sourceKind: ['person'],
  publisherKind: ['outlet'],
  kind: ['other', 'comment', 'article', 'person'],
  stance: ['supports', 'asserts'],
  visibility: ['internal'],
  role: ['editor'],
  axis: ['attribution'],
  requires: ['none'],
  tone: ['open'],
  language: ['en'],
  lasts: ['90'],
  suggest: ['true'],
  ...Object.fromEntries(
    ['unfinished', 'translated', 'bodyShown', 'retired', 'mine', 'overwrite'].map((box) => [box, []]),
  ),
}

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
  return [...flatten(values)].some(([name, all]) => all.some((value) => isWritten(name, value)))
}

/** What somebody wrote into it, or chose: field by field, each with its values, and whether these are of a list. */
export function listWritten(values: Words): { name: string; values: string[]; isChosen: boolean }[] {
  return [...flatten(values)]
    .filter(([name]) => !numbers.test(name))
    .map(([name, all]) => ({
      name,
      values: all.filter((value) => isWritten(name, value)),
      isChosen: lists[lastPart(name)] !== undefined,
    }))
    .filter(({ values }) => values.length > 0)
}

function isWritten(name: string, value: string): boolean {
  return value.trim() !== '' && !machinery.test(name) && !lists[lastPart(name)]?.includes(value)
}

/** `evidence[0][kind]` → "kind". */
function lastPart(name: string): string {
  return name.match(/[a-z]\w*/gi)?.at(-1) ?? name
}

/** Without what the database can't hold: the character 0, and halves of letters. */
export function storable(value: unknown): unknown {
  if (typeof value === 'string') return value.replaceAll('\0', '').toWellFormed()
  if (Array.isArray(value)) return value.map(storable)
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [storable(name), storable(one)]))
}
