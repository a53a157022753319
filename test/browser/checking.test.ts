import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Page } from 'playwright-core'
import { skipWithoutBrowser } from '../support/browser.ts'
import { type BrowserDesk, openBrowserDesk } from '../support/browser-desk.ts'
import { giveVerdictOn, makeAccount, makeDocument, recordOn, stateClaim, type TestAccount } from '../support/world.ts'

let desk: BrowserDesk
let editor: TestAccount
const options = { skip: skipWithoutBrowser }

before(async () => {
  desk = await openBrowserDesk()
  editor = await makeAccount(desk.db, 'editor')
})
after(() => desk.close())

/** A document with two statements, and a claim of another that was checked before. */
async function makeStory() {
  const elsewhere = await recordOn(desk.db, (await makeDocument(desk.db)).id)
  const claim = await stateClaim(desk.db, elsewhere.id, { sentence: 'Container ships stay away from Port Ansel' })
  await giveVerdictOn(desk.db, { claimId: claim.id }, { by: editor.id, rating: 'mostly-false' })
  const document = await makeDocument(desk.db)
  const first = await recordOn(desk.db, document.id, { quote: 'Not one container ship will dock here' })
  const second = await recordOn(desk.db, document.id, { quote: 'the quay had moved four centimetres since 2019' })
  return { document, claim, first, second }
}

/** Presses keys and counts them, all but those that write words; the pages that were loaded are counted, too. */
function hands(page: Page) {
  const counted = { keys: 0, loads: 0 }
  page.on('framenavigated', () => counted.loads++)
  return {
    counted,
    press: async (...keys: string[]) => {
      for (const key of keys) {
        counted.keys++
        await page.keyboard.press(key)
      }
    },
    type: (words: string) => page.keyboard.type(words),
  }
}

const focused = (page: Page, selector: string) =>
  page.waitForFunction((wanted) => document.activeElement?.matches(wanted), selector)

test('a full check takes eight keys besides the words, and no page', options, async () => {
  const page = await desk.openPage()
  const { document, claim, first, second } = await makeStory()
  await desk.signIn(page, editor)
  await page.goto(`${desk.address}/documents/${document.id}/desk`)
  await page.locator(`a.mark[data-statement="${first.id}"]`).first().focus()
  const { counted, press, type } = hands(page)

  await press('c')
  await focused(page, '[data-scale=ratingId] input')
  await press('1')
  await page.getByText('None yet.').waitFor()
  await press('Tab')
  await focused(page, '#check-add-evidence')
  await type('https://portansel.example/press/recording')
  await press('Tab')
  await focused(page, '#check-reasons')
  await page.getByText('You have one.').waitFor()
  await page.locator('.folded', { hasText: 'Confirmed' }).waitFor()
  await type('The recording has these words.')
  await press('Tab')
  await focused(page, '#check-known')
  await type('container stay')
  await press('Enter')
  await focused(page, '[data-scale=claimRatingId] input')
  await press('6', 'Control+Enter')
  await page.locator(`[data-check-card="${second.id}"]`).waitFor()
  await focused(page, '[data-scale=ratingId] input')
  assert.deepEqual(counted, { keys: 8, loads: 0 })
  await page.getByText('Saved. 1 left to check.').first().waitFor()

  const verdict = await desk.db.verdict.findFirstOrThrow({
    where: { statementId: first.id },
    include: { rating: true, evidence: true },
  })
  assert.deepEqual([verdict.rating.slug, verdict.evidence[0]?.kind], ['confirmed', 'recording'])
  const newest = await desk.db.verdict.findFirstOrThrow({
    where: { claimId: claim.id },
    orderBy: { id: 'desc' },
    include: { rating: true },
  })
  assert.deepEqual([newest.rating.slug, newest.reasons], ['unproven', 'The recording has these words.'])
  assert.equal(await desk.db.statementClaim.count({ where: { statementId: first.id, claimId: claim.id } }), 1)

  // The next one with the same evidence: one key less.
  await press('1', 's')
  await focused(page, '#check-reasons')
  await type('The same recording.')
  await press('Control+Enter')
  await page.getByText('All statements of this document are checked.').first().waitFor()
  assert.deepEqual(counted, { keys: 11, loads: 0 })
  assert.equal(
    await desk.db.evidence.count({ where: { verdict: { statementId: second.id }, url: { endsWith: '/recording' } } }),
    1,
  )
  await page.context().close()
})

