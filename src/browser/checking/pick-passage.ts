import { announce } from '../page/announce.ts'
import { tell } from '../page/toasts.ts'
import { readSelection } from '../tagging/selected-text.ts'
import { textCursor } from '../tagging/text-cursor.ts'
import { fetchData } from '../typing/while-typing.ts'

type Stored = { document: { title: string; language: string; paragraphs: { start: number; pieces: Piece[] }[] } }
type Piece = { start: number; text: string }

const units: Record<string, 'word' | 'paragraph'> = {
  ArrowLeft: 'word',
  ArrowRight: 'word',
  ArrowUp: 'paragraph',
  ArrowDown: 'paragraph',
}
const keys =
  'Left and right go from word to word, up and down by paragraphs, with Shift they select more; Enter takes the selection.'

/** Opens a stored document below its number; the words selected there become the evidence, with their position. */
export function pickPassages(page: Document): void {
  for (const button of page.querySelectorAll<HTMLElement>('[data-pick-passage]')) button.hidden = false

  // Listening on the page, so that cards added later work too.
  page.addEventListener('click', (event) => {
    const button = (event.target as Element).closest<HTMLElement>('[data-pick-passage]')
    const card = button?.closest<HTMLElement>('[data-evidence]')
    if (button && card) void openOrClose(button, card)
  })
  page.addEventListener('input', (event) => {
    const field = event.target
    if (!(field instanceof HTMLTextAreaElement) || !field.name.endsWith('[quote]')) return
    const card = field.closest<HTMLElement>('[data-evidence]')
    if (card) setAt(card, '')
  })
  page.addEventListener('change', (event) => {
    const field = event.target
    if (field instanceof HTMLInputElement && field.name.endsWith('[documentId]'))
      close(field.closest('[data-evidence]'))
  })
}

async function openOrClose(button: HTMLElement, card: HTMLElement): Promise<void> {
  const region = card.querySelector<HTMLElement>('[data-passage]')
  const number = card.querySelector<HTMLInputElement>('input[name$="[documentId]"]')
  if (!region || !number) return
  if (!region.hidden) return close(card)

  const id = number.value.trim()
  if (!/^[1-9]\d{0,9}$/.test(id)) {
    number.focus()
    return tell('Choose a stored document first: find it by its title, or give its number.')
  }
  const answer = await fetchData<Stored>(`/documents/${id}`, AbortSignal.timeout(20_000)).catch(() => undefined)
  region.hidden = false
  button.setAttribute('aria-expanded', 'true')
  if (!answer) {
    const sentence = `Document ${id} could not be opened. Look at its number, try again, or paste the words below.`
    region.replaceChildren(paragraphOf(card.ownerDocument, sentence))
    return announce(sentence)
  }
  const text = textOf(card.ownerDocument, answer)
  const hint = paragraphOf(card.ownerDocument, `Select the words that are the evidence. ${keys}`)
  hint.className = 'hint'
  hint.id = `passage-keys-${card.dataset['evidence']}`
  text.setAttribute('aria-describedby', hint.id)
  region.replaceChildren(hint, text)
  letSelect(card, text)
  text.focus()
}

function close(card: HTMLElement | null): void {
  const region = card?.querySelector<HTMLElement>('[data-passage]')
  if (!card || !region) return
  region.replaceChildren()
  region.hidden = true
  card.querySelector('[data-pick-passage]')?.setAttribute('aria-expanded', 'false')
}

function letSelect(card: HTMLElement, text: HTMLElement): void {
  const page = card.ownerDocument
  const quote = card.querySelector<HTMLTextAreaElement>('textarea[name$="[quote]"]')
  if (!quote) return

  const take = () => {
    const piece = readSelection(text, page.getSelection())
    if (!piece) return undefined
    quote.value = piece.text
    setAt(card, String(piece.start))
    return piece
  }
  text.addEventListener('pointerup', () => setTimeout(take)) // the selection is made after the event
  const cursor = textCursor(text)
  text.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const unit = units[event.key]
    if (unit) {
      event.preventDefault()
      const isForward =
        unit === 'word' ? (event.key === 'ArrowRight') !== cursor.isRightToLeft() : event.key === 'ArrowDown'
      cursor.move(unit, isForward, event.shiftKey)
    } else if (event.key === 'Enter') {
      event.preventDefault()
      if (!take()) return tell('Select words first: Shift and the arrow keys.')
      quote.focus()
      announce('The passage is taken.')
    }
  })
}

/** If the server asked which passage was meant, its options are replaced by the answer. */
function setAt(card: HTMLElement, value: string): void {
  let at = card.querySelector<HTMLInputElement>('[data-at]')
  if (!at) {
    const choices = card.querySelector('fieldset.choices')
    at = card.ownerDocument.createElement('input')
    at.type = 'hidden'
    at.name = choices?.querySelector('input')?.name ?? `evidence[${card.dataset['evidence']}][at]`
    at.dataset['at'] = ''
    if (choices) choices.replaceWith(at)
    else card.append(at)
  }
  at.value = value
}

function textOf(page: Document, { document: { title, language, paragraphs } }: Stored): HTMLElement {
  const text = page.createElement('div')
  text.className = 'text'
  text.tabIndex = 0
  text.lang = language
  text.setAttribute('role', 'group')
  text.setAttribute('aria-label', title)
  for (const { start, pieces } of paragraphs) {
    const paragraph = page.createElement('p')
    paragraph.dataset['start'] = String(start)
    paragraph.dir = 'auto'
    paragraph.textContent = pieces.map((piece) => piece.text).join('')
    text.append(paragraph)
  }
  return text
}

function paragraphOf(page: Document, words: string): HTMLElement {
  const paragraph = page.createElement('p')
  paragraph.textContent = words
  return paragraph
}
