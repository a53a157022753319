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
import { openDatabase, type OpenDatabase } from '../src/database/connect.ts'
import { endThread } from '../src/intake/thread.ts'
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
const site = http.createServer((req, res) => {
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
  const addresses = Object.keys(pages).filter((at) => at !== '/stalls')
  const before = await stored()
  const { code, out, err } = await onRecord(['import', 'sent', ...addresses.map((at) => address + at)])
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
