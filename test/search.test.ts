import assert from 'node:assert/strict'
import { once } from 'node:events'
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { after, test } from 'node:test'
import { load } from 'cheerio'
import { withdrawClaim } from '../src/claims/claims.ts'
import { withdrawDocument } from '../src/review/publishing.ts'
import { mergeThings } from '../src/merging/merge.ts'
import { sources } from '../src/merging/sources.ts'
import { openTestDesk } from './support/desk.ts'
import {
  giveVerdictOn,
  makeAccount,
  makeDocument,
  next,
  noteOn,
  publish,
  recordOn,
  signIn,
  stateClaim,
  visitor,
} from './support/world.ts'

const { app, db, pool, close } = await openTestDesk()
after(close)
const account = await makeAccount(db, 'reviewer')
const editor = await signIn(app, account)
const reader = visitor(app)

type Hit = {
  kind: string
  id: number
  name: string
  path: string
  line: string
  passage: Piece[]
  text: Piece[] | null
}
type Piece = { text: string; isHit: boolean }
type Facet = { title: string; choices: { name: string; count: number; path: string; isChosen: boolean }[] }
type Found = {
  hits: Hit[]
  facets: Facet[]
  total: number
  isMore: boolean
  next: string | null
  problems: string[]
  meant: { name: string; q: string }[]
}

/** Asked anew each time: what is changed here, and not by a form, a kept page may not show for a quarter of a second. */
async function find(q: string, more: object = {}, who = reader): Promise<Found> {
  const { body } = await who
    .get('/search')
    .query({ q, ...more, _: next() })
    .set('Accept', 'application/json')
    .expect(200)
  return body as Found
}

const names = ({ hits }: Found) => hits.map(({ kind, name }) => `${kind} ${name}`)
const marked = (pieces: Piece[] | null) => (pieces ?? []).filter(({ isHit }) => isHit).map(({ text }) => text)

/** The mayor's words in the harbour story, a claim of them with a topic and a verdict, and all of it published. */
const harbour = await makeDocument(db)
const words = await recordOn(db, harbour.id, {
  hops: [
    { naming: 'named', source: 'Lena Okafor', cue: 'said', said: '2024-03-12' },
    { naming: 'described', description: 'Local media', cue: 'report' },
  ],
})
const claim = await stateClaim(db, words.id, { topics: 'Harbour' })
const verdict = await giveVerdictOn(db, { claimId: claim.id }, { by: account.id, rating: 'false' })
const own = await recordOn(db, harbour.id, {
  quote: 'The closure reportedly costs 40 million',
  mode: 'indirect',
  hops: [{ naming: 'named', source: 'Žofie Müller', cue: 'said', said: '2023-11' }],
})
await publish(db, harbour.id, { claimIds: [claim.id], verdictIds: [verdict.id] })

test('one box finds claims, statements, people and documents, each marked where the words are', async () => {
  const { hits, total } = await find('container')
  assert.deepEqual(hits.map(({ kind }) => kind).sort(), ['claim', 'document', 'statement'])
  assert.equal(total, 3)
  const statement = hits.find(({ kind }) => kind === 'statement')
  assert.deepEqual(marked(statement?.passage ?? []), ['container'])
  assert.match(statement?.line ?? '', /Lena Okafor said.*passed on by Local media.*published by Coast Wire/)
  const document = hits.find(({ kind }) => kind === 'document')
  assert.deepEqual(marked(document?.text ?? []), ['container'], 'the passage of its text')

  const page = load((await reader.get('/search').query({ q: 'container' }).expect(200)).text)
  assert.equal(page('.hits mark').first().text(), 'container')
  assert.match(page('h2').first().text(), /^3 hits/)
  assert.match(page('head link[type="application/atom+xml"]').attr('href') ?? '', /^\/search\.atom\?q=container/)
})

test('all words must be there, an exact phrase as it stands, and what is left out is left out', async () => {
  assert.deepEqual(names(await find('december ship')), names(await find('ship december')))
  assert.equal((await find('"container ship will dock"')).total, 3)
  assert.equal((await find('"ship container"')).total, 0)
  assert.equal((await find('container -here')).total, 1, 'the claim, which does not say “here”')
  assert.equal((await find('-container -quay -closure', { kind: 'claim' })).total, 0)
  assert.equal((await find('CONTAINER  sHiP')).total, 3)
})

