import { announce } from './announce.ts'
import { type Piece, readSelection, textNodes } from './selected-text.ts'

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
  for (const link of text.querySelectorAll('a')) link.draggable = false // so that words in it can be selected
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

  makeWalkable(text, page)
  text.addEventListener('keydown', (event) => {
    if (event.target !== text || event.ctrlKey || event.metaKey) return
    if (isArrow(event.key)) {
      event.preventDefault()
      byKeys = true
      if (!event.shiftKey) isFresh = true
      walk(text, page.getSelection(), event.key, event.shiftKey)
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
    'Arrow keys go from word to word, with Shift they select more, Enter quotes the selection, Alt and Enter adds it as another piece.'
  text.after(hint)
  text.tabIndex = 0
  if (!text.hasAttribute('role')) text.setAttribute('role', 'group')
  if (!text.hasAttribute('aria-label') && !text.hasAttribute('aria-labelledby'))
    text.setAttribute('aria-label', 'The text')
  text.setAttribute('aria-describedby', hint.id)
}

type Arrow = 'ArrowLeft' | 'ArrowRight' | 'ArrowUp' | 'ArrowDown'

function isArrow(key: string): key is Arrow {
  return ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown'].includes(key)
}

/** The cursor is the word it stands on, selected, since text that can't be edited shows no caret. */
function walk(text: HTMLElement, selection: Selection | null, key: Arrow, grows: boolean): void {
  if (!selection || typeof selection.modify !== 'function') return
  if (!selection.focusNode || !text.contains(selection.focusNode) || selection.focusNode === text) {
    const first = textNodes(text).find((node) => node.data.trim() !== '')
    if (!first) return
    selection.collapse(first, 0)
    selection.modify('extend', 'forward', 'word')
    return
  }

  const { anchorNode, anchorOffset, focusNode, focusOffset } = selection
  const direction = key === 'ArrowRight' || key === 'ArrowDown' ? 'forward' : 'backward'
  const unit = key === 'ArrowUp' || key === 'ArrowDown' ? 'line' : 'word'
  if (grows) selection.modify('extend', direction, unit)
  else {
    if (direction === 'forward' && unit === 'word') selection.collapseToEnd()
    else {
      selection.collapseToStart()
      selection.modify('move', direction, unit)
    }
    selection.modify('extend', 'forward', 'word')
  }

  const end = selection.focusNode
  if (end && text.contains(end)) end.parentElement?.scrollIntoView({ block: 'nearest' })
  else if (anchorNode) selection.setBaseAndExtent(anchorNode, anchorOffset, focusNode, focusOffset)
}

function shortened(words: string): string {
  return words.length <= 120 ? words : `${words.slice(0, 60)} … ${words.slice(-50)}`
}
