import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { load } from 'cheerio'
import request from 'supertest'
import type { Role, TokenScope } from '../src/database/client/enums.ts'
import { listTokens } from '../src/accounts/tokens.ts'
import { may, mayScope, policy, type Action } from '../src/policy.ts'
import { openTestDesk } from './support/desk.ts'
import {
  giveVerdictOn,
  makeAccount,
  makeDocument,
  noteOn,
  publish,
  recordOn,
  signIn,
  stateClaim,
  type TestAccount,
  visitor,
} from './support/world.ts'

const { app, db, close } = await openTestDesk()
after(close)
const json = { Accept: 'application/json' }
const day = 24 * 60 * 60 * 1000
const people = {
  editor: await makeAccount(db, 'editor'),
  reviewer: await makeAccount(db, 'reviewer'),
  admin: await makeAccount(db, 'admin'),
}
const browsers = {
  editor: await signIn(app, people.editor),
  reviewer: await signIn(app, people.reviewer),
  admin: await signIn(app, people.admin),
}

type Sent = { name?: string; scopes?: TokenScope[]; lasts?: string | number; until?: string }
async function makeTokenFor(role: Role, { name = 'Archive', ...given }: Sent = {}) {
  const sent = { name, scopes: ['read'], ...given }
  const { body } = await browsers[role].post('/account/tokens').set(json).send(sent).expect(201)
  const made = body as { id: number; token: string; scopes: TokenScope[]; expiresAt: string }
  assert.match(made.token, /^onr_[\w-]{43}$/)
  return made
}

/** A program: no cookies, no headers of a browser. */
function program(token: string) {
  const asks = (method: 'get' | 'post', path: string) =>
    request(app)[method](path).set('Authorization', `Bearer ${token}`)
  return { get: (path: string) => asks('get', path), post: (path: string) => asks('post', path) }
}

test('a token is made for a purpose, shown once, stored as a hash, and listed without it', async () => {
  const form = load((await browsers.editor.get('/account/tokens').expect(200)).text)
  assert.match(form('p.empty').text(), /None yet/)
  assert.deepEqual(
    form('input[name=scopes]')
      .map((_, box) => form(box).val())
      .get(),
    ['read', 'write'],
  )

  const answer = await browsers.editor
    .post('/account/tokens')
    .type('form')
    .send({ name: 'Nightly <import>', scopes: 'write', lasts: '30', until: '' })
    .expect(201)
  assert.equal(answer.headers['cache-control'], 'private, no-store')
  const token = String(load(answer.text)('textarea.secret').val())
  const stored = await db.token.findFirstOrThrow({ where: { accountId: people.editor.id } })
  assert.deepEqual(stored.scopes, ['read', 'write'], 'what is written on must be found')
  assert.ok(!JSON.stringify(stored).includes(token))
  const list = (await browsers.editor.get('/account/tokens').expect(200)).text
  assert.ok(!list.includes(token))
  assert.match(load(list)('.tokens').text(), /Nightly <import>.*May read, write.*never used/s)

  await program(token).get('/account').expect(403)
  await program(token).get('/documents').expect(200)
  const used = await db.token.findUniqueOrThrow({ where: { id: stored.id } })
  assert.ok(used.usedAt)
  await program(token).get('/documents').expect(200)
  assert.deepEqual((await db.token.findUniqueOrThrow({ where: { id: stored.id } })).usedAt, used.usedAt)
  const event = await db.event.findFirstOrThrow({ where: { action: 'token_made' } })
  assert.deepEqual([event.accountId, event.subjectId], [people.editor.id, people.editor.id])
})

