import assert from 'node:assert/strict'
import { once } from 'node:events'
import fs from 'node:fs'
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { after, test } from 'node:test'
import pino from 'pino'
import S3rver from 's3rver'
import { importDocument } from '../src/documents/documents.ts'
import { NewDocument } from '../src/documents/schema.ts'
import { endThread } from '../src/intake/thread.ts'
import { bucketStore } from '../src/originals/bucket.ts'
import { folderStore } from '../src/originals/folder.ts'
import { hashOf, keep, readKept, removeUnnamed } from '../src/originals/keep.ts'
import { moveOriginals } from '../src/originals/move.ts'
import { NotKept, type Store } from '../src/originals/store.ts'
import { listUnnamed, sweep } from '../src/originals/sweep.ts'
import { openTestDesk } from './support/desk.ts'
import { makeAccount, signIn } from './support/world.ts'

/* The three places where originals may be kept hold the same promises. */

const secret = 'only-the-store-and-the-desk-know-this'
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'on-record-stores-'))
const directory = path.join(folder, 's3')
const s3 = new S3rver({ port: 0, address: '127.0.0.1', silent: true, directory, configureBuckets: [{ name: 'desk' }] })
const { port } = await s3.run()

/** In front of the store: what was asked, and ways to fail. */
type Way = 'passes' | 'hangs up' | 'refuses' | 'breaks off' | 'leads away' | 'has trouble once'
let way: Way = 'passes'
const asked: { line: string; headers: http.IncomingHttpHeaders }[] = []
const front = http.createServer((req, res) => {
  asked.push({ line: `${req.method} ${req.url}`, headers: req.headers })
  const said: Way = way
  if (said === 'has trouble once') way = 'passes'
  switch (said) {
    case 'hangs up':
      return req.socket.destroy()
    case 'refuses':
      return res.writeHead(403).end(`<Error><Code>SignatureDoesNotMatch</Code><Key>${secret}</Key></Error>`)
    case 'breaks off':
      res.writeHead(200, { 'Content-Length': '1000' })
      return res.write('half', () => res.destroy())
    case 'leads away':
      return res.writeHead(307, { Location: `http://127.0.0.1:${port}${req.url}` }).end()
    case 'has trouble once':
      return res.writeHead(503).end()
    case 'passes':
      req.pipe(
        http.request({ port, host: '127.0.0.1', method: req.method, path: req.url, headers: req.headers }, (answer) => {
          res.writeHead(answer.statusCode ?? 500, answer.headers)
          answer.pipe(res)
        }),
      )
  }
})
front.listen(0, '127.0.0.1')
await once(front, 'listening')
const address = `http://127.0.0.1:${(front.address() as AddressInfo).port}/desk/originals`

const lines: string[] = []
const environment = { ORIGINALS_BUCKET: address, ORIGINALS_BUCKET_KEY: 'S3RVER', ORIGINALS_BUCKET_SECRET: secret }
const log = pino({ level: 'debug' }, { write: (line) => lines.push(line) })
const { app, db, close } = await openTestDesk({ environment, log })
after(async () => {
  front.closeAllConnections()
  front.close()
  await s3.close()
  await endThread()
  await close()
  fs.rmSync(folder, { recursive: true, force: true })
})
const editor = await signIn(app, await makeAccount(db, 'editor'))
const json = { Accept: 'application/json' }

const bucket = bucketStore({ address, region: 'us-east-1', key: 'S3RVER', secret })
const inFolder = folderStore(path.join(folder, 'originals'))
const places: [name: string, store: Store | undefined, damage: (sha256: string) => Promise<unknown>][] = [
  ['a bucket', bucket, (sha256) => overwrite(sha256, 'another page')],
  [
    'a folder',
    inFolder,
    (sha256) => fs.promises.writeFile(path.join(folder, 'originals', sha256.slice(0, 2), sha256.slice(2)), 'another'),
  ],
  [
    'the database',
    undefined,
    (sha256) => db.originalBytes.update({ where: { sha256 }, data: { bytes: Buffer.from('another') } }),
  ],
]

async function overwrite(sha256: string, text: string): Promise<void> {
  const at = `http://127.0.0.1:${port}/desk/originals/${sha256.slice(0, 2)}/${sha256.slice(2)}`
  assert.equal((await fetch(at, { method: 'PUT', body: text })).status, 200)
}

async function importWith(store: Store | undefined, word: string, bytes: Buffer): Promise<number> {
  const text = `The ${word} quay is closed, said the harbour master.`
  const given = NewDocument.parse({ title: `Quay ${word}`, publisher: `Paper ${word}`, text })
  const more = { method: 'file' as const, originalName: `${word}.html`, maxTextBytes: 1_000_000, by: null }
  return (await importDocument(db, { ...given, ...more, original: { bytes }, store })).documentId
}

async function unnamed(store: Store | undefined, now: number) {
  const found = []
  for await (const one of listUnnamed(db, store, now)) found.push(one)
  return found
}

