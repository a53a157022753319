import assert from 'node:assert/strict'
import { after, type TestContext, test } from 'node:test'
import { load } from 'cheerio'
import { openTestDesk } from './support/desk.ts'
import { openForm } from './support/forms.ts'
import { makeAccount, signIn, visitor } from './support/world.ts'

const { app, db, close } = await openTestDesk()
after(close)
const json = { Accept: 'application/json' }
const minute = 60_000

/** A clock that a test sets forward. */
function holdClock({ mock }: TestContext) {
  mock.timers.enable({ apis: ['Date'], now: Date.now() })
  return (milliseconds: number) => mock.timers.tick(milliseconds)
}

type Answer = { text: string }
/** What the page that asks for the password would send, as a browser does. */
function fieldsOf({ text }: Answer) {
  const $ = load(text)
  const form = $('form').has('[name=confirmPassword]')
  const fields = form.find('input[type=hidden]').map((_, field) => [[$(field).attr('name'), $(field).val()]])
  return { action: form.attr('action') ?? '', fields: Object.fromEntries(fields.get()) as Record<string, string> }
}

test('ten minutes after it was typed the password is asked for again, what was typed goes on, and then for ten minutes not', async (t) => {
  const forward = holdClock(t)
  const admin = await makeAccount(db, 'admin')
  const browser = await signIn(app, admin)
  forward(9 * minute)
  await browser.post('/invitations').type('form').send({ email: 'one@desk.example', role: 'editor' }).expect(201)
  forward(2 * minute)
  const form = await openForm(browser, '/accounts', '/invitations')
  const sent = { ...form, email: 'two@desk.example', name: 'Zoë <b>"Two"</b>', role: 'reviewer' }
  const asked = await browser.post('/invitations').type('form').send(sent).expect(403)
  assert.match(load(asked.text)('main').text(), /Confirm that it is you.*To invite somebody, type your password/s)
  assert.equal(await db.invitation.count({ where: { email: 'two@desk.example' } }), 0)
  const { action, fields } = fieldsOf(asked)
  assert.equal(action, '/invitations')
  assert.equal(fields['name'], 'Zoë <b>"Two"</b>')

  const send = (confirmPassword: string) =>
    browser
      .post(action)
      .type('form')
      .send({ ...fields, confirmPassword })
  const wrong = await send('not the password').expect(422)
  assert.match(load(wrong.text)('#confirmPassword-error').text(), /not the password/)
  assert.equal(fieldsOf(wrong).fields['email'], 'two@desk.example')
  assert.ok(!wrong.text.includes('not the password you') || !wrong.text.includes('value="not the password"'))
  const made = await send(admin.password).expect(201)
  assert.match(made.text, /The invitation is made/)
  const invited = await db.invitation.findFirstOrThrow({ where: { email: 'two@desk.example' } })
  assert.deepEqual([invited.name, invited.role], ['Zoë <b>"Two"</b>', 'reviewer'])
  assert.equal(await db.draft.count({ where: { accountId: admin.id } }), 0, 'nothing is left to be sent')
  await browser.post('/invitations').type('form').send({ email: 'three@desk.example', role: 'editor' }).expect(201)
})

test('everything that lets somebody in, shuts somebody out or changes what they may is asked for; nothing of it is done before', async (t) => {
  const forward = holdClock(t)
  const admin = await makeAccount(db, 'admin')
  const editor = await makeAccount(db, 'editor')
  const browser = await signIn(app, admin)
  forward(11 * minute)
  const events = await db.event.count()
  const asked: [path: string, sent: object][] = [
    ['/account/tokens', { name: 'Nightly', scopes: 'read', lasts: '30' }],
    ['/invitations', { email: 'four@desk.example', role: 'admin' }],
    [`/accounts/${editor.id}`, { name: editor.name, role: 'admin', revision: 1 }],
    [`/accounts/${editor.id}/reset`, {}],
    [`/accounts/${editor.id}/disabling`, {}],
    [`/accounts/${editor.id}/enabling`, {}],
  ]
  for (const [path, sent] of asked) {
    const { body } = await browser.post(path).set(json).send(sent).expect(403)
    assert.match(String(body.detail), /Confirm that it is you to .*send your password, too/, path)
  }
  assert.equal(await db.event.count(), events)
  assert.equal(await db.token.count({ where: { accountId: admin.id } }), 0)
  // A program that carries a session can confirm in the same way.
  const [path, sent] = asked[2] ?? assert.fail()
  await browser
    .post(path)
    .set(json)
    .send({ ...sent, confirmPassword: admin.password })
    .expect(200)
  assert.equal((await db.account.findUniqueOrThrow({ where: { id: editor.id } })).role, 'admin')
})

