/** The question mark opens the list of keys, and closes it. */
export function showKeys(page: Document): void {
  const keys = page.querySelector<HTMLDetailsElement>('#keys')
  if (!keys) return
  let before: Element | null = null
  page.addEventListener('keydown', (event) => {
    const isTyping = (event.target as Element).closest('input, textarea, select') !== null
    if (isTyping || (event.key !== '?' && !(event.key === 'Escape' && keys.open))) return
    event.preventDefault()
    keys.open = !keys.open
    if (keys.open) {
      before = page.activeElement
      keys.querySelector('summary')?.focus()
      keys.scrollIntoView({ block: 'nearest' })
    } else if (before instanceof HTMLElement) before.focus()
  })
}
