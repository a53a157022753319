import { skipWithoutBrowser } from '../support/browser.ts'
import { openDemoForReaders, openOnPhone, paint, slowDown } from '../support/phone.ts'
import { median } from './pages.ts'
import type { Figure } from './run.ts'

const tries = 9

/** When the largest thing of a reader's page is painted on a slow phone that was never here: the slowest kind of page. */
export async function measurePhone(progress: (doing: string) => void): Promise<Figure[]> {
  if (skipWithoutBrowser) {
    console.error(`Nothing was painted on a phone: ${skipWithoutBrowser}`)
    return []
  }
  const { desk, pages } = await openDemoForReaders()
  try {
    const phone = await openOnPhone(desk)
    // The browser's own start is not the page's.
    await phone.page.goto(`${desk.address}/about/method`)
    await slowDown(phone.cdp)
    const from: Record<string, number> = {}
    for (const path of pages) {
      progress(`painting ${path} on a phone`)
      const paints: number[] = []
      while (paints.length < tries) paints.push((await paint(desk, phone, path)).at)
      from[path] = median(paints)
    }
    const value = Math.max(...Object.values(from))
    return [{ name: 'Largest paint of a reader’s page on a slow phone', value, unit: 'ms', atMost: 1000, from }]
  } finally {
    await desk.close()
  }
}
