import { announce } from '../page/announce.ts'
import type { FormSteps } from './form-steps.ts'
import { endOf, forgetPlace, nearestPiece, readPieces, readWords, writePieces } from './quoted-words.ts'
import { fieldOf, recordForm } from './record-form.ts'
import { showView } from '../desk/panel.ts'
import { type Piece, readSelection, wordsBetween } from './selected-text.ts'

export type Quoting = {
  /** Puts the selection into the form: in place of the present quote, or as another piece of it. */
  take: (asAnotherPiece: boolean) => Piece | undefined
  /** Makes the quoted piece nearest to the selection begin, or end, with it. */
  bound: (edge: 'begin' | 'end') => Promise<Piece | undefined>
  /** The selected words of the text. */
  selected: () => Piece | undefined
  /** The selected words were meant for something else: restores the quote from before it followed them. */
  giveBack: () => Promise<void>
  /** Whether words are quoted already and other words are selected, which wait until a button says what they are. */
  isPending: () => boolean
  /** Whether it was selected by keys, and not by pointer or touch. */
  isByKeys: () => boolean
}

/** Selecting words in the text fills in the quote and its position; the server finds the words again. */
export function quoteSelection(page: Document, text: HTMLElement, steps: FormSteps): Quoting {
  let isFresh = true // the next words are a new selection, not an extension
  let isByKeys = false
  let isAdding = false
  /** The form's pieces when the selection began. */
  let kept: Piece[] = []
  /** Selected words that the form does not follow, as long as they stay selected. */
  let given: Piece | undefined
  /** What the form followed last. */
  let followed: Piece | undefined
  const isFollowed = (piece: Piece | undefined) =>
    piece !== undefined && piece.start === followed?.start && piece.text === followed.text

  const selected = () => readSelection(text, page.getSelection())
  const setAdding = (on: boolean) => {
    isAdding = on
    page.querySelector('[data-add-piece]')?.setAttribute('aria-pressed', String(on))
  }
  const held = () => readPieces(readWords(page) ?? { quote: '', at: '', mode: '' })

  /** With pointer and touch the form follows the selection; with keys only when Enter is pressed. */
  const follow = () => {
    if (page.getSelection()?.isCollapsed) given = undefined
    // A search of the browser selects, too, and means no quotation.
    if (page.getSelection()?.isCollapsed || isByKeys || !page.hasFocus()) return
    const piece = selected()
    if (!piece || !recordForm(page)) return
    if (piece.start === given?.start && piece.text === given.text) return
    if (isFresh && !isAdding && held().length > 0) return // waits until a button says what it is
    given = undefined
    followed = piece
    const [joins, adds] = [!isFresh, isAdding]
    isFresh = false
    if (!joins) setAdding(false)
    const change = () => {
      if (!joins) kept = adds ? held() : []
      writePieces(page, [...kept, piece], text)
      showView(page, 'record')
      return undefined
    }
    void steps.make(change, { follows: true, joins })
  }
  text.addEventListener('pointerdown', (event) => {
    isByKeys = false
    isFresh = true
    given = undefined
    if (event.altKey) setAdding(true)
  })
  text.addEventListener('keydown', () => (isByKeys = true))
  page.addEventListener('selectionchange', follow)
  page.addEventListener('mouseup', follow)

  letLinksBeSelected(text)
  text.addEventListener('click', (event) => {
    // A pointer that selected words did not mean the link; Enter on a mark does, whatever is selected.
    if (event.detail > 0 && selected()) event.preventDefault()
  })

  page.addEventListener('click', (event) => {
    if (!(event.target as Element).closest('[data-add-piece]')) return
    setAdding(!isAdding)
    isFresh = true
    given = selected() // words that are still selected are no new piece
    if (isAdding) announce('Select the next piece in the text.')
  })
  page.addEventListener('input', (event) => {
    if ((event.target as Element).id !== 'quote') return
    forgetPlace(page)
    isFresh = true
  })
  const offer = () => {
    if (recordForm(page)?.querySelector('[data-add-piece]')) return
    isAdding = false
    isFresh = true
    offerPieces(page)
  }
  page.addEventListener('form-taken', (event) => {
    const { part } = (event as CustomEvent<{ part?: string } | null>).detail ?? {}
    if (part === 'record') followed = undefined
    offer()
  })
  offer()

  return {
    take(asAnotherPiece) {
      const piece = selected()
      if (!piece || !recordForm(page)) return undefined
      const adds = asAnotherPiece || isAdding
      setAdding(false)
      isFresh = true
      followed = piece
      void steps.make(() => {
        writePieces(page, [...(adds ? held() : []), piece], text)
        showView(page, 'record')
        return undefined
      })
      return piece
    },

    async bound(edge) {
      const at = selected()
      let bounded: Piece | undefined
      await steps.make(() => {
        const pieces = held()
        const nearest = at && nearestPiece(pieces, at, edge)
        if (!nearest) return false
        const start = edge === 'begin' ? at.start : nearest.start
        const end = edge === 'begin' ? endOf(nearest) : endOf(at)
        const piece = { start, text: wordsBetween(text, start, end) }
        bounded = piece
        writePieces(
          page,
          pieces.map((one) => (one === nearest ? piece : one)),
          text,
        )
        return true
      })
      return bounded
    },

    selected,
    isPending() {
      const piece = selected()
      return piece !== undefined && held().length > 0 && !isFollowed(piece)
    },
    async giveBack() {
      if (!isFollowed(selected())) return
      given = selected()
      isFresh = true
      followed = undefined
      await steps.giveBack()
    },
    isByKeys: () => isByKeys,
  }
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

/** Browsers start no selection within a link, so while the pointer is down, marks are not links. */
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
