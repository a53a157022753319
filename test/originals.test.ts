import assert from 'node:assert/strict'
import fs from 'node:fs'
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { Readable } from 'node:stream'
import { after, before, test } from 'node:test'
import zlib from 'node:zlib'
import { load } from 'cheerio'
import request from 'supertest'
import pino from 'pino'
import { WARCParser } from 'warcio'
import { handlersFor } from '../src/background.ts'
import { importDocument } from '../src/documents/documents.ts'
import { NewDocument } from '../src/documents/schema.ts'
import { endThread } from '../src/intake/thread.ts'
import { folderStore } from '../src/originals/folder.ts'
import { holdingAtMost, holdOriginal } from '../src/originals/held.ts'
import { hashOf, keep, removeUnnamed } from '../src/originals/keep.ts'
import { storeOf } from '../src/originals/stores.ts'
import { clearHalves, listUnnamed, sweep } from '../src/originals/sweep.ts'
import { runNext } from '../src/queue/queue.ts'
import { addVersion } from '../src/versions/versions.ts'
import { openTestDesk } from './support/desk.ts'
import {
  giveVerdictOn,
  makeAccount,
  makeDocument,
  publish,
  recordOn,
  sameOrigin,
  signIn,
  stateClaim,
  visitor,
} from './support/world.ts'

/* What texts were read from is kept as it came, once, and only the newsroom sees it. */

const page = (
  word: string,
) => `<html lang=en><head><title>Quay ${word}</title><link rel=preconnect href=https://elsewhere.example><meta HTTP-EQUIV=refresh content=0><meta property="og:site_name" content="Port Gazette"></head>
<body><article><p>The harbour master said on Tuesday that the ${word} quay would stay closed until engineers had measured it.</p></article></body></html>`
const html = { 'Content-Type': 'text/html' }
const paid =
  '<script type="application/ld+json">{"@type":"NewsArticle","headline":"A","isAccessibleForFree":false}</script>'
let isBusy = true
const packed = zlib.gzipSync(page('packed'))
const site = http.createServer((req, res) => {
  if (req.url === '/moved') return res.writeHead(302, { Location: '/packed?to=it' }).end()
  if (req.url?.startsWith('/packed')) {
    res.writeHead(200, {
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Encoding': 'gzip',
      'X-Edition': 'late',
      'Set-Cookie': 'pass=lets-in',
    })
    return res.end(packed)
  }
  if (req.url === '/busy' && isBusy) return res.writeHead(503).end()
  if (req.url === '/members') return res.writeHead(302, { Location: '/account/login?to=/members' }).end()
  if (req.url === '/paid') return res.writeHead(200, html).end(page('paid').replace('</head>', `${paid}</head>`))
  if (req.url === '/drawn')
    return res.writeHead(200, html).end('<html><body><div id=app></div><script src=/app.js></script>')
  if (req.url === '/402') return res.writeHead(402).end()
  if (req.url === '/robots.txt') return res.writeHead(404).end()
  res.writeHead(200, { 'Content-Type': 'text/html' }).end(page(String(req.url?.slice(1))))
})
let address = ''
before(async () => {
  await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve))
  address = `http://127.0.0.1:${(site.address() as AddressInfo).port}`
})
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'on-record-originals-'))
const environment = { FETCH_ALLOW: '127.0.0.0/8', ORIGINALS_DIR: folder, CHROMIUM: path.join(folder, 'no-browser') }
const lines: string[] = []
const log = pino({ level: 'warn' }, { write: (line) => lines.push(line) })
const { app, db, config, close } = await openTestDesk({ environment, log })
after(async () => {
  site.closeAllConnections()
  site.close()
  await endThread()
  await close()
  fs.rmSync(folder, { recursive: true, force: true })
})
const editor = await signIn(app, await makeAccount(db, 'editor'))
const reader = visitor(app)
const json = { Accept: 'application/json' }
/** As often as the desk has something else to do in between; a test that waits in vain is ended by its limit. */
async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await new Promise((resolve) => setImmediate(resolve))
}
const fileOf = (sha256: string) => path.join(folder, sha256.slice(0, 2), sha256.slice(2))
const filesIn = (from: string) =>
  fs.readdirSync(from, { recursive: true, withFileTypes: true }).filter((one) => one.isFile())

