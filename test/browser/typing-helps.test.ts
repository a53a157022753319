import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Page } from 'playwright-core'
import { skipWithoutBrowser } from '../support/browser.ts'
import { type BrowserDesk, openBrowserDesk } from '../support/browser-desk.ts'
import { openDetails, openRecord, selectWords } from '../support/in-text.ts'
import { makeAccount, makeDocument, publish, recordOn, type TestAccount } from '../support/world.ts'

let desk: BrowserDesk
let editor: TestAccount

before(async () => {
  desk = await openBrowserDesk()
  editor = await makeAccount(desk.db, 'editor')
})
after(() => desk.close())

async function open(path: string): Promise<Page> {
  const page = await desk.openPage()
  await desk.signIn(page, editor)
  await page.goto(desk.address + path)
  return page
}

test(
  'a passage of a stored document is picked as evidence by keys, and a second piece is added',
  { skip: skipWithoutBrowser },
  async () => {
    const { id } = await makeDocument(desk.db)
    const statement = await recordOn(desk.db, id, { by: editor.id })
    const proof = await makeDocument(desk.db, {
      title: 'Communiqué on the quay',
      url: 'https://harbour.example/communique',
      text: 'The quay was measured in May. It had moved four centimetres.',
    })
    await publish(desk.db, proof.id)
    const page = await open(`/statements/${statement.id}`)
    const folded = page.locator('details', { has: page.locator('form[action$="/verdicts"]') }).first()
    if ((await folded.count()) > 0 && (await folded.getAttribute('open')) === null)
      await folded.locator('summary').first().click()
    const form = page.locator('form[action$="/verdicts"]').first()
    await form.getByRole('radio', { name: 'Confirmed' }).check()
    const first = form.locator('[data-evidence="0"]')
    await first.locator('[name="evidence[0][kind]"]').selectOption('recording')
    await first.locator('[name="evidence[0][documentId]"]').fill(String(proof.id))
    await first.getByRole('button', { name: 'Pick the passage' }).click()
    await first.getByRole('group', { name: 'Communiqué on the quay' }).waitFor()
    for (const key of ['ArrowRight', 'ArrowRight', 'Shift+ArrowRight', 'Enter']) await page.keyboard.press(key)
    assert.equal(await first.locator('textarea').inputValue(), 'quay was')

    await form.getByRole('button', { name: 'Add evidence' }).click()
    const second = form.locator('[data-evidence="1"]')
    assert.equal(await second.locator('textarea').inputValue(), '')
    await second.getByText('A link instead').click()
    await second.locator('[name="evidence[1][url]"]').fill('https://portansel.example/press')
    await form.locator('[name=reasons]').fill('We heard it.')
    await form.getByRole('button', { name: 'Give this verdict' }).click()
    await page.getByText('The verdict is given').waitFor()
    const evidence = await desk.db.evidence.findMany({
      where: { verdict: { OR: [{ statementId: statement.id }, { hop: { statementId: statement.id } }] } },
      orderBy: { id: 'asc' },
    })
    assert.deepEqual(
      evidence.map(({ start, end, url }) => [start, end, url]),
      [
        [4, 12, null],
        [null, null, 'https://portansel.example/press'],
      ],
    )
    await page.context().close()
  },
)

test('a colleague is chosen behind an @, and told of the note', { skip: skipWithoutBrowser }, async () => {
  const colleague = await makeAccount(desk.db, 'reviewer')
  const { handle } = await desk.db.account.findUniqueOrThrow({ where: { id: colleague.id } })
  const { id } = await makeDocument(desk.db)
  const page = await open(`/documents/${id}/desk`)
  await openDetails(page)
  await page.getByText('Write a note').click()
  const body = page.locator('#note-body')
  await body.pressSequentially(`Please look, @${handle.slice(0, 3)}`)
  await page.getByRole('option', { name: `@${handle}` }).waitFor()
  await page.keyboard.press('Enter')
  assert.equal(await body.inputValue(), `Please look, @${handle} `)
  await page.getByRole('button', { name: 'Write the note' }).first().click()
  await page.getByText('Please look,').first().waitFor()
  assert.equal(await desk.db.noteMention.count({ where: { accountId: colleague.id } }), 1)
  await page.context().close()
})

test('the words selected in the text are the passage of a note', { skip: skipWithoutBrowser }, async () => {
  const { id } = await makeDocument(desk.db)
  const page = await open(`/documents/${id}/desk`)
  await page.locator('[data-quotable]').focus()
  for (const key of ['ArrowRight', 'Shift+ArrowRight']) await page.keyboard.press(key)
  await openDetails(page)
  await page.getByText('Note on a passage').click()
  await page.getByRole('button', { name: 'Take the words selected in the text' }).click()
  assert.equal(await page.inputValue('#passage-quote'), 'Port Ansel')
  await page.locator('#passage-body').fill('Where is that?')
  await page.getByRole('button', { name: 'Write the note' }).last().click()
  await page.getByText('Where is that?').first().waitFor()
  await page.context().close()
})

