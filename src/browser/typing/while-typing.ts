const pause = 200

type Ask = (signal: AbortSignal) => Promise<unknown>

/** Calls `heed` for each change of such a field; it asks the server once the typing pauses. */
export function whileTyping(
  page: Document,
  selector: string,
  heed: (input: HTMLInputElement) => Ask | undefined,
): void {
  let timer: ReturnType<typeof setTimeout> | undefined
  let asking: AbortController | undefined

  // Listening on the page, so that steps added later work too.
  page.addEventListener('input', (event) => {
    const input = event.target
    if (!(input instanceof HTMLInputElement) || !input.matches(selector)) return

    clearTimeout(timer)
    asking?.abort()
    const ask = heed(input)
    if (!ask) return
    timer = setTimeout(() => {
      asking = new AbortController()
      ask(asking.signal).catch(() => undefined) // without suggestions the words can still be typed
    }, pause)
  })
}

/** The answer as data, or undefined if there is none. Fails where the server did not answer, or could not. */
export async function fetchData<T>(address: string, signal: AbortSignal): Promise<T | undefined> {
  const response = await fetch(address, { headers: { Accept: 'application/json' }, signal })
  if (response.status >= 500) throw new Error(`The server answered ${response.status}`)
  return response.ok ? ((await response.json()) as T) : undefined
}

export function offer(input: HTMLInputElement, suggestions: { value: string; label: string }[]): void {
  listOf(input).replaceChildren(
    ...suggestions.map(({ value, label }) => {
      const option = input.ownerDocument.createElement('option')
      option.value = value
      option.label = label
      return option
    }),
  )
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
