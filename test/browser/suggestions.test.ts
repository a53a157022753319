import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Page } from 'playwright-core'
import { handlersFor } from '../../src/background.ts'
import { beginImport } from '../../src/importing/imports.ts'
import { runNext } from '../../src/queue/queue.ts'
import { readingThread, readNext } from '../../src/suggestions/reader.ts'
import { askForReading } from '../../src/documents/readings.ts'
import { endThread } from '../../src/intake/thread.ts'
import { skipWithoutBrowser } from '../support/browser.ts'
import { type BrowserDesk, openBrowserDesk } from '../support/browser-desk.ts'
import { openRecord } from '../support/in-text.ts'
import { makeAccount, makeDocument, type TestAccount } from '../support/world.ts'

let desk: BrowserDesk
let editor: TestAccount
const thread = readingThread()

before(async () => {
  desk = await openBrowserDesk()
  editor = await makeAccount(desk.db, 'editor')
})
after(async () => {
  await thread.end()
  await endThread()
  await desk.close()
})

async function openRead(page: Page): Promise<{ id: number; count: number }> {
  const { id } = await makeDocument(desk.db)
  await askForReading(desk.db, { documentId: id, by: editor.id })
  await readNext(desk.db, thread, undefined, id)
  await desk.signIn(page, editor)
  await page.goto(`${desk.address}/documents/${id}/desk`)
  return { id, count: await page.locator('.suggestion').count() }
}

const states = async (documentId: number) =>
  (await desk.db.suggestion.findMany({ where: { version: { documentId } }, orderBy: { start: 'asc' } })).map(
    ({ state }) => state,
  )

test('an editor decides on every suggestion by keyboard alone', { skip: skipWithoutBrowser }, async () => {
  const page = await desk.openPage()
  const { id, count } = await openRead(page)
  assert.ok(count >= 5)
  const decided = (n: number) =>
    page.locator('label', { hasText: new RegExp(`^${n} of ${count} suggestions decided`) }).waitFor()
  const chosen = () => page.evaluate(() => document.activeElement?.id ?? '')

  // A desk just opened has the focus in the text: the first press chooses, and accepts nothing that nobody has looked at.
  await page.keyboard.press('Enter')
  const first = await chosen()
  assert.match(first, /^at-suggestion-/)
  assert.deepEqual(new Set(await states(id)), new Set(['open']))
  await page.locator('[data-quotable]').focus()
  await page.keyboard.press('Tab')
  assert.equal(await chosen(), first)
  await page.keyboard.press('Tab')
  const second = await chosen()
  assert.notEqual(second, first)
  await page.keyboard.press('Shift+Tab')
  assert.equal(await chosen(), first)

  await page.keyboard.press('x')
  await decided(1)
  await page.waitForFunction((wanted) => document.activeElement?.id === wanted, second)
  await page.keyboard.press('u')
  await decided(0)
  await page.waitForFunction((wanted) => document.activeElement?.id === wanted, first)
  await page.keyboard.press('x')
  await decided(1)
  // One more key says why, and the next suggestion keeps the focus.
  await page.waitForFunction((wanted) => document.activeElement?.id === wanted, second)
  await page.keyboard.press('2')
  await page.locator('.asked-why').waitFor({ state: 'detached' })
  assert.equal(await chosen(), second)
  assert.equal(await desk.db.suggestion.count({ where: { version: { documentId: id }, dismissedFor: 'cut_wrong' } }), 1)

  for (let n = 2; n <= count; n++) {
    await page.keyboard.press('Enter')
    await decided(n)
  }
  assert.deepEqual(await states(id), ['dismissed', ...Array<string>(count - 1).fill('accepted')])
  await page.getByText('All are decided.').waitFor()
  await page.context().close()
})

