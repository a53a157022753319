import { divide } from '../src/importing/divide.ts'
import { addPieces, beginImport } from '../src/importing/imports.ts'
import { findHere } from '../src/documents/intakes.ts'
import { readFeed } from '../src/intake/feed.ts'
import assert from 'node:assert/strict'
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { after, before, test } from 'node:test'
import { load } from 'cheerio'
import request from 'supertest'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { addressKey } from '../src/documents/address-key.ts'
import { findKnown, importDocument } from '../src/documents/documents.ts'
import { type Found, readDocuments } from '../src/documents/files.ts'
import { NewDocument } from '../src/documents/schema.ts'
import { pino } from 'pino'
import { handlersFor } from '../src/background.ts'
import { allowing } from '../src/fetching/public-address.ts'
import { finishJob, held, JobLost, mostAttempts, takeJob } from '../src/queue/jobs.ts'
import { runNext, startQueue } from '../src/queue/queue.ts'
import { readKept } from '../src/originals/keep.ts'
import { storeOf } from '../src/originals/stores.ts'
import { bandsOf, likenessOf } from '../src/documents/likeness.ts'
import { endThread } from '../src/intake/thread.ts'
import { openTestDesk } from './support/desk.ts'
import { openForm, readForm } from './support/forms.ts'
import { makePdf } from './intake/a-pdf.ts'
import { makeAccount, publish, sameOrigin, signIn } from './support/world.ts'

/* Pages of a site on loopback, which this desk is allowed to ask, and files that an editor sends. */

const story = `<html lang=en><head><title>Quay closed | Port Gazette</title><meta property="og:site_name" content="Port Gazette"><meta name=author content="Ida Holm"><meta name=date content="2024-02-27"></head>
<body><nav><a href=/>Home</a></nav><article><h1>Quay closed</h1>
<p>The harbour master told reporters on Tuesday that the northern quay would stay closed until engineers had measured how far it sank.</p>
<p>“Nobody is going to unload a ship on something that moves,” said Ines Okoro.</p></article>
<div class="newsletter"><p>Get our stories each morning, free of charge.</p></div></body></html>`
/** Feeds by their addresses, some of them bad. */
const feeds: Record<string, string> = {}
/** What the site answers at other addresses. */
const answers: Record<string, (res: http.ServerResponse, req: http.IncomingMessage) => void> = {}
const site = http.createServer((req, res) => {
  const answer = answers[req.url ?? '']
  if (answer) return answer(res, req)
  if (req.url?.startsWith('/quay')) res.writeHead(200, { 'Content-Type': 'text/html' }).end(story)
  else if (feeds[req.url ?? '']) res.writeHead(200, { 'Content-Type': 'application/xml' }).end(feeds[req.url ?? ''])
  else res.writeHead(404).end()
})
let address = ''
before(async () => {
  await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve))
  address = `http://127.0.0.1:${(site.address() as AddressInfo).port}`
})
const { app, db, config, close } = await openTestDesk({ environment: { FETCH_ALLOW: '127.0.0.0/8' } })
after(async () => {
  site.closeAllConnections()
  site.close()
  await endThread()
  await close()
})
const account = await makeAccount(db, 'editor')
const editor = await signIn(app, account)
const other = await signIn(app, await makeAccount(db, 'editor'))

/** What a version was read from. */
async function originalOf(version: { id: number }): Promise<string> {
  const { sha256 } = await db.original.findUniqueOrThrow({ where: { versionId: version.id } })
  return Buffer.from(await readKept(db, storeOf(config), sha256)).toString()
}

async function look(fields: Record<string, string>, file?: { bytes: Uint8Array; name: string }) {
  const form = await openForm(editor, '/documents/new', '/documents/intake')
  const sent = editor.post('/documents/intake')
  for (const [name, value] of Object.entries({ ...form, ...fields })) void sent.field(name, value)
  if (file) void sent.attach('file', Buffer.from(file.bytes), file.name)
  return sent
}

test('an editor looks at what an address gives, corrects it, and imports it with the page as it came', async () => {
  const { headers } = await look({ address: `${address}/quay` }).then((answer) => {
    assert.equal(answer.status, 303, answer.text)
    return answer
  })
  const path = headers['location'] ?? ''
  assert.match(path, /^\/documents\/new\?intake=\d+$/)
  assert.equal(await db.document.count(), 0)
  const $ = load((await editor.get(path).expect(200)).text)
  const form = readForm($, '/documents')
  assert.equal(form['title'], 'Quay closed')
  assert.equal(form['publisher'], 'Port Gazette')
  assert.equal(form['authors'], 'Ida Holm')
  assert.equal(form['published'], '27 February 2024')
  assert.equal(form['url'], `${address}/quay`)
  assert.match(form['text'] ?? '', /^The harbour master.*\r\n\r\n“Nobody is going/)
  assert.match($('.what-was-found .left-out').text(), /Get our stories each morning/)

  await editor
    .post('/documents')
    .type('form')
    .send({ ...form, authors: 'Ida Holm, Tomas Reyes' })
    .expect(303)
  const document = await db.document.findFirstOrThrow({ include: { versions: true } })
  assert.deepEqual(document.authors, ['Ida Holm', 'Tomas Reyes'])
  const [version] = document.versions
  assert.equal(version?.method, 'fetched')
  assert.equal(await originalOf(version), story)
  // What somebody else looked at is nobody's business.
  await other.get(path).expect(404)
  // Looked at once more, its address is known: another text there would be a new version, and no copy of another document.
  const again = await look({ address: `${address}/quay` })
  const seen = load((await editor.get(again.headers['location'] ?? '').expect(200)).text)('.what-was-found .warning')
  assert.match(seen.text(), /Its address belongs to Quay closed\. .* as a new version of that document/)
  assert.doesNotMatch(seen.text(), /linked as copies/)
})

test('looking whether an address is here waits for no import of it', async () => {
  const locks = await db.$transaction(async (tx) => {
    await findHere(tx, { url: 'https://gazette.example/quay', fields: { url: 'https://gazette.example/pier' } })
    return tx.$queryRaw`SELECT "objid" FROM pg_locks WHERE "locktype" = 'advisory' AND "pid" = pg_backend_pid()`
  })
  assert.deepEqual(locks, [])
})

test('an editor sends a file in a form, with or without an address', async () => {
  const pdf = makePdf([[{ x: 60, y: 700, text: 'The quay is sinking, she said on Tuesday.' }]])
  const { status, headers } = await look({ address: '' }, { bytes: pdf, name: '../../up/quay.pdf' })
  assert.equal(status, 303)
  const { text } = await editor.get(headers['location'] ?? '').expect(200)
  const form = readForm(load(text), '/documents')
  assert.equal(form['text'], 'The quay is sinking, she said on Tuesday.')
  assert.doesNotMatch(text, /Paste the whole text/, 'it is there')
  const found = await db.intake.findFirstOrThrow({ orderBy: { id: 'desc' } })
  assert.equal(found.name, 'quay.pdf')
  // A form that comes back with errors still shows what was found.
  const back = await editor
    .post('/documents')
    .type('form')
    .send({ ...form, publisher: '' })
    .expect(422)
  assert.match(load(back.text)('.what-was-found h2').text(), /Found in quay\.pdf/)
})

