import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Page } from 'playwright-core'
import { skipWithoutBrowser } from '../support/browser.ts'
import { type BrowserDesk, openBrowserDesk, type Seen } from '../support/browser-desk.ts'
import { selectWords } from '../support/in-text.ts'
import { makeAccount, makeDocument, publish, recordOn, stateClaim, type TestAccount } from '../support/world.ts'

let desk: BrowserDesk
let editor: TestAccount
let reviewer: TestAccount
let address = ''

before(async () => {
  desk = await openBrowserDesk()
  address = desk.address
  editor = await makeAccount(desk.db, 'editor')
  reviewer = await makeAccount(desk.db, 'reviewer')
})
after(() => desk.close())

const openPage = (seen?: Seen) => desk.openPage(seen)
const signIn = (page: Page) => desk.signIn(page, reviewer)

const words = 'Not one container ship will dock here after December'

/** Record, verify, publish and read, with the words put into the form by `select`. */
async function journey(page: Page, select: (page: Page) => Promise<void>): Promise<void> {
  const document = await makeDocument(desk.db)
  await desk.signIn(page, editor)
  await page.goto(`${address}/documents/${document.id}/desk`)
  await select(page)
  assert.equal(await page.inputValue('#quote'), words)
  await page.fill('[name="hops[0][source]"]', 'Lena Okafor')
  await page.fill('[name="hops[0][cue]"]', 'told')
  await page.fill('[name="hops[0][addressee]"]', 'reporters')
  await page.getByRole('button', { name: 'Record the statement' }).last().click()
  await page.locator('section.card').first().waitFor({ state: 'attached' })
  const { id } = await desk.db.statement.findFirstOrThrow({ orderBy: { id: 'desc' } })

  await page.goto(`${address}/statements/${id}`)
  const folded = page.locator('details', { has: page.locator('form[action$="/verdicts"]') }).first()
  if ((await folded.count()) > 0 && (await folded.getAttribute('open')) === null) {
    await folded.locator('summary').first().click()
  }
  const verdict = page.locator('form[action$="/verdicts"]').first()
  await verdict.getByRole('radio', { name: 'Confirmed' }).check()
  await verdict.locator('[name="evidence[0][kind]"]').selectOption('recording')
  await verdict.getByText('A link instead').click()
  await verdict.locator('[name="evidence[0][url]"]').fill('https://portansel.example/press')
  await verdict.locator('[name=reasons]').fill('We heard the recording.')
  await verdict.getByRole('button', { name: 'Give this verdict' }).click()
  await page.getByText('The verdict is given').waitFor()

  // Nobody publishes their own verdict.
  await page.context().clearCookies()
  await signIn(page)
  await page.goto(`${address}/documents/${document.id}/publication`)
  await page.getByText('Tick all without open questions').click()
  await page.locator('.ticks input:not(:disabled, :checked)').first().check()
  await page.getByText('Publish…', { exact: true }).click()
  await page.getByRole('button', { name: 'Publish now' }).click()
  await page.getByText(/^Published, with 1 statement/).waitFor()

  await page.context().clearCookies()
  await page.goto(`${address}/documents/${document.id}`)
  await page.click(`a.mark[href="#statement-${id}"]`)
  const card = page.locator(`#statement-${id}`)
  await card.getByText('We heard the recording.').first().waitFor({ state: 'visible' })
  assert.match(await card.innerText(), /Lena Okafor told reporters/)
}

test(
  'an editor selects words with the mouse, records, verifies and publishes; a reader opens the card',
  { skip: skipWithoutBrowser },
  async () => {
    const page = await openPage()
    await journey(page, async () => {
      await selectWords(page, words, 'by dragging')
      // While the mouse is on its way, the form has a part of them.
      const isQuoted = (all: string) => (document.querySelector('#quote') as HTMLTextAreaElement).value === all
      await page.waitForFunction(isQuoted, words)
    })
    await page.context().close()
  },
)

test('the same journey goes without JavaScript, by pasting the words', { skip: skipWithoutBrowser }, async () => {
  const page = await openPage({ javaScriptEnabled: false })
  await journey(page, () => page.fill('#quote', words))
  await page.context().close()
})

test(
  'on a phone a card opens over the text and closes onto its mark, by keyboard and without JavaScript',
  { skip: skipWithoutBrowser },
  async () => {
    const document = await makeDocument(desk.db)
    const { id } = await recordOn(desk.db, document.id)
    await publish(desk.db, document.id)
    const page = await openPage({ javaScriptEnabled: false, width: 390 })
    await page.goto(`${address}/documents/${document.id}`)
    const mark = page.locator(`#at-${id}`)
    const more = page.locator(`#statement-${id} .more`)

    await mark.focus()
    await page.keyboard.press('Enter')
    await more.waitFor({ state: 'visible' })
    await page.keyboard.press('Tab')
    await page.locator(`#statement-${id} > .close:focus`).waitFor({ state: 'visible' })
    await page.keyboard.press('Enter')
    await more.waitFor({ state: 'hidden' })
    await page.locator(`#at-${id}:focus`).waitFor({ state: 'visible' })
    await page.context().close()
  },
)

test(
  'on a phone a reader challenges a statement by keyboard and without JavaScript, and comes by no hidden field',
  { skip: skipWithoutBrowser },
  async () => {
    const document = await makeDocument(desk.db)
    const { id } = await recordOn(desk.db, document.id)
    await publish(desk.db, document.id)
    const page = await openPage({ javaScriptEnabled: false, width: 390 })
    await page.goto(`${address}/statements/${id}`)
    await page.getByRole('link', { name: 'Challenge this statement' }).press('Enter')
    await page.getByLabel('The words are not these').press('Space')
    for (const typed of ['She said “large ships”', 'I was there', 'Ines Falk']) {
      await page.keyboard.press('Tab')
      await page.keyboard.type(typed)
    }
    await page.keyboard.press('Enter')
    const link = await page.getByLabel('Your secret address').inputValue()
    assert.deepEqual(await page.context().cookies(), [])

    await page.goto(link)
    await page.getByLabel('What you want to add').fill('My recording is on the way')
    await page.getByRole('button', { name: 'Add it' }).press('Enter')
    await page.getByText('My recording is on the way').waitFor()
    const [challenge] = await desk.db.challenge.findMany({ include: { words: true } })
    assert.deepEqual(
      [challenge?.body, challenge?.name, challenge?.words.length],
      ['She said “large ships”', 'Ines Falk', 1],
    )
    await page.context().close()
  },
)

test('an editor who types words is offered the claims that have them', { skip: skipWithoutBrowser }, async () => {
  const { id } = await recordOn(desk.db, (await makeDocument(desk.db)).id)
  const { sentence } = await stateClaim(desk.db, id, { sentence: 'The quay has sunk by four centimetres' })
  const page = await openPage()
  await signIn(page)
  await page.goto(`${address}/statements/${id}`)
  await page.locator('#claim-known').pressSequentially('sunk quay')
  await page.locator(`#claim-known-known option[value="${sentence}"]`).waitFor({ state: 'attached' })
  await page.context().close()
})