for (const [name, store, damage] of places) {
  test(`${name} keeps the same bytes once, tells damage, heals it, and removes what nothing names`, async () => {
    const bytes = Buffer.from(`kept in ${name}`)
    const sha256 = hashOf(bytes)
    await store?.reach('write')
    assert.equal((await store?.get(sha256)) ?? undefined, undefined)
    await Promise.all(['one', 'two'].map((word) => importWith(store, `${word} of ${name}`, bytes)))
    assert.equal(await db.original.count({ where: { sha256 } }), 2)
    assert.deepEqual(Buffer.from(await readKept(db, store, sha256, { only: true })), bytes)
    assert.equal(await db.originalBytes.count({ where: { sha256 } }), store ? 0 : 1)
    assert.equal(await removeUnnamed(db, store, sha256), false, 'two need it')

    await damage(sha256)
    await assert.rejects(readKept(db, store, sha256), /damaged after it was kept/)
    if (store) {
      await keep(store, { bytes, name: 'again' })
      assert.deepEqual(Buffer.from(await readKept(db, store, sha256)), bytes)
    }

    await db.original.deleteMany({ where: { sha256 } })
    const tomorrow = Date.now() + 25 * 60 * 60 * 1000
    const [young, none] = await unnamed(store, Date.now())
    assert.deepEqual([young?.sha256, none], [sha256, undefined])
    if (store) assert.equal(young && (await sweep(db, store, young)), false, 'it may belong to an import under way')
    for (const one of await unnamed(store, tomorrow)) assert.ok(await sweep(db, store, one))
    assert.deepEqual(await unnamed(store, tomorrow), [])
    await assert.rejects(readKept(db, store, sha256), /is missing from where/)
    await store?.remove(sha256)
  })
}

test('a bucket is asked with the hash of what it should keep, signed, and lists more than one answer holds', async () => {
  asked.length = 0
  way = 'has trouble once'
  const sha256 = hashOf(Buffer.from('signed'))
  await bucket.put(sha256, Buffer.from('signed'))
  const put = asked.at(-1)
  assert.equal(asked.length, 2, 'asked again')
  assert.equal(put?.line, `PUT /desk/originals/${sha256.slice(0, 2)}/${sha256.slice(2)}`)
  assert.equal(put?.headers['x-amz-content-sha256'], sha256)
  assert.match(
    put?.headers.authorization ?? '',
    /^AWS4-HMAC-SHA256 Credential=S3RVER\/\d{8}\/us-east-1\/s3\/aws4_request/,
  )
  assert.ok(!JSON.stringify(asked).includes(secret))
  assert.equal(await bucket.has(sha256), true)
  // Not ours, and in a bucket nobody keeps it from lying beside.
  await fetch(`http://127.0.0.1:${port}/desk/notes.txt`, { method: 'PUT', body: 'a' })
  await fetch(`http://127.0.0.1:${port}/desk/originals/zz/notes.txt`, { method: 'PUT', body: 'a' })

  const page = (names: string[]) =>
    `<ListBucketResult>${names.map((one) => `<Contents><Key>originals/${one}</Key><LastModified>2026-11-30T15:28:17.000Z</LastModified></Contents>`).join('')}</ListBucketResult>`
  const pages = [[`00/${'1'.repeat(62)}`, '00/notes.txt'], [`01/${'1'.repeat(62)}`], []]
  const after: (string | null)[] = []
  const lists = http.createServer((req, res) => {
    after.push(new URL(req.url ?? '', 'http://a').searchParams.get('start-after'))
    res.end(page(pages[after.length - 1] ?? []))
  })
  lists.listen(0, '127.0.0.1')
  await once(lists, 'listening')
  const at = `http://127.0.0.1:${(lists.address() as AddressInfo).port}/desk/originals`
  const found = []
  for await (const one of bucketStore({ address: at, region: 'a', key: 'a', secret }).list()) found.push(one.sha256)
  pages.push([`00/${'1'.repeat(62)}`], [`00/${'1'.repeat(62)}`])
  const again: string[] = []
  await assert.rejects(async () => {
    for await (const one of bucketStore({ address: at, region: 'a', key: 'a', secret }).list()) again.push(one.sha256)
  }, /Originals can’t be listed: the store for originals lists the same again/)
  lists.close()
  assert.equal(after.splice(3).length, 2)
  assert.deepEqual(found, [`00${'1'.repeat(62)}`, `01${'1'.repeat(62)}`])
  assert.deepEqual(after, ['', 'originals/00/notes.txt', `originals/01/${'1'.repeat(62)}`])

  const ours = []
  for await (const one of bucket.list()) ours.push(one.sha256)
  assert.deepEqual(ours, [sha256])
  await bucket.remove(sha256)
})

