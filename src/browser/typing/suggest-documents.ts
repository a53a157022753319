import { announce } from '../page/announce.ts'
import { fetchData, offer, whileTyping } from './while-typing.ts'

type Suggestion = { id: number; title: string; publisher: string; date: string | null }

/** Suggests stored documents by title while somebody types; choosing one fills in its number. */
export function suggestDocuments(page: Document): void {
  for (const field of page.querySelectorAll<HTMLElement>('[data-find-document]')) field.hidden = false
  const found = new WeakMap<HTMLInputElement, Map<string, Suggestion>>()

  whileTyping(page, 'input[data-document-title]', (input) => {
    const chosen = found.get(input)?.get(input.value)
    if (chosen) {
      const number = input.closest('[data-evidence]')?.querySelector<HTMLInputElement>('input[name$="[documentId]"]')
      if (number) {
        number.value = String(chosen.id)
        number.dispatchEvent(new Event('change', { bubbles: true }))
      }
      announce(`Document ${chosen.id} is chosen.`)
      return undefined
    }
    const q = input.value.trim()
    if (q.length < 2) return undefined
    return async (signal) => {
      const documents = await fetchData<Suggestion[]>(`/documents/suggestions?q=${encodeURIComponent(q)}`, signal)
      const byValue = new Map((documents ?? []).map((document) => [`${document.title} (${document.id})`, document]))
      found.set(input, byValue)
      offer(
        input,
        [...byValue].map(([value, { publisher, date }]) => ({
          value,
          label: [publisher, date].filter(Boolean).join(', '),
        })),
      )
    }
  })
}