test('one’s own password is never changed without the present one', async (t) => {
  const forward = holdClock(t)
  const editor = await makeAccount(db, 'editor')
  const browser = await signIn(app, editor)
  forward(minute)
  await browser.post('/account/password').type('form').send({ password: 'entirely new words' }).expect(422)
})

test('whoever may not do it is refused before anything is asked', async (t) => {
  const forward = holdClock(t)
  const editor = await signIn(app, await makeAccount(db, 'editor'))
  forward(11 * minute)
  await editor
    .post('/invitations')
    .set(json)
    .send({})
    .expect(403, /Your role does not allow this/)
  await visitor(app).post('/invitations').set(json).send({}).expect(401)
})

test('whoever finds a desk unattended can’t guess on the page that asks', async (t) => {
  const forward = holdClock(t)
  const admin = await makeAccount(db, 'admin')
  const browser = await signIn(app, admin)
  forward(11 * minute)
  const guess = (confirmPassword: string) =>
    browser.post('/invitations').type('form').send({ email: 'five@desk.example', role: 'editor', confirmPassword })
  for (let n = 0; n < 5; n++) await guess('guessed words here').expect(422)
  const held = await guess(admin.password).expect(429)
  assert.ok(Number(held.headers['retry-after']) > 0)
  assert.equal(fieldsOf(held).fields['email'], 'five@desk.example')
  await signIn(app, admin)
})

test('tokens end with a reset, with the account, and when it is signed out everywhere', async () => {
  const admin = await makeAccount(db, 'admin')
  const boss = await signIn(app, admin)
  const ends = {
    reset: async (id: number) => {
      const { text } = await boss.post(`/accounts/${id}/reset`).expect(201)
      const link = String(load(text)('textarea.secret').val()).replace('http://desk.example.org', '')
      await visitor(app).post(link).type('form').send({ password: 'quite other words now' }).expect(303)
    },
    disabling: async (id: number) => {
      await boss.post(`/accounts/${id}/disabling`).expect(303)
      await boss.post(`/accounts/${id}/enabling`).expect(303)
    },
    'sign-out by an admin': async (id: number) =>
      void (await boss.post(`/accounts/${id}/sessions/end-everywhere`).expect(303)),
    'sign-out by themselves': async (_id: number, own: Awaited<ReturnType<typeof signIn>>) => {
      const out = await own.post('/account/sessions/end-everywhere').expect(303)
      assert.equal(out.headers['location'], '/session')
    },
  }
  for (const [how, end] of Object.entries(ends)) {
    const editor = await makeAccount(db, 'editor')
    const [own, elsewhere] = [await signIn(app, editor), await signIn(app, editor)]
    const made = await own
      .post('/account/tokens')
      .set(json)
      .send({ name: how, scopes: ['read'], lasts: '30' })
    const token = String((made.body as { token: string }).token)
    const ask = () =>
      visitor(app)
        .get('/documents')
        .set({ ...json, Authorization: `Bearer ${token}` })
    await ask().expect(200)
    await end(editor.id, own)
    await ask().expect(401)
    for (const browser of [own, elsewhere]) await browser.get('/account').set(json).expect(401)
    const revoked = await db.event.findFirstOrThrow({ where: { action: 'token_revoked', subjectId: editor.id } })
    assert.deepEqual(revoked.after, { name: how })
  }
})

test('both pages offer to sign out everywhere', async () => {
  const admin = await makeAccount(db, 'admin')
  const browser = await signIn(app, admin)
  const own = load((await browser.get('/account').expect(200)).text)
  assert.equal(own('form[action="/account/sessions/end-everywhere"] button').text(), 'Sign out everywhere')
  const shown = load((await browser.get(`/accounts/${admin.id}`).expect(200)).text)
  assert.equal(shown(`form[action="/accounts/${admin.id}/sessions/end-everywhere"]`).length, 1)
  await browser.post(`/accounts/${admin.id}/sessions/end-everywhere`).expect(303)
  await browser.get('/account').set(json).expect(401)
})
