import assert from 'node:assert/strict'
import fs from 'node:fs'
import path from 'node:path'
import { after, before, test } from 'node:test'
import type { Page } from 'playwright-core'
import { stepKeys } from '../../src/browser/tagging/fill-step.ts'
import { skipWithoutBrowser } from '../support/browser.ts'
import { type BrowserDesk, openBrowserDesk } from '../support/browser-desk.ts'
import { openRecord, selectWords } from '../support/in-text.ts'
import { makeAccount, makeDocument, recordOn, type TestAccount } from '../support/world.ts'

let desk: BrowserDesk
let editor: TestAccount

before(async () => {
  desk = await openBrowserDesk()
  editor = await makeAccount(desk.db, 'editor')
})
after(() => desk.close())

/** A document's desk with the text chosen, as Tab would choose it. */
async function openDesk(given: Parameters<typeof makeDocument>[1] = {}, by = editor): Promise<[Page, number]> {
  const { id } = await makeDocument(desk.db, given)
  const page = await desk.openPage()
  await desk.signIn(page, by)
  await page.goto(`${desk.address}/documents/${id}/desk`)
  await page.locator('[data-quotable]').focus()
  return [page, id]
}

const selected = (page: Page) => page.evaluate(() => getSelection()?.toString() ?? '')
const chain = (page: Page, wanted: RegExp) => page.locator('[data-chain-line]', { hasText: wanted }).waitFor()
const quoted = (page: Page, wanted: string) =>
  page.waitForFunction((words) => (document.querySelector('#quote') as HTMLTextAreaElement).value === words, wanted)

/** Presses each key, and looks at what is selected afterwards. */
async function walk(page: Page, steps: [key: string, selection: RegExp][]): Promise<void> {
  for (const [key, wanted] of steps) {
    await page.keyboard.press(key)
    assert.match(await selected(page), wanted, `after ${key}`)
  }
}

/** What the form would send, but for its stamp; served to the page as it is. */
const formValues = () =>
  JSON.stringify(
    [...document.querySelectorAll<HTMLInputElement>('#record input, #record textarea, #record select')]
      .filter(({ name }) => name !== 'once')
      .map(({ name, value }) => [name, value]),
  )

test('keys walk the text by words, sentences and paragraphs', { skip: skipWithoutBrowser }, async () => {
  const [page] = await openDesk()
  await walk(page, [
    ['ArrowRight', /^Port$/],
    ['ArrowRight', /^Ansel$/],
    ['ArrowLeft', /^Port$/],
    ['Shift+ArrowRight', /^Port Ansel$/],
    ['Shift+ArrowRight', /^Port Ansel will$/],
    ['Shift+ArrowLeft', /^Port Ansel$/],
    ['+', /^Port Ansel will close .* on Tuesday\.$/],
    ['-', /^Port Ansel$/],
    ['=', /^Port Ansel will close/],
    ['.', /^“Not one container .* Okafor said\.$/],
    ['.', /^“The quay is sinking, and everyone knows it\.”$/],
    ['+', /^“Not one .* knows it\.”$/],
    ['-', /^“The quay/],
    [',', /^“Not one container .* Okafor said\.$/],
    ['Shift+.', /^“Not one .* knows it\.”$/],
    ['Shift+,', /^“Not one|^Port Ansel will close/],
    ['ArrowDown', /^(“|The)$/],
    ['ArrowDown', /^(The|Local)$/],
    ['ArrowUp', /^(“|The)$/],
    ['Shift+ArrowDown', /^“Not one .* knows it\.”$/],
  ])
  await page.context().close()
})

