import { fetchData, offer, whileTyping } from './while-typing.ts'

type Suggestion = { id: number; sentence: string }

/** Claims that have the words one types; the server finds the chosen sentence again. */
export function suggestClaims(page: Document): void {
  whileTyping(page, 'input[data-suggest="/claims/suggestions"]', (input) => {
    const q = input.value.trim()
    if (q.length < 2) return undefined
    return async (signal) => {
      const claims = await fetchData<Suggestion[]>(`/claims/suggestions?q=${encodeURIComponent(q)}`, signal)
      offer(
        input,
        (claims ?? []).map(({ id, sentence }) => ({ value: sentence, label: `Claim ${id}` })),
      )
    }
  })
}
