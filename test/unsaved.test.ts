import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { load } from 'cheerio'
import { openTestDesk } from './support/desk.ts'
import { type Fields, openForm, readForm } from './support/forms.ts'
import { makeAccount, makeDocument, publish, recordOn, signIn, visitor } from './support/world.ts'

const { app, db, close } = await openTestDesk()
after(close)
const account = await makeAccount(db, 'editor')
const editor = await signIn(app, account)
const other = await signIn(app, await makeAccount(db, 'editor'))
const admin = await signIn(app, await makeAccount(db, 'admin'))
const reader = visitor(app)
const json = { Accept: 'application/json' }
type Browser = typeof editor

/** Types into a form of a page as the page's script does: the fields are kept, and the form is not sent. */
async function leaveWords(browser: Browser, page: string, action: string, words: Record<string, string>) {
  const form: Fields = { ...(await openForm(browser, page, action)), ...words }
  const { body } = await browser.post('/drafts').set(json).type('form').send(form).expect(200)
  return { form, id: (body as { id: number }).id }
}

test('who left a page with words in a form finds them in it again, until they send it', async () => {
  const { id } = await makeDocument(db)
  const [page, action] = [`/documents/${id}/desk`, `/documents/${id}/statements`]
  const words = { quote: 'The quay <is> sinking', mode: 'mixed', unfinished: 'true', 'hops[0][source]': 'Lena Okafor' }
  const { id: draft } = await leaveWords(editor, page, action, words)

  const $ = load((await editor.get(page).expect(200)).text)
  assert.match($(`#kept-${draft}`).text(), /You left words here on \d+ \w+ \d{4} at \d\d:\d\d UTC/)
  const form = readForm($, action)
  for (const [name, word] of Object.entries(words)) assert.equal(form[name]?.trim(), word, name)
  assert.equal($(`form[action="/documents/${id}/notes"] textarea`).val()?.toString().trim(), '')
  assert.match($('.masthead .account').text(), /Drafts \(\d+\)/)
  assert.equal(await db.statement.count({ where: { version: { documentId: id } } }), 0, 'nothing was sent')

  await editor
    .post(action)
    .type('form')
    .send({ ...form, quote: 'The quay is sinking' })
    .expect(303)
  assert.equal(await db.draft.count({ where: { id: draft } }), 0)
  assert.equal(load((await editor.get(page).expect(200)).text)('.kept-words').length, 0)
})

test('steps that were added to a chain come back, every one', async () => {
  const { id } = await makeDocument(db)
  const [page, action] = [`/documents/${id}/desk`, `/documents/${id}/statements`]
  const steps = Array.from({ length: 25 }, (_, i) => [`hops[${i}][source]`, `Person ${i}`] as const)
  await leaveWords(editor, page, action, { quote: 'The quay', ...Object.fromEntries(steps) })
  const form = readForm(load((await editor.get(page).expect(200)).text), action)
  for (const [name, who] of steps) assert.equal(form[name], who)
})

test('of forms that are alike, each has its own words, and what they are folded into is open', async () => {
  const { id } = await makeDocument(db)
  const [page, action] = [`/documents/${id}/desk`, `/documents/${id}/notes`]
  const $ = load((await editor.get(page).expect(200)).text)
  const words = ['On the whole', 'On a passage']
  for (const [i, body] of words.entries()) {
    const fields = $(`form[action="${action}"]`).eq(i).serializeArray()
    const form = { ...Object.fromEntries(fields.map(({ name, value }) => [name, value])), body }
    await editor.post('/drafts').set(json).type('form').send(form).expect(200)
  }
  const again = load((await editor.get(page).expect(200)).text)
  for (const [i, body] of words.entries()) {
    const form = again(`form[action="${action}"]`).eq(i)
    assert.equal(form.find('[name=body]').val()?.toString().trim(), body)
    assert.ok(form.closest('details').is('[open]'))
    assert.equal(form.find('[name=passage]').val(), i === 0 ? undefined : 'true')
  }
})

