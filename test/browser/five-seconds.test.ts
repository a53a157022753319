import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Locator, Page } from 'playwright-core'
import { skipWithoutBrowser } from '../support/browser.ts'
import { type BrowserDesk, openBrowserDesk } from '../support/browser-desk.ts'

/* What a reader sees of the demo in the first seconds, in pixels. */

const desktop = { width: 1280, height: 900 }
const phone = { width: 390, height: 844 }
let desk: BrowserDesk
before(async () => {
  desk = await openBrowserDesk({ demo: true })
})
after(() => desk.close())

/** Where the last pixel of something is, counted from the top of the page. */
function endOf(page: Page, selector: string): Promise<number> {
  return page.locator(selector).evaluate((one) => one.getBoundingClientRect().bottom + window.scrollY)
}

test(
  'a statement’s page says who, through whom, both verdicts and the words before anybody scrolls, also on a phone',
  { skip: skipWithoutBrowser },
  async () => {
    const page = await desk.openPage()
    const statements = await desk.db.statement.findMany({ where: { state: 'published' }, orderBy: { id: 'asc' } })
    for (const { id } of statements) {
      await page.goto(`${desk.address}/statements/${id}`)
      for (const [size, most] of [
        [desktop, 600],
        [phone, phone.height],
      ] as const) {
        await page.setViewportSize(size)
        const parts = ['main h1', 'main .page-head .through', 'main .page-head .verdicts', 'main blockquote.passage']
        const ends = await Promise.all(parts.map((part) => endOf(page, part)))
        assert.deepEqual(
          ends,
          ends.toSorted((a, b) => a - b),
          `the order on statement ${id}`,
        )
        assert.ok((ends.at(-1) ?? 0) <= most, `statement ${id}, ${size.width} px wide, ends at ${ends.at(-1)}`)
      }
    }
    await page.context().close()
  },
)

test(
  'readers’ pages have what was found in a main column and what is beside it in another, one below the other on a phone',
  { skip: skipWithoutBrowser },
  async () => {
    const page = await desk.openPage()
    const [claim, source, topic] = await Promise.all([
      desk.db.claim.findFirstOrThrow({ where: { state: 'published' } }),
      desk.db.source.findFirstOrThrow({ where: { name: 'Zamir Kabulov' } }),
      desk.db.topic.findFirstOrThrow(),
    ])
    const statement = await desk.db.statement.findFirstOrThrow({ where: { state: 'published' } })
    const paths = [`/statements/${statement.id}`, `/claims/${claim.id}`, `/claims/${claim.id}/verdicts`]
    for (const path of ['/', ...paths, `/sources/${source.id}`, `/topics/${topic.id}`]) {
      await page.setViewportSize(desktop)
      await page.goto(desk.address + path)
      const [main, side] = await columns(page)
      assert.deepEqual([main?.width, side?.width], [720, 368], path)
      assert.ok(side && main && side.x >= main.x + main.width + 40, path)
      await page.setViewportSize(phone)
      const [above, below] = await columns(page)
      assert.ok(above && below && above.x === below.x && below.y >= above.y + above.height, `${path} on a phone`)
    }
    await page.goto(desk.address)
    assert.equal(await page.locator('main h2').first().innerText(), 'Latest findings', 'the front page leads with them')
    await page.context().close()
  },
)

async function columns(page: Page) {
  const all = await page.locator('.main-and-side > *').all()
  return Promise.all(all.map((one) => one.boundingBox()))
}

for (const size of [desktop, phone])
  test(
    `a card opens beside the words and leaves them where they are, and Escape closes it, ${size.width} px wide`,
    { skip: skipWithoutBrowser },
    async () => {
      const page = await desk.openPage()
      await page.setViewportSize(size)
      const { id } = await desk.db.document.findFirstOrThrow({ where: { title: { startsWith: 'Ten countries' } } })
      await page.goto(`${desk.address}/documents/${id}`)
      const marks = page.locator('.text a.mark[id]')
      const top = () => page.evaluate(() => document.querySelector('.text')?.getBoundingClientRect().top ?? 0)
      for (const i of [0, 1, 4]) {
        const mark = marks.nth(i)
        await mark.evaluate((one) => window.scrollTo(0, one.getBoundingClientRect().top + window.scrollY - 200))
        const before = await top()
        await press(page, mark)
        const card = page.locator('.card.open')
        await card.locator('.more').waitFor()
        assert.ok(Math.abs((await top()) - before) <= 1, `the text moved from ${before} to ${await top()}`)
        assert.ok(await isShown(mark, card), 'the words are in sight')
        assert.ok(((await card.boundingBox())?.y ?? -1) >= 0, 'and so is the card')
        if (size === phone) assert.ok(((await card.boundingBox())?.height ?? 0) <= phone.height / 2)
        await page.keyboard.press('Escape')
        assert.equal(await page.locator('.card.open').count(), 0)
        assert.ok(Math.abs((await top()) - before) <= 1)
        assert.equal(await page.evaluate(() => document.activeElement?.id), await mark.getAttribute('id'))
      }
      await page.context().close()
    },
  )

