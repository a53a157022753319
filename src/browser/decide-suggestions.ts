import { announce } from './announce.ts'
import { refreshDesk } from './refresh-desk.ts'
import { stampOf } from './typed-fields.ts'

const done = { accept: 'Accepted.', dismiss: 'Dismissed.', reopen: 'It is open again.' }
type Decision = keyof typeof done

/**
 * Deciding without leaving the text: Tab to the next suggestion, Enter accepts, e edits, x dismisses, u undoes. It sends
 * the same forms that the panel shows.
 */
export function decideSuggestions(page: Document): void {
  const text = page.querySelector<HTMLElement>('[data-quotable]')
  const panel = page.querySelector<HTMLElement>('[data-part="suggestions"]')
  if (!text || !panel) return
  let last: { id: string; decision: Decision } | undefined
  let isBusy = false

  const decide = async (id: string, decision: Decision, address: string, form?: HTMLFormElement) => {
    if (isBusy) return // a second press of the key means the same suggestion
    isBusy = true
    try {
      const next = decision === 'reopen' ? id : neighbour(id)
      // Whatever becomes of the answer: sent again under its key, it is done once.
      const key = (form && stampOf(form)) || randomKey()
      const headers = { Accept: 'application/json', 'Idempotency-Key': key.slice(-200) }
      const response = await fetch(address, { method: 'POST', headers })
      if (response.status === 401 || response.status === 403) return location.reload()
      if (!response.ok) {
        const { title } = (await response.json()) as { title: string }
        announce(title)
        // The form says what there is to choose; where nothing is, the page is shown as it is now.
        const edit = editLink(id)
        if (response.status === 422 && edit && decision === 'accept') return edit.click()
      } else if (decision !== 'reopen') last = { id, decision }
      await refreshDesk(page)
      if (response.ok) announce(`${done[decision]} ${panel.querySelector('label')?.textContent ?? ''}`)
      focusOn(next)
    } catch {
      announce('The server did not answer. Nothing was decided; try again.')
    } finally {
      isBusy = false
    }
  }

  const marks = () => [...text.querySelectorAll<HTMLElement>('a[id^="at-suggestion-"]')]
  const neighbour = (id: string) => {
    const ids = marks().map((mark) => mark.dataset['suggestion'])
    const at = ids.indexOf(id)
    return ids[at + 1] ?? ids[at - 1]
  }
  const focusOn = (id: string | undefined) => {
    const mark = marks().find((one) => one.dataset['suggestion'] === id)
    ;(mark ?? panel.querySelector<HTMLElement>('h2'))?.focus()
  }
  const card = (id: string) => panel.querySelector<HTMLElement>(`[data-card="${id}"]`)
  const editLink = (id: string) => card(id)?.querySelector<HTMLAnchorElement>('[data-decide="edit"]')
  const send = (id: string, decision: Decision) => {
    const form = card(id)?.querySelector<HTMLFormElement>(`form[data-decide="${decision}"]`)
    if (form) void decide(id, decision, form.action, form)
  }

  panel.addEventListener('submit', (event) => {
    const form = event.target as HTMLFormElement
    const decision = form.dataset['decide'] as Decision | undefined
    const id = /\/suggestions\/(\d+)\//.exec(form.action)?.[1]
    if (!decision || !id) return
    event.preventDefault()
    void decide(id, decision, form.action, form)
  })

  text.addEventListener('focusin', (event) => showChosen(page, suggestionAt(event.target)))
  text.addEventListener('click', (event) => {
    const id = suggestionAt(event.target)
    const selection = page.getSelection()
    if (!id || (selection && !selection.isCollapsed)) return
    event.preventDefault()
    focusOn(id)
  })

  page.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return
    const id = suggestionAt(event.target) ?? cardAt(event.target)
    if (event.key === 'Tab') return goOn(event, suggestionAt(event.target))
    if (event.key === 'u' && last) {
      event.preventDefault()
      const { id: undone } = last
      last = undefined
      return void decide(undone, 'reopen', `/suggestions/${undone}/reopening`)
    }
    if (!id) return
    if (event.key === 'x') send(id, 'dismiss')
    else if (event.key === 'e') editLink(id)?.click()
    else if (event.key === 'Enter' && suggestionAt(event.target)) send(id, 'accept')
    else return
    event.preventDefault()
  })

  /** From a suggestion to its neighbour, past other links; from the text itself to the first; otherwise as everywhere. */
  const goOn = (event: KeyboardEvent, id: string | undefined) => {
    const all = marks()
    const at = id === undefined ? -1 : all.findIndex((mark) => mark.dataset['suggestion'] === id)
    if (at < 0 && (event.target !== text || event.shiftKey)) return
    const next = all[event.shiftKey ? at - 1 : at + 1]
    if (!next) return
    event.preventDefault()
    next.focus()
  }
}

function randomKey(): string {
  return Array.from(crypto.getRandomValues(new Uint32Array(4)), (number) => number.toString(36)).join('-')
}

function suggestionAt(target: EventTarget | null): string | undefined {
  return (target as Element | null)?.closest<HTMLElement>('[data-suggestion]')?.dataset['suggestion']
}

function cardAt(target: EventTarget | null): string | undefined {
  return (target as Element | null)?.closest<HTMLElement>('[data-card]')?.dataset['card']
}

function isTyping(target: EventTarget | null): boolean {
  return (target as Element | null)?.closest('input, textarea, select') instanceof HTMLElement
}

/** All its pieces in the text, and its card. */
function showChosen(page: Document, id: string | undefined): void {
  for (const old of page.querySelectorAll('.chosen')) old.classList.remove('chosen')
  if (!id) return
  for (const piece of page.querySelectorAll(`[data-suggestion="${id}"], [data-card="${id}"]`)) {
    piece.classList.add('chosen')
    if (piece.matches('[data-card]')) piece.scrollIntoView({ block: 'nearest' })
  }
}
