import { announce } from './announce.ts'
import { fetchPage, recordForm, sentBy, takeForm } from './record-form.ts'

const done: Record<string, string> = {
  add: 'A step is added.',
  first: 'A step is added before the first.',
  same: 'The chain of the statement above is taken over.',
  up: 'The step is earlier now.',
  down: 'The step is later now.',
  remove: 'The step is removed.',
}

/** The buttons of the chain, without leaving the page: the server arranges the steps, and only they are replaced. */
export function arrangeSteps(page: Document): void {
  page.addEventListener('submit', (event) => {
    const button = event.submitter
    if (!(button instanceof HTMLButtonElement) || button.name !== 'arrange') return
    event.preventDefault()
    void arrange(page, button.value)
  })
}

/** "add", "same", "up.1" …; the focus goes to the step that it concerns. */
export async function arrange(page: Document, instruction: string): Promise<void> {
  const form = recordForm(page)
  const button = form?.querySelector<HTMLButtonElement>('button[name=arrange]')
  if (!form || !button) return
  const body = sentBy(form)
  body.delete('once') // nothing is stored: the form is sent once later
  body.set('arrange', instruction)
  const answer = await fetchPage(button.formAction, { method: 'POST', body })
  if (answer === 'signed out') return announce('You are signed out. Your words are kept when you send the form.')
  if (!answer || !takeForm(page, answer.fresh, 'hops')) return

  const [what = '', number] = instruction.split('.')
  const steps = [...page.querySelectorAll<HTMLElement>('fieldset.hop')]
  const at =
    what === 'add'
      ? -1
      : what === 'same' || what === 'first'
        ? 0
        : Number(number) + (what === 'up' ? -1 : what === 'down' ? 1 : 0)
  const step = steps.at(Math.min(at, steps.length - 1))
  step?.querySelector<HTMLElement>('input[name$="[source]"]')?.focus()
  announce(`${done[what]} ${page.querySelector('[data-chain-line]')?.textContent ?? ''}`)
}