test('words are discarded, brought back, and gone for good only after a day', async () => {
  const { id } = await makeDocument(db)
  const [page, action] = [`/documents/${id}/desk`, `/documents/${id}/notes`]
  const { id: draft } = await leaveWords(editor, page, action, { body: 'Ask the harbour master' })
  await editor.get('/drafts').expect(200, /Ask the harbour master/)
  const asked = await editor.post(`/drafts/${draft}/removal`).type('form').send({ to: 'page' }).expect(303)
  assert.equal(asked.headers['location'], page)
  assert.equal(load((await editor.get(page)).text)('.kept-words').length, 0)
  await editor.post(`/drafts/${draft}/removal`).set(json).expect(404)

  const list = load((await editor.get('/drafts').expect(200)).text)
  assert.equal(list(`form[action="/drafts/${draft}/restoration"]`).length, 1)
  await editor.post(`/drafts/${draft}/restoration`).expect(303)
  assert.equal(readForm(load((await editor.get(page)).text), action)['body']?.trim(), 'Ask the harbour master')
})

test('the list of unsent words shows what somebody wrote and chose, and nothing that the form says by itself', async () => {
  const { id } = await makeDocument(db)
  const { id: statement } = await recordOn(db, id)
  const [page, action] = [`/statements/${statement}`, `/statements/${statement}/verdicts`]
  const form: Fields = {
    ...(await openForm(editor, page, action)),
    'evidence[0][title]': 'The tape of the mayor',
    'evidence[0][kind]': 'recording',
    more: 'evidence',
  }
  await editor.post(action).type('form').send(form).expect(200)
  const draft = await db.draft.findFirstOrThrow({ orderBy: { id: 'desc' } })
  const $ = load((await editor.get(`/drafts/${draft.id}`).expect(200)).text)
  const shown = $('.kept-fields dt')
    .map((_, name) => `${$(name).text()}: ${$(name).next('dd').text()}`)
    .get()
  assert.deepEqual(shown.sort(), ['Kind, 1: Recording', 'Title, 1: The tape of the mayor'])
  assert.match((await editor.get('/drafts').expect(200)).text, /The tape of the mayor/)

  const blank: Fields = { ...(await openForm(other, page, action)), more: 'evidence' }
  const before = await db.draft.count()
  await other.post(action).type('form').send(blank).expect(200)
  assert.equal(await db.draft.count(), before, 'a form in which nobody wrote is not kept')
})

test('words that were deleted again leave no draft', async () => {
  const { id } = await makeDocument(db)
  const [page, action] = [`/documents/${id}/desk`, `/documents/${id}/notes`]
  const { form, id: draft } = await leaveWords(editor, page, action, { body: 'Ask' })
  const { body } = await editor.post('/drafts').set(json).type('form').send({ once: form['once'] }).expect(200)
  assert.deepEqual(body, { kept: false })
  assert.equal(await db.draft.count({ where: { id: draft } }), 0)
})

test('words on their way when their form was sent leave no draft behind it', async () => {
  const { id } = await makeDocument(db)
  const [page, action] = [`/documents/${id}/desk`, `/documents/${id}/notes`]
  const form = { ...(await openForm(editor, page, action)), body: 'Ask the harbour master' }
  await editor.post(action).type('form').send(form).expect(303)
  const { body } = await editor.post('/drafts').set(json).type('form').send(form).expect(200)
  assert.deepEqual(body, { kept: false })
  assert.equal(load((await editor.get(page)).text)('.kept-words').length, 0)
})

