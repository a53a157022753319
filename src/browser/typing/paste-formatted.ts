import { announce } from '../page/announce.ts'

/** What a plain text has no lines for. */
const isFormatted = /<(?:h[1-6]|p|ul|ol|li|blockquote|table|div)[\s>]/i
const longest = 8_000_000
/** So many milliseconds are waited for the server; then the plain text stays. */
const patience = 15_000

/**
 * Pastes a formatted text with its headings, items of lists and quotes in lines of their own, as the server reads them in
 * a file. Until it has, and where it cannot, the plain text stands there as without a script.
 */
export function pasteFormatted(page: Document): void {
  const field = page.querySelector<HTMLTextAreaElement>('#import-form textarea[name=text]')
  field?.addEventListener('paste', (event) => {
    const html = event.clipboardData?.getData('text/html') ?? ''
    const plain = event.clipboardData?.getData('text/plain') ?? ''
    if (!isFormatted.test(html) || html.length > longest) return
    event.preventDefault()
    // The words stand there at once: whatever is typed or sent meanwhile has them.
    const from = field.selectionStart
    insert(field, plain)
    const pasted = field.value.slice(from, field.selectionEnd)
    void readWords(html).then((words) => {
      const isRead = words !== undefined && replace(field, { from, pasted }, words)
      announce(isRead ? 'Pasted. Headings, lists and quotes stand in lines of their own.' : 'Pasted as plain text.')
    })
  })
}

/** False if other words stand there now. Whoever writes elsewhere goes on where they were. */
function replace(
  field: HTMLTextAreaElement,
  { from, pasted }: { from: number; pasted: string },
  words: string,
): boolean {
  const to = from + pasted.length
  if (field.value.slice(from, to) !== pasted) return false
  const focused = field.ownerDocument.activeElement
  const caret = field.selectionStart
  field.setSelectionRange(from, to)
  insert(field, words)
  const moved = caret >= to ? caret + field.selectionEnd - to : Math.min(caret, from)
  field.setSelectionRange(moved, moved)
  if (focused instanceof HTMLElement) focused.focus({ preventScroll: true })
  return true
}

async function readWords(html: string): Promise<string | undefined> {
  try {
    const response = await fetch('/documents/intake/formatted', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Accept: 'application/json' },
      body: JSON.stringify({ html }),
      signal: AbortSignal.timeout(patience),
    })
    return response.ok ? ((await response.json()) as { text: string }).text : undefined
  } catch {
    return undefined // offline, or too slow
  }
}

/** As if it was typed, so that it can be undone by the usual keys. */
function insert(field: HTMLTextAreaElement, words: string): void {
  field.focus()
  // Old, and nothing else keeps the field's own undo.
  if (field.ownerDocument.execCommand('insertText', false, words)) return
  field.setRangeText(words, field.selectionStart, field.selectionEnd, 'end')
  field.dispatchEvent(new Event('input', { bubbles: true }))
}