test(
  'on a phone no tap on a passage moves the text, wherever it stands, and the card leaves the pressed line free',
  { skip: skipWithoutBrowser },
  async () => {
    const page = await desk.openPage({ hasTouch: true, width: phone.width })
    await page.setViewportSize(phone)
    const { id } = await desk.db.document.findFirstOrThrow({ where: { title: { startsWith: 'Ten countries' } } })
    const address = `${desk.address}/documents/${id}`
    await page.goto(address)
    const marks = await page.locator('.text a.mark[id]').evaluateAll((all) => all.map((one) => one.id))
    const [first, last] = [marks[0] ?? '', marks.at(-1) ?? '']
    for (const hash of ['', `#${first}`, `#${last}`, '#history', first.replace('at-', '#statement-')]) {
      await page.goto('about:blank')
      await page.goto(address + hash)
      let tapped = 0
      for (const mark of hash === '' ? marks : [first, last])
        // Far from each other, since a second tap at one place selects words.
        for (const height of hash === '' ? [60, 620, 415] : [800, 300, 440]) {
          const place = await bringTo(page, mark, height)
          if (Math.abs(place.y - tapped) < 120) continue
          tapped = place.y
          const before = await page.evaluate(() => window.scrollY)
          await page.touchscreen.tap(place.x, place.y)
          const card = page.locator('.card.open')
          await card.waitFor()
          const told = `${mark} at ${place.y}, opened at ${hash}`
          assert.equal(await page.evaluate(() => window.scrollY), before, `the text moved: ${told}`)
          const { y, height: high } = (await card.boundingBox()) ?? assert.fail('no card')
          assert.ok(y >= place.bottom || y + high <= place.top, `the card covers the line: ${told}`)
          assert.ok(high <= phone.height / 2)
          await page.keyboard.press('Escape')
          assert.equal(await page.locator('.card.open').count(), 0)
          assert.equal(await page.evaluate(() => window.scrollY), before, `closing moved the text: ${told}`)
        }
    }
    await page.context().close()
  },
)

test('a link to a card shows the words with it', { skip: skipWithoutBrowser }, async () => {
  const page = await desk.openPage()
  const { id } = await desk.db.document.findFirstOrThrow({ where: { title: { startsWith: 'Ten countries' } } })
  const statements = await desk.db.statement.findMany({ where: { version: { documentId: id }, state: 'published' } })
  for (const size of [desktop, phone])
    for (const statement of statements) {
      await page.setViewportSize(size)
      await page.goto('about:blank')
      await page.goto(`${desk.address}/documents/${id}#statement-${statement.id}`)
      const mark = page.locator(`#at-${statement.id}`)
      const told = `statement ${statement.id}, ${size.width} px wide`
      assert.ok(await isShown(mark, page.locator('.card.open')), told)
    }
  await page.context().close()
})

test(
  'a link to a card from within the page, and the Back and Forward buttons, leave its words free on a phone, too',
  { skip: skipWithoutBrowser },
  async () => {
    const page = await desk.openPage({ hasTouch: true, width: phone.width })
    await page.setViewportSize(phone)
    const { id } = await desk.db.document.findFirstOrThrow({ where: { title: { startsWith: 'Ten countries' } } })
    await page.goto(`${desk.address}/documents/${id}`)
    const mark = page.locator('.text a.mark[id]').first()
    const open = page.locator('.card.open')
    const hash = (await mark.getAttribute('href')) ?? assert.fail('no card')
    await page.locator(`.card${hash} h3 a`).click()
    assert.ok(await isShown(mark, open), 'after a link to the card')

    await page.keyboard.press('Escape')
    const place = await bringTo(page, (await mark.getAttribute('id')) ?? '', 700)
    await page.touchscreen.tap(place.x, place.y)
    await open.waitFor()
    await page.goBack()
    await open.waitFor({ state: 'detached' })
    await page.goForward()
    await open.waitFor()
    await page.evaluate(() => new Promise((next) => requestAnimationFrame(() => requestAnimationFrame(next))))
    const words = await lineInSight(mark)
    const { y, height } = (await open.boundingBox()) ?? assert.fail('no card')
    assert.ok(y >= words.bottom || y + height <= words.top, 'after going back and forward')
    await page.context().close()
  },
)

