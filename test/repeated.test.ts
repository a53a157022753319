import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { after, test } from 'node:test'
import { load } from 'cheerio'
import { Prisma } from '../src/database/client/client.ts'
import { unforced } from '../src/database/unforced.ts'
import { openTestDatabase } from './support/database.ts'
import { openTestDesk } from './support/desk.ts'
import { openForm } from './support/forms.ts'
import { makeAccount, makeDocument, next, signIn, visitor } from './support/world.ts'

const { app, db, close } = await openTestDesk()
after(close)
const editor = await signIn(app, await makeAccount(db, 'editor'))
const other = await signIn(app, await makeAccount(db, 'editor'))
const json = { Accept: 'application/json' }

/** The form of a new document's desk, filled in, and where it is sent. */
async function filledForm() {
  const { id } = await makeDocument(db)
  const action = `/documents/${id}/statements`
  const form = await openForm(editor, `/documents/${id}/desk`, action)
  return { id, action, form: { ...form, quote: 'The quay is sinking', mode: 'direct' } }
}

const recorded = (documentId: number) => db.statement.count({ where: { version: { documentId } } })
const key = () => `key-${next()}`

test('a double click records one statement, and both answers lead to it', async () => {
  const { id, action, form } = await filledForm()
  const answers = await Promise.all([1, 2, 3].map(() => editor.post(action).type('form').send(form).expect(303)))
  assert.equal(await recorded(id), 1)
  assert.equal(new Set(answers.map(({ headers }) => headers['location'] as string)).size, 1)
})

test('a form that is sent again later gets the same answer and the same notice, and changes nothing', async () => {
  const { id, action, form } = await filledForm()
  const first = await editor.post(action).type('form').send(form).expect(303)
  await editor.get(`/documents/${id}/desk`).expect(200)
  const again = await editor.post(action).type('form').send(form).expect(303)
  assert.equal(again.headers['location'], first.headers['location'])
  const page = load((await editor.get(`/documents/${id}/desk`).expect(200)).text)
  assert.match(page('[role=status].notice').text(), /The statement is recorded/)
  assert.equal(await recorded(id), 1)
})

test('a form that comes back to be mended can be sent, and so can other words after going back', async () => {
  const { id, action, form } = await filledForm()
  const sent = { ...form, quote: 'The quay is floating' }
  await editor.post(action).type('form').send(sent).expect(422)
  await editor.post(action).type('form').send(sent).expect(422)
  await editor.post(action).type('form').send(form).expect(303)
  await editor
    .post(action)
    .type('form')
    .send({ ...form, quote: 'everyone knows it' })
    .expect(303)
  assert.equal(await recorded(id), 2)
})

test('every form of a page has a number of its own, new with each look; readers’ forms and pages have none', async () => {
  const { id } = await makeDocument(db)
  const look = async () => {
    const $ = load((await editor.get(`/documents/${id}/desk`).expect(200)).text)
    const forms = $('form[method=post]')
    const numbers = forms.map((_, form) => $(form).find('input[name=once]').attr('value')).get()
    assert.equal(numbers.length, forms.length)
    return numbers
  }
  const all = [...(await look()), ...(await look())]
  assert.equal(new Set(all).size, all.length)
  assert.doesNotMatch((await visitor(app).get('/session').expect(200)).text, /name="once"/)
})

test('a program repeats a request under its Idempotency-Key, and is told what it was told before', async () => {
  const { id } = await makeDocument(db)
  const send = (given: string, quote = 'The quay is sinking', browser = editor) =>
    browser.post(`/documents/${id}/statements`).set(json).set('Idempotency-Key', given).send({ quote, mode: 'direct' })
  const [mine, second] = [key(), key()]
  const answers = await Promise.all([send(mine), send(mine)])
  const late = await send(mine)
  for (const { status, body, headers } of [...answers, late]) {
    assert.equal(status, 201)
    assert.deepEqual(body, late.body)
    assert.equal(headers['location'], late.headers['location'])
    assert.match(String(headers['content-type']), /^application\/json/)
  }
  assert.equal(await recorded(id), 1)

  await send(second, 'The quay is floating').expect(422)
  await send(second).expect(201)
  const reused = await send(second, 'everyone knows it').expect(422)
  assert.match((reused.body as { title: string }).title, /other words/)
  await send('k'.repeat(201)).expect(400)
  assert.equal(await recorded(id), 2)
})

test('the same key of another account, or at another address, is not a repetition', async () => {
  const [one, two] = [await makeDocument(db), await makeDocument(db)]
  const given = key()
  const send = (browser: typeof editor, id: number) =>
    browser.post(`/documents/${id}/notes`).set(json).set('Idempotency-Key', given).send({ body: 'Look' }).expect(201)
  await send(editor, one.id)
  await send(other, one.id)
  await send(editor, two.id)
  await send(editor, two.id)
  assert.equal(await db.note.count({ where: { documentId: { in: [one.id, two.id] } } }), 3)
})

