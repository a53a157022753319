import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { after, test } from 'node:test'
import { load } from 'cheerio'
import { Prisma } from '../src/database/client/client.ts'
import { unforced } from '../src/database/unforced.ts'
import { openTestDatabase } from './support/database.ts'
import { openTestDesk } from './support/desk.ts'
import { openForm } from './support/forms.ts'
import { harbourStory, makeAccount, makeDocument, next, noteOn, recordOn, signIn, visitor } from './support/world.ts'

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
    browser
      .post(`/documents/${id}/statements`)
      .set(json)
      .set('Idempotency-Key', given)
      .send({ quote, mode: 'direct', again: true })
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
  assert.match((reused.body as { detail: string }).detail, /other words/)
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

test('what was cut off before it was done may be sent again as soon as whoever held it is gone, and not before', async () => {
  const { id } = await makeDocument(db)
  const given = key()
  const send = () =>
    editor.post(`/documents/${id}/notes`).set(json).set('Idempotency-Key', given).send({ body: 'Look' })
  await send().expect(201)
  const newest = await db.submission.findFirstOrThrow({ orderBy: { id: 'desc' } })
  await db.doneSubmission.deleteMany({ where: { submissionId: newest.id } })
  const heldUntil = new Date(Date.now() + 1000)
  await db.submission.update({ where: { id: newest.id }, data: { settledAt: null, status: null, heldUntil } })
  await send().expect(201)
  assert.ok(Date.now() >= heldUntil.getTime(), 'it waited until nobody held it')
  assert.equal(await db.note.count({ where: { documentId: id } }), 2)
})

test('what is done and not yet answered is waited for, however long it took', async () => {
  const { id } = await makeDocument(db)
  const given = key()
  const send = () =>
    editor.post(`/documents/${id}/notes`).set(json).set('Idempotency-Key', given).send({ body: 'Look' })
  const first = await send().expect(201)
  const { id: sentId, settledAt } = await db.submission.findFirstOrThrow({ orderBy: { id: 'desc' } })
  // Its transaction began long ago, and waited; it is committed, and its process is just storing the answer.
  await db.doneSubmission.update({ where: { submissionId: sentId }, data: { doneAt: new Date(Date.now() - 7000) } })
  const heldUntil = new Date(Date.now() + 60_000)
  await db.submission.update({ where: { id: sentId }, data: { settledAt: null, status: null, heldUntil } })
  const again = send()
  const settle = new Promise((resolve) => setTimeout(resolve, 300)).then(() =>
    db.submission.update({ where: { id: sentId }, data: { settledAt, status: 201 } }),
  )
  const [{ body }] = await Promise.all([again.expect(201), settle])
  assert.deepEqual(body, first.body)
})

