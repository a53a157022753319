import assert from 'node:assert/strict'
import { once } from 'node:events'
import http from 'node:http'
import net, { type AddressInfo } from 'node:net'
import { after, test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { makeToken } from '../src/accounts/tokens.ts'
import { operations } from '../src/api/openapi.ts'
import { hasTooManyFields, measureJson, measureValue, mostNodes } from '../src/web/body-shape.ts'
import { openTestDesk } from './support/desk.ts'
import {
  harbourStory,
  makeAccount,
  makeDocument,
  publish,
  sameOrigin,
  signIn,
  stateClaim,
  recordOn,
  visitor,
} from './support/world.ts'

const { app, db, close } = await openTestDesk()
const server = http.createServer(app).listen(0, '127.0.0.1')
await once(server, 'listening')
after(async () => {
  server.closeAllConnections()
  server.close()
  await close()
})

const account = await makeAccount(db, 'editor')
const editor = await signIn(app, account)
const reader = visitor(app)
const inAnHour = new Date(Date.now() + 60 * 60 * 1000)
const makeBearer = async (scopes: ('read' | 'write')[]) => {
  const { token } = await makeToken(db, { name: 'Archive', scopes, expiresAt: inAnHour, by: account.id })
  return { Authorization: `Bearer ${token}` }
}
const [mayRead, mayWrite] = [await makeBearer(['read']), await makeBearer(['read', 'write'])]
const json = { Accept: 'application/json' }
const document = await makeDocument(db)
const claim = await stateClaim(db, (await recordOn(db, document.id)).id)
await publish(db, document.id, { claimIds: [claim.id] })
const deep = (levels: number) => `{"a":${'['.repeat(levels)}${']'.repeat(levels)}}`
const many = (values: number) => `{"a":[${Array(values).fill('[]').join()}]}`

/** How long an answer is waited for: of a busy machine a minute; where none should come, long enough to see that. */
const [aMinute, aMoment] = [60_000, 1500]

type Started = { path: string; method?: string; length?: number; type?: string; headers?: Record<string, string> }

/**
 * Begins to send something, and sends no more than the kilobytes given, whatever was promised; the status that was
 * answered to that, undefined where the desk waits for more.
 */
async function begin(started: Started, kilobytes: number, patience = aMinute) {
  const { path, method = 'POST', length, type = 'application/json', headers = {} } = started
  const socket = net.connect((server.address() as AddressInfo).port, '127.0.0.1')
  const size = length === undefined ? 'Transfer-Encoding: chunked' : `Content-Length: ${length}`
  const all = { Host: 'desk.example.org', 'Sec-Fetch-Site': 'same-origin', 'Content-Type': type, ...headers }
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}`)
  socket.write([`${method} ${path} HTTP/1.1`, ...lines, size, '', ''].join('\r\n'))
  const piece = '[],'.repeat(341) + ' '
  for (let sent = 0; sent < kilobytes; sent++) socket.write(length === undefined ? `400\r\n${piece}\r\n` : piece)
  let answer = ''
  socket.on('data', (data) => (answer += data.toString()))
  // Where the answer is there, so is its first line.
  await Promise.race([once(socket, 'data'), pause(patience, undefined, { ref: false })])
  socket.destroy()
  return Number(/^HTTP\/1\.1 (\d+)/.exec(answer)?.[1]) || undefined
}

const changing = operations.filter(({ method }) => method !== 'GET' && method !== 'OPTIONS')
const filled = (path: string) =>
  path
    .replace(/:name/g, 'shown')
    .replace(/:token/g, 'none')
    .replace(/:\w+/g, '1')

test('who may not write is refused before any of a large body is read, at every address', async () => {
  const answers = await Promise.all(
    changing.map(async ({ method, path, may }) => {
      const type = path.startsWith('/annotations') ? 'application/ld+json' : 'application/json'
      const headers = { ...json }
      const status = await begin({ path: filled(path), method, length: 10_000_000, type, headers }, 10)
      return { path, status, expected: method === 'DELETE' && type.includes('ld') ? status : may === null ? 413 : 401 }
    }),
  )
  assert.ok(answers.length > 50)
  for (const { path, status, expected } of answers) assert.equal(status, expected, path)
})

test('nor is more than 100 kB of what does not say how long it is', async () => {
  for (const { path, type, headers } of [
    { path: '/documents', type: 'application/json', headers: json },
    { path: '/session', type: 'application/json', headers: json },
    { path: `/claims/${claim.id}/challenges`, type: 'application/x-www-form-urlencoded', headers: {} },
    { path: '/annotations/', type: 'application/ld+json', headers: {} },
    { path: '/documents', type: 'application/json', headers: { ...json, ...mayRead } },
    { path: '/nothing/here', type: 'application/json', headers: json },
  ]) {
    const status = await begin({ path, type, headers }, 110)
    assert.ok(status === 401 || status === 403 || status === 413, `${path}: ${status}`)
  }
  assert.equal(
    await begin({ path: '/documents', headers: { ...json, ...mayWrite } }, 110, aMoment),
    undefined,
    'who may is read',
  )
})

test('a role or a token that may not do this sends no more than a stranger', async () => {
  assert.equal(await begin({ path: '/documents', length: 200_000, headers: { ...json, ...mayRead } }, 1), 403)
  assert.equal(await begin({ path: '/ratings', length: 200_000, headers: { ...json, ...mayWrite } }, 1), 403)
  assert.equal(
    await begin({ path: '/documents', length: 200_000, headers: { ...json, ...mayWrite } }, 1, aMoment),
    undefined,
  )
})

test('who is signed out and sends long words is told that nothing keeps them', async () => {
  const { text } = await reader
    .post('/documents')
    .type('form')
    .send({ ...harbourStory, text: 'x'.repeat(200_000) })
    .expect(413)
  assert.match(text, /You are not signed in.*sign in in another tab, then reload this page/s)
  assert.doesNotMatch(text, /Go back/)
  await reader.post('/documents').type('form').send({ title: 'Short words' }).expect(303)
})

test('what is small while it is compressed counts as it is', async () => {
  const bomb = gzipSync('x'.repeat(5_000_000))
  const sent = (who: typeof reader) =>
    who.post('/documents').set(json).type('json').set('Content-Encoding', 'gzip').send(bomb)
  await sent(reader)
    .serialize((body: unknown) => body as string)
    .expect(401)
  await sent(editor)
    .serialize((body: unknown) => body as string)
    .expect(400)
})

test('eight large bodies at once keep nobody waiting, and nothing is made of them', async (t) => {
  const parse = t.mock.method(JSON, 'parse')
  const body = many(3_000_000)
  const waiting = Array.from({ length: 8 }, (_, n) =>
    n % 2 === 0
      ? begin({ path: '/documents', length: 10_000_000, headers: json }, 60)
      : editor
          .post('/documents')
          .set(json)
          .type('json')
          .send(body)
          .then(({ status }) => status),
  )
  const others = Promise.all([reader.get('/healthz').expect(200), reader.get('/claims').expect(200)])
  const [answers] = await Promise.all([Promise.all(waiting), others])
  await reader.post('/documents').set(json).type('json').send(body).expect(401)
  assert.deepEqual(
    answers,
    Array.from({ length: 8 }, (_, n) => (n % 2 === 0 ? 401 : 400)),
  )
  const parsed = parse.mock.calls.map(({ arguments: [text] }) => text.length)
  assert.ok(Math.max(0, ...parsed) < 1_000_000, 'no value was made of the brackets')
})

const nested = `${'a'}${'[b]'.repeat(20_000)}=1`
for (const [where, send] of Object.entries({
  'the sign-in, as a form': () => reader.post('/session').type('form').send(nested),
  'the sign-in, as JSON': () => reader.post('/session').set(json).type('json').send(deep(20_000)),
  'a challenge, as a form': () => reader.post(`/claims/${claim.id}/challenges`).type('form').send(nested),
  'a challenge, as JSON': () => reader.post(`/claims/${claim.id}/challenges`).set(json).type('json').send(deep(20_000)),
  'a form at the desk': () => editor.post(`/documents/${document.id}/statements`).type('form').send(nested),
  'words that are kept': () => editor.post('/drafts').set(json).type('form').send(nested),
  'a program’s JSON': () =>
    reader
      .post('/documents')
      .set({ ...json, ...mayWrite })
      .type('json')
      .send(deep(20_000)),
  'JSON in an array': () =>
    reader
      .post('/documents')
      .set({ ...json, ...mayWrite })
      .type('json')
      .send(`[${deep(20_000)}]`),
  'an annotation': () => reader.post('/annotations/').set(mayWrite).type('application/ld+json').send(deep(20_000)),
  'an annotation’s change': () => reader.put('/annotations/shown').set(mayWrite).type('json').send(deep(20_000)),
  'what is no address': () => editor.post('/nothing/here').set(json).type('json').send(deep(20_000)),
  'a GET': () => editor.get('/claims').set(json).type('json').send(deep(20_000)),
})) {
  test(`what is nested 20,000 deep is a 400 to ${where}`, async () => {
    const { status, text } = await send()
    assert.equal(status, 400)
    assert.match(text, /nested more than 50 levels/)
  })
}

test('up to fifty levels and ten thousand values are taken, and not one more', async () => {
  const send = (body: string) => editor.post('/documents').set(json).type('json').send(body)
  for (const body of [deep(49), many(9_998)]) await send(body).expect(422)
  for (const body of [deep(50), many(9_999)]) await send(body).expect(400)
  const form = (body: string) => editor.post('/documents').type('form').send(body)
  const fields = (count: number) => Array.from({ length: count }, (_, n) => `a[]=${n}`).join('&')
  for (const body of [`a${'[b]'.repeat(49)}=1`, fields(9_998)]) await form(body).expect(422)
  for (const body of [`a${'[b]'.repeat(50)}=1`, fields(9_999), fields(20_000), 'a&'.repeat(10_000)])
    await form(body).expect(400)
})

test('JSON is UTF-8, in which alone its shape is read', async () => {
  const body = Buffer.from(deep(20_000), 'utf16le')
  const { text } = await editor
    .post('/documents')
    .set(json)
    .set('Content-Type', 'application/json; charset=utf-16le')
    .serialize((sent: unknown) => sent as string)
    .send(body)
    .expect(415)
  assert.match(text, /UTF-8/)
})

test('the shape of a text in JSON is that of what is made of it', () => {
  fc.assert(
    fc.property(fc.json({ maxDepth: 8 }), fc.constantFrom(undefined, 1, '\t'), (text, indent) => {
      const value: unknown = JSON.parse(text)
      assert.deepEqual(measureJson(Buffer.from(JSON.stringify(value, null, indent))), measureValue(value))
    }),
  )
})

test('a form of more fields or brackets than anybody fills in is told by its bytes', () => {
  for (const [form, isRefused] of [
    ['a=1&'.repeat(mostNodes - 1), false],
    ['a=1&'.repeat(mostNodes), true],
    ['hops[0][cue]=said&'.repeat(mostNodes - 1), false],
    ['%5b'.repeat(mostNodes * 4 + 1), true],
    [`text=${'%5c&b'.repeat(2)}`, false],
  ] as const)
    assert.equal(hasTooManyFields(Buffer.from(form)), isRefused)
})

test('OPTIONS of the desk as a whole says what it takes; a star is no other address', async () => {
  const ask = async (method: string) => {
    const sent = http.request({ port: (server.address() as AddressInfo).port, method, path: '*', headers: sameOrigin })
    const [answer] = (await once(sent.end(), 'response')) as [http.IncomingMessage]
    answer.resume()
    return answer
  }
  const answer = await ask('OPTIONS')
  assert.equal(answer.statusCode, 204)
  assert.match(String(answer.headers.allow), /GET, HEAD/)
  for (const method of ['GET', 'POST', 'DELETE']) assert.equal((await ask(method)).statusCode, 400)
})
