import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { policy } from '../src/policy.ts'
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
  visitor,
} from './support/world.ts'

const { app, db, close } = await openTestDesk({ cachePages: true })
after(close)
const accounts = {
  editor: await makeAccount(db, 'editor'),
  reviewer: await makeAccount(db, 'reviewer'),
  admin: await makeAccount(db, 'admin'),
}
const browsers = {
  reader: visitor(app),
  editor: await signIn(app, accounts.editor),
  reviewer: await signIn(app, accounts.reviewer),
}
const json = { Accept: 'application/json' }
const document = await makeDocument(db, { publisher: 'Quiet Wire' })
const statement = await recordOn(db, document.id)
const claim = await stateClaim(db, statement.id)
const verdict = await giveVerdictOn(db, { statementId: statement.id }, { by: accounts.editor.id })
const note = await noteOn(db, { claimId: claim.id }, { by: accounts.editor.id, visibility: 'public' })
const bulk = await db.bulkChange.create({
  data: { accountId: accounts.admin.id, action: 'priority', summary: 'made urgent', query: '', changes: {}, count: 1 },
})
await db.annotation.create({
  data: { name: 'shown', kind: 'Annotation', content: {}, accountId: accounts.editor.id, publishedAt: new Date() },
})
const at = {
  d: `/documents/${document.id}`,
  s: `/statements/${statement.id}`,
  c: `/claims/${claim.id}`,
  v: `/verdicts/${verdict.id}`,
  p: `/sources/${document.publisherId}`,
  n: `/notes/${note.id}`,
}

/** Each rule of the policy where it is felt, and who is refused there. */
const forEditors = {
  'read activity': ['get', '/activity'],
  'own account': ['get', '/account'],
  'import documents': ['post', '/documents'],
  'watch feeds': ['post', '/watched-feeds'],
  'edit documents': ['post', at.d],
  'ask for review': ['post', `${at.d}/review`],
  'record statements': ['post', `${at.d}/statements`],
  'edit statements': ['post', at.s],
  'see originals': ['get', '/originals/1'],
  'withdraw statements': ['post', `${at.s}/withdrawal`],
  'state claims': ['post', `${at.s}/claims`],
  'edit claims': ['post', at.c],
  'give verdicts': ['post', `${at.s}/verdicts`],
  'take work': ['get', '/desk'],
  'change many at once': ['get', '/desk/bulk'],
  'save filters': ['post', '/desk/filters'],
  'edit sources': ['post', at.p],
  'edit topics': ['post', '/topics/1'],
  'keep drafts': ['get', '/drafts'],
  'read notes': ['get', '/notes'],
  'write notes': ['post', `${at.d}/notes`],
  'write annotations': ['post', '/annotations/'],
  'look at challenges': ['post', '/challenges/1/first-look'],
} as const
const forReviewers = {
  'publish documents': ['post', `${at.d}/publication`],
  'withdraw documents': ['post', `${at.d}/withdrawal`],
  'publish claims': ['post', `${at.c}/publication`],
  'withdraw claims': ['post', `${at.c}/withdrawal`],
  'publish verdicts': ['post', `${at.v}/publication`],
  'publish notes': ['post', `${at.n}/publication`],
  'publish annotations': ['post', '/annotations/shown/publication'],
  'change published annotations': ['delete', '/annotations/shown'],
  'resolve challenges': ['post', '/challenges/1/resolution'],
  'edit published notes': ['post', at.n],
  'withdraw published notes': ['post', `${at.n}/withdrawal`],
} as const

const forAdmins = {
  'manage accounts': ['get', '/accounts'],
  'edit ratings': ['post', '/ratings'],
  'look after the queue': ['get', '/queue'],
  'read how suggestions do': ['get', '/suggestions'],
  'redact challenges': ['post', '/challenges/1/redaction'],
  'undo what others changed at once': ['post', `/bulk/${bulk.id}/undo`],
} as const

/** These have tests of their own below: they depend on more than an address. */
const felt = [
  'correct what is published',
  'merge published claims',
  'merge published sources',
  'merge published topics',
  'read activity of accounts',
  'read drafts',
  'withdraw published statements',
]

test('every rule of the policy has somebody here who may not', () => {
  assert.deepEqual(
    [...Object.keys({ ...forEditors, ...forReviewers, ...forAdmins }), ...felt].sort(),
    Object.keys(policy).sort(),
  )
})

for (const [rule, [method, path]] of Object.entries({ ...forEditors, ...forReviewers, ...forAdmins })) {
  test(`a reader may not ${rule}`, async () => {
    await browsers.reader[method](path).set(json).expect(401)
  })
}

for (const [rule, [method, path]] of Object.entries(forAdmins)) {
  test(`an editor or a reviewer may not ${rule}`, async () => {
    await browsers.editor[method](path).set(json).expect(403)
    await browsers.reviewer[method](path).set(json).expect(403)
  })
}

for (const [rule, [method, path]] of Object.entries(forReviewers)) {
  test(`an editor may not ${rule}`, async () => {
    await browsers.editor[method](path).set(json).expect(403)
  })
}

for (const [rule, [method, path]] of Object.entries(forAdmins)) {
  test(`a reviewer may not ${rule}`, async () => {
    await browsers.reviewer[method](path).set(json).expect(403)
  })
}

test('an editor may not make a note public, nor withdraw what is published', async () => {
  await browsers.editor.post(`${at.d}/notes`).set(json).send({ body: 'Look', visibility: 'public' }).expect(403)
  const other = await makeDocument(db)
  const shown = await recordOn(db, other.id)
  await publish(db, other.id)
  await browsers.editor.post(`/statements/${shown.id}/withdrawal`).set(json).send({ reason: 'No' }).expect(403)
  await browsers.reviewer.post(`/statements/${shown.id}/withdrawal`).set(json).send({ reason: 'Yes' }).expect(200)
})

