import assert from 'node:assert/strict'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { openDatabase } from '../../src/database/connect.ts'
import { launchBrowser, skipWithoutBrowser } from '../support/browser.ts'
import { makeDamStory } from '../support/dam-story.ts'
import { skipOnServer } from '../support/database.ts'
import { selectWords } from '../support/in-text.ts'
import { type Started, startDesk } from '../support/started.ts'
import { embeddedTemplate } from '../support/template.ts'
import { makeAccount } from '../support/world.ts'

/* A desk whose process is killed while an editor has a document open, and which is started again at the same address. */

const sizes = [
  { width: 1280, height: 900 },
  { width: 390, height: 844 },
]

for (const viewport of sizes)
  test(
    `what is sent while the desk is down is told in sight and tried again when it is back, ${viewport.width} px wide`,
    { skip: skipWithoutBrowser || skipOnServer },
    async (t) => {
      const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'on-record-away-'))
      t.after(() => fs.rmSync(dataDir, { recursive: true, force: true }))
      const before = await openDatabase({ dataDir, template: await embeddedTemplate() })
      const editor = await makeAccount(before.db, 'editor')
      const story = await makeDamStory(before.db, { by: editor })
      await before.close()

      const start = async (port: string): Promise<[Started, string]> => {
        const made = startDesk({
          DATA_DIR: dataDir,
          SESSION_SECRET: 'only the desk that comes back signs with this',
          PORT: port,
        })
        t.after(() => made.process.kill('SIGKILL'))
        const [, address = ''] = await made.hears(/On Record is at (\S+)/)
        return [made, address]
      }
      const [first, address] = await start('0')
      let desk = first
      const browser = await launchBrowser()
      assert.ok(browser)
      t.after(() => browser.close())
      const page = await browser.newPage({ viewport, reducedMotion: 'reduce' })
      await page.goto(`${address}/session`)
      await page.fill('input[name=email]', editor.email)
      await page.fill('input[name=password]', editor.password)
      await page.click('main form button')
      await page.waitForURL(/\/desk$/)
      await page.goto(`${address}/documents/${story.documentId}/desk`)

      const alert = page.locator('[data-toasts] [role=alert] .toast')
      const tryAgain = alert.getByRole('button', { name: 'Try again' })
      /** Does it while no desk answers, and once more; `kept` looks at what was typed before the desk is back. */
      const whileAway = async (act: () => Promise<void>, kept: () => Promise<void> = () => Promise.resolve()) => {
        desk.process.kill('SIGKILL')
        await desk.code
        await act()
        await alert.getByText(/^Not saved: the server did not answer/).waitFor()
        await assertInSight(page)
        await kept()
        await tryAgain.press('Enter')
        await alert.getByText(/^Not saved: the server did not answer/).waitFor()
        assert.ok(await page.evaluate(() => document.activeElement !== document.body), 'the focus is somewhere')
        await kept()
        ;[desk] = await start(new URL(address).port)
        await tryAgain.click()
      }
      const suggestions = page.locator('.suggestion')
      const suggestionsAre = (n: number) =>
        page.waitForFunction((left) => document.querySelectorAll('.suggestion').length === left, n)

      const left = await suggestions.count()
      await page.locator('a.mark[data-suggestion]').first().focus()
      await whileAway(() => page.keyboard.press('Enter'))
      await suggestionsAre(left - 1)
      // Undo is told in the same place on a phone, and each start of a desk takes its time.
      if (viewport.width > 960) {
        await page.locator('[data-quotable]').focus()
        await whileAway(() => page.keyboard.press('u'))
        await suggestionsAre(left)
      }

      await selectWords(page, 'people carried chairs and dogs up to the school')
      await page.keyboard.press('Enter')
      const quote = page.locator('#quote')
      await page.waitForFunction(() => document.querySelector<HTMLTextAreaElement>('#quote')?.value !== '')
      const who = page.locator('[name="hops[0][source]"]')
      await who.fill('Tobias Ferrant')
      await whileAway(
        () => page.keyboard.press('Control+Enter'),
        async () => {
          assert.equal(await quote.inputValue(), 'people carried chairs and dogs up to the school')
          assert.equal(await who.inputValue(), 'Tobias Ferrant')
        },
      )
      await page.locator('.toast', { hasText: 'The statement is recorded.' }).waitFor()

      const reasons = page.locator('#check-reasons')
      await page.locator(`a.mark[data-statement="${story.statements.soldiers}"]`).first().press('c')
      await page.locator(`[data-check-card="${story.statements.soldiers}"]`).waitFor()
      await page.getByRole('radio', { name: 'Relayed only' }).check()
      await reasons.fill('Only the paper has it.')
      await whileAway(
        () => page.keyboard.press('Control+Enter'),
        async () => assert.equal(await reasons.inputValue(), 'Only the paper has it.'),
      )
      await page.locator(`[data-check-card="${story.statements.soldiers}"]`).waitFor({ state: 'detached' })

      desk.process.kill('SIGKILL')
      await desk.code
      const after = await openDatabase({ dataDir })
      try {
        // The eight of the story, the one that was accepted, and the one that was recorded.
        const recorded = await after.db.statement.count()
        const checked = await after.db.verdict.count({ where: { statementId: story.statements.soldiers } })
        assert.deepEqual([recorded, checked], [10, 1])
      } finally {
        await after.close()
      }
    },
  )

/** The whole message is in the window, and nothing lies over its buttons. */
async function assertInSight(page: Page): Promise<void> {
  const covered = await page.locator('[data-toasts] [role=alert] .toast').evaluate((toast) => {
    const { top, bottom, left, right } = toast.getBoundingClientRect()
    if (top < 0 || left < 0 || bottom > innerHeight || right > innerWidth) return 'the message is out of sight'
    for (const button of toast.querySelectorAll('button')) {
      const box = button.getBoundingClientRect()
      const there = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2)
      if (there !== button) return `${button.textContent} is covered`
    }
    return ''
  })
  assert.equal(covered, '')
}
