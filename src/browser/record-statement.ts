import { announce } from './announce.ts'
import { neighbour } from './decide-suggestions.ts'
import { fetchPage, fieldOf, recordForm, sentBy, takeForm } from './record-form.ts'
import { putInto } from './refresh-desk.ts'

/** Is told the suggestion to go on with, where one was recorded. */
export type OnRecorded = (nextSuggestion: string | undefined) => void

/** Records without leaving the desk: the same form is sent, and what the server answers takes its place. */
export function recordOnDesk(page: Document, onRecorded: OnRecorded): void {
  page.addEventListener('submit', (event) => {
    const form = event.target as HTMLFormElement
    const isArranging = event.submitter?.getAttribute('name') === 'arrange'
    if (form !== recordForm(page) || isArranging || !page.querySelector('[data-part="statements"]')) return
    event.preventDefault()
    void send(page, form, onRecorded)
  })
}

/** Puts the form of another address here: a suggestion to be mended before it is recorded. */
export async function openForm(page: Document, address: string): Promise<void> {
  const answer = await fetchPage(address)
  if (!answer) return
  if (answer === 'signed out' || answer.redirected || !takeForm(page, answer.fresh, 'record'))
    return location.assign(address)
  const form = recordForm(page)
  form?.scrollIntoView({ block: 'nearest' })
  form?.querySelector<HTMLElement>('#quote')?.focus()
}

let isBusy = false

async function send(page: Document, form: HTMLFormElement, onRecorded: OnRecorded): Promise<void> {
  if (isBusy) return
  isBusy = true
  const suggestionId = fieldOf(page, 'suggestionId')?.value
  try {
    const answer = await fetchPage(form.action, { method: 'POST', body: sentBy(form) })
    // Sent as without a script, the way leads over signing in, and the server keeps the words meanwhile.
    if (answer === 'signed out') return form.submit()
    if (!answer) return
    takeForm(page, answer.fresh, 'record')
    if (answer.redirected) {
      const next = suggestionId && neighbour(page, suggestionId)
      putInto(page, answer.fresh)
      onRecorded(next || undefined)
      announce(answer.fresh.querySelector('.notice')?.textContent ?? 'Recorded.')
    } else {
      showErrors(page, answer.fresh)
    }
  } finally {
    isBusy = false
  }
}

/** What is to be mended stands above the form, and the first such field is gone to. */
function showErrors(page: Document, fresh: Document): void {
  const errors = fresh.querySelector('.errors[role=alert]')
  const form = recordForm(page)
  if (!form) return
  if (errors) form.before(page.importNode(errors, true))
  const wrong = form.querySelector<HTMLElement>('[aria-invalid=true], fieldset.choices input')
  ;(wrong ?? form.querySelector<HTMLElement>('#quote'))?.focus()
}
