import assert from 'node:assert/strict'
import { once } from 'node:events'
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { after, test } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { load } from 'cheerio'
import express from 'express'
import { makeToken } from '../src/accounts/tokens.ts'
import { type KeptPage, openPages, pageCache } from '../src/web/page-cache.ts'
import { openTestDesk } from './support/desk.ts'
import { makeAccount, makeDocument, noteOn, publish, recordOn, signIn, stateClaim, visitor } from './support/world.ts'

const pages = openPages()
const { app, db, pool, close } = await openTestDesk({ pages })
const server = http.createServer(app).listen(0, '127.0.0.1')
after(async () => {
  server.closeAllConnections()
  server.close()
  await close()
})

const admin = await makeAccount(db, 'admin')
const { email, password } = admin
const signedIn = await visitor(app).post('/session').type('form').send({ email, password }).expect(303)
const session = /on_record=([^;]+)/.exec(String(signedIn.headers['set-cookie']))?.[1] ?? ''
const notice = /(on_record_notice=[^;]+)/.exec(String(signedIn.headers['set-cookie']))?.[1] ?? ''
const { token } = await makeToken(db, {
  name: 'Archive',
  scopes: ['read'],
  expiresAt: new Date(Date.now() + 60 * 60 * 1000),
  by: admin.id,
})

const draft = await makeDocument(db, { title: 'Nobody has read this yet' })
const statement = await recordOn(db, draft.id)
const claim = await stateClaim(db, statement.id)
const shown = await makeDocument(db, { title: 'Everybody may read this' })
const said = await recordOn(db, shown.id)
const stated = await stateClaim(db, said.id, { sentence: 'Everybody may read what is claimed' })
await publish(db, shown.id, { claimIds: [stated.id] })

type Answer = { status: number; headers: http.IncomingHttpHeaders; text: string }

/** Asks with headers just as they are given, which no library for tests would send. */
function ask(path: string, headers: http.OutgoingHttpHeaders = {}, method = 'GET'): Promise<Answer> {
  const { port } = server.address() as AddressInfo
  return new Promise((resolve, reject) => {
    const sent = http.request({ port, path, method, headers, agent: false }, (answer) => {
      const pieces: Buffer[] = []
      answer.on('data', (piece: Buffer) => pieces.push(piece))
      answer.on('end', () => {
        const text = Buffer.concat(pieces).toString()
        resolve({ status: answer.statusCode ?? 0, headers: answer.headers, text })
      })
    })
    sent.on('error', reject).end()
  })
}

const own = [`/documents/${draft.id}`, `/documents/${draft.id}/desk`, '/desk', '/accounts', `/claims/${claim.id}`, '/']
const json = { Accept: 'application/json' }

/** Every way to write a Cookie header that anybody thought of; `true` for those that are a session to the session's parser. */
const spellings: [string | string[], boolean][] = [
  [`on_record=${session}`, true],
  [`on_record =${session}`, true],
  [`on_record\t=${session}`, true],
  [`on_record \t =\t ${session} `, true],
  [`  on_record=${session}`, true],
  [`on_record="${session}"`, true],
  [`on_record="${decodeURIComponent(session)}"`, true],
  [`on_record=${decodeURIComponent(session)}`, true],
  [`;;on_record=${session}`, true],
  [`a=b;on_record=${session};`, true],
  [`a=b;\ton_record =${session}`, true],
  [`a=b ; c ; on_record=${session}`, true],
  [`__proto__=x; on_record=${session}`, true],
  [`on_record=${session}; on_record=x`, true],
  [`on_record=${session}; on_record_notice=x`, true],
  [`x=on_record; on_record=${session}`, true],
  [[`a=b`, `on_record=${session}`], true],
  [[`on_record =${session}`, `on_record=x`], true],
  [`on_record=x; on_record=${session}`, false],
  [`on_record=; on_record=${session}`, false],
  [`ON_RECORD=${session}`, false],
  [`on_record==${session}`, false],
  [`on_recor%64=${session}`, false],
  [`a=b,on_record=${session}`, false],
  [`on_record=${session.slice(0, -2)}`, false],
]
const tokens = [`Bearer ${token}`, `bearer   ${token}`, `BEARER\t${token}`]

for (const [cookie, isSession] of spellings) {
  test(`what is shown to the cookie ${JSON.stringify(cookie).replaceAll(session, 'SID').replaceAll(decodeURIComponent(session), 'SID')} is kept for nobody`, async () => {
    const seen = await ask('/accounts', { Cookie: cookie, ...json })
    assert.equal(seen.status, isSession ? 200 : 401)
    for (const path of own) for (const accept of [{}, json]) await isKeptForNobody(path, { Cookie: cookie, ...accept })
  })
}

