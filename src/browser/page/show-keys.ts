import { areKeysOn, meantBy, showOwnKeys } from './own-keys.ts'

/** The question mark opens the list of keys, and closes it. */
export function showKeys(page: Document): void {
  const keys = page.querySelector<HTMLDetailsElement>('#keys')
  showOwnKeys(page)
  page.addEventListener('desk-refreshed', () => showOwnKeys(page))
  if (!keys) return
  let before: Element | null = null
  page.addEventListener('keydown', (event) => {
    const target = event.target as Element
    if (target.closest('input, textarea, select')) return
    const isHere = target.closest('[data-quotable], .view, #keys') !== null && areKeysOn()
    if (!(meantBy(event.key) === '?' && isHere) && !(event.key === 'Escape' && keys.open)) return
    event.preventDefault()
    keys.open = !keys.open
    if (keys.open) {
      before = page.activeElement
      keys.querySelector('summary')?.focus()
    } else if (before instanceof HTMLElement) before.focus()
  })
}