test('nobody else sees, discards or brings back what someone left: no colleague, no admin, no reader', async () => {
  const { id } = await makeDocument(db)
  const [page, action] = [`/documents/${id}/desk`, `/documents/${id}/notes`]
  const { form, id: draft } = await leaveWords(editor, page, action, { body: 'NOT-FOR-OTHERS' })
  for (const browser of [other, admin]) {
    await browser.get(`/drafts/${draft}`).set(json).expect(404)
    await browser.post(`/drafts/${draft}/removal`).set(json).expect(404)
    await browser.post(`/drafts/${draft}/restoration`).set(json).expect(404)
    for (const path of ['/drafts', page]) assert.doesNotMatch((await browser.get(path).expect(200)).text, /NOT-FOR/)
    await browser.post('/drafts').set(json).type('form').send(form).expect(403)
  }
  for (const path of ['/drafts', `/drafts/${draft}`]) await reader.get(path).set(json).expect(401)
  assert.match((await editor.get(`/drafts/${draft}`).expect(200)).text, /NOT-FOR-OTHERS/)
})

test('a page with another’s form, sent by whoever signed in since, is refused, and the words stay theirs', async () => {
  const { id } = await makeDocument(db)
  const [page, action] = [`/documents/${id}/desk`, `/documents/${id}/notes`]
  const form = { ...(await openForm(editor, page, action)), body: 'Edda’s words' }
  const refused = await other.post(action).type('form').send(form).expect(403)
  assert.match(refused.text, /opened by somebody else.*your words are kept/is)
  assert.equal(await db.note.count({ where: { documentId: id } }), 0)
  assert.equal(load((await other.get(page).expect(200)).text)('.kept-words').length, 0)
})

test('what is no form of the desk, forged, or too long is not kept, and a password never', async () => {
  const { id } = await makeDocument(db)
  const [page, action] = [`/documents/${id}/desk`, `/documents/${id}/notes`]
  const form: Fields = { ...(await openForm(editor, page, action)), body: 'Ask' }
  const send = (given: Record<string, string>) => editor.post('/drafts').set(json).type('form').send(given)
  await send({ body: 'Ask' }).expect(400)
  await send({ ...form, once: `${form['once']?.slice(0, -1)}!` }).expect(400)
  await send({ ...form, once: 'a.b' }).expect(400)
  await send({ ...form, once: `${form['once']?.slice(0, -1)}é` }).expect(400)
  await send({ ...form, body: 'x'.repeat(200_001) }).expect(413)
  const session = await openForm(editor, '/session', '/session')
  await send({ ...session, email: 'edda@coastwire.example', password: 'four plain words here' }).expect(400)
  await send({ ...form, body: 'a\u0000b' }).expect(200)
  assert.equal(await db.draft.count({ where: { pageTitle: 'Sign in' } }), 0)
})

test('a program that may only read keeps no words', async () => {
  const { id } = await makeDocument(db)
  const [page, action] = [`/documents/${id}/desk`, `/documents/${id}/notes`]
  const form: Fields = { ...(await openForm(editor, page, action)), body: 'By a program' }
  const made = await editor
    .post('/account/tokens')
    .set(json)
    .send({ name: 'Reads', scopes: ['read'], lasts: '30' })
    .expect(201)
  const { token } = made.body as { token: string }
  const asProgram = { Authorization: `Bearer ${token}`, Accept: 'text/html' }
  const before = await db.draft.count()
  await reader.post(action).set(asProgram).type('form').send(form).expect(403)
  assert.equal(await db.draft.count(), before)
  await reader.get('/drafts').set(asProgram).expect(403)
})

test('two hundred drafts are kept, and each for thirty days', async () => {
  const writer = await makeAccount(db, 'editor')
  const browser = await signIn(app, writer)
  const place = { accountId: writer.id, action: '/nowhere', pageTitle: 'Elsewhere', values: { body: 'Old' } }
  const from = Date.now() - 1000
  await db.draft.createMany({
    data: Array.from({ length: 200 }, (_, i) => ({ ...place, address: `/page/${i}`, updatedAt: new Date(from + i) })),
  })
  const { id } = await makeDocument(db)
  await leaveWords(browser, `/documents/${id}/desk`, `/documents/${id}/notes`, { body: 'New' })
  assert.equal(await db.draft.count({ where: { accountId: writer.id } }), 200)
  assert.equal(await db.draft.count({ where: { accountId: writer.id, address: '/page/0' } }), 0)

  const fresh = await openTestDesk()
  try {
    const { id: accountId, ...person } = await makeAccount(fresh.db, 'editor')
    const long = new Date(Date.now() - 31 * 24 * 60 * 60 * 1000)
    await fresh.db.draft.create({ data: { ...place, accountId, address: '/page', updatedAt: long } })
    const document = await makeDocument(fresh.db)
    const own = await signIn(fresh.app, person)
    await leaveWords(own, `/documents/${document.id}/desk`, `/documents/${document.id}/notes`, { body: 'New' })
    assert.equal(await fresh.db.draft.count({ where: { address: '/page' } }), 0)
  } finally {
    await fresh.close()
  }
})