for (const authorization of tokens) {
  test(`what is shown to a token sent as ${authorization.replace(token, 'TOKEN')} is kept for nobody`, async () => {
    const headers = { Authorization: authorization }
    assert.equal((await ask(`/documents/${draft.id}`, headers)).status, 200)
    for (const path of own) for (const accept of [{}, json]) await isKeptForNobody(path, { ...headers, ...accept })
  })
}

/** Asked for in turn by a reader, by somebody with these headers, and by a reader again: both readers see the same. */
async function isKeptForNobody(path: string, headers: http.OutgoingHttpHeaders): Promise<void> {
  const accept = headers['Accept'] === undefined ? {} : json
  const before = await ask(path, accept)
  for (const method of ['GET', 'HEAD']) await ask(path, headers, method)
  const { status, text } = await ask(path, accept)
  assert.deepEqual({ status, text }, { status: before.status, text: before.text })
  assert.ok(!text.includes('Nobody has read this yet'))
}

test('a kept page is no answer to who has signed in, and what is said once to one is said to no other', async () => {
  assert.equal((await ask('/about/method')).status, 200)
  const mine = await ask('/about/method', { Cookie: `on_record =${session}` })
  assert.match(load(mine.text)('header').text(), /Ada Brandt|Sign out/)
  const told = await ask('/about/method', { Cookie: notice.replace('=', ' =') })
  assert.match(told.text, /You are signed in as/)
  assert.equal(told.headers['cache-control'], 'private, no-store')
  assert.doesNotMatch((await ask('/about/method')).text, /You are signed in as/)
})

test('a reader without a cookie, or with cookies that are nobody’s, costs the database nothing but the look for changes', async (t) => {
  t.mock.timers.enable({ apis: ['Date'], now: Date.now() }) // how often it looks is set by the clock
  await ask('/claims')
  // What earlier answers still ask is not asked for these.
  while (pool.idleCount < pool.totalCount) await wait(10)
  const asked = [t.mock.method(pool, 'query'), t.mock.method(pool, 'connect')]
  const count = () => asked.reduce((sum, { mock }) => sum + mock.callCount(), 0)
  for (const cookie of ['', 'a=b', 'on_record=made-up', 'on_record =s:made.up'])
    for (let n = 0; n < 5; n++) assert.equal((await ask('/claims', { Cookie: cookie })).status, 200)
  const looks = asked[0]?.mock.calls.filter(({ arguments: [sql] }) => /AS newest/.test(String(sql))).length ?? 0
  assert.ok(looks <= 1, `${looks} looks`)
  const questions = asked[0]?.mock.calls.map(({ arguments: [sql] }) => JSON.stringify(sql)).join('\n')
  assert.ok(count() <= looks * 2, `${count()} questions, ${looks} of them the look:\n${questions}`)
})

test('however long its Accept headers are and whatever stands in them, a page is kept once for each order of formats', async () => {
  pages.clear()
  for (let n = 0; n < 100; n++) {
    const junk = Array.from({ length: 200 }, (_, i) => `x-${n}/y-${i};q=0.${i % 9}`).join(',')
    const { status } = await ask('/robots.txt', { Accept: `text/html;level=${n}, ${junk}` })
    assert.equal(status, 200)
  }
  assert.equal(pages.count, 1)
  assert.ok(pages.bytes < 10_000, `${pages.bytes} bytes`)
})

test('queries that nothing reads, and words in an address, make no page without end', async () => {
  pages.clear()
  for (let n = 0; n < 150; n++) {
    assert.equal((await ask(`/about/method?utm_content=${n}`)).status, 200)
    assert.equal((await ask(`/claims/${stated.id}-words-${n}`, json)).status, 200)
  }
  assert.ok(pages.count <= 128, `${pages.count} are kept`)
  assert.equal((await ask(`/about/method?utm_source=${'x'.repeat(200)}&utm_long=${'y'.repeat(2000)}`)).status, 200)
  assert.ok(pages.count <= 128, 'an address that long is not kept')
})

