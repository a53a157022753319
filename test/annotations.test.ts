import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { load } from 'cheerio'
import { Parser } from 'n3'
import request from 'supertest'
import { makeToken } from '../src/accounts/tokens.ts'
import type { TokenScope } from '../src/database/client/enums.ts'
import { openTestDesk } from './support/desk.ts'
import {
  makeAccount,
  makeDocument,
  next,
  noteOn,
  publish,
  recordOn,
  replyOn,
  signIn,
  stateClaim,
  visitor,
} from './support/world.ts'

const { app, db, config, close } = await openTestDesk()
after(close)
const people = {
  editor: await makeAccount(db, 'editor'),
  colleague: await makeAccount(db, 'editor'),
  reviewer: await makeAccount(db, 'reviewer'),
}
const programs = {
  editor: await tokenOf('editor', 'write'),
  colleague: await tokenOf('colleague', 'write'),
  reviewer: await tokenOf('reviewer', 'publish'),
  cautious: await tokenOf('reviewer', 'write'),
  looking: await tokenOf('editor', 'read'),
}
const annoType = 'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"'
const acceptPost = `${annoType}, application/ld+json, application/json, text/turtle`
const base = config.baseUrl

async function tokenOf(who: keyof typeof people, scope: TokenScope): Promise<string> {
  const expiresAt = new Date(Date.now() + 60 * 60 * 1000)
  const { token } = await makeToken(db, { name: 'Archive', scopes: [scope], expiresAt, by: people[who].id })
  return token
}

type Program = keyof typeof programs
const as = (who: Program) => ({ Authorization: `Bearer ${programs[who]}` })
const page = () => `https://coastwire.example/pages/${next()}`
const annotation = (given: object = {}) => ({
  '@context': 'http://www.w3.org/ns/anno.jsonld',
  type: 'Annotation',
  bodyValue: 'Was this measured?',
  target: page(),
  ...given,
})
const send = (who: Program, sent: object | string, path = '/annotations/') =>
  request(app)
    .post(path)
    .set(as(who))
    .set('Content-Type', annoType)
    .send(typeof sent === 'string' ? sent : JSON.stringify(sent))
/** The path of an annotation that was sent, and how it was tagged. */
async function sentBy(who: Program, given: object = {}) {
  const { headers, body } = await send(who, annotation(given)).expect(201)
  return { path: new URL(headers['location'] as string).pathname, etag: headers['etag'] as string, body }
}
const reader = (path: string) => request(app).get(path)