/** The last line of some words that is in the window. */
function lineInSight(words: Locator) {
  return words.evaluate((one) => {
    const lines = [...one.getClientRects()].filter(({ top, bottom }) => top >= 0 && bottom <= innerHeight)
    return { top: lines.at(-1)?.top ?? 0, bottom: lines.at(-1)?.bottom ?? 0 }
  })
}

/** Brings a passage to that height of the window, as far as the page goes: where its last line in sight is, to be pressed. */
async function bringTo(page: Page, mark: string, height: number) {
  return page.evaluate(
    ({ mark, height }) => {
      const lines = () => [...(document.getElementById(mark)?.getClientRects() ?? [])]
      window.scrollBy(0, (lines()[0]?.top ?? 0) - height)
      const line = lines().findLast(({ bottom }) => bottom <= innerHeight) ?? lines()[0]
      if (!line) throw new Error(`${mark} has no line`)
      const { x, top, bottom } = line
      return { x: x + Math.min(5, line.width / 2), y: (top + bottom) / 2, top, bottom }
    },
    { mark, height },
  )
}

/** Presses on words where they are: a locator's own click brings them to another place first. */
async function press(page: Page, words: Locator): Promise<void> {
  const place = await words.evaluate((one) => {
    const [first] = one.getClientRects()
    return { x: (first?.x ?? 0) + 5, y: (first?.y ?? 0) + (first?.height ?? 0) / 2 }
  })
  await page.mouse.click(place.x, place.y)
}

/** Whether words are on the screen and not below a sheet. */
async function isShown(mark: Locator, card: Locator): Promise<boolean> {
  const [words, sheet] = [await mark.boundingBox(), await card.boundingBox()]
  if (!words || !sheet) return false
  return words.y >= 0 && (sheet.x > words.x || words.y + words.height <= sheet.y)
}

test('a link to a card opens it without JavaScript, too', { skip: skipWithoutBrowser }, async () => {
  const page = await desk.openPage({ javaScriptEnabled: false, width: 390 })
  const { id } = await desk.db.document.findFirstOrThrow({ where: { title: { startsWith: 'Ten countries' } } })
  await page.goto(`${desk.address}/documents/${id}`)
  await page.locator('.text a.mark').first().click()
  const card = await page.locator('.card:target').boundingBox()
  assert.ok(card && card.height <= 450, 'at most half the screen')
  await page.context().close()
})

test(
  'in the list of statements what was found stays in its column, in rows of 40 px',
  { skip: skipWithoutBrowser },
  async () => {
    const page = await desk.openPage()
    await page.goto(`${desk.address}/statements`)
    const rows = await page.locator('tbody tr:has(.found)').evaluateAll((all) =>
      all.map((row) => {
        const [found, cell] = [row.querySelector('.found'), row.querySelector('td:has(.found)')]
        const beyond = (found?.getBoundingClientRect().right ?? 0) - (cell?.getBoundingClientRect().right ?? 0)
        return { told: found?.textContent, beyond, height: Math.round(row.getBoundingClientRect().height) }
      }),
    )
    assert.ok(rows.some(({ told }) => told?.includes('denies what needs caution')))
    for (const { told, beyond, height } of rows)
      assert.ok(beyond <= 0 && height === 40, `${told}: ${beyond}, ${height}`)
    await page.context().close()
  },
)

test('what is read begins at one line on all pages', { skip: skipWithoutBrowser }, async () => {
  const page = await desk.openPage()
  const { id } = await desk.db.claim.findFirstOrThrow({ where: { state: 'published' } })
  const begins: number[] = []
  for (const path of [`/claims/${id}`, `/claims/${id}/graph`, '/about/method', '/session']) {
    await page.goto(desk.address + path)
    begins.push(Math.round((await page.locator('h1').boundingBox())?.x ?? 0))
  }
  assert.equal(new Set(begins).size, 1, begins.join(', '))
  await page.goto(`${desk.address}/claims/${id}/challenge`)
  const foot = (await page.locator('.form-foot').boundingBox()) ?? assert.fail('the form has no foot')
  assert.ok(foot.y + foot.height <= desktop.height, 'the button of a long form is in sight')
  await page.context().close()
})

