import assert from 'node:assert/strict'
import type { IncomingMessage } from 'node:http'
import { after, test } from 'node:test'
import fc from 'fast-check'
import { chooseFormat, type Format, pageWithLinkedData, rankFormats } from '../src/web/negotiation.ts'
import { openDemoDesk } from './support/desk.ts'
import { makeAccount, signIn, visitor } from './support/world.ts'

const { app, db, close } = await openDemoDesk({ cachePages: true })
after(close)
const reader = visitor(app)
const claim = await db.claim.findFirstOrThrow({ where: { state: 'published' } })
const statement = await db.statement.findFirstOrThrow({ where: { state: 'published' } })

const anno = 'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"'
const asking = (accept?: string) => ({ headers: { accept } }) as IncomingMessage

/** What programs and browsers send, and what a page with linked data answers them. */
const clients: Record<string, [string | undefined, Format | undefined]> = {
  Chrome: [
    'text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,image/apng,*/*;q=0.8,application/signed-exchange;v=b3;q=0.7',
    'html',
  ],
  'Firefox and Safari': ['text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8', 'html'],
  'an image in a page': ['image/avif,image/webp,image/png,image/svg+xml,image/*;q=0.8,*/*;q=0.5', 'html'],
  'curl, wget, fetch, requests': ['*/*', 'html'],
  'who says nothing': [undefined, 'html'],
  'who says nothing at length': ['', 'html'],
  axios: ['application/json, text/plain, */*', 'json'],
  jQuery: ['application/json, text/javascript, */*; q=0.01', 'json'],
  'JSON with a charset': ['application/json; charset=utf-8', 'json'],
  'JSON in capitals, with spaces': [' Application/JSON ; Charset="UTF-8" ; Q=0.9 , text/html ; q=0.1 ', 'json'],
  'Java’s URLConnection': ['text/html, image/gif, image/jpeg, *; q=.2, */*; q=.2', 'html'],
  'Apache Jena': [
    'text/turtle,application/n-triples;q=0.9,application/ld+json;q=0.8,application/rdf+xml;q=0.7,*/*;q=0.3',
    'linked',
  ],
  RDFLib: ['application/ld+json, application/rdf+xml;q=0.9, text/turtle;q=0.9, */*;q=0.1', 'linked'],
  'jsonld.js': ['application/ld+json, application/json', 'linked'],
  'a client of Web Annotation': [anno, 'linked'],
  'the same, and another profile': [
    `${anno}, application/ld+json; profile="http://iiif.io/api/presentation/3/context.json"`,
    'linked',
  ],
  Mastodon: [
    'application/activity+json, application/ld+json; profile="https://www.w3.org/ns/activitystreams", text/html;q=0.1',
    'linked',
  ],
  'a profile with a comma and a semicolon in it': [
    'application/ld+json; profile="http://a.example/x,y;q=0", text/html;q=0.5',
    'linked',
  ],
  'a quotation mark in a profile': [String.raw`application/ld+json; profile="a\",text/html"`, 'linked'],
  'everything of an application': ['application/*', 'json'],
  'text, or else anything': ['text/*, */*;q=0.1', 'html'],
  'rather data than a page': ['text/html;q=0.4, application/json;q=0.5', 'json'],
  'anything but a page': ['text/html;q=0, */*', 'json'],
  'a page of some level': ['text/html;level=1', 'html'],
  'a weight that is none': ['application/json;q=high', 'json'],
  'what is no media range': ['json', 'html'],
  'what is not there': ['text/turtle, text/csv;q=0.5', undefined],
  'nothing whatever': ['*/*;q=0', undefined],
  'a page that it does not want': ['text/html;q=0.0', undefined],
}

for (const [client, [accept, format]] of Object.entries(clients)) {
  test(`a page is ${format ?? 'nothing'} to ${client}`, async () => {
    assert.equal(chooseFormat(asking(accept), pageWithLinkedData), format)
    const sent = reader.get(`/claims/${claim.id}`).redirects(1)
    const { status, type } = await (accept === undefined ? sent : sent.set('Accept', accept))
    assert.equal(status, format === undefined ? 406 : 200)
    const types = {
      html: 'text/html',
      json: 'application/json',
      linked: 'application/ld+json',
      turtle: 'text/turtle',
      problem: '',
      text: 'text/plain',
      csv: 'text/csv',
      jsonl: 'application/x-ndjson',
    }
    assert.equal(type, format === undefined ? 'application/problem+json' : types[format])
  })
}

test('the formats of a page are ranked as they are chosen, whichever of them an address has', () => {
  const types = ['text/html', 'application/json', 'application/ld+json', 'application/*', 'text/*', '*/*', 'a/b']
  const range = fc.tuple(fc.constantFrom(...types), fc.constantFrom('', ';q=0', ';q=0.5', ';q=1', ';x="a,b";q=0.7'))
  const accepts = fc.array(range.map((parts) => parts.join(''))).map((ranges) => ranges.join(', '))
  fc.assert(
    fc.property(accepts, fc.subarray([...pageWithLinkedData], { minLength: 1 }), (accept, offered) => {
      const ranked = rankFormats(asking(accept), pageWithLinkedData).filter((format) => offered.includes(format))
      assert.deepEqual(rankFormats(asking(accept), offered), ranked)
    }),
  )
})

