import { hasTypedWords } from './typed-fields.ts'

/**
 * Fetches the desk again and replaces everything that changed outside the form. Only the server makes pages, and words
 * that someone is typing stay where they are.
 */
export async function refreshDesk(page: Document): Promise<void> {
  const response = await fetch(location.pathname + partShown(), { headers: { Accept: 'text/html' } })
  if (!response.ok || response.redirected) return location.reload()
  putInto(page, new DOMParser().parseFromString(await response.text(), 'text/html'))
}

/** Which part of a long document this page shows; the rest of its query applies only once. */
function partShown(): string {
  const given = new URLSearchParams(location.search)
  const kept = [...given].filter(([name]) => ['part', 'at', 'statement', 'cards'].includes(name))
  return kept.length === 0 ? '' : `?${new URLSearchParams(kept)}`
}

/** Replaces everything except the form by a fetched desk's. */
export function putInto(page: Document, fresh: Document): void {
  const text = page.querySelector('[data-quotable]')
  const freshText = fresh.querySelector('[data-quotable]')
  if (text && freshText) text.replaceChildren(...freshText.childNodes)
  for (const part of page.querySelectorAll<HTMLElement>('[data-part]')) {
    const freshPart = fresh.querySelector(`[data-part="${part.dataset['part']}"]`)
    // A check that somebody is at goes on.
    if (!freshPart || part.querySelector('[data-check-form]')) continue
    keepTyped(part, freshPart)
    part.replaceChildren(...freshPart.childNodes)
  }
}

/** A form that someone is typing into stays as it is: its words and its stamp are still unused. */
function keepTyped(part: HTMLElement, freshPart: Element): void {
  const forms = (within: Element, action: string | null) =>
    [...within.querySelectorAll('form')].filter((form) => form.getAttribute('action') === action)
  const typed = [...part.querySelectorAll('form')].filter(hasTypedWords).map((form) => {
    const action = form.getAttribute('action')
    return { form, fresh: forms(freshPart, action)[forms(part, action).indexOf(form)] }
  })
  for (const { form, fresh } of typed) fresh?.replaceWith(form)
}
