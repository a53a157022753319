import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Page } from 'playwright-core'
import { skipWithoutBrowser } from '../support/browser.ts'
import { type BrowserDesk, openBrowserDesk } from '../support/browser-desk.ts'
import { giveVerdictOn, makeAccount, makeDocument, publish, recordOn, type TestAccount } from '../support/world.ts'

const filler = Array.from({ length: 30 }, (_, i) => `Paragraph ${i} tells of the harbour, its quay and its cranes.`)
const paragraphs = [
  'She said: we will leave soon, and nobody will follow us for as long as the harbour stays open to the ships that are waiting outside.',
  'Nobody answered her.',
]
let desk: BrowserDesk
let editor: TestAccount
let documentId: number

before(async () => {
  desk = await openBrowserDesk()
  const { db } = desk
  editor = await makeAccount(db, 'editor')
  documentId = (await makeDocument(db, { text: [...filler, ...paragraphs, ...filler].join('\n\n') })).id
  const { id } = await recordOn(db, documentId, { quote: 'we will leave soon' })
  for (const quote of ['nobody will follow us', 'Nobody answered her.']) await recordOn(db, documentId, { quote })
  const verdict = await giveVerdictOn(db, { statementId: id }, { by: editor.id })
  await publish(db, documentId, { verdictIds: [verdict.id] })
})
after(() => desk.close())

const pages = [
  { name: 'the reader’s page', path: () => `/documents/${documentId}`, isDesk: false, javaScriptEnabled: true },
  {
    name: 'the reader’s page without JavaScript',
    path: () => `/documents/${documentId}`,
    isDesk: false,
    javaScriptEnabled: false,
  },
  { name: 'the desk', path: () => `/documents/${documentId}/desk`, isDesk: true, javaScriptEnabled: true },
]

async function open({ path, isDesk, javaScriptEnabled }: (typeof pages)[number], width = 1280): Promise<Page> {
  const page = await desk.openPage({ javaScriptEnabled, width })
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  if (isDesk) await desk.signIn(page, editor)
  await page.goto(desk.address + path())
  return page
}

/** What lies in the clipboard as words, and what words its HTML has. */
async function copied(page: Page): Promise<{ plain: string; html: string }> {
  await page.keyboard.press('Control+c')
  // A page that runs no scripts cannot be asked; another of the same browser can.
  const asked = await page.context().browser()?.newPage()
  assert.ok(asked)
  await asked.context().grantPermissions(['clipboard-read'])
  await asked.goto(desk.address)
  const found = await asked.evaluate(async () => {
    const [item] = await navigator.clipboard.read()
    const read = async (type: string) => ((await item?.getType(type)) ?? new Blob()).text()
    const { body } = new DOMParser().parseFromString(await read('text/html'), 'text/html')
    return { plain: await read('text/plain'), html: body.textContent }
  })
  await asked.close()
  return found
}

for (const looked of pages) {
  test(`words copied from ${looked.name} are the published ones`, { skip: skipWithoutBrowser }, async () => {
    const page = await open(looked)
    const text = page.locator('[data-quotable]')
    assert.equal(await text.getByRole('img', { name: 'Not checked yet' }).count(), 2, 'screen readers hear the signs')
    assert.equal(await text.getByRole('img', { name: 'Did they say it? Confirmed.' }).count(), 1)
    const drawn = await text
      .locator('.sign')
      .first()
      .evaluate((it) => getComputedStyle(it, '::after').content)
    assert.equal(drawn, '"said ✓"', 'and the others see them')

    await text
      .locator('p')
      .first()
      .click({ position: { x: 5, y: 5 } })
    await page.keyboard.press('Control+a')
    const everything = await copied(page)
    for (const paragraph of paragraphs) {
      assert.ok(everything.plain.split('\n').includes(paragraph), everything.plain)
      assert.ok(everything.html.includes(paragraph), everything.html)
    }
    assert.doesNotMatch(everything.plain, /Skip to the page|Search everything|Edit statement/, 'nor what nobody sees')
    await page.context().close()
  })

  for (const width of [1280, 360]) {
    test(
      `a triple click on ${looked.name} selects the paragraph, also on and through marks, ${width} px wide`,
      { skip: skipWithoutBrowser },
      async () => {
        const page = await open(looked, width)
        for (const words of ['She said', 'will leave', 'ships that']) {
          // Anew: a click before may have opened a card.
          await page.goto('about:blank')
          await page.goto(desk.address + looked.path())
          const place = await page.evaluate((words) => {
            const nodes = document.createTreeWalker(document.querySelector('[data-quotable]')!, NodeFilter.SHOW_TEXT)
            while (nodes.nextNode()) {
              const node = nodes.currentNode as Text
              const from = node.data.indexOf(words)
              if (from < 0) continue
              const range = document.createRange()
              range.setStart(node, from)
              range.setEnd(node, from + words.length)
              node.parentElement?.scrollIntoView({ block: 'center' })
              const { x, y, height } = range.getClientRects()[0]!
              return { x: x + 4, y: y + height / 2 }
            }
            throw new Error(`“${words}” is not in the text`)
          }, words)
          await page.mouse.click(place.x, place.y, { clickCount: 3, delay: 20 })
          const { plain, html } = await copied(page)
          assert.equal(plain.trim(), paragraphs[0], words)
          assert.equal(html.trim(), paragraphs[0], words)
        }
        await page.context().close()
      },
    )
  }
}