/** Somebody at work, whose session the newsroom then ends. */
async function typing() {
  const person = await makeAccount(db, 'editor')
  const browser = await signIn(app, person)
  const { id } = await makeDocument(db)
  const [page, action] = [`/documents/${id}/desk`, `/documents/${id}/statements`]
  const words = { quote: 'The quay is sinking', 'hops[0][source]': 'Lena Okafor', 'hops[0][cue]': 'SAID-SHE' }
  const form: Fields = { ...(await openForm(browser, page, action)), ...words }
  await db.session.deleteMany({ where: { accountId: person.id } })
  return { person, browser, id, page, action, form }
}

const signInAgain = (browser: Browser, { email, password }: { email: string; password: string }, next: string) =>
  browser.post('/session').type('form').send({ email, password, next }).expect(303)

test('a session that ends while someone types costs nothing: they sign in, and the form is as it was', async () => {
  const { person, browser, id, page, action, form } = await typing()
  const led = await browser.post(action).type('form').send(form).expect(303)
  const way = new URL(String(led.headers['location']), 'http://desk')
  assert.equal(way.pathname, '/session')
  assert.equal(way.searchParams.get('next'), page)
  const asked = load((await browser.get(way.pathname + way.search).expect(200)).text)
  assert.match(asked('.notice').text(), /Your words are kept\. Sign in to go on/)

  const done = await signInAgain(browser, person, page)
  assert.equal(done.headers['location'], page)
  const $ = load((await browser.get(page).expect(200)).text)
  assert.match($('.kept-words').text(), /You left words here/)
  const again = readForm($, action)
  assert.equal(again['quote']?.trim(), 'The quay is sinking')
  assert.equal(again['hops[0][cue]'], 'SAID-SHE')
  assert.equal(await db.statement.count({ where: { version: { documentId: id } } }), 0, 'nothing is sent by itself')
  await browser.post(action).type('form').send(again).expect(303)
  assert.equal(await db.statement.count({ where: { version: { documentId: id } } }), 1)
})

test('another who signs in on that browser gets none of it, and the writer still does', async () => {
  const { person, browser, page, action, form } = await typing()
  await browser.post(action).type('form').send(form).expect(303)
  const colleague = await makeAccount(db, 'admin')
  await signInAgain(browser, colleague, page)
  for (const path of [page, '/drafts']) assert.doesNotMatch((await browser.get(path).expect(200)).text, /SAID-SHE/)
  assert.equal(await db.draft.count({ where: { accountId: colleague.id } }), 0)

  await signInAgain(browser, person, page)
  assert.equal(readForm(load((await browser.get(page)).text), action)['hops[0][cue]'], 'SAID-SHE')
})

test('nor does the writer elsewhere, nor after an hour, nor can anyone without a form of the desk leave words', async () => {
  const { person, browser, page, action, form } = await typing()
  await browser.post(action).type('form').send(form).expect(303)
  const elsewhere = await signIn(app, person)
  assert.doesNotMatch((await elsewhere.get(page).expect(200)).text, /SAID-SHE/)
  await db.draft.updateMany({
    where: { accountId: person.id },
    data: { updatedAt: new Date(Date.now() - 61 * 60 * 1000) },
  })
  await signInAgain(browser, person, page)
  assert.doesNotMatch((await browser.get(page).expect(200)).text, /SAID-SHE/)

  const before = await db.draft.count()
  const { once: _, ...bare } = form
  const stranger = await visitor(app).post(action).type('form').send(bare).expect(303)
  assert.equal(stranger.headers['set-cookie'], undefined)
  assert.equal(await db.draft.count(), before)
})

