import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Page } from 'playwright-core'
import { skipWithoutBrowser } from '../support/browser.ts'
import { type BrowserDesk, openBrowserDesk } from '../support/browser-desk.ts'
import { type DamStory, makeDamStory } from '../support/dam-story.ts'
import { giveVerdictOn, makeAccount, makeDocument, recordOn, stateClaim, type TestAccount } from '../support/world.ts'

/* A story with long names, an Arabic and a German one, at the desk: what moves, what is told, and what keys do. */

let desk: BrowserDesk
let editor: TestAccount
let story: DamStory
let page: Page
const skip = { skip: skipWithoutBrowser }

before(async () => {
  desk = await openBrowserDesk()
  editor = await makeAccount(desk.db, 'editor')
  story = await makeDamStory(desk.db, { by: editor })
  if (skipWithoutBrowser) return
  page = await desk.openPage({ hasTouch: true })
  await desk.signIn(page, editor)
})
after(() => desk.close())

async function open(width = 1280, height = 900) {
  await page.setViewportSize({ width, height })
  await page.goto(`${desk.address}/documents/${story.documentId}/desk`)
}

const topOfText = () =>
  page
    .locator('.text p')
    .first()
    .evaluate((one) => one.getBoundingClientRect().top)

/** So many ninths of all that can be scrolled: the text's own pane where it has one, else the window. */
async function scrollTo(ninths: number) {
  await page.evaluate((part) => {
    const pane = document.querySelector('.pane') as HTMLElement
    const own = /auto|scroll/.test(getComputedStyle(pane).overflowY)
    const scroller = own ? pane : (document.scrollingElement ?? document.documentElement)
    scroller.scrollTop = Math.round((scroller.scrollHeight - scroller.clientHeight) * part)
  }, ninths / 9)
}

/** Where the marks of one kind are, between the bar and what lies over the foot. */
const marks = (kind: 'suggestion' | 'statement') =>
  page.evaluate((wanted) => {
    const bar = document.querySelector('.doc-bar')?.getBoundingClientRect().bottom ?? 0
    const isSheet = getComputedStyle(document.querySelector('.panel') as Element).position === 'fixed'
    const foot = isSheet ? innerHeight * 0.55 : innerHeight
    // What need not be brought to a third of the height: the middle half, or nearly all above a sheet.
    const edge = (foot - bar) / (isSheet ? 16 : 4)
    const all: { id: string; x: number; y: number; top: number; isSeen: boolean; isCentral: boolean }[] = []
    for (const mark of document.querySelectorAll<HTMLElement>(`[data-quotable] a.mark[data-${wanted}]`)) {
      const id = mark.dataset[wanted] ?? ''
      const lines = [...mark.getClientRects()]
      const [first, last] = [lines[0], lines.at(-1)]
      if (!first || !last || all.some((one) => one.id === id)) continue
      const isCentral = first.top >= bar + edge && first.bottom <= foot - edge
      const isSeen = first.top >= bar && last.bottom <= foot
      all.push({ id, x: first.left + 4, y: first.top + first.height / 2, top: first.top, isSeen, isCentral })
    }
    return { all, third: bar + (foot - bar) / 3 }
  }, kind)

const suggestionsLeft = (n: number) =>
  page.waitForFunction((left) => document.querySelectorAll('.suggestion').length === left, n)
const onSuggestion = () => page.waitForFunction(() => document.activeElement?.id.startsWith('at-suggestion-') ?? false)

