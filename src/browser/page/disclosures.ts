const bars = '.masthead details[open], .tools > details[open]'

/** What a disclosure of a bar opened lies over the page: it goes with Escape, and with a click beside it. */
export function closeDisclosures(page: Document): void {
  page.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || event.defaultPrevented) return
    const open = [...page.querySelectorAll<HTMLDetailsElement>(bars)].find((one) => one.contains(page.activeElement))
    if (!open || (event.target as Element).closest('input, textarea, select')) return
    event.preventDefault()
    open.open = false
    open.querySelector('summary')?.focus()
  })
  page.addEventListener('pointerdown', (event) => {
    for (const open of page.querySelectorAll<HTMLDetailsElement>(bars)) {
      if (!open.contains(event.target as Node)) open.open = false
    }
  })
}
