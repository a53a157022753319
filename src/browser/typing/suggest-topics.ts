import { fetchData, offer, whileTyping } from './while-typing.ts'

type Suggestion = { id: number; name: string; why: string }

/** Suggests topics while somebody types; in a field of several topics, for the last one. */
export function suggestTopics(page: Document): void {
  whileTyping(page, 'input[data-suggest="/topics/suggestions"]', (input) => {
    const [before, q] = lastOf(input.value)
    if (q.trim().length < 2) return undefined
    return async (signal) => {
      const topics = await fetchData<Suggestion[]>(`/topics/suggestions?q=${encodeURIComponent(q.trim())}`, signal)
      offer(
        input,
        (topics ?? []).map(({ name, why }) => ({ value: `${before}${name}`, label: `${name}: ${why}` })),
      )
    }
  })
}

/** "Harbours, qu" → the finished part with its comma, and the unfinished one. */
function lastOf(value: string): [before: string, last: string] {
  const comma = value.lastIndexOf(',')
  return comma < 0 ? ['', value] : [`${value.slice(0, comma + 1)} `, value.slice(comma + 1)]
}
