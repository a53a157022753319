import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import fs from 'node:fs'
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { after, before, test } from 'node:test'
import zlib from 'node:zlib'
import { load } from 'cheerio'
import { zipSync } from 'fflate'
import pino from 'pino'
import request from 'supertest'
import { makeToken } from '../src/accounts/tokens.ts'
import { handlersFor } from '../src/background.ts'
import { openDatabase, type OpenDatabase } from '../src/database/connect.ts'
import { endThread } from '../src/intake/thread.ts'
import { runNext } from '../src/queue/queue.ts'
import { openTestDatabase, skipOnServer } from './support/database.ts'
import { openTestDesk, type TestDesk } from './support/desk.ts'
import { compiled } from './support/durations.ts'
import { openForm } from './support/forms.ts'
import { lockPdf, makePdf, packPdf } from './intake/a-pdf.ts'
import { embeddedTemplate } from './support/template.ts'
import { makeAccount, signIn } from './support/world.ts'

/* What can't be read, sent by the page, by a program and by the command line: each says why, and nothing is half stored. */

const line = [{ x: 60, y: 700, text: 'The quay is closed.' }]
const mail = (html: string) => Buffer.from(`From: a@b.example\r\nContent-Type: text/html\r\n\r\n${html}`)

/** Files by their names, each with the sentence that says why it can't be read. */
const files: Record<string, { bytes: Uint8Array; says: RegExp }> = {
  'broken.pdf': { bytes: makePdf([line]).subarray(0, 200), says: /This PDF is broken\. Open it in another program/ },
  'locked.pdf': { bytes: lockPdf(makePdf([line])), says: /protected by a password\. Save it without one/ },
  'scanned.pdf': { bytes: makePdf([[]]), says: /scanned pages without text\. Run text recognition/ },
  'long.pdf': { bytes: makePdf(Array.from({ length: 1000 }, () => line)), says: /It has 1000 pages.*Split it/ },
  'bomb.pdf': { bytes: packPdf(Buffer.alloc(60_000_000, '0 0 m ')), says: /far more than its pages need/ },
  'bomb.docx': {
    bytes: zipSync({ 'word/document.xml': new Uint8Array(100_000_000) }, { level: 9 }),
    says: /far more than a text needs/,
  },
  'drawn.html': {
    bytes: Buffer.from('<html><body><div id=root></div><script src=/app.js></script>'),
    says: /scripts would have to load it/,
  },
  'login.html': {
    bytes: Buffer.from('<body><form><input type=password></form><p>Log in to continue. Forgot your password?'),
    says: /asks for a login/,
  },
  'deep.html': { bytes: Buffer.from(`<html>${'<div>'.repeat(60_000)}x`), says: /nested too deeply/ },
  'deep.eml': { bytes: mail(`${'<div>'.repeat(20_000)}x`), says: /This mail is nested too deeply/ },
  'empty.eml': { bytes: mail(''), says: /no text in this mail/ },
  'latin.txt': {
    bytes: Buffer.from('Die Brücke ist gesperrt.', 'latin1'),
    says: /not encoded as UTF-8\. Save it again/,
  },
  'half.txt': { bytes: Buffer.from('The quay is cl\u00f6sed.', 'utf16le'), says: /It is not a text file/ },
  'laughs.xml': {
    bytes: Buffer.from(
      `<!DOCTYPE a [<!ENTITY a "${'ha'.repeat(1000)}"><!ENTITY b "${'&a;'.repeat(1000)}">]><a>&b;</a>`,
    ),
    says: /mixed with code/,
  },
  'picture.quay': { bytes: Buffer.from([0x47, 0x51, 0, 1, 0, 2]), says: /It is not a text file/ },
  'letter.quay': { bytes: Buffer.from('{\\rtf1\\ansi The quay is closed.}'), says: /mixed with code/ },
  'elements.html': {
    bytes: Buffer.from(`<html><body>${'<b></b>'.repeat(60_000)}`),
    says: /no article in this page|takes too long/,
  },
  'open.html': { bytes: Buffer.from(`<html>${'<'.repeat(2_000_000)}`), says: /full of signs that are no words/ },
}

const sentence = 'The harbour master said on Tuesday that the quay would stay closed until engineers had measured it.'
const cyrillic = Buffer.from([0xcf, 0xee, 0xf0, 0xf2, 0x20, 0xe7, 0xe0, 0xea, 0xf0, 0xfb, 0xf2])

