import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import request from 'supertest'
import { openDemoDesk } from './support/desk.ts'
import { makeAccount, makeDocument, signIn } from './support/world.ts'

/* Data by its address alone, as programs ask for it that say nothing of formats. */
const { app, db, config, close } = await openDemoDesk({ cachePages: true })
after(close)
const base = config.baseUrl
const claim = await db.claim.findFirstOrThrow({ where: { state: 'published' }, orderBy: { id: 'desc' } })

/** The headers of real clients: each names no format, or accepts everything. */
const clients: Record<string, Record<string, string>> = {
  "Python's urlopen": { 'User-Agent': 'Python-urllib/3.12', 'Accept-Encoding': 'identity', Connection: 'close' },
  pandas: { 'User-Agent': 'Python-urllib/3.11', 'Accept-Encoding': 'identity' },
  requests: { 'User-Agent': 'python-requests/2.32', Accept: '*/*', 'Accept-Encoding': 'gzip, deflate' },
  curl: { 'User-Agent': 'curl/8.5.0', Accept: '*/*' },
  R: { 'User-Agent': 'R (4.4.1 x86_64-pc-linux-gnu)', 'Accept-Encoding': 'gzip' },
  'a browser that follows a link': { Accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8' },
}

test('an address that ends in .json is data to every client, with the page’s own rules', async () => {
  for (const [client, headers] of Object.entries(clients)) {
    for (const path of [
      '/claims.json',
      `/claims/${claim.id}.json`,
      '/documents.json?limit=1',
      '/search.json?q=kabul',
    ]) {
      const got = await request(app).get(path).set(headers).redirects(0)
      assert.deepEqual([got.status, got.type], [200, 'application/json'], `${path} for ${client}`)
    }
  }
  const { body } = await request(app).get(`/claims/${claim.id}.json`).expect(200)
  const plain = await request(app).get(`/claims/${claim.id}`).set('Accept', 'application/json').expect(200)
  assert.deepEqual(body, plain.body)
  await request(app)
    .get('/claims/471100.json')
    .expect(404)
    .expect('Content-Type', /problem\+json/)
  await request(app)
    .get('/nothing.json')
    .expect(404)
    .expect('Content-Type', /problem\+json/)
  await request(app).get(`/claims/${claim.id}.csv`).expect(404)
  await request(app).get('/openapi.json').expect(200)
  assert.equal(
    (await request(app).get(`/claims/${claim.id}`).set('Accept', 'text/html').redirects(1)).type,
    'text/html',
  )
  await request(app).post('/claims.json').expect(404)
})

test('an address that has no data of a form is nowhere in that form', async () => {
  for (const path of [
    '/claim-reviews.csv',
    `/claims/${claim.id}/provenance.jsonl`,
    '/challenges.csv',
    '/annotations.csv',
  ])
    await request(app)
      .get(path)
      .expect(404)
      .expect('Content-Type', /problem\+json/)
  for (const path of ['/documents/1/versions/1/text.json', '/search.csv.json', '/healthz.json', '/feed.csv'])
    await request(app).get(path).expect(404)
  for (const path of ['/claim-reviews.json', `/claims/${claim.id}/graph.json`, `/claims/${claim.id}/provenance.json`])
    await request(app).get(path).expect(200)
})

test('lists are whole as CSV and JSON Lines, in the same rows, by address and by Accept', async () => {
  for (const [path, count] of [
    ['/claims', await db.claim.count({ where: { state: 'published' } })],
    ['/documents', await db.document.count({ where: { state: 'published' } })],
    ['/statements', undefined],
    ['/sources', undefined],
    ['/topics', undefined],
  ] as const) {
    const csv = await request(app).get(`${path}.csv`).expect(200)
    assert.match(String(csv.headers['content-type']), /^text\/csv; charset=utf-8/)
    const lines = await request(app).get(`${path}.jsonl`).expect(200)
    assert.match(String(lines.headers['content-type']), /^application\/x-ndjson/)
    const rows = lines.text
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { id: number; url: string })
    const [head = ''] = csv.text.split('\r\n')
    assert.deepEqual(Object.keys(rows[0] ?? {}), head.split(','), path)
    if (count !== undefined) assert.equal(rows.length, count, path)
    assert.equal(new Set(rows.map(({ id }) => id)).size, rows.length)
    assert.ok(rows.every(({ url }) => url.startsWith(`${base}${path}/`)))
    for (const row of rows.slice(0, 2)) await request(app).get(row.url.slice(base.length)).redirects(1).expect(200)

    const named = await request(app).get(path).set('Accept', 'text/csv').expect(200)
    assert.equal(named.text, csv.text)
    const preferred = await request(app).get(path).set('Accept', 'application/x-ndjson, text/html;q=0.5').expect(200)
    assert.equal(preferred.text, lines.text)
  }
})

test('what is kept of a list for one form answers no other', async () => {
  for (const _ of [1, 2]) {
    assert.equal((await request(app).get('/claims').set('Accept', 'text/html').expect(200)).type, 'text/html')
    assert.equal(
      (await request(app).get('/claims').set('Accept', 'application/json').expect(200)).type,
      'application/json',
    )
    assert.equal((await request(app).get('/claims').set('Accept', 'text/csv').expect(200)).type, 'text/csv')
    assert.equal((await request(app).get('/claims.json').expect(200)).type, 'application/json')
  }
})

