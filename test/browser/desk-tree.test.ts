import assert from 'node:assert/strict'
import fs from 'node:fs'
import path from 'node:path'
import { after, before, test } from 'node:test'
import { readingThread, readNext } from '../../src/suggestions/reader.ts'
import { askForReading } from '../../src/documents/readings.ts'
import { skipWithoutBrowser } from '../support/browser.ts'
import { type BrowserDesk, openBrowserDesk } from '../support/browser-desk.ts'
import { openRecord } from '../support/in-text.ts'
import { makeAccount, makeDocument, recordOn } from '../support/world.ts'

let desk: BrowserDesk

before(async () => {
  desk = await openBrowserDesk()
})
after(() => desk.close())

/** What a screen reader is told, in its order; `UPDATE_TREES=1` writes it anew, to be read before it is kept. */
function compareTree(name: string, tree: string): void {
  const file = path.join(import.meta.dirname, 'trees', `${name}.yml`)
  const steady = `${tree.replace(/\d{1,2} \w{3,4} \d{4}, \d\d:\d\d UTC/g, '[when]')}\n`
  if (process.env.UPDATE_TREES) fs.writeFileSync(file, steady)
  assert.equal(steady, fs.readFileSync(file, 'utf8'))
}

test('the desk is told to a screen reader as it was', { skip: skipWithoutBrowser }, async () => {
  const editor = await makeAccount(desk.db, 'editor')
  const { id } = await makeDocument(desk.db)
  await recordOn(desk.db, id, { by: editor.id })
  const thread = readingThread()
  await askForReading(desk.db, { documentId: id, by: editor.id })
  await readNext(desk.db, thread, undefined, id)
  await thread.end()

  const page = await desk.openPage()
  await desk.signIn(page, editor)
  compareTree('work-in-hand', await page.locator('main').ariaSnapshot())
  await page.goto(`${desk.address}/documents/${id}/desk`)
  compareTree('text', await page.locator('article').ariaSnapshot())
  compareTree('suggestions', await page.locator('#suggestions').ariaSnapshot())
  await openRecord(page)
  compareTree('record', await page.locator('[data-form-part=record]').ariaSnapshot())
  await page.context().close()
})

test(
  'two editors in two browsers on one document see what the other decided, and lose nothing',
  {
    skip: skipWithoutBrowser,
  },
  async () => {
    const [edda, enno] = [await makeAccount(desk.db, 'editor'), await makeAccount(desk.db, 'editor')]
    const { id } = await makeDocument(desk.db)
    const thread = readingThread()
    await askForReading(desk.db, { documentId: id, by: edda.id })
    await readNext(desk.db, thread, undefined, id)
    await thread.end()
    const [hers, his] = [await desk.openPage(), await desk.openPage()]
    for (const [page, account] of [
      [hers, edda],
      [his, enno],
    ] as const) {
      await desk.signIn(page, account)
      await page.goto(`${desk.address}/documents/${id}/desk`)
    }
    const first = await hers.locator('.suggestion').first().getAttribute('data-card')

    await openRecord(his)
    await his.fill('#quote', 'half a thought of his')
    await his.getByRole('link', { name: /^Suggestions/ }).click()
    for (const page of [hers, his]) await page.locator(`[data-card="${first}"] .words`).click()
    await hers.locator(`[data-card="${first}"]`).getByRole('button', { name: 'Accept' }).click()
    await hers.locator('section.card').first().waitFor({ state: 'attached' })
    await his.locator(`[data-card="${first}"]`).getByRole('button', { name: 'Dismiss' }).click()
    await his.getByText(`${edda.name} has accepted this suggestion already`).waitFor({ state: 'attached' })
    await his.locator('section.card').first().waitFor({ state: 'attached' })
    assert.equal(await his.locator(`[data-card="${first}"]`).count(), 0, 'his page shows it as it is now')
    assert.equal(await his.inputValue('#quote'), 'half a thought of his')
    assert.equal(await desk.db.statement.count({ where: { version: { documentId: id } } }), 1)

    const { id: statementId } = await desk.db.statement.findFirstOrThrow({ where: { version: { documentId: id } } })
    for (const page of [hers, his]) await page.goto(`${desk.address}/statements/${statementId}/edit`)
    await hers.fill('[name="hops[0][place]"]', 'Port Ansel')
    await hers.getByRole('button', { name: 'Save the statement' }).click()
    await hers.waitForURL(/desk#statement/)
    await his.fill('[name="hops[0][place]"]', 'the town hall')
    await his.getByRole('button', { name: 'Save the statement' }).click()
    const conflict = his.getByRole('region', { name: 'Both texts, side by side' })
    await conflict.getByText('Port Ansel').first().waitFor()
    await conflict.getByText('the town hall').first().waitFor()
    await his.getByRole('button', { name: 'Save the statement' }).click()
    await his.waitForURL(/desk#statement/)
    assert.equal((await desk.db.hop.findFirstOrThrow({ where: { statementId } })).place, 'the town hall')
    for (const page of [hers, his]) await page.context().close()
  },
)
