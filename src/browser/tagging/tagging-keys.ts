import { announce } from '../page/announce.ts'
import { arrange } from './arrange-steps.ts'
import { areKeysOn, meantBy } from '../page/own-keys.ts'
import { chosenAt, focusMark } from '../desk/chosen.ts'
import { type Deciding, suggestionAt } from '../desk/decide-suggestions.ts'
import { suggestionMarks } from '../desk/suggestion-marks.ts'
import { type FillStep, stepKeys } from './fill-step.ts'
import type { FormSteps } from './form-steps.ts'
import type { Quoting } from './quote-selection.ts'
import { recordForm } from './record-form.ts'
import { tell } from '../page/toasts.ts'
import type { TextCursor } from './text-cursor.ts'

type Desk = {
  text: HTMLElement
  cursor: TextCursor
  quoting: Quoting
  fillStep: FillStep
  steps: FormSteps
  deciding: Deciding
}

/** Tagging without a pointer; views/partials/desk-keys.ejs lists what each key does. */
export function taggingKeys(page: Document, desk: Desk): void {
  makeWalkable(desk.text, page)
  page.addEventListener('keydown', (event) => {
    if (event.defaultPrevented || event.isComposing) return
    const key = keyOf(event)
    // A key held down keeps moving, and does nothing else twice.
    if (event.repeat && !walking.has(key)) {
      if (!isTyping(event.target) && isOnText(desk, event)) event.preventDefault()
    } else if (key === 'Enter' && (event.ctrlKey || event.metaKey)) save(page, desk, event)
    else if (key === 'Escape') backToText(desk, event)
    else if (!isTyping(event.target) && handle(page, desk, key, event)) event.preventDefault()
  })
}

const selectFirst = 'Select words first: Shift and the arrow keys.'
const walking = new Set(['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', '.', ',', 'Tab', 'j', 'k'])

/**
 * The key as the list names it, whatever the keyboard: if it writes no Latin letters, the key at the same position.
 * Caps Lock makes no difference; Shift is checked separately.
 */
function keyOf(event: KeyboardEvent): string {
  const key = typedKey(event)
  return event.ctrlKey || event.metaKey ? key : meantBy(key)
}

function typedKey({ key, code, shiftKey }: KeyboardEvent): string {
  if (/^[a-z]$/i.test(key)) return key.toLowerCase()
  if (/^[^\p{Script=Latin}\p{P}\p{S}\p{N}]$/u.test(key) && /^Key[A-Z]$/.test(code)) return code.slice(3).toLowerCase()
  // With Shift, keyboards differ in what the keys of full stop and comma write.
  if (key === '.' || key === '>' || (shiftKey && code === 'Period')) return '.'
  if (key === ',' || key === '<' || (shiftKey && code === 'Comma')) return ','
  return key
}

/** True if the key means something here. */
function handle(page: Document, desk: Desk, key: string, event: KeyboardEvent): boolean {
  const { shiftKey } = event
  const isPlain = !event.ctrlKey && !event.metaKey
  // A single letter acts only where one is at the text or a card; with Alt letters and digits are the browser's.
  if (isPlain && (!isOnText(desk, event) || (event.altKey && /^[\p{L}\p{N}]$/u.test(key)))) return false
  if (isPlain && isLetter(key) && !areKeysOn()) return false
  if (isUndo(key, event)) return undo(desk, 'undo')
  if (isRedo(key, event)) return undo(desk, 'redo')
  if (!isPlain) return false
  if (key === 'Tab') return toNextSuggestion(desk, event)
  if (key === 'j' || key === 'k') return toNextMark(desk, key, event)
  // An action that notifies others needs Shift, so that a slip of the finger asks for no review.
  const other = page.querySelector<HTMLElement>(`[data-key="${CSS.escape(shiftKey ? key.toUpperCase() : key)}"]`)
  if (other) {
    other.click()
    return true
  }
  const inText = event.target === desk.text
  if (inText && (moveOrGrow(desk.cursor, key, event) || quote(page, desk, key, event))) return true
  return decide(desk, key, event)
}

function isLetter(key: string): boolean {
  return /^\p{L}$/u.test(key)
}

function isOnText({ text }: Desk, { target }: KeyboardEvent): boolean {
  return text.contains(target as Node) || chosenAt(target) !== undefined
}

function moveOrGrow(cursor: TextCursor, key: string, { altKey, shiftKey }: KeyboardEvent): boolean {
  if (altKey) return false
  if (key === 'ArrowRight' || key === 'ArrowLeft')
    cursor.move('word', (key === 'ArrowRight') !== cursor.isRightToLeft(), shiftKey)
  else if (key === 'ArrowDown' || key === 'ArrowUp') cursor.move('paragraph', key === 'ArrowDown', shiftKey)
  else if (key === '.' || key === ',') cursor.move('sentence', key === '.', shiftKey)
  else if (key === '+' || key === '=') cursor.grow()
  else if (key === '-') cursor.shrink()
  else return false
  return true
}

function quote(page: Document, desk: Desk, key: string, event: KeyboardEvent): boolean {
  const { altKey, shiftKey } = event
  const { text, quoting, fillStep, steps } = desk
  const field = stepKeys[(shiftKey ? key.toUpperCase() : key) as keyof typeof stepKeys]
  if (field) {
    const piece = quoting.selected()
    if (piece) void fillStep(field, piece.text).then(() => text.focus())
    else tell(selectFirst)
  } else if (key === 'Enter') {
    const piece = quoting.take(altKey)
    if (piece) announce(`Quoted: ${shortened(piece.text)}`)
    // Nothing is accepted that nobody has chosen: the first press chooses what the second accepts.
    else if (!toNextSuggestion(desk, event)) tell(selectFirst)
  } else if (shiftKey) return false
  else if (key === 's') void steps.make(() => arrange(page, 'same')).then(() => text.focus())
  else if (key === 'b' || key === 'f') {
    void quoting.bound(key === 'b' ? 'begin' : 'end').then((piece) => {
      if (piece) announce(`Quoted: ${shortened(piece.text)}`)
      else tell('Quote words first, then say where they begin or end.')
    })
  } else return false
  return true
}