/** Files that are read in spite of what is wrong with them, each with all of its text. */
const strange: Record<string, { bytes: Uint8Array; text: string }> = {
  'voice.quay': { bytes: Buffer.from(`The quay\n\n${sentence}`), text: `The quay\n\n${sentence}` },
  'says-latin.html': {
    bytes: Buffer.from(`<html lang=de><meta charset=iso-8859-1><body><article><p>„Die Brücke“ ist zu. ${sentence}`),
    text: `„Die Brücke“ ist zu. ${sentence}`,
  },
  'says-utf8.html': {
    bytes: Buffer.concat([
      Buffer.from('<html lang=ru><meta charset=utf-8><body><article><p>'),
      ...Array.from({ length: 8 }, () => Buffer.concat([cyrillic, Buffer.from('. ')])),
    ]),
    text: Array.from({ length: 8 }, () => 'Порт закрыт.').join(' '),
  },
  'breaks-out.html': {
    bytes: Buffer.from(
      `<html><body><article><p onclick="alert(1)">${sentence}</p></textarea></iframe></noscript><script>alert(2)</script><img src=x onerror=alert(3)><svg><style><img src=x onerror=alert(4)></style></svg><template><script>alert(5)</script></template><base href=//elsewhere.example><meta http-equiv=refresh content="0;url=//elsewhere.example"><p>Nobody <b onmouseover=alert(6)>came</b> to see it, she said.</p>`,
    ),
    text: `${sentence}\n\nNobody came to see it, she said.`,
  },
}

type Answer = (res: http.ServerResponse) => void
const html = { 'Content-Type': 'text/html' }
const page = '<html><body><article><p>The quay is closed until engineers have measured it.</p></article>'
let meanwhile: (() => Promise<unknown>) | undefined

/** Pages of a bad site by their addresses. */
const pages: Record<string, { answer: Answer; says: RegExp }> = {
  '/round': { answer: (res) => res.writeHead(302, { Location: '/round' }).end(), says: /redirects too many times/ },
  '/inside': {
    answer: (res) => res.writeHead(302, { Location: 'http://169.254.169.254/latest' }).end(),
    says: /169\.254\.169\.254 is not on the public internet/,
  },
  '/short': {
    answer: (res) => {
      res.writeHead(200, { ...html, 'Content-Length': '5000' }).write(page)
      setTimeout(() => res.destroy(), 20)
    },
    says: /answer breaks off/,
  },
  '/twice': {
    answer: (res) =>
      res.writeHead(200, { ...html, 'Content-Encoding': 'gzip, gzip' }).end(zlib.gzipSync(zlib.gzipSync(page))),
    says: /compressed in a way that this desk does not read/,
  },
  '/bomb': {
    answer: (res) =>
      res.writeHead(200, { ...html, 'Content-Encoding': 'gzip' }).end(zlib.gzipSync(Buffer.alloc(80_000_000))),
    says: /larger than 50 MB/,
  },
  '/entities': {
    answer: (res) =>
      res
        .writeHead(200, { 'Content-Type': 'application/rss+xml' })
        .end(
          `<!DOCTYPE rss [<!ENTITY a "${'ha'.repeat(1000)}">]><rss version="2.0"><channel><title>&a;</title></channel></rss>`,
        ),
    // From a terminal a feed's articles are imported; in the form it is no article.
    says: /entities of its own|It is a feed/,
  },
  '/latin': {
    answer: (res) => res.writeHead(200, { 'Content-Type': 'text/plain' }).end(Buffer.from('Br\u00fccke', 'latin1')),
    says: /not encoded as UTF-8/,
  },
  '/subscribers': { answer: (res) => res.writeHead(402).end(), says: /subscribers only/ },
  '/gone': { answer: (res) => res.writeHead(410).end(), says: /There is no such page \(the site answers 410\)/ },
  // Whoever else asks the desk is answered before this site is.
  '/stalls': {
    answer: (res) =>
      void Promise.resolve(meanwhile?.()).then(
        () => res.destroy(),
        () => res.writeHead(200, html).end(page),
      ),
    says: /answer breaks off/,
  },
}
/** A feed of one article. */
function repeats(): string {
  const item = (n: number) => `<item><title>Quay</title><link>${address}/repeated?utm_source=${n}</link></item>`
  return `<rss version="2.0"><channel><title>Port Gazette</title>${Array.from({ length: 1000 }, (_, n) => item(n % 3)).join('')}</channel></rss>`
}