for (const [width, height] of [
  [1280, 900],
  [390, 844],
] as const) {
  test(
    `opening and checking what is in sight moves nothing, wherever the text stands, ${width} px wide`,
    skip,
    async () => {
      let seen = 0
      for (let ninths = 0; ninths < 10; ninths++) {
        await open(width, height)
        await scrollTo(ninths)
        for (const one of (await marks('statement')).all.filter(({ isSeen }) => isSeen).slice(0, 2)) {
          seen++
          const before = await topOfText()
          const where = `statement ${one.id} at ${Math.round(one.top)} px, ${ninths} ninths down`
          if (width < 960) await page.touchscreen.tap(one.x, one.y)
          else await page.mouse.click(one.x, one.y)
          await page.locator(`.panel .chosen[data-statement-card="${one.id}"]`).waitFor()
          assert.ok(Math.abs((await topOfText()) - before) <= 8, `opening ${where}`)
          await page.keyboard.press('c')
          await page.locator(`[data-check-card="${one.id}"]`).waitFor()
          assert.ok(
            Math.abs((await topOfText()) - before) <= 8,
            `checking ${where}: ${(await topOfText()) - before} px`,
          )
          await page.locator('.tabs [href="#statements"]').click()
        }
      }
      assert.ok(seen >= 10, `${seen} opened`)
    },
  )

  test(
    `accepting and undoing move nothing while the words that follow are in sight, ${width} px wide`,
    skip,
    async (t) => {
      const counts = { still: 0, brought: 0 }
      const look = async (id: string, what: string, act: () => Promise<void>) => {
        const was = (await marks('suggestion')).all.find((one) => one.id === id)
        const before = await topOfText()
        await act()
        const { all, third } = await marks('suggestion')
        const is = all.find((one) => one.id === id) ?? assert.fail(`${id} is not in the text`)
        const moved = (await topOfText()) - before
        if (was?.isCentral ?? is.isCentral) {
          counts.still++
          assert.ok(Math.abs(moved) <= 8, `${what} moves the text by ${moved} px`)
        } else {
          counts.brought++
          assert.ok(Math.abs(is.top - third) <= 8, `${what}: the next words stand at ${is.top}, not ${third} px`)
        }
      }
      for (let ninths = 0; ninths < 10; ninths++) {
        await open(width, height)
        await scrollTo(ninths)
        const { all } = await marks('suggestion')
        const at = all.findIndex(({ isCentral }) => isCentral)
        const one = all[at]
        const next = all[at + 1] ?? all[at - 1]
        if (!one || !next) continue
        const left = await page.locator('.suggestion').count()
        await page
          .locator(`a.mark[data-suggestion="${one.id}"]`)
          .first()
          .evaluate((mark) => (mark as HTMLElement).focus({ preventScroll: true }))
        await look(next.id, `accepting ${ninths} ninths down`, async () => {
          await page.keyboard.press('Enter')
          await suggestionsLeft(left - 1)
          await onSuggestion()
        })
        const before = await topOfText()
        await page.keyboard.press('u')
        await suggestionsLeft(left)
        await onSuggestion()
        const { all: back, third } = await marks('suggestion')
        const again = back.find(({ id }) => id === one.id) ?? assert.fail('it is not back')
        const moved = (await topOfText()) - before
        if (Math.abs(moved) > 8) assert.ok(Math.abs(again.top - third) <= 8, `undoing moves the text by ${moved} px`)
      }
      t.diagnostic(JSON.stringify(counts))
      assert.ok(counts.still >= 5, JSON.stringify(counts))
    },
  )

  test(`recording at any place moves nothing, ${width} px wide`, skip, async () => {
    const before = await desk.db.statement.count()
    for (let ninths = 0; ninths < 10; ninths += 3) {
      await open(width, height)
      await scrollTo(ninths)
      const words = await page.evaluate(() => {
        const bar = document.querySelector('.doc-bar')?.getBoundingClientRect().bottom ?? 0
        const text = document.querySelector<HTMLElement>('[data-quotable]')
        const walker = document.createTreeWalker(text ?? document.body, NodeFilter.SHOW_TEXT)
        for (let node = walker.nextNode(); node; node = walker.nextNode()) {
          const word = /\p{L}{4,}/u.exec(node.textContent ?? '')
          if (!word || node.parentElement?.closest('a')) continue
          const range = document.createRange()
          range.setStart(node, word.index)
          range.setEnd(node, word.index + word[0].length)
          const { top, bottom } = range.getBoundingClientRect()
          if (top < bar || bottom > innerHeight * 0.5) continue
          text?.focus({ preventScroll: true })
          getSelection()?.setBaseAndExtent(node, range.startOffset, node, range.endOffset)
          return range.toString()
        }
        return ''
      })
      assert.ok(words, `nothing to select ${ninths} ninths down`)
      const top = await topOfText()
      await page.keyboard.press('Enter')
      await page.waitForFunction(
        (quoted) => document.querySelector<HTMLTextAreaElement>('#quote')?.value === quoted,
        words,
      )
      await page.keyboard.press('Control+Enter')
      await page.locator('.toast', { hasText: 'The statement is recorded.' }).waitFor()
      assert.ok(Math.abs((await topOfText()) - top) <= 8, `recording “${words}”: ${(await topOfText()) - top} px`)
    }
    assert.equal(await desk.db.statement.count(), before + 4)
  })
}

