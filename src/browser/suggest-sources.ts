import { fetchData, offer, whileTyping } from './while-typing.ts'

type Suggestion = { id: number; name: string; kind: string; description?: string | null }

/** Names of known sources while one types; choosing one remembers which source is meant. */
export function suggestSources(page: Document): void {
  const found = new WeakMap<HTMLInputElement, Map<string, Suggestion>>()

  whileTyping(page, 'input[data-suggest="/sources"]', (input) => {
    const chosen = found.get(input)?.get(input.value)
    const id = idField(input)
    if (id) id.value = chosen ? String(chosen.id) : ''
    if (chosen) input.value = chosen.name

    const q = input.value.trim()
    if (chosen || q.length < 2) return undefined
    return async (signal) => {
      const answer = await fetchData<{ sources: Suggestion[] }>(`/sources?q=${encodeURIComponent(q)}`, signal)
      const byValue = toldApart(answer?.sources.slice(0, 10) ?? [])
      found.set(input, byValue)
      offer(
        input,
        [...byValue].map(([value, { name, description }]) => ({
          value,
          label: description ? `${name}: ${description}` : value,
        })),
      )
    }
  })
}

/** Two sources of one name are told apart by what is known of them. */
function toldApart(sources: Suggestion[]): Map<string, Suggestion> {
  const byValue = new Map<string, Suggestion>()
  for (const source of sources) {
    const isAlone = sources.filter(({ name }) => name === source.name).length === 1
    byValue.set(isAlone ? source.name : `${source.name}, ${source.description ?? source.kind} (${source.id})`, source)
  }
  return byValue
}

function idField(input: HTMLInputElement): HTMLInputElement | null {
  const name = input.name.endsWith('[addressee]') ? '[addresseeSourceId]' : '[sourceId]'
  return input.closest('fieldset')?.querySelector<HTMLInputElement>(`input[type=hidden][name$="${name}"]`) ?? null
}
