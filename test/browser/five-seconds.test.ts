import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Page } from 'playwright-core'
import { seedDemo } from '../../prisma/seed.ts'
import { skipWithoutBrowser } from '../support/browser.ts'
import { type BrowserDesk, openBrowserDesk } from '../support/browser-desk.ts'

/* What a reader sees of the demo in the first seconds, in pixels. */

const desktop = { width: 1280, height: 900 }
const phone = { width: 390, height: 844 }
let desk: BrowserDesk
before(async () => {
  desk = await openBrowserDesk()
  await seedDemo(desk.db)
})
after(() => desk.close())

/** Where the last pixel of something is, counted from the top of the page. */
function endOf(page: Page, selector: string): Promise<number> {
  return page.locator(selector).evaluate((one) => one.getBoundingClientRect().bottom + window.scrollY)
}

test(
  'a statement’s page says who, through whom, both verdicts and the words before anybody scrolls, also on a phone',
  { skip: skipWithoutBrowser },
  async () => {
    const page = await desk.openPage()
    const statements = await desk.db.statement.findMany({ where: { state: 'published' }, orderBy: { id: 'asc' } })
    for (const { id } of statements) {
      await page.goto(`${desk.address}/statements/${id}`)
      for (const [size, most] of [
        [desktop, 600],
        [phone, phone.height],
      ] as const) {
        await page.setViewportSize(size)
        const parts = ['main h1', 'main .page-head .through', 'main .page-head .verdicts', 'main blockquote.passage']
        const ends = await Promise.all(parts.map((part) => endOf(page, part)))
        assert.deepEqual(
          ends,
          ends.toSorted((a, b) => a - b),
          `the order on statement ${id}`,
        )
        assert.ok((ends.at(-1) ?? 0) <= most, `statement ${id}, ${size.width} px wide, ends at ${ends.at(-1)}`)
      }
    }
    await page.context().close()
  },
)