test('each key that fills the form is taken back by u, and comes again', { skip: skipWithoutBrowser }, async () => {
  const [page, id] = await openDesk()
  await recordOn(desk.db, id, { by: editor.id })
  const steps: [words: string, key: string, result: () => Promise<unknown>][] = [
    ['The quay', 'Enter', () => quoted(page, 'The quay')],
    ['everyone knows it', 'Alt+Enter', () => quoted(page, 'The quay […] everyone knows it')],
    ['Okafor', 'w', () => chain(page, /^Okafor said → published/)],
    ['The Harbour Authority', 'w', () => chain(page, /^Okafor said → passed on by Harbour Authority/)],
    ['Local media', 'Shift+W', () => chain(page, /^Local media said → passed on by Okafor → passed on by Harbour/)],
    ['told', 'v', () => chain(page, /^Local media told → passed on/)],
    ['reporters', 't', () => chain(page, /^Local media told reporters → passed on/)],
    ['Port Ansel', 'l', () => chain(page, /^Local media told reporters in Port Ansel|at Port Ansel/)],
    ['a communiqué', 'm', () => chain(page, /a communiqué/)],
  ]
  await page.keyboard.press('ArrowRight') // from here on it is keys that select
  const before: string[] = []
  for (const [words, key, result] of steps) {
    await selectWords(page, words)
    before.push(await page.evaluate(formValues))
    await page.keyboard.press(key)
    await result()
  }
  await page.keyboard.press('s')
  await chain(page, /^Lena Okafor said to reporters|^Lena Okafor said/)
  const filled = await page.evaluate(formValues)

  await page.keyboard.press('u')
  await chain(page, /^Local media told reporters/)
  for (const [i, was] of [...before.entries()].toReversed()) {
    await page.keyboard.press(i % 2 ? 'u' : 'Control+z')
    await page.waitForFunction(`(${formValues.toString()})() === ${JSON.stringify(was)}`)
  }
  for (let i = 0; i <= before.length; i++) await page.keyboard.press(i % 2 ? 'Shift+U' : 'Control+y')
  await chain(page, /^Lena Okafor said/)
  assert.equal(await page.evaluate(formValues), filled)
  assert.equal(await desk.db.statement.count({ where: { version: { documentId: id }, withdrawnAt: null } }), 1)
  await page.context().close()
})

test(
  'the words begin and finish where keys say, and u goes on to what the server keeps',
  { skip: skipWithoutBrowser },
  async () => {
    const [page, id] = await openDesk()
    for (const key of ['ArrowDown', '.']) await page.keyboard.press(key)
    assert.match(await selected(page), /^“Not one container/)
    await page.keyboard.press('Enter')
    for (const key of ['ArrowUp', 'ArrowRight', 'b']) await page.keyboard.press(key)
    for (let i = 0; i < 8; i++) await page.keyboard.press('ArrowRight')
    await page.keyboard.press('f')
    await quoted(page, 'Not one container ship will dock here after December')
    assert.equal(await page.inputValue('#mode'), 'direct')

    await page.keyboard.press('Control+Enter')
    await page.locator('section.card').first().waitFor({ state: 'attached' })
    await page.locator('[data-quotable]').focus()
    for (const key of ['ArrowRight', 'Enter']) await page.keyboard.press(key)
    assert.notEqual(await page.inputValue('#quote'), '')
    await page.keyboard.press('u')
    await quoted(page, '')
    await page.keyboard.press('u')
    await page.locator('section.card').first().waitFor({ state: 'detached' })
    assert.equal(await desk.db.statement.count({ where: { version: { documentId: id }, withdrawnAt: null } }), 0)
    await page.keyboard.press('Shift+U')
    await page.locator('section.card').first().waitFor({ state: 'attached' })
    await page.context().close()
  },
)