test('what is narrowed by who, through whom, where, when, rating and topic stays', async () => {
  const kindsOf = async (q: string) => (await find(q)).hits.map(({ kind }) => kind).sort()
  assert.deepEqual(await kindsOf('by:"Lena Okafor"'), ['claim', 'statement'])
  assert.deepEqual(await kindsOf('by:okafor via:"local media"'), ['claim', 'statement'], 'who is described, not named')
  assert.deepEqual(await kindsOf('via:"Coast Wire" -by:okafor'), ['statement'])
  assert.deepEqual(await kindsOf('in:"Coast Wire"'), ['claim', 'document', 'statement', 'statement'])
  assert.deepEqual(await kindsOf('in:"close its old harbour" container'), ['claim', 'document', 'statement'])
  assert.deepEqual(await kindsOf('said:2023'), ['statement'])
  assert.deepEqual(await kindsOf('said:2023-11'), ['statement'])
  assert.deepEqual(await kindsOf('said:2023-11-02'), [], 'no more is known than the month')
  assert.deepEqual(await kindsOf('rating:false'), ['claim'])
  assert.deepEqual(await kindsOf('topic:harbour'), ['claim', 'statement'])
  assert.deepEqual(await kindsOf('okafor december'), ['claim', 'document', 'statement'], 'words find who said it, too')
  assert.match((await find('rating:wrong')).problems[0] ?? '', /no rating “wrong”.*misquoted/)
})

test('accents do not matter, and a name is found in spite of a typo', async () => {
  assert.deepEqual(names(await find('zofie muller', { kind: 'source' })), ['source Žofie Müller'])
  assert.equal((await find('ZOFIE')).hits.length, 2)
  const { meant } = await find('by:"Lena Okafro"')
  assert.deepEqual(
    meant.map(({ name, q }) => [name, q]),
    [['Lena Okafor', 'by:"Lena Okafor"']],
  )
  assert.equal((await find('okafro container')).meant[0]?.q, 'okafor container')
  const page = load((await reader.get('/search').query({ q: 'okafro' }).expect(200)).text)
  assert.match(page('.meant').text(), /Did you mean okafor \(see Lena Okafor\)\?/)
})

test('facets count what is found and lead to just that, and back', async () => {
  const found = await find('')
  assert.ok(found.facets.length >= 5, 'a blank search shows what can be looked around in')
  const all = await find('dock')
  assert.deepEqual(
    all.facets.map(({ title }) => title),
    ['Kind', 'What was found', 'Topic', 'Who said it', 'Published by', 'Said in'],
  )
  for (const { choices } of all.facets) {
    for (const { name, count, path } of choices) {
      const { body } = await reader.get(path).set('Accept', 'application/json').expect(200)
      assert.equal((body as Found).total, count, name)
      const chosen = (body as Found).facets.flatMap((facet) => facet.choices).find((choice) => choice.isChosen)
      assert.equal(chosen?.name, name)
      const back = await reader
        .get(chosen?.path ?? '')
        .set('Accept', 'application/json')
        .expect(200)
      assert.equal((back.body as Found).total, all.total)
    }
  }
})

test('a reader who goes on reads everything once, also while new things come in', async () => {
  const document = await makeDocument(db, { title: 'More of the quay' })
  for (let n = 0; n < 30; n++) await recordOn(db, document.id, { quote: 'The quay is sinking' })
  await publish(db, document.id)
  const seen: number[] = []
  let path: string | null = '/search?q=sinking&kind=statement'
  while (path) {
    const { body } = await reader.get(path).set('Accept', 'application/json').expect(200)
    const { hits, next: after } = body as Found
    seen.push(...hits.map(({ id }) => id))
    path = after
    if (seen.length === 25) {
      const late = await makeDocument(db, { title: 'Late' })
      await recordOn(db, late.id, { quote: 'The quay is sinking' })
      await publish(db, late.id)
    }
  }
  assert.equal(seen.length, 30)
  assert.equal(new Set(seen).size, 30)
})