test('a token ends after 30, 90 or 365 days, or with a day within a year', async (t) => {
  t.mock.timers.enable({ apis: ['Date'], now: Date.now() }) // no day ends meanwhile
  const lasting = async (given: Sent) => {
    const { expiresAt } = await makeTokenFor('editor', given)
    return (Date.parse(expiresAt) - Date.now()) / day
  }
  for (const days of [30, 90, 365]) {
    assert.ok(Math.abs((await lasting({ lasts: days })) - days) < 0.1)
    assert.ok(Math.abs((await lasting({ lasts: String(days) })) - days) < 0.1)
  }
  assert.ok(Math.abs((await lasting({})) - 90) < 0.1)
  const inDays = (days: number) => new Date(Date.now() + days * day).toISOString().slice(0, 10)
  for (const days of [0, 1, 364]) {
    const left = await lasting({ until: inDays(days) })
    assert.ok(left > days && left <= days + 1, String(left))
  }

  const refused: [Record<string, unknown>, field: string][] = [
    [{ lasts: '7' }, 'lasts'],
    [{ lasts: 'date' }, 'until'],
    [{ lasts: '30', until: inDays(3) }, 'until'],
    [{ until: inDays(-1) }, 'until'],
    [{ until: inDays(400) }, 'until'],
    [{ until: '2027-02-30' }, 'until'],
    [{ until: 'soon' }, 'until'],
    [{ scopes: [] }, 'scopes'],
    [{ scopes: ['everything'] }, 'scopes.0'],
    [{ scopes: ['publish'] }, 'scopes'],
    [{ name: '' }, 'name'],
    [{ name: 'x'.repeat(101) }, 'name'],
  ]
  const before = await db.token.count()
  for (const [given, field] of refused) {
    const sent = { name: 'Bad', scopes: ['read'], ...given }
    const { body } = await browsers.editor.post('/account/tokens').set(json).send(sent).expect(422)
    assert.ok(body.errors[field]?.[0].length > 5, JSON.stringify([given, body]))
  }
  const page = await browsers.editor.post('/account/tokens').type('form').send({ name: 'Kept' }).expect(422)
  assert.equal(load(page.text)('input[name=name]').val(), 'Kept')
  assert.match(load(page.text)('#scopes-error').text(), /Choose what it may do/)
  assert.equal(await db.token.count(), before)
})

const chains = { read: ['read'], write: ['read', 'write'], publish: ['read', 'write', 'publish'] } as const

test('a token may what its role may within its scopes, and nothing that only a person does', () => {
  for (const role of ['editor', 'reviewer', 'admin'] as const) {
    for (const scopes of Object.values(chains)) {
      for (const action of Object.keys(policy) as Action[]) {
        const person = { id: 1, role, name: 'Ada' }
        const { scope } = policy[action]
        const expected = may(person, action) && scope !== null && (scopes as readonly string[]).includes(scope)
        assert.equal(may({ ...person, scopes }, action), expected, `${role} ${scopes.join()} ${action}`)
      }
    }
  }
  assert.equal(mayScope('editor', 'publish'), false)
  assert.equal(mayScope('reviewer', 'publish'), true)
})

for (const role of ['editor', 'reviewer', 'admin'] as const) {
  for (const scope of ['read', 'write', 'publish'] as const) {
    if (role === 'editor' && scope === 'publish') continue
    test(`a token of the scope ${scope} goes as far as that, and no further than its ${role} may`, async () => {
      const { token } = await makeTokenFor(role, { scopes: [scope] })
      const document = await makeDocument(db)
      await recordOn(db, document.id)
      const { revision } = await db.document.findUniqueOrThrow({ where: { id: document.id } })
      await program(token).get(`/documents/${document.id}`).expect(200)
      await program(token).get('/activity').expect(200)

      const noted = await program(token).post(`/documents/${document.id}/notes`).send({ body: 'From a program' })
      assert.equal(noted.status, scope === 'read' ? 403 : 201)
      if (scope === 'read') {
        assert.match(String(noted.body.detail), /lacks the scope write/)
        assert.equal(noted.headers['www-authenticate'], 'Bearer error="insufficient_scope", scope="write"')
      } else {
        const note = await db.note.findFirstOrThrow({ orderBy: { id: 'desc' } })
        assert.equal(note.accountId, people[role].id)
      }

      const published = await program(token).post(`/documents/${document.id}/publication`).send({ revision })
      assert.equal(published.status, scope === 'publish' ? 200 : 403)
      if (published.status === 403) {
        const expected = role === 'editor' ? /Your role does not allow/ : /lacks the scope publish/
        assert.match(String(published.body.detail), expected)
      }
      await program(token)
        .get('/documents/new')
        .expect(scope === 'read' ? 403 : 200)
    })
  }
}

test('a token that reads is told the notes of the newsroom, which readers are not, and writes none', async () => {
  const { token } = await makeTokenFor('editor', { scopes: ['read'] })
  const document = await makeDocument(db)
  const note = await noteOn(db, { documentId: document.id }, { by: people.editor.id, body: 'Only for the HOUSE' })
  const listed = await program(token).get('/notes').expect(200)
  assert.match(JSON.stringify(listed.body.threads), /Only for the HOUSE/)
  assert.match((await program(token).get(`/notes/${note.id}`).expect(200)).text, /Only for the HOUSE/)
  await visitor(app).get(`/notes/${note.id}`).expect(404)
  for (const path of [`/notes/${note.id}`, `/notes/${note.id}/replies`, '/notes/acknowledgements']) {
    const { text } = await program(token).post(path).send({ body: 'x' }).expect(403)
    assert.match(text, /lacks the scope write/)
  }
})