test('who loses their role while at work changes nothing, and keeps their words', async () => {
  const person = await makeAccount(db, 'reviewer')
  const browser = await signIn(app, person)
  const document = await makeDocument(db)
  const { id } = await recordOn(db, document.id)
  await publish(db, document.id)
  const [page, action] = [`/statements/${id}`, `/statements/${id}/withdrawal`]
  const form = { ...(await openForm(browser, page, action)), reason: 'She never said it' }
  await db.account.update({ where: { id: person.id }, data: { role: 'editor' } })

  const refused = await browser.post(action).type('form').send(form).expect(403)
  const $ = load(refused.text)
  assert.match($('.kept-words').text(), /Nothing was changed, and your words are kept/)
  const path = $('.kept-words a').attr('href') ?? ''
  assert.match((await browser.get(path).expect(200)).text, /She never said it/)
  assert.equal((await db.statement.findUniqueOrThrow({ where: { id } })).state, 'published')
  const left = load((await browser.get(page).redirects(1).expect(200)).text)
  assert.match(left('.kept-words').text(), /not on this page now/)
})

test('whose account is closed while at work changes nothing, and has the words when it is opened again', async () => {
  const person = await makeAccount(db, 'editor')
  const browser = await signIn(app, person)
  const { id } = await makeDocument(db)
  const [page, action] = [`/documents/${id}/desk`, `/documents/${id}/notes`]
  const form = { ...(await openForm(browser, page, action)), body: 'My last note' }
  await db.account.update({ where: { id: person.id }, data: { disabledAt: new Date() } })
  const led = await browser.post(action).type('form').send(form).expect(303)
  assert.match((await browser.get(String(led.headers['location']))).text, /account was closed.*words are kept/is)
  assert.equal(await db.note.count({ where: { documentId: id } }), 0)
  await db.account.update({ where: { id: person.id }, data: { disabledAt: null } })
  const again = await signIn(app, person)
  assert.equal(readForm(load((await again.get(page)).text), action)['body']?.trim(), 'My last note')
})

test('a form that fails on our side keeps its words, says so, and can be sent again', async () => {
  const { id } = await makeDocument(db)
  const [page, action] = [`/documents/${id}/desk`, `/documents/${id}/notes`]
  const form = { ...(await openForm(editor, page, action)), body: 'Ask the harbour master' }
  await db.$executeRaw`ALTER TABLE "Note" RENAME COLUMN "body" TO "broken"`
  const failed = await editor.post(action).type('form').send(form).expect(500)
  assert.match(load(failed.text)('.kept-words').text(), /your words are kept/)
  await db.$executeRaw`ALTER TABLE "Note" RENAME COLUMN "broken" TO "body"`
  const again = readForm(load((await editor.get(page)).text), action)
  assert.equal(again['body']?.trim(), 'Ask the harbour master')
  await editor.post(action).type('form').send(form).expect(303)
  assert.equal(await db.note.count({ where: { documentId: id } }), 1)
})

test('a form that must be mended, and is left instead, keeps its words too', async () => {
  const { id } = await makeDocument(db)
  const [page, action] = [`/documents/${id}/desk`, `/documents/${id}/statements`]
  const form = { ...(await openForm(editor, page, action)), quote: 'The quay is floating' }
  const back = await editor.post(action).type('form').send(form).expect(422)
  assert.equal(readForm(load(back.text), action)['quote']?.trim(), 'The quay is floating')
  assert.equal(readForm(load((await editor.get(page)).text), action)['quote']?.trim(), 'The quay is floating')
})
