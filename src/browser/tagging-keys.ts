import { announce } from './announce.ts'
import { arrange } from './arrange-steps.ts'
import { cardAt, type Deciding, suggestionAt, suggestionMarks } from './decide-suggestions.ts'
import { fillStep, stepKeys } from './fill-step.ts'
import type { Quoting } from './quote-selection.ts'
import { recordForm } from './record-form.ts'
import type { TextCursor } from './text-cursor.ts'

type Desk = { text: HTMLElement; cursor: TextCursor; quoting: Quoting; deciding: Deciding }

/** Tagging without a pointer: what each key does is listed in views/partials/desk-keys.ejs. */
export function taggingKeys(page: Document, desk: Desk): void {
  makeWalkable(desk.text, page)
  page.addEventListener('keydown', (event) => {
    if (event.defaultPrevented) return
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) save(page, event)
    else if (event.key === 'Escape') backToText(page, desk, event)
    else if (!isTyping(event.target) && handle(page, desk, event)) event.preventDefault()
  })
}

/** True where the key means something here. */
function handle(page: Document, desk: Desk, event: KeyboardEvent): boolean {
  if (isUndo(event)) return undo(desk, 'undo')
  if (isRedo(event)) return undo(desk, 'redo')
  if (event.ctrlKey || event.metaKey) return false
  if (event.key === 'Tab') return toNextSuggestion(desk, event)
  if (event.key === 'j' || event.key === 'k') return toNextMark(desk, event)
  const other = page.querySelector<HTMLElement>(`[data-key="${CSS.escape(event.key)}"]`)
  if (other) {
    other.click()
    return true
  }
  const inText = event.target === desk.text
  if (inText && (moveOrGrow(desk.cursor, event) || quote(page, desk, event))) return true
  if (desk.text.contains(event.target as Node) || cardAt(event.target)) return decide(desk, event)
  return false
}

function moveOrGrow(cursor: TextCursor, event: KeyboardEvent): boolean {
  if (event.altKey) return false
  const { key, code, shiftKey } = event
  if (key === 'ArrowRight' || key === 'ArrowLeft') cursor.move('word', key === 'ArrowRight', shiftKey)
  else if (key === 'ArrowDown' || key === 'ArrowUp') cursor.move('paragraph', key === 'ArrowDown', shiftKey)
  // With Shift, keyboards differ in what these two keys write.
  else if (key === '.' || code === 'Period') cursor.move('sentence', true, shiftKey)
  else if (key === ',' || code === 'Comma') cursor.move('sentence', false, shiftKey)
  else if (key === '+' || key === '=') cursor.grow()
  else if (key === '-') cursor.shrink()
  else return false
  return true
}

function quote(page: Document, { quoting }: Desk, event: KeyboardEvent): boolean {
  const field = stepKeys[event.key as keyof typeof stepKeys]
  if (event.key === 's')
    void arrange(page, 'same').then(() => page.querySelector<HTMLElement>('[data-quotable]')?.focus())
  else if (event.key === 'Enter') {
    const piece = quoting.take(event.altKey)
    announce(piece ? `Quoted: ${shortened(piece.text)}` : 'Select words first: Shift and the arrow keys.')
  } else if (event.key === 'b' || event.key === 'f') {
    const piece = quoting.bound(event.key === 'b' ? 'begin' : 'end')
    announce(piece ? `Quoted: ${shortened(piece.text)}` : 'Quote words first, then say where they begin or end.')
  } else if (field) {
    const piece = quoting.selected()
    if (!piece) announce('Select words first: Shift and the arrow keys.')
    else void fillStep(page, field, piece.text).then(() => page.querySelector<HTMLElement>('[data-quotable]')?.focus())
  } else return false
  return true
}