test('a bucket that can’t be reached, refuses or breaks off is told in a sentence, and nothing is stored', async (t) => {
  t.after(() => (way = 'passes'))
  const file = Buffer.from('The quay is closed, said the harbour master.')
  const intake = await editor.post('/documents/intake').set(json).attach('file', file, 'quay.txt').expect(201)
  const { id: intakeId, fields } = intake.body as { id: number; fields: object }
  const sent = { ...fields, intakeId, title: 'The quay', publisher: 'Coast Wire' }
  const send = () => editor.post('/documents').set(json).send(sent)
  const before = [await db.document.count(), await db.original.count(), await db.originalBytes.count()]
  for (const [fault, told] of [
    ['hangs up', /^The original can’t be kept: the store for originals can’t be reached\. Nothing was imported\. Ask/],
    [
      'refuses',
      /^The original can’t be kept: the store for originals refuses this desk \(403, SignatureDoesNotMatch\)/,
    ],
    ['leads away', /^The original can’t be kept: the store for originals answers 307\. Nothing was imported/],
  ] as const) {
    way = fault
    lines.length = 0
    const refused = await send().expect(503)
    assert.match((refused.body as { detail: string }).detail, told)
    assert.ok(!refused.text.includes(address), 'where it is is for the log')
    assert.ok(lines.some((line) => line.includes(address)))
    assert.ok(!lines.join('').includes(secret))
  }
  assert.deepEqual([await db.document.count(), await db.original.count(), await db.originalBytes.count()], before)
  way = 'passes'
  const { body } = await send().expect(201)
  const original = await db.original.findFirstOrThrow({
    where: { version: { documentId: (body as { id: number }).id } },
  })

  for (const [fault, told] of [
    ['hangs up', /The original can’t be read: the store for originals can’t be reached/],
    ['breaks off', /The original can’t be read: the store for originals breaks off/],
  ] as const) {
    way = fault
    assert.match((await editor.get(`/originals/${original.id}`).expect(200)).text, told)
    await editor.get(`/originals/${original.id}/file`).expect(503)
  }
  way = 'refuses'
  await assert.rejects(bucket.has(original.sha256), /refuses this desk \(403/, 'it may be there')
  way = 'hangs up'
  await assert.rejects(
    bucket.reach('write'),
    (error) => error instanceof NotKept && /No original can be kept/.test(error.message),
  )
  await assert.rejects(
    unnamed(bucket, Date.now()),
    /Originals can’t be listed: the store for originals can’t be reached/,
  )
  await assert.rejects(bucket.remove(original.sha256), /can’t be removed/)
  way = 'passes'
  const nowhere = bucketStore({ address: address.replace('/desk/', '/none/'), region: 'a', key: 'S3RVER', secret })
  await assert.rejects(nowhere.reach('write'), /answers 404, NoSuchBucket/)
  await assert.rejects(nowhere.get(original.sha256), /answers 404, NoSuchBucket/, 'it is not lost')
})

test('originals are moved from each place to each other, also when a move broke off, and what is lost is named', async () => {
  const words = ['first', 'second', 'third']
  for (const word of words) await importWith(inFolder, `moved ${word}`, Buffer.from(`moved ${word}`))
  const hashes = words.map((word) => hashOf(Buffer.from(`moved ${word}`))).toSorted()
  const move = async (from: Store | undefined, to: Store | undefined) => {
    const became: Record<string, number> = {}
    for await (const one of moveOriginals(db, { from, to })) {
      if (hashes.includes(one.sha256) || one.became === 'lost') became[one.became] = (became[one.became] ?? 0) + 1
    }
    return became
  }
  const [first = ''] = hashes
  await overwrite(first, 'half of it')
  // The database is not held while bytes are sent, however slow the line: somebody else works on it meanwhile.
  const lock = () => db.$queryRaw<{ free: boolean }[]>`
    SELECT pg_try_advisory_xact_lock(hashtextextended('original ' || ${first}::text, 0)) AS free`
  const free: (boolean | undefined)[] = []
  const slow: Store = {
    ...bucket,
    async put(sha256, bytes) {
      if (sha256 === first) free.push((await lock())[0]?.free)
      await bucket.put(sha256, bytes)
    },
  }
  assert.deepEqual(await move(inFolder, slow), { copied: 3 })
  assert.deepEqual(free, [true])
  for (const sha256 of hashes) await bucket.remove(sha256)
  await overwrite(first, 'half of it')
  assert.deepEqual(await move(inFolder, bucket), { copied: 3 })
  assert.deepEqual(await move(inFolder, bucket), { there: 3 })
  // The former place may be on a disk that can only be read.
  const former = fs.mkdtempSync(path.join(os.tmpdir(), 'on-record-former-'))
  assert.deepEqual(await move(folderStore(former), bucket), { there: 3 })
  assert.deepEqual(fs.readdirSync(former), [])
  fs.rmdirSync(former)
  for (const sha256 of hashes) await inFolder.remove(sha256)
  assert.deepEqual(await move(bucket, undefined), { copied: 3 })
  assert.equal(await db.originalBytes.count({ where: { sha256: { in: hashes } } }), 3)
  for (const sha256 of hashes) await bucket.remove(sha256)
  assert.deepEqual(await move(undefined, bucket), { copied: 3 })
  await db.originalBytes.deleteMany({ where: { sha256: { in: hashes } } })
  await overwrite(first, 'another page')
  assert.deepEqual(await move(bucket, inFolder), { copied: 2, lost: 1 })
})
