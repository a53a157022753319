import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { CDPSession } from 'playwright-core'
import { skipWithoutBrowser } from '../support/browser.ts'
import { type BrowserDesk } from '../support/browser-desk.ts'
import { onTheWire, openDemoForReaders, openOnPhone, paint } from '../support/phone.ts'

/** All that a reader's page may load, compressed, with headers. */
const mostBytes = 60 * 1024
/** Milliseconds of the second until the largest thing is painted that a phone's network may take; the rest is its own. */
const longestOnTheWire = 700

let desk: BrowserDesk
let pages: string[] = []

before(async () => {
  if (!skipWithoutBrowser) ({ desk, pages } = await openDemoForReaders())
})
after(() => desk?.close())

test(
  'a reader’s page is light, asks nothing of anybody else, and sets no cookie',
  { skip: skipWithoutBrowser },
  async () => {
    for (const path of pages) {
      const { page, cdp } = await openOnPhone(desk)
      const seen = watch(cdp)
      await page.goto(desk.address + path, { waitUntil: 'load' })
      await cdp.send('Runtime.evaluate', { expression: '0' }) // what was loaded before has been told by then
      assert.ok(seen.bytes > 1000 && seen.bytes <= mostBytes, `${path} loads ${seen.bytes} bytes`)
      assert.deepEqual([...seen.hosts], [new URL(desk.address).host], path)
      assert.deepEqual(await page.context().cookies(), [], path)
      await page.context().close()
    }
  },
)

// How long that takes is measured where nothing else runs: `npm run bench -- phone`.
test(
  'what is painted first waits for the page and its style, for no script, picture or font, and a phone has both soon',
  { skip: skipWithoutBrowser },
  async () => {
    const phone = await openOnPhone(desk)
    for (const path of pages) {
      const painted = await paint(desk, phone, path)
      assert.equal(painted.image, '', path)
      assert.deepEqual(
        painted.blocking.map(({ name, initiator }) => [name.split('.').at(-1), initiator]),
        [['css', 'link']],
        path,
      )
      const wire = onTheWire(painted)
      assert.ok(wire > 450 && wire <= longestOnTheWire, `${path} is ${Math.round(wire)} ms on a phone’s network`)
    }
    await phone.page.context().close()
  },
)

/** What comes over the wire from now on, and from where. */
function watch(cdp: CDPSession) {
  const seen = { bytes: 0, hosts: new Set<string>() }
  cdp.on('Network.loadingFinished', ({ encodedDataLength }) => (seen.bytes += encodedDataLength))
  cdp.on('Network.requestWillBeSent', ({ request }) => {
    if (!request.url.startsWith('data:')) seen.hosts.add(new URL(request.url).host)
  })
  return seen
}
