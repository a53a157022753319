import { announce } from './announce.ts'
import { neighbour } from './suggestion-marks.ts'
import type { FormSteps } from './form-steps.ts'
import { fetchPage, fieldOf, recordForm, sentBy, takeForm, whyNot } from './record-form.ts'
import { putInto } from './refresh-desk.ts'

/** Called with the next suggestion after a statement was recorded. */
type OnRecorded = (nextSuggestion: string | undefined) => void

/** Records without leaving the desk: it sends the same form, and the server's answer replaces it. */
export function recordOnDesk(page: Document, steps: FormSteps, onRecorded: OnRecorded): void {
  page.addEventListener('submit', (event) => {
    const form = event.target as HTMLFormElement
    const isArranging = event.submitter?.getAttribute('name') === 'arrange'
    if (form !== recordForm(page) || isArranging || !page.querySelector('[data-part="statements"]')) return
    event.preventDefault()
    void send(page, steps, onRecorded)
  })
}

/** Shows the form of another address here: a suggestion to be edited before it is recorded. */
export async function openForm(page: Document, steps: FormSteps, address: string): Promise<void> {
  await steps.settled()
  const answer = await fetchPage(address)
  if (!answer) return
  if (answer === 'signed out' || answer.redirected || !answer.fresh.querySelector('[data-form-part="record"]'))
    return location.assign(address)
  steps.replace()
  takeForm(page, answer.fresh, 'record')
  const form = recordForm(page)
  form?.scrollIntoView({ block: 'nearest' })
  form?.querySelector<HTMLElement>('#quote')?.focus()
}

let isBusy = false

async function send(page: Document, steps: FormSteps, onRecorded: OnRecorded): Promise<void> {
  if (isBusy) return
  isBusy = true
  try {
    await steps.settled()
    const form = recordForm(page)
    if (!form) return
    const suggestionId = fieldOf(page, 'suggestionId')?.value
    const answer = await fetchPage(form.action, { method: 'POST', body: sentBy(form) })
    // Sent without a script, the form leads to the sign-in, and the server keeps the words meanwhile.
    if (answer === 'signed out') return form.submit()
    if (!answer) return
    if (!takeForm(page, answer.fresh, 'record')) return announce(whyNot(answer.fresh))
    if (answer.redirected) {
      steps.recorded()
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

/** Shows the errors above the form, and moves to the first field concerned. */
function showErrors(page: Document, fresh: Document): void {
  const errors = fresh.querySelector('.errors[role=alert]')
  const form = recordForm(page)
  if (!form) return
  if (errors) form.before(page.importNode(errors, true))
  const wrong = form.querySelector<HTMLElement>('[aria-invalid=true], fieldset.choices input')
  ;(wrong ?? form.querySelector<HTMLElement>('#quote'))?.focus()
}