test(
  'by pointer the form follows the selection, and a bar makes who, verb and listener of it',
  { skip: skipWithoutBrowser },
  async () => {
    const [page] = await openDesk()
    const bar = page.getByRole('toolbar', { name: 'With the selected words' })
    await selectWords(page, 'Not one container ship', 'by dragging')
    await quoted(page, 'Not one container ship')
    await page.getByRole('button', { name: 'Add another piece' }).click()
    await selectWords(page, 'everyone knows it', 'by dragging')
    await quoted(page, 'Not one container ship […] everyone knows it')
    assert.equal(await page.getByRole('button', { name: 'Add another piece' }).getAttribute('aria-pressed'), 'false')

    // A piece before the others is put first, and takes none of theirs away while the selection grows.
    await page.getByRole('button', { name: 'Add another piece' }).click()
    await selectWords(page, 'old harbour to freight', 'by dragging')
    await quoted(page, 'old harbour to freight […] Not one container ship […] everyone knows it')

    // Words that are quoted stay: what is selected further waits until a button says what it is.
    await selectWords(page, 'Mayor Lena Okafor', 'by dragging')
    await bar.getByRole('button', { name: 'Quote these instead' }).waitFor()
    await quoted(page, 'old harbour to freight […] Not one container ship […] everyone knows it')
    await bar.getByRole('button', { name: 'Who', exact: true }).click()
    await chain(page, /^Mayor Lena Okafor said/)
    await quoted(page, 'old harbour to freight […] Not one container ship […] everyone knows it')
    await selectWords(page, 'told', 'by dragging')
    await bar.getByRole('button', { name: 'Verb' }).click()
    await selectWords(page, 'reporters', 'by dragging')
    await bar.getByRole('button', { name: 'To whom' }).click()
    await chain(page, /^Mayor Lena Okafor told reporters/)
    await quoted(page, 'old harbour to freight […] Not one container ship […] everyone knows it')
    await page.keyboard.press('ArrowRight')
    await bar.waitFor({ state: 'hidden' })
    await page.context().close()
  },
)