test('what a page or file says about itself is kept without letters that no database stores', async () => {
  const words = 'The harbour master told reporters on Tuesday that the northern quay would stay closed.'
  const page = (data: object) =>
    `<script type="application/ld+json">${JSON.stringify({ '@type': 'NewsArticle', ...data })}</script><article><p>${words}</p></article>`
  const halved = `${'A'.repeat(499)}😀`
  const files: [name: string, text: string, title: string][] = [
    ['a.html', page({ headline: 'A\u0000C', author: [{ name: 'Ida\u0000 Holm' }] }), 'AC'],
    ['b.html', page({ headline: 'A&#0;C', publisher: { name: 'Port&#xD800;' } }), 'AC'],
    ['c.html', page({ headline: 'A&#xD800;C' }), 'A\uFFFDC'],
    ['d.html', page({ headline: halved }), `${'A'.repeat(499)}\uFFFD`],
    ['e.html', page({ headline: 'AC', articleBody: `${words} \ud800 `.repeat(5) }), 'AC'],
    ['f.md', `---\ntitle: "A\\0C"\nauthors: ["Ida\\uD800 Holm"]\n---\n${words}`, 'AC'],
    ['g.eml', `Subject: =?utf-8?Q?A=00C?=\r\nFrom: a@b.example\r\n\r\n${words}`, 'AC'],
  ]
  for (const [name, text, title] of files) {
    const { status } = await look({ address: '' }, { bytes: Buffer.from(text), name })
    assert.equal(status, 303, name)
    const { fields } = await db.intake.findFirstOrThrow({ orderBy: { id: 'desc' } })
    assert.equal((fields as { title: string }).title, title, name)
  }
})

test('what can’t be fetched or read comes back beside its field, and leaves nothing', async () => {
  const before = await db.intake.count()
  const refusals: [Record<string, string>, { bytes: Uint8Array; name: string } | undefined, string, RegExp][] = [
    [{ address: `${address}/missing` }, undefined, 'address', /no such page/],
    [{ address: 'http://169.254.169.254/latest' }, undefined, 'address', /not on the public internet/],
    [{ address: 'quay' }, undefined, 'address', /beginning with https/],
    [{ address: '' }, undefined, 'address', /beginning with https/],
    [{ address: '' }, { bytes: Buffer.from('%PDF-1.4 cut'), name: 'a.pdf' }, 'file', /broken/],
    [{ address: '' }, { bytes: Uint8Array.of(0, 1, 2, 255), name: 'a.bin' }, 'file', /not a text file/],
  ]
  for (const [fields, file, name, sentence] of refusals) {
    const { status, text } = await look(fields, file)
    assert.equal(status, 422, `${JSON.stringify(fields)} ${text}`)
    const $ = load(text)
    assert.match($(`form[action="/documents/intake"] [name=${name}]`).closest('.field').find('.error').text(), sentence)
    assert.equal($('form[action="/documents/intake"] [name=address]').val(), fields['address'])
  }
  assert.equal(await db.intake.count(), before)
})

test('a program looks first and imports then; forms that break off or bring too much are refused', async () => {
  const json = { Accept: 'application/json' }
  const { body } = await editor
    .post('/documents/intake')
    .set(json)
    .send({ address: `${address}/quay` })
    .expect(201)
  const { id, fields, leftOut } = body as { id: number; fields: Record<string, unknown>; leftOut: string[] }
  assert.deepEqual(leftOut, ['Get our stories each morning, free of charge.'])
  const imported = await editor
    .post('/documents')
    .set(json)
    .send({ ...fields, publisher: 'Another Gazette', url: '', intakeId: id })
    .expect(201)
  assert.equal((imported.body as { outcome: string }).outcome, 'shared')
  const version = await db.version.findFirstOrThrow({ orderBy: { id: 'desc' } })
  assert.equal(await originalOf(version), story)

  const formatted = editor.post('/documents/intake/formatted').set(json)
  const { body: words } = await formatted.send({ html: '<h2>Quay closed</h2><p>It is sinking.</p>' }).expect(200)
  assert.deepEqual(words, { text: 'Quay closed\n\nIt is sinking.' })
  // Word sends its styles along, more than any form has.
  const styled = `<!-- ${'p { margin: 0 }'.repeat(80_000)} --><p>It is sinking.</p>`
  const { body: long } = await editor.post('/documents/intake/formatted').set(json).send({ html: styled }).expect(200)
  assert.deepEqual(long, { text: 'It is sinking.' })
  for (const html of ['<img src=x>', '<div>'.repeat(300)]) {
    const { body: refused } = await editor.post('/documents/intake/formatted').set(json).send({ html }).expect(422)
    assert.match((refused as { errors: { html: string[] } }).errors.html[0] ?? '', /no words in what|nested too deeply/)
  }
  const multipart = { ...sameOrigin, 'Content-Type': 'multipart/form-data; boundary=b' }
  const cut = '--b\r\nContent-Disposition: form-data; name="file"; filename="a.txt"\r\n\r\nThe quay'
  await editor.post('/documents/intake').set(multipart).send(cut).expect(400)
  await editor
    .post('/documents/intake')
    .set({ ...multipart, 'Content-Type': 'multipart/form-data' })
    .send(cut)
    .expect(400)
  await editor.post('/documents').set(multipart).send(cut).expect(415)
})

test('what nobody imported is forgotten after a day', async () => {
  await db.intake.updateMany({ data: { createdAt: new Date(Date.now() - 25 * 60 * 60 * 1000) } })
  const { headers } = await look({ address: `${address}/quay` })
  assert.equal(await db.intake.count(), 1)
  await editor.get(headers['location'] ?? '').expect(200)
  const { text } = await editor.get('/documents/new?intake=1').set('Accept', 'text/html').expect(404)
  assert.match(text, /kept for a day only/)
})