test('every address for readers is negotiated alike: data with a charset, pages by weight, and 406 with what there is', async () => {
  const paths = [
    '/',
    '/documents',
    '/statements',
    '/claims',
    '/sources',
    '/topics',
    '/search',

    '/about/method',
    '/challenges',
  ]
  for (const path of [
    ...paths,
    '/corrections',
    `/statements/${statement.id}`,
    `/claims/${claim.id}/graph`,
    '/about/api',
    `/embed/claims/${claim.id}`,
  ]) {
    const ask = (accept: string) => reader.get(path).redirects(1).set('Accept', accept)
    const { status } = await ask('text/html')
    if (status !== 200) continue
    for (const accept of [
      'application/json; charset=utf-8',
      'application/json;q=0.9, text/html;q=0.1',
      'text/html;q=0, */*',
    ])
      assert.equal((await ask(accept)).type, 'application/json', `${path} for ${accept}`)
    assert.equal(
      (await ask('application/xhtml+xml, text/html;charset=utf-8;q=0.3, application/json;q=0.2')).type,
      'text/html',
      path,
    )
    const refused = await ask('application/rdf+xml, image/png').expect(406)
    assert.match(refused.text, /text\/html(, application\/json)?(, text\/csv)? or application\/(ld\+|x-nd)?json/)
    assert.match(String(refused.headers['vary']), /Accept/)
  }
})

test('annotations are JSON-LD with their profile to who asks by it, by another or by none, and JSON to who names that', async () => {
  for (const path of ['/annotations/', '/annotations/?page=0', `/annotations/statement-${statement.id}`]) {
    for (const accept of [
      anno,
      anno.replace('anno', 'other'),
      'application/ld+json',
      '*/*',
      'application/*',
      `text/html, ${anno};q=0.1`,
    ]) {
      const { headers } = await reader.get(path).set('Accept', accept).expect(200)
      assert.equal(headers['content-type'], anno, `${path} for ${accept}`)
    }
    const plain = await reader.get(path).set('Accept', 'application/json; charset=utf-8').expect(200)
    assert.match(String(plain.headers['content-type']), /^application\/json/)
    const refused = await reader.get(path).set('Accept', 'text/html').expect(406)
    assert.match(refused.text, /application\/ld\+json, application\/json or text\/turtle/)
  }
})

test('what is kept for one format is no answer to another, and is the same for all who would get it', async () => {
  const path = `/claims/${claim.id}`
  for (const [accept, format] of [...Object.values(clients), ...Object.values(clients)]) {
    const { type } = await reader
      .get(path)
      .redirects(1)
      .set('Accept', accept ?? '*/*')
    if (accept !== undefined && format === 'json') assert.equal(type, 'application/json', accept)
    if (accept !== undefined && format === 'linked') assert.equal(type, 'application/ld+json', accept)
    if (accept !== undefined && format === 'html') assert.equal(type, 'text/html', accept)
  }
})

test('a problem is a page to a browser and data to who asks for data, problems or what is not there', async () => {
  for (const accept of [
    'application/problem+json',
    'application/problem+json, application/json;q=0.9',
    'application/json; charset=utf-8',
    'text/csv',
  ])
    assert.equal(
      (await reader.get('/claims/4711').set('Accept', accept).expect(404)).type,
      'application/problem+json',
      accept,
    )
  for (const accept of ['text/html', 'application/json;q=0.1, text/html', 'application/xhtml+xml, */*', 'text/*'])
    assert.equal((await reader.get('/claims/4711').set('Accept', accept).expect(404)).type, 'text/html', accept)
  for (const path of [
    '/claims/4711',
    '/claims?limit=x',
    '/claim-reviews?before=x',
    '/topics/4711/feed.atom',
    '/search.csv?kind=x',
    '/claims/4711/provenance',
    '/claims/4711/graph.svg',
    '/oembed',
  ]) {
    for (const accept of ['*/*', ''])
      assert.equal(
        (await reader.get(path).set('Accept', accept)).type,
        'application/problem+json',
        `${path}: ${accept}`,
      )
    assert.equal((await reader.get(path).set('Accept', 'text/html,*/*;q=0.8')).type, 'text/html', path)
  }
  for (const accept of ['*/*', '']) {
    const { type, headers } = await reader.get('/desk').set('Accept', accept).expect(401)
    assert.equal(type, 'application/problem+json', accept)
    assert.match(String(headers['www-authenticate']), /^Bearer/)
  }
  await reader.get('/desk').set('Accept', 'text/html,*/*;q=0.8').expect(303).expect('Location', '/session?next=%2Fdesk')
})

test('whoever sends JSON is a program, whatever it accepts, and is never led to the sign-in', async () => {
  const refused = await visitor(app).post('/documents').type('json').send('{}').expect(401)
  assert.equal(refused.type, 'application/problem+json')
  assert.match(String(refused.headers['www-authenticate']), /^Bearer/)
  const editor = await signIn(app, await makeAccount(db, 'editor'))
  const asked = await editor.post('/documents').set('Accept', '*/*').type('json').send('{}').expect(422)
  assert.ok(Object.keys((JSON.parse(asked.text) as { errors: object }).errors).includes('text'), asked.text)
  await visitor(app).post('/documents').type('form').send('title=x').expect(303)
})