test(
  'a statement’s words are changed beside the text by keys; what they were stays in its history',
  { skip: skipWithoutBrowser },
  async () => {
    const [page, id] = await openDesk()
    const { id: statementId } = await recordOn(desk.db, id, { by: editor.id })
    await page.reload()
    await page.locator('[data-quotable]').focus()
    await page.keyboard.press('j')
    const mark = page.locator(`#at-${statementId}`)
    assert.equal(await mark.evaluate((one) => one === document.activeElement), true)
    await page.keyboard.press('Escape')
    assert.match(await selected(page), /^(Not|“)$/)
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('k')
    assert.equal(await mark.evaluate((one) => one === document.activeElement), true)
    await page.keyboard.press('Enter')
    await page.waitForURL(new RegExp(`#statement-${statementId}$`))

    await mark.focus()
    await page.keyboard.press('e')
    await page.waitForURL(/edit$/)
    const foot = (await page.locator('.form-foot').boundingBox()) ?? assert.fail('the form has no foot')
    assert.ok(foot.y + foot.height <= 900, `the button is in sight, not at ${foot.y} px`)
    await page.locator('[data-quotable]').focus()
    for (const key of ['ArrowDown', '.', '.', 'Enter', 'Control+Enter']) await page.keyboard.press(key)
    await page.waitForURL(/desk#statement-/)
    const { words } = await desk.db.statement.findUniqueOrThrow({ where: { id: statementId } })
    assert.equal(words, '“The quay is sinking, and everyone knows it.”')
    await page.goto(`${desk.address}/statements/${statementId}`)
    await page.getByText('Not one container ship will dock here after December').first().waitFor({ state: 'attached' })
    await page.context().close()
  },
)

test('the chain’s buttons arrange it without leaving the page', { skip: skipWithoutBrowser }, async () => {
  const [page] = await openDesk()
  await openRecord(page)
  await page.fill('#quote', 'half a thought')
  await page.fill('[name="hops[0][source]"]', 'Lena Okafor')
  await page.getByRole('button', { name: 'Add who passed it on' }).click()
  await page.locator('[name="hops[1][source]"]:focus').fill('Coast Radio')
  await page.locator('button[value="up.1"]').click()
  await chain(page, /^Coast Radio said → passed on by Lena Okafor/)
  await page.locator('button[value="down.0"]').click()
  await chain(page, /^Lena Okafor said → passed on by Coast Radio/)
  await page.locator('button[value="remove.1"]').click()
  await chain(page, /^Lena Okafor said → published by/)
  assert.equal(await page.inputValue('#quote'), 'half a thought')
  await page.context().close()
})

test(
  'letters of another alphabet are the keys at their place; a word being composed is none',
  { skip: skipWithoutBrowser },
  async () => {
    const [page] = await openDesk()
    const press = (init: { key: string; code: string; shiftKey?: boolean; repeat?: boolean; isComposing?: boolean }) =>
      page.evaluate(
        (given) =>
          document
            .querySelector('[data-quotable]')
            ?.dispatchEvent(new KeyboardEvent('keydown', { bubbles: true, cancelable: true, ...given })),
        init,
      )
    for (const key of ['ArrowRight', 'Shift+ArrowRight']) await page.keyboard.press(key)
    await press({ key: 'ц', code: 'KeyW', isComposing: true })
    await press({ key: 'ц', code: 'KeyW', repeat: true })
    await press({ key: 'ц', code: 'KeyW' })
    await chain(page, /^Port Ansel said → published/)
    // On a Dvorak keyboard w is where others have the comma.
    await press({ key: 'W', code: 'Comma', shiftKey: true })
    await chain(page, /^Port Ansel said → passed on by Port Ansel/)
    await page.context().close()
  },
)

test('in a text from right to left the arrows go where they point', { skip: skipWithoutBrowser }, async () => {
  const [page] = await openDesk({
    language: 'ar',
    title: 'المرفأ',
    url: 'https://coastwire.example/ar/harbour',
    text: 'قال رئيس البلدية إن المرفأ سيغلق قبل نهاية العام المقبل، وإن الرصيف يغرق.',
  })
  await walk(page, [
    ['ArrowLeft', /^قال$/],
    ['ArrowLeft', /^رئيس$/],
    ['ArrowRight', /^قال$/],
    ['Shift+ArrowLeft', /^قال رئيس$/],
  ])
  await page.context().close()
})

test(
  'what the server refuses to arrange is said, with the words still there',
  { skip: skipWithoutBrowser },
  async () => {
    const [page] = await openDesk()
    await openRecord(page)
    await page.fill('#quote', 'Not one container ship')
    await page.evaluate(() => {
      for (const button of document.querySelectorAll<HTMLButtonElement>('button[name=arrange]'))
        button.formAction = '/documents/999999/arrangement'
    })
    await page.getByRole('button', { name: 'Add who passed it on' }).click()
    await page.locator('[role=alert]', { hasText: /Your words are still here/ }).waitFor()
    assert.equal(await page.inputValue('#quote'), 'Not one container ship')
    await page.context().close()
  },
)

test('every key that the desk heeds is in the list under the question mark', () => {
  const read = (...file: string[]) => fs.readFileSync(path.join(import.meta.dirname, '..', '..', ...file), 'utf8')
  const listed = [...read('views', 'partials', 'desk-keys.ejs').matchAll(/<kbd>(.+?)<\/kbd>/g)].map(([, key]) => key)
  const arrows = { ArrowLeft: '←', ArrowRight: '→', ArrowUp: '↑', ArrowDown: '↓', Escape: 'Esc', '=': '+' }
  const heeded = [
    ...read('src', 'browser', 'tagging', 'tagging-keys.ts').matchAll(/\bkey === '([^']+)'/g),
    ...read('src', 'browser', 'page', 'show-keys.ts').matchAll(/\bkey !== '([^']+)'/g),
    ...read('views', 'partials', 'desk-bar.ejs')
      .toLowerCase()
      .matchAll(/data-key="(\w)"/g),
  ].map(([, key = '']) => arrows[key as keyof typeof arrows] ?? key)
  const missing = [...heeded, ...Object.keys(stepKeys).map((key) => key.toLowerCase())].filter(
    (key) => !listed.includes(key) && !['<', '>'].includes(key),
  )
  assert.ok(heeded.length > 20, `${heeded.length} keys found`)
  assert.deepEqual(missing, [])
})
