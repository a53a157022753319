import { announce } from '../page/announce.ts'
import { tell } from '../page/toasts.ts'
import { type Piece, readSelection } from '../tagging/selected-text.ts'

/** Lets a note on a passage use the words selected in the text; the server finds them again. */
export function quoteInNote(page: Document): void {
  const text = page.querySelector('[data-quotable]')
  if (!text) return
  // Scrolling down to the form may lose the selection, so the last one in the text is remembered.
  let selected: Piece | undefined
  page.addEventListener('selectionchange', () => {
    selected = readSelection(text, page.getSelection()) ?? selected
  })

  for (const button of page.querySelectorAll<HTMLButtonElement>('button[data-quote-for]')) {
    const quote = page.getElementById(button.dataset['quoteFor'] ?? '') as HTMLTextAreaElement | null
    const at = quote?.form?.querySelector<HTMLInputElement>('input[type=hidden][name=at]')
    if (!quote) continue
    button.hidden = false
    button.addEventListener('click', () => {
      if (!selected) return tell('Select words in the text first.')
      quote.value = selected.text
      if (at) at.value = String(selected.start)
      quote.form?.querySelector('fieldset.choices')?.remove()
      announce(`Quoted: ${selected.text.slice(0, 120)}`)
      quote.focus()
    })
    quote.addEventListener('input', () => {
      if (at) at.value = ''
    })
  }
}
