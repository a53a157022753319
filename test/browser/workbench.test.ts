import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { CDPSession, Page } from 'playwright-core'
import { readingThread, readNext } from '../../src/suggestions/reader.ts'
import { askForReading } from '../../src/documents/readings.ts'
import { skipWithoutBrowser } from '../support/browser.ts'
import { type BrowserDesk, openBrowserDesk } from '../support/browser-desk.ts'
import { selectWords } from '../support/in-text.ts'
import { giveVerdictOn, makeAccount, makeDocument, recordOn, type TestAccount } from '../support/world.ts'

let desk: BrowserDesk
let editor: TestAccount
let long = 0
let statements = 0
const skip = { skip: skipWithoutBrowser }

const paragraph = (n: number) =>
  `The harbour master said that berth number ${n} had to be dredged before winter came. “Pier ${n} is sinking,” said Lena Okafor of the council on Tuesday.`

before(async () => {
  desk = await openBrowserDesk()
  editor = await makeAccount(desk.db, 'editor')
  const text = Array.from({ length: 180 }, (_, i) => paragraph(i + 1)).join('\n\n')
  long = (await makeDocument(desk.db, { title: 'A long day at the harbour', text })).id
  for (let n = 1; n <= 179; n++)
    await recordOn(desk.db, long, { quote: `berth number ${n} had to be dredged`, by: editor.id })
  const thread = readingThread()
  await askForReading(desk.db, { documentId: long, by: editor.id })
  await readNext(desk.db, thread, undefined, long)
  await thread.end()
  statements = await desk.db.statement.count({ where: { version: { documentId: long } } })
})
after(() => desk.close())

/** One page for all: what each test needs is another size, or another document. */
let shared: Page | undefined

async function open(width = 1280, height = 900, id = long): Promise<Page> {
  if (!shared) {
    shared = await desk.openPage({ hasTouch: true })
    await desk.signIn(shared, editor)
  }
  await shared.setViewportSize({ width, height })
  await shared.goto(`${desk.address}/documents/${id}/desk`)
  return shared
}

/** By then all that the page did before has been told on that connection. */
const heard = (cdp: CDPSession) => cdp.send('Runtime.evaluate', { expression: '0' })

const topOf = (page: Page, selector: string) =>
  page
    .locator(selector)
    .first()
    .evaluate((one) => one.getBoundingClientRect().top)
const endOf = (page: Page, selector: string) =>
  page
    .locator(selector)
    .first()
    .evaluate((one) => one.getBoundingClientRect().bottom)
const decided = (page: Page, n: number) =>
  page.locator('label', { hasText: new RegExp(`^${n} of \\d+ suggestions decided`) }).waitFor()

test('the text begins at once, wide and on a phone, with a script and without', skip, async () => {
  const { id } = await makeDocument(desk.db)
  const page = await open(1280, 900, id)
  const plain = await desk.openPage({ javaScriptEnabled: false })
  await plain.context().addCookies(await page.context().cookies())
  await plain.goto(page.url())
  for (const [width, height, most] of [
    [1280, 900, 170],
    [390, 844, 260],
  ] as const) {
    for (const one of [page, plain]) {
      await one.setViewportSize({ width, height })
      const top = await topOf(one, '.text p')
      assert.ok(top > 60 && top <= most, `${top} px at ${width}`)
    }
  }
  await plain.context().close()
})

test('text and panel scroll by themselves, and what is chosen stands at a third of the height', skip, async () => {
  const page = await open()
  const total = await page.locator('.suggestion').count()
  assert.ok(total > 100, `${total} suggestions, all of which are marked`)
  assert.equal(await page.locator('a[id^="at-suggestion-"]').count(), total)
  assert.ok((await page.evaluate(() => document.documentElement.scrollHeight)) <= 900)
  const card = page.locator('.suggestion').nth(90)
  const mark = page.locator(`[id="at-suggestion-${await card.getAttribute('data-card')}"]`)
  await card.locator('.words a').click()
  const { y } = (await mark.boundingBox()) ?? assert.fail('it is not in the text')
  assert.ok(y > 96 + 804 / 4 && y < 96 + 804 / 2, `${y} px`)
  assert.equal(await page.evaluate(() => scrollY), 0)
  // Only the chosen row has buttons, and it is in sight.
  assert.equal(await page.locator('.suggestion button:visible').count(), 2)
  const row = (await page.locator('.suggestion.chosen').boundingBox()) ?? assert.fail('no row')
  assert.ok(row.y >= 96 && row.y + row.height <= 900, `${row.y} px`)
})