test('what the server did not answer is seen where one looks, and tried again from there', skip, async () => {
  await open()
  const alert = page.locator('[data-toasts] [role=alert]')
  const refused = async (what: RegExp, act: () => Promise<void>) => {
    await page.route('**/*', (route) => (route.request().resourceType() === 'fetch' ? route.abort() : route.continue()))
    await act()
    await alert.getByText(what).waitFor()
    await page.unroute('**/*')
  }
  const again = () => alert.getByRole('button', { name: 'Try again' }).click()
  const mark = page.locator(`a.mark[data-statement="${story.statements.soldiers}"]`).first()
  const card = page.locator(`[data-check-card="${story.statements.soldiers}"]`)

  await refused(/^Not opened: the server did not answer/, () => mark.press('c'))
  await again()
  await card.waitFor()
  await page.getByRole('radio', { name: 'Relayed only' }).check()
  await page.locator('#check-reasons').fill('Only the paper has it.')
  await refused(/^Not saved: the server did not answer\. Your words/, () => page.keyboard.press('Control+Enter'))
  assert.equal(await page.locator('#check-reasons').inputValue(), 'Only the paper has it.')
  assert.equal(await desk.db.verdict.count({ where: { statementId: story.statements.soldiers } }), 0)

  await open()
  await refused(/^Not opened: the server did not answer/, () =>
    page.locator('a.mark[data-suggestion]').first().press('e'),
  )
  await again()
  await page.waitForFunction(() => document.activeElement?.id === 'quote')
  await page.locator('[name="hops[0][source]"]').fill('')
  await refused(/^Nothing can be offered: the server did not answer/, () =>
    page.locator('[name="hops[0][source]"]').pressSequentially('Tob'),
  )
  await again()
  await page.locator('[role=option]', { hasText: 'Tobias Ferrant' }).first().waitFor()

  // Done, but the page could not be brought up to date: that is told, and reloading is offered.
  await open()
  await page.locator('.suggestion .words a').first().click()
  const left = await page.locator('.suggestion').count()
  await page.route('**/changes*', (route) => route.abort())
  await page.keyboard.press('x')
  await alert.getByText('Dismissed. This page does not show it yet').waitFor()
  await page.unroute('**/changes*')
  await again()
  await suggestionsLeft(left - 1)
})

test('Undo of what a colleague has worked on since is refused in sight, and not offered again', skip, async () => {
  await open()
  await page.locator('.suggestion .words a').first().click()
  const left = await page.locator('.suggestion').count()
  await page.keyboard.press('Enter')
  await suggestionsLeft(left - 1)
  const { id } = await desk.db.statement.findFirstOrThrow({ orderBy: { id: 'desc' } })
  const other = await makeAccount(desk.db, 'editor')
  await giveVerdictOn(desk.db, { statementId: id }, { by: other.id })
  await onSuggestion()
  await page.keyboard.press('u')
  await page.locator('[role=alert] .toast', { hasText: `${other.name} has worked on statement ${id} since` }).waitFor()
  await page.locator('[data-no-step=undo]').waitFor()
  assert.equal((await desk.db.statement.findUniqueOrThrow({ where: { id } })).state, 'ready')
})

test(
  'letters that are switched off do nothing, and nothing offers them; Alt leaves digits to the browser',
  skip,
  async () => {
    await open()
    assert.equal(await page.locator('.keys-line .letter:visible').count(), 5)
    await page.locator('.suggestion .words a').first().click()
    await page.keyboard.press('x')
    const why = page.locator('.asked-why').getByRole('button', { name: 'Not said' })
    await why.waitFor()
    await onSuggestion()
    await page.evaluate(() =>
      addEventListener('keydown', (event) => {
        if (event.altKey && event.key === '1') document.body.dataset['isTaken'] = String(event.defaultPrevented)
      }),
    )
    await page.keyboard.press('Alt+1')
    await page.locator('body[data-is-taken=false]').waitFor({ state: 'attached' })
    await why.waitFor()

    await desk.db.account.update({ where: { id: editor.id }, data: { lettersAct: false } })
    await open()
    assert.equal(await page.locator('.keys-line .letter:visible, .panel kbd.letter:visible').count(), 0)
    assert.equal(await page.locator('.keys-line kbd:visible').innerText(), 'Enter')
    await page.locator(`a.mark[data-statement="${story.statements.soldiers}"]`).first().click()
    await page.locator('.card.chosen a[href$="/check"]').click()
    await page.waitForFunction(() => document.activeElement?.closest('[data-scale=ratingId]') !== null)
    await page.keyboard.press('s')
    assert.equal(await page.locator('input[name=sameAs]').isChecked(), false)
    await desk.db.account.update({ where: { id: editor.id }, data: { lettersAct: true } })
  },
)

