import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { Validator } from '@seriousme/openapi-schema-validator'
import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { load } from 'cheerio'
import type { Router } from 'express'
import type { AddressInfo } from 'node:net'
import { execFile } from 'node:child_process'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { promisify } from 'node:util'
import jsonld from 'jsonld'
import { makeToken } from '../src/accounts/tokens.ts'
import { notDescribed, operations } from '../src/api/openapi.ts'
import { annotationTerms, ldpTerms } from '../src/annotations/context.ts'
import { languages, listRecipes } from '../src/api/recipes.ts'
import { beginImport } from '../src/importing/imports.ts'
import type { Database } from '../src/database/connect.ts'
import { hashOf } from '../src/originals/keep.ts'
import { policy } from '../src/policy.ts'
import { listRoutes } from '../src/web/methods.ts'
import { propertiesInProv, propertiesInSchema, schemaOrg } from './support/linked-terms.ts'
import { openDemoDesk, openTestDesk } from './support/desk.ts'
import { makeAccount, signIn, storeLater, visitor } from './support/world.ts'

const { app, db, config, close } = await openDemoDesk()
after(close)
const reader = visitor(app)
const person = await makeAccount(db, 'admin')
const admin = await signIn(app, person)
const { token } = await makeToken(db, {
  name: 'Archive',
  scopes: ['read', 'write', 'publish'],
  expiresAt: new Date(Date.now() + 60 * 60 * 1000),
  by: person.id,
})
const json = { Accept: 'application/json' }
const bearer = { Authorization: `Bearer ${token}` }

const { body: description } = await reader.get('/openapi.json').expect(200)
// Strict about the answers, not about the words that OpenAPI has besides JSON Schema's.
const ajv = new Ajv2020({ strict: false, allErrors: true })
addFormats.default(ajv)
ajv.addSchema(description as object, 'openapi')

type Described = { route: string; status: number; type: string }

