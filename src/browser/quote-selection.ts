import { announce } from './announce.ts'
import { type Piece, readSelection } from './selected-text.ts'
import { isStep, wordCursor } from './word-cursor.ts'

const gap = ' […] '

/** Selecting words in the text fills in the quote, and where it begins; the server finds the words again. */
export function quoteSelection(page: Document): void {
  const text = page.querySelector<HTMLElement>('[data-quotable]')
  const quote = page.querySelector<HTMLTextAreaElement>('textarea#quote')
  if (!text || !quote) return
  const at = page.querySelector<HTMLInputElement>('#at') ?? fieldForAt(quote)

  let { typed, pieces } = readForm(quote.value, at.value)
  let isFresh = true // the next words are another selection, not the same one grown
  let isAdding = false
  let byKeys = false

  const addButton = page.createElement('button')
  addButton.type = 'button'
  addButton.className = 'quiet'
  addButton.textContent = 'Add another piece'
  addButton.setAttribute('aria-pressed', 'false')
  quote.after(addButton)

  const setAdding = (on: boolean) => {
    isAdding = on
    addButton.setAttribute('aria-pressed', String(on))
  }

  const take = (): Piece | undefined => {
    const piece = readSelection(text, page.getSelection())
    if (!piece) return undefined
    if (!isFresh) pieces.pop()
    else if (!isAdding) {
      typed = ''
      pieces = []
    }
    pieces.push(piece)
    isFresh = false
    setAdding(false)
    show()
    return piece
  }

  const show = () => {
    const inOrder = pieces.toSorted((a, b) => a.start - b.start)
    quote.value = [typed, ...inOrder.map((piece) => piece.text)].filter(Boolean).join(gap)
    at.value = typed ? '' : inOrder.map((piece) => piece.start).join(',')
    dropChoices(quote, at)
  }

  const takeUnlessByKeys = () => {
    if (page.getSelection()?.isCollapsed) isFresh = true
    else if (!byKeys) take()
  }

  page.addEventListener('selectionchange', takeUnlessByKeys)
  page.addEventListener('mouseup', takeUnlessByKeys)
  page.addEventListener('keyup', takeUnlessByKeys)
  letLinksBeSelected(text)
  text.addEventListener('click', (event) => {
    if (readSelection(text, page.getSelection())) event.preventDefault()
  })
  text.addEventListener('pointerdown', (event) => {
    byKeys = false
    isFresh = true
    if (event.altKey) setAdding(true)
  })

  addButton.addEventListener('click', () => {
    setAdding(!isAdding)
    isFresh = true
    if (isAdding) announce('Select the next piece in the text.')
  })

  quote.addEventListener('input', () => {
    typed = quote.value
    pieces = []
    isFresh = true
    at.value = ''
    dropChoices(quote, at)
  })

  const cursor = wordCursor(text)
  makeWalkable(text, page)
  text.addEventListener('keydown', (event) => {
    if (event.target !== text || event.ctrlKey || event.metaKey) return
    if (isStep(event.key) && !event.altKey) {
      event.preventDefault()
      byKeys = true
      if (!event.shiftKey) isFresh = true
      cursor.move(event.key, event.shiftKey)
    } else if (event.key === 'Enter') {
      event.preventDefault()
      if (event.altKey) setAdding(true)
      const piece = take()
      if (!piece) return announce('Select words first: Shift and the arrow keys.')
      isFresh = true
      quote.focus()
      announce(`Quoted: ${shortened(piece.text)}`)
    }
  })
}

/** After a form that came back: the pieces it was sent with, or words typed by hand. */
function readForm(quote: string, at: string): { typed: string; pieces: Piece[] } {
  const words = quote.split(gap)
  const starts = at.split(',')
  if (at === '' || words.length !== starts.length) return { typed: quote, pieces: [] }
  return { typed: '', pieces: words.map((text, i) => ({ text, start: Number(starts[i]) })) }
}

/** Browsers start no selection within a link, so while the pointer is down there is none. */
function letLinksBeSelected(text: HTMLElement): void {
  text.addEventListener('pointerdown', (event) => {
    const link = (event.target as Element).closest('a[href]')
    const href = link?.getAttribute('href')
    if (!link || !href || event.button !== 0 || event.pointerType !== 'mouse') return
    link.removeAttribute('href')
    const restore = () => link.setAttribute('href', href)
    text.ownerDocument.addEventListener('pointerup', restore, { once: true })
    text.ownerDocument.addEventListener('pointercancel', restore, { once: true })
  })
}

/** Where the server asked which passage was meant, choices stand instead of the field; both at once would contradict. */
function fieldForAt(quote: HTMLTextAreaElement): HTMLInputElement {
  const at = quote.ownerDocument.createElement('input')
  at.type = 'hidden'
  at.name = 'at'
  at.disabled = true
  quote.after(at)
  return at
}

function dropChoices(quote: HTMLTextAreaElement, at: HTMLInputElement): void {
  quote.form?.querySelector('input[type=radio][name=at]')?.closest('fieldset')?.remove()
  at.disabled = false
}

function makeWalkable(text: HTMLElement, page: Document): void {
  const hint = page.createElement('p')
  hint.id = 'quote-keys'
  hint.className = 'visually-hidden'
  hint.textContent =
    'Left and right go from word to word, up and down by paragraphs, with Shift they select more; Enter quotes the selection, Alt and Enter adds it as another piece.'
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
