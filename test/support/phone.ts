import assert from 'node:assert/strict'
import type { CDPSession, Page } from 'playwright-core'
import { type BrowserDesk, openBrowserDesk } from './browser-desk.ts'

/** A phone four times slower than this machine, on what WebPageTest calls fast 3G: 1.6 Mbit/s, 150 ms there and back. */
const phone = { width: 390, processor: 4, bytesPerSecond: 200_000, latency: 150 }

/** The largest paint, and what it had to wait for. */
export type Painted = { at: number; image: string; page: Loaded; blocking: Loaded[] }
type Loaded = { name: string; initiator: string; bytes: number }

/** The demo as readers see it: a desk with its page cache, and one page of each kind. */
export async function openDemoForReaders(): Promise<{ desk: BrowserDesk; pages: string[] }> {
  const desk = await openBrowserDesk({ cachePages: true, demo: true })
  const published = { where: { state: 'published' } } as const
  const claim = await desk.db.claim.findFirstOrThrow(published)
  const statement = await desk.db.statement.findFirstOrThrow({ where: { state: 'published', verdicts: { some: {} } } })
  const document = await desk.db.document.findFirstOrThrow({ where: { title: { startsWith: 'Ten countries' } } })
  const source = await desk.db.source.findFirstOrThrow({ where: { name: 'Zamir Kabulov' } })
  const paths = ['/', `/claims/${claim.id}`, `/statements/${statement.id}`, `/documents/${document.id}`]
  // The addresses that links lead to; a short address redirects first.
  const pages = await Promise.all(
    [...paths, `/sources/${source.id}`].map(async (path) => new URL((await fetch(desk.address + path)).url).pathname),
  )
  return { desk, pages }
}

export async function openOnPhone(desk: BrowserDesk): Promise<{ page: Page; cdp: CDPSession }> {
  const page = await desk.openPage({ width: phone.width })
  const cdp = await page.context().newCDPSession(page)
  await cdp.send('Network.enable')
  return { page, cdp }
}

/** From now on the browser and its network are as slow as the phone's. */
export async function slowDown(cdp: CDPSession): Promise<void> {
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: phone.processor })
  await cdp.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: phone.latency,
    downloadThroughput: phone.bytesPerSecond,
    uploadThroughput: phone.bytesPerSecond / 2,
  })
}

/**
 * Milliseconds of the phone's network until a page can be painted: to connect, for the page, and for what it waits for.
 */
export function onTheWire({ page, blocking }: Painted): number {
  const turns = 1 + 1 + (blocking.length > 0 ? 1 : 0)
  const bytes = blocking.reduce((sum, file) => sum + file.bytes, page.bytes)
  return turns * phone.latency + (bytes / phone.bytesPerSecond) * 1000
}

/** Loads a page with an empty browser cache. */
export async function paint(desk: BrowserDesk, { page, cdp }: { page: Page; cdp: CDPSession }, path: string) {
  await cdp.send('Network.clearBrowserCache')
  const response = await page.goto(desk.address + path, { waitUntil: 'load' })
  assert.equal(response?.status(), 200, path)
  return page.evaluate(largestPaint)
}

function largestPaint(): Promise<Painted> {
  const read = (entry: PerformanceEntry) => {
    const { name, initiatorType, transferSize } = entry as PerformanceResourceTiming
    return { name: new URL(name).pathname, initiator: initiatorType, bytes: transferSize }
  }
  const blocking = (performance.getEntriesByType('resource') as PerformanceResourceTiming[]).filter(
    (entry) =>
      (entry as PerformanceResourceTiming & { renderBlockingStatus: string }).renderBlockingStatus === 'blocking',
  )
  const [navigation] = performance.getEntriesByType('navigation')
  if (navigation === undefined) throw new Error('nothing was loaded')
  return new Promise((resolve) => {
    new PerformanceObserver((list) => {
      const last = list.getEntries().at(-1) as (PerformanceEntry & { url: string }) | undefined
      resolve({
        at: last?.startTime ?? 0,
        image: last?.url ?? '',
        page: read(navigation),
        blocking: blocking.map(read),
      })
    }).observe({ type: 'largest-contentful-paint', buffered: true })
  })
}