async function importFrom(at: string): Promise<number> {
  const { body } = await editor.post('/documents/intake').set(json).send({ address: at }).expect(201)
  const { id, fields } = body as { id: number; fields: object }
  const imported = await editor
    .post('/documents')
    .set(json)
    .send({ ...fields, intakeId: id })
    .expect(201)
  return (imported.body as { id: number }).id
}

function arrival(word: string) {
  const text = `The ${word} quay is closed, said the harbour master.`
  const given = NewDocument.parse({ title: `Quay ${word}`, publisher: `Paper ${word}`, text })
  return { ...given, method: 'file' as const, originalName: `${word}.html`, maxTextBytes: 1_000_000, by: null }
}

let moved: { documentId: number; original: { id: number; sha256: string } }

test('a page is kept as it came, with its headers and where it was, and an editor sees that it is whole', async () => {
  const documentId = await importFrom(`${address}/moved`)
  const original = await db.original.findFirstOrThrow({ where: { version: { documentId } } })
  moved = { documentId, original }
  assert.equal(original.sha256, hashOf(Buffer.from(page('packed'))))
  assert.equal(fs.readFileSync(fileOf(original.sha256), 'utf8'), page('packed'))
  assert.equal(fs.statSync(fileOf(original.sha256)).mode & 0o777, 0o600)

  const version = load((await editor.get(`/documents/${documentId}/versions/1`).expect(200)).text)
  const at = version('a[href^="/originals/"]').attr('href') ?? ''
  assert.equal(at, `/originals/${original.id}`)
  assert.match(version('.facts dd').text(), /: packed/, 'the newsroom is told what the file was called')
  const shown = await editor.get(at).expect(200)
  assert.match(String(shown.headers['content-security-policy']), /;frame-src 'self'$/)
  const $ = load(shown.text)
  const facts = Object.fromEntries(
    $('dl dt')
      .toArray()
      .map((dt) => [$(dt).text(), $(dt).next('dd').text()]),
  )
  assert.equal(facts['Address'], `${address}/packed?to=it`)
  assert.equal(facts['Asked for'], `${address}/moved`)
  assert.equal(facts['Answer'], '200')
  assert.equal(facts['Fingerprint (SHA-256)'], original.sha256)
  assert.equal(facts['x-edition'], 'late')
  assert.equal(facts['content-encoding'], 'gzip')
  assert.equal(facts['set-cookie'], 'not kept')
  assert.match(facts['State'] ?? '', /Unchanged/)
  assert.equal($('iframe').attr('sandbox'), '')
  assert.equal($('iframe').attr('src'), `${at}/view`)

  const view = await editor.get(`${at}/view`).expect(200)
  assert.match(String(view.headers['content-security-policy']), /^sandbox; default-src 'none'; /)
  assert.equal(view.headers['x-content-type-options'], 'nosniff')
  assert.doesNotMatch(view.text, /<link|http-equiv/i)
  assert.equal(view.headers['cache-control'], 'private, no-store')
  await editor.get(`${at}/view`).set('Sec-Fetch-Dest', 'document').expect(303).expect('Location', at)
  const file = await editor.get(`${at}/file`).buffer(true).expect(200)
  assert.equal(hashOf(file.body as Buffer), original.sha256)
  assert.match(String(file.headers['content-disposition']), /^attachment; filename=packed\.html$/)
  assert.match(String(file.headers['content-security-policy']), /^sandbox; /)
})

test('readers never see an original, nor learn that there is one', async () => {
  const { documentId, original } = moved
  await publish(db, documentId, {})
  for (const end of ['', '/view', '/file', '/warc'])
    await reader.get(`/originals/${original.id}${end}`).set(json).expect(401)
  for (const at of [
    `/documents/${documentId}`,
    `/documents/${documentId}/versions/1`,
    `/documents/${documentId}/versions`,
  ])
    for (const as of ['text/html', 'application/json']) {
      const { text } = await reader.get(at).set('Accept', as).redirects(1)
      assert.doesNotMatch(text, /originals?\b|originalName|: packed|moved|x-edition/i, `${at} as ${as}`)
    }
})

