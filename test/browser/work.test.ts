import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { skipWithoutBrowser } from '../support/browser.ts'
import { type BrowserDesk, openBrowserDesk } from '../support/browser-desk.ts'
import { makeAccount, makeDocument, recordOn } from '../support/world.ts'

let desk: BrowserDesk

before(async () => {
  desk = await openBrowserDesk()
})
after(() => desk.close())

test('a tick with Shift takes all from the last one, or clears them', { skip: skipWithoutBrowser }, async () => {
  const editor = await makeAccount(desk.db, 'editor')
  const title = 'Night ferry to Halden Island stops in November, operator says'
  for (let i = 0; i < 5; i++) await makeDocument(desk.db, { title, publisher: 'Northern Harbour Ledger' })
  const page = await desk.openPage()
  await desk.signIn(page, editor)
  await page.goto(`${desk.address}/desk?view=unassigned`)
  const boxes = page.locator('input.tick')
  const ticked = () => boxes.evaluateAll((all) => all.map((box) => (box as HTMLInputElement).checked))
  await page.getByText('With Shift, a tick takes all').waitFor()
  const row = page.locator('tbody tr').first()
  assert.equal(await row.evaluate((one) => Math.round(one.getBoundingClientRect().height)), 40)
  const cut = await row.locator('td, td *').evaluateAll((all) =>
    all
      .filter((one) => one.scrollWidth > one.clientWidth + 1 && one.clientWidth > 1)
      .concat(all.filter((one) => one.scrollHeight > one.clientHeight + 2 && one.clientHeight > 1))
      .map((one) => one.textContent.trim()),
  )
  assert.deepEqual(cut, [], 'no words are cut at 1280 px')

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

test(
  'a list is gone through, ticked and opened by keys, which act only while it has the focus',
  { skip: skipWithoutBrowser },
  async () => {
    const editor = await makeAccount(desk.db, 'editor')
    const page = await desk.openPage()
    await desk.signIn(page, editor)
    await page.goto(`${desk.address}/documents`)
    const titles = page.locator('tbody .title a')
    const focused = () => titles.evaluateAll((all) => all.findIndex((link) => link === document.activeElement))
    const rows = page.locator('tbody tr')
    assert.equal(await rows.first().evaluate((row) => Math.round(row.getBoundingClientRect().height)), 40)

    await page.keyboard.press('j')
    assert.equal(await focused(), -1, 'nothing has the focus')
    await page.locator('[data-rows]').focus()
    for (const key of ['j', 'x', 'j', 'j', 'k', 'x']) await page.keyboard.press(key)
    assert.equal(await focused(), 1)
    await page.locator('.bulk-bar', { hasText: '2 ticked' }).waitFor()
    await page.keyboard.press('Escape')
    assert.equal(await page.locator('input.tick:checked').count(), 0)
    assert.equal(await page.locator('.bulk-bar').isVisible(), false)
    await page.evaluate(() => (document.body.dataset['letters'] = 'off'))
    await page.keyboard.press('j')
    assert.equal(await focused(), 1, 'letters are switched off')
    await page.evaluate(() => delete document.body.dataset['letters'])
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/documents\/\d+/)
    await page.context().close()
  },
)

test(
  'a long chain is told from both its ends in the list of statements, in rows of 40 px and with nothing of it cut, nor on a phone',
  { skip: skipWithoutBrowser },
  async () => {
    const page = await desk.openPage()
    await desk.signIn(page, await makeAccount(desk.db, 'editor'))
    const { id } = await makeDocument(desk.db)
    const names = ['A diplomat of the northern delegation', 'The agency', 'Coast Radio', 'The Evening Gazette']
    const hops = names.map((source) => ({ naming: 'named' as const, source, cue: 'said', place: 'Port Ansel' }))
    await recordOn(desk.db, id, { hops })
    const briefing = { naming: 'named', source: 'Zamir Kabulov', cue: 'told', addressee: 'reporters from all agencies' }
    const said = { place: 'Moscow', saidOn: '2021-10-07', medium: 'at a briefing', translated: true }
    await recordOn(desk.db, id, {
      hops: [
        { ...briefing, ...said, naming: 'named' },
        { naming: 'named', source: 'The Russian media of all regions and of the capital', cue: 'reported' },
      ],
    })
    await recordOn(desk.db, id, {
      hops: ['Participants of the format of consultations in Moscow', ...names].map((source) => ({
        ...{ naming: 'named' as const, source, cue: 'was reported to have said', place: 'Moscow' },
      })),
    })
    await recordOn(desk.db, id, { quote: 'The quay is sinking' })
    await page.goto(`${desk.address}/statements`)
    const chains = page.locator('tbody td.about')
    for (const width of [1280, 390]) {
      await page.setViewportSize({ width, height: 844 })
      assert.deepEqual(await chains.allInnerTexts(), [
        'Lena Okafor said to reporters',
        'Participants of the format of consultations in Moscow → 4 more steps',
        'Zamir Kabulov told → The Russian media of all regions and of the capital',
        `${names[0]} → 2 more steps → ${names[3]}`,
      ])
      const heights = await page
        .locator('tbody tr')
        .evaluateAll((all) => all.map((row) => Math.round(row.getBoundingClientRect().height)))
      if (width === 1280) assert.deepEqual(heights, [40, 40, 40, 40])
      const cut = await chains.evaluateAll((all) =>
        all
          .flatMap((one) => [one, ...one.children])
          .filter((one) => one.scrollWidth > one.clientWidth + 1 || one.scrollHeight > one.clientHeight + 1)
          .filter((one) => getComputedStyle(one).overflow !== 'visible')
          .map((one) => one.outerHTML),
      )
      assert.deepEqual(cut, [], `at ${width} px`)
    }
    await page.context().close()
  },
)