const site = http.createServer((req, res) => {
  if (req.url === '/repeats') return void res.writeHead(200, { 'Content-Type': 'application/rss+xml' }).end(repeats())
  if (req.url?.startsWith('/repeated')) return void res.writeHead(200, html).end(page)
  const found = pages[req.url ?? '']
  if (found) found.answer(res)
  else res.writeHead(404).end()
})

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'on-record-doors-'))
const dataDir = path.join(folder, 'data')
const lines: string[] = []
const json = { Accept: 'application/json' }
let database: OpenDatabase
let desk: TestDesk
let address = ''
before(async () => {
  await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve))
  address = `http://127.0.0.1:${(site.address() as AddressInfo).port}`
  database = skipOnServer
    ? await openTestDatabase()
    : await openDatabase({ dataDir, template: await embeddedTemplate() })
  const log = pino({ level: 'info' }, { write: (one) => lines.push(one) })
  desk = await openTestDesk({ environment: { FETCH_ALLOW: '127.0.0.0/8' }, log, database })
})
after(async () => {
  site.closeAllConnections()
  site.close()
  await endThread()
  await desk.close()
  await database.close()
  fs.rmSync(folder, { recursive: true })
})

/** Every row of what an import writes. */
async function stored() {
  const { db } = database
  return Promise.all(
    [db.intake, db.document, db.storedText, db.version, db.original, db.source, db.event, db.job].map((table) =>
      (table.count as () => Promise<number>)(),
    ),
  )
}

/** What one door answers to each of them, by name; and that nothing stays of it. */
async function isRefused(
  send: (what: { file: string; bytes: Uint8Array } | { at: string }) => Promise<string>,
): Promise<void> {
  const before = await stored()
  for (const [file, { bytes, says }] of Object.entries(files)) {
    lines.length = 0
    assert.match(await send({ file, bytes }), says, file)
    assert.match(lines.join(''), says, `${file} in the log`)
    assert.doesNotMatch(lines.join(''), new RegExp(`"level":[56]0|${file}`), file)
  }
  for (const [at, { says }] of Object.entries(pages)) {
    lines.length = 0
    assert.match(await send({ at }), says, at)
    assert.match(lines.join(''), says, `${at} in the log`)
    assert.doesNotMatch(lines.join(''), new RegExp(`"level":[56]0|${address}|${at}\\b`), at)
  }
  assert.deepEqual(await stored(), before)
}

test('what can’t be read comes back on the page with a sentence, and leaves a line in the log and nothing else', async () => {
  const editor = await signIn(desk.app, await makeAccount(database.db, 'editor'))
  meanwhile = () => request(desk.app).get('/documents').expect(200)
  await isRefused(async (what) => {
    const form = await openForm(editor, '/documents/new', '/documents/intake')
    const sent = editor.post('/documents/intake')
    const typed = 'at' in what ? { ...form, address: address + what.at } : form
    for (const [name, value] of Object.entries(typed)) void sent.field(name, value)
    if ('file' in what) void sent.attach('file', Buffer.from(what.bytes), what.file)
    const { status, text } = await sent
    assert.equal(status, 422, text)
    return load(text)('[role=alert]').text()
  })
})

test('what is strange and can be read is read alike through every door, and its marks end nothing on a page', async () => {
  const { id: by } = await makeAccount(database.db, 'editor')
  const editor = await signIn(desk.app, await makeAccount(database.db, 'editor'))
  const expiresAt = new Date(Date.now() + 60_000_000)
  const { token } = await makeToken(database.db, { name: 'Reader', scopes: ['read', 'write'], expiresAt, by })
  const sent = path.join(folder, 'strange')
  fs.mkdirSync(sent)
  for (const [name, { bytes, text }] of Object.entries(strange)) {
    const form = await openForm(editor, '/documents/new', '/documents/intake')
    const posted = editor.post('/documents/intake').attach('file', Buffer.from(bytes), name)
    for (const [field, value] of Object.entries(form)) void posted.field(field, value)
    const $ = load((await editor.get((await posted.expect(303)).headers['location'] ?? '')).text)
    assert.equal($('textarea[name=text]').val(), text, name)
    assert.equal($('[onclick], [onerror], base, meta[http-equiv=refresh]').length, 0, name)
    const { body } = await request(desk.app)
      .post('/documents/intake')
      .set({ ...json, Authorization: `Bearer ${token}` })
      .attach('file', Buffer.from(bytes), name)
      .expect(201)
    assert.equal((body as { fields: { text: string } }).fields.text, text, name)
    fs.writeFileSync(path.join(sent, name), bytes)
  }
  const names = Object.keys(strange).map((name) => path.join('strange', name))
  const { code, err } = await onRecord(['import', '--publisher', 'Port Gazette', ...names])
  assert.equal(code, 0, err)
  const stored = await database.db.version.findMany({ include: { text: true }, orderBy: { id: 'asc' } })
  assert.deepEqual(
    stored.slice(-names.length).map((version) => version.text.content),
    Object.values(strange).map(({ text }) => text),
  )
})