test('all that is kept is counted: bodies, what they are compressed to, headers and addresses', () => {
  const small = openPages(200_000)
  const page = (size: number): Omit<KeptPage, 'variant' | 'madeAt'> => ({
    body: Buffer.alloc(size),
    packed: {},
    packedBytes: 0,
    headers: { link: 'x'.repeat(1000) },
    etag: 'W/"1"',
  })
  const slot = (n: number) => ({ key: `/claims ${n}`, variant: `html /claims?${'y'.repeat(500)}${n}` })
  for (let n = 0; n < 1000; n++) {
    small.keep(slot(n), page(10))
    assert.ok(small.bytes <= 200_000)
  }
  assert.ok(small.count < 60, 'what each takes besides its body')
  small.keep(slot(1), page(30_000))
  assert.equal(small.find(slot(1)), undefined, 'none of more than an eighth')

  small.clear()
  small.keep(slot(2), page(1000))
  const kept = small.find(slot(2))
  assert.ok(kept)
  const before = small.bytes
  kept.packedBytes = 5000
  small.weighAgain(slot(2), kept)
  assert.equal(small.bytes, before + 5000)
  assert.equal(small.find({ ...slot(2), variant: 'html /claims?z' }), undefined, 'another variant in that slot')
})

test('a compressed page counts with its compressed form', async () => {
  pages.clear()
  await ask('/about/method')
  const before = pages.bytes
  await ask('/about/method', { 'Accept-Encoding': 'br' })
  assert.ok(pages.bytes > before)
})

/** Kinds of answers: pages, data, files, pictures, feeds, what is not there, what leads on. */
const kinds = [
  ...['/', '/claims', `/claims/${stated.id}`, `/documents/${shown.id}`, '/search?q=harbour', '/search.csv?q=harbour'],
  ...['/feed.atom', '/sitemap.xml', '/robots.txt', '/openapi.json', `/claims/${stated.id}/graph.svg`, '/annotations/'],
  ...[
    `/annotations/statement-${said.id}`,
    `/embed/claims/${stated.id}`,
    '/claims/4711',
    '/nothing/here',
    '/claims?after=x',
  ],
  ...[`/documents/${draft.id}`, '/desk', '/accounts', '/invitation/none', `/claims/${stated.id}/graph.svg?download=1`],
]

test('whatever is answered to who has signed in or sends a token is kept by nobody on its way, and no reader’s is by anybody who does not ask again', async () => {
  for (const path of kinds) {
    for (const accept of ['text/html', 'application/json', 'application/ld+json', 'image/png']) {
      for (const who of [{ Cookie: `on_record =${session}` }, { Authorization: `Bearer ${token}` }]) {
        const { status, headers } = await ask(path, { ...who, Accept: accept, 'Accept-Encoding': 'gzip' })
        const what = `${status} ${path} as ${accept} for ${Object.keys(who).join()}`
        assert.equal(headers['cache-control'], 'private, no-store', what)
        for (const name of ['Accept', 'Cookie', 'Authorization']) assert.match(headers.vary ?? '', RegExp(name), what)
        assert.equal(headers['content-encoding'], undefined, `${what} is not compressed`)
        const etag = headers.etag
        if (etag === undefined) continue
        const again = await ask(path, { ...who, Accept: accept, 'If-None-Match': etag })
        assert.equal(again.headers['cache-control'], 'private, no-store', `${again.status} ${what}`)
      }
      const { status, headers } = await ask(path, { Accept: accept })
      assert.match(headers['cache-control'] ?? '', /^no-(cache|store)$/, `${status} ${path} as ${accept}`)
      for (const name of ['Accept', 'Cookie', 'Authorization']) assert.match(headers.vary ?? '', RegExp(name), path)
    }
  }
})

test('who reads without an account is counted at a rate that no reader reaches, and told when to go on', async () => {
  const small = await openTestDesk({ environment: { READER_REQUESTS_PER_MINUTE: '3', TRUST_PROXY: '1' } })
  try {
    const person = await makeAccount(small.db, 'editor')
    const editor = await signIn(small.app, person)
    const read = (from: string) =>
      visitor(small.app).get('/claims').set('X-Forwarded-For', from).set('Accept', 'text/html')
    for (let n = 0; n < 3; n++) assert.equal((await read('198.51.100.1').expect(200)).headers['ratelimit'], undefined)
    const refused = await read('198.51.100.1').set('Cookie', 'on_record=made-up').expect(429)
    assert.match(load(refused.text)('main').text(), /More than 3 requests came within a minute\. Wait \d+ seconds/)
    assert.match(String(refused.headers['retry-after']), /^[1-9]\d*$/)
    await read('198.51.100.2').expect(200)
    for (let n = 0; n < 5; n++) await editor.get('/claims').set('X-Forwarded-For', '198.51.100.1').expect(200)
  } finally {
    await small.close()
  }
})