test('the archive of an original is read by another reader, with the answer, the question and the same bytes', async () => {
  const { original, documentId } = moved
  const { body } = await editor.get(`/originals/${original.id}/warc`).buffer(true).parse(bytesOf).expect(200)
  const records = await readArchive(body as Buffer)
  assert.doesNotMatch(gunzipAll(body as Buffer), /lets-in/)
  assert.deepEqual(
    records.map(({ type }) => type),
    ['warcinfo', 'response', 'request', 'metadata'],
  )
  const [, response, request, metadata] = records
  assert.equal(response?.url, `${address}/packed?to=it`)
  assert.equal(response?.status, 'HTTP/1.1 200 OK')
  assert.equal(hashOf(response?.payload ?? Buffer.of()), original.sha256)
  assert.equal(response?.headers.get('x-edition'), 'late')
  assert.equal(response?.headers.get('content-encoding'), null, 'the bytes are unpacked')
  assert.equal(response?.digest, `sha256:${base32(original.sha256)}`)
  assert.equal(request?.status, 'GET /packed?to=it HTTP/1.1')
  assert.match(request?.headers.get('user-agent') ?? '', /^OnRecord/)
  assert.equal(request?.concurrentTo, response?.id)
  assert.match(metadata?.payload.toString() ?? '', new RegExp(`document: .*/documents/${documentId}/versions/1\r\n`))
})

test('the same bytes are kept once, also by two at the same moment', async () => {
  const original = { bytes: Buffer.from(page('twice')) }
  const store = storeOf(config)
  const many = ['one', 'two', 'three', 'four'].map((word) => importDocument(db, { ...arrival(word), original, store }))
  await Promise.all(many)
  const sha256 = hashOf(original.bytes)
  assert.equal(await db.original.count({ where: { sha256 } }), 4)
  assert.equal(filesIn(folder).filter(({ name }) => name === sha256.slice(2)).length, 1)
  assert.deepEqual(fs.readdirSync(path.join(folder, 'incoming')), [])
})

test('nothing that is kept is removed by itself, and of what is half written only what is old and named by us', async () => {
  const store = folderStore(folder)
  const lost = await keep(store, { bytes: Buffer.from('another desk’s, or of an import that broke off'), name: 'lost' })
  const incoming = path.join(folder, 'incoming')
  const [half, within] = ['0b9c1f8e-6a57-4c4e-9d3a-0f5d2b7c1a11', '0b9c1f8e-6a57-4c4e-9d3a-0f5d2b7c1a22']
  fs.writeFileSync(path.join(incoming, half), 'ha')
  fs.writeFileSync(path.join(incoming, 'notes.txt'), 'somebody’s')
  fs.mkdirSync(path.join(incoming, within))
  await clearHalves(store, log)
  assert.equal(fs.readdirSync(incoming).length, 3, 'it may belong to an import under way')
  const tomorrow = Date.now() + 25 * 60 * 60 * 1000
  await clearHalves(store, log, tomorrow)
  assert.deepEqual(fs.readdirSync(incoming).toSorted(), [within, 'notes.txt'])
  assert.ok(fs.existsSync(fileOf(lost.row.sha256)))

  // Somebody has to ask for it.
  await db.originalBytes.create({ data: { sha256: hashOf(Buffer.from('alone')), bytes: Buffer.from('alone') } })
  const found = async (now: number) => {
    const list = []
    for await (const one of listUnnamed(db, store, now)) list.push(one)
    return list
  }
  const ofOurs = [lost.row.sha256, hashOf(Buffer.from('alone'))]
  const [young, alone] = await found(Date.now())
  assert.deepEqual([young?.sha256, alone?.sha256], ofOurs)
  assert.equal(young && (await sweep(db, store, young)), false, 'it is not a day old')
  for (const one of await found(tomorrow)) assert.ok(await sweep(db, store, one))
  assert.deepEqual(await found(tomorrow), [])
  assert.ok(!fs.existsSync(fileOf(lost.row.sha256)))
  assert.ok(fs.existsSync(fileOf(moved.original.sha256)))
  fs.rmSync(incoming, { recursive: true })

  // Removed between the two steps of an import, it is kept again when that is tried again: nothing is sent in the second.
  const bytes = Buffer.from(page('swept'))
  let swept = false
  const hasty = {
    ...store,
    has: async (sha256: string) => {
      if (!swept) await store.remove(sha256)
      swept = true
      return store.has(sha256)
    },
  }
  const arrives = () => importDocument(db, { ...arrival('swept'), original: { bytes }, store: hasty })
  await assert.rejects(arrives(), /was removed by somebody else meanwhile\. Nothing was imported/)
  await arrives()
  assert.ok(fs.existsSync(fileOf(hashOf(bytes))))
})