test('a step on a text of 179 statements sends at most 40 kB, and nothing jumps', skip, async () => {
  assert.equal(statements, 179)
  const page = await open()
  const cdp = await page.context().newCDPSession(page)
  let bytes = 0
  await cdp.send('Network.enable')
  // Unpacked, as the browser has to read it.
  cdp.on('Network.dataReceived', ({ dataLength }) => (bytes += dataLength))
  const first = page.locator('a[id^="at-suggestion-"]').first()
  await first.focus()
  const before = await topOf(page, '.text p')
  let n = 0
  for (const [key, counts] of [
    ['Enter', 1],
    ['x', 1],
    ['u', -1],
  ] as const) {
    await heard(cdp)
    bytes = 0
    n += counts
    await page.keyboard.press(key)
    await decided(page, n)
    await page.waitForFunction(() => document.activeElement?.id.startsWith('at-suggestion-') ?? false)
    await heard(cdp)
    assert.ok(bytes > 500 && bytes <= 40_000, `${bytes} bytes for ${key}`)
    assert.ok(Math.abs((await topOf(page, '.text p')) - before) <= 8, `the text jumps at ${key}`)
  }
})

test('on a phone a sheet of at most 45 % has what is chosen, and the text stays where it is', skip, async () => {
  const page = await open(390, 844)
  const mark = page.locator('a[id^="at-suggestion-"]').first()
  const before = await topOf(page, '.text p')
  await mark.tap()
  const accept = page.locator('.suggestion.chosen').getByRole('button', { name: 'Accept' })
  await accept.waitFor()
  const sheet = (await page.locator('.panel').boundingBox()) ?? assert.fail('no sheet')
  assert.ok(sheet.height <= 844 * 0.45 + 1 && Math.round(sheet.y + sheet.height) === 844, JSON.stringify(sheet))
  assert.equal(await topOf(page, '.text p'), before)
  // The rule of the 8 px: the text moves only where the next words are out of sight, and then they stand at a third.
  const under = 844 * 0.55
  const seen = { still: 0, brought: 0 }
  for (let turn = 0; turn < 6; turn++) {
    const chosen = await page.locator('a.mark.chosen').first().getAttribute('data-suggestion')
    const marks = page.locator('a.mark[data-suggestion][tabindex="0"], a.mark[data-suggestion]:not([tabindex])')
    const ids = await marks.evaluateAll((all) => [
      ...new Set(all.map((one) => (one as HTMLElement).dataset['suggestion'])),
    ])
    const id = ids[ids.indexOf(chosen ?? '') + 1] ?? assert.fail('none is next')
    const next = page.locator(`a.mark[data-suggestion="${id}"]`).first()
    const lines = () =>
      next.evaluate((one) => [...one.getClientRects()].slice(0, 1).map(({ top, bottom }) => ({ top, bottom }))[0])
    const bar = await endOf(page, '.doc-bar')
    const edge = (under - bar) / 16
    const [was, top] = [(await lines()) ?? assert.fail('no words'), await topOf(page, '.text p')]
    await accept.tap()
    await page.locator(`.suggestion.chosen[data-card="${id}"]`).waitFor()
    const [is, moved] = [(await lines()) ?? assert.fail('no words'), (await topOf(page, '.text p')) - top]
    if (was.top >= bar + edge && was.bottom <= under - edge) {
      seen.still++
      assert.ok(Math.abs(moved) <= 8, `the text moves by ${moved} px, though the words were at ${was.top}`)
    } else {
      seen.brought++
      assert.ok(Math.abs(is.top - bar - (under - bar) / 3) <= 8, `words at ${was.top} px come to ${is.top}`)
    }
  }
  assert.ok(seen.still > 0 && seen.brought > 0, JSON.stringify(seen))
  await page.locator('.suggestion.chosen').getByRole('button', { name: 'Dismiss' }).tap()
  const why = page.locator('.asked-why').getByRole('button', { name: 'Not said' })
  await why.waitFor()
  const asked = (await why.boundingBox()) ?? assert.fail('nothing asks why')
  assert.ok(asked.y >= 844 * 0.55, 'why it was dismissed is asked in the sheet')
  await why.tap()
  await why.waitFor({ state: 'detached' })
  // Words that the sheet would cover come above it.
  const low = page.locator('a[id^="at-suggestion-"]').nth(4)
  await low.evaluate((one) => scrollTo(0, one.getBoundingClientRect().top + scrollY - 600))
  await page.evaluate(() => (document.activeElement as HTMLElement).blur())
  const { x, y } = (await low.boundingBox()) ?? assert.fail('it is not in the text')
  await page.keyboard.press('Escape')
  await low.dispatchEvent('click', { detail: 1 })
  const [words, over] = [await low.boundingBox(), await page.locator('.panel').boundingBox()]
  assert.ok(x >= 0 && y > 500 && words && over && words.y + words.height <= over.y, JSON.stringify([y, words, over]))

  // In a document of its own: what is typed and not sent is there again when its desk opens.
  const { id } = await makeDocument(desk.db)
  await recordOn(desk.db, id, { by: editor.id })
  await open(390, 844, id)
  const boxOf = async (selector: string) =>
    (await page.locator(selector).first().boundingBox()) ?? assert.fail(`no ${selector}`)
  await page.locator('[data-quotable] a.mark[data-statement]').first().tap()
  await page.locator('.card.chosen a[href$="/check"]').tap()
  await page.locator('.panel [data-check-card]').waitFor()
  const tab = await boxOf('.panel .to-record')
  assert.ok(tab.x + tab.width <= 390 - 8, `the last of four tabs ends at ${tab.x + tab.width}`)
  const [steps, foot] = [await boxOf('[data-scale=ratingId] .steps'), await boxOf('.check-foot')]
  assert.ok(steps.y + steps.height <= foot.y, 'all ratings stand above the foot')

  await page.locator('.panel .to-record').tap()
  await page.locator('[name="hops[0][source]"]').pressSequentially('Len')
  await page.locator('.view[data-view=record] [role=option]').first().waitFor()
  const [list, save] = [await boxOf('.listbox:not([hidden])'), await boxOf('[data-view=record] .form-foot')]
  assert.ok(list.y + list.height <= save.y, 'what can be picked stands above the foot')
})