test('a program sends an annotation, and readers get it as it came, under an address here', async () => {
  const sent = annotation({ id: 'http://client.example/7', motivation: 'questioning', canonical: 'urn:uuid:7' })
  const made = await send('reviewer', sent).expect(201)
  const location = made.headers['location'] as string
  assert.ok(location.startsWith(`${base}/annotations/`))
  assert.equal(made.headers['content-location'], location)
  assert.match(made.headers['link'] as string, /oa#Annotation>; rel="type".*ldp#Resource>; rel="type".*constrainedBy/)
  const expected = { ...sent, id: location, via: 'http://client.example/7' }
  assert.deepEqual(made.body, expected)

  const { pathname } = new URL(location)
  const got = await reader(pathname).expect(200)
  assert.equal(got.headers['content-type'], annoType)
  assert.equal(got.headers['etag'], made.headers['etag'])
  assert.doesNotMatch(got.headers['etag'] as string, /^W/)
  assert.equal(got.headers['allow'], 'GET, HEAD, OPTIONS, PUT, DELETE')
  assert.match(got.headers['vary'] as string, /Accept/)
  assert.equal(got.headers['set-cookie'], undefined)
  assert.deepEqual(JSON.parse(String(got.text ?? got.body)), expected)
  await request(app)
    .head(pathname)
    .expect(200)
    .expect('ETag', made.headers['etag'] as string)
  await reader(pathname)
    .set('If-None-Match', made.headers['etag'] as string)
    .expect(304)
})

test('somebody who is signed in sends annotations from the desk’s own pages, and from no other', async () => {
  const browser = await signIn(app, people.editor)
  await browser.post('/annotations/').set('Content-Type', annoType).send(JSON.stringify(annotation())).expect(201)
  const elsewhere = { 'Sec-Fetch-Site': 'cross-site', 'Content-Type': annoType }
  const refused = await browser.post('/annotations/').set(elsewhere).send(JSON.stringify(annotation())).expect(403)
  assert.match(refused.headers['content-type'] as string, /problem\+json/)
})

test('an editor’s annotation is the newsroom’s own until a reviewer has published it', async () => {
  const before = await totalFor()
  const { path } = await sentBy('editor')
  await reader(path).expect(404)
  assert.equal(await totalFor(), before, 'nor is it counted')
  await reader(path).set(as('looking')).expect(200)
  await request(app).post(`${path}/publication`).set(as('editor')).expect(403)
  await request(app).post(`${path}/publication`).set(as('cautious')).expect(403)
  await request(app).post(`${path}/publication`).set(as('reviewer')).expect(200)
  await request(app).post(`${path}/publication`).set(as('reviewer')).expect(200)
  await reader(path).expect(200)
  assert.equal(await totalFor(), before + 1)
  const events = await db.event.findMany({ where: { action: 'annotation_published' } })
  assert.equal(events.length, 1)
})

test('a reviewer’s token that may not publish sends what readers don’t see', async () => {
  const { path } = await sentBy('cautious')
  await reader(path).expect(404)
})

test('readers, and tokens that may only read, send nothing', async () => {
  const { headers } = await request(app).post('/annotations/').send(annotation()).expect(401)
  assert.match(headers['www-authenticate'] as string, /Bearer/)
  await send('looking', annotation()).expect(403)
})

test('an annotation is replaced only by who has seen what it is', async () => {
  const { path, etag, body } = await sentBy('editor', { id: 'http://client.example/8' })
  const put = (who: Program, ifMatch?: string, given: object = {}) => {
    const asked = request(app).put(path).set(as(who)).set('Content-Type', annoType)
    if (ifMatch !== undefined) asked.set('If-Match', ifMatch)
    return asked.send(JSON.stringify({ ...body, bodyValue: 'It was.', ...given }))
  }
  assert.match((await put('editor').expect(428)).text, /If-Match/)
  await put('editor', '"another"').expect(412)
  await put('editor', `W/${etag}`).expect(412)
  await put('colleague', etag).expect(403)
  const done = await put('editor', etag).expect(200)
  assert.notEqual(done.headers['etag'], etag)
  assert.deepEqual(done.body, { ...body, bodyValue: 'It was.' })
  await put('editor', etag).expect(412)
  await put('editor', '*').expect(200)

  for (const other of [{ id: 'http://client.example/9' }, { via: 'http://client.example/9' }]) {
    assert.match((await put('editor', '*', other).expect(409)).text, /stays as it is/)
  }
  assert.match((await put('editor', '*', { target: 9 }).expect(422)).text, /“target” has to be/)
  const event = await db.event.findFirstOrThrow({ where: { action: 'annotation_changed' }, orderBy: { id: 'asc' } })
  assert.match(JSON.stringify(event.before), /Was this measured/, 'what it said stays in its history')
})

test('what an annotation was called elsewhere outlives a change that leaves it out', async () => {
  const { path, body } = await sentBy('editor', { id: 'http://client.example/10', canonical: 'urn:uuid:10' })
  const { id: _, via: __, canonical: ___, ...rest } = body
  const put = request(app).put(path).set(as('editor')).set('If-Match', '*').set('Content-Type', annoType)
  const { body: kept } = await put.send(JSON.stringify(rest)).expect(200)
  assert.deepEqual([kept.via, kept.canonical], ['http://client.example/10', 'urn:uuid:10'])
})

test('once it is published, an annotation is changed and removed only by who may publish', async () => {
  const { path, etag } = await sentBy('editor')
  await request(app).post(`${path}/publication`).set(as('reviewer')).expect(200)
  await request(app).delete(path).set(as('editor')).set('If-Match', etag).expect(403)
  await request(app).delete(path).set(as('cautious')).set('If-Match', etag).expect(403)
  await request(app).delete(path).set(as('reviewer')).set('If-Match', etag).expect(204)
})

test('an annotation that was removed is gone for ever, and its history has it', async () => {
  const slug = { Slug: encodeURI('The_Quay & the Königsufer') }
  const made = await send('reviewer', annotation()).set(slug).expect(201)
  const { pathname } = new URL(made.headers['location'] as string)
  assert.equal(pathname, '/annotations/The_Quay-the-Konigsufer')
  await request(app).delete(pathname).set(as('reviewer')).expect(428)
  await request(app).delete(pathname).set(as('reviewer')).set('If-Match', '"no"').expect(412)
  await request(app)
    .delete(pathname)
    .set(as('reviewer'))
    .set('If-Match', made.headers['etag'] as string)
    .expect(204)
  assert.match((await reader(pathname).expect(410)).text, /removed on/)
  await request(app).delete(pathname).set(as('reviewer')).set('If-Match', '*').expect(410)
  await request(app).put(pathname).set(as('reviewer')).set('If-Match', '*').send(annotation()).expect(410)
  const again = await send('reviewer', annotation()).set(slug).expect(201)
  assert.notEqual(again.headers['location'], made.headers['location'], 'its address is given to no other')
  const event = await db.event.findFirstOrThrow({ where: { action: 'annotation_removed' }, orderBy: { id: 'desc' } })
  assert.match(JSON.stringify(event.before), /Was this measured/)
  await assert.rejects(db.annotation.deleteMany(), /never deleted/)
})

test('readers are not told that there was an annotation which they never saw', async () => {
  const { path } = await sentBy('editor')
  await request(app).delete(path).set(as('editor')).set('If-Match', '*').expect(204)
  await reader(path).expect(404)
  await reader(path).set(as('looking')).expect(410)
})

test('names that are the desk’s own, or none, are not given', async () => {
  for (const Slug of ['statement-12', 'note-7', '…', '%E0%A4%A', 'x'.repeat(3000)]) {
    const { headers } = await send('editor', annotation())
      .set({ Slug: encodeURI(Slug) })
      .expect(201)
    assert.match(headers['location'] as string, /\/annotations\/[A-Za-z0-9_-]{1,80}$/)
    assert.doesNotMatch(headers['location'] as string, /(statement|note)-\d+$/)
  }
})

test('what is no annotation gets a sentence that says why, and is not stored', async () => {
  const before = await db.annotation.count()
  const faults: [sent: string, status: number, sentence: RegExp][] = [
    ['{"type": "Annotation"', 400, /not valid JSON/],
    ['"Annotation"', 400, /not valid JSON/],
    ['[]', 422, /one annotation/],
    ['{}', 422, /“@context”.*“type”.*“target”/],
    [JSON.stringify(annotation({ bodyValue: 'a\ud800b' })), 422, /half of one/],
    [JSON.stringify(annotation({ bodyValue: 'a\0b' })), 422, /NUL/],
    [JSON.stringify(annotation({ target: `https://example.org/${'x'.repeat(3000)}` })), 422, /at most 2000/],
    [JSON.stringify(annotation({ bodyValue: 'x'.repeat(1_100_000) })), 413, /too large/],
    [`{"body": ${'['.repeat(100_000)}${']'.repeat(100_000)}}`, 400, /50 levels/],
    [JSON.stringify(annotation({ created: '2026-13-45T25:00:00Z' })), 422, /“created” has to be a time/],
    [JSON.stringify({ ...annotation(), body: 'urn:x:y' }), 422, /one or the other/],
  ]
  for (const [sent, status, sentence] of faults) {
    const { text, headers } = await send('editor', sent).expect(status)
    assert.match(text, sentence)
    assert.match(headers['content-type'] as string, /problem\+json/)
  }
  await request(app).post('/annotations/').set(as('editor')).expect(422)
  const wrong = request(app).post('/annotations/').set(as('editor'))
  const { text, headers } = await wrong.set('Content-Type', 'text/n3').send('<a> a <b> .').expect(415)
  assert.match(text, /ld\+json/)
  assert.equal(headers['accept-post'], acceptPost)
  await request(app).post('/annotations/').set(as('editor')).type('form').send({ type: 'Annotation' }).expect(415)
  assert.equal(await db.annotation.count(), before)
})

test('fields of forms in an annotation are kept as they came', async () => {
  const { path } = await sentBy('reviewer', { once: 'upon a time' })
  assert.equal((await got(path)).once, 'upon a time')
})

test('the container says what it is, in the form that was preferred', async () => {
  for (const _ of [1, 2, 3]) await sentBy('reviewer')
  const include = (...iris: string[]) => ({ Prefer: `return=representation;include="${iris.join(' ')}"` })
  const [minimal, iris, whole] = [
    'http://www.w3.org/ns/ldp#PreferMinimalContainer',
    'http://www.w3.org/ns/oa#PreferContainedIRIs',
    'http://www.w3.org/ns/oa#PreferContainedDescriptions',
  ] as const

  const plain = await reader('/annotations/').expect(200)
  assert.equal(plain.headers['content-type'], annoType)
  assert.match(plain.headers['link'] as string, /ldp#BasicContainer>; rel="type".*constrainedBy/)
  assert.equal(plain.headers['allow'], 'GET, HEAD, OPTIONS, POST')
  assert.equal(plain.headers['accept-post'], acceptPost)
  assert.match(plain.headers['vary'] as string, /Accept,.* Prefer/)
  assert.equal(plain.headers['preference-applied'], undefined)
  assert.match(plain.headers['etag'] as string, /^"/)
  const container = plain.body
  assert.deepEqual(container.type, ['BasicContainer', 'AnnotationCollection'])
  assert.equal(container.id, `${base}/annotations/`)
  assert.equal(container.first.items.length, container.total)
  assert.equal(container.first.items[0].type, 'Annotation')
  assert.equal(container.first.partOf, container.id, 'a page says what it is part of inside of it, too')
  const { body: onePage } = await reader('/annotations/?iris=0&page=0').expect(200)
  for (const items of [container.first.items, onePage.items] as object[][])
    assert.ok(items.every((item) => '@context' in item))

  const least = await reader('/annotations/').set(include(minimal)).expect(200)
  assert.equal(least.headers['preference-applied'], 'return=representation')
  assert.deepEqual(
    [least.body.first, least.body.last],
    [`${base}/annotations/?iris=0&page=0`, `${base}/annotations/?iris=0&page=0`],
  )
  const both = await reader('/annotations/').set(include(minimal, iris)).expect(200)
  assert.equal(both.body.id, `${base}/annotations/?iris=1`, 'its pages list addresses')
  assert.equal(both.headers['content-location'], both.body.id)
  assert.equal(both.body.first, `${base}/annotations/?iris=1&page=0`)

  const named = await reader('/annotations/').set(include(iris)).expect(200)
  assert.equal(named.headers['content-location'], `${base}/annotations/?iris=1`)
  assert.equal(named.body.id, `${base}/annotations/?iris=1`)
  assert.ok(named.body.first.items.every((it: unknown) => typeof it === 'string'))
  const described = await reader('/annotations/').set(include(whole)).expect(200)
  assert.equal(described.headers['content-location'], `${base}/annotations/?iris=0`)
  assert.equal(typeof described.body.first.items[0], 'object')

  const odd = await reader('/annotations/').set(include(iris, whole)).expect(200)
  assert.equal(odd.headers['preference-applied'], undefined, 'one or the other')
  await reader('/annotations').expect(308).expect('Location', '/annotations/')
  await reader('/annotations/').set('Accept', 'application/rdf+xml').expect(406)
  await reader('/annotations/')
    .set('Accept', 'application/json')
    .expect('Content-Type', /^application\/json/)
  await request(app).put('/annotations/').set(as('editor')).send(annotation()).expect(405)
})

test('a program that reads RDF gets Turtle, in the same state and under the same conditions', async () => {
  const { path, etag } = await sentBy('reviewer', { creator: { type: 'Person', name: 'Ansel <Quay> "Desk"' } })
  const rdflib = 'text/turtle, application/rdf+xml;q=0.9, application/ld+json;q=0.8, */*;q=0.1'
  const { text, headers } = await reader(path).set('Accept', rdflib).expect(200)
  assert.equal(headers['content-type'], 'text/turtle; charset=utf-8')
  const triples = new Parser({ format: 'text/turtle' }).parse(text)
  const has = (predicate: string, object: string) =>
    triples.some((one) => one.predicate.value.endsWith(predicate) && one.object.value === object)
  assert.ok(triples.some((one) => one.subject.value === base + path && one.object.value.endsWith('oa#Annotation')))
  assert.ok(has('oa#bodyValue', 'Was this measured?') && has('foaf/0.1/name', 'Ansel <Quay> "Desk"'))
  assert.notEqual(headers['etag'], etag, 'other bytes')
  await reader(path).set('Accept', 'text/turtle').set('If-None-Match', String(headers['etag'])).expect(304)
  const changedAsTurtle = request(app).put(path).set(as('reviewer')).set('If-Match', String(headers['etag']))
  await changedAsTurtle
    .set('Content-Type', annoType)
    .send(annotation({ bodyValue: 'It was.' }))
    .expect(200)

  const container = await reader('/annotations/').set('Accept', 'text/turtle').expect(200)
  assert.match(String(container.headers['vary']), /Accept.*Prefer/)
  assert.equal(container.headers['content-location'], `${base}/annotations/`)
  const listed = new Parser({ format: 'text/turtle' }).parse(container.text)
  for (const type of ['ldp#BasicContainer', 'activitystreams#OrderedCollection', 'oa#Annotation'])
    assert.ok(
      listed.some((one) => one.object.value.endsWith(type)),
      type,
    )
  for (const prefer of ['iris=1&page=0', 'iris=0&page=0'])
    await reader(`/annotations/?${prefer}`)
      .set('Accept', 'text/turtle')
      .expect('Content-Type', /turtle/)
      .expect(200)

  const odd = await sentBy('reviewer', { '@context': ['http://www.w3.org/ns/anno.jsonld', { name: { '@id': 7 } }] })
  assert.match((await reader(odd.path).set('Accept', 'text/turtle').expect(406)).text, /context/)
  await reader('/annotations/?iris=0&page=0').set('Accept', 'text/turtle').expect(200)
  const strange = ['http://www.w3.org/ns/anno.jsonld', 'https://elsewhere.example/context']
  const other = await sentBy('reviewer', { '@context': strange })
  await reader(other.path).set('Accept', 'text/turtle').expect(200)
})

test('an annotation is sent and changed as Turtle, validated like every other, and nothing of it is lost', async () => {
  const prefixes = ['oa', 'as']
    .map((name) => `@prefix ${name}: <http://www.w3.org/ns/${turtleNames[name]}#> .`)
    .join(' ')
  const turtle = (sent: string) => `${prefixes} @prefix dcterms: <http://purl.org/dc/terms/> .\n${sent}`
  const post = (sent: string) =>
    request(app).post('/annotations/').set(as('reviewer')).set('Content-Type', 'text/turtle').send(turtle(sent))
  const on = (selector: string) =>
    `oa:hasTarget [ oa:hasSource <https://coastwire.example/quay>; oa:hasSelector ${selector} ]`
  const sent = `<> a oa:Annotation; oa:motivatedBy oa:commenting; oa:bodyValue "Hm";
    <https://elsewhere.example/p> "kept"; ${on('[ a oa:TextPositionSelector; oa:start 5; oa:end 12 ]')} .`
  const made = await post(sent).expect(201)
  const { '@context': context, id, ...rest } = made.body as Record<string, unknown>
  assert.equal(context, 'http://www.w3.org/ns/anno.jsonld')
  assert.equal(id, made.headers['location'])
  assert.deepEqual(rest, {
    type: 'Annotation',
    motivation: 'commenting',
    bodyValue: 'Hm',
    'https://elsewhere.example/p': 'kept',
    target: {
      source: 'https://coastwire.example/quay',
      selector: { type: 'TextPositionSelector', start: 5, end: 12 },
    },
  })
  const { pathname } = new URL(String(id))
  const changed = await request(app)
    .put(pathname)
    .set({ ...as('reviewer'), 'If-Match': String(made.headers['etag']), Accept: 'text/turtle' })
    .set('Content-Type', 'text/turtle; charset=utf-8')
    .send(turtle(`<> a oa:Annotation; oa:bodyValue "So it is"; oa:hasTarget <https://coastwire.example/quay> .`))
    .expect(200)
    .expect('Content-Type', /^text\/turtle/)
  assert.match(changed.text, /So it is/, 'as the client asked for it')
  assert.equal(((await reader(pathname)).body as { bodyValue: string }).bodyValue, 'So it is')
  assert.equal(
    (await post('[] a oa:Annotation; oa:hasTarget <../claims/1> .').expect(201)).body.target,
    `${base}/claims/1`,
  )
  const named = '<https://elsewhere.example/a> a oa:Annotation; oa:hasTarget <https://coastwire.example/quay> .'
  assert.equal((await post(named).expect(201)).body.via, 'https://elsewhere.example/a')

  const target = 'oa:hasTarget <https://coastwire.example/quay>'
  const before = await db.annotation.count()
  for (const [bad, fault] of [
    ['<> a oa:Annotation; ', /not valid Turtle.*line 2/],
    ['<> a oa:TextualBody .', /no annotation in this/],
    [
      `<a> a oa:Annotation; ${target} . <b> a oa:Annotation; ${target} .`,
      /These are 2 annotations. Send them one by one/,
    ],
    [`<> a oa:Annotation; ${target} . <https://b.example/> a oa:List .`, /does not lead to <https:\/\/b.example\/>/],
    [`<> a oa:Annotation; oa:hasTarget _:a; oa:hasBody _:a . _:a oa:hasSource <https://b.example/> .`, /there twice/],
    [`<> a oa:Annotation; oa:hasTarget <#from-1> .`, /has no address yet/],
    [`<> a oa:Annotation; oa:hasTarget "https://b.example/" .`, /“target” \(oa:hasTarget\) has to be a thing/],
    [`<> a oa:Annotation; ${target}; dcterms:created "today" .`, /“created” .*dateTime/],
    [
      `<> a oa:Annotation; ${on('[ a oa:TextPositionSelector; oa:start -5; oa:end 12 ]')} .`,
      /“target.selector.start” has to/,
    ],
    [`<> a oa:Annotation .`, /“target” is missing/],
    [`<> a oa:Annotation; ${on('[ oa:refinedBy '.repeat(60) + '[]' + ']'.repeat(60))} .`, /nested more than 50/],
    [`<> a oa:Annotation; oa:hasTarget ${Array.from({ length: 600 }, (_, i) => `<u:${i}>`).join()} .`, /601 triples/],
    [`<> a oa:Annotation; oa:hasTarget << <a> <b> <c> >> .`, /Send it as application\/ld\+json/],
  ] as const) {
    const { text } = await post(bad)
      .expect(422)
      .expect('Content-Type', /problem/)
    assert.match(text, fault, bad)
  }
  assert.equal(await db.annotation.count(), before, 'nothing of it is stored')
  await request(app).post('/annotations/').type('text/turtle').send(turtle(sent)).expect(401)
})

const turtleNames: Record<string, string> = { oa: 'oa', as: 'activitystreams' }

test('the container takes annotations only, whatever else a client asks it to be', async () => {
  const link = (type: string) => `<http://www.w3.org/ns/ldp#${type}>; rel="type"`
  for (const type of ['BasicContainer', 'NonRDFSource'])
    assert.match((await send('editor', annotation()).set('Link', link(type)).expect(409)).text, /nothing else/)
  const made = await send('editor', annotation()).set('Link', link('Resource')).expect(201)
  assert.match(
    String(made.headers['link']),
    /ldp#BasicContainer>; rel="type"; anchor=".*\/annotations\/".*oa#Annotation/,
  )
})

test('a preference is read whatever the order of its parameters', async () => {
  const [iris, whole, containment] = [
    'http://www.w3.org/ns/oa#PreferContainedIRIs',
    'http://www.w3.org/ns/oa#PreferContainedDescriptions',
    'http://www.w3.org/ns/ldp#PreferContainment',
  ]
  for (const [prefer, form] of [
    [`return=representation;omit="${whole}";include="${iris}"`, 'addresses'],
    [`return=representation; include="${iris}"; omit="${whole}"`, 'addresses'],
    [`respond-async, return=representation; omit="${whole}"`, 'addresses'],
    [`return="representation";omit="${iris}"`, 'annotations'],
    [`return=representation;omit="${containment}"`, 'none'],
    [`return=representation;omit="${iris} ${whole}"`, 'none'],
    [`return=minimal;include="${iris}"`, 'not applied'],
    [`x="return=representation;include=${iris}"`, 'not applied'],
  ] as const) {
    const { headers, body } = await reader('/annotations/').set('Prefer', prefer).expect(200)
    assert.equal(headers['preference-applied'], form === 'not applied' ? undefined : 'return=representation', prefer)
    const first = (body as Got).first as unknown
    const [item] = typeof first === 'string' ? [] : (first as Got['first']).items
    const got = typeof first === 'string' ? 'none' : typeof item === 'string' ? 'addresses' : 'annotations'
    assert.equal(got, form === 'not applied' ? 'annotations' : form, prefer)
  }
})

test('every answer says what is at the address and which rules it has, refusals too', async () => {
  const [resource, container, one] = ['ldp#Resource', 'ldp#BasicContainer', 'oa#Annotation']
  const { path } = await sentBy('reviewer')
  const asks: [request.Test, number, string][] = [
    [reader('/annotations/'), 200, container],
    [reader('/annotations/').set('Accept', 'text/html'), 406, container],
    [request(app).options('/annotations/'), 200, container],
    [request(app).delete('/annotations/').set(as('editor')), 405, container],
    [send('editor', '{"type"'), 400, container],
    [send('editor', '{}'), 422, container],
    [request(app).post('/annotations/').set(as('editor')).type('application/rdf+xml').send('<a/>'), 415, container],
    [request(app).post('/annotations/').send(annotation()), 401, container],
    [reader('/annotations/?page=x'), 400, resource],
    [reader('/annotations/?page=0'), 200, resource],
    [reader(path), 200, one],
    [reader(path).set('Accept', 'image/png'), 406, one],
    [request(app).put(path).set(as('reviewer')).send(annotation()), 428, one],
    [reader('/annotations/nothing'), 404, one],
  ]
  for (const [ask, status, type] of asks) {
    const { headers } = await ask.expect(status)
    if (type === container) assert.match(String(headers['etag']), /^"/, `${status} has an entity tag`)
    const link = String(headers['link'])
    for (const each of [type, resource]) assert.ok(link.includes(`${each}>; rel="type"`), `${status}: ${link}`)
    assert.match(
      link,
      /<http:\/\/www\.w3\.org\/TR\/annotation-protocol\/>; rel="http:\/\/www\.w3\.org\/ns\/ldp#constrainedBy"/,
    )
  }
})

test('OPTIONS answers 200 with the methods and no body; nothing is sent to a page of the container', async () => {
  const asked = await request(app).options('/annotations/').expect(200)
  assert.equal(asked.headers['etag'], (await reader('/annotations/')).headers['etag'])
  const { path, etag } = await sentBy('reviewer')
  await request(app).options(path).expect(200).expect('ETag', etag)
  assert.equal(asked.headers['content-length'], '0')
  assert.match(String(asked.headers['content-type']), /ld\+json/, 'the protocol’s own tests read it')
  const page = await send('editor', annotation(), '/annotations/?page=0').expect(405)
  assert.equal(page.headers['allow'], 'GET, HEAD, OPTIONS')
  await request(app).options('/annotations/?page=0').expect(200).expect('Allow', 'GET, HEAD, OPTIONS')
})

async function topicOf(claimId: number) {
  return (await db.claimTopic.findFirstOrThrow({ where: { claimId }, include: { topic: true } })).topic
}

test('the container says when something in it last changed, and the pages of things name it', async () => {
  const { path } = await sentBy('reviewer')
  const made = await db.annotation.findUniqueOrThrow({ where: { name: path.split('/').pop() ?? '' } })
  const modified = async () => Date.parse(((await got('/annotations/')) as unknown as { modified: string }).modified)
  const first = await modified()
  assert.ok(first >= (made.publishedAt?.getTime() ?? Infinity))
  await sentBy('editor')
  assert.equal(await modified(), first, 'readers do not hear of what they do not see')
  await request(app).delete(path).set(as('reviewer')).set('If-Match', '*').expect(204)
  assert.ok((await modified()) > first)

  const document = await makeDocument(db)
  const tagged = await recordOn(db, document.id)
  const claim = await stateClaim(db, tagged.id, { topics: `Quays ${next()}` })
  await publish(db, document.id, { claimIds: [claim.id] })
  const topic = await topicOf(claim.id)
  const link = `<${base}/annotations/>; rel="http://www.w3.org/ns/oa#annotationService"`
  for (const at of [`/documents/${document.id}`, `/documents/${document.id}/versions/1`, `/topics/${topic.id}`]) {
    const { headers } = await reader(at).redirects(1).expect(200)
    assert.ok(String(headers['link']).includes(link), at)
  }
  for (const at of ['/documents/99999', '/claims', '/'])
    assert.doesNotMatch(String((await reader(at)).headers['link']), /annotationService/, at)
})

test('selectors count in what their source answers to who asks for plain text', async () => {
  const document = await makeDocument(db)
  const { id } = await recordOn(db, document.id, { quote: 'The quay is sinking' })
  await publish(db, document.id)
  const { target } = await got(`/annotations/statement-${id}`)
  const { source, selector } = target as unknown as { source: string; selector: { start: number; end: number }[] }
  const { pathname } = new URL(source)
  const { text, headers } = await reader(pathname).set('Accept', 'text/plain').expect(200)
  assert.match(String(headers['content-type']), /^text\/plain; charset=utf-8/)
  assert.equal([...text].slice(selector[1]?.start, selector[1]?.end).join(''), 'The quay is sinking')
  assert.equal((await reader(pathname).set('Accept', 'text/html, text/plain;q=0.5').expect(200)).type, 'text/html')
  assert.match((await reader(pathname).set('Accept', 'image/png').expect(406)).text, /text\/plain/)
})

test('every annotation is on exactly one page, and the pages lead to one another', async () => {
  const account = people.reviewer.id
  await db.annotation.createMany({
    data: Array.from({ length: 60 }, (_, i) => ({
      name: `many-${i}`,
      kind: 'Annotation' as const,
      content: annotation(),
      accountId: account,
      publishedAt: new Date(),
    })),
  })
  const seen: string[] = []
  const { last, total } = await got('/annotations/?iris=1')
  let at: string | undefined = `${base}/annotations/?iris=1&page=0`
  let previous: string | undefined
  while (at) {
    const { headers, body }: request.Response = await reader(at.slice(base.length)).expect(200)
    assert.equal(headers['allow'], 'GET, HEAD, OPTIONS')
    assert.equal(body.id, at)
    assert.equal(body.type, 'AnnotationPage')
    assert.equal(body.startIndex, seen.length)
    assert.equal(body.prev, previous)
    assert.deepEqual([body.partOf.id, body.partOf.total], [`${base}/annotations/`, total])
    seen.push(...(body.items as string[]))
    if (!body.next) assert.equal(at, last)
    previous = at
    at = body.next
  }
  assert.equal(seen.length, total)
  assert.equal(new Set(seen).size, total)
  await reader('/annotations/?page=99').expect(404)
  for (const bad of ['page=-1', 'page=x', 'iris=2', 'page=1e99', 'target=', 'exact=words', 'target[a]=b']) {
    assert.match((await reader(`/annotations/?${bad}`).expect(400)).headers['content-type'] as string, /problem/)
  }
})

test('other sites’ pages may read, and are told what they may ask', async () => {
  const { path } = await sentBy('reviewer')
  for (const at of [path, '/annotations/', '/annotations/nothing']) {
    const { headers } = await reader(at).set('Origin', 'https://elsewhere.example')
    assert.equal(headers['access-control-allow-origin'], '*')
    assert.match(headers['access-control-expose-headers'] as string, /ETag.*Link.*Preference-Applied/)
  }
  const asked = await request(app).options('/annotations/').set('Origin', 'https://elsewhere.example').expect(200)
  assert.equal(asked.headers['allow'], 'GET, HEAD, OPTIONS, POST')
  assert.equal(asked.headers['accept-post'], acceptPost)
  const one = await request(app).options(path).expect(200)
  assert.equal(one.headers['allow'], 'GET, HEAD, OPTIONS, PUT, DELETE')
  await request(app).options('/annotations/nothing').expect(404)
})

test('a published statement is an annotation on its words in the stored version', async () => {
  const document = await makeDocument(db)
  const { id } = await recordOn(db, document.id, { quote: 'Not one container ship […] The quay is sinking' })
  const path = `/annotations/statement-${id}`
  await reader(path).expect(404)
  await reader(path).set(as('looking')).expect(404)
  await publish(db, document.id)
  const { headers, body } = await reader(path).expect(200)
  assert.equal(headers['allow'], 'GET, HEAD, OPTIONS')
  assert.match(headers['etag'] as string, /^"/)
  assert.equal(body.body[0].value, 'Lena Okafor said to reporters in Port Ansel → published by Coast Wire')
  const [first, second] = body.target
  const text = [...document.text.content]
  const version = `${base}/documents/${document.id}/versions/1`
  for (const { source, selector, state, scope } of [first, second]) {
    const quote = selector[0] as { exact: string; prefix: string; suffix: string }
    const position = selector[1] as { start: number; end: number }
    assert.equal(source, version)
    assert.deepEqual([state.type, state.cached, scope], ['TimeState', version, document.url])
    assert.equal(text.slice(position.start, position.end).join(''), quote.exact)
    assert.equal(text.slice(position.start - quote.prefix.length, position.start).join(''), quote.prefix)
    assert.equal(text.slice(position.end, position.end + 32).join(''), quote.suffix)
  }
  assert.equal(first.selector[0].exact, 'Not one container ship')

  for (const method of ['put', 'delete'] as const) {
    const asked = request(app)[method](path).set(as('reviewer')).set('If-Match', '*')
    const refused = await (method === 'put' ? asked.send(annotation()) : asked).expect(405)
    assert.equal(refused.headers['allow'], 'GET, HEAD, OPTIONS')
  }
  await request(app).put(path).send(annotation()).expect(401)
  await request(app).options(path).expect(200).expect('Allow', 'GET, HEAD, OPTIONS')
})

test('the annotation of a statement that was withdrawn is gone like its page, and so is its provenance', async () => {
  const document = await makeDocument(db)
  const { id } = await recordOn(db, document.id)
  await publish(db, document.id)
  const reviewer = await signIn(app, people.reviewer)
  await reviewer.post(`/statements/${id}/withdrawal`).type('form').send({ reason: 'It was misheard' }).expect(303)
  for (const at of [`/annotations/statement-${id}`, `/statements/${id}/provenance`, `/statements/${id}/picture.png`])
    assert.match((await reader(at).expect(410)).text, /This statement was withdrawn. Because: It was misheard/, at)
  const unseen = await recordOn(db, (await makeDocument(db)).id)
  await reader(`/annotations/statement-${unseen.id}`).expect(404)
})

test('what programs sent shows on the desk and, once it is public, on the page it is about', async () => {
  const document = await makeDocument(db)
  const statement = await recordOn(db, document.id, { quote: 'The quay is sinking' })
  const claim = await stateClaim(db, statement.id, { topics: `Harbours ${next()}` })
  await publish(db, document.id, { claimIds: [claim.id] })
  const topic = await topicOf(claim.id)
  const hostile = '<script>alert(1)</script><b>Bold</b>'
  const { path } = await sentBy('editor', {
    creator: { type: 'Person', name: 'Mara <i>Quill</i>' },
    bodyValue: undefined,
    body: [
      { type: 'TextualBody', value: hostile },
      { id: 'https://elsewhere.example/why' },
      { id: 'javascript:alert(1)' },
    ],
    target: {
      source: `${base}/documents/${document.id}/versions/1`,
      selector: { type: 'TextQuoteSelector', exact: 'quay <had> moved' },
    },
  })
  const about = [`/documents/${document.id}`, `/documents/${document.id}/desk`]
  const editor = await signIn(app, people.editor)
  const section = async (from: Pick<typeof editor, 'get'>, at: string) => {
    const { text } = await from.get(at).set('Accept', 'text/html').redirects(1).expect(200)
    return load(text)('[aria-labelledby="sent"]')
  }
  for (const at of about) {
    const shown = await section(editor, at)
    assert.equal(shown.find('h2, h3').text(), 'Sent by programs', at)
    assert.equal(shown.find('blockquote').text(), '“quay <had> moved”')
    assert.ok(shown.text().includes(hostile) && shown.text().includes('By Mara <i>Quill</i>.'))
    assert.ok(shown.text().includes(`Sent by ${people.editor.name}`))
    assert.equal(shown.find('script, b, i').length, 0)
    assert.deepEqual(
      shown
        .find('a')
        .map((_, a) => load(a)('a').attr('href'))
        .get(),
      ['https://elsewhere.example/why', path],
    )
    assert.equal(shown.find('.state').text(), 'Not public')
  }
  assert.equal((await section(visitor(app), `/documents/${document.id}`)).length, 0)
  await editor.post(`${path}/publication`).type('form').set('Accept', 'text/html').send({}).expect(403)
  await visitor(app).post(`${path}/publication`).type('form').set('Accept', 'text/html').send({ a: 'b' }).expect(303)
  const reviewer = await signIn(app, people.reviewer)
  for (const at of about) {
    const form = (await section(reviewer, at)).find('form')
    assert.deepEqual(
      [form.attr('action'), form.find('button').text()],
      [`${path}/publication`, `Publish: annotation ${path.slice(13)}`],
    )
    assert.equal((await section(editor, at)).find('form').length, 0, 'only who may publish')
  }
  const once = (await section(reviewer, `/documents/${document.id}`)).find('[name=once]').attr('value')
  const pressed = await reviewer
    .post(`${path}/publication`)
    .type('form')
    .set('Accept', 'text/html')
    .send({ once })
    .expect(303)
  assert.equal(pressed.headers['location'], `/documents/${document.id}`)
  assert.match(
    (await reviewer.get(`/documents/${document.id}`).redirects(1).expect(200)).text,
    /The annotation is published/,
  )
  assert.equal((await section(reviewer, `/documents/${document.id}`)).find('form').length, 0)
  assert.equal(
    await db.event.count({
      where: { action: 'annotation_published', after: { path: ['told'], equals: path.slice(13) } },
    }),
    1,
  )
  const seen = await section(visitor(app), `/documents/${document.id}`)
  assert.deepEqual([seen.find('li').length, seen.find('.state').length], [1, 0])

  for (const [at, target] of [
    [`/documents/${document.id}`, document.url],
    [`/statements/${statement.id}`, `${base}/statements/${statement.id}#step-1`],
    [`/statements/${statement.id}`, `${base}/annotations/statement-${statement.id}`],
    [`/claims/${claim.id}`, `${base}/claims/${claim.id}`],
    [`/sources/${document.publisherId}`, `${base}/sources/${document.publisherId}`],
    [`/topics/${topic.id}`, `${base}/topics/${topic.id}`],
  ] as const) {
    const before = (await section(visitor(app), at)).find('li').length
    const one = await sentBy('reviewer', { target })
    assert.equal((await section(visitor(app), at)).find('li').length, before + 1, `${at}: ${target}`)
    await request(app).delete(one.path).set(as('reviewer')).set('If-Match', '*').expect(204)
    assert.equal((await section(visitor(app), at)).find('li').length, before)
  }
})

test('notes for readers are annotations, internal ones are not, and those withdrawn are gone', async () => {
  const document = await makeDocument(db)
  await publish(db, document.id)
  const by = people.reviewer.id
  const passage = { passage: true, quote: 'quay had moved four centimetres', kind: 'question' as const }
  const open = await noteOn(db, { documentId: document.id }, { by, visibility: 'public', ...passage })
  const reply = await replyOn(db, open.id, { by, visibility: 'public' })
  const inside = await noteOn(db, { documentId: document.id }, { by })

  const note = await got(`/annotations/note-${open.id}`)
  assert.equal(note.motivation, 'questioning')
  assert.equal(note.creator.name, people.reviewer.name)
  assert.equal(note.body.value, 'Ask the Harbour Authority for the measurements.')
  assert.equal(note.target.selector[0].exact, 'quay had moved four centimetres')
  assert.equal((await got(`/annotations/note-${reply.id}`)).target, `${base}/annotations/note-${open.id}`)
  await reader(`/annotations/note-${inside.id}`).expect(404)
  await reader(`/annotations/note-${inside.id}`).set(as('looking')).expect(404)

  const reviewer = await signIn(app, people.reviewer)
  await reviewer.post(`/notes/${open.id}/withdrawal`).type('form').send({ reason: 'Answered' }).expect(303)
  assert.match((await reader(`/annotations/note-${open.id}`).expect(410)).text, /Answered/)
  const { items } = (await got(`/annotations/?iris=1&target=${base}/documents/${document.id}`)).first
  assert.deepEqual(items, [`${base}/annotations/note-${reply.id}`])
})

test('“is there already an annotation here?” is answered by address and by words', async () => {
  const document = await makeDocument(db)
  const by = people.reviewer.id
  const { id } = await recordOn(db, document.id, { quote: 'The quay is sinking' })
  const other = await recordOn(db, document.id, { quote: 'The closure reportedly costs 40 million' })
  await publish(db, document.id)
  const source = `${base}/documents/${document.id}/versions/1`
  const selector = [{ type: 'TextQuoteSelector', exact: '100 % of the quay_' }]
  const { body } = await sentBy('reviewer', { target: { source: `${source}#from-1`, selector } })
  await sentBy('editor', { target: { source, selector } })
  const note = await noteOn(db, { statementId: id }, { by, visibility: 'public' })
  const name = (it: string) => `${base}/annotations/${it}`

  const found = async (target: string, exact?: string) => {
    const query = new URLSearchParams({ target, ...(exact !== undefined && { exact }), iris: '1' })
    const { body: answer } = await reader(`/annotations/?${query}`).expect(200)
    assert.equal(answer.type, 'AnnotationCollection')
    assert.equal(answer.total, answer.first?.items.length ?? 0)
    return (answer.first?.items ?? []) as string[]
  }
  const here = [name(`statement-${id}`), name(`statement-${other.id}`), body.id]
  assert.deepEqual(await found(source), here)
  assert.deepEqual(await found(`${base}/documents/${document.id}-any-words`), here.slice(0, 2))
  assert.deepEqual(await found(String(document.url)), here.slice(0, 2))
  assert.deepEqual(await found(source, 'The quay is sinking'), [name(`statement-${id}`)])
  assert.deepEqual(await found(source, '100 % of the quay_'), [body.id])
  assert.deepEqual(await found(source, '100 _ of the quay%'), [])
  assert.deepEqual(await found(`${base}/statements/${id}`), [name(`note-${note.id}`)])
  assert.deepEqual(await found('https://nowhere.example/'), [])
  assert.deepEqual(await found(`${base}/documents/999999999/versions/999999999`), [])

  const query = new URLSearchParams({ target: source, page: '0' })
  const { body: first } = await reader(`/annotations/?${query}`).expect(200)
  assert.equal(first.items.length, 3)
  assert.equal(new URL(first.id as string).searchParams.get('target'), source)
})

test('nobody gets a page where the protocol is spoken', async () => {
  const refused = await visitor(app).post('/annotations/').set('Accept', 'text/html').send({}).expect(401)
  assert.match(refused.headers['content-type'] as string, /problem\+json/)
  await reader('/annotations/nothing')
    .set('Accept', 'text/html,*/*')
    .expect(404)
    .expect('Content-Type', /problem/)
})

/** What a test knows of answers before it looks. */
type Got = {
  total: number
  motivation: string
  last: string
  once: string
  creator: { name: string }
  body: { value: string }
  target: { selector: [{ exact: string }] }
  first: { items: unknown[] }
}

async function got(path: string): Promise<Got> {
  return (await reader(path).expect(200)).body as Got
}

async function totalFor(): Promise<number> {
  return (await got('/annotations/')).total
}