function decide({ text, cursor, deciding }: Desk, event: KeyboardEvent): boolean {
  const id = suggestionAt(event.target) ?? cardAt(event.target)
  const statement = (event.target as Element).closest<HTMLElement>('[data-statement]')?.dataset['statement']
  if (event.key === 'e' && statement && !id) location.assign(`/statements/${statement}/edit`)
  else if (!id) return false
  else if (event.key === 'x') deciding.dismiss(id)
  else if (event.key === 'e') {
    const mark = suggestionMarks(text).find((one) => one.dataset['suggestion'] === id)
    if (mark) cursor.place(mark)
    deciding.edit(id)
  } else if (event.key === 'Enter' && suggestionAt(event.target)) deciding.accept(id)
  else return false
  return true
}

/** From a suggestion to its neighbour, past other links; from the text itself to the first; otherwise as everywhere. */
function toNextSuggestion({ text }: Desk, event: KeyboardEvent): boolean {
  const id = suggestionAt(event.target)
  const all = suggestionMarks(text)
  const at = id === undefined ? -1 : all.findIndex((mark) => mark.dataset['suggestion'] === id)
  if (at < 0 && (event.target !== text || event.shiftKey)) return false
  const next = all[event.shiftKey ? at - 1 : at + 1]
  next?.focus()
  return next !== undefined
}

function toNextMark({ text }: Desk, event: KeyboardEvent): boolean {
  const marks = [...text.querySelectorAll<HTMLElement>('a.mark:not([tabindex="-1"])')]
  const here = (event.target as Element).closest<HTMLElement>('a.mark')
  const at = here ? marks.indexOf(here) : -1
  const next = event.key === 'j' ? marks[at + 1] : marks[at < 0 ? marks.length - 1 : at - 1]
  next?.focus()
  return true
}

/** First what was put into the form, then what was decided and recorded. */
function undo({ quoting, deciding }: Desk, which: 'undo' | 'redo'): boolean {
  if (quoting[which]()) announce(which === 'undo' ? 'The words are as they were before.' : 'The words are back.')
  else deciding.step(which)
  return true
}

function isUndo({ key, ctrlKey, metaKey, shiftKey }: KeyboardEvent): boolean {
  return ctrlKey || metaKey ? key === 'z' && !shiftKey : key === 'u' && !shiftKey
}

function isRedo({ key, ctrlKey, metaKey, shiftKey }: KeyboardEvent): boolean {
  if (ctrlKey || metaKey) return key === 'y' || (shiftKey && key.toLowerCase() === 'z')
  return key === 'U' || (key === 'u' && shiftKey)
}

function save(page: Document, event: KeyboardEvent): void {
  const form = recordForm(page)
  const other = (event.target as Element).closest('form')
  if (!form || (other && other !== form)) return
  event.preventDefault()
  form.requestSubmit()
}

function backToText(page: Document, { text, cursor }: Desk, event: KeyboardEvent): void {
  if (!(event.target as Element).closest('[data-form-part], [data-part]')) return
  event.preventDefault()
  text.focus()
  cursor.resume()
}

function isTyping(target: EventTarget | null): boolean {
  const element = target as Element | null
  return element?.closest('input:not([type=checkbox], [type=radio]), textarea, select') instanceof HTMLElement
}

function makeWalkable(text: HTMLElement, page: Document): void {
  const hint = page.createElement('p')
  hint.id = 'quote-keys'
  hint.className = 'visually-hidden'
  hint.textContent =
    'Left and right go from word to word, full stop and comma by sentences, up and down by paragraphs; with Shift they select more. Enter quotes the selection. The question mark lists all keys.'
  text.after(hint)
  text.tabIndex = 0
  if (!text.hasAttribute('role')) text.setAttribute('role', 'group')
  if (!text.hasAttribute('aria-label') && !text.hasAttribute('aria-labelledby'))
    text.setAttribute('aria-label', 'The text')
  text.setAttribute('aria-describedby', hint.id)
}

function shortened(words: string): string {
  return words.length <= 120 ? words : `${words.slice(0, 60)} … ${words.slice(-50)}`
}
