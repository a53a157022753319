import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Page } from 'playwright-core'
import { readingThread, readNext } from '../../src/suggestions/reader.ts'
import { askForReading } from '../../src/documents/readings.ts'
import { skipWithoutBrowser } from '../support/browser.ts'
import { type BrowserDesk, openBrowserDesk } from '../support/browser-desk.ts'
import { makeAccount, makeDocument, type TestAccount } from '../support/world.ts'

let desk: BrowserDesk
let editor: TestAccount
let reviewer: TestAccount

before(async () => {
  desk = await openBrowserDesk({ demo: true })
  editor = await makeAccount(desk.db, 'editor')
  reviewer = await makeAccount(desk.db, 'reviewer')
})
after(() => desk.close())

/** At most so many presses of a key for each statement of the story, on average. */
const mostKeys = 4

/** What the story holds: words of each statement, and who said them and passed them on. */
const wanted: [words: RegExp, way: string[]][] = [
  [/^Ten countries have urged the Taliban to form “a truly inclusive government”$/, ['Russian Foreign Ministry']],
  [/^The envoys agreed to hold a donor conference/, ['Russian Foreign Ministry']],
  [/^the Taliban would be asked to come$/, ['Zamir Kabulov', 'Russian media']],
  [/^whether the movement would sit at one table/, ['Journalists from Russian agencies']],
  [/^It would$/, ['Zamir Kabulov']],
  [/^Whom it would send$/, ['Zamir Kabulov']],
  [/^that the Taliban would travel at all$/, ['A Western diplomat', 'Eastgate Television']],
  [/^it would send the aid it had promised .*“being worked out”$/, ['Russia', 'Zamir Kabulov']],
  [/^Afghanistan’s plight was getting worse by the day$/, ['a top UN official with sight of the aid convoys']],
  [/^Moscow would reportedly not “exclude” /, ['Zamir Kabulov']],
  [/^But at this stage \[…\] we believe it is not expedient to rush/, ['Zamir Kabulov']],
  [/^recognition “at the present juncture is not on the table”$/, ['Sergey Lavrov']],
  [/^the Taliban led the country “de facto”$/, ['Dmitry Peskov']],
  [/^The Moscow format dates from 2017/, []],
]

/** The demo's wire story under another publisher, read for suggestions, with nothing decided yet. */
async function bringInWireStory(): Promise<number> {
  const told = await desk.db.document.findFirstOrThrow({
    where: { title: { startsWith: 'Ten countries urge' } },
    include: { text: true },
  })
  const { id } = await makeDocument(desk.db, {
    title: told.title,
    publisher: 'Northern Press',
    url: 'https://example.org/northern/moscow-talks',
    published: '2021-10-21',
    text: told.text.content,
  })
  const thread = readingThread()
  await askForReading(desk.db, { documentId: id, by: editor.id })
  await readNext(desk.db, thread, undefined, id)
  await thread.end()
  return id
}

/** A keyboard that counts; each step waits for what it brings about, as a person would look. */
function countingKeyboard(page: Page) {
  let presses = 0
  return {
    presses: () => presses,
    async press(...keys: string[]) {
      for (const key of keys) {
        presses++
        await page.keyboard.press(key)
      }
    },
  }
}

test(
  'the wire story goes from suggestions to published by keyboard alone, with few keys for each statement',
  { skip: skipWithoutBrowser },
  async (t) => {
    const id = await bringInWireStory()
    const page = await desk.openPage()
    await desk.signIn(page, editor)
    await page.goto(`${desk.address}/documents/${id}/desk`)
    const total = await page.locator('.suggestion').count()
    const keys = countingKeyboard(page)
    let decided = 0
    const next = async () => {
      decided++
      await page.locator('label', { hasText: new RegExp(`^${decided} of ${total} suggestions decided`) }).waitFor()
      if (decided < total)
        await page.waitForFunction(() => document.activeElement?.id.startsWith('at-suggestion-') ?? false)
    }
    const accept = async () => {
      await keys.press('Enter')
      await next()
    }
    /** The chosen suggestion in the form, then the text again, where the cursor stands on its first word. */
    const mend = async (...steps: (() => Promise<void>)[]) => {
      await keys.press('e')
      await page.waitForFunction(() => document.activeElement?.id === 'quote')
      await keys.press('Escape')
      for (const step of steps) await step()
      await keys.press('Control+Enter')
      await next()
    }
    const press =
      (...names: string[]) =>
      () =>
        keys.press(...names)
    const chain = (sentence: RegExp) => async () => {
      await page.locator('[data-chain-line]').filter({ hasText: sentence }).waitFor()
      await page.waitForFunction(() => document.activeElement?.matches('[data-quotable]') ?? false)
    }

    await keys.press('j')
    await accept() // Ten countries have urged the Taliban …
    await mend(press('s'), chain(/Russian Foreign Ministry/)) // the ministry, and its communiqué: as above
    for (let i = 0; i < 4; i++) await accept() // asked to come; one table; It would; Whom it would send
    await mend(
      press('Shift+ArrowRight', 'Shift+ArrowRight', 'Shift+W'),
      chain(/^A Western diplomat said/),
      press('ArrowRight', 'v', 'ArrowRight', 'b'),
      chain(/^A Western diplomat doubted → passed on by Eastgate Television/),
    )
    await accept() // what Russia had said, passed on by Kabulov
    await mend(press('ArrowRight', 'ArrowRight', 'ArrowRight', 'ArrowRight', 'b'))
    for (let i = 0; i < 4; i++) await accept() // not exclude; expedient; juncture; de facto

    // The rules suggest nothing that is in the publisher's own voice.
    await page.waitForFunction(() => document.activeElement?.matches('[data-quotable], #suggestions-heading') ?? false)
    await keys.press('Escape', 'ArrowDown', 'ArrowDown', 'ArrowDown', '.', 'Enter', 'Control+Enter')
    await page.getByText('The statement is recorded.').waitFor({ state: 'attached' })
    await keys.press('Shift+R')
    await page.getByText('A reviewer can publish it now.').waitFor()

    await page.context().clearCookies()
    await desk.signIn(page, reviewer)
    await page.goto(`${desk.address}/documents/${id}/desk`)
    await keys.press('p')
    await page.waitForURL(/publication$/)
    await page.keyboard.press('Enter')
    await keys.press('Control+Enter')
    await page
      .locator('#to-publish[open]', { hasText: /14 new statements:\s+Did they say it\? 0 of 14 checked/ })
      .waitFor()
    assert.equal(
      await desk.db.document.count({ where: { id, state: 'published' } }),
      0,
      'what goes out is seen before it goes',
    )
    await keys.press('Enter')
    await page.getByText(/^Published, with 14 statements/).waitFor()

    const statements = await desk.db.statement.findMany({
      where: { version: { documentId: id }, state: 'published' },
      include: { hops: { orderBy: { position: 'asc' }, include: { source: true } }, spans: true },
    })
    const ways = statements.map(({ words, hops }) => ({
      words,
      way: hops.map(({ description, source }) => description ?? source?.name),
    }))
    for (const [words, way] of wanted) {
      const found = ways.find((one) => words.test(one.words))
      assert.deepEqual(found?.way, way, `${words} in ${JSON.stringify(ways)}`)
    }
    assert.equal(statements.length, wanted.length)

    const average = keys.presses() / wanted.length
    t.diagnostic(`${keys.presses()} key presses for ${wanted.length} statements: ${average.toFixed(2)} each`)
    assert.ok(average <= mostKeys, `${average} key presses for each statement`)
    await page.context().close()
  },
)
