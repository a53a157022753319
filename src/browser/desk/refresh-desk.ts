import { hasTypedWords } from '../typing/typed-fields.ts'

/**
 * Fetches what changed at the desk and puts it into the page: the server makes all HTML and sends only rows and
 * paragraphs that differ; words that somebody is typing stay where they are.
 */
export async function refreshDesk(page: Document, { withForm = false } = {}): Promise<Document | undefined> {
  const has = [...page.querySelectorAll<HTMLElement>('[data-print]')].map(({ dataset }) => dataset['print'] ?? '')
  const body = new URLSearchParams({ has: has.join('.'), ...(withForm && { form: 'true' }) })
  const address = `${location.pathname}/changes${partShown()}`
  const response = await fetch(address, { method: 'POST', headers: { Accept: 'text/html' }, body })
  if (response.status === 401 || response.status === 403 || response.redirected) {
    location.reload()
    return undefined
  }
  if (!response.ok) throw new Error(`The desk answered ${response.status}`)
  const fresh = new DOMParser().parseFromString(await response.text(), 'text/html')
  putInto(page, fresh)
  return fresh
}

/** Which part of a long document this page shows; the rest of its query applies only once. */
function partShown(): string {
  const given = new URLSearchParams(location.search)
  const kept = [...given].filter(([name]) => ['part', 'at', 'statement', 'cards'].includes(name))
  return kept.length === 0 ? '' : `?${new URLSearchParams(kept)}`
}

/** Everything of a fetched desk but the form. */
function putInto(page: Document, fresh: Document): void {
  for (const name of ['[data-quotable]', '[data-rows="suggestions"]', '[data-rows="statements"]']) {
    const [here, there] = [page.querySelector(name), fresh.querySelector(name)]
    if (here && there) putRows(here, there)
  }
  for (const part of page.querySelectorAll<HTMLElement>('[data-part]')) {
    const freshPart = fresh.querySelector(`[data-part="${part.dataset['part']}"]`)
    // A check that somebody is at goes on.
    if (!freshPart || part.querySelector('[data-check-form]')) continue
    for (const same of freshPart.querySelectorAll<HTMLElement>('[data-same]')) {
      const row = part.querySelector(`[data-print="${same.dataset['same']}"]`)
      if (row) same.replaceWith(row)
    }
    keepTyped(part, freshPart)
    keepOpen(part, freshPart)
    part.replaceChildren(...freshPart.childNodes)
  }
  page.dispatchEvent(new CustomEvent('desk-refreshed'))
}

/** Row by row: those that are the same are not touched, so that the focus, a selection and the scroll stay with them. */
function putRows(here: Element, there: Element): void {
  const rows = new Map([...here.children].map((row) => [row instanceof HTMLElement ? row.dataset['print'] : '', row]))
  const wanted = [...there.children].map((row) => {
    const same = row instanceof HTMLElement ? row.dataset['same'] : undefined
    return (same !== undefined && rows.get(same)) || row
  })
  const kept = new Set(wanted)
  for (const row of [...here.children]) if (!kept.has(row)) row.remove()
  let at = here.firstElementChild
  for (const row of wanted) {
    if (row === at) at = at.nextElementSibling
    else here.insertBefore(row, at)
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

/** What was unfolded stays so. */
function keepOpen(part: HTMLElement, freshPart: Element): void {
  const name = (one: HTMLDetailsElement) => one.querySelector('summary')?.textContent?.replace(/\d+/, '')
  const open = new Set([...part.querySelectorAll<HTMLDetailsElement>('details[open]')].map(name))
  for (const one of freshPart.querySelectorAll('details')) if (open.has(name(one))) one.open = true
}