test('damage in a text is shown before and after, mended as ticked, and the original is kept', async () => {
  const wrapped = [
    'The harbour master told reporters on Tuesday that the northern quay',
    'would stay closed until engineers had measured how far it had sunk.',
    'Nobody is going to unload a ship on something that moves, said the',
    'deputy, Ines Okoro, who had seen the cracks her\u00ADself on Monday.',
  ].join('\r\n')
  const form = await openForm(editor, '/documents/new', '/documents')
  const before = await db.document.count()
  const { headers } = await editor
    .post('/documents')
    .type('form')
    .send({
      ...form,
      text: wrapped,
      publisher: 'Quay Courier',
      authors: 'Ida Holm',
      kind: 'report',
      published: '2024-02',
    })
    .expect(303)
  assert.equal(await db.document.count(), before)
  const { text } = await editor.get(headers['location'] ?? '').expect(200)
  const $ = load(text)
  const [, wraps] = $('.mend')
    .toArray()
    .map((mend) => $(mend).find('tbody tr').first())
  assert.match($('.mend').first().text(), /her\[-\]self.*herself/s)
  assert.match(wraps?.find('td').first().text() ?? '', /northern quay\nwould/)
  assert.match(wraps?.find('td').last().text() ?? '', /northern quay would/)
  const ticked = $('[name=mends]:checked')
    .toArray()
    .map((box) => $(box).val())
  assert.deepEqual(ticked, ['marks', 'wraps'])
  const again = { ...readForm($, '/documents'), mends: ['wraps'] }
  // Unticked, also where the form comes back with an error.
  const back = await editor
    .post('/documents')
    .type('form')
    .send({ ...again, publisher: '' })
    .expect(422)
  assert.deepEqual(
    load(back.text)('[name=mends]:checked')
      .toArray()
      .map((box) => $(box).val()),
    ['wraps'],
  )
  await editor.post('/documents').type('form').send(again).expect(303)
  const document = await db.document.findFirstOrThrow({
    orderBy: { id: 'desc' },
    include: { versions: { include: { text: true } }, publisher: true },
  })
  const [version] = document.versions
  const asSent = wrapped.replaceAll('\r\n', '\n')
  assert.equal(version?.text.content, asSent.replaceAll('\n', ' '))
  assert.equal(await originalOf(version), asSent)
  assert.equal(version.method, 'pasted')
  assert.equal(document.publisher.name, 'Quay Courier')
  assert.deepEqual([document.kind, document.authors, document.publishedPrecision], ['report', ['Ida Holm'], 'month'])

  const { body } = await editor
    .post('/documents')
    .set('Accept', 'application/json')
    .send({ text: wrapped, publisher: 'Another Courier', mends: ['marks', 'wraps'], title: 'Quay' })
    .expect(201)
  const byProgram = await db.version.findFirstOrThrow({
    where: { documentId: (body as { id: number }).id },
    include: { text: true },
  })
  assert.match(byProgram.text.content, /cracks herself on Monday\.$/)
  assert.equal(await originalOf(byProgram), wrapped)
})

test('addresses of one page are one, whoever shared them', () => {
  const one = 'gazette.example/2024/quay?id=7&page=2'
  for (const address of [
    'https://www.gazette.example/2024/quay/?page=2&id=7&utm_source=mail&fbclid=x#top',
    'http://gazette.example:80/2024/quay?id=7&page=2',
    'HTTPS://WWW.Gazette.Example/2024/quay?gclid=1&id=7&page=2&at_medium=rss',
  ]) {
    assert.equal(addressKey(address), one)
  }
  assert.notEqual(addressKey('https://gazette.example/2024/Quay?id=7&page=2'), one)
  assert.notEqual(addressKey('https://gazette.example/2024/quay?id=8&page=2'), one)
  assert.equal(addressKey('https://gazette.example/'), 'gazette.example')
  assert.equal(addressKey('mailto:a@b.example'), undefined)
})

const agency = Array.from(
  { length: 12 },
  (_, i) =>
    `The harbour master of quay ${i} told reporters on day ${i} that pier ${i * 7} would stay closed until engineer ${i * 3} had measured how far crane ${i} sank.`,
).join(' ')

test('wire copy is found by its words, also cut or changed, and nothing else is', () => {
  const changed = agency.replaceAll('told', 'assured').replace('reporters', 'the press')
  const { same = 0 } = likenessOf(agency, changed) ?? {}
  assert.ok(same > 0.9 && same < 1, String(same))
  const cut = likenessOf(agency, agency.slice(0, agency.length / 2))
  assert.ok(cut && cut.within > 0.98 && cut.same < cut.within, JSON.stringify(cut))
  const other = Array.from({ length: 200 }, (_, i) => `word${i * i}`).join(' ')
  assert.equal(likenessOf(agency, other), undefined)
  assert.equal(likenessOf('Too short to tell.', 'Too short to tell.'), undefined)
  const shared = (a: string, b: string) => bandsOf(a).filter((band) => bandsOf(b).includes(band)).length
  assert.ok(shared(agency, changed) > 5)
  assert.equal(shared(agency, other), 0)
  assert.deepEqual(bandsOf('Quay'), [])
})

const json = { Accept: 'application/json' }

test('nearly the same text from another publisher is told, linked as a copy on both pages, and can be unlinked', async () => {
  const first = await editor
    .post('/documents')
    .set(json)
    .send({ text: agency, publisher: 'Wire A', title: 'By wire' })
    .expect(201)
  const { id } = first.body as { id: number }
  const copied = agency.replaceAll('told', 'assured')
  const form = await openForm(editor, '/documents/new', '/documents')
  const { headers } = await editor
    .post('/documents')
    .type('form')
    .send({ ...form, text: copied, publisher: 'Paper B', title: 'Printed', url: '' })
    .expect(303)
  const preview = load((await editor.get(headers['location'] ?? '').expect(200)).text)
  assert.match(preview('.what-was-found .warning').text(), /nearly the text \(9\d % the same\) of: By wire, Wire A/)
  await editor.post('/documents').type('form').send(readForm(preview, '/documents')).expect(303)
  const copy = await db.document.findFirstOrThrow({ where: { title: 'Printed' } })
  for (const [page, title] of [
    [id, 'Printed'],
    [copy.id, 'By wire'],
  ] as const) {
    const $ = load((await editor.get(`/documents/${page}`).redirects(1).expect(200)).text)
    assert.equal($('.copies a').text(), title)
  }
  // Readers learn of no draft.
  await db.document.update({ where: { id }, data: { state: 'published', publishedAt: new Date() } })
  const readers = await request(app).get(`/documents/${id}`).redirects(1).expect(200)
  assert.doesNotMatch(readers.text, /Printed|Paper B/)
  await db.document.update({ where: { id: copy.id }, data: { state: 'published', publishedAt: new Date() } })
  assert.match(
    (await request(app).get(`/documents/${id}`).redirects(1).expect(200)).text,
    /Printed<\/a>, Paper B \(9\d %\)/,
  )

  await request(app).post(`/documents/${id}/copies/${copy.id}/undo`).set(sameOrigin).set(json).expect(401)
  await editor.post(`/documents/${id}/copies/${copy.id}/undo`).set(json).expect(200)
  await editor.post(`/documents/${copy.id}/copies/${id}/undo`).set(json).expect(404)
  for (const page of [id, copy.id]) {
    assert.doesNotMatch((await editor.get(`/documents/${page}`).redirects(1)).text, /Nearly the same text/)
  }
  const events = await db.event.findMany({ where: { documentId: { in: [id, copy.id] } }, orderBy: { id: 'asc' } })
  assert.deepEqual(
    events.map(({ action }) => action),
    ['document_imported', 'document_imported', 'document_linked', 'document_unlinked'],
  )
})

