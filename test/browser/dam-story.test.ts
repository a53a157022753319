import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Page } from 'playwright-core'
import { skipWithoutBrowser } from '../support/browser.ts'
import { type BrowserDesk, openBrowserDesk } from '../support/browser-desk.ts'
import { type DamStory, makeDamStory } from '../support/dam-story.ts'
import { makeAccount, type TestAccount } from '../support/world.ts'

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

const textTop = () =>
  page
    .locator('.text p')
    .first()
    .evaluate((one) => one.getBoundingClientRect().top)

/** To the given tenth of all that can be scrolled: the text's own pane where it has one, else the window. */
const scrollTo = (tenth: number) =>
  page.evaluate((part) => {
    const pane = document.querySelector('.pane') as HTMLElement
    const own = /auto|scroll/.test(getComputedStyle(pane).overflowY)
    const scroller = own ? pane : (document.scrollingElement ?? document.documentElement)
    scroller.scrollTop = Math.round((scroller.scrollHeight - scroller.clientHeight) * part)
  }, tenth / 9)

/** The marks whose first line one sees, between the bar and what lies over the foot; `within` a part of that height. */
const inSight = (kind: 'suggestion' | 'statement') =>
  page.evaluate((wanted) => {
    const bar = document.querySelector('.doc-bar')?.getBoundingClientRect().bottom ?? 0
    const isSheet = getComputedStyle(document.querySelector('.panel') as Element).position === 'fixed'
    const foot = isSheet ? innerHeight * 0.55 : innerHeight
    const edge = (foot - bar) / (isSheet ? 16 : 4)
    const all: { id: string; top: number; bottom: number; isCentral: boolean }[] = []
    for (const mark of document.querySelectorAll<HTMLElement>(`[data-quotable] a.mark[data-${wanted}]`)) {
      const id = mark.dataset[wanted] ?? ''
      const [first] = mark.getClientRects()
      if (!first || all.some((one) => one.id === id)) continue
      const isCentral = first.top >= bar + edge && first.bottom <= foot - edge
      all.push({ id, top: first.top, bottom: first.bottom, isCentral })
    }
    return { bar, foot, all, seen: all.filter(({ top, bottom }) => top >= bar && bottom <= foot) }
  }, kind)

for (const [width, height] of [
  [1280, 900],
  [390, 844],
] as const) {
  test(`explore ${width}`, skip, async (t) => {
    await open(width, height)
    for (let tenth = 0; tenth < 10; tenth++) {
      await page.keyboard.press('Escape')
      await scrollTo(tenth)
      const { seen, all, bar, foot } = await inSight('suggestion')
      const one = seen.find(({ isCentral }) => isCentral) ?? seen[0]
      if (one) {
        const at = all.findIndex(({ id }) => id === one.id)
        const next = all[at + 1] ?? all[at - 1]
        await page.evaluate(
          (id) =>
            (document.querySelector(`a.mark[data-suggestion="${id}"]`) as HTMLElement).focus({ preventScroll: true }),
          one.id,
        )
        const before = await textTop()
        const count = await page.locator('.suggestion').count()
        await page.keyboard.press('Enter')
        await page.waitForFunction((n) => document.querySelectorAll('.suggestion').length === n, count - 1)
        await page.waitForFunction(() => document.activeElement?.id.startsWith('at-suggestion-') ?? false)
        const moved = (await textTop()) - before
        await page.keyboard.press('u')
        await page.waitForFunction((n) => document.querySelectorAll('.suggestion').length === n, count)
        await page.waitForFunction(() => document.activeElement?.id.startsWith('at-suggestion-') ?? false)
        const undone = (await textTop()) - before
        t.diagnostic(
          `${width} at ${tenth}: accept ${one.id} at ${Math.round(one.top)} (${one.isCentral}) next at ${Math.round(next?.top ?? 0)} (${next?.isCentral}) [${Math.round(bar)}..${Math.round(foot)}] moved ${moved} after undo ${undone}`,
        )
      } else t.diagnostic(`${width} at ${tenth}: no suggestion in sight`)
      await page.keyboard.press('Escape')
      await scrollTo(tenth)
      const marks = await inSight('statement')
      const card = marks.seen[0]
      if (card) {
        const before = await textTop()
        const mark = page.locator(`a.mark[data-statement="${card.id}"]`).first()
        const box = await mark.evaluate((m) => {
          const r = m.getClientRects()[0] as DOMRect
          return { x: r.left + 5, y: r.top + r.height / 2 }
        })
        if (width < 960) await page.touchscreen.tap(box.x, box.y)
        else await page.mouse.click(box.x, box.y)
        await page.locator('.panel .chosen').waitFor()
        const opened = (await textTop()) - before
        await page.keyboard.press('c')
        await page.locator(`[data-check-card="${card.id}"]`).waitFor()
        const checked = (await textTop()) - before
        await page.keyboard.press('Escape')
        t.diagnostic(
          `${width} at ${tenth}: open ${card.id} at ${Math.round(card.top)} moved ${opened}, check ${checked} (central ${card.isCentral})`,
        )
        await open(width, height)
      } else t.diagnostic(`${width} at ${tenth}: no statement in sight`)
    }
  })
}