test('tokens that can be used stand first, however many have ended since', async () => {
  const { id } = await makeAccount(db, 'editor')
  const rest = { accountId: id, scopes: ['read' as const], expiresAt: new Date(Date.now() + day) }
  const hash = (n: number) => n.toString(16).padStart(64, '0')
  await db.token.create({ data: { ...rest, name: 'Live', hash: hash(1) } })
  await db.token.createMany({
    data: Array.from({ length: 101 }, (_, i) => ({ ...rest, name: 'Over', hash: hash(i + 2), revokedAt: new Date() })),
  })
  const [first, ...others] = await listTokens(db, id)
  assert.deepEqual([first?.name, first?.state, others.length], ['Live', 'live', 100])
})

test('who was given a lesser role publishes no more with the tokens of before', async () => {
  const leaving = await makeAccount(db, 'reviewer')
  const browser = await signIn(app, leaving)
  const { body } = await browser
    .post('/account/tokens')
    .set(json)
    .send({ name: 'P', scopes: ['publish'] })
    .expect(201)
  const document = await makeDocument(db)
  await db.account.update({ where: { id: leaving.id }, data: { role: 'editor' } })
  const { detail } = (
    await program(String(body.token)).post(`/documents/${document.id}/publication`).send({}).expect(403)
  ).body
  assert.match(String(detail), /Your role does not allow/)
})

test('with no token can anybody manage accounts, sessions or tokens, sign in or use a link', async () => {
  const { token } = await makeTokenFor('admin', { scopes: ['publish'] })
  const { id } = people.editor
  for (const path of ['/account', '/account/tokens', '/accounts', `/accounts/${id}`]) {
    const { body } = await program(token).get(path).expect(403)
    assert.match(String(body.detail), /No token can do this/, path)
  }
  const writes = [
    '/account',
    '/account/password',
    '/account/sessions/end',
    '/account/sessions/1/end',
    '/account/tokens',
    '/account/tokens/1/revocation',
    `/accounts/${id}`,
    `/accounts/${id}/disabling`,
    `/accounts/${id}/enabling`,
    `/accounts/${id}/reset`,
    `/accounts/${id}/sessions/end`,
    `/accounts/${id}/sessions/1/end`,
    `/accounts/${id}/tokens/1/revocation`,
    '/invitations',
    '/invitations/1/revocation',
    '/invitation/anything',
    '/reset/anything',
    '/session',
    '/session/end',
    '/setup',
  ]
  for (const path of writes) await program(token).post(path).send({}).expect(403)
})

const refusedWith = async (header: string) => {
  const answer = await request(app).get('/').set({ Authorization: header, Accept: 'text/html' }).expect(401)
  assert.equal(answer.headers['www-authenticate'], 'Bearer error="invalid_token"')
  assert.match(answer.headers['content-type'] ?? '', /^application\/problem\+json/)
  assert.equal(answer.headers['set-cookie'], undefined)
  assert.equal(JSON.parse(answer.text).status, 401)
}

test('a token that is wrong, expired, revoked or of a disabled account is refused, never answered as a reader', async () => {
  await refusedWith('Bearer onr_nobody-ever-made-this')
  await refusedWith('Bearer')
  await refusedWith('bearer  ')
  const { token, id } = await makeTokenFor('editor')
  await request(app).get('/').set('Authorization', `bearer ${token}`).expect(200)
  await refusedWith(`Bearer ${token.toLowerCase()}`)
  await refusedWith(`Bearer ${token} more`)

  const expired = await makeTokenFor('editor')
  await db.token.update({
    where: { id: expired.id },
    data: { createdAt: new Date(Date.now() - 2 * day), expiresAt: new Date(Date.now() - 1000) },
  })
  await refusedWith(`Bearer ${expired.token}`)
  assert.match((await browsers.editor.get('/account/tokens').expect(200)).text, /Expired/)

  await browsers.editor.post(`/account/tokens/${id}/revocation`).expect(303)
  await refusedWith(`Bearer ${token}`)
  await browsers.editor.post(`/account/tokens/${id}/revocation`).expect(422)
  assert.equal(await db.event.count({ where: { action: 'token_revoked', subjectId: people.editor.id } }), 1)

  const leaving = await makeAccount(db, 'editor')
  const browser = await signIn(app, leaving)
  const { body } = await browser
    .post('/account/tokens')
    .set(json)
    .send({ name: 'L', scopes: ['read'] })
    .expect(201)
  await db.account.update({ where: { id: leaving.id }, data: { disabledAt: new Date() } })
  await refusedWith(`Bearer ${body.token}`)
  // Another scheme is somebody else's, a proxy's perhaps.
  await request(app).get('/').set('Authorization', 'Basic b25lOnR3bw==').expect(200)
})

