import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { load } from 'cheerio'
import type { Router } from 'express'
import { listRoutes } from '../src/web/methods.ts'
import { openTestDesk } from './support/desk.ts'
import { harbourStory, makeAccount, makeDocument, recordOn, signIn, stateClaim, visitor } from './support/world.ts'

const { app, db, close } = await openTestDesk()
after(close)
const editor = await signIn(app, await makeAccount(db, 'editor'))
const reader = visitor(app)
const document = await makeDocument(db)
const json = { Accept: 'application/json' }

test('a quote that is not in the text is refused with what to do, and the words are kept', async () => {
  const sent = { quote: 'The quay is floating', mode: 'direct', 'hops[0][source]': 'Nobody <b>Known</b>' }
  const page = await editor.post(`/documents/${document.id}/statements`).type('form').send(sent).expect(422)
  const $ = load(page.text)
  assert.match($('[role=alert]').text(), /not in the text.*Copy the words/s)
  assert.equal($('textarea[name=quote]').val(), 'The quay is floating')
  assert.equal($('input[name="hops[0][source]"]').val(), 'Nobody <b>Known</b>')
  assert.equal(await db.source.count({ where: { name: { contains: 'Nobody' } } }), 0, 'nothing is half stored')
})

test('two passages of one statement that adjoin are taken', async () => {
  const document = await makeDocument(db)
  const spans = [
    { start: 0, end: 11 },
    { start: 11, end: 16 },
  ]
  const statement = await recordOn(db, document.id, { quote: '', spans })
  assert.deepEqual(
    statement.spans.map(({ start, end }) => ({ start, end })),
    spans,
  )
})

test('passages outside the text, reversed or overlapping are refused', async () => {
  const path = `/documents/${document.id}/statements`
  const bad = [
    [{ start: 0, end: 999_999 }],
    [{ start: 9, end: 3 }],
    [
      { start: 0, end: 10 },
      { start: 5, end: 12 },
    ],
  ]
  for (const spans of bad) {
    const { body } = await editor.post(path).set(json).send({ spans, mode: 'direct' }).expect(422)
    assert.ok((body as { detail: string }).detail.length > 10)
  }
  await editor
    .post(path)
    .set(json)
    .send({ spans: [{ start: -1, end: 3 }], mode: 'direct' })
    .expect(422)
})

test('a date that no calendar has is refused beside its field', async () => {
  const story = { ...harbourStory, url: '', text: 'Another text', published: '2021-13-45' }
  const page = await editor.post('/documents').type('form').send(story).expect(422)
  assert.match(load(page.text)('#published-error').text(), /2021-13-45/)
  assert.equal(load(page.text)('textarea[name=text]').val(), 'Another text')
})

test('unknown sources, statements and documents in a chain are refused by name', async () => {
  const path = `/documents/${document.id}/statements`
  const quote = 'The quay is sinking'
  for (const [field, value] of [
    ['sourceId', 4711],
    ['upstreamId', 4711],
    ['mediumDocumentId', 4711],
  ] as const) {
    const hops = [{ naming: 'named', source: 'Lena Okafor', cue: 'said', [field]: value }]
    await editor.post(path).set(json).send({ quote, mode: 'direct', hops }).expect(422)
  }
})

test('a text that is empty, has control characters or is too large is refused, and nothing is stored', async () => {
  const before = await db.document.count()
  for (const text of ['', '   \n ', 'a\u0000b', 'bell \u0007', 'x'.repeat(5 * 1024 * 1024 + 1)]) {
    const { body } = await editor
      .post('/documents')
      .set(json)
      .send({ ...harbourStory, url: '', text })
      .expect(422)
    assert.ok((body as { errors: { text?: string[] } }).errors.text?.[0])
  }
  assert.equal(await db.document.count(), before)
})

test('what is not JSON, too large, of another type or sent from elsewhere gets its own answer', async () => {
  await editor.post('/documents').set(json).type('json').send('{"title":').expect(400)
  await editor
    .post(`/documents/${document.id}/statements`)
    .set(json)
    .send({ quote: 'x'.repeat(3_000_000) })
    .expect(413)
  await editor.post('/documents').set(json).type('text/csv').send('a,b').expect(415)
  await editor.post('/documents').set('Sec-Fetch-Site', 'cross-site').type('form').send({ title: 'x' }).expect(403)
  await editor.post('/documents').set(json).send([1, 2, 3]).expect(422)
})

test('who must sign in first is led back to an address of ours, whatever their browser says they came from', async () => {
  for (const [from, back] of [
    ['https://evil.example/claims?q=a', '/claims?q=a'],
    ['https://evil.example//evil.example', '/'],
    ['http://[', '/'],
    ['//', '/'],
    ['javascript:alert(1)', '/'],
  ] as const) {
    const led = await reader.post('/documents').set('Referer', from).type('form').send({ title: 'x' }).expect(303)
    assert.equal(led.headers['location'], `/session?next=${encodeURIComponent(back)}`, from)
  }
  for (const away of ['//evil.example', '/\t/evil.example', 'https://evil.example']) {
    const page = await reader.get(`/session?next=${encodeURIComponent(away)}`).expect(200)
    assert.equal(load(page.text)('input[name=next]').val(), '/desk', away)
  }
})

