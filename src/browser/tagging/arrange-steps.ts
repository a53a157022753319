import { announce } from '../page/announce.ts'
import type { FormSteps } from './form-steps.ts'
import { warn } from '../page/toasts.ts'
import { fetchPage, recordForm, sentBy, takeForm, whyNot } from './record-form.ts'

const done: Record<string, string> = {
  add: 'A step is added.',
  first: 'A step is added before the first.',
  same: 'The chain of the statement above is taken over.',
  up: 'The step is earlier now.',
  down: 'The step is later now.',
  remove: 'The step is removed.',
}

/** The chain's buttons without leaving the page: the server rearranges the steps, and only they are replaced. */
export function arrangeSteps(page: Document, steps: FormSteps): void {
  page.addEventListener('submit', (event) => {
    const button = event.submitter
    if (!(button instanceof HTMLButtonElement) || button.name !== 'arrange') return
    event.preventDefault()
    void steps.make(() => arrange(page, button.value))
  })
}

/** "add", "same", "up.1" …; the focus moves to the step concerned. False if it failed. */
export async function arrange(page: Document, instruction: string): Promise<boolean> {
  const form = recordForm(page)
  const button = form?.querySelector<HTMLButtonElement>('button[name=arrange]')
  if (!form || !button) return false
  const body = sentBy(form)
  body.delete('once') // nothing is stored: the form is sent once later
  body.set('arrange', instruction)

  const again = () =>
    recordForm(page)
      ?.querySelector<HTMLElement>(`button[name=arrange][value="${CSS.escape(instruction)}"]`)
      ?.click()
  const answer = await whileUntouched(page, () => fetchPage(button.formAction, { method: 'POST', body }, again))
  if (answer === 'signed out') warn('You are signed out. Your words are kept when you send the form.')
  if (!answer || answer === 'signed out') return false
  const at = concerned(page, instruction)
  if (!takeForm(page, answer.fresh, 'hops', at)) {
    warn(whyNot(answer.fresh))
    return false
  }
  const all = [...page.querySelectorAll<HTMLElement>('fieldset.hop')]
  const step = all[at] ?? all.at(-1)
  const name = step?.querySelector<HTMLElement>('input[name$="[source]"]')
  // A speaker who is not stated has no name to fill in.
  ;(name?.checkVisibility() ? name : step?.querySelector<HTMLElement>('select[name$="[naming]"]'))?.focus()
  const [what = ''] = instruction.split('.')
  announce(`${done[what]} ${page.querySelector('[data-chain-line]')?.textContent ?? ''}`)
  return true
}

/** Words typed into the steps while the server rearranges them would be lost when its answer replaces them. */
async function whileUntouched<T>(page: Document, ask: () => Promise<T>): Promise<T> {
  const [chain, focused] = [page.querySelector<HTMLElement>('[data-form-part="hops"]'), page.activeElement]
  if (chain) chain.inert = true
  try {
    return await ask()
  } finally {
    if (chain) chain.inert = false
    if (focused instanceof HTMLElement && chain?.contains(focused)) focused.focus()
  }
}

/** The number of the step that the instruction is about, after it is done. */
function concerned(page: Document, instruction: string): number {
  const [what, number] = instruction.split('.')
  const count = page.querySelectorAll('fieldset.hop').length
  if (what === 'add') return count
  if (what === 'same' || what === 'first') return 0
  const at = Number(number) + (what === 'up' ? -1 : what === 'down' ? 1 : 0)
  return Math.min(at, what === 'remove' ? Math.max(0, count - 2) : count - 1)
}