test('a document prints as its text and a line a statement, on few sheets', { skip: skipWithoutBrowser }, async () => {
  const page = await desk.openPage()
  const { id } = await desk.db.document.findFirstOrThrow({ where: { title: { startsWith: 'Ten countries' } } })
  await page.goto(`${desk.address}/documents/${id}`)
  const pdf = (await page.pdf({ format: 'A4' })).toString('latin1')
  const sheets = pdf.match(/\/Type\s*\/Page\b/g)?.length ?? 0
  assert.ok(sheets >= 1 && sheets <= 5, `${sheets} sheets`)

  const { id: statementId } = await desk.db.statement.findFirstOrThrow({
    where: { state: 'published', verdicts: { some: { state: 'published' } } },
  })
  await page.goto(`${desk.address}/statements/${statementId}`)
  const notOnPaper = page.locator('section:has(> #history), a[href$="/challenge"]')
  assert.ok(await notOnPaper.first().isVisible())
  const folded = page.locator('.events details .events li').first()
  await page.locator('.events summary').first().click()
  assert.equal(
    await folded.evaluate((one) => getComputedStyle(one).fontWeight),
    '400',
    'what is folded is not all bold',
  )
  await page.emulateMedia({ media: 'print' })
  for (const one of await notOnPaper.all()) assert.equal(await one.isVisible(), false, (await one.textContent()) ?? '')
  await page.context().close()
})

test(
  'a picture fills its frame, breaks its axis where years are left out, and scrolls on a phone',
  { skip: skipWithoutBrowser },
  async () => {
    const page = await desk.openPage()
    const { id } = await desk.db.claim.findFirstOrThrow({
      where: { sentence: { startsWith: 'The Moscow format began' } },
    })
    await page.goto(`${desk.address}/claims/${id}/timeline`)
    const region = page.locator('.picture-region')
    assert.equal(await region.locator('.picture-break').count(), 1)
    const dates = await region.locator('.picture-date').allTextContents()
    // The demo may have been made, and its verdicts given, in another year than this one.
    const { createdAt } = await desk.db.verdict.findFirstOrThrow({ where: { claimId: id }, orderBy: { id: 'asc' } })
    assert.ok(dates.includes('2021') && dates.includes(String(createdAt.getUTCFullYear())), dates.join(', '))
    const left = await region.evaluate((frame) => frame.clientWidth - (frame.firstElementChild?.clientWidth ?? 0))
    assert.ok(left <= 20, `${left} px of the frame are empty`)
    await page.setViewportSize(phone)
    assert.ok(await region.evaluate((frame) => frame.scrollWidth > frame.clientWidth))

    const claims = await desk.db.claim.findMany({ where: { state: 'published' } })
    for (const claim of claims) {
      await page.goto(`${desk.address}/claims/${claim.id}/graph`)
      const boxes = await page.locator('.picture-box').evaluateAll((all) =>
        all.map((box) => {
          const [shape, ...lines] = [...box.children] as SVGGraphicsElement[]
          const longest = Math.max(...lines.map((line) => line.getBBox().width))
          return { name: box.textContent, room: (shape?.getBBox().width ?? 0) - longest }
        }),
      )
      for (const { name, room } of boxes) assert.ok(room >= 8, `${name}: ${room} px beside its longest line`)
    }
    await page.context().close()
  },
)

// Last, because it changes titles by which the tests above find things.
test(
  'what is checked again says so beside its title, in rows of 40 px, however long the title is',
  { skip: skipWithoutBrowser },
  async () => {
    const page = await desk.openPage()
    const long = 'A title of so many words that it needs two whole lines of its column, and would go on below them'
    const statement = await desk.db.statement.findFirstOrThrow({
      where: { state: 'published' },
      select: { id: true, version: { select: { documentId: true } } },
    })
    const { documentId } = statement.version
    const { id: claimId } = await desk.db.claim.findFirstOrThrow({ where: { state: 'published' } })
    await desk.db.document.update({ where: { id: documentId }, data: { title: long } })
    await desk.db.claim.update({ where: { id: claimId }, data: { sentence: long } })
    const told = { isTold: true, toldAs: 'a statement that it rests on was withdrawn' }
    for (const on of [{ documentId }, { claimId }]) {
      const after = 'claimId' in on ? told : { ...told, statementIds: [statement.id] }
      await desk.db.event.create({ data: { ...on, action: 'work_recheck_asked', after } })
      const recheck = { recheckSince: new Date(), recheckReason: 'Statement 1 was withdrawn' }
      await desk.db.work.updateMany({ where: on, data: recheck })
    }
    for (const path of ['/documents', '/claims', '/statements']) {
      await page.goto(desk.address + path)
      const rows = await page
        .locator('tbody tr:has(.again)')
        .evaluateAll((all) => all.map((row) => Math.round(row.getBoundingClientRect().height)))
      assert.ok(rows.length > 0, `${path} has a mark`)
      for (const height of rows) assert.equal(height, 40, path)
    }
    await page.context().close()
  },
)