function decide({ text, cursor, deciding }: Desk, key: string, { target }: KeyboardEvent): boolean {
  const chosen = chosenAt(target)
  const id = chosen?.kind === 'suggestion' ? chosen.id : undefined
  const statement = chosen?.kind === 'statement' ? chosen.id : undefined
  if (key === 'e' && statement) location.assign(`/statements/${statement}/edit`)
  else if (!id) return false
  else if (key === 'x') deciding.dismiss(id)
  else if (key === 'e') {
    const mark = suggestionMarks(text).find((one) => one.dataset['suggestion'] === id)
    if (mark) cursor.place(mark)
    deciding.edit(id)
  } else if (key === 'Enter' && suggestionAt(target)) deciding.accept(id)
  else return false
  return true
}

/** From a suggestion to its neighbour, past other links; from the text to the next suggestion; otherwise as usual. */
function toNextSuggestion({ text, cursor }: Desk, { target, shiftKey }: KeyboardEvent): boolean {
  const all = suggestionMarks(text)
  const id = suggestionAt(target)
  const at = all.findIndex((mark) => mark.dataset['suggestion'] === id)
  if (at < 0 && target !== text) return false
  const next = at < 0 ? cursor.beside(all, !shiftKey) : all[shiftKey ? at - 1 : at + 1]
  if (next) focusMark(next)
  return next !== undefined
}

function toNextMark({ text, cursor }: Desk, key: string, { target }: KeyboardEvent): boolean {
  const marks = [...text.querySelectorAll<HTMLElement>('a.mark:not([tabindex="-1"])')]
  const here = (target as Element).closest<HTMLElement>('a.mark')
  const at = here ? marks.indexOf(here) : -1
  const next = at < 0 ? cursor.beside(marks, key === 'j') : marks[key === 'j' ? at + 1 : at - 1]
  if (next) focusMark(next)
  return true
}

/** Undoes the last step: one in the form, or a decision or record, which the server undoes. */
function undo({ steps, deciding }: Desk, which: 'undo' | 'redo'): boolean {
  void steps[which]().then((isInForm) => {
    if (!isInForm) deciding.step(which)
    else announce(which === 'undo' ? 'The form is as it was before.' : 'The form is as it was again.')
  })
  return true
}

function isUndo(key: string, { ctrlKey, metaKey, shiftKey }: KeyboardEvent): boolean {
  return !shiftKey && key === (ctrlKey || metaKey ? 'z' : 'u')
}

function isRedo(key: string, { ctrlKey, metaKey, shiftKey }: KeyboardEvent): boolean {
  return ctrlKey || metaKey ? key === (shiftKey ? 'z' : 'y') : shiftKey && key === 'u'
}

function save(page: Document, { steps }: Desk, event: KeyboardEvent): void {
  const form = recordForm(page)
  const other = (event.target as Element).closest('form')
  if (!form || (other && other !== form)) return
  event.preventDefault()
  void steps.settled().then(() => {
    if (isBlank(page)) tell('Nothing to record: quote words of the text first.')
    else recordForm(page)?.requestSubmit()
  })
}

/** Nothing is quoted yet: words that are only selected are no statement. */
function isBlank(page: Document): boolean {
  const quote = recordForm(page)?.querySelector<HTMLTextAreaElement>('#quote')
  return quote !== null && quote !== undefined && quote.value.trim() === ''
}

/** Back to the text: from the form and the panel to the words selected last, from a mark to its first word. */
function backToText({ text, cursor }: Desk, event: KeyboardEvent): void {
  const target = event.target as Element
  const mark = text.contains(target) ? target.closest('a.mark') : null
  if (!mark && !target.closest('[data-form-part], [data-part]')) return
  event.preventDefault()
  if (mark) cursor.place(mark)
  text.focus({ preventScroll: true })
  if (!cursor.resume()) text.scrollIntoView({ block: 'nearest' })
}

function isTyping(target: EventTarget | null): boolean {
  const element = target as Element | null
  return element?.closest('input:not([type=checkbox], [type=radio]), textarea, select') instanceof HTMLElement
}

function makeWalkable(text: HTMLElement, page: Document): void {
  const hint = page.createElement('p')
  hint.id = 'quote-keys'
  hint.className = 'visually-hidden'
  hint.lang = 'en'
  hint.textContent =
    'Left and right go from word to word, full stop and comma by sentences, up and down by paragraphs; with Shift they select more. Enter quotes the selection. The question mark lists all keys.'
  text.after(hint)
  text.tabIndex = 0
  if (!text.hasAttribute('role')) text.setAttribute('role', 'group')
  if (!text.hasAttribute('aria-label') && !text.hasAttribute('aria-labelledby'))
    text.setAttribute('aria-label', 'The text')
  text.setAttribute('aria-describedby', hint.id)
}

/** By graphemes, so that no character is cut in two. */
function shortened(words: string): string {
  if (words.length <= 120) return words
  const signs = Array.from(new Intl.Segmenter().segment(words), ({ segment }) => segment)
  return `${signs.slice(0, 60).join('')} … ${signs.slice(-50).join('')}`
}
