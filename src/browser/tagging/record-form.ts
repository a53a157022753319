import { warn } from '../page/toasts.ts'

/** The form that records or edits a statement; looked up each time, since the server's answers replace it. */
export function recordForm(page: Document): HTMLFormElement | null {
  return page.querySelector<HTMLFormElement>('form[data-statement-form]')
}

export function fieldOf<T extends HTMLElement = HTMLInputElement>(page: Document, name: string): T | null {
  return recordForm(page)?.querySelector<T>(`[name="${name}"]`) ?? null
}

/** What the form would send. */
export function sentBy(form: HTMLFormElement): URLSearchParams {
  const sent = new URLSearchParams()
  for (const [name, value] of new FormData(form)) if (typeof value === 'string') sent.append(name, value)
  return sent
}

/** Puts the form of a fetched page, or only its steps, into this one; `step` is the step concerned. */
export function takeForm(page: Document, fresh: Document, part: 'record' | 'hops', step?: number): boolean {
  const selector = `[data-form-part="${part}"]`
  const here = page.querySelector(selector)
  const there = fresh.querySelector(selector)
  if (!here || !there) return false
  here.replaceChildren(...there.childNodes)
  page.dispatchEvent(new CustomEvent('form-taken', { detail: { part, step } }))
  return true
}

/** The message of a page that is not the requested one: a permission is missing, or a thing no longer exists. */
export function whyNot(fresh: Document): string {
  const [title, why] = ['h1', 'main p'].map((selector) => fresh.querySelector(selector)?.textContent?.trim() ?? '')
  return `${title || 'The server did not do it.'} ${why} Your words are still here.`.replace(/\s+/g, ' ')
}

/**
 * The page that a request leads to, or undefined where there is none to show; `redirected` tells a change that was made,
 * `again` is what “Try again” does where the server did not answer.
 */
export async function fetchPage(
  address: string,
  init: RequestInit,
  again: () => void,
): Promise<{ fresh: Document; redirected: boolean; url: string } | 'signed out' | undefined> {
  const failed = init.method === 'POST' ? 'Not saved' : 'Not opened'
  try {
    const response = await fetch(address, { ...init, headers: { Accept: 'text/html' } })
    if (new URL(response.url).pathname === '/session') return 'signed out'
    if (response.status >= 500) {
      warn(`${failed}: something went wrong on the server. Your words are still here.`, again)
      return undefined
    }
    const fresh = new DOMParser().parseFromString(await response.text(), 'text/html')
    return { fresh, redirected: response.redirected, url: response.url }
  } catch {
    warn(`${failed}: the server did not answer. Your words are still here.`, again)
    return undefined
  }
}