test('who only claims to be somebody is counted as a stranger, by address', async () => {
  const small = await openTestDesk({ environment: { REQUESTS_PER_MINUTE: '3' } })
  try {
    const program = visitor(small.app)
    for (const headers of [
      { Cookie: 'on_record=made-up' },
      { Authorization: 'Bearer one' },
      { Cookie: 'on_record =x' },
    ]) {
      const { headers: said } = await program.get('/claims').set({ ...json, ...headers })
      assert.equal(said['ratelimit-policy'], '"programs";q=3;w=60')
    }
    await program
      .get('/claims')
      .set({ ...json, Authorization: 'Bearer another' })
      .expect(429)
  } finally {
    await small.close()
  }
})

test('behind a proxy that the desk was not told of, readers are not counted as one', async () => {
  const small = await openTestDesk({ environment: { READER_REQUESTS_PER_MINUTE: '2' } })
  try {
    for (let n = 0; n < 4; n++)
      await visitor(small.app).get('/claims').set('X-Forwarded-For', '198.51.100.1').expect(200)
    for (let n = 0; n < 2; n++) await visitor(small.app).get('/claims').expect(200)
    await visitor(small.app).get('/claims').expect(429)
  } finally {
    await small.close()
  }
})

test('while the database is away readers have what was kept, for ten minutes, and nobody else has anything', async (t) => {
  t.mock.timers.enable({ apis: ['Date'], now: Date.now() })
  const address = `/documents/${shown.id}`
  const { headers } = await ask(address)
  const page = headers.location ?? address
  const before = await ask(page)
  assert.equal(before.status, 200)

  const query = pool.query.bind(pool)
  const goAway = () => {
    pool.query = () => Promise.reject(Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' }))
  }
  t.after(() => (pool.query = query))
  goAway()
  t.mock.timers.tick(1_000)
  const away = await ask(page)
  assert.equal(away.status, 200)
  assert.equal(away.text, before.text)
  assert.equal((await ask(page, { 'If-None-Match': before.headers.etag ?? '' })).status, 304)
  assert.equal((await ask('/claims?q=never-asked-for')).status, 503, 'what was not kept')
  assert.ok((await ask('/claims?q=never-asked-for')).headers['retry-after'])

  // A stranger who is refused, or hangs up, takes nothing away with it.
  await ask('/documents', {}, 'POST')
  t.mock.timers.tick(6_000)
  assert.equal((await ask(page)).status, 200)
  t.mock.timers.tick(9 * 60_000)
  assert.equal((await ask(page)).status, 200)
  t.mock.timers.tick(60_000)
  assert.equal((await ask(page)).status, 503, 'ten minutes after it was last heard of')

  pool.query = query
  t.mock.timers.tick(6_000)
  assert.equal((await ask(page)).status, 200)
})

test('what may have been changed just before the database went away is served to nobody', async (t) => {
  t.mock.timers.enable({ apis: ['Date'], now: Date.now() })
  const page = (await ask(`/documents/${shown.id}`)).headers.location ?? `/documents/${shown.id}`
  assert.equal((await ask(page)).status, 200)
  const query = pool.query.bind(pool)
  t.after(() => (pool.query = query))
  await ask(`/documents/${shown.id}/withdrawal`, { Cookie: `on_record=${session}` }, 'POST')
  pool.query = () => Promise.reject(Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' }))
  t.mock.timers.tick(1_000)
  assert.equal((await ask(page)).status, 503)
})

test('a page that was being made while something changed is sent, and not kept', async (t) => {
  const kept = openPages()
  const slow = Promise.withResolvers<void>()
  let text = 'before the change'
  const little = express()
  little.use((req, _res, next) => {
    Object.assign(req, { viewer: null, bearsToken: false, hasSession: false })
    next()
  })
  little.use(pageCache(pool, kept))
  const asked = Promise.withResolvers<void>()
  little.get('/slow', async (_req, res) => {
    const made = text
    asked.resolve()
    await slow.promise
    res.send(made)
  })
  little.get('/other', (_req, res) => void res.send('other'))
  const listening = http.createServer(little).listen(0, '127.0.0.1')
  t.after(() => listening.close())
  await once(listening, 'listening')
  const { port } = listening.address() as AddressInfo
  const read = async (path: string) => (await fetch(`http://127.0.0.1:${port}${path}`)).text()

  const first = read('/slow')
  await asked.promise
  text = 'after the change'
  await noteOn(db, { documentId: shown.id }, { by: admin.id })
  await wait(300) // The desk looks for changes four times a second.
  assert.equal(await read('/other'), 'other')
  slow.resolve()
  assert.equal(await first, 'before the change')
  assert.equal(await read('/slow'), 'after the change')
})