test('an editor may not merge sources or topics that readers see', async () => {
  const other = await makeDocument(db, { publisher: 'Loud Wire' })
  const spoken = await recordOn(db, other.id)
  const said = await stateClaim(db, spoken.id, { topics: 'Quays, Piers' })
  await publish(db, other.id, { claimIds: [said.id] })
  const [one, two] = await db.topic.findMany({ orderBy: { id: 'asc' } })
  const revisions = { revision: 1, survivorRevision: 1 }
  const source = { survivorId: document.publisherId, ...revisions }
  await browsers.editor.post(`/sources/${other.publisherId}/merge`).set(json).send(source).expect(403)
  await browsers.editor
    .post(`/topics/${one?.id}/merge`)
    .set(json)
    .send({ survivorId: two?.id, ...revisions })
    .expect(403)
})

test('an editor or a reviewer may not read activity of others’ accounts', async () => {
  for (const browser of [browsers.editor, browsers.reviewer]) {
    const { body } = await browser.get('/activity?thing=account').set(json).expect(200)
    const whom = (body as { events: { action: string; who: string }[] }).events.map(({ action }) => action)
    assert.deepEqual(whom, ['account_created'], 'their own')
  }
})

test('a reader finds no draft, in no list and at no address', async () => {
  for (const path of [at.d, at.s, at.c, at.p]) await browsers.reader.get(path).set(json).expect(404)
  await browsers.reader.get(`${at.d}/desk`).set(json).expect(401)
  const { body } = await browsers.reader.get('/statements').set(json).expect(200)
  assert.ok((body as { statements: { id: number }[] }).statements.every(({ id }) => id !== statement.id))
})

test('someone whose account is disabled is out with the next request', async () => {
  const leaving = await makeAccount(db, 'editor')
  const browser = await signIn(app, leaving)
  await browser.get('/activity').set(json).expect(200)
  await db.account.update({ where: { id: leaving.id }, data: { disabledAt: new Date() } })
  await browser.get('/activity').set(json).expect(401)
})

test('a wrong password and an unknown address get the same answer, and no password comes back', async () => {
  for (const email of [accounts.editor.email, 'nobody@example.org']) {
    const page = await visitor(app)
      .post('/session')
      .type('form')
      .send({ email, password: 'wrong-words-here' })
      .expect(422)
    assert.match(page.text, /do not belong together/)
    assert.doesNotMatch(page.text, /wrong-words-here/)
  }
})

test('signing in leads only to addresses of the desk itself', async () => {
  const { email, password } = accounts.admin
  for (const next of ['https://evil.example/', '//evil.example', '/\\evil.example']) {
    const done = await visitor(app).post('/session').type('form').send({ email, password, next }).expect(303)
    assert.equal(done.headers['location'], '/desk')
  }
})

test('the setup link works once, only with its secret and only while there is no account', async () => {
  const fresh = await openTestDesk({ setupToken: 'a-secret-of-the-first-start' })
  try {
    const first = { email: 'first@example.org', name: 'First Admin', password: 'several plain words' }
    await visitor(fresh.app).get('/setup?token=wrong').expect(404)
    await visitor(fresh.app).get('/setup?token=a-secret-of-the-first-st%C3%A4rt').expect(404)
    await visitor(fresh.app).get('/setup?token=a-secret-of-the-first-start').expect(200)
    const token = 'a-secret-of-the-first-start'
    await visitor(fresh.app)
      .post('/setup')
      .type('form')
      .send({ ...first, password: 'short', token })
      .expect(422)
    await visitor(fresh.app)
      .post('/setup')
      .type('form')
      .send({ ...first, token })
      .expect(303)
    assert.equal((await fresh.db.account.findFirstOrThrow()).role, 'admin')
    await visitor(fresh.app)
      .post('/setup')
      .type('form')
      .send({ ...first, email: 'second@example.org', token })
      .expect(404)
  } finally {
    await fresh.close()
  }
})

test('readers’ pages carry no cookie, are kept, and are forgotten with the next change', async () => {
  const shown = await makeDocument(db, { title: 'Kept page' })
  await publish(db, shown.id)
  const path = `/documents/${shown.id}-kept-page`
  const first = await browsers.reader.get(path).expect(200)
  assert.equal(first.headers['set-cookie'], undefined)
  const etag = first.headers['etag'] as string
  await browsers.reader.get(path).set('If-None-Match', etag).expect(304)
  await recordOn(db, shown.id)
  await publish(db, shown.id)
  await browsers.editor.post('/session/end').expect(303)
  const changed = await browsers.reader.get(path).set('If-None-Match', etag).expect(200)
  assert.match(changed.text, /container ship/)
})

test('a change that ends after another which began later is not missed by what is kept for readers', async () => {
  const shown = await makeDocument(db, { title: 'Overtaken page' })
  await publish(db, shown.id)
  const path = `/documents/${shown.id}-overtaken-page`
  const [early] = await db.$queryRaw<{ id: number }[]>`SELECT nextval('"Event_id_seq"')::int AS "id"`
  await recordOn(db, shown.id)
  await browsers.reader.post('/session/end').expect(303)
  await visitor(app).get(path).expect(200)
  await db.document.update({ where: { id: shown.id }, data: { authors: ['A Late Hand'] } })
  await db.event.create({ data: { id: early?.id ?? 0, action: 'document_corrected', documentId: shown.id } })
  await browsers.reader.post('/session/end').expect(303)
  assert.match((await visitor(app).get(path).expect(200)).text, /A Late Hand/)
})