test('another text at a known address is offered as a new version, and the same text is known there', async () => {
  const send = (fields: object) =>
    editor
      .post('/documents')
      .set(json)
      .send({ publisher: 'Wire C', title: 'Sinking', ...fields })
  const sinking = 'The quay is sinking, said the harbour master of Port Ansel.'
  const { body } = await send({ text: sinking, url: 'https://www.wire-c.example/sinking/?utm_source=x' }).expect(201)
  const { id } = body as { id: number }
  const known = await send({
    text: sinking,
    publisher: 'Somebody else',
    url: 'http://wire-c.example/sinking#top',
  }).expect(201)
  assert.deepEqual([(known.body as { id: number }).id, (known.body as { outcome: string }).outcome], [id, 'known'])

  const again = { text: `${sinking} It has stopped.`, url: 'http://wire-c.example/sinking' }
  const refused = await send(again).expect(422)
  const { choices } = refused.body as { choices: { versionOf: { value: string }[] } }
  assert.equal(choices.versionOf[0]?.value, String(id))
  const form = await openForm(editor, '/documents/new', '/documents')
  const page = await editor
    .post('/documents')
    .type('form')
    .send({ ...form, ...again, publisher: 'Wire C' })
    .expect(422)
  assert.equal(load(page.text)('[name=versionOf]').val(), String(id))
  const version = await send({ ...again, versionOf: id }).expect(201)
  assert.deepEqual((version.body as { outcome: string }).outcome, 'version')
  const versions = await db.version.findMany({
    where: { documentId: id },
    orderBy: { number: 'asc' },
    include: { text: true },
  })
  assert.deepEqual(
    versions.map(({ number, text }) => [number, text.content]),
    [
      [1, sinking],
      [2, again.text],
    ],
  )
  assert.match((await editor.get(`/documents/${id}/desk`).expect(200)).text, /It has stopped\./)

  const changes = await editor.get(`/documents/${id}/versions/2/changes`).set(json).expect(200)
  assert.deepEqual((changes.body as { changes: object[] }).changes.at(-1), { kind: 'added', words: 'It has stopped.' })
  await editor.get(`/documents/${id}/versions/1/changes`).expect(404)

  // Undone, and done again.
  await editor.post(`/documents/${id}/versions/2/removal`).set(json).expect(200)
  assert.equal((await db.document.findUniqueOrThrow({ where: { id }, include: { text: true } })).text.content, sinking)
  await editor.post(`/documents/${id}/versions/1/removal`).set(json).expect(422)
  await send({ ...again, versionOf: id }).expect(201)

  // What was recorded stays where it is, and its place in the next text is kept beside it.
  await editor
    .post(`/documents/${id}/statements`)
    .set(json)
    .send({ quote: 'The quay is sinking', mode: 'direct', hops: [{ source: 'The harbour master', cue: 'said' }] })
    .expect(201)
  await send({ ...again, text: 'Other words.', versionOf: id }).expect(201)
  const [, , later] = await db.version.findMany({
    where: { documentId: id },
    orderBy: { number: 'asc' },
    include: { reanchorings: true },
  })
  await editor.post(`/documents/${id}/versions/2/removal`).set(json).expect(422)
  assert.deepEqual([later?.isLater, later?.reanchorings.map(({ kind }) => kind)], [true, ['gone']])
  assert.match((await editor.get(`/documents/${id}/desk`).expect(200)).text, /It has stopped\./)
  const { body: same } = await send({ ...again, text: 'Other words.', versionOf: id }).expect(201)
  assert.equal((same as { outcome: string }).outcome, 'known')
  await send({ ...again, text: 'Third words.', versionOf: 4711 }).expect(422, /There is no document 4711/)
})

const fetching = { allowed: allowing(['127.0.0.0/8']), userAgent: 'OnRecord/0.1 (+https://desk.example)' }

async function readAll(file: string): Promise<Found[]> {
  const all: Found[] = []
  for await (const found of readDocuments([file], 1_000_000, fetching, (one) => findKnown(db, one))) all.push(found)
  return all
}

test('the articles of a feed and of a list are imported once each, and each failure is named', async () => {
  const item = (end: string, more = '') => `<item><title>Tom & Quay</title><link>${address}${end}</link>${more}</item>`
  const when = '<pubDate>Thu, 07 Oct 2021 01:30:00 +0300</pubDate>'
  feeds['/rss'] =
    `<rss version="2.0"><channel><title>Port News</title>${item('/quay?from-feed=1', when)}${item('/gone')}</channel></rss>`
  feeds['/atom'] =
    `<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Port News</title><entry><id>1</id><link href="/quay?from-feed=1&amp;utm_source=atom"/></entry></feed>`
  feeds['/json'] = JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    items: [{ id: '1', url: `${address}/quay?from-feed=1#top` }],
  })
  feeds['/bomb'] =
    `<!DOCTYPE rss [<!ENTITY a "${'x'.repeat(1000)}"><!ENTITY b "${'&a;'.repeat(1000)}">]><rss version="2.0"><channel><title>&b;</title>${item('/quay')}</channel></rss>`
  feeds['/broken'] = '<rss version="9"><chan'

  const [gone, quay, ...others] = await readAll(`${address}/rss`)
  assert.deepEqual(others, [])
  assert.match(gone?.refusal ?? '', /no such page/)
  assert.equal(gone?.file, `${address}/gone`)
  const document = quay?.document
  assert.equal(document?.fields.title, 'Quay closed')
  assert.equal(document.fields.publisher, 'Port Gazette')
  const {
    mends: _,
    intakeId: __,
    ...data
  } = NewDocument.parse({ ...document.fields, text: `${String(document.fields.text)} By feed.` })
  const given = {
    ...data,
    method: 'fetched' as const,
    fetchedFrom: document.fetchedFrom ?? '',
    maxTextBytes: 1e6,
    by: null,
  }
  const { documentId, outcome } = await importDocument(db, given)
  assert.equal(outcome, 'new')
  assert.equal((await db.work.findFirstOrThrow({ where: { documentId } })).assigneeId, null)

  // The next time, and in other feeds and lists, it is known without being fetched.
  for (const feed of ['/atom', '/json'])
    assert.deepEqual(await readAll(`${address}${feed}`), [
      {
        file: `${address}${feed === '/atom' ? '/quay?from-feed=1&utm_source=atom' : '/quay?from-feed=1#top'}`,
        known: documentId,
      },
    ])
  const list = path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'list-')), 'list.csv')
  fs.writeFileSync(list, `title,url\n"Quay, closed","${address}/quay?from-feed=1"\nGone,${address}/gone\nNothing\n`)
  const listed = await readAll(list)
  assert.deepEqual(listed[0], { file: list, line: 2, known: documentId })
  assert.match(listed[1]?.refusal ?? '', /no such page/)
  assert.match(listed[2]?.refusal ?? '', /no address in it/)
  assert.equal(listed.length, 3)

  const [bomb] = await readAll(`${address}/bomb`)
  assert.match(bomb?.refusal ?? '', /entities of its own/)
  const [broken] = await readAll(`${address}/broken`)
  assert.match(broken?.refusal ?? '', /can’t be read|no article/)
  const { status, text } = await look({ address: `${address}/rss` })
  assert.equal(status, 422)
  assert.match(load(text)('#address-error, .error').text(), /It is a feed/)
})

const handlers = handlersFor(db, config)
const silent = pino({ level: 'silent' })

/** Does what is due, and nothing that waits for its time. */
async function runQueue(): Promise<void> {
  while (await runNext(db, handlers)) continue
}