test('what was cut off without an answer may be tried again after a minute, and not before', async () => {
  const { id } = await makeDocument(db)
  const given = key()
  const send = () =>
    editor.post(`/documents/${id}/notes`).set(json).set('Idempotency-Key', given).send({ body: 'Look' })
  await send().expect(201)
  const cutOff = { settledAt: null, status: null }
  const newest = await db.submission.findFirstOrThrow({ orderBy: { id: 'desc' } })
  const since = (milliseconds: number) =>
    db.submission.update({
      where: { id: newest.id },
      data: { ...cutOff, claimedAt: new Date(Date.now() - milliseconds) },
    })
  await since(59_000)
  const waiting = send().then(({ status }) => status)
  assert.equal(await waiting, 201, 'it waits until the minute is over')
  assert.equal(await db.note.count({ where: { documentId: id } }), 2)
  await since(61_000)
  await send().expect(201)
  assert.equal(await db.note.count({ where: { documentId: id } }), 3)
})

test('what was sent is remembered for a day', async () => {
  const fresh = await openTestDesk()
  try {
    const { id: accountId, ...person } = await makeAccount(fresh.db, 'editor')
    const old = { accountId, key: 'o'.repeat(64), body: 'o'.repeat(64) }
    await fresh.db.submission.create({ data: { ...old, claimedAt: new Date(Date.now() - 25 * 60 * 60 * 1000) } })
    const browser = await signIn(fresh.app, person)
    const { id } = await makeDocument(fresh.db)
    const path = `/documents/${id}/notes`
    await browser.post(path).set(json).set('Idempotency-Key', key()).send({ body: 'Look' }).expect(201)
    assert.equal(await fresh.db.submission.count({ where: { key: old.key } }), 0)
  } finally {
    await fresh.close()
  }
})

test('what was sent is remembered so that nobody who reads the table can try out what it was', async () => {
  const person = await makeAccount(db, 'editor')
  const browser = await signIn(app, person)
  const { once = '', ...form } = await openForm(browser, '/account', '/account/password')
  const sent = { ...form, present: person.password, password: 'entirely new words' }
  await browser
    .post('/account/password')
    .type('form')
    .send({ ...sent, once })
    .expect(303)
  const [stored] = await db.submission.findMany({ where: { accountId: person.id } })
  const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
  const body = JSON.stringify(sent)
  assert.ok(stored)
  for (const guess of [body, JSON.stringify([body])]) assert.notEqual(stored.body, sha256(guess))
})

test('a link or a token that is shown once is stored nowhere, and whoever asks for it again is told so', async () => {
  const admin = await signIn(app, await makeAccount(db, 'admin'))
  const given = key()
  const send = () =>
    admin
      .post('/account/tokens')
      .set(json)
      .set('Idempotency-Key', given)
      .send({ name: 'Nightly', scopes: ['read'], lasts: '30' })
  const { token } = (await send().expect(201)).body as { token: string }
  const again = await send().expect(409)
  assert.match((again.body as { title: string }).title, /done already.*not shown again: make another/)
  assert.equal(await db.token.count({ where: { name: 'Nightly' } }), 1)

  const invite = { email: 'lena@coastwire.example', role: 'editor' }
  const { link } = (await admin.post('/invitations').set(json).set('Idempotency-Key', given).send(invite).expect(201))
    .body as { link: string }
  const stored = JSON.stringify(await db.submission.findMany())
  for (const secret of [token, link.split('/').at(-1) ?? '']) assert.ok(secret && !stored.includes(secret))

  const form = await openForm(admin, '/account/tokens', '/account/tokens')
  const sent = { ...form, name: 'By hand', scopes: 'read' }
  await admin.post('/account/tokens').type('form').send(sent).expect(201)
  await admin.post('/account/tokens').type('form').send(sent).expect(303)
  assert.match((await admin.get('/account/tokens').expect(200)).text, /not shown again/)
})

test('what need not be on the disk at once says so for its own statement, and for none that comes after it', async (t) => {
  const own = await openTestDatabase({ databasePool: 1 })
  t.after(() => own.close())
  const setting = Prisma.sql`SELECT current_setting('synchronous_commit') AS "waits"`
  const before = await own.db.$queryRaw(setting)
  assert.deepEqual(await own.db.$queryRaw`${setting} WHERE ${unforced}`, [{ waits: 'off' }])
  assert.deepEqual(await own.db.$queryRaw(setting), before)
  assert.notDeepEqual(before, [{ waits: 'off' }])
})
