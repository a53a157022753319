import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { CDPSession, Page } from 'playwright-core'
import { seedDemo } from '../../prisma/seed.ts'
import { skipWithoutBrowser } from '../support/browser.ts'
import { type BrowserDesk, openBrowserDesk } from '../support/browser-desk.ts'

/** All that a reader's page may load, compressed, with headers. */
const mostBytes = 60 * 1024
/** Milliseconds until the largest thing is painted, on the phone below. */
const latestPaint = 1000
/** The machine of the test does other things, too: the best of these is what the page itself takes. */
const tries = 5
/** A phone four times slower than this machine, on what WebPageTest calls fast 3G: 1.6 Mbit/s, 150 ms there and back. */
const phone = { width: 390, processor: 4, bytesPerSecond: 200_000, latency: 150 }

let desk: BrowserDesk
let pages: string[] = []

before(async () => {
  desk = await openBrowserDesk({ cachePages: true })
  if (skipWithoutBrowser) return
  await seedDemo(desk.db)
  const published = { where: { state: 'published' } } as const
  const claim = await desk.db.claim.findFirstOrThrow(published)
  const statement = await desk.db.statement.findFirstOrThrow({ where: { state: 'published', verdicts: { some: {} } } })
  const document = await desk.db.document.findFirstOrThrow({ where: { title: { startsWith: 'Ten countries' } } })
  const source = await desk.db.source.findFirstOrThrow({ where: { name: 'Zamir Kabulov' } })
  const paths = ['/', `/claims/${claim.id}`, `/statements/${statement.id}`, `/documents/${document.id}`]
  // Where readers come to by links; a short address leads on first.
  pages = await Promise.all(
    [...paths, `/sources/${source.id}`].map(async (path) => new URL((await fetch(desk.address + path)).url).pathname),
  )
})
after(() => desk.close())

test(
  'a reader’s page is light, asks nothing of anybody else, and sets no cookie',
  { skip: skipWithoutBrowser },
  async () => {
    for (const path of pages) {
      const { page, cdp } = await openOnPhone()
      const seen = watch(cdp)
      await page.goto(desk.address + path, { waitUntil: 'load' })
      assert.ok(seen.bytes > 1000 && seen.bytes <= mostBytes, `${path} loads ${seen.bytes} bytes`)
      assert.deepEqual([...seen.hosts], [new URL(desk.address).host], path)
      assert.deepEqual(await page.context().cookies(), [], path)
      await page.context().close()
    }
  },
)

test('its largest part is there within a second on a slow phone', { skip: skipWithoutBrowser }, async () => {
  const { page, cdp } = await openOnPhone()
  // The browser's own start is not the page's.
  await page.goto(`${desk.address}/about/method`)
  for (const path of pages) {
    const paints: number[] = []
    while (paints.length < tries && !paints.some((paint) => paint < latestPaint)) {
      await cdp.send('Network.clearBrowserCache')
      await slowDown(cdp)
      await page.goto(desk.address + path, { waitUntil: 'load' })
      paints.push(Math.round(await page.evaluate(largestPaint)))
    }
    assert.ok(Math.min(...paints) < latestPaint, `${path} was painted after ${paints.join(', ')} ms`)
  }
  await page.context().close()
})

async function openOnPhone(): Promise<{ page: Page; cdp: CDPSession }> {
  const page = await desk.openPage({ width: phone.width })
  const cdp = await page.context().newCDPSession(page)
  await cdp.send('Network.enable')
  return { page, cdp }
}

async function slowDown(cdp: CDPSession): Promise<void> {
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: phone.processor })
  await cdp.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: phone.latency,
    downloadThroughput: phone.bytesPerSecond,
    uploadThroughput: phone.bytesPerSecond / 2,
  })
}

/** What comes over the wire from now on, and from where. */
function watch(cdp: CDPSession) {
  const seen = { bytes: 0, hosts: new Set<string>() }
  cdp.on('Network.loadingFinished', ({ encodedDataLength }) => (seen.bytes += encodedDataLength))
  cdp.on('Network.requestWillBeSent', ({ request }) => {
    if (!request.url.startsWith('data:')) seen.hosts.add(new URL(request.url).host)
  })
  return seen
}

function largestPaint(): Promise<number> {
  return new Promise((resolve) => {
    new PerformanceObserver((list) => resolve(list.getEntries().at(-1)?.startTime ?? 0)).observe({
      type: 'largest-contentful-paint',
      buffered: true,
    })
  })
}