test(
  'sources are offered while one types, in spite of accents and a slip, and the chosen one is meant',
  { skip: skipWithoutBrowser },
  async () => {
    const { id } = await makeDocument(desk.db)
    await recordOn(desk.db, id, { hops: [{ naming: 'named', source: 'Željko Marić', cue: 'said' }] })
    const { id: sourceId } = await desk.db.source.findFirstOrThrow({ where: { name: 'Željko Marić' } })
    const page = await open(`/documents/${id}/desk`)
    await openRecord(page)
    const name = page.locator('#hops-0-source')
    const option = (words: RegExp) => page.getByRole('option', { name: words })
    await name.pressSequentially('Zeljko Maric')
    await option(/^Željko Marić.*1 statement$/).waitFor()
    await name.fill('')
    await name.pressSequentially('Zelko')
    await option(/^Željko Marić.*spelt nearly like/).waitFor()
    // What would be made is seen before; Enter picks the first, and sends nothing.
    await option(/^New: Zelko.*Similar: Željko Marić$/).waitFor()
    await name.press('Enter')
    assert.equal(await name.inputValue(), 'Željko Marić')
    assert.equal(await page.inputValue('[name="hops[0][sourceId]"]'), String(sourceId))
    await name.press('Enter')
    await name.press('ArrowDown')
    await option(/^Željko Marić/).waitFor()
    await name.press('Escape')
    assert.equal(await page.getByRole('listbox').count(), 0)
    assert.equal(await desk.db.statement.count({ where: { version: { documentId: id } } }), 1, 'nothing was sent')

    const listener = page.locator('#hops-0-addressee')
    // At once: a list for its first letters would look the same, and give way to the next one.
    await listener.fill('Zeljko')
    await option(/^Željko Marić/).waitFor()
    // The words come first: most listeners are no sources.
    await listener.press('ArrowDown')
    await listener.press('Enter')
    assert.equal(await page.inputValue('[name="hops[0][addresseeSourceId]"]'), String(sourceId))

    await name.fill('Russian For')
    await name.press('Tab')
    await page.getByText('New source: “Russian For”').waitFor()
    assert.equal(await page.inputValue('[name="hops[0][sourceId]"]'), '')
    await page.context().close()
  },
)

test('by touch the words are selected and put where a bar says', { skip: skipWithoutBrowser }, async () => {
  const { id } = await makeDocument(desk.db)
  const page = await desk.openPage({ width: 390, hasTouch: true })
  await desk.signIn(page, editor)
  await page.goto(`${desk.address}/documents/${id}/desk`)
  await selectWords(page, 'The quay is sinking', 'by touch')
  await page.waitForFunction(
    () => (document.querySelector('#quote') as HTMLTextAreaElement).value === 'The quay is sinking',
  )
  await selectWords(page, 'Mayor Lena Okafor', 'by touch')
  await page.getByRole('toolbar').getByRole('button', { name: 'Who', exact: true }).tap()
  await page.locator('[data-chain-line]', { hasText: /^Mayor Lena Okafor said/ }).waitFor()
  assert.equal(await page.inputValue('#quote'), 'The quay is sinking')
  await page.context().close()
})

test(
  'a formatted text is pasted with its headings and lists in lines, and undone; what cannot be read is pasted plainly',
  { skip: skipWithoutBrowser },
  async () => {
    const page = await open('/documents/new')
    const field = page.locator('#import-form [name=text]')
    await field.fill('Before. ')
    const paste = (html: string, plain: string) =>
      field.evaluate(
        (area, [formatted, words]) => {
          const clipboardData = new DataTransfer()
          clipboardData.setData('text/html', formatted ?? '')
          clipboardData.setData('text/plain', words ?? '')
          area.focus()
          return area.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
        },
        [html, plain],
      )
    assert.equal(await paste('<b>sinking</b>', 'sinking'), true, 'the browser pastes what has no lines')
    assert.equal(await paste('<h2>Quay</h2><ul><li>one<li>two</ul>', 'Quay one two'), false)
    await page.getByText('Pasted. Headings, lists and quotes').waitFor({ state: 'attached' })
    assert.equal(await field.inputValue(), 'Before. Quay\n\none\ntwo')
    await page.keyboard.press('Control+z')
    assert.equal(await field.inputValue(), 'Before. Quay one two')
    await page.keyboard.press('Control+z')
    assert.equal(await field.inputValue(), 'Before. ')
    // While the server reads it, the plain words stand there; what is typed meanwhile stays, and so does the caret.
    const held = Promise.withResolvers<void>()
    await page.route('**/documents/intake/formatted', async (route) => {
      await held.promise
      await route.continue()
    })
    await paste('<h2>Quay</h2><ul><li>one<li>two</ul>', 'Quay one two')
    assert.equal(await field.inputValue(), 'Before. Quay one two')
    await page.keyboard.type(' After.')
    held.resolve()
    await page.waitForFunction(
      () => document.querySelector<HTMLTextAreaElement>('#text')?.value === 'Before. Quay\n\none\ntwo After.',
    )
    await page.keyboard.type('!')
    assert.equal(await field.inputValue(), 'Before. Quay\n\none\ntwo After.!')
    await page.unroute('**/documents/intake/formatted')
    await field.fill('Before. ')
    await paste('<p><img src=x></p>', 'as it is')
    await page.waitForFunction(() => document.querySelector<HTMLTextAreaElement>('#text')?.value === 'Before. as it is')
    await page.getByText('Pasted as plain text.').waitFor({ state: 'attached' })
  },
)