test('a full disk, or a folder that is none, refuses the import in a sentence and leaves nothing', async (t) => {
  const before = await db.document.count()
  const full = Object.assign(new Error('ENOSPC: no space left on device'), { code: 'ENOSPC' })
  const { body } = await editor
    .post('/documents/intake')
    .set(json)
    .send({ address: `${address}/full` })
    .expect(201)
  const { id, fields } = body as { id: number; fields: object }
  const send = () =>
    editor
      .post('/documents')
      .set(json)
      .send({ ...fields, intakeId: id })

  const rename = t.mock.method(fs.promises, 'rename', () => Promise.reject(full))
  const refused = await send().expect(507)
  assert.match((refused.body as { detail: string }).detail, /^The disk is full, .* Nothing was imported\. Ask/)
  assert.ok(!JSON.stringify(refused.body).includes(folder), 'where it is is for the log')
  assert.ok(lines.at(-1)?.includes(folder))
  await editor
    .post('/imports')
    .set(json)
    .send({ addresses: `${address}/later` })
    .expect(201)
  await runNext(db, handlersFor(db, config))
  const job = await db.job.findFirstOrThrow({ orderBy: { id: 'desc' } })
  assert.equal(job.state, 'waiting')
  assert.match(job.problem ?? '', /^The disk is full/)
  assert.equal(await db.document.count(), before)
  assert.deepEqual(fs.readdirSync(path.join(folder, 'incoming')), [], 'no half of it stays')

  rename.mock.restore()
  await send().expect(201)
  const file = path.join(folder, 'a-file')
  fs.writeFileSync(file, '')
  await assert.rejects(
    importDocument(db, { ...arrival('none'), original: { bytes: Buffer.from('a') }, store: folderStore(file) }),
    /can’t be kept \(\w+\)\. Nothing .*ORIGINALS_DIR/,
  )
})

test('when a later text is removed, so are the bytes it was read from, in either place, unless another needs them', async () => {
  const store = storeOf(config)
  const first = { bytes: Buffer.from('the first text as it came') }
  const { documentId } = await importDocument(db, { ...arrival('removed'), original: first, store })
  const add = (word: string, bytes: Buffer, to: typeof store) => {
    const text = `The ${word} quay is open again, said the harbour master.`
    return addVersion(db, {
      documentId,
      text,
      method: 'file',
      original: { bytes },
      store: to,
      maxTextBytes: 1_000,
      by: null,
    })
  }
  const [inFolder, inDatabase] = ['kept in a folder', 'kept in the database'].map((words) => Buffer.from(words))
  assert.ok(inFolder && inDatabase)
  await add('second', inFolder, store)
  await add('third', inDatabase, undefined)
  await add('fourth', first.bytes, store)
  const remove = (number: number) =>
    editor.post(`/documents/${documentId}/versions/${number}/removal`).set(json).send({}).expect(200)
  await remove(4)
  assert.ok(fs.existsSync(fileOf(hashOf(first.bytes))), 'the first is still read from it')
  assert.equal(await db.originalBytes.count({ where: { sha256: hashOf(inDatabase) } }), 1)
  await remove(3)
  assert.equal(await db.originalBytes.count({ where: { sha256: hashOf(inDatabase) } }), 0)
  assert.ok(fs.existsSync(fileOf(hashOf(inFolder))))
  await remove(2)
  assert.ok(!fs.existsSync(fileOf(hashOf(inFolder))))
  assert.equal(await removeUnnamed(db, store, hashOf(first.bytes)), false)
})

test('an original that was damaged or lost is not shown as if it were whole, and comes back with its bytes', async () => {
  const documentId = await importFrom(`${address}/damaged`)
  const { id, sha256 } = await db.original.findFirstOrThrow({ where: { version: { documentId } } })
  const look = async (state: RegExp) => assert.match((await editor.get(`/originals/${id}`).expect(200)).text, state)
  fs.writeFileSync(fileOf(sha256), 'another page')
  lines.length = 0
  await look(/damaged after it was kept/)
  const { text, headers } = await editor.get(`/originals/${id}/file`).expect(404)
  assert.match(text, /damaged after it was kept: its hash is another/)
  assert.equal(headers['retry-after'], undefined)
  assert.equal(lines.length, 1, 'told once')
  assert.match(lines[0] ?? '', /"level":40,.*damaged/)
  await keep(storeOf(config), { bytes: Buffer.from(page('damaged')), name: 'again' })
  await look(/Unchanged since it came/)

  fs.rmSync(fileOf(sha256))
  await look(/is missing from where originals are kept/)
  fs.mkdirSync(fileOf(sha256))
  const unread = await editor.get(`/originals/${id}/warc`).set(json).expect(404)
  assert.match((unread.body as { detail: string }).detail, /^The original can’t be read \(EISDIR\)/)
  assert.ok(!unread.text.includes(folder))
  await db.originalBytes.create({ data: { sha256, bytes: Buffer.from(page('damaged')) } })
  await look(/Unchanged since it came/)
  fs.rmdirSync(fileOf(sha256))
})

