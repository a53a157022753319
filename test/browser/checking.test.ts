import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Locator, Page } from 'playwright-core'
import { readingThread, readNext } from '../../src/suggestions/reader.ts'
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
  const top = () =>
    page
      .locator('.text p')
      .first()
      .evaluate((p) => p.getBoundingClientRect().top)
  const before = await top()
  await page.keyboard.press('Enter')
  await page.locator(`a.mark.chosen[data-statement="${first.id}"]`).first().waitFor()
  assert.ok(Math.abs((await top()) - before) <= 8, 'opening a card moves nothing')
  await page.locator(`a.mark[data-statement="${first.id}"]`).first().focus()
  const { counted, press, type } = hands(page)

  await press('c')
  await focused(page, '[data-scale=ratingId] input')
  assert.ok(Math.abs((await top()) - before) <= 8, 'checking moves nothing')
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

/** Twenty sentences that the rules find a statement in, as a wire sends them. */
const wireOf = (title: string, said: (n: number) => string) =>
  [
    title,
    ...Array.from({ length: 20 }, (_, i) => {
      const [who, verb] = [
        ['Lena Okafor of the harbour council', 'said'],
        ['Tomas Reyk', 'told reporters'],
        ['Marit Solberg, the mayor', 'said'],
        ['Ines Falk, a marine engineer', 'warned'],
      ][i % 4] ?? ['', '']
      return `“${said(i + 1)},” ${who} ${verb} on Tuesday.`
    }),
  ].join('\n\n')
const wire = wireOf(
  'Night ferry to Halden Island stops in November',
  (n) => `Ferry number ${n} will not sail after the storms of winter`,
)
/** Another story: what was imported before is not imported again. */
const otherWire = wireOf(
  'Trams to the old market go no further than the bridge',
  (n) => `Tram number ${n} turns round at the bridge until its rails are laid anew`,
)
const known = [
  'Container ships stay away from Port Ansel',
  'The operator lost money on the island route',
  'Halden Island has no other way to the mainland',
  'Storms were heavier last winter than before',
  'The council owns half of the ferries',
]
/** For the editor and the reviewer together, besides the words typed; signing in is not counted. */
const most = { keys: 180, loads: 5 }

test(
  'a wire story is imported, decided, checked, reviewed and published with few keys and pages',
  options,
  async (t) => {
    const elsewhere = await recordOn(desk.db, (await makeDocument(desk.db)).id)
    for (const sentence of known) await stateClaim(desk.db, elsewhere.id, { sentence })
    const reviewer = await makeAccount(desk.db, 'reviewer')
    const page = await desk.openPage()
    await desk.signIn(page, editor)
    const { counted, press, type } = hands(page)

    await page.goto(`${desk.address}/documents/new`)
    await focused(page, '#text')
    await page.keyboard.insertText(wire)
    counted.keys++ // pasted
    await press('Tab', 'Tab')
    await type('Northern Ledger')
    await press('Tab')
    await type('yesterday')
    await press('Enter')
    await page.waitForURL(/\/desk$/)
    const id = Number(/documents\/(\d+)/.exec(page.url())?.[1])
    const thread = readingThread()
    await readNext(desk.db, thread, undefined, id)
    await thread.end()
    await page.locator('.suggestion').first().waitFor()
    const total = await page.locator('.suggestion').count()
    assert.equal(total, 20)

    await press('j')
    for (let decided = 1; decided <= total; decided++) {
      await press(decided <= 14 ? 'Enter' : 'x')
      await page.locator('label', { hasText: new RegExp(`^${decided} of ${total} suggestions decided`) }).waitFor()
      if (decided < total)
        await page.waitForFunction(() => document.activeElement?.id.startsWith('at-suggestion-') ?? false)
    }
    await page.waitForFunction(() => document.activeElement?.matches('[data-quotable], #suggestions-heading') ?? false)
    await press('Escape', 'c')
    for (let checked = 1; checked <= 14; checked++) {
      await focused(page, '[data-scale=ratingId] input')
      await press('1')
      if (checked === 1) {
        await press('Tab')
        await type('https://halden.example/press/recording')
        await press('Tab')
      } else await press('s')
      await focused(page, '#check-reasons')
      await type('The recording has these words.')
      await press('Tab')
      await focused(page, '#check-known')
      const claim = known[checked - 1]
      await type(claim?.split(' ').slice(0, 3).join(' ') ?? `Ferry number ${checked} stays in its harbour all winter`)
      const option = page.getByRole('option', { selected: true, name: claim ?? /^New claim/ })
      await option.waitFor()
      await press('Enter')
      await focused(page, '[data-scale=claimRatingId] input')
      await press('6', 'Control+Enter')
      if (checked < 14)
        await page
          .getByText(`Saved. ${14 - checked} left to check.`)
          .first()
          .waitFor()
    }
    await page.getByText('All statements of this document are checked.').first().waitFor()
    const checks = await desk.db.verdict.count({ where: { statement: { version: { documentId: id } } } })
    assert.equal(checks, 14)
    await press('Shift+R')
    await page.getByText('A reviewer can publish it now.').first().waitFor()
    t.diagnostic(`editor: ${counted.keys} keys, ${counted.loads} pages`)

    await page.context().clearCookies()
    const before = { ...counted }
    await desk.signIn(page, reviewer)
    Object.assign(counted, before)
    await page.goto(`${desk.address}/documents/${id}/publication`)
    await focused(page, '[data-review-card]')
    for (let read = 1; read <= 14; read++) await press(...(read > 1 ? ['j', 'x'] : ['x']))
    await page
      .locator('[data-ticked]', { hasText: /^(28 of 28|42 of 42) ticked/ })
      .first()
      .waitFor()
    // Enter at a tick sends nothing, as Enter in a form would.
    await page.locator('.ticks input').last().press('Enter')
    await press('Control+Enter')
    await focused(page, '#to-publish[open] button:not([hidden])')
    await page.locator('#to-publish', { hasText: / of (28|42) ticked/ }).waitFor()
    assert.equal(await desk.db.document.count({ where: { id, state: 'published' } }), 0)
    await press('Enter')
    await page.getByText(/^Published, with 14 statements/).waitFor()
    const claims = await desk.db.verdict.count({ where: { claimId: { not: null }, state: 'published' } })
    t.diagnostic(`together: ${counted.keys} keys, ${counted.loads} pages, ${claims} verdicts on claims published`)
    assert.equal(claims, 14)
    assert.ok(counted.keys <= most.keys && counted.loads <= most.loads, JSON.stringify(counted))
    await page.context().close()
  },
)

