import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { skipWithoutBrowser } from '../support/browser.ts'
import { openBrowserDesk } from '../support/browser-desk.ts'
import { makeAccount, makeDocument, publish, recordOn } from '../support/world.ts'

const desk = await openBrowserDesk()
after(() => desk.close())
const skip = skipWithoutBrowser

const paragraph = (n: number) => `Paragraph ${n}: “🚢 ship ${n} docks”, said Lena Okafor of pier ${n}.`
const text = Array.from({ length: 900 }, (_, i) => paragraph(i + 1)).join('\n\n')
const account = await makeAccount(desk.db, 'reviewer')
const document = await makeDocument(desk.db, { title: 'A long hearing', url: 'https://a.example/long', text })
const statement = await recordOn(desk.db, document.id, { quote: 'ship 850 docks' })
await publish(desk.db, document.id, { by: account.id })

test('a link to what is on another part leads there, and the parts can be gone through', { skip }, async () => {
  const page = await desk.openPage()
  await page.goto(`${desk.address}/documents/${document.id}#statement-${statement.id}`)
  await page.waitForURL(new RegExp(`statement=${statement.id}#statement-${statement.id}$`))
  assert.equal(await page.locator(`#statement-${statement.id}`).count(), 1)
  assert.match((await page.locator('.parts p').first().textContent()) ?? '', /Part 3 of 3/)
  await page.goto(`${desk.address}/documents/${document.id}`)
  await page.locator('.parts').last().getByText('Next part').click()
  await page.waitForURL(/\?part=2$/)
  assert.match((await page.locator('.text p').first().textContent()) ?? '', /^Paragraph 401:/)
  await page.locator('.parts input').first().fill('3')
  await page.keyboard.press('Enter')
  await page.waitForURL(/\?part=3$/)
  await page.goto(`${desk.address}/documents/${document.id}#nothing-here`)
  assert.doesNotMatch(page.url(), /\?/)
})

test(
  'words selected on a later part are recorded at their place, by keyboard alone, and the desk stays there',
  { skip },
  async () => {
    const page = await desk.openPage()
    await desk.signIn(page, account)
    await page.goto(`${desk.address}/documents/${document.id}/desk?part=2`)
    const words = 'said Lena Okafor of pier 455'
    await page.evaluate((words) => {
      const piece = [...window.document.querySelectorAll('.text span')].find((one) => one.textContent?.includes(words))
      const node = piece?.firstChild
      if (!(node instanceof Text)) throw new Error('not there')
      const from = node.data.indexOf(words)
      window.document.getSelection()?.setBaseAndExtent(node, from, node, from + words.length)
    }, words)
    await page.waitForFunction(
      (words) => window.document.querySelector<HTMLTextAreaElement>('#quote')?.value === words,
      words,
    )
    const at = await page.locator('form[action*="/statements?part=2"] input[name=at]').inputValue()
    assert.equal(Number(at), Array.from(text.slice(0, text.indexOf(words))).length)
  },
)

test('a part is laid out well, wide and narrow', { skip }, async () => {
  const page = await desk.openPage()
  assert.deepEqual(await desk.audit(page, `/documents/${document.id}?part=2`), [])
  await desk.signIn(page, account)
  assert.deepEqual(await desk.audit(page, `/documents/${document.id}/desk?part=2`), [])
})
