import type { FillStep, StepField } from './fill-step.ts'
import type { Quoting } from './quote-selection.ts'
import { recordForm } from './record-form.ts'

const fields: [StepField, string][] = [
  ['who', 'Who'],
  ['cue', 'Verb'],
  ['addressee', 'To whom'],
  ['place', 'Where'],
  ['medium', 'By what means'],
]

/** For pointer and touch: the actions for selected words, in a bar at the lower edge. */
export function selectionBar(page: Document, quoting: Quoting, fillStep: FillStep): void {
  const bar = page.createElement('div')
  bar.className = 'selection-bar'
  bar.setAttribute('role', 'toolbar')
  bar.setAttribute('aria-label', 'With the selected words')
  bar.hidden = true
  const button = (label: string, act: () => void) => {
    const one = page.createElement('button')
    one.type = 'button'
    one.className = 'quiet'
    one.textContent = label
    // Pressing it must not take the selection away.
    one.addEventListener('pointerdown', (event) => event.preventDefault())
    one.addEventListener('click', act)
    bar.append(one)
  }
  button('To the form', () => {
    const form = recordForm(page)
    form?.scrollIntoView({ block: 'nearest' })
    form?.querySelector<HTMLElement>('#quote')?.focus({ preventScroll: true })
  })
  for (const [field, label] of fields) {
    button(label, () => {
      const piece = quoting.selected()
      if (piece) void fillStep(field, piece.text)
    })
  }
  page.body.append(bar)
  page.addEventListener('selectionchange', () => (bar.hidden = quoting.isByKeys() || quoting.selected() === undefined))
}