test('nobody revokes another’s token but an admin, who sees all of them', async () => {
  const { id, token } = await makeTokenFor('reviewer', { name: 'Feed of the day' })
  await browsers.editor.post(`/account/tokens/${id}/revocation`).set(json).expect(404)
  await program(token).get('/').expect(200)
  const path = `/accounts/${people.reviewer.id}`
  const page = load((await browsers.admin.get(path).expect(200)).text)
  assert.match(page('.tokens').text(), /Feed of the day/)
  await browsers.admin.post(`/accounts/${people.editor.id}/tokens/${id}/revocation`).set(json).expect(404)
  await browsers.admin.post(`${path}/tokens/${id}/revocation`).expect(303)
  await refusedWith(`Bearer ${token}`)
  const event = await db.event.findFirstOrThrow({ where: { action: 'token_revoked' }, orderBy: { id: 'desc' } })
  assert.deepEqual([event.accountId, event.subjectId], [people.admin.id, people.reviewer.id])
})

test('beside a token no cookie is read or set, and another site’s headers do not matter', async () => {
  const { token } = await makeTokenFor('editor', { scopes: ['write'] })
  const document = await makeDocument(db)
  const asAdmin = await browsers.admin.get('/accounts').set('Authorization', `Bearer ${token}`)
  assert.equal(asAdmin.status, 403, 'the cookie of an admin does not help')
  const { headers } = await program(token)
    .post(`/documents/${document.id}/notes`)
    .set({ 'Sec-Fetch-Site': 'cross-site', Origin: 'https://elsewhere.example', Accept: 'text/html' })
    .send({ body: 'Seen elsewhere' })
    .expect(303)
  assert.equal(headers['set-cookie'], undefined)
  await program(token).get(`/documents/${document.id}/desk?suggestion=4711`).set('Accept', 'text/html').expect(303)
  await visitor(app).post(`/documents/${document.id}/notes`).set('Sec-Fetch-Site', 'cross-site').send({}).expect(403)
})

test('what a program is answered is not kept for readers, nor what readers were shown given to it', async () => {
  const { token } = await makeTokenFor('editor')
  const shown = await makeDocument(db, { title: 'Shown to all' })
  await publish(db, shown.id)
  const hidden = await makeDocument(db, { title: 'Shown to nobody yet' })
  const titles = async (ask: request.Test) => (await ask.set('Accept', 'text/html').expect(200)).text
  const reader = await titles(request(app).get('/documents'))
  const own = await titles(program(token).get('/documents'))
  const again = await titles(request(app).get('/documents'))
  assert.ok(own.includes(hidden.title) && !reader.includes(hidden.title) && !again.includes(hidden.title))
})

test('a program asks at every room as its account', async () => {
  const reviewer: TestAccount = people.reviewer
  const { token } = await makeTokenFor('reviewer', { scopes: ['publish'] })
  const document = await makeDocument(db)
  const statement = await recordOn(db, document.id)
  const claim = await stateClaim(db, statement.id)
  const verdict = await giveVerdictOn(db, { statementId: statement.id }, { by: people.editor.id })
  await program(token).post(`/verdicts/${verdict.id}/publication`).send({}).expect(200)
  await program(token).post(`/claims/${claim.id}/publication`).send({ revision: 1 }).expect(200)
  const { accountId } = await db.event.findFirstOrThrow({
    where: { action: 'claim_published' },
    orderBy: { id: 'desc' },
  })
  assert.equal(accountId, reviewer.id)
  for (const path of ['/documents', '/statements', '/claims', '/sources', '/activity', '/']) {
    const { headers } = await program(token).get(path).expect(200)
    assert.match(headers['content-type'] ?? '', /^application\/json/, path)
  }
})