test('on a phone the words below a picture are read without scrolling to the side', skip, async () => {
  await page.setViewportSize({ width: 390, height: 844 })
  for (const picture of ['graph', 'timeline']) {
    await page.goto(`${desk.address}/claims/${story.claims.drains}/${picture}`)
    const table = page.locator('.table-region')
    const [whole, seen] = await table.evaluate((one) => [one.scrollWidth, one.clientWidth])
    assert.ok((whole ?? 0) <= (seen ?? 0), `${picture}: ${whole} of ${seen} px`)
    const ends = await table
      .locator('td:last-child')
      .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().right))
    assert.ok(ends.length > 0 && ends.every((end) => end <= 390), `${picture} ends at ${ends.join(', ')}`)
  }
})

test('nothing to press and no menu is printed over the text or a list', skip, async () => {
  await page.setViewportSize({ width: 720, height: 1000 })
  await page.emulateMedia({ media: 'print' })
  const at = `/documents/${story.documentId}`
  for (const path of [`${at}/desk`, `${at}/publication`, '/statements', '/sources', '/search?q=dam', '/desk']) {
    await page.goto(desk.address + path)
    assert.deepEqual(await page.locator('main :is(button, .drop, input, select):visible').allTextContents(), [], path)
  }
  await page.emulateMedia({ media: 'screen' })
})

test('a name of one word longer than a phone is wide makes no page wider', skip, async () => {
  const name = 'Hafenschlickabfuhrgenehmigungsverfahrensbeschleunigungsausschussvorsitzende'
  const text = `${name} said the lock at Stane is dry. Nobody had been there to see it.`
  const { id } = await makeDocument(desk.db, { text, title: 'The lock at Stane', publisher: name })
  const hops = [{ naming: 'named' as const, source: name, cue: 'told', addressee: name }]
  const statement = await recordOn(desk.db, id, { quote: 'the lock at Stane is dry', mode: 'indirect', hops })
  const claim = await stateClaim(desk.db, statement.id, { sentence: 'The lock at Stane is dry' })
  const paths = [`/statements/${statement.id}/check`, `/statements/${statement.id}`, `/claims/${claim.id}`]
  for (const width of [320, 640])
    for (const path of paths) {
      await page.setViewportSize({ width, height: 700 })
      await page.goto(desk.address + path)
      const wide = await page.evaluate(() => document.documentElement.scrollWidth)
      assert.ok(wide <= width, `${path} is ${wide} px wide at ${width}`)
    }
})

test('the story goes from suggestion to readers by plain forms, without a script', skip, async () => {
  const reviewer = await makeAccount(desk.db, 'reviewer')
  const plain = await desk.openPage({ javaScriptEnabled: false })
  await desk.signIn(plain, editor)
  const path = `${desk.address}/documents/${story.documentId}`
  const { drains } = story.statements

  // A suggestion is accepted, the acceptance undone, and redone.
  await plain.goto(`${path}/desk`)
  const left = await plain.locator('.suggestion').count()
  for (const [button, count] of [
    [/^Accept suggestion/, left - 1],
    [/^Undo/, left],
    [/^Redo/, left - 1],
  ] as const) {
    await plain.getByRole('button', { name: button }).first().click()
    await plain.waitForURL(/\/desk/)
    assert.equal(await plain.locator('.suggestion').count(), count, button.source)
  }

  // The check of a relayed statement has a page of its own.
  await plain.locator(`#statement-${drains} a[href$="/check"]`).click()
  await plain.getByRole('radio', { name: 'Relayed only' }).check()
  await plain.locator('#check-reasons').fill('The engineer spoke to the radio alone.')
  await plain.getByRole('button', { name: 'Save', exact: true }).click()
  await plain
    .getByText(/left to check|are checked/)
    .first()
    .waitFor()
  await plain.goto(`${path}/desk`)
  await plain.locator('#details > summary').click()
  await plain.getByRole('button', { name: 'Ask for review' }).last().click()
  await plain.getByText('A reviewer can publish it now.').waitFor()

  await plain.context().clearCookies()
  await desk.signIn(plain, reviewer)
  await plain.goto(`${path}/publication?tick=settled`)
  await plain.getByText('Publish…', { exact: true }).click()
  await plain.getByRole('button', { name: 'Publish now' }).click()
  await plain.getByText(/^Published, with \d+ statements/).waitFor()

  await plain.context().clearCookies()
  await plain.goto(path)
  const mark = plain.locator(`a.mark[href="#statement-${drains}"]`).first()
  await mark.click()
  await plain
    .locator(`#statement-${drains}`)
    .getByText(/an engineer who asked not to be named told → passed on by Upland Radio/)
    .first()
    .waitFor()
  await plain.context().close()
})