test('what is not public is found at the desk, and by no reader through hit, count, facet or name', async () => {
  const secret = `zanzibar${next()}`
  const draft = await makeDocument(db, {
    title: `About ${secret}`,
    publisher: `The ${secret} Gazette`,
    text: `They said that ${secret} is closed.`,
  })
  const hidden = await recordOn(db, draft.id, {
    quote: `${secret} is closed`,
    mode: 'indirect',
    hops: [{ naming: 'named', source: `Person ${secret}`, cue: 'said', said: '1999' }],
  })
  await stateClaim(db, hidden.id, { claimId: claim.id })
  await stateClaim(db, hidden.id, { sentence: `It is ${secret}`, topics: `Topic ${secret}` })
  await noteOn(db, { claimId: claim.id }, { by: account.id, body: `Ask ${secret}` })
  const asks = [secret, `by:"Person ${secret}"`, `in:"The ${secret} Gazette"`, `topic:"Topic ${secret}"`, 'said:1999']
  const before = JSON.stringify(await find('container'))
  for (const q of asks) {
    const { hits, total, facets, meant } = await find(q)
    assert.deepEqual([hits, total, facets, meant], [[], 0, [], []], q)
    for (const form of ['.csv', '.jsonl', '.atom']) {
      const { text } = await reader.get(`/search${form}`).query({ q }).buffer(true).expect(200)
      assert.ok(!/closed|Gazette</.test(text), `${q} as ${form}`)
    }
  }
  assert.deepEqual((await find(`${secret.slice(0, 6)}x${secret.slice(7)}`)).meant, [], 'nor as what may be meant')
  assert.ok(!before.includes(secret) && !JSON.stringify(await find('')).includes(secret))

  const found = await find(secret, {}, editor)
  assert.deepEqual(found.hits.map(({ kind }) => kind).sort(), ['claim', 'document', 'source', 'source', 'statement'])
  await publish(db, draft.id)
  const shown = (await find(secret)).hits
  assert.deepEqual(shown.map(({ kind }) => kind).sort(), ['claim', 'document', 'source', 'source', 'statement'])
  assert.equal(shown.find(({ kind }) => kind === 'claim')?.id, claim.id, 'they said it too; the other is still a draft')
  assert.equal((await find('topic:"Topic ' + secret + '"')).total, 0)
  await withdrawDocument(db, { documentId: draft.id, reason: 'A rehearsal', by: account.id })
  for (const q of asks) assert.equal((await find(q)).total, 0, `${q}, withdrawn`)
})

test('a withdrawn claim, a merged name and a new verdict change what is found at once', async () => {
  const document = await makeDocument(db, { title: 'The lighthouse' })
  const statement = await recordOn(db, document.id, {
    quote: 'The quay is sinking',
    hops: [{ naming: 'named', source: 'Jo Lindqvist', cue: 'said' }],
  })
  const { id: claimId } = await stateClaim(db, statement.id, { sentence: 'The lighthouse leans', topics: 'Lighthouse' })
  await publish(db, document.id, { claimIds: [claimId] })
  assert.equal((await find('by:Lindqvist rating:none lighthouse')).total, 1)

  const [merged, survivor] = await Promise.all(
    ['Jo Lindqvist', 'Lena Okafor'].map((name) => db.source.findFirstOrThrow({ where: { name } })),
  )
  assert.ok(merged && survivor)
  await mergeThings(db, sources, merged.id, {
    survivorId: survivor.id,
    revision: merged.revision,
    survivorRevision: survivor.revision,
    permitSeen: () => {},
    by: account.id,
  } as Parameters<typeof mergeThings>[3])
  assert.equal((await find('by:"Lena Okafor" leans')).total, 1)
  assert.equal((await find(`by:${merged.id}-jo-lindqvist leans`)).total, 1, 'the old address means who it is now')
  assert.deepEqual(names(await find('lindqvist', { kind: 'source' })), ['source Lena Okafor'], 'by another name')

  await withdrawClaim(db, { claimId, reason: 'It was a rehearsal', by: account.id })
  assert.equal((await find('leans')).total, 0)
  assert.equal((await find('topic:Lighthouse')).total, 0)
})

test('who is quoted is found by readers from when that is published until it is withdrawn', async () => {
  const document = await makeDocument(db, { title: 'The slipway' })
  const statement = await recordOn(db, document.id, {
    quote: 'The quay is sinking',
    hops: [{ naming: 'named', source: 'Perpetua Quill', cue: 'said' }],
  })
  const found = async (who = reader) => names(await find('quill', { kind: 'source' }, who))
  assert.deepEqual(await found(editor), ['source Perpetua Quill'])
  assert.deepEqual(await found(), [])
  await publish(db, document.id)
  assert.deepEqual(await found(), ['source Perpetua Quill'])
  await editor
    .post(`/statements/${statement.id}/withdrawal`)
    .type('form')
    .send({ reason: 'She never said so' })
    .expect(303)
  assert.deepEqual(await found(), [])
  assert.deepEqual(await found(editor), ['source Perpetua Quill'])
})