/** A page about something else for each number. */
const pageAbout = (n: number) =>
  story.replace(
    /<article>.*<\/article>/s,
    `<article><h1>Pier ${n}</h1><p>${agency.replaceAll('quay', `pier ${n}`)}</p></article>`,
  )
const sends = (n: number) => (res: http.ServerResponse) =>
  void res.writeHead(200, { 'Content-Type': 'text/html' }).end(pageAbout(n))

type Shown = { state: string; name: string; problem: string | null; document: { title: string } | null }
type ShownImport = { progress: Record<string, number>; items: Shown[] }

async function importShown(path: string): Promise<ShownImport> {
  return ((await editor.get(path).set(json).expect(200)).body as { found: ShownImport }).found
}

test('many are imported at once in the background: each is a draft, known or not imported, and says why', async () => {
  for (const n of [1, 2, 3]) answers[`/many/${n}`] = sends(n)
  answers['/many/busy'] = (res) => void res.writeHead(503).end()
  feeds['/many.xml'] =
    `<rss version="2.0"><channel><title>Port News</title>${[2, 3].map((n) => `<item><link>${address}/many/${n}?utm_source=rss</link></item>`).join('')}</channel></rss>`
  answers['/many/2?utm_source=rss'] = sends(2)
  answers['/many/3?utm_source=rss'] = sends(3)

  const empty = load((await editor.get('/imports').expect(200)).text)
  assert.match(empty('.empty').text(), /None yet/)
  assert.equal(empty('[name=suggest]').attr('checked'), 'checked', 'as for one document')
  const form = await openForm(editor, '/imports', '/imports')
  const asked = [`${address}/many/1`, `${address}/many/2`, `${address}/many/1?utm_medium=mail`, `${address}/many.xml`]
  const refused = [`${address}/many/gone`, 'http://169.254.169.254/latest', `${address}/many/busy`]
  const wrong = await editor
    .post('/imports')
    .field({ ...form, addresses: `${address}/many/1\nquay` })
    .expect(422)
  assert.match(load(wrong.text)('[name=addresses]').closest('.field').find('.error').text(), /no address in line 2/)
  await editor
    .post('/imports')
    .field({ ...form, addresses: '' })
    .expect(422, /Paste an address, or choose a file/)
  assert.equal(await db.job.count(), 0)

  const sent = editor
    .post('/imports')
    .field({ ...form, publisher: 'Port Office', addresses: [...asked, ...refused].join('\n') })
  void sent.attach(
    'files',
    Buffer.from(makePdf([[{ x: 60, y: 700, text: 'The cranes were sold, she said on Tuesday.' }]])),
    'cranes.pdf',
  )
  const lines = [{ title: 'By line', text: 'The ferry will not sail on Sunday.' }, { title: 'No text' }]
  void sent.attach('files', Buffer.from(lines.map((line) => JSON.stringify(line)).join('\n')), 'list.jsonl')
  void sent.attach('files', Buffer.from(`title,link\nPier,"${address}/many/1"\n`), 'list.csv')
  void sent.attach('files', Buffer.from('%PDF-1.4 cut'), 'cut.pdf')
  const path = (await sent.expect(303)).headers['location'] ?? ''
  assert.deepEqual((await importShown(path)).progress, {
    total: 10,
    stored: 0,
    versions: 0,
    known: 0,
    failed: 0,
    waiting: 10,
    settled: 0,
  })
  await runQueue()

  const { progress, items } = await importShown(path)
  assert.deepEqual(progress, { total: 11, stored: 5, versions: 0, known: 0, failed: 4, waiting: 1, settled: 10 })
  const told = Object.fromEntries(
    items.map(({ name, state, problem, document }) => [name.replace(address, ''), [state, problem ?? document?.title]]),
  )
  assert.deepEqual(told, {
    '/many/1': ['stored', 'Pier 1'],
    '/many/2': ['stored', 'Pier 2'],
    '/many.xml': ['listed', undefined],
    '/many/3?utm_source=rss': ['stored', 'Pier 3'],
    '/many/gone': ['failed', 'There is no such page (the site answers 404). Look at the address'],
    'http://169.254.169.254/latest': [
      'failed',
      '169.254.169.254 is not on the public internet. The desk fetches nothing from inside your network',
    ],
    '/many/busy': ['again', 'The site has trouble (it answers 503)'],
    'cranes.pdf': ['stored', 'The cranes were sold, she said on Tuesday.'],
    'list.jsonl, line 1': ['stored', 'By line'],
    'list.jsonl, line 2': [
      'failed',
      'It has no "text". Write the words as they were published there, or the "url" of their page',
    ],
    'cut.pdf': ['failed', told['cut.pdf']?.[1]],
  })

  const cranes = await db.version.findFirstOrThrow({
    where: { originalName: 'cranes.pdf' },
    include: { document: { include: { publisher: true, work: true } } },
  })
  assert.equal(cranes.document.publisher.name, 'Port Office')
  assert.deepEqual([cranes.document.state, cranes.document.work?.assigneeId], ['draft', null])
  assert.equal((await db.event.findFirstOrThrow({ where: { documentId: cranes.documentId } })).accountId !== null, true)
  assert.equal(await db.importItem.count({ where: { outcome: { not: null }, content: { not: null } } }), 0)

  // Each that failed by itself, or all, once what was wrong is mended; a program does the same.
  answers['/many/gone'] = sends(4)
  const $ = load((await editor.get(path).expect(200)).text)
  assert.equal($('progress').attr('value'), '10')
  assert.match($('.import-items').text(), /Not yet .*The site has trouble \(it answers 503\)\. Next try: \d/s)
  const button = $('.import-items li')
    .filter((_, li) => $(li).text().includes('/many/gone'))
    .find('form')
  await editor
    .post(`${path}/retries`)
    .type('form')
    .send({ item: button.find('[name=item]').val() })
    .expect(303)
  await runQueue()
  const { body } = await editor.post(`${path}/retries`).set(json).send({}).expect(200)
  assert.equal((body as { count: number }).count, 3)
  await runQueue()
  assert.deepEqual((await importShown(path)).progress, {
    total: 11,
    stored: 6,
    versions: 0,
    known: 0,
    failed: 3,
    waiting: 1,
    settled: 10,
  })
  const again = await editor
    .post('/imports')
    .set(json)
    .send({ addresses: [`${address}/many/1?fbclid=2`] })
    .expect(201)
  await runQueue()
  const { items: known } = await importShown((again.body as { url: string }).url)
  assert.deepEqual(
    known.map(({ state, document }) => [state, document?.title]),
    [['known', 'Pier 1']],
  )
  await request(app).get(path).set(json).expect(401)
  await editor.post('/imports/9999/retries').set(json).send({}).expect(404)
})

