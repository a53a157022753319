type Suggestion = { id: number; name: string; kind: string; description?: string | null }

const pause = 200

/** Names of known sources while one types; choosing one remembers which source is meant. */
export function suggestSources(page: Document): void {
  const found = new WeakMap<HTMLInputElement, Map<string, Suggestion>>()
  let timer: ReturnType<typeof setTimeout> | undefined
  let asking: AbortController | undefined

  // Listening on the page, so that steps added later are heard too.
  page.addEventListener('input', (event) => {
    const input = event.target
    if (!(input instanceof HTMLInputElement) || !input.matches('input[data-suggest]')) return

    const chosen = found.get(input)?.get(input.value)
    const id = idField(input)
    if (id) id.value = chosen ? String(chosen.id) : ''
    if (chosen) input.value = chosen.name

    clearTimeout(timer)
    asking?.abort()
    const q = input.value.trim()
    if (chosen || q.length < 2) return
    timer = setTimeout(() => {
      asking = new AbortController()
      fetchSources(q, asking.signal).then(
        (sources) => found.set(input, fill(listOf(input), sources)),
        () => undefined, // without suggestions the name can still be typed
      )
    }, pause)
  })
}

async function fetchSources(q: string, signal: AbortSignal): Promise<Suggestion[]> {
  const response = await fetch(`/sources?q=${encodeURIComponent(q)}`, {
    headers: { Accept: 'application/json' },
    signal,
  })
  if (!response.ok) return []
  const { sources } = (await response.json()) as { sources: Suggestion[] }
  return sources.slice(0, 10)
}

/** Two sources of one name are told apart by what is known of them. */
function fill(list: HTMLDataListElement, sources: Suggestion[]): Map<string, Suggestion> {
  const byValue = new Map<string, Suggestion>()
  for (const source of sources) {
    const isAlone = sources.filter(({ name }) => name === source.name).length === 1
    byValue.set(isAlone ? source.name : `${source.name}, ${source.description ?? source.kind} (${source.id})`, source)
  }
  list.replaceChildren(
    ...[...byValue].map(([value, source]) => {
      const option = list.ownerDocument.createElement('option')
      option.value = value
      option.label = source.description ? `${source.name}: ${source.description}` : value
      return option
    }),
  )
  return byValue
}

function listOf(input: HTMLInputElement): HTMLDataListElement {
  if (input.list) return input.list
  const list = input.ownerDocument.createElement('datalist')
  list.id = `${input.id}-known`
  input.after(list)
  input.setAttribute('list', list.id)
  input.autocomplete = 'off'
  return list
}

function idField(input: HTMLInputElement): HTMLInputElement | null {
  const name = input.name.endsWith('[addressee]') ? '[addresseeSourceId]' : '[sourceId]'
  return input.closest('fieldset')?.querySelector<HTMLInputElement>(`input[type=hidden][name$="${name}"]`) ?? null
}
