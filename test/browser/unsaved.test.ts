import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import type { Page } from 'playwright-core'
import { readingThread, readNext } from '../../src/suggestions/reader.ts'
import { askForReading } from '../../src/documents/readings.ts'
import { openDetails, openRecord } from '../support/in-text.ts'
import { skipWithoutBrowser } from '../support/browser.ts'
import { type BrowserDesk, openBrowserDesk } from '../support/browser-desk.ts'
import { makeAccount, makeDocument, recordOn, type TestAccount } from '../support/world.ts'

let desk: BrowserDesk

before(async () => {
  desk = await openBrowserDesk()
})
after(() => desk.close())

const skip = { skip: skipWithoutBrowser }
/** Until the page has had its words kept that are written meanwhile. */
async function isKept(page: Page, write: () => Promise<void>) {
  const kept = page.waitForResponse(
    (response) => response.url().endsWith('/drafts') && response.request().method() === 'POST',
  )
  await Promise.all([write(), kept])
}

/** What an editor of one's own has left and not discarded. */
const leftBy = ({ id }: TestAccount) => desk.db.draft.findMany({ where: { accountId: id, discardedAt: null } })

/** Into the form for a note on the whole document, unfolded where it is folded. */
async function writeNote(page: Page, words: string) {
  if ((await page.locator('#details').getAttribute('open')) === null) await openDetails(page)
  const form = page.locator('details.new-note').first()
  if ((await form.getAttribute('open')) === null) await form.locator('summary').click()
  await form.locator('textarea[name=body]').fill(words)
}

async function openDesk(seen?: Parameters<BrowserDesk['openPage']>[0]) {
  const page = await desk.openPage(seen)
  const editor = await makeAccount(desk.db, 'editor')
  await desk.signIn(page, editor)
  const { id } = await makeDocument(desk.db)
  const path = `${desk.address}/documents/${id}/desk`
  await page.goto(path)
  return { page, editor, id, path }
}

test('who leaves a page in the middle of a chain finds every word and every step again', skip, async () => {
  const { page, editor, id, path } = await openDesk()
  await openRecord(page)
  await page.fill('#quote', 'The quay is sinking')
  await page.getByRole('button', { name: 'Add who passed it on' }).click()
  await page.locator('[name="hops[1][source]"]').waitFor()
  await isKept(page, () => page.fill('[name="hops[1][source]"]', 'Radio Ansel'))
  await page.fill('[name="hops[0][cue]"]', 'whispered just before leaving')
  await page.goto(`${desk.address}/documents`)
  // What a page sends while it is being left arrives when it arrives.
  for (let looks = 0; !JSON.stringify(await leftBy(editor)).includes('just before leaving'); looks++) {
    assert.ok(looks < 1200, 'it never arrived')
    await wait(100)
  }
  await page.goto(`${desk.address}/documents`)
  await page.locator('.account > summary').click()
  await page.getByRole('link', { name: /Drafts/ }).click()
  await page.getByRole('link', { name: /Go on/ }).first().click()
  await page.getByText('You left words here on').waitFor()
  assert.equal(await page.inputValue('#quote'), 'The quay is sinking')
  assert.equal(await page.inputValue('[name="hops[1][source]"]'), 'Radio Ansel')
  assert.equal(await page.inputValue('[name="hops[0][cue]"]'), 'whispered just before leaving')
  assert.equal(await desk.db.statement.count({ where: { version: { documentId: id } } }), 0)

  await page.locator('.kept-words').getByRole('button', { name: 'Discard them' }).click()
  await page.getByText('The words are discarded').waitFor()
  assert.equal(page.url(), path)
  assert.equal(await page.inputValue('#quote'), '')
  await page.context().close()
})

test('a long text is kept as it is typed, and whoever leaves before it arrived is asked to stay', skip, async () => {
  const { page, editor, path } = await openDesk()
  await isKept(page, () => writeNote(page, `${'ü'.repeat(30_000)} the end`))
  assert.match(JSON.stringify(await leftBy(editor)), /the end/)
  await page.goto(`${desk.address}/documents`)

  await page.goto(path)
  const asked: string[] = []
  page.on('dialog', (dialog) => {
    asked.push(dialog.type())
    void dialog.accept()
  })
  let answer = () => {}
  const answered = new Promise<void>((resolve) => (answer = resolve))
  await page.route('**/drafts', async (route) => {
    await answered
    await route.continue()
  })
  await writeNote(page, `${'ü'.repeat(30_000)} the second end`)
  await page.goto(`${desk.address}/documents`)
  assert.deepEqual(asked, ['beforeunload'])
  answer()
  await page.context().close()
})

test('a form that was sent leaves no draft, and one that was only looked at neither', skip, async () => {
  const { page, editor, id } = await openDesk()
  await isKept(page, () => writeNote(page, 'Ask the harbour master'))
  await page.getByRole('button', { name: 'Write the note' }).first().click()
  await page.getByText('The note is written').waitFor()
  await page.goto(`${desk.address}/documents/${id}/edit`)
  await page.goto(`${desk.address}/documents`)
  await page.locator('.account > summary').click()
  assert.equal(await page.getByRole('link', { name: /Drafts/ }).count(), 0)
  assert.deepEqual(await leftBy(editor), [])
  await page.context().close()
})