/** A desk of its own, with the check of its first statement open. */
async function openCheck() {
  const page = await desk.openPage()
  const { document, first } = await makeStory()
  await desk.signIn(page, editor)
  await page.goto(`${desk.address}/documents/${document.id}/desk`)
  await page.locator(`a.mark[data-statement="${first.id}"]`).first().focus()
  await page.keyboard.press('c')
  await focused(page, '[data-scale=ratingId] input')
  return { page, first }
}

test('what is refused or does not arrive stays in the form, and it is said', options, async () => {
  const { page, first } = await openCheck()
  await page.keyboard.press('1')
  await page.locator('#check-reasons').fill('Half a reason')
  await page.keyboard.press('Control+Enter')
  await page.getByText('nothing is saved yet').waitFor()
  assert.match(await page.locator('#check-evidence-error').innerText(), /needs a primary source/)
  assert.equal(await page.inputValue('#check-reasons'), 'Half a reason')
  assert.equal(await desk.db.verdict.count({ where: { statementId: first.id } }), 0)

  await page.context().setOffline(true)
  await page.locator('#check-reasons').focus()
  await page.keyboard.type('More of it. ')
  await page.keyboard.press('Control+Enter')
  await page.locator('.check-foot .error', { hasText: 'try again' }).waitFor()
  assert.match(await page.inputValue('#check-reasons'), /More of it/)
  await page.context().setOffline(false)
  await page.keyboard.press('Escape')
  await focused(page, '[data-quotable]')
  await page.context().close()
})

test('who was signed out while they checked is led to sign in, and nothing is recorded', options, async () => {
  const { page, first } = await openCheck()
  await page.keyboard.press('3')
  await page.locator('#check-reasons').fill('The only trace is the paper.')
  await page.context().clearCookies()
  await page.keyboard.press('Control+Enter')
  await page.waitForURL(/\/session\?next=/)
  assert.equal(await desk.db.verdict.count({ where: { statementId: first.id } }), 0)
  await page.context().close()
})

test('a new claim is written where one is looked for; Enter never sends the form', options, async () => {
  const page = await desk.openPage()
  const { first } = await makeStory()
  await desk.signIn(page, editor)
  await page.goto(`${desk.address}/statements/${first.id}/check`)
  await page.locator('#check-known').focus()
  await page.keyboard.type('Zeppelins land in Port Ansel')
  await page.keyboard.press('Enter')
  await focused(page, '[data-scale=claimRatingId] input')
  assert.equal(await page.inputValue('#check-sentence'), 'Zeppelins land in Port Ansel')
  assert.match(page.url(), /\/check$/)
  await page.context().close()
})

test('the page and the card beside the text have no faults, on a phone and in the dark', options, async () => {
  const page = await desk.openPage()
  const { document, first } = await makeStory()
  await giveVerdictOn(desk.db, { statementId: first.id }, { by: editor.id })
  const other = await recordOn(desk.db, document.id, { quote: 'The quay is sinking' })
  await desk.signIn(page, editor)
  assert.deepEqual(await desk.audit(page, `/statements/${other.id}/check`), [])
  await page.setViewportSize({ width: 1280, height: 900 })
  await page.goto(`${desk.address}/documents/${document.id}/desk`)
  await page.locator(`a.mark[data-statement="${other.id}"]`).first().focus()
  await page.keyboard.press('c')
  await focused(page, '[data-scale=ratingId] input')
  await page.locator('#check-known').focus()
  await page.locator('#check-known').fill('container')
  await page.locator('.listbox [role=option]').first().waitFor()
  assert.deepEqual(await desk.auditOpen(page, 'the desk with a check'), [])
  await page.context().close()
})