test('e puts a suggestion into the form, to be mended and recorded', { skip: skipWithoutBrowser }, async () => {
  const page = await desk.openPage()
  const { id } = await openRead(page)
  await page.locator('a.mark.suggested').first().focus()
  await page.keyboard.press('e')
  await page.getByRole('heading', { name: 'Record the suggestion' }).waitFor()
  await page.fill('[name="hops[0][place]"]', 'Port Ansel')
  await page.keyboard.press('Control+Enter')
  await page.locator('section.card').first().waitFor({ state: 'attached' })
  assert.equal((await states(id))[0], 'accepted')
  await page.context().close()
})

test('words that someone is typing stay while they decide', { skip: skipWithoutBrowser }, async () => {
  const page = await desk.openPage()
  const { count } = await openRead(page)
  await openRecord(page)
  await page.fill('#quote', 'half a thought')
  await page.getByRole('link', { name: /^Suggestions/ }).click()
  await page.locator('.suggestion .words').first().click()
  await page.locator('.suggestion').first().getByRole('button', { name: 'Dismiss' }).click()
  await page.locator('label', { hasText: new RegExp(`^1 of ${count} suggestions decided`) }).waitFor()
  assert.equal(await page.inputValue('#quote'), 'half a thought')
  await page.context().close()
})

test('the question mark lists the keys, and puts one back where one was', { skip: skipWithoutBrowser }, async () => {
  const page = await desk.openPage()
  await openRead(page)
  const mark = page.locator('a.mark.suggested').first()
  await mark.focus()
  await page.keyboard.press('?')
  await page.getByText('choose the next suggestion, then accept it').waitFor()
  await page.keyboard.press('Escape')
  await page.getByText('choose the next suggestion, then accept it').waitFor({ state: 'hidden' })
  assert.equal(await mark.evaluate((element) => element === document.activeElement), true)
  await page.context().close()
})

test('all of it goes by form, without JavaScript, on a phone', { skip: skipWithoutBrowser }, async () => {
  const page = await desk.openPage({ javaScriptEnabled: false, width: 390 })
  const { id, count } = await openRead(page)
  await page.locator('.suggestion').first().getByRole('button', { name: 'Accept' }).click()
  await page.locator('label', { hasText: new RegExp(`^1 of ${count} suggestions decided`) }).waitFor()
  await page.locator('.suggestion').first().getByRole('button', { name: 'Dismiss' }).click()
  await page.locator('label', { hasText: new RegExp(`^2 of ${count} suggestions decided`) }).waitFor()
  await page.getByText('Dismissed (1)').click()
  await page.getByRole('button', { name: 'Bring back' }).click()
  await page.locator('label', { hasText: new RegExp(`^1 of ${count} suggestions decided`) }).waitFor()
  await page.locator('.suggestion').first().getByRole('link', { name: 'Edit first' }).click()
  await page.getByRole('button', { name: 'Record the statement' }).last().click()
  await page.waitForURL(/desk#statement-\d+/)
  assert.deepEqual(
    (await states(id)).filter((state) => state !== 'open'),
    ['accepted', 'accepted'],
  )
  await page.context().close()
})

test(
  'the page of an import moves on by itself, and says when it is finished',
  { skip: skipWithoutBrowser },
  async () => {
    const page = await desk.openPage()
    await desk.signIn(page, editor)
    const { db, config } = desk
    const file = {
      bytes: Buffer.from('The ferry will not sail on Sunday.'),
      name: 'ferry.txt',
      mediaType: 'text/plain',
    }
    const asked = { addresses: '', files: [file], publisher: 'Port Office', suggest: false, by: editor.id }
    const { id } = await beginImport(db, asked)
    await page.goto(`${desk.address}/imports/${id}`)
    await page.getByText('0 of 1 done').waitFor()
    await runNext(db, handlersFor(db, config))
    await page.getByText('1 of 1 done: 1 stored as a draft').waitFor()
    await page.getByText('The import is finished.').waitFor()
    assert.equal(await page.getByRole('link', { name: 'The ferry will not sail on Sunday.' }).count(), 1)
    await page.context().close()
  },
)