test('a feed that repeats one article a thousand times brings it once, through every door', async () => {
  const editor = await signIn(desk.app, await makeAccount(database.db, 'editor'))
  const form = await openForm(editor, '/imports', '/imports')
  const addresses = `${address}/repeats`
  await editor
    .post('/imports')
    .field({ ...form, addresses })
    .expect(303)
  await editor
    .post('/imports')
    .set(json)
    .send({ addresses: [addresses] })
    .expect(201)
  const handlers = handlersFor(database.db, desk.config)
  while (await runNext(database.db, handlers)) continue
  const { out } = await onRecord(['import', '--publisher', 'Port Gazette', addresses])
  assert.match(out, /0 new, .* 3 already imported, 0 refused/)
  assert.equal(await database.db.document.count({ where: { url: { contains: '/repeated' } } }), 1)
  // The feed and its three addresses, for each of two.
  assert.equal(await database.db.importItem.count(), 8)
})

test('a program gets the same sentences, beside the field', async () => {
  const { id: by } = await makeAccount(database.db, 'editor')
  const expiresAt = new Date(Date.now() + 60_000_000)
  const { token } = await makeToken(database.db, { name: 'Feeder', scopes: ['read', 'write'], expiresAt, by })
  const program = () => request(desk.app).post('/documents/intake').set(json).set('Authorization', `Bearer ${token}`)
  meanwhile = () => request(desk.app).get('/documents').set(json).expect(200)
  await isRefused(async (what) => {
    const { status, body } = await ('at' in what
      ? program().send({ address: address + what.at })
      : program().attach('file', Buffer.from(what.bytes), what.file))
    assert.equal(status, 422, JSON.stringify(body))
    const { errors } = body as { errors: Record<string, string[]> }
    return errors['at' in what ? 'address' : 'file']?.join(' ') ?? ''
  })
})

test('the command line says each of them beside its file, and stores nothing', async () => {
  meanwhile = undefined
  const sent = path.join(folder, 'sent')
  fs.mkdirSync(sent)
  for (const [name, { bytes }] of Object.entries(files)) fs.writeFileSync(path.join(sent, name), bytes)
  const named = Object.keys(files).map((name) => path.join('sent', name))
  const addresses = Object.keys(pages).filter((at) => at !== '/stalls')
  const before = await stored()
  const { code, out, err } = await onRecord(['import', ...named, ...addresses.map((at) => address + at)])
  assert.equal(code, 1)
  for (const [name, { says }] of [...Object.entries(files), ...Object.entries(pages)]) {
    if (name === '/stalls') continue
    const said = err.split('\n').find((one) => one.includes(`${name}: `)) ?? ''
    assert.match(said, says, `${name}: ${err}`)
  }
  assert.match(out, new RegExp(`0 new, .* ${Object.keys(files).length + addresses.length} refused`))
  assert.doesNotMatch(err, /\n\s+at /, 'no stack is shown')
  assert.deepEqual(await stored(), before)
})

function onRecord(args: string[]): Promise<{ code: number | null; out: string; err: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [path.join(import.meta.dirname, '../src/cli.ts'), ...args], {
      cwd: folder,
      env: {
        PATH: process.env.PATH ?? '',
        DATABASE_URL: skipOnServer ? (database.pool.options.connectionString ?? '') : '',
        DATA_DIR: dataDir,
        FETCH_ALLOW: '127.0.0.0/8',
        NODE_COMPILE_CACHE: compiled,
      },
    })
    const ended = { code: null as number | null, out: '', err: '' }
    child.stdout.on('data', (chunk: Buffer) => (ended.out += chunk.toString()))
    child.stderr.on('data', (chunk: Buffer) => (ended.err += chunk.toString()))
    child.once('error', reject)
    child.once('close', (code) => resolve({ ...ended, code }))
    child.stdin.end()
  })
}