test('an original is shown as it was read, and saved with the ending of what it is', async () => {
  const utf16 = Buffer.concat([Buffer.of(0xff, 0xfe), Buffer.from('Müller', 'utf16le')])
  const html = '<!doctype html><meta charset=hz-gb-2312><p>The quay'
  const cases: [name: string, type: string, bytes: Buffer, shown: RegExp | undefined, saved: string][] = [
    ['report.hta', 'text/html; charset=replacement', Buffer.from(html), /The quay/, 'report.hta.html'],
    ['quay.HTM', 'text/html; charset=utf-8', Buffer.from(html), /The quay/, 'quay.HTM'],
    ['a.txt', 'text/plain; charset=iso-2022-kr', Buffer.from('The quay'), /^The quay$/, 'a.txt'],
    ['b', 'text/plain; charset=iso-8859-1', Buffer.from('Müller'), /^Müller$/, 'b.txt'],
    ['c.md', 'text/markdown', utf16, /^Müller$/, 'c.md'],
    ['d.txt', 'text/plain', Buffer.from('Müller', 'latin1'), undefined, 'd.txt.bin'],
    ['quay\u202Efdp.exe', 'application/pdf', Buffer.from('%PDF-1.4'), undefined, 'quayfdp.exe.pdf'],
    ['..\\', 'message/rfc822', Buffer.from('From: a\n\nThe quay'), /The quay/, 'original-N.eml'],
  ]
  for (const [name, type, bytes, shown, saved] of cases) {
    const exchange = { asked: address, url: address, status: 200, requestHeaders: [], headers: [] }
    const headers: [string, string][] = [['content-type', type]]
    const original = { bytes, exchange: { ...exchange, headers } }
    const { documentId } = await importDocument(db, { ...arrival(saved), originalName: name, original })
    const { id } = await db.original.findFirstOrThrow({ where: { version: { documentId } } })
    const about = load((await editor.get(`/originals/${id}`).expect(200)).text)
    assert.equal(about('iframe').length, shown ? 1 : 0, saved)
    const view = await editor.get(`/originals/${id}/view`).expect(shown ? 200 : 404)
    if (shown) assert.match(view.text, shown)
    const file = await editor.get(`/originals/${id}/file`).expect(200)
    const disposition = String(file.headers['content-disposition'])
    assert.equal(/filename="?([^"]*)"?$/.exec(disposition)?.[1], saved.replace('N', String(id)), disposition)
  }
})

test('what is held of originals at once is bounded, those who wait come in order, and too many are told to come again', async () => {
  const hold = holdingAtMost({ most: 100, mostWaiting: 3 })
  const begun: string[] = []
  const ends: Record<string, () => void> = {}
  const begin = (name: string, bytes: number) =>
    hold(bytes, () => {
      begun.push(name)
      return new Promise<void>((resolve) => (ends[name] = resolve))
    })
  const works = [begin('a', 60), begin('b', 40), begin('too large by itself', 1000), begin('c', 10), begin('d', 90)]
  await assert.rejects(begin('one more', 1), (error) => {
    assert.equal((error as { status?: number }).status, 503)
    return /Try again in a moment/.test(String(error))
  })
  const settled = () => new Promise((resolve) => setImmediate(resolve))
  await settled()
  assert.deepEqual(begun, ['a', 'b'])
  ends['a']?.()
  await settled()
  assert.deepEqual(begun, ['a', 'b'], 'it has its turn alone')
  ends['b']?.()
  await settled()
  ends['too large by itself']?.()
  await settled()
  assert.deepEqual(begun, ['a', 'b', 'too large by itself', 'c', 'd'])
  for (const name of ['c', 'd']) ends[name]?.()
  await Promise.all(works)
  await assert.rejects(
    hold(100, () => Promise.reject(new Error('lost'))),
    /lost/,
  )
  await hold(100, () => Promise.resolve())
})

