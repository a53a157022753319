import { fetchData, offer, whileTyping } from './while-typing.ts'

type Suggestion = { id: number; name: string; kind: string; description: string | null; why: string }

/** Suggests the names of known sources while somebody types; choosing one stores which source is meant. */
export function suggestSources(page: Document): void {
  const found = new WeakMap<HTMLInputElement, Map<string, Suggestion>>()

  whileTyping(page, 'input[data-suggest="/sources/suggestions"]', (input) => {
    const chosen = found.get(input)?.get(input.value)
    const id = idField(input)
    if (id) id.value = chosen ? String(chosen.id) : ''
    if (chosen) input.value = chosen.name

    const q = input.value.trim()
    if (chosen || q.length < 2) return undefined
    return async (signal) => {
      const sources = await fetchData<Suggestion[]>(`/sources/suggestions?q=${encodeURIComponent(q)}`, signal)
      const byValue = toldApart(sources ?? [], q)
      found.set(input, byValue)
      offer(
        input,
        [...byValue].map(([value, { name, why }]) => ({ value, label: `${name}: ${why}` })),
      )
    }
  })
}

/**
 * The options for the browser. It shows only those that contain the typed letters, so a source that matched by another
 * name, a role or despite a typing error names that. Two with one name are distinguished by their numbers.
 */
function toldApart(sources: Suggestion[], q: string): Map<string, Suggestion> {
  const byValue = new Map<string, Suggestion>()
  for (const source of sources) {
    const isAlone = sources.filter(({ name }) => name === source.name).length === 1
    const isPlain = isAlone && source.name.toLowerCase().includes(q.toLowerCase())
    const why = source.why.toLowerCase().includes(q.toLowerCase()) ? source.why : `${source.why} “${q}”`
    byValue.set(isPlain ? source.name : `${source.name}, ${isAlone ? why : source.why} (${source.id})`, source)
  }
  return byValue
}

function idField(input: HTMLInputElement): HTMLInputElement | null {
  const own = input.form?.querySelector<HTMLInputElement>(`input[type=hidden][data-id-of="${input.id}"]`)
  if (own) return own
  // The addressee's number can be typed by hand, so its field is not hidden.
  const name = input.name.endsWith('[addressee]') ? '[addresseeSourceId]' : '[sourceId]'
  return input.closest('fieldset')?.querySelector<HTMLInputElement>(`input:not([type=radio])[name$="${name}"]`) ?? null
}