test('many at once are answered for what the import of one asks: mends, new versions, pages that a list of lines names', async () => {
  await db.import.deleteMany()
  await db.job.deleteMany()
  const url = 'https://wire-d.example/cranes'
  const crane = 'The crane was sold to the port of Ansel, she said.'
  const first = { text: crane, title: 'Crane', publisher: 'Wire D', url }
  const { body } = await editor.post('/documents').set(json).send(first).expect(201)
  const { id: documentId } = body as { id: number }
  const wrapped = [
    'The harbour master told reporters on Tuesday that the northern quay',
    'would stay closed until engineers had measured how far it had sunk.',
    'Nobody is going to unload a ship on something that moves, said the',
    'deputy, Ines Okoro, who had seen the cracks herself on Sunday.',
  ].join('\n')
  answers['/lines/1'] = (res) => void res.writeHead(200, { 'Content-Type': 'text/html' }).end(pageAbout(61))
  const asLines = (...lines: object[]) => Buffer.from(lines.map((line) => JSON.stringify(line)).join('\n'))
  const sends = async (fields: Record<string, string>, lines: Buffer) => {
    const sent = editor.post('/imports').field({ publisher: 'Wire D', ...fields })
    void sent.attach('files', Buffer.from(wrapped), 'wrapped.txt')
    const { headers } = await sent.attach('files', lines, 'list.jsonl').expect(303)
    return headers['location'] ?? ''
  }
  const changedText = { ...first, text: `${crane} It was the last one.` }
  const left = await sends({}, asLines(changedText, { url: `${address}/lines/1` }, { url: `${address}/lines/2` }))
  // Pages of one site wait for each other, also where lines of a file name them.
  const lanes = await db.job.findMany({ select: { lane: true }, orderBy: { id: 'asc' } })
  const lane = `site ${new URL(address).host}`
  assert.deepEqual(
    lanes.map((job) => job.lane),
    [null, null, lane, lane],
  )
  await runQueue()
  type Told = Shown & { id: number; remarks: string[]; isKnownAddress: boolean; document: { id: number } | null }
  const told = async (path: string) => (await importShown(path)).items as Told[]
  const [known, gone, ...stored] = await told(left)
  assert.match(known?.problem ?? '', /belongs to document \d+, “Crane”, with another text/)
  assert.deepEqual([known?.isKnownAddress, known?.document?.id], [true, documentId])
  assert.match(gone?.problem ?? '', /no such page/)
  assert.deepEqual(
    stored.map(({ state, document, remarks }) => [state, document?.title, remarks]),
    [
      ['stored', wrapped.split('\n')[0], ['Remove line breaks within paragraphs: 3 places, not done']],
      ['stored', 'Pier 61', []],
    ],
  )
  const $ = load((await editor.get(left).expect(200)).text)
  const asVersion = $('.import-items form:has([name=asVersion])')
  assert.equal(asVersion.length, 1, 'only where a document has the address')
  const fields = Object.fromEntries(
    asVersion
      .find('input')
      .toArray()
      .map((input) => [$(input).attr('name') ?? '', $(input).val()]),
  )
  await editor.post(`${left}/retries`).type('form').send(fields).expect(303)
  await runQueue()
  assert.equal((await told(left)).find(({ id }) => id === known?.id)?.state, 'version')
  assert.equal(await db.version.count({ where: { documentId } }), 2)
  const counted = load((await editor.get(left).expect(200)).text)('#import-progress').text()
  assert.equal(counted, '4 of 4 done: 2 stored as drafts, 1 as a new version, 0 known already, 1 not imported.')

  // The same, answered beforehand; what has the same text by now is known.
  answers['/lines/1'] = (res) =>
    void res
      .writeHead(200, { 'Content-Type': 'text/html' })
      .end(pageAbout(61).replace('</article>', '<p>It was reopened on Friday at noon.</p></article>'))
  const again = { ...first, text: `${crane} It was sold again.` }
  const answered = await sends(
    { mend: 'true', newVersions: 'true', publisher: 'Wire E' },
    asLines(again, { url: `${address}/lines/1` }, changedText),
  )
  await runQueue()
  assert.deepEqual(
    (await told(answered)).map(({ name, state, remarks }) => [name, state, remarks]),
    [
      ['list.jsonl, line 3', 'known', []],
      ['list.jsonl, line 1', 'version', []],
      ['list.jsonl, line 2', 'version', []],
      ['wrapped.txt', 'stored', ['Remove line breaks within paragraphs: 3 places, done']],
    ],
  )
  const mended = await db.version.findFirstOrThrow({
    where: { originalName: 'wrapped.txt' },
    orderBy: { id: 'desc' },
    include: { text: true },
  })
  assert.equal(mended.text.content, wrapped.replaceAll('\n', ' '))
  assert.equal(await originalOf(mended), wrapped)
  assert.equal(await db.version.count({ where: { documentId } }), 3)
})

test('readers keep the text of a published document until somebody who may correct it has read another', async () => {
  const { id: by } = await makeAccount(db, 'reviewer')
  const reviewer = await signIn(app, await makeAccount(db, 'reviewer'))
  const url = `${address}/lines/3`
  answers['/lines/3'] = (res) =>
    void res.writeHead(200, { 'Content-Type': 'text/html' }).end(story.replace('northern quay', 'UNREAD quay'))
  const ferry = 'The ferry was sold to the port of Ansel, she said.'
  const first = { text: ferry, title: 'Ferry', publisher: 'Wire F', url }
  const { id } = (await editor.post('/documents').set(json).send(first).expect(201)).body as { id: number }
  await publish(db, id, { by })
  const other = { ...first, text: `${ferry} UNREAD words.` }
  const readers = async () => {
    const pages = [`/documents/${id}`, `/documents/${id}/versions`, `/documents/${id}/versions/2`]
    return Promise.all(pages.map(async (page) => (await request(app).get(page).redirects(1)).text))
  }
  const told = async (path: string) =>
    (await importShown(path)).items.map(({ state, problem, ...item }) => [
      state,
      problem,
      'isKnownAddress' in item && item.isKnownAddress,
    ])
  const unread = `Readers can see document ${id}, and nobody has looked at its new text. Store it on the document’s page “Versions”`
  const sends = async (fields: Record<string, string>) => {
    const sent = editor
      .post('/imports')
      .field(fields)
      .attach('files', Buffer.from(JSON.stringify(other)), 'a.jsonl')
    const path = (await sent.expect(303)).headers['location'] ?? ''
    await runQueue()
    return path
  }
  const left = await sends({})
  assert.deepEqual(
    (await told(left)).map(([state, , isKnown]) => [state, isKnown]),
    [['failed', true]],
  )
  await editor.post(`${left}/retries`).set(json).send({ asVersion: true }).expect(200)
  await runQueue()
  assert.deepEqual(await told(left), [['failed', unread, false]], 'and what the attempt before found is forgotten')
  assert.deepEqual(await told(await sends({ newVersions: 'true' })), [['failed', unread, false]])

  for (const [who, path, fields] of [
    [editor, '/documents', { ...other, versionOf: id }],
    [editor, `/documents/${id}/versions`, { text: other.text }],
    [editor, `/documents/${id}/versions`, { text: '' }],
    [reviewer, `/documents/${id}/versions`, { text: '' }],
  ] as const) {
    const { body } = await who.post(path).set(json).send(fields).expect(422)
    assert.match((body as { errors: { text: string[] } }).errors.text[0] ?? '', /Ask a reviewer to read the text/)
  }
  assert.doesNotMatch((await readers()).join(), /UNREAD/)
  assert.equal(await db.version.count({ where: { documentId: id } }), 1)

  await reviewer
    .post('/documents')
    .set(json)
    .send({ ...other, versionOf: id })
    .expect(201)
  assert.match((await readers())[0] ?? '', /UNREAD words/)
})