test('whoever leaves while waiting for an original gives up their place at once', async () => {
  const hold = holdingAtMost({ most: 100, mostWaiting: 2 })
  let end = () => {}
  const first = hold(60, () => new Promise<void>((resolve) => (end = resolve)))
  const [large, small] = [new AbortController(), new AbortController()]
  const waits = hold(100, () => Promise.resolve('large'), large.signal)
  const begun: string[] = []
  const behind = hold(30, async () => void begun.push('behind'), small.signal)
  large.abort(new Error('left'))
  await assert.rejects(waits, /left/)
  await behind
  assert.deepEqual(begun, ['behind'], 'what waited behind it has its turn')
  small.abort()
  assert.equal(hold.waiting(), 0)
  end()
  await first
  await hold(100, () => Promise.resolve())
  await assert.rejects(
    hold(1, () => Promise.resolve(), AbortSignal.abort(new Error('gone'))),
    /gone/,
  )

  const { documentId } = await importDocument(db, {
    ...arrival('waited for'),
    original: { bytes: Buffer.from(page('waited for')) },
  })
  const { id } = await db.original.findFirstOrThrow({ where: { version: { documentId } } })
  // A server of its own: supertest closes the one that it makes for a request only when that is answered.
  const server = http.createServer(app)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { email, password } = await makeAccount(db, 'editor')
  const browser = request.agent(server).set(sameOrigin)
  await browser.post('/session').type('form').send({ email, password }).expect(303)
  let release = () => {}
  const all = holdOriginal(1_000_000_000, () => new Promise<void>((resolve) => (release = resolve)))
  const left = ['', '/view', '/file', '/warc'].map((end) => browser.get(`/originals/${id}${end}`))
  for (const one of left) one.end(() => undefined)
  await until(() => holdOriginal.waiting() === left.length)
  const before = lines.length
  for (const one of left) one.abort()
  await until(() => holdOriginal.waiting() === 0)
  release()
  await all
  await editor.get(`/originals/${id}/file`).expect(200)
  assert.equal(lines.length, before, 'it is no fault')
  server.closeAllConnections()
  server.close()
})

test('an original gives its room back when it was sent, and its page is decoded once, when it is shown', async (t) => {
  const bytes = Buffer.from(page('room'))
  const { documentId } = await importDocument(db, { ...arrival('room'), original: { bytes } })
  const { id } = await db.original.findFirstOrThrow({ where: { version: { documentId } } })
  // As large as all that may be open at once: if one of them kept its room, the next would wait for ever.
  await db.original.update({ where: { id }, data: { size: 1_000_000_000 } })
  const decode = t.mock.method(TextDecoder.prototype, 'decode')
  const decoded = () =>
    decode.mock.calls.filter(({ result }) => typeof result === 'string' && result.includes('harbour master said'))
      .length
  await editor.get(`/originals/${id}`).expect(200)
  await editor.get(`/originals/${id}/file`).expect(200)
  assert.equal(decoded(), 0)
  await editor.get(`/originals/${id}/view`).expect(200)
  assert.equal(decoded(), 1)
  await Promise.all(['view', 'file', 'warc', 'file'].map((end) => editor.get(`/originals/${id}/${end}`).expect(200)))
  await db.originalBytes.delete({ where: { sha256: hashOf(bytes) } })
  await editor.get(`/originals/${id}/file`).expect(404)
  await editor.get(`/originals/${id}/warc`).expect(404)
})

test('on a desk without a folder the database keeps originals, and each kind of file is shown or downloaded', async () => {
  const bytes = Buffer.from('%PDF-1.4 not much of one')
  const { documentId } = await importDocument(db, {
    ...arrival('by database'),
    originalName: 'a.pdf',
    original: { bytes },
  })
  const { id, sha256 } = await db.original.findFirstOrThrow({ where: { version: { documentId } } })
  assert.equal(await db.originalBytes.count({ where: { sha256 } }), 1)
  const $ = load((await editor.get(`/originals/${id}`).expect(200)).text)
  assert.equal($('iframe').length, 0)
  assert.match($('main').text(), /not shown here\. Download it/)
  await editor.get(`/originals/${id}/view`).expect(404)
  const text = { ...arrival('plain'), originalName: 'plain.txt', original: { bytes: Buffer.from('<b>The quay</b>') } }
  const plain = await importDocument(db, text)
  const { id: textId } = await db.original.findFirstOrThrow({ where: { version: { documentId: plain.documentId } } })
  await editor
    .get(`/originals/${textId}/view`)
    .expect('Content-Type', /^text\/plain/)
    .expect(200, '<b>The quay</b>')
  const { body } = await editor.get(`/originals/${textId}/warc`).buffer(true).parse(bytesOf).expect(200)
  const [, resource] = await readArchive(body as Buffer)
  assert.equal(resource?.type, 'resource')
  assert.equal(resource?.payload.toString(), '<b>The quay</b>')
})

