import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { skipWithoutBrowser } from '../support/browser.ts'
import { type BrowserDesk, openBrowserDesk } from '../support/browser-desk.ts'
import { makeAccount, makeDocument } from '../support/world.ts'

let desk: BrowserDesk

before(async () => {
  desk = await openBrowserDesk()
})
after(() => desk.close())

test('a tick with Shift takes all from the last one, or clears them', { skip: skipWithoutBrowser }, async () => {
  const editor = await makeAccount(desk.db, 'editor')
  for (let i = 0; i < 5; i++) await makeDocument(desk.db)
  const page = await desk.openPage()
  await desk.signIn(page, editor)
  await page.goto(`${desk.address}/desk?view=unassigned`)
  const boxes = page.locator('input.tick')
  const ticked = () => boxes.evaluateAll((all) => all.map((box) => (box as HTMLInputElement).checked))
  await page.getByText('With Shift, a tick takes all').waitFor()

  await boxes.nth(1).click()
  await boxes.nth(3).click({ modifiers: ['Shift'] })
  assert.deepEqual(await ticked(), [false, true, true, true, false])
  await page.locator('[role=status]', { hasText: '3 ticked.' }).waitFor({ state: 'attached' })
  await boxes.nth(2).click({ modifiers: ['Shift'] })
  assert.deepEqual(await ticked(), [false, true, false, false, false])
  await boxes.nth(0).click()
  await page.getByLabel('Those ticked').selectOption('priority')
  await page.getByRole('button', { name: 'Show what would change' }).click()
  await page.waitForURL(/only=\d+.*only=\d+/)
  await page.context().close()
})