test('two desks do no job twice, one site is asked by one at a time, and what a dead one left is done again', async () => {
  await db.import.deleteMany()
  await db.job.deleteMany()
  let atOnce = 0
  let most = 0
  const asked: string[] = []
  for (let n = 10; n < 22; n++) {
    answers[`/twice/${n}`] = (res, req) => {
      asked.push(req.url ?? '')
      most = Math.max(most, ++atOnce)
      setImmediate(() => atOnce-- && sends(n)(res))
    }
  }
  const addresses = Array.from({ length: 12 }, (_, i) => `${address}/twice/${i + 10}`)
  const { url } = (await editor.post('/imports').set(json).send({ addresses }).expect(201)).body as { url: string }

  // One died with its work begun: nothing is stored, and another begins it when its time is over.
  const left = await takeJob(db)
  assert.ok(left)
  assert.equal(await takeJob(db), null, 'its site is asked by somebody')
  await db.job.update({ where: { id: left.id }, data: { heldUntil: new Date(0) } })
  await Promise.all([runQueue(), runQueue(), runQueue()])
  await runQueue()
  assert.deepEqual(
    asked.toSorted(),
    addresses.map((one) => one.slice(address.length)),
  )
  assert.equal(most, 1)
  assert.equal((await importShown(url)).progress['stored'], 12)
  const { id: twelve } = await db.document.findFirstOrThrow({ where: { title: 'Pier 12' } })
  assert.equal(await db.event.count({ where: { documentId: twelve, action: 'document_imported' } }), 1)

  // Whoever lost a job stores nothing more of it.
  await assert.rejects(
    db.$transaction((tx) => finishJob(tx, left)),
    JobLost,
  )
  const text = Buffer.from('The lighthouse went dark on Monday.')
  const sent = editor.post('/imports').field({ publisher: 'Port Office' }).attach('files', text, 'lost.txt')
  await sent.expect(303)
  const lost = await takeJob(db)
  assert.ok(lost)
  await db.job.update({ where: { id: lost.id }, data: { holder: 'another' } })
  await assert.rejects(handlers.import_item(lost), JobLost)
  assert.equal(await db.document.count({ where: { title: { startsWith: 'The lighthouse' } } }), 0)
  // What ends the process each time is given up.
  await db.job.update({ where: { id: lost.id }, data: { heldUntil: new Date(0), attempts: mostAttempts } })
  await runQueue()
  const given = await db.job.findUniqueOrThrow({ where: { id: lost.id } })
  assert.deepEqual([given.state, given.problem], ['failed', 'It was started several times and never finished'])
})

test('the queue of a desk begins what is left, is woken for more, and stops with nothing under way', async () => {
  await db.job.updateMany({
    where: { state: 'failed' },
    data: { state: 'running', heldUntil: new Date(Date.now() + held), holder: 'dead', attempts: 1 },
  })
  const done: string[] = []
  let told = () => {}
  const next = () => new Promise<void>((resolve) => (told = resolve))
  const telling = {
    ...handlers,
    import_item: async (job: Parameters<typeof handlers.import_item>[0]) => {
      await handlers.import_item(job)
      done.push(`job ${job.id}`)
      told()
    },
  }
  const first = next()
  const queue = startQueue(db, silent, telling, { alone: true })
  await first
  const second = next()
  const sent = editor.post('/imports').field({ publisher: 'Port Office' })
  await sent.attach('files', Buffer.from('The ferry came back on Friday.'), 'ferry.txt').expect(303)
  queue.wake()
  await second
  await queue.stop()
  assert.equal(done.length, 2)
  assert.equal(await db.job.count({ where: { state: { in: ['waiting', 'running'] } } }), 0)
  assert.equal(await db.document.count({ where: { title: { startsWith: 'The ferry came' } } }), 1)
  // What a stop interrupts is begun again at the next start, and its try does not count.
  const stuck = editor.post('/imports').field({ publisher: 'Port Office' })
  await stuck.attach('files', Buffer.from('The pilot boat is late.'), 'late.txt').expect(303)
  let begun = () => {}
  const running = new Promise<void>((resolve) => (begun = resolve))
  let end = () => {}
  const never = new Promise<void>((resolve) => (end = resolve))
  const stuckFor = { ...handlers, import_item: async () => (begun(), never) }
  const hanging = startQueue(db, silent, stuckFor, { alone: true, patience: 0 })
  await running
  await hanging.stop()
  end()
  const interrupted = await db.job.findFirstOrThrow({ orderBy: { id: 'desc' } })
  assert.deepEqual([interrupted.state, interrupted.attempts, interrupted.holder], ['waiting', 0, null])
})

