import { tell } from '../page/toasts.ts'
import { refreshDesk } from './refresh-desk.ts'

const pause = 1000

type Progress = { state: string | null; progress: number }

/** While the text is being read for suggestions: moves the bar, and shows the suggestions when they are there. */
export function watchReading(page: Document): void {
  const watched = page.querySelector<HTMLElement>('[data-reading]')
  const address = watched?.dataset['reading']
  if (!address) return

  const look = async () => {
    const response = await fetch(address, { headers: { Accept: 'application/json' } })
    if (!response.ok) return
    const { state, progress } = (await response.json()) as Progress
    if (state === 'waiting' || state === 'reading') {
      const bar = watched.querySelector('progress')
      if (bar) bar.value = progress
      setTimeout(again, pause)
      return
    }
    await refreshDesk(page)
    tell('Suggestions are here: the text is read.')
  }
  // Without an answer the page stays as it is, with a link to check again.
  const again = () => void look().catch(() => undefined)
  setTimeout(again, pause)
}
