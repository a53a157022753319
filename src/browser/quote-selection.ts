import { announce } from './announce.ts'
import { fieldOf, recordForm } from './record-form.ts'
import { countCodePoints } from '../anchoring/code-points.ts'
import { type Piece, readSelection, wordsBetween } from './selected-text.ts'

const gap = ' […] '

export type Quoting = {
  /** Puts the selection into the form: instead of what stands there, or as another piece of it. */
  take: (asAnotherPiece: boolean) => Piece | undefined
  /** Lets the quoted piece nearest to the selection begin, or end, with it. */
  bound: (edge: 'begin' | 'end') => Piece | undefined
  /** What is selected in the text now. */
  selected: () => Piece | undefined
  /** Takes back the last change of the quoted words; false where there is none left. */
  undo: () => boolean
  redo: () => boolean
}

type State = { quote: string; at: string; mode: string }

/** Selecting words in the text fills in the quote, and where it begins; the server finds the words again. */
export function quoteSelection(page: Document, text: HTMLElement): Quoting {
  let isFresh = true // the next words are another selection, not the same one grown
  let isAdding = false
  let done: State[] = []
  let undone: State[] = []

  const selected = () => readSelection(text, page.getSelection())

  const take = (asAnotherPiece: boolean, isSameSelection = false): Piece | undefined => {
    const piece = selected()
    const before = readState(page)
    if (!piece || !before) return undefined
    const kept = isSameSelection ? readPieces(before).slice(0, -1) : asAnotherPiece ? readPieces(before) : []
    if (!isSameSelection) done.push(before)
    undone = []
    write(page, [...kept, piece], text)
    return piece
  }

  const goBack = (from: State[], to: State[]): boolean => {
    const state = from.pop()
    const now = readState(page)
    if (!state || !now) return false
    to.push(now)
    setState(page, state)
    return true
  }

  /** By pointer and touch the form follows the selection; by keys only what Enter takes. */
  const follow = () => {
    if (page.getSelection()?.isCollapsed || byKeys) return
    const piece = take(isAdding, !isFresh)
    if (!piece) return
    isFresh = false
    setAdding(page, (isAdding = false))
  }
  let byKeys = false
  text.addEventListener('pointerdown', (event) => {
    byKeys = false
    isFresh = true
    if (event.altKey) setAdding(page, (isAdding = true))
  })
  text.addEventListener('keydown', () => (byKeys = true))
  page.addEventListener('selectionchange', follow)
  page.addEventListener('mouseup', follow)

  letLinksBeSelected(text)
  text.addEventListener('click', (event) => {
    if (selected()) event.preventDefault()
  })

  page.addEventListener('click', (event) => {
    if (!(event.target as Element).closest('[data-add-piece]')) return
    setAdding(page, (isAdding = !isAdding))
    isFresh = true
    if (isAdding) announce('Select the next piece in the text.')
  })
  page.addEventListener('input', (event) => {
    if ((event.target as Element).id !== 'quote') return
    // Words typed by hand are found by the server.
    dropChoices(page)
    const at = fieldOf(page, 'at')
    if (at) at.value = ''
    isFresh = true
  })
  const prepare = () => {
    done = []
    undone = []
    offerPieces(page)
  }
  page.addEventListener('form-taken', () => {
    if (!recordForm(page)?.querySelector('[data-add-piece]')) prepare()
  })
  prepare()

  return {
    bound(edge) {
      const at = selected()
      const before = readState(page)
      const pieces = before ? readPieces(before) : []
      const nearest = at && nearestPiece(pieces, at, edge)
      if (!at || !before || !nearest) return undefined
      const start = edge === 'begin' ? at.start : nearest.start
      const end = edge === 'begin' ? endOf(nearest) : endOf(at)
      const piece = { start, text: wordsBetween(text, start, end) }
      done.push(before)
      undone = []
      write(
        page,
        pieces.map((one) => (one === nearest ? piece : one)),
        text,
      )
      return piece
    },
    take: (asAnotherPiece) => take(asAnotherPiece || isAdding),
    selected,
    undo: () => goBack(done, undone),
    redo: () => goBack(undone, done),
  }
}

function readState(page: Document): State | undefined {
  const quote = fieldOf<HTMLTextAreaElement>(page, 'quote')
  if (!quote) return undefined
  const mode = fieldOf<HTMLSelectElement>(page, 'mode')?.value ?? ''
  return { quote: quote.value, at: fieldOf(page, 'at')?.value ?? '', mode }
}

function setState(page: Document, { quote, at, mode }: State): void {
  const field = fieldOf<HTMLTextAreaElement>(page, 'quote')
  if (!field) return
  field.value = quote
  dropChoices(page)
  const place = fieldOf(page, 'at')
  if (place) place.value = at
  const wording = fieldOf<HTMLSelectElement>(page, 'mode')
  if (wording && mode) wording.value = mode
  field.dispatchEvent(new Event('change', { bubbles: true }))
}

/** The pieces the form holds; words typed by hand count as one, whose place nobody knows. */
function readPieces({ quote, at }: State): Piece[] {
  if (quote.trim() === '') return []
  const words = quote.split(gap)
  const starts = at.split(',')
  if (at === '' || words.length !== starts.length) return [{ text: quote, start: -1 }]
  return words.map((text, i) => ({ text, start: Number(starts[i]) }))
}

function endOf({ start, text }: Piece): number {
  return start + countCodePoints(text)
}

/** The piece whose beginning or end is moved: one that would not be turned inside out by it. */
function nearestPiece(pieces: Piece[], at: Piece, edge: 'begin' | 'end'): Piece | undefined {
  const placed = pieces.filter(({ start }) => start >= 0)
  return edge === 'begin'
    ? placed.find((piece) => endOf(piece) >= endOf(at))
    : placed.findLast((piece) => piece.start <= at.start)
}

function write(page: Document, pieces: Piece[], text: HTMLElement): void {
  const inOrder = pieces.toSorted((a, b) => a.start - b.start)
  const isPlaced = inOrder.every(({ start }) => start >= 0)
  setState(page, {
    quote: inOrder.map((piece) => piece.text).join(gap),
    at: isPlaced ? inOrder.map(({ start }) => start).join(',') : '',
    mode: wordingOf(inOrder, text),
  })
}

const opening = /[“«„"‘]\s*$/u

/** Between quotation marks they are the speaker's own; with such marks among them, partly. */
function wordingOf(pieces: Piece[], text: HTMLElement): string {
  const whole = text.textContent
  const isOwn = pieces.every((piece) => opening.test(whole.slice(0, Math.max(0, whole.indexOf(piece.text))).slice(-2)))
  if (isOwn) return 'direct'
  return pieces.some((piece) => /[“”«»„"]/u.test(piece.text)) ? 'mixed' : 'indirect'
}

function offerPieces(page: Document): void {
  const quote = fieldOf<HTMLTextAreaElement>(page, 'quote')
  if (!quote) return
  const button = page.createElement('button')
  button.type = 'button'
  button.className = 'quiet'
  button.textContent = 'Add another piece'
  button.dataset['addPiece'] = ''
  button.setAttribute('aria-pressed', 'false')
  quote.after(button)
}

function setAdding(page: Document, on: boolean): void {
  page.querySelector('[data-add-piece]')?.setAttribute('aria-pressed', String(on))
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
function dropChoices(page: Document): void {
  const form = recordForm(page)
  if (!form || form.querySelector('input[type=hidden][name=at]')) return
  form.querySelector('input[type=radio][name=at]')?.closest('fieldset')?.remove()
  const at = page.createElement('input')
  at.type = 'hidden'
  at.name = 'at'
  form.append(at)
}
