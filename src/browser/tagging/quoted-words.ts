import { countCodePoints } from '../../anchoring/code-points.ts'
import { fieldOf, recordForm } from './record-form.ts'
import { type Piece, wordsBetween } from './selected-text.ts'

const gap = ' […] '

/** The form's quote, the positions of its pieces, and its wording. */
export type Words = { quote: string; at: string; mode: string }

export function readWords(page: Document): Words | undefined {
  const quote = fieldOf<HTMLTextAreaElement>(page, 'quote')
  if (!quote) return undefined
  return { quote: quote.value, at: placeField(page)?.value ?? '', mode: modeField(page)?.value ?? '' }
}

export function restoreWords(page: Document, words: Words): void {
  const now = readWords(page)
  const field = fieldOf<HTMLTextAreaElement>(page, 'quote')
  if (!field || (now?.quote === words.quote && now.at === words.at && now.mode === words.mode)) return
  field.value = words.quote
  forgetChoices(page)
  const place = placeField(page)
  if (place) place.value = words.at
  const mode = modeField(page)
  if (mode && words.mode) mode.value = words.mode
  field.dispatchEvent(new Event('change', { bubbles: true }))
}

/** The form's pieces; words typed by hand count as one without a position. */
export function readPieces({ quote, at }: Words): Piece[] {
  if (quote.trim() === '') return []
  const words = quote.split(gap)
  const starts = at.split(',')
  if (at === '' || words.length !== starts.length) return [{ text: quote, start: -1 }]
  return words.map((text, i) => ({ text, start: Number(starts[i]) }))
}

export function writePieces(page: Document, pieces: Piece[], text: HTMLElement): void {
  const inOrder = pieces.toSorted((a, b) => a.start - b.start)
  const isPlaced = inOrder.every(({ start }) => start >= 0)
  restoreWords(page, {
    quote: inOrder.map((piece) => piece.text).join(gap),
    at: isPlaced ? inOrder.map(({ start }) => start).join(',') : '',
    mode: wordingOf(inOrder, text),
  })
}

export function endOf({ start, text }: Piece): number {
  return start + countCodePoints(text)
}

/** The piece whose beginning or end is moved: one that keeps its beginning before its end. */
export function nearestPiece(pieces: Piece[], at: Piece, edge: 'begin' | 'end'): Piece | undefined {
  const placed = pieces.filter(({ start }) => start >= 0)
  return edge === 'begin'
    ? placed.find((piece) => endOf(piece) >= endOf(at))
    : placed.findLast((piece) => piece.start <= at.start)
}

/** Words typed by hand have no known position: the server finds them. */
export function forgetPlace(page: Document): void {
  forgetChoices(page)
  const at = placeField(page)
  if (at) at.value = ''
}

const opening = /[“«„"‘]\s*$/u

/** Within quotation marks they are the speaker's own words; with such marks among them, partly. */
function wordingOf(pieces: Piece[], text: HTMLElement): string {
  const isOwn = pieces.every(
    ({ start }) => start > 0 && opening.test(wordsBetween(text, Math.max(0, start - 2), start)),
  )
  if (isOwn) return 'direct'
  return pieces.some((piece) => /[“”«»„"]/u.test(piece.text)) ? 'mixed' : 'indirect'
}

function modeField(page: Document): HTMLSelectElement | null {
  return fieldOf<HTMLSelectElement>(page, 'mode')
}

/** If the server asks which passage is meant, there is no field, but options. */
function placeField(page: Document): HTMLInputElement | null {
  return recordForm(page)?.querySelector<HTMLInputElement>('input[type=hidden][name=at]') ?? null
}

/** Options for a passage and a known position at once would contradict each other. */
function forgetChoices(page: Document): void {
  const form = recordForm(page)
  if (!form || placeField(page)) return
  form.querySelector('input[type=radio][name=at]')?.closest('fieldset')?.remove()
  const at = page.createElement('input')
  at.type = 'hidden'
  at.name = 'at'
  form.append(at)
}