test('what did not happen is seen and tried again; keys act only at the text or a card', skip, async () => {
  const page = await open()
  const sent: string[] = []
  page.on('request', (request) => request.method() === 'POST' && sent.push(new URL(request.url()).pathname))
  // The focus is in the text when a desk opens; taken from it, letters do nothing.
  assert.equal(await page.evaluate(() => document.activeElement?.matches('[data-quotable]')), true)
  await page.evaluate(() => (document.activeElement as HTMLElement).blur())
  for (const key of ['u', 'r', 'x', 'j', 'Enter']) await page.keyboard.press(key)
  assert.deepEqual(sent, [])
  assert.equal(await page.locator('.chosen').count(), 0)

  await page.route('**/acceptance', (route) => route.abort())
  await page.locator('.suggestion .words a').first().click()
  await page.keyboard.press('Enter')
  const alert = page.locator('[role=alert] .toast')
  await alert.getByText('the server did not answer').waitFor()
  await page.unroute('**/acceptance')
  await alert.getByRole('button', { name: 'Try again' }).click()
  await page.locator('[role=status] .toast', { hasText: 'Accepted.' }).waitFor()
  assert.equal(await alert.count(), 0)
})

test(
  'recording at the selected words leaves nothing selected, nothing in the form, and nothing moves',
  skip,
  async () => {
    const { id } = await makeDocument(desk.db)
    const page = await open(1280, 900, id)
    await selectWords(page, 'The quay is sinking', 'by dragging')
    const bar = page.getByRole('toolbar', { name: 'With the selected words' })
    await bar.getByText('“The quay is sinking”').waitFor()
    const filled = () =>
      page.evaluate(() => [...(CSS.highlights.get('quoted') ?? [])].map((range) => (range as Range).toString()))
    assert.deepEqual(await filled(), ['The quay is sinking'])
    await selectWords(page, 'Okafor', 'by dragging')
    await bar.getByRole('button', { name: 'Who', exact: true }).click()
    await page.locator('[data-chain-line]', { hasText: /Okafor said/ }).waitFor()
    const before = await topOf(page, '.text p')
    await page.keyboard.press('Control+Enter')
    await page.locator('.toast', { hasText: 'The statement is recorded.' }).waitFor()
    assert.deepEqual([await page.inputValue('#quote'), await filled()], ['', []])
    assert.equal(await page.evaluate(() => getSelection()?.toString()), '')
    assert.ok(Math.abs((await topOf(page, '.text p')) - before) <= 8)
    await page.keyboard.press('Control+Enter')
    await page.locator('.toast', { hasText: 'Nothing to record' }).waitFor()
    assert.equal(await desk.db.statement.count({ where: { version: { documentId: id } } }), 1)
  },
)