test('words that are taken out of the form again leave no draft', skip, async () => {
  const { page, editor } = await openDesk()
  await isKept(page, () => writeNote(page, 'Ask'))
  assert.equal((await leftBy(editor)).length, 1)
  await isKept(page, () => writeNote(page, ''))
  assert.deepEqual(await leftBy(editor), [])
  await page.context().close()
})

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? 'with JavaScript' : 'without JavaScript'
  test(`a session that ends while someone types costs nothing, ${how}`, skip, async () => {
    const { page, editor, id } = await openDesk({ javaScriptEnabled, width: 390 })
    if (javaScriptEnabled) await openRecord(page)
    await page.fill('#quote', 'The quay is sinking')
    await desk.db.session.deleteMany({ where: { accountId: editor.id } })
    await page.getByRole('button', { name: 'Record the statement' }).click()
    await page.getByText('Your words are kept. Sign in to go on.').waitFor()
    await page.fill('input[name=email]', editor.email)
    await page.fill('input[name=password]', editor.password)
    await page.locator('main form button').click()
    await page.waitForURL(new RegExp(`/documents/${id}/desk`))
    await page.getByText('You left words here on').waitFor()
    assert.equal(await page.inputValue('#quote'), 'The quay is sinking')
    await page.getByRole('button', { name: 'Record the statement' }).click()
    await page.locator('section.card').first().waitFor({ state: 'attached' })
    assert.equal(await desk.db.statement.count({ where: { version: { documentId: id } } }), 1)
    await page.context().close()
  })

  test(`who was not the quicker chooses between both texts, ${how}`, skip, async () => {
    const page = await desk.openPage({ javaScriptEnabled, width: 320 })
    await desk.signIn(page, await makeAccount(desk.db, 'editor'))
    const { id } = await recordOn(desk.db, (await makeDocument(desk.db)).id)
    await page.goto(`${desk.address}/statements/${id}/edit`)
    await desk.db.statement.update({ where: { id }, data: { revision: { increment: 1 } } })
    await desk.db.hop.updateMany({ where: { statementId: id }, data: { cue: 'told' } })
    await page.fill('[name="hops[0][cue]"]', 'whispered')
    await page.getByRole('button', { name: 'Save the statement' }).click()
    const conflict = page.getByRole('region', { name: 'Both texts, side by side' })
    const field = conflict.getByRole('group', { name: 'How it reached this page' })
    await field.getByText('Lena Okafor whispered to reporters in Port Ansel').waitFor()
    await field.getByText('Lena Okafor told reporters in Port Ansel').waitFor()
    assert.ok((await page.evaluate(() => document.documentElement.scrollWidth)) <= 320)
    await field.getByLabel('Take theirs').check()
    await page.getByRole('button', { name: 'Save the statement' }).click()
    await page.waitForURL(/desk#statement-\d+/)
    assert.equal((await desk.db.hop.findFirstOrThrow({ where: { statementId: id } })).cue, 'told')
    await page.context().close()
  })
}

test('a double click sends a form once', skip, async () => {
  const { page, id } = await openDesk()
  await writeNote(page, 'Ask the harbour master')
  await page.getByRole('button', { name: 'Write the note' }).first().dblclick()
  await page.getByText('The note is written').waitFor()
  assert.equal(await desk.db.note.count({ where: { documentId: id } }), 1)
  await page.context().close()
})

test('what is typed stays while suggestions are decided, and each decision counts', skip, async () => {
  const { page, editor, id, path } = await openDesk()
  const thread = readingThread()
  await askForReading(desk.db, { documentId: id, by: editor.id })
  await readNext(desk.db, thread, undefined, id)
  await thread.end()
  await page.goto(path)
  await writeNote(page, 'half a thought')
  const before = await page.locator('.note-form input[name=once]').first().inputValue()
  await openDetails(page) // which closes them
  for (const n of [1, 2]) {
    await page.locator('.suggestion').first().locator('.words').click()
    await page.locator('.suggestion').first().getByRole('button', { name: 'Dismiss' }).click()
    await page.locator('label', { hasText: new RegExp(`^${n} of \\d+ suggestions decided`) }).waitFor()
  }
  assert.equal(await page.locator('.note-form textarea').first().inputValue(), 'half a thought')
  assert.equal(await page.locator('.note-form input[name=once]').first().inputValue(), before)
  const stamps = await page
    .locator('input[name=once]')
    .evaluateAll((all) => all.map((one) => (one as HTMLInputElement).value))
  assert.equal(new Set(stamps).size, stamps.length)
  assert.equal(await desk.db.suggestion.count({ where: { version: { documentId: id }, state: 'dismissed' } }), 2)

  await openDetails(page)
  await page.getByRole('button', { name: 'Write the note' }).first().click()
  await page.getByText('The note is written').waitFor()
  await page.context().close()
})

test('axe finds nothing on the pages of unsent words, and nothing is wider than 320 pixels', skip, async () => {
  const { page, editor, path } = await openDesk()
  await isKept(page, () => writeNote(page, 'A very long thought that goes on and on'))
  const [draft] = await leftBy(editor)
  const faults = []
  for (const place of ['/drafts', `/drafts/${draft?.id}`, path.slice(desk.address.length)]) {
    faults.push(...(await desk.audit(page, place)))
  }
  assert.deepEqual(faults, [])
  await page.context().close()
})
