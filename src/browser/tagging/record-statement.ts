import { neighbour } from '../desk/suggestion-marks.ts'
import type { FormSteps } from './form-steps.ts'
import { fetchPage, fieldOf, recordForm, sentBy, takeForm, whyNot } from './record-form.ts'
import { showView } from '../desk/panel.ts'
import { refreshDesk } from '../desk/refresh-desk.ts'
import { tell, warn, warnStale } from '../page/toasts.ts'
import { stampOf } from '../typing/typed-fields.ts'

/** Called with the next suggestion after a statement was recorded. */
type OnRecorded = (nextSuggestion: string | undefined) => void

/** Records without leaving the desk: it sends the same form, and the server's answer replaces it. */
export function recordOnDesk(page: Document, steps: FormSteps, onRecorded: OnRecorded): void {
  page.addEventListener('submit', (event) => {
    const form = event.target as HTMLFormElement
    const isArranging = event.submitter?.getAttribute('name') === 'arrange'
    if (form !== recordForm(page) || isArranging || !page.querySelector('[data-rows="statements"]')) return
    event.preventDefault()
    void send(page, steps, onRecorded)
  })
}

/** Shows the form of another address here: a suggestion to be edited before it is recorded. */
export async function openForm(page: Document, steps: FormSteps, address: string): Promise<void> {
  await steps.settled()
  const answer = await fetchPage(address, {}, () => void openForm(page, steps, address))
  if (!answer) return
  if (answer === 'signed out' || answer.redirected || !answer.fresh.querySelector('[data-form-part="record"]'))
    return location.assign(address)
  steps.replace()
  takeForm(page, answer.fresh, 'record')
  showView(page, 'record')
  recordForm(page)?.querySelector<HTMLElement>('#quote')?.focus({ preventScroll: true })
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
    const recorded = await recordAsData(form)
    // Sent as without a script, the way leads over signing in, and the server keeps the words meanwhile.
    if (recorded === 'signed out') return form.submit()
    if (recorded !== undefined) {
      const next = suggestionId && neighbour(page, suggestionId)
      const fresh = await refreshDesk(page, { withForm: true }).catch(() => 'failed' as const)
      if (fresh === 'failed') return warnStale(recorded.notice)
      if (!fresh) return
      steps.recorded()
      takeForm(page, fresh, 'record')
      onRecorded(next || undefined)
      return tell(recorded.notice)
    }
    // What needs to change is said on the page of the form.
    const answer = await fetchPage(
      form.action,
      { method: 'POST', body: sentBy(form) },
      () => void send(page, steps, onRecorded),
    )
    if (answer === 'signed out') return form.submit()
    if (!answer) return
    if (answer.redirected) return location.reload()
    if (!takeForm(page, answer.fresh, 'record')) return warn(whyNot(answer.fresh))
    goToErrors(page)
  } finally {
    isBusy = false
  }
}

/** What the server says of a statement that it recorded; undefined where it did not, and the form's own page says why. */
async function recordAsData(form: HTMLFormElement): Promise<{ notice: string } | 'signed out' | undefined> {
  try {
    const headers = { Accept: 'application/json', 'Idempotency-Key': stampOf(form).slice(-200) }
    const response = await fetch(form.action, { method: 'POST', headers, body: sentBy(form) })
    if (response.status === 401) return 'signed out'
    if (!response.ok) return undefined
    const { notice } = (await response.json()) as { notice?: string }
    return { notice: notice ?? 'Recorded.' }
  } catch {
    return undefined
  }
}

/** The summary came with the form; the keys go on at the first field that has to be mended. */
function goToErrors(page: Document): void {
  const form = recordForm(page)
  const wrong = form?.querySelector<HTMLElement>('[aria-invalid=true], fieldset.choices input')
  ;(wrong ?? form?.querySelector<HTMLElement>('#quote'))?.focus()
}