test(
  'keys are changed one by one and switched off; what can’t be undone says why; review is asked for with Shift',
  skip,
  async () => {
    const { id } = await makeDocument(desk.db)
    const statement = await recordOn(desk.db, id, { by: editor.id })
    const other = await makeAccount(desk.db, 'editor')
    await giveVerdictOn(desk.db, { statementId: statement.id }, { by: other.id })
    let page = await open(1280, 900, id)
    await page.goto(`${desk.address}/account`)
    const own = page.getByLabel('Undo; with Shift redo')
    await own.fill('j')
    await own.press('Enter')
    await page.locator('.errors a', { hasText: '“j” is taken: To the next mark' }).waitFor()
    await own.fill('y')
    await own.press('Enter')
    await page.getByText('Your keys are saved.').waitFor()

    page = await open(1280, 900, id)
    const posted: string[] = []
    page.on('request', (request) => request.method() === 'POST' && posted.push(new URL(request.url()).pathname))
    assert.equal(await page.locator('#keys kbd', { hasText: /^y$/ }).count(), 3)
    assert.equal(await page.locator('#keys kbd', { hasText: /^u$/ }).count(), 0)
    const undo = page.locator('[data-no-step=undo]')
    const why = `${other.name} has worked on statement ${statement.id} since`
    assert.match((await undo.textContent()) ?? '', new RegExp(why))
    const toast = page.locator('.toast', { hasText: why })
    await page.keyboard.press('u')
    await page.keyboard.press('r')
    // Alt with a letter is the browser's, and its menus'.
    await page.evaluate(() =>
      addEventListener('keydown', (event) => {
        if (event.altKey && event.key === 'y') document.body.dataset.isTaken = String(event.defaultPrevented)
      }),
    )
    await page.keyboard.press('Alt+y')
    await page.locator('body[data-is-taken=false]').waitFor({ state: 'attached' })
    assert.equal(await toast.count(), 0)
    await page.keyboard.press('y')
    await toast.waitFor()
    const address = `/documents/${id}/review`
    assert.ok(!posted.includes(address), posted.join(' '))

    await page.goto(`${desk.address}/account`)
    await page.getByLabel('Single letters are keys').uncheck()
    await page.getByRole('button', { name: 'Save the keys' }).click()
    await page.getByText('Your keys are saved.').waitFor()
    page = await open(1280, 900, id)
    for (const key of ['y', 'c', 'Shift+R', '?']) await page.keyboard.press(key)
    assert.equal(await toast.count(), 0)
    assert.ok(!posted.includes(address), posted.join(' '))
    await page.goto(`${desk.address}/account`)
    await page.getByLabel('Single letters are keys').check()
    await page.getByRole('button', { name: 'Use the usual letters' }).click()
    await page.getByText('Your keys are saved.').waitFor()
    page = await open(1280, 900, id)
    await page.keyboard.press('Shift+R')
    await page.waitForURL(/\/desk/)
    await page.getByText('A reviewer can publish it now.').waitFor()
    assert.ok(posted.includes(address), posted.join(' '))
  },
)