test('a character that no text can have is told to whoever asks with it', async () => {
  for (const path of [
    '/sources?q=%00',
    '/sources/suggestions?q=a%00b',
    '/claims?q=%00',
    '/statements?q=%00',
    '/desk?q=%00',
  ]) {
    const { body } = await editor.get(path).set(json).expect(400)
    assert.match((body as { detail: string }).detail, /NUL/)
  }
})

const half = 'a\ud800b'

test('half a character is told beside its field, also in a list, and in an address is none', async () => {
  const { body } = await editor.post(`/documents/${document.id}/notes`).set(json).send({ body: half }).expect(422)
  assert.match((body as { errors: { body: string[] } }).errors.body.join(), /half of one.*Type the words again/)
  const path = `/documents/${document.id}/statements`
  const inside = await editor
    .post(path)
    .set(json)
    .send({ quote: 'x', hops: [{ cue: half }] })
    .expect(422)
  assert.deepEqual(Object.keys((inside.body as { errors: object }).errors), ['hops.0.cue'])
  for (const address of ['/claims?q=%ED%A0%80', '/sources?q=%ED%A0%80']) await editor.get(address).set(json).expect(200)
  const { body: refused } = await editor.get('/activity?thing=%ED%A0%80').set(json).expect(400)
  assert.deepEqual(Object.keys((refused as { errors: object }).errors), ['thing'])
})

test('half a character breaks nothing, wherever it is sent', async () => {
  const fresh = await openTestDesk()
  try {
    const admin = await signIn(fresh.app, await makeAccount(fresh.db, 'admin'))
    const statement = await recordOn(fresh.db, (await makeDocument(fresh.db)).id)
    await stateClaim(fresh.db, statement.id)
    const fields = ['body', 'name', 'email', 'sentence', 'quote', 'reason', 'title', 'topics', 'confidence', 'back']
    const sent = { ...Object.fromEntries(fields.map((field) => [field, half])), hops: [{ source: half }], [half]: 'x' }
    for (const { method, path } of listRoutes(fresh.app.locals['rooms'] as Router[])) {
      if (method !== 'POST' || path === '/session/end') continue
      const { status } = await admin.post(path.replace(/:\w+/g, '1')).set(json).send(sent)
      assert.ok(status < 500, `${status} ${path}`)
    }
  } finally {
    await fresh.close()
  }
})

test('addresses and methods that are not there say so', async () => {
  await reader.get('/nowhere').expect(404)
  await reader.get('/documents/abc').expect(404)
  await reader.get('/documents/99999999999').expect(404)
  await reader.get('/claims/%E0%A4%A').expect(400)
  await reader.get('/documents?before=x').expect(400)
  const refused = await editor.delete(`/documents/${document.id}`).expect(405)
  assert.match(refused.headers['allow'] as string, /GET/)
})

test('HTML in any field is shown as text', async () => {
  const evil = '<script>alert(1)</script>'
  const made = await makeDocument(db, { title: evil, publisher: evil, authors: evil })
  const statement = await recordOn(db, made.id, {
    hops: [{ source: evil, cue: evil, addressee: evil, place: evil, medium: evil }],
    claim: evil,
  })
  for (const path of [
    `/documents/${made.id}/desk`,
    `/statements/${statement.id}`,
    '/sources',
    '/claims',
    '/activity',
    '/',
  ]) {
    const page = await editor.get(path).redirects(1).expect(200)
    assert.doesNotMatch(page.text, /<script>alert/, path)
  }
})

test('emoji, combining accents, right-to-left text and CRLF keep every offset right', async () => {
  const text = '😀😀 “Cafe\u0301 🇦🇫 is open,” she said.\r\n\r\nقال الوزير إن المحادثات «ودية» اليوم.\r\nEnd 👩‍👩‍👧 here.'
  const made = await makeDocument(db, { text })
  const stored = made.text.content
  for (const quote of ['Café 🇦🇫 is open', 'المحادثات «ودية»', 'End 👩‍👩‍👧 here']) {
    const { spans } = await recordOn(db, made.id, { quote, hops: [] })
    const [span] = spans
    assert.ok(span)
    assert.equal([...stored].slice(span.start, span.end).join(''), quote)
    const [row] = await db.$queryRaw<
      { words: string }[]
    >`SELECT substr(${stored}, ${span.start + 1}::int, ${span.end - span.start}::int) AS words`
    assert.equal(row?.words, quote, 'PostgreSQL counts the same way')
  }
  const page = load((await editor.get(`/documents/${made.id}/desk`).expect(200)).text)
  assert.equal(page('a.mark').first().text(), 'Café 🇦🇫 is open')
})
