import { scrollerOf } from '../desk/in-view.ts'
import { tell } from '../page/toasts.ts'
import type { FillStep, StepField } from './fill-step.ts'
import type { FormSteps } from './form-steps.ts'
import { showView } from '../desk/panel.ts'
import type { Quoting } from './quote-selection.ts'
import { fieldOf, recordForm } from './record-form.ts'

const fields: [StepField, label: string, key: string][] = [
  ['who', 'Who', 'w'],
  ['cue', 'Verb', 'v'],
  ['addressee', 'To whom', 't'],
]

/** For pointer and touch: what can be made of the words that are selected, at those words, and the statement as it grows. */
export function selectionBar(
  page: Document,
  text: HTMLElement,
  steps: FormSteps,
  quoting: Quoting,
  fillStep: FillStep,
): void {
  const bar = page.createElement('div')
  bar.className = 'selection-bar'
  bar.setAttribute('role', 'toolbar')
  bar.setAttribute('aria-label', 'With the selected words')
  bar.hidden = true
  const growing = page.createElement('p')
  growing.className = 'growing'
  const buttons = page.createElement('div')
  buttons.className = 'buttons'
  bar.append(growing, buttons)
  const button = (label: string, key: string, look: string, act: () => void) => {
    const one = page.createElement('button')
    one.type = 'button'
    one.className = `small ${look}`
    one.textContent = label
    if (key) {
      const hint = page.createElement('kbd')
      hint.textContent = key
      hint.setAttribute('aria-hidden', 'true')
      one.append(hint)
    }
    // Pressing it must not take the selection away.
    one.addEventListener('pointerdown', (event) => event.preventDefault())
    one.addEventListener('click', act)
    buttons.append(one)
    return one
  }
  const record = button('Record', 'Ctrl+Enter', '', () => {
    void steps.settled().then(() => {
      if (fieldOf<HTMLTextAreaElement>(page, 'quote')?.value.trim()) recordForm(page)?.requestSubmit()
      else tell('Quote words first.')
    })
  })
  const instead = button('Quote these instead', '', 'quiet', () => quoting.take(false))
  const another = button('Another piece', '', 'quiet', () => quoting.take(true))
  for (const [field, label, key] of fields) {
    button(label, key, 'quiet', () => {
      const piece = quoting.selected()
      if (piece) void fillStep(field, piece.text)
    })
  }
  button('More…', '', 'plain', () => {
    showView(page, 'record')
    bar.hidden = true
    recordForm(page)?.querySelector<HTMLElement>('#quote')?.focus({ preventScroll: true })
  })
  page.body.append(bar)
  // Whoever goes on elsewhere needs the words below it.
  page.addEventListener('pointerdown', ({ target }) => (bar.hidden ||= !bar.contains(target as Node)))

  /** Under a mouse that still selects, the bar would take the end of the selection. */
  let isDragging = false
  page.addEventListener('pointerdown', ({ target, pointerType }) => {
    isDragging = pointerType === 'mouse' && text.contains(target as Node)
  })
  for (const end of ['pointerup', 'pointercancel', 'dragend']) {
    page.addEventListener(end, () => {
      if (!isDragging) return
      isDragging = false
      requestAnimationFrame(show)
    })
  }

  const show = () => {
    if (isDragging) return void (bar.hidden = true)
    const piece = quoting.isByKeys() ? undefined : quoting.selected()
    bar.hidden = piece === undefined
    if (!piece) return
    const isPending = quoting.isPending()
    for (const one of [instead, another]) one.hidden = !isPending
    record.hidden = isPending
    const quote = fieldOf<HTMLTextAreaElement>(page, 'quote')?.value ?? ''
    const chain = page.querySelector('[data-chain-line]')?.textContent ?? ''
    growing.textContent = `“${shortened(quote)}” · ${chain}`
    growing.hidden = quote === ''
    place(bar, text)
  }
  page.addEventListener('selectionchange', () => requestAnimationFrame(show))
  for (const event of ['form-taken', 'change', 'input']) page.addEventListener(event, () => bar.hidden || show())
  for (const one of [scrollerOf(text), window])
    one.addEventListener('scroll', () => bar.hidden || place(bar, text), { passive: true })
}

/** Under the last line of the words, or above the first where there is no room; a narrow page has it at its foot. */
function place(bar: HTMLElement, text: HTMLElement): void {
  const selection = text.ownerDocument.getSelection()
  if (!selection || selection.rangeCount === 0 || matchMedia('(max-width: 59.99rem)').matches) {
    bar.style.removeProperty('top')
    bar.style.removeProperty('left')
    return
  }
  const lines = [...selection.getRangeAt(0).getClientRects()]
  const [first, last] = [lines[0], lines.at(-1)]
  if (!first || !last) return
  const { left, right } = text.getBoundingClientRect()
  const { height, width } = bar.getBoundingClientRect()
  const below = last.bottom + 6
  const top = below + height > innerHeight ? first.top - height - 6 : below
  bar.style.top = `${Math.max(0, top)}px`
  bar.style.left = `${Math.max(left, Math.min(last.left, right - width))}px`
}

function shortened(words: string): string {
  return words.length <= 60 ? words : `${words.slice(0, 58).trimEnd()}…`
}
