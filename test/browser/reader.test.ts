import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Page } from 'playwright-core'
import { publishVerdict } from '../../src/verdicts/verdicts.ts'
import { skipWithoutBrowser } from '../support/browser.ts'
import { type BrowserDesk, openBrowserDesk } from '../support/browser-desk.ts'
import { giveVerdictOn, makeAccount, makeDocument, publish, recordOn, stateClaim } from '../support/world.ts'

const sentence = 'No container ship will dock in Port Ansel after December 2025'
let desk: BrowserDesk
before(async () => {
  desk = await openBrowserDesk()
  const { db } = desk
  const editor = await makeAccount(db, 'editor')
  const reviewer = await makeAccount(db, 'reviewer')
  const { id: documentId } = await makeDocument(db)
  const said = { naming: 'named' as const, source: 'Lena Okafor', cue: 'told', addressee: 'reporters' }
  const passedOn = { naming: 'described' as const, description: 'local media', cue: 'report' }
  const { id } = await recordOn(db, documentId, {
    hops: [{ ...said, place: 'Port Ansel', said: '2024-03-12' }, passedOn],
  })
  const { id: claimId } = await stateClaim(db, id, { sentence, topics: ['Old harbour'] })
  const verdict = await giveVerdictOn(db, { statementId: id }, { by: editor.id })
  await publish(db, documentId, { claimIds: [claimId] })
  await publishVerdict(db, { verdictId: verdict.id, by: reviewer.id, ownVerdicts: false })
})
after(() => desk.close())

/** What a doubting reader must find without scrolling further than a second screen. */
async function seesTheWay(page: Page): Promise<void> {
  const { height = 0 } = page.viewportSize() ?? {}
  const wanted = ['Lena Okafor', 'local media', 'Confirmed']
  for (const words of wanted) {
    const place = await page.locator('main').getByText(words).first().boundingBox()
    assert.ok(place && place.y < 2 * height, `${words} is at ${place?.y}`)
  }
}

async function isClean(page: Page, name: string): Promise<void> {
  assert.deepEqual(await desk.auditOpen(page, name), [])
}

test(
  'a reader on a phone, without JavaScript, finds who said it, through whom, and how it was checked, and challenges it',
  { skip: skipWithoutBrowser },
  async () => {
    const page = await desk.openPage({ javaScriptEnabled: false, width: 360, colorScheme: 'dark', hasTouch: true })
    await page.goto(desk.address)
    await page.getByRole('banner').getByRole('link', { name: 'Search' }).tap()
    await page.getByRole('searchbox', { name: /^Claims, statements, people/ }).fill('"container ship" by:okafor')
    await page.getByRole('search').getByRole('button').first().tap()
    await page
      .locator('main')
      .getByRole('link', { name: /Not one container ship/ })
      .first()
      .tap()
    await page.getByRole('heading', { name: 'How it reached this page' }).waitFor()
    await seesTheWay(page)

    await page.getByRole('link', { name: sentence }).first().tap()
    await page.getByRole('heading', { level: 1, name: sentence }).waitFor()
    assert.match(await page.locator('.origins').innerText(), /1 report, 1 origin/)
    await page
      .getByRole('link', { name: /^Challenge/ })
      .first()
      .tap()
    await page.getByLabel(/What is wrong/).fill('She spoke of this December.')
    await page.locator('main form button').first().tap()
    assert.match(await page.locator('textarea.secret').inputValue(), /\/challenges\/\d+\/follow\//)
    assert.deepEqual(await page.context().cookies(), [], 'no reader gets a cookie')
    await page.context().close()
  },
)

test(
  'a reader comes by keyboard alone from the front page to the version a quote stands in, by pages without a fault',
  { skip: skipWithoutBrowser },
  async () => {
    const page = await desk.openPage()
    await page.goto(desk.address)
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    // The first key skips to the page.
    await page.waitForFunction(() => document.activeElement?.id === 'main')
    await follow(page, /Not one container ship/)
    await page.getByRole('heading', { name: 'How it reached this page' }).waitFor()
    await seesTheWay(page)
    await follow(page, /^Lena Okafor/)
    await page.getByRole('heading', { level: 1, name: 'Lena Okafor' }).waitFor()
    await page.goBack()
    await follow(page, /version 1/)
    await page.getByText('Fingerprint').waitFor()
    await isClean(page, 'a version')
    await page.context().close()
  },
)

/** Tabs to a link by its words, and opens it. */
async function follow(page: Page, words: RegExp): Promise<void> {
  for (let presses = 0; presses < 60; presses++) {
    await page.keyboard.press('Tab')
    const here = await page.evaluate(() => (document.activeElement as HTMLElement | null)?.innerText ?? '')
    if (!words.test(here.replace(/^[“"]/, ''))) continue
    await Promise.all([page.waitForEvent('load'), page.keyboard.press('Enter')])
    return
  }
  assert.fail(`no link with ${words.source} within 60 presses`)
}