/** What is wrong with an answer, by the description. */
function faults({ route, status, type }: Described, answer: unknown): string[] {
  const [method = '', path = ''] = route.split(' ')
  const parts = [
    'paths',
    path.replace(/:(\w+)/g, '{$1}'),
    method.toLowerCase(),
    'responses',
    String(status),
    'content',
    type,
    'schema',
  ]
  const place = parts.map((part) => encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1'))).join('/')
  const isAsSaid = ajv.compile({ $ref: `openapi#/${place}` })
  return isAsSaid(answer) ? [] : (isAsSaid.errors ?? []).map((e) => `${route}${e.instancePath} ${e.message}`)
}

const isProblem = ajv.compile({ $ref: 'openapi#/components/schemas/Problem' })

/** The number of a thing of each room that readers see, where one is needed. */
const things: Record<string, number> = {
  claims: (await db.claim.findFirstOrThrow({ where: { state: 'published' }, orderBy: { id: 'desc' } })).id,
  statements: (await db.statement.findFirstOrThrow({ where: { state: 'published', verdicts: { some: {} } } })).id,
  documents: (await db.document.findFirstOrThrow({ where: { title: { startsWith: 'Ten countries' } } })).id,
  sources: (await db.source.findFirstOrThrow({ where: { name: 'Zamir Kabulov' } })).id,
  topics: (await db.topic.findFirstOrThrow({ where: { claims: { some: { claim: { state: 'published' } } } } })).id,
  embed: (await db.claim.findFirstOrThrow({ where: { state: 'published' } })).id,
  accounts: person.id,
  work: (await db.work.findFirstOrThrow()).id,
  imports: (
    await beginImport(db, {
      addresses: 'https://coastwire.example/quay',
      files: [],
      publisher: '',
      suggest: false,
      by: person.id,
    })
  ).id,
}
things['originals'] = await keepOriginal(db, things['documents'] ?? 0)
await storeLater(db, things['documents'] ?? 0, { by: person.id })

async function keepOriginal(db: Database, documentId: number): Promise<number> {
  const bytes = Buffer.from('<!doctype html><title>The quay</title><p>The quay is closed.')
  const sha256 = hashOf(bytes)
  await db.originalBytes.create({ data: { sha256, bytes } })
  const version = { connect: { documentId_number: { documentId, number: 1 } } }
  return (await db.original.create({ data: { sha256, size: bytes.length, name: 'quay.html', version } })).id
}

function addressOf(path: string): string {
  const room = path.split('/')[1] ?? ''
  const statement = `statement-${things['statements']}`
  const known: Record<string, string> = { id: String(things[room] ?? 1), name: statement, room: 'claims' }
  // The first version changed nothing.
  const other = path.endsWith('/changes') ? '2' : '1'
  const filled = path.replace(/:(\w+)/g, (_, name: string) => known[name] ?? other)
  return path === '/oembed' ? `/oembed?url=${config.baseUrl}/claims/${things['claims']}` : filled
}

test('every route that answers data is described, once, and nothing else is', () => {
  const routes = listRoutes(app.locals['rooms'] as Router[]).map(({ method, path }) => `${method} ${path}`)
  const described = operations.map(({ method, path }) => `${method} ${path}`)
  assert.deepEqual([...described, ...notDescribed].sort(), [...new Set(routes)].sort())
  assert.equal((description as { openapi: string }).openapi, '3.1.0')
  const ids = Object.values((description as { paths: Record<string, object> }).paths).flatMap((path) =>
    Object.values(path).map(({ operationId }) => String(operationId)),
  )
  assert.equal(new Set(ids).size, ids.length, 'each has a name of its own')
})

test('the description is one by the rules of OpenAPI 3.1', async () => {
  const validator = new Validator()
  const { valid, errors } = await validator.validate({ ...(description as Record<string, unknown>) })
  assert.ok(valid, JSON.stringify(errors, null, 2))
  assert.equal(validator.version, '3.1')
  const broken = await new Validator().validate({
    ...(description as Record<string, unknown>),
    info: { title: 'No version' },
  })
  assert.equal(broken.valid, false)
})

/** Without what there is none of in the demo, or what leads to a page. */
const notThere = [
  '/setup',
  '/invitation/:token',
  '/reset/:token',
  '/bulk/:id',
  '/drafts/:id',
  '/notes/:id',
  '/about/api',
  '/challenges/:id/follow/:secret',
  '/.well-known/security.txt',
]

for (const { method, path, may, type, alsoAs = [], tells = [] } of operations) {
  if (method !== 'GET' || notThere.includes(path)) continue
  const route = `${method} ${path}`
  const query = path === '/desk/bulk' ? '?view=open' : ''
  test(`what ${may === null ? 'a reader' : 'the desk'} is answered at ${route} is as described`, async () => {
    const asked = may === null ? reader : admin
    const answer = await asked.get(addressOf(path) + query).set('Accept', type)
    assert.equal(answer.status, 200, `${answer.status} at ${addressOf(path)}: ${String(answer.text).slice(0, 200)}`)
    assert.equal(answer.type, type)
    const isText = !type.includes('json') || type === 'application/x-ndjson'
    const text = answer.text ?? String(answer.body)
    const body: unknown = isText ? text : JSON.parse(text)
    assert.deepEqual(faults({ route, status: 200, type }, body), [])
    for (const header of tells)
      assert.ok(answer.headers[header.toLowerCase()] ?? header === 'Preference-Applied', header)
    for (const other of alsoAs) {
      const { status, type: got } = await asked
        .get(addressOf(path) + query)
        .redirects(1)
        .set('Accept', other)
      assert.deepEqual([status, got], [200, other])
    }
    if (may !== null) return
    const asEditor: unknown = (await admin.get(addressOf(path)).set('Accept', type).expect(200)).body
    if (type === 'application/json') assert.deepEqual(faults({ route, status: 200, type }, asEditor), [])
  })
}

test('who may not is told so in the same words everywhere, as a problem', async () => {
  for (const { method, path, may } of operations) {
    if (may === null || method === 'OPTIONS') continue
    const name = method.toLowerCase() as 'get' | 'post' | 'put' | 'delete'
    const answer = await reader[name](addressOf(path)).set(json)
    assert.equal(answer.status, 401, `${method} ${path}`)
    assert.match(String(answer.headers['www-authenticate']), /^Bearer realm=/, `${method} ${path}`)
    assert.match(String(answer.headers['content-type']), /^application\/problem\+json/, `${method} ${path}`)
    assert.ok(isProblem(JSON.parse(answer.text)), `${method} ${path}`)
  }
})

test('a problem names its kind, its case and its fields to every client that does not ask for a page', async () => {
  const program = (method: 'get' | 'post', path: string, accept: string) =>
    visitor(app)[method](path).set('Accept', accept)
  const read = ({ text, type }: { text: string; type: string }) => {
    assert.equal(type, 'application/problem+json')
    const problem = JSON.parse(text) as Record<'type' | 'title' | 'detail', string> & { errors: object; claim: object }
    assert.ok(isProblem(problem), text)
    return problem
  }
  const gone = await db.claim.create({
    data: {
      sentence: 'The quay is made of cheese.',
      state: 'withdrawn',
      publishedAt: new Date(),
      withdrawnAt: new Date(),
      withdrawnReason: 'Nobody said it',
    },
  })
  for (const accept of ['application/json', 'application/ld+json', 'application/problem+json', 'text/turtle']) {
    const missing = read(await program('get', '/claims/471100', accept).expect(404))
    assert.equal(missing.type, `${config.baseUrl}/about/api#problem-not-found`)
    assert.equal(missing.title, 'There is nothing here')
    const left = read(await program('get', `/claims/${gone.id}`, accept).expect(410))
    assert.equal(left.detail, 'This claim was withdrawn. Because: Nobody said it')
    assert.ok(left.claim)
    read(await program('get', `/embed/claims/${gone.id}`, accept).expect(410))
  }
  assert.equal((await program('get', `/claims/${gone.id}`, 'text/html,*/*;q=0.8').expect(410)).type, 'text/html')

  const empty = read(await visitor(app).post('/documents').set(bearer).send({}).expect(422))
  assert.deepEqual(Object.keys(empty.errors).sort(), ['publisher', 'text'])
  assert.match(empty.detail, /publisher: .*text: /)
  const none = `/oembed?format=yaml&url=${config.baseUrl}/claims/1`
  assert.match(read(await program('get', none, 'application/json').expect(501)).detail, /json or xml/)

  const page = load((await reader.get('/about/api').set('Accept', 'text/html').expect(200)).text)
  assert.equal(page('#problem-not-found').length, 1, 'the kind’s address leads somewhere')
  const bad = await visitor(app).get('/claims').set('Authorization', 'Bearer onr_none').expect(401)
  assert.match(String(bad.headers['www-authenticate']), /^Bearer error="invalid_token"/)
})

test('data is read from other sites’ pages, pages and personal answers are not, and a preflight allows a token', async () => {
  const elsewhere = { Origin: 'https://elsewhere.example', 'Sec-Fetch-Site': 'cross-site' }
  const from = (path: string, headers: Record<string, string> = {}) =>
    reader.get(path).set({ ...elsewhere, ...headers })
  const graph = `/claims/${things['claims']}/graph.svg`
  for (const path of ['/feed.atom', '/openapi.json', '/search.csv?q=a', '/search.jsonl?q=a', graph, '/nothing']) {
    const { headers } = await from(path)
    assert.equal(headers['access-control-allow-origin'], '*', path)
    assert.match(String(headers['access-control-expose-headers']), /ETag.*Link.*Location.*RateLimit.*Retry-After.*WWW/)
    assert.equal(headers['access-control-allow-credentials'], undefined)
  }
  assert.equal((await from('/claims', json)).headers['access-control-allow-origin'], '*')
  assert.equal((await from('/claims', { Accept: 'text/html' })).headers['access-control-allow-origin'], undefined)
  assert.equal((await from('/nothing')).type, 'application/problem+json')
  const draft = await db.claim.create({ data: { sentence: 'Nobody has published this yet.' } })
  await admin.get(`/claims/${draft.id}`).set(json).expect(200)
  assert.equal(
    (await admin.get(`/claims/${draft.id}`).set(json)).headers['access-control-allow-origin'],
    undefined,
    'what somebody who is signed in sees is for them',
  )
  await admin.get(`/claims/${draft.id}`).set(json).set(elsewhere).expect(404)
  await reader.get(`/claims/${draft.id}`).set(bearer).set(elsewhere).expect('Access-Control-Allow-Origin', '*')

  const asked = await reader
    .options('/documents')
    .set({ ...elsewhere, 'Access-Control-Request-Method': 'POST', 'Access-Control-Request-Headers': 'authorization' })
    .expect(204)
  const allowed = String(asked.headers['access-control-allow-headers'])
  for (const name of ['Authorization', 'Content-Type', 'If-Match', 'Slug', 'Prefer']) assert.ok(allowed.includes(name))
  const methods = await reader.options('/documents').expect(200)
  assert.deepEqual([methods.headers['allow'], methods.text], ['GET, POST, HEAD, OPTIONS', ''])
  await reader.options('/nothing').expect(404)
})

test('dates are dates, as precise as they are known, and the day of printing is never said to be that of speaking', async () => {
  for (const { method, path, type } of operations) {
    if (method !== 'GET' || !/json/.test(type) || notThere.includes(path)) continue
    const { text } = await admin.get(addressOf(path)).set('Accept', type)
    assert.doesNotMatch(text, /"[^"]*T00:00:00\.000Z"/, path)
  }
  const document = await db.document.findFirstOrThrow({
    where: { state: 'published', versions: { some: { statements: { some: { hops: { some: { saidOn: null } } } } } } },
    include: { versions: { include: { statements: { include: { hops: true } } } } },
  })
  await db.document.update({
    where: { id: document.id },
    data: { publishedOn: new Date('2021-09-01'), publishedPrecision: 'month' },
  })
  const [statement] = document.versions
    .flatMap(({ statements }) => statements)
    .filter((one) => one.state === 'published')
  assert.ok(statement)
  type Dated = { publishedOn: string; saidOn: string | null; id: number; steps: { saidOn: string; when: string }[] }
  const read = async (path: string) =>
    (await admin.get(path).set(json).expect(200)).body as Record<'documents' | 'statements', Dated[]> &
      Record<'document' | 'statement', Dated>
  assert.equal((await read('/documents')).documents.find(({ id }) => id === document.id)?.publishedOn, '2021-09')
  assert.equal((await read(`/documents/${document.id}`)).document.publishedOn, '2021-09')
  const hops = { where: { statementId: statement.id } }
  await db.hop.updateMany({ ...hops, data: { saidOn: null, saidPrecision: null } })
  const line = async () => (await read('/statements')).statements.find(({ id }) => id === statement.id)
  assert.equal((await line())?.saidOn, null, 'it was printed in September')
  await db.hop.updateMany({ ...hops, data: { saidOn: new Date('2021-01-01'), saidPrecision: 'year' } })
  assert.equal((await line())?.saidOn, '2021')
  const [step] = (await read(`/statements/${statement.id}`)).statement.steps
  assert.deepEqual([step?.saidOn, step?.when], ['2021', '2021'])
})

test('every parameter and header has a sentence, and a field that may be left out is not required', () => {
  type Described = {
    parameters: { name: string; in: string; description?: string }[]
    requestBody?: { content: Record<string, { schema: { $ref?: string; required?: string[] } }> }
  }
  const { paths, components } = description as {
    paths: Record<string, Record<string, Described>>
    components: { schemas: Record<string, { required?: string[] }> }
  }
  for (const { method, path, body, example } of operations) {
    const described = paths[path.replace(/:(\w+)/g, '{$1}')]?.[method.toLowerCase()]
    for (const { name, in: place, description: sentence } of described?.parameters ?? [])
      assert.ok(sentence, `${method} ${path}: ${name} in ${place}`)
    const { $ref, required } = described?.requestBody?.content['application/json']?.schema ?? {}
    const named = $ref === undefined ? required : components.schemas[$ref.split('/').pop() ?? '']?.required
    for (const name of named ?? []) {
      const rest = Object.fromEntries(Object.entries(example ?? {}).filter(([field]) => field !== name))
      assert.ok(!body?.safeParse(rest).success, `${method} ${path} does without ${name}`)
    }
  }
})

test('conditions, headers, other types and refusals are described where they are', () => {
  type Answered = { headers?: Record<string, { description: string }>; content?: object; $ref?: string }
  const { paths } = description as { paths: Record<string, Record<string, { responses: Record<string, Answered> }>> }
  const answers = (path: string, method: string) => paths[path]?.[method]?.responses ?? {}
  assert.deepEqual(Object.keys(answers('/annotations/{name}', 'put')).toSorted(), [
    ...['200', '400', '401', '403', '404', '409', '410', '412', '413', '415', '422', '428', '429', 'default'],
  ])
  const removed = answers('/annotations/{name}', 'delete')
  assert.ok(removed['204'] && !removed['204'].content && !removed['200'])
  for (const status of ['410', '412', '428']) assert.ok(removed[status], status)
  const container = answers('/annotations/', 'get')['200']
  assert.deepEqual(Object.keys(container?.content ?? {}), ['application/ld+json', 'application/json', 'text/turtle'])
  for (const name of ['Accept-Post', 'Allow', 'Link', 'ETag', 'Vary', 'Content-Location', 'Preference-Applied'])
    assert.ok(container?.headers?.[name]?.description, name)
  assert.ok(answers('/annotations/', 'post')['201']?.headers?.['Location'])
  assert.ok(answers('/claims/{id}', 'get')['304'] && answers('/claims/{id}', 'get')['410'])
  assert.ok(Object.keys(answers('/claims', 'get')['200']?.content ?? {}).includes('text/csv'))
  assert.ok(answers('/feed.atom', 'get')['200'])
})

test('a parameter that an address does not have is refused, wherever it is, and what others add to links is not', async () => {
  for (const { method, path, takesAny } of operations) {
    if (method !== 'GET' || takesAny) continue
    const address = addressOf(path).replace(/\?.*/, '')
    const { status, text } = await admin.get(`${address}?nonsense=1`).set(json)
    assert.equal(status, 400, path)
    assert.match(text, /nonsense: There is no such parameter/, path)
  }
  for (const address of [
    '/search.json?__proto__=1',
    '/claims?q=a&__proto__[role]=admin',
    '/about/method?%5F_proto__',
  ]) {
    const { text } = await reader.get(address).set(json).expect(400)
    assert.match(text, /__proto__: There is no such parameter/, address)
  }
  assert.match((await reader.get(`/claims/${things['claims']}?nonsense=1`).set('Accept', 'text/html')).text, /nonsense/)
  for (const address of [`/claims/${things['claims']}`, '/about/method'])
    await reader.get(`${address}?utm_source=letter&fbclid=1`).set(json).expect(200)
  await reader.get(`/oembed?dnt=1&url=${config.baseUrl}/claims/${things['claims']}`).expect(200)
})

test('every list has at most as many as `limit` says, up to 200, and says where it goes on', async () => {
  const lists: [path: string, of: (body: Record<string, unknown[]>) => unknown[] | undefined][] = [
    [`/topics/${things['topics']}`, ({ claims }) => claims],
    [`/sources/${things['sources']}`, ({ source }) => (source as unknown as { statements: unknown[] }).statements],
    ['/activity', ({ events }) => events],
    ['/notes', ({ threads }) => threads],
    ['/challenges', ({ challenges }) => challenges],
    ['/sign-ins', ({ signIns }) => signIns],
    ['/claims/duplicates', ({ pairs }) => pairs],
    ['/claim-reviews', ({ dataFeedElement }) => dataFeedElement],
  ]
  let goOn = 0
  for (const [path, of] of lists) {
    const asked = await admin.get(`${path}?limit=1`).set('Accept', 'application/json, application/ld+json').expect(200)
    const body = JSON.parse(asked.text) as Record<string, unknown[]>
    assert.ok((of(body)?.length ?? 2) <= 1, path)
    if (asked.headers['link']?.includes('rel="next"')) goOn++
    await admin.get(`${path}?limit=201`).set(json).expect(400)
  }
  assert.ok(goOn >= 4, `${goOn} go on`)
  const { body } = await reader.get(`/topics/${things['topics']}?limit=1`).set(json).expect(200)
  assert.ok((body as { total: number }).total >= 1)
  await reader.get(`/topics/${things['topics']}?sort=claim`).set(json).expect(400)
})

/** Examples that can't succeed here: they name what is not there, need a secret, or the thing is past it. */
const refusedHere = (status: number, text: string) =>
  [401, 403, 404, 409, 410, 428].includes(status) ||
  (status === 422 && !/cannot be read|Choose one of the list|is needed/.test(text))

test('every example is sent, and the desk can read it', async () => {
  let done = 0
  for (const { method, path, example, may, type, sentAs = [] } of operations) {
    if (!example || path === '/account/password' || path === '/account/sessions/end-everywhere') continue
    const name = method.toLowerCase() as 'post' | 'put'
    const client = may !== null && policy[may].scope !== null ? visitor(app)[name](addressOf(path)).set(bearer) : null
    const request = (client ?? admin[name](addressOf(path))).set('Accept', type)
    const { status, text } = await request
      .set('Content-Type', type === 'application/json' ? type : (sentAs[0] ?? type))
      .send(JSON.stringify(example))
    if (status < 300) done++
    else assert.ok(refusedHere(status, text), `${method} ${path}: ${status} ${text.slice(0, 400)}`)
  }
  assert.ok(done >= 20, `${done} succeed`)
})

test('every example of a body is one that the desk would take', () => {
  for (const { method, path, body, example } of operations) {
    if (!body) continue
    const read = body.safeParse(example)
    assert.ok(read.success, `${method} ${path}: ${read.error?.message}`)
    const described = (description as { paths: Record<string, Record<string, { requestBody?: object }>> }).paths
    assert.ok(described[path.replace(/:(\w+)/g, '{$1}')]?.[method.toLowerCase()]?.requestBody)
  }
})

test('a program brings in a document, records a statement and withdraws it, and each answer is as described', async () => {
  const exampleOf = (route: string) => operations.find(({ method, path }) => `${method} ${path}` === route)?.example
  const send = async (route: string, address: string, status: number) => {
    const answer = await visitor(app).post(address).set(bearer).send(exampleOf(route)).expect(status)
    assert.deepEqual(faults({ route, status, type: 'application/json' }, answer.body), [])
    return answer.body as { id: number; url: string }
  }
  const document = await send('POST /documents', '/documents', 201)
  const path = `/documents/${document.id}/statements`
  const statement = await send('POST /documents/:id/statements', path, 201)
  await send('POST /statements/:id/claims', `/statements/${statement.id}/claims`, 201)
  await send('POST /statements/:id/notes', `/statements/${statement.id}/notes`, 201)
  await send('POST /statements/:id/withdrawal', `/statements/${statement.id}/withdrawal`, 200)
  const refused = await visitor(app).post('/documents').set(bearer).send({ title: 'No text' }).expect(422)
  assert.ok(isProblem(JSON.parse(refused.text)))
  assert.ok((JSON.parse(refused.text) as { errors: object }).errors)
})

test('a list that goes on says where, in its data and in its head', async () => {
  const source = await db.source.findFirstOrThrow()
  await db.topic.createMany({
    data: Array.from({ length: 30 }, (_, i) => ({ name: `Topic ${i}`, folded: `topic ${i}` })),
  })
  const { body, headers } = await admin.get('/topics?q=topic').set(json).expect(200)
  assert.equal(headers['link'], `<${(body as { next: string }).next}>; rel="next"`)
  const last = await admin
    .get((body as { next: string }).next)
    .set(json)
    .expect(200)
  assert.equal((last.body as { next: null }).next, null)
  assert.equal(last.headers['link'], undefined)
  const shown = await reader.get(`/sources/${source.id}`).set(json).expect(200)
  assert.equal((shown.body as { next: null }).next, null)
})

test('every answer to a program says how much it may still ask; beyond that it is told when to go on', async () => {
  const small = await openTestDesk({ environment: { REQUESTS_PER_MINUTE: '3' } })
  try {
    const program = visitor(small.app)
    for (const left of [2, 1, 0]) {
      const { headers } = await program.get('/claims').set(json).expect(200)
      assert.equal(headers['ratelimit-policy'], '"programs";q=3;w=60')
      assert.match(String(headers['ratelimit']), new RegExp(`^"programs";r=${left};t=\\d+$`))
    }
    const refused = await program.get('/claims').set(json).expect(429)
    assert.ok(isProblem(JSON.parse(refused.text)))
    assert.match(String(refused.headers['retry-after']), /^\d+$/)
    const reading = await program.get('/claims').set('Accept', 'text/html').expect(200)
    assert.equal(reading.headers['ratelimit'], undefined, 'people who read are not counted')
  } finally {
    await small.close()
  }
})

test('the page of docs has a command for every operation, and those for readers can be run', async () => {
  const page = load((await reader.get('/about/api').set('Accept', 'text/html').expect(200)).text)
  assert.equal(page('.operation pre').length, operations.length)
  const home = load((await reader.get('/').set('Accept', 'text/html').expect(200)).text)
  assert.equal(home('footer a[href="/about/api"]').length, 1)
  const commands = page('.operation pre')
    .map((_, pre) => page(pre).text())
    .get()
  for (const command of commands.filter((each) => !/TOKEN|-X|\/(setup|invitation|reset)/.test(each))) {
    const [, accept = ''] = /Accept: ([^']+)/.exec(command) ?? []
    const [, address = ''] = /'(http[^']+)'$/.exec(command) ?? []
    const { status } = await reader.get(address.slice(config.baseUrl.length) || '/').set('Accept', accept)
    assert.ok([200, 301, 303, 404, 410].includes(status), `${status} from ${command}`)
  }
})

test('each of the ten things people want runs as the page has it, in the languages that this machine has', async (t) => {
  const server = createServer(app)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  t.after(() => server.close())
  const recipes = listRecipes({ baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}` })
  assert.equal(recipes.length, 10)
  const run = promisify(execFile)
  const options = { timeout: 600_000, env: { ...process.env, TOKEN: token }, cwd: tmpdir() }
  const programs = {
    curl: ['sh', ['-c']],
    python: ['python3', ['-c']],
    r: ['Rscript', ['-e']],
    browser: [process.execPath, ['--input-type=module', '-e']],
  } as const
  for (const { key, label } of languages) {
    const [program, before] = programs[key]
    const asked = key === 'r' ? ['-e', 'library(jsonlite); library(curl)'] : ['--version']
    const isThere = await run(key === 'curl' ? 'curl' : program, asked, options).then(
      () => true,
      () => false,
    )
    await t.test(label, { skip: isThere ? false : `there is no ${program} here, or it lacks a library` }, async () => {
      for (const recipe of recipes) {
        const code = key === 'browser' ? `const TOKEN = process.env.TOKEN\n${recipe.browser}` : recipe[key]
        const { stdout } = await run(program, [...before, code], options)
        if (!recipe.curl.includes('-o ')) assert.ok(stdout.trim().length > 0, `${recipe.wish} in ${label}`)
      }
    })
  }
})

test('every JSON-LD document of the demo has only terms of its vocabularies, each on a type that has it', async () => {
  const contexts: Record<string, object> = {
    'https://schema.org': schemaOrg,
    'http://www.w3.org/ns/anno.jsonld': annotationTerms,
    'http://www.w3.org/ns/ldp.jsonld': ldpTerms,
  }
  const documentLoader = (url: string) => {
    assert.ok(contexts[url], url)
    return Promise.resolve({ document: contexts[url], documentUrl: url })
  }
  const state = 'published' as const
  const ids = async (room: string, rows: Promise<{ id: number }[]>) => (await rows).map(({ id }) => `/${room}/${id}`)
  const select = { id: true } as const
  const [claims, statements, documents, sources, topics] = await Promise.all([
    ids('claims', db.claim.findMany({ where: { state }, select })),
    ids('statements', db.statement.findMany({ where: { state }, select })),
    ids('documents', db.document.findMany({ where: { state }, select })),
    ids('sources', db.source.findMany({ select })),
    ids('topics', db.topic.findMany({ select })),
  ])
  const walked = [
    ...[...claims, ...statements, ...documents, ...sources, ...topics],
    ...[...claims, ...statements].map((path) => `${path}/provenance`),
    ...['/claim-reviews?limit=200', '/annotations/', '/annotations/?iris=1'],
  ]
  const types = new Map<string, number>()
  const faults = new Set<string>()
  let documentsRead = 0
  for (const path of walked) {
    const { status, text } = await reader.get(path).set('Accept', 'application/ld+json')
    if ([404, 410, 301].includes(status)) continue
    assert.equal(status, 200, path)
    documentsRead++
    const options = { documentLoader, safe: true }
    const expanded: unknown = await jsonld.expand(JSON.parse(text) as object, options as unknown as object)
    checkTerms(expanded, path, types, faults)
  }
  assert.deepEqual([...faults], [])
  assert.ok(documentsRead > 30, `${documentsRead} documents`)
  for (const type of ['schema.org/ClaimReview', 'schema.org/Quotation', 'schema.org/DefinedTerm', 'prov#Activity'])
    assert.ok(types.get(`http://${type}`) ?? types.get(`http://www.w3.org/ns/${type}`), type)
})

function checkTerms(value: unknown, path: string, types: Map<string, number>, faults: Set<string>): void {
  if (Array.isArray(value)) return value.forEach((each) => checkTerms(each, path, types, faults))
  if (typeof value !== 'object' || value === null) return
  const node = value as Record<string, unknown>
  const own = (Array.isArray(node['@type']) ? node['@type'] : []) as string[]
  for (const type of own) types.set(type, (types.get(type) ?? 0) + 1)
  const allowed = own.flatMap((type) => [
    ...(propertiesInSchema[inside(type, 'http://schema.org/')] ?? []).map((name) => `http://schema.org/${name}`),
    ...(propertiesInProv[inside(type, 'http://www.w3.org/ns/prov#')] ?? []).map(
      (name) => `http://www.w3.org/ns/prov#${name}`,
    ),
  ])
  for (const [term, inner] of Object.entries(node)) {
    const isOfThese = /schema\.org|ns\/prov#/.test(term)
    if (isOfThese && !allowed.includes(term)) faults.add(`${path}: ${term} on ${own.join(', ')}`)
    if (!isOfThese && !/^@|ns\/(oa|activitystreams|ldp)#|purl\.org\/dc|rdf-schema#|rdf-syntax|foaf/.test(term))
      faults.add(`${path}: ${term}`)
    checkTerms(inner, path, types, faults)
  }
}

function inside(iri: string, vocabulary: string): string {
  return iri.startsWith(vocabulary) ? iri.slice(vocabulary.length) : ''
}
