import { tell } from './toasts.ts'

const pause = 2000

/** While an import is under way: shows how far it is, without moving the reader's place or focus. */
export function watchImport(page: Document): void {
  const watched = page.querySelector<HTMLElement>('[data-import]')
  const address = watched?.dataset['import']
  if (!address) return

  const look = async () => {
    const response = await fetch(address, { headers: { Accept: 'text/html' } })
    if (!response.ok) return
    const now = new DOMParser().parseFromString(await response.text(), 'text/html').querySelector('[data-import]')
    if (!(now instanceof HTMLElement)) return
    const isOver = !now.dataset['import']
    // Whoever is at a button or link in the list keeps it.
    if (!watched.contains(page.activeElement) || isOver) watched.replaceChildren(...now.childNodes)
    if (isOver) tell('The import is finished.')
    else setTimeout(again, pause)
  }
  // Without an answer the page stays as it is, with a link to look again.
  const again = () => void look().catch(() => undefined)
  setTimeout(again, pause)
}
