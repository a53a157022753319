import { endOf, readPieces, readWords } from './quoted-words.ts'
import { rangeBetween } from './selected-text.ts'

/** The words that the form quotes stay filled in the text, also when something else is selected. Older browsers show none. */
export function showQuoted(page: Document, text: HTMLElement): void {
  if (!('highlights' in CSS)) return
  const quoted = new Highlight()
  CSS.highlights.set('quoted', quoted)
  const show = () => {
    quoted.clear()
    for (const piece of readPieces(readWords(page) ?? { quote: '', at: '', mode: '' })) {
      const range = piece.start < 0 ? undefined : rangeBetween(text, piece.start, endOf(piece))
      if (range) quoted.add(range)
    }
  }
  page.addEventListener('change', ({ target }) => (target as Element).id === 'quote' && show())
  for (const event of ['form-taken', 'desk-refreshed']) page.addEventListener(event, show)
  show()
}