test('a watched feed is looked at by itself: new articles arrive once, failures are told, and it is asked only for changes', async () => {
  await db.import.deleteMany()
  await db.job.deleteMany()
  const admin = await signIn(app, await makeAccount(db, 'admin'))
  const asked: string[] = []
  let articles: [id: string, end: string][] = [
    ['a', '/watch/1'],
    ['b', '/watch/2'],
  ]
  let status = 200
  answers['/watched'] = (res, req) => {
    const etag = `"${JSON.stringify(articles).length}"`
    asked.push(req.headers['if-none-match'] ?? '-')
    if (status !== 200) return void res.writeHead(status).end()
    if (req.headers['if-none-match'] === etag) return void res.writeHead(304).end()
    const items = articles.map(([id, end]) => ({ id, url: address + end }))
    res.writeHead(200, { ETag: etag, 'Content-Type': 'application/feed+json' })
    res.end(JSON.stringify({ version: 'https://jsonfeed.org/version/1.1', title: 'Port Watch', items }))
  }
  for (const n of [1, 2, 3]) answers[`/watch/${n}`] = sends(n + 30)
  answers['/watch/2?utm_source=feed'] = sends(32)
  answers['/watch/1-moved'] = sends(31)
  const shown = async () => {
    type Feed = {
      id: number
      title: string
      problem: string | null
      isPaused: boolean
      next: string | null
      imports: { total: number }[]
    }
    const { feeds: all } = (await editor.get('/watched-feeds').set(json).expect(200)).body as { feeds: Feed[] }
    return all[0] ?? assert.fail('no feed is watched')
  }
  const look = async () => {
    await editor
      .post(`/watched-feeds/${(await shown()).id}/look`)
      .set(json)
      .expect(200)
    await runQueue()
    return shown()
  }

  await editor.get('/watched-feeds').expect(200, /No feed is watched/)
  const form = await openForm(editor, '/watched-feeds', '/watched-feeds')
  await editor
    .post('/watched-feeds')
    .type('form')
    .send({ ...form, address: 'watched' })
    .expect(422, /beginning with https/)
  await editor
    .post('/watched-feeds')
    .type('form')
    .send({ ...form, address: `${address}/watched` })
    .expect(303)
  await editor
    .post('/watched-feeds')
    .set(json)
    .send({ address: `${address}/watched/?utm_source=x#top` })
    .expect(422)
  await runQueue()
  const first = await shown()
  assert.deepEqual([first.title, first.problem, first.imports.map(({ total }) => total)], ['Port Watch', null, [2]])
  assert.ok(Date.parse(first.next ?? '') > Date.now() + 20 * 60_000, 'in half an hour')
  assert.equal(await db.document.count({ where: { title: { in: ['Pier 31', 'Pier 32'] }, state: 'draft' } }), 2)

  // Nothing has changed, then only ids and addresses; then there is one more.
  assert.deepEqual((await look()).imports.length, 1)
  articles = [
    ['a', '/watch/1-moved'],
    ['changed', '/watch/2?utm_source=feed'],
  ]
  assert.equal((await look()).imports.length, 1)
  articles.push(['c', '/watch/3'])
  assert.deepEqual(
    (await look()).imports.map(({ total }) => total),
    [1, 2],
  )
  assert.equal(await db.document.count({ where: { title: 'Pier 33' } }), 1)
  assert.equal(asked[0], '-')
  assert.match(asked[1] ?? '', /^"\d+"$/)

  // Troubled, it is asked less and less often, and says why; paused, not at all.
  status = 503
  await look()
  const troubled = await look()
  assert.equal(troubled.problem, 'The site has trouble (it answers 503)')
  assert.ok(Date.parse(troubled.next ?? '') > Date.now() + 110 * 60_000, 'in two hours')
  status = 200
  assert.equal((await look()).problem, null)
  await editor.post(`/watched-feeds/${first.id}/pause`).set(json).expect(200)
  const before = asked.length
  await db.job.updateMany({ data: { dueAt: new Date(0) } })
  await runQueue()
  assert.deepEqual([asked.length, (await shown()).isPaused], [before, true])
  await editor.get('/watched-feeds').expect(200, /Paused/)
  assert.equal((await look()).isPaused, false)

  // Who looks after the desk sees what failed and why, and begins it again.
  answers['/watch/4'] = (res) => void res.writeHead(404).end()
  articles.push(['d', '/watch/4'])
  await look()
  const queue = load((await admin.get('/queue').expect(200)).text)
  assert.match(queue('main').text(), /Failed \(1\).*\/watch\/4.*There is no such page.*Waiting \(1\).*Look at a feed/s)
  const told = queue('main > p').first().text()
  for (const done of [
    'imports',
    'feeds',
    'fetches pages again',
    'what evidence links to',
    'draws pages',
    'suggestions',
  ])
    assert.ok(told.includes(done), `${done}: ${told}`)
  answers['/watch/4'] = sends(34)
  const retry = queue('form[action^="/queue/"]').attr('action') ?? ''
  await admin.post(retry).type('form').send({}).expect(303)
  await admin.post(retry).type('form').send({}).expect(404)
  await runQueue()
  assert.equal(await db.document.count({ where: { title: 'Pier 34' } }), 1)
  await editor.get('/queue').set(json).expect(403)

  await editor.post(`/watched-feeds/${first.id}/removal`).type('form').send({}).expect(303)
  assert.deepEqual([await db.watchedFeed.count(), await db.feedEntry.count()], [0, 0])
  assert.equal(await db.job.count({ where: { kind: 'look_at_feed' } }), 0)
  await editor.post(`/watched-feeds/${first.id}/look`).set(json).expect(404)
})

test('a feed that does not fit in an import, and an empty file, are named and not passed over', async () => {
  const asked = { files: [], publisher: '', suggest: false, by: account.id }
  feeds['/two.xml'] =
    `<rss version="2.0"><channel><title>Two</title>${[7, 8].map((n) => `<item><link>${address}/two/${n}</link></item>`).join('')}</channel></rss>`
  const { id } = await beginImport(db, { ...asked, addresses: `${address}/two.xml` })
  await addPieces(
    db,
    id,
    Array.from({ length: 998 }, (_, n) => ({ name: `${n}`, content: Buffer.from('Quay') })),
  )
  await db.job.updateMany({ where: { item: { importId: id, url: null } }, data: { state: 'done' } })
  await runQueue()
  const { items } = await importShown(`/imports/${id}`)
  const feed = items.find(({ name }) => name.endsWith('/two.xml'))
  assert.equal(feed?.problem, 'This feed has 2 articles, more than fit in this import. Import the feed by itself')

  const form = await openForm(editor, '/imports', '/imports')
  const sent = editor.post('/imports').field({ ...form, publisher: 'Port Office' })
  void sent.attach('files', Buffer.alloc(0), 'empty.txt')
  const path = (await sent.expect(303)).headers['location'] ?? ''
  await runQueue()
  const [empty] = (await importShown(path)).items
  assert.deepEqual([empty?.name, empty?.state], ['empty.txt', 'failed'])
  assert.match(empty?.problem ?? '', /no text in it/)
})

test('a list is divided whole or refused before it is read, and addresses are not cut at their commas', () => {
  const [one, two] = ['https://press.example/7,75398,1,x.html', 'https://press.example/7,75398,2,x.html']
  const named = (asked: Parameters<typeof divide>[0]) => divide(asked).map(({ name }) => name)
  assert.deepEqual(named({ addresses: `${one}\n${two}`, files: [] }), [one, two])
  const list = (name: string, words: string) => ({ name, bytes: Buffer.from(words), mediaType: 'text/plain' })
  const table = list('list.csv', 'address,title\nhttps://press.example/1,Title\nhttps://press.example/2,Other')
  assert.deepEqual(named({ addresses: '', files: [table] }), ['https://press.example/1', 'https://press.example/2'])
  for (const long of [
    list('a.jsonl', '1\n'.repeat(300_000)),
    list('a.csv', '\n'.repeat(300_000)),
    list('a.jsonl', '\n'.repeat(300_000)),
  ])
    assert.throws(() => divide({ addresses: '', files: [long] }), /too many lines/)
  const wide = list('a.urls', `https://press.example/${'x'.repeat(2000)}`)
  assert.throws(() => divide({ addresses: '', files: [wide] }), /line 1 is longer than 2,000/)
})

test('an article that can’t be stored is left out of a feed or tidied', () => {
  const items = [
    { id: 'a\u0000b', title: `Tidal \u0000${'a'.repeat(499)}\u{1F30A}`, url: 'https://press.example/a' },
    { id: 'b', title: 'Too long', url: `https://press.example/${'ж'.repeat(1500)}` },
    { id: 'ж'.repeat(5000), title: 'Kept', url: 'https://press.example/c' },
  ]
  const feed = { version: 'https://jsonfeed.org/version/1.1', title: 'Press \ud800', items }
  const read = readFeed(JSON.stringify(feed), 'https://press.example/feed.json')
  assert.deepEqual(
    read.map(({ url }) => url),
    ['https://press.example/c', 'https://press.example/a'],
  )
  for (const one of read) {
    assert.ok(Buffer.byteLength(one.id ?? '') < 2700)
    const words = JSON.stringify(one)
    assert.ok(!words.includes('\\u0000') && !/\\ud[89a-f]/i.test(words), words)
  }
})