test('a search is taken away as a table, as lines and as a feed', async () => {
  await stateClaim(db, own.id, { sentence: '=HYPERLINK("http://evil.example") costs 40 million' }).then(({ id }) =>
    db.claim.update({ where: { id }, data: { state: 'published', publishedAt: new Date() } }),
  )
  const csv = await reader.get('/search.csv').query({ q: '40 million' }).expect(200)
  assert.match(csv.headers['content-type'] ?? '', /^text\/csv/)
  assert.match(csv.headers['content-disposition'] ?? '', /search\.csv/)
  assert.match(csv.text, /^kind,id,url,words,state,/)
  assert.match(csv.text, /"'=HYPERLINK/, 'nothing that a spreadsheet would reckon out')
  const lines = await reader.get('/search.jsonl').query({ q: 'sinking', kind: 'statement' }).buffer(true).expect(200)
  const rows = lines.text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { kind: string; url: string })
  assert.equal(rows.length, (await find('sinking', { kind: 'statement' })).total)
  assert.match(rows[0]?.url ?? '', /^http:\/\/desk\.example\.org\/statements\//)
  const feed = await reader.get('/search.atom').query({ q: 'container' }).expect(200)
  assert.match(feed.headers['content-type'] ?? '', /atom\+xml/)
  assert.equal(load(feed.text, { xml: true })('entry').length, (await find('container')).total)
  await reader.head('/search.jsonl').query({ q: 'sinking' }).expect(200)
})

test('whoever hangs up in the middle of an export leaves nothing running', async () => {
  const server = http.createServer(app).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const request = http.get({ port, host: '127.0.0.1', path: '/search.jsonl?q=-nothing' })
  const [response] = (await once(request, 'response')) as [http.IncomingMessage]
  await once(response, 'data')
  response.destroy()
  await find('container')
  server.close()
  server.closeAllConnections()
})

test('no search brings the desk down: it finds something or says what to do', async () => {
  const hostile = [
    `'; DROP TABLE "Claim"; --`,
    `' | !(':*`,
    '\\ \\\' ":A" & <-> ( ) ! | *',
    '- " : by: -by: -"" !!!',
    '\u202eתובתכ\u202c الميناء القديم',
    '👨‍👩‍👧‍👦 \u0301 \ufdfa\ufdfb',
    '\ufdfa'.repeat(400),
    'a '.repeat(400),
    'x'.repeat(990),
    '%_%',
    '東京港 は 沈む',
    'by:99999999999-x topic:1-nobody in:0-x said:9999-99',
    '-'.repeat(900),
    'İI ß ŒUVRE',
  ]
  for (const q of hostile) {
    for (const form of ['', '.atom', '.csv', '.jsonl']) {
      const { status } = await reader.get(`/search${form}`).query({ q })
      // A file has no place to tell what could not be read.
      const isRead = form === '' || (await find(q)).problems.length === 0
      assert.equal(status, isRead ? 200 : 400, `${q.slice(0, 30)} ${form}`)
    }
    await editor.get('/search').query({ q, kind: 'claim' }).expect(200)
  }
  const long = await reader
    .get('/search')
    .query({ q: 'x'.repeat(10_000) })
    .set('Accept', 'text/html')
    .expect(400)
  assert.match(load(long.text)('main').text(), /too long to search for/)
  await reader.get('/search?q=a&q=b').expect(400)
  await reader.get('/search?q=a&after=x').expect(400)
  await reader.get('/search?kind=account').expect(400)
  await reader.get('/search?q=a&after=1').expect(200, /nothing further down/)
  assert.match((await find('!!!')).problems[0] ?? '', /no word in this/)
})

test('a desk on which nothing is recorded yet finds nothing, in any form', async () => {
  const empty = await openTestDesk()
  try {
    for (const [role, who] of [
      ['a reader', visitor(empty.app)],
      ['an editor', await signIn(empty.app, await makeAccount(empty.db, 'editor'))],
    ] as const) {
      for (const form of ['', '.atom', '.csv', '.jsonl'])
        for (const q of ['harbour', '"old harbour"', '-quay', 'by:Okafor'])
          assert.equal(
            (await who.get(`/search${form}`).query({ q })).status,
            200,
            `${q} as ${form || 'a page'} to ${role}`,
          )
    }
  } finally {
    await empty.close()
  }
})

test('everything made anew is what was kept up to date', async () => {
  const kept =
    'SELECT "documentId", "statementId", "claimId", "sourceId", "isPublic", "marks", "words"::text FROM "SearchEntry" ORDER BY "id"'
  const { rows: before } = await pool.query(kept)
  await pool.query('SELECT refresh_all_search()')
  assert.deepEqual((await pool.query(kept)).rows, before)
})