test('an editor has a page drawn; without a browser that starts, the page says so, and readers learn nothing', async () => {
  const { documentId } = await importDocument(db, {
    ...arrival('drawn'),
    original: { bytes: Buffer.from(page('drawn')) },
  })
  const { id } = await db.original.findFirstOrThrow({ where: { version: { documentId } } })
  const at = `/originals/${id}`
  const action = load((await editor.get(at).expect(200)).text)('#drawn ~ form').attr('action') ?? ''
  assert.equal(action, `${at}/drawing`)
  await editor.post(action).type('form').send({}).expect(303).expect('Location', at)
  assert.match((await editor.get(at).expect(200)).text, /It is being drawn/)
  while (await runNext(db, handlersFor(db, config)));
  assert.match((await editor.get(at).expect(200)).text, /Not drawn yet:.* The browser can’t be started/)
  await reader.post(action).set(json).send({}).expect(401)

  const picture = await db.original.create({ data: { sha256: '1'.repeat(64), size: 1, name: 'a', ofId: id } })
  await editor.post(`/originals/${picture.id}/drawing`).set(json).send({}).expect(404)
  const without = handlersFor(db, { ...config, chromium: undefined })
  await editor.post(action).type('form').send({}).expect(303)
  while (await runNext(db, without));
  const { drawJob } = await db.original.findUniqueOrThrow({ where: { id }, select: { drawJob: true } })
  assert.deepEqual(
    [drawJob?.state, drawJob?.problem],
    ['failed', 'This desk has no browser to draw pages with (CHROMIUM)'],
  )
  await db.original.delete({ where: { id: picture.id } })
})

