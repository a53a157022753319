import { fetchData, offer, whileTyping } from './while-typing.ts'

type Found = { id: number; sentence?: string; label?: string }

/**
 * Suggests claims and statements that contain the typed words; the server finds the chosen one by the field's value.
 */
export function suggestWords(page: Document): void {
  whileTyping(
    page,
    'input[data-suggest*="/suggestions"]:not([data-suggest^="/sources"], [data-suggest^="/topics"])',
    (input) => {
      const q = input.value.trim()
      const address = input.dataset['suggest']
      if (q.length < 2 || !address || /^\d+ “/.test(q)) return undefined
      return async (signal) => {
        const found = await fetchData<Found[]>(
          `${address}${address.includes('?') ? '&' : '?'}q=${encodeURIComponent(q)}`,
          signal,
        )
        offer(
          input,
          (found ?? []).map(({ id, sentence, label }) => ({
            value: label ?? sentence ?? '',
            label: label ?? `Claim ${id}`,
          })),
        )
      }
    },
  )
}