test('what is done and lost its answer is not done again, in whichever room and however it is written', async (t) => {
  // As when the process dies between the two: the change is committed, and how it was answered is kept nowhere.
  const lost = await openTestDesk()
  t.after(() => lost.close())
  const reviewer = await makeAccount(lost.db, 'admin')
  const browser = await signIn(lost.app, reviewer)
  const document = await makeDocument(lost.db)
  const statement = await recordOn(lost.db, document.id)
  const { id: colleague } = await makeAccount(lost.db, 'editor')
  const { id: mentionOn } = await noteOn(
    lost.db,
    { statementId: statement.id },
    { by: colleague, body: '@ada-brandt?' },
  )
  await lost.db.$executeRaw`
    CREATE FUNCTION "lose"() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RAISE EXCEPTION ''the answer is lost''; END'`
  await lost.db.$executeRaw`
    CREATE TRIGGER "lose" BEFORE UPDATE ON "Submission"
    FOR EACH ROW WHEN (NEW."settledAt" IS NOT NULL) EXECUTE FUNCTION "lose"()`

  const statementPath = `/statements/${statement.id}`
  const cases: { path: string; sent: object; count: () => Promise<number>; leads?: RegExp }[] = [
    {
      path: '/documents',
      sent: { ...harbourStory, url: '', text: 'Nobody sails.', publisher: 'Quay Post' },
      count: () => lost.db.document.count(),
      leads: /^\/documents\/\d+/,
    },
    {
      path: `/documents/${document.id}/statements`,
      sent: { quote: 'The quay is sinking', mode: 'direct', hops: [{ source: 'Somebody New', cue: 'said' }] },
      count: () => lost.db.statement.count(),
      leads: /^\/statements\/\d+/,
    },
    {
      path: `${statementPath}/claims`,
      sent: { sentence: 'The quay sinks', stance: 'asserts' },
      count: () => lost.db.event.count({ where: { action: 'claim_linked' } }),
      leads: /^\/claims\/\d+/,
    },
    {
      path: `/documents/${document.id}/notes`,
      sent: { body: 'Look here' },
      count: () => lost.db.note.count(),
      leads: /^\/documents\/\d+/,
    },
    // No event tells of it, and of the second not even a transaction of its own making.
    { path: '/desk/filters', sent: { name: 'Mine', query: 'view=open' }, count: () => lost.db.savedFilter.count() },
    { path: `/notes/${mentionOn}/acknowledgement`, sent: {}, count: () => lost.db.doneSubmission.count() },
  ]
  for (const { path, sent, count, leads } of cases) {
    const given = key()
    const send = () => browser.post(path).set(json).set('Idempotency-Key', given).send(sent)
    const first = await send()
    assert.ok(first.status < 300, `${path} ${first.status} ${first.text}`)
    const before = await count()
    const again = await send()
    assert.equal(again.status, 200, `${path} ${again.text}`)
    assert.match((again.body as { notice: string }).notice, /^This was done when you sent it before/)
    assert.equal(await count(), before, path)
    if (leads) assert.match((again.body as { url: string }).url, leads)
  }

  // A form is led to where it is, with words; what is shown once is not shown again.
  const form = await openForm(browser, `/documents/${document.id}/desk`, `/documents/${document.id}/statements`)
  const words = { ...form, quote: 'everyone knows it', mode: 'direct' }
  const sendForm = () => browser.post(`/documents/${document.id}/statements`).type('form').send(words).expect(303)
  await sendForm()
  const recorded = await lost.db.statement.count()
  const { headers } = await sendForm()
  assert.match(headers['location'] ?? '', /^\/statements\/\d+/)
  const page = await browser.get(headers['location'] ?? '').expect(200)
  assert.match(
    load(page.text)('[role=status].notice').text(),
    /done when you sent it before.*you recorded the statement/,
  )
  assert.equal(await lost.db.statement.count(), recorded)

  const token = { name: 'Nightly', scopes: ['read'], lasts: '30' }
  const given = key()
  const make = () => browser.post('/account/tokens').set(json).set('Idempotency-Key', given).send(token)
  await make().expect(201)
  assert.match(((await make().expect(409)).body as { detail: string }).detail, /not shown again: make another/)
  assert.equal(await lost.db.token.count(), 1)
})

test('of two who take on the same only one can be done', async () => {
  const { id } = await makeDocument(db)
  const given = key()
  const send = () =>
    editor.post(`/documents/${id}/notes`).set(json).set('Idempotency-Key', given).send({ body: 'Look' })
  await send().expect(201)
  const newest = await db.submission.findFirstOrThrow({ orderBy: { id: 'desc' } })
  // As when the first, thought gone, is committed while the second is at it.
  await db.submission.delete({ where: { id: newest.id } })
  await db.$executeRaw`
    INSERT INTO "DoneSubmission" ("submissionId")
    SELECT last_value + n FROM "Submission_id_seq", generate_series(1, 5) n`
  const { detail } = (await send().expect(409)).body as { detail: string }
  assert.match(detail, /done already/)
  assert.equal(await db.note.count({ where: { documentId: id } }), 1)
  await db.doneSubmission.deleteMany({ where: { submissionId: { gt: newest.id } } })
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
  assert.match((again.body as { detail: string }).detail, /done already.*not shown again: make another/)
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