test('a limit makes pages, each with the address of the next, and they have every row once', async () => {
  const whole = (await request(app).get('/statements.jsonl').expect(200)).text.trim().split('\n')
  for (const form of ['jsonl', 'json']) {
    const seen: number[] = []
    let next: string | undefined = `/statements.${form}?limit=3`
    while (next) {
      const { text, headers, body }: request.Response = await request(app).get(next).buffer(true).expect(200)
      const rows =
        form === 'json'
          ? (body as { statements: { id: number }[] }).statements
          : text
              .trim()
              .split('\n')
              .map((line) => JSON.parse(line) as { id: number })
      assert.ok(rows.length <= 3)
      if (form === 'json') assert.equal((body as { total: number }).total, whole.length)
      seen.push(...rows.map(({ id }) => id))
      next = /<([^>]+)>; rel="next"/.exec(String(headers['link']))?.[1]
    }
    assert.deepEqual(
      seen,
      whole.map((line) => (JSON.parse(line) as { id: number }).id),
      form,
    )
  }
  await request(app).get('/claims.json?limit=201').expect(400)
})

test('rows have what the client may see, and nobody else’s', async () => {
  const draft = await makeDocument(db, { title: 'SECRET DRAFT' })
  const editor = await signIn(app, await makeAccount(db, 'editor'))
  for (const form of ['json', 'csv', 'jsonl']) {
    assert.doesNotMatch((await request(app).get(`/documents.${form}`).expect(200)).text, /SECRET DRAFT/)
    const own = await editor.get(`/documents.${form}`).expect(200)
    assert.match(own.text, new RegExp(`SECRET DRAFT`), form)
    assert.equal(own.headers['cache-control'], 'private, no-store')
  }
  await request(app).get(`/documents/${draft.id}.json`).expect(404)
})

test('a mistyped parameter is refused with its name and what there is, to programs and to people', async () => {
  const ask = (path: string) => request(app).get(path).set('Accept', 'application/json')
  for (const [path, name, sentence] of [
    ['/claims?raiting=false', 'raiting', /q, rating, state, sort, page, before, limit/],
    ['/claims?rating=flase', 'rating', /false/],
    ['/claims?state=publicshed', 'state', /published/],
    ['/claims.csv?limt=3', 'limt', /limit/],
    ['/claims?limit=201', 'limit', /200/],
    ['/claims?before=x', 'before', /number/],
    ['/claims?limit=1e2', 'limit', /digits/],
    ['/claims.csv?limit=0x10', 'limit', /digits/],
    ['/statements.jsonl?page[]=2', 'page', /digits/],
    ['/annotations/?page=1e0', 'page', /digits/],
    ['/annotations/?exact=words', 'target', /target=/],
    ['/topics/1?rating=flase', 'rating', /false/],
    ['/search.csv?q=rating:flase', 'q', /no rating “flase”.*false/],
    ['/search.jsonl?q=raiting:false', 'q', /no “raiting:”.*rating:/],
    ['/search.atom?q=said:2021-13', 'q', /no date/],
    ['/claims?q=a&q=b', 'q', /once/],
    ['/statements?mode=derect', 'mode', /direct/],
    ['/statements?act=x&mode=y', 'act', /denial|says|report|assertion|statement/],
    ['/documents?kind=artikel', 'kind', /article/],
    ['/sources?kind=persn', 'kind', /person/],
    ['/sources?letter=1', 'letter', /letter/],
    ['/topics?sort=size', 'sort', /name, newest, claims/],
    ['/search?query=kabul', 'query', /q, kind/],
    ['/search.csv?kind=claims', 'kind', /claim/],
    ['/annotations/?pages=1', 'pages', /page/],
    ['/statements/1?step=first', 'step', /number/],
    ['/documents/1?part=x', 'part', /^(?!Invalid).*number/],
    ['/oembed?url=x&maxwidth=-4', 'maxwidth', /pixels/],
  ] as const) {
    const { text } = await ask(path).expect(400)
    const { errors, detail } = JSON.parse(text) as { errors: Record<string, string[]>; detail: string }
    assert.match(errors[name]?.join(' ') ?? '', sentence, `${path}: ${text}`)
    assert.ok(detail.includes(name), path)
  }
  const page = await request(app).get('/claims?raiting=false').set('Accept', 'text/html').expect(400)
  assert.match(page.text, /<h1>[^<]*raiting/)
  for (const path of [
    '/claims?q=&rating=&state=',
    '/statements?mode=&act=',
    '/documents?kind=',
    '/sources?kind=&letter=',
  ])
    assert.equal((await ask(path)).status, 200, `${path}: what a form sends where nothing is chosen`)
  for (const path of ['/claims', '/search', `/claims/${claim.id}`])
    for (const tracking of ['utm_source=newsletter&utm_medium=mail', 'fbclid=x', 'gclid=1', 'mc_cid=a&mc_eid=b'])
      await ask(`${path}?${tracking}`).expect(200)
})