/** Each press of a button or link is a page; fields are filled as a browser's own keys would fill them. */
const mostPlain = { presses: 140, loads: 45 }

test('the same journey goes without JavaScript, with forms alone', options, async (t) => {
  const elsewhere = await recordOn(desk.db, (await makeDocument(desk.db)).id)
  for (const sentence of known) await stateClaim(desk.db, elsewhere.id, { sentence: `${sentence} by law` })
  const reviewer = await makeAccount(desk.db, 'reviewer')
  const page = await desk.openPage({ javaScriptEnabled: false })
  const counted = { presses: 0, loads: 0 }
  const press = (target: Locator) => {
    counted.presses++
    return target.first().click()
  }
  const button = (name: string | RegExp) => page.getByRole('button', { name })
  await desk.signIn(page, editor)
  page.on('framenavigated', () => counted.loads++)

  await page.goto(`${desk.address}/documents/new`)
  await page.fill('#text', otherWire)
  await page.fill('#publisher', 'Northern Ledger')
  await page.fill('#published', 'yesterday')
  await press(button(/^Import$/))
  const id = Number(/documents\/(\d+)/.exec(page.url())?.[1])
  const thread = readingThread()
  await readNext(desk.db, thread, undefined, id)
  await thread.end()
  await press(page.getByRole('link', { name: 'Look again' }))
  for (let decided = 1; decided <= 20; decided++) {
    await press(page.locator(`.suggestion form[data-decide=${decided <= 14 ? 'accept' : 'dismiss'}] button`))
    await page.locator('label', { hasText: `${decided} of 20 suggestions decided` }).waitFor()
  }

  await press(page.locator('.card a[href$="/check"]'))
  for (let checked = 1; checked <= 14; checked++) {
    const claim = known[checked - 1]
    const scale = (name: string) => page.locator(`[data-scale=${name}]`)
    await press(scale('ratingId').getByRole('radio', { name: /^Confirmed/ }))
    if (checked === 1) {
      await page.locator('[name="evidence[0][kind]"]').selectOption('recording')
      await press(page.getByText('A link instead'))
      await page.locator('[name="evidence[0][url]"]').fill('https://halden.example/press/recording')
    } else await press(page.locator('#check-sameAs'))
    await page.fill('#check-reasons', 'The recording has these words.')
    if (claim) await page.fill('#check-known', `${claim} by law`)
    else await page.fill('#check-sentence', `Ferry ${checked} stays in its harbour for the whole winter`)
    await press(scale('claimRatingId').getByRole('radio', { name: /^Unproven/ }))
    await press(button(/^Save/))
    const left = 14 - checked
    await page
      .getByText(left > 0 ? `Saved. ${left} left to check.` : 'All statements of this document are checked.')
      .first()
      .waitFor()
  }
  await press(page.locator('summary', { hasText: 'Details' }))
  await press(button('Ask for review'))
  await page.getByText('A reviewer can publish it now.').waitFor()

  const before = { ...counted }
  await page.context().clearCookies()
  await desk.signIn(page, reviewer)
  Object.assign(counted, before)
  await page.goto(`${desk.address}/documents/${id}/publication`)
  // Each of them leaves questions open, so each is ticked by itself.
  const ticks = await page.locator('.ticks input:not(:disabled)').all()
  for (const tick of ticks) await press(tick)
  await press(page.locator('summary', { hasText: 'Publish…' }))
  const goingOut = page.locator('#to-publish')
  assert.match(
    (await goingOut.innerText()).replace(/\s+/g, ' '),
    /14 new statements: Did they say it\? 14 of 14 .* true\? 14 of 14/,
  )
  await press(button('Publish now'))
  await page.getByText(/^Published, with 14 statements/).waitFor()
  const told = await desk.db.verdict.count({
    where: {
      state: 'published',
      OR: [
        { statement: { version: { documentId: id } } },
        { claim: { statements: { some: { statement: { version: { documentId: id } } } } } },
      ],
    },
  })
  t.diagnostic(`without JavaScript: ${counted.presses} presses, ${counted.loads} pages, ${told} verdicts published`)
  assert.equal(told, 28)
  assert.ok(counted.presses <= mostPlain.presses && counted.loads <= mostPlain.loads, JSON.stringify(counted))
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
  await page.getByText('There is a problem').waitFor()
  assert.match(await page.locator('#check-evidence-error').innerText(), /needs a primary source/)
  assert.equal(await page.inputValue('#check-reasons'), 'Half a reason')
  assert.equal(await desk.db.verdict.count({ where: { statementId: first.id } }), 0)

  await page.context().setOffline(true)
  await page.locator('#check-reasons').focus()
  await page.keyboard.type('More of it. ')
  await page.keyboard.press('Control+Enter')
  await page.locator('[role=alert] .toast', { hasText: 'Not saved: the server did not answer' }).waitFor()
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

for (const [width, height] of [
  [1280, 900],
  [390, 844],
] as const)
  test(
    `saving a check moves the text only to bring what comes next into sight, ${width} px wide`,
    options,
    async (t) => {
      const page = await desk.openPage()
      await page.setViewportSize({ width, height })
      const quotes = Array.from(
        { length: 12 },
        (_, n) => `the ferry of route ${width + n} stays in its harbour all winter`,
      )
      const text = quotes
        .map((quote, n) => `Okafor said ${quote}.${' Nobody at the quay had heard of it.'.repeat(1 + (n % 3) * 4)}`)
        .join('\n\n')
      const { id } = await makeDocument(desk.db, { text, title: `Ferries at ${width} pixels` })
      const statements: Awaited<ReturnType<typeof recordOn>>[] = []
      for (const quote of quotes) statements.push(await recordOn(desk.db, id, { quote, mode: 'indirect' }))
      await desk.signIn(page, editor)
      await page.goto(`${desk.address}/documents/${id}/desk`)
      const markOf = (n: number) => page.locator(`a.mark[data-statement="${statements[n]?.id}"]`).first()
      await markOf(0).focus()
      await page.keyboard.press('c')
      const counts = { still: 0, brought: 0 }
      for (let n = 0; n < 8; n++) {
        const card = page.locator(`[data-check-card="${statements[n]?.id}"]`)
        await card.waitFor()
        await card.getByRole('radio', { name: 'Relayed only' }).check()
        await card.locator('#check-reasons').fill('Only the paper has it.')
        const place = () => markOf(n + 1).evaluate((mark) => mark.getBoundingClientRect().top)
        const view = await page.evaluate(() => {
          const panel = document.querySelector('.panel') as HTMLElement
          const isSheet = getComputedStyle(panel).position === 'fixed'
          const top = document.querySelector('.doc-bar')?.getBoundingClientRect().bottom ?? 0
          const bottom = isSheet ? innerHeight * 0.55 : innerHeight
          return { top, bottom, edge: (bottom - top) / (isSheet ? 16 : 4) }
        })
        const was = await place()
        await page.keyboard.press('Control+Enter')
        await page.locator(`[data-check-card="${statements[n + 1]?.id}"]`).waitFor()
        const is = await place()
        const isCentral = was >= view.top + view.edge && was + 40 <= view.bottom - view.edge
        if (Math.abs(is - was) <= 8) counts.still++
        else {
          counts.brought++
          assert.ok(!isCentral, `the words at ${was} px moved by ${is - was} px`)
          const third = view.top + (view.bottom - view.top) / 3
          assert.ok(Math.abs(is - third) <= 12, `the next words stand at ${is} px, not ${third}`)
        }
      }
      t.diagnostic(JSON.stringify(counts))
      assert.ok(counts.still >= 3, JSON.stringify(counts))
      await page.context().close()
    },
  )