test('what evidence links to is kept, and where it can’t be, the desk says why and tries again', async () => {
  const by = (await makeAccount(db, 'reviewer')).id
  const document = await makeDocument(db)
  const statement = await recordOn(db, document.id)
  const claim = await stateClaim(db, statement.id)
  const links = ['evidence', 'paid', 'drawn', 'members', '402', 'busy'].map((path) => `${address}/${path}`)
  const evidence = links.map((url) => ({
    kind: 'official_document' as const,
    stance: 'supports' as const,
    title: url,
    url,
    publisher: 'Port Office',
  }))
  const verdict = await giveVerdictOn(db, { claimId: claim.id }, { by, evidence })
  await giveVerdictOn(db, { statementId: statement.id }, { by, evidence })
  assert.equal(await db.snapshot.count(), links.length, 'each once')
  const at = `/claims/${claim.id}`
  const states = async (as = editor) => {
    const $ = load((await as.get(at).redirects(1).expect(200)).text)
    return $('.kept-link')
      .toArray()
      .map((one) => $(one).text().replace(/\s+/g, ' ').trim())
  }
  assert.deepEqual(await states(), Array(links.length).fill('The desk will keep this page as it is now.'))

  const handlers = handlersFor(db, config)
  while (await runNext(db, handlers));
  const [kept, paywall, drawn, login, subscribers, busy] = await states()
  assert.match(kept ?? '', /^Kept as it was on /)
  assert.match(paywall ?? '', /^Not kept: .*paywall.* What came/)
  assert.match(drawn ?? '', /^Not kept: .*scripts would have to load it.* save it as a file/)
  assert.match(login ?? '', /^Not kept: The site asks for a login first/)
  assert.match(subscribers ?? '', /^Not kept: The site shows this page to subscribers only \(402\)/)
  assert.match(busy ?? '', /^Not kept yet: The site has trouble \(it answers 503\)\. The desk tries again on its own/)
  const { sha256, id } = await db.original.findFirstOrThrow({ where: { snapshot: { url: links[0] ?? '' } } })
  assert.equal(fs.readFileSync(fileOf(sha256), 'utf8'), page('evidence'))
  assert.match((await editor.get(`/originals/${id}`).expect(200)).text, /Evidence links to it/)

  // Tried again by itself, and once more at somebody's wish; what was kept before stays.
  isBusy = false
  await db.job.updateMany({ where: { kind: 'keep_link', state: 'waiting' }, data: { dueAt: new Date() } })
  const again =
    load((await editor.get(at).redirects(1).expect(200)).text)('form[action^="/snapshots/"]').attr('action') ?? ''
  await editor.post(again).type('form').send({}).expect(303)
  while (await runNext(db, handlers));
  const after = await states()
  assert.match(after[0] ?? '', /^Kept as it was on .* before: /)
  assert.match(after[5] ?? '', /^Kept as it was on /)
  assert.equal(await db.original.count({ where: { sha256 } }), 2)
  const told = await db.event.groupBy({ by: ['action'], where: { action: { startsWith: 'link_' } }, _count: true })
  const counts = Object.fromEntries(told.map(({ action, _count }) => [action, _count]))
  assert.deepEqual(counts, { link_kept: 3, link_not_kept: 4, link_asked_again: 1 })

  // Wherever that evidence is shown to the newsroom, and in a form of the page without one of its own.
  const below = await recordOn(db, document.id, { quote: 'Not one container ship' })
  const shown = [`/documents/${document.id}`, `/claims/${claim.id}/verdicts`]
  const within = [`/documents/${document.id}/publication`, `/statements/${below.id}/check`]
  const reviewer = await signIn(app, await makeAccount(db, 'reviewer'))
  const linksOn = async (path: string, as: typeof editor) => {
    const $ = load((await as.get(path).redirects(1)).text)
    const kept = $('.kept-link').filter((_, one) => /^Kept as it was on/.test($(one).text().trim())).length
    return [kept > 0, $('form[action^="/snapshots/"]').length > 0]
  }
  for (const path of shown) assert.deepEqual(await linksOn(path, reviewer), [true, true], path)
  for (const path of within) assert.deepEqual(await linksOn(path, reviewer), [true, false], path)

  const asked = await db.original.count({ where: { sha256, drawJobId: { not: null } } })
  assert.equal(asked, 2, 'where there is a browser, it draws what is kept')

  await publish(db, document.id, { claimIds: [claim.id], verdictIds: [verdict.id] })
  assert.deepEqual(await states(reader), [])
  for (const path of [...shown, `/statements/${statement.id}`]) {
    assert.deepEqual(await linksOn(path, reader), [false, false], path)
    const { text } = await reader.get(path).set(json).redirects(1)
    assert.doesNotMatch(text, /snapshot|originals/, path)
  }
  assert.doesNotMatch((await reader.get(at).set(json).redirects(1)).text, /snapshot|originals/)
  await editor.post('/snapshots/999999/again').set(json).expect(404)
})

function bytesOf(answer: unknown, done: (error: Error | null, body: Buffer) => void): void {
  const res = answer as NodeJS.ReadableStream
  const pieces: Buffer[] = []
  res.on('data', (piece: Buffer) => pieces.push(piece))
  res.on('end', () => done(null, Buffer.concat(pieces)))
}

function gunzipAll(archive: Buffer): string {
  return zlib.gunzipSync(archive).toString()
}

/** By warcio, which this project does not write with. */
async function readArchive(bytes: Buffer) {
  const records = []
  for await (const record of new WARCParser(Readable.toWeb(Readable.from([bytes])) as ReadableStream<Uint8Array>)) {
    const payload = Buffer.from((await record.readFully(true)) ?? [])
    records.push({
      type: record.warcType,
      id: record.warcHeader('WARC-Record-ID'),
      url: record.warcTargetURI,
      digest: record.warcHeader('WARC-Payload-Digest'),
      concurrentTo: record.warcHeader('WARC-Concurrent-To'),
      status: record.httpHeaders?.statusline,
      headers: new Headers([...(record.httpHeaders?.headers.entries() ?? [])]),
      payload,
    })
  }
  return records
}

function base32(hex: string): string {
  const bits = [...Buffer.from(hex, 'hex')].map((byte) => byte.toString(2).padStart(8, '0')).join('')
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
  return (bits.match(/.{1,5}/g) ?? []).map((five) => letters[parseInt(five.padEnd(5, '0'), 2)]).join('')
}
