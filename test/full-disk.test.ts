import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { after, test } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { openDatabase } from '../src/database/connect.ts'
import { startEmbedded } from '../src/database/embedded.ts'
import { findPanic } from '../src/database/wire.ts'
import { refusal } from './support/between.ts'
import { skipOnServer } from './support/database.ts'
import { startDesk, type Started } from './support/started.ts'
import { embeddedTemplate } from './support/template.ts'
import { makeDocument, publish, sameOrigin } from './support/world.ts'

/* An embedded desk whose disk is full, and one whose database does not come back from what it was asked. */

const disk = fs.mkdtempSync(path.join(os.tmpdir(), 'on-record-disk-'))
const { status: mounted } = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=200m,mode=700', 'tmpfs', disk])
const skip = skipOnServer || (mounted === 0 ? false : 'a small disk can be made by root only')
const dataDir = path.join(disk, 'data')
const filler = path.join(disk, 'filler')

after(() => {
  if (mounted === 0) spawnSync('umount', ['--lazy', disk])
  fs.rmSync(disk, { recursive: true, force: true })
})

/** Leaves so many bytes. */
function fill(left: number): void {
  const { bavail, bsize } = fs.statfsSync(disk)
  fs.writeFileSync(filler, Buffer.alloc(bavail * bsize - left))
}

/** The desk of a newsroom with one published document, started by its own command. */
async function start() {
  if (!fs.existsSync(dataDir)) {
    const database = await openDatabase({ dataDir, template: await embeddedTemplate() })
    const { id } = await makeDocument(database.db)
    await publish(database.db, id)
    await database.close()
  }
  const desk = startDesk({ DATA_DIR: dataDir })
  const [, address = ''] = await desk.hears(/On Record is at (\S+)/)
  return { ...desk, address }
}

async function stop(desk: Started): Promise<void> {
  desk.process.kill('SIGTERM')
  assert.equal(await desk.code, 0)
}

function signIn(address: string) {
  const body = new URLSearchParams({ email: 'a@b.example', password: 'none' })
  return fetch(`${address}/session`, { method: 'POST', body, headers: { ...sameOrigin, Accept: 'text/html' } })
}

test(
  'on a full disk nothing is taken in, readers go on reading, and it ends by itself when there is room',
  { skip },
  async () => {
    const desk = await start()
    fill(8_000_000)
    const ready = await fetch(`${desk.address}/readyz`)
    assert.equal(ready.status, 503)
    assert.match(await ready.text(), /The disk is full/)
    const page = await fetch(`${desk.address}/documents`)
    assert.equal(page.status, 200)
    const refused = await signIn(desk.address)
    assert.equal(refused.status, 507)
    assert.ok(Number(refused.headers.get('Retry-After')) > 0)
    assert.match(await refused.text(), /The disk is full, and nothing was saved/)

    fs.rmSync(filler)
    assert.equal((await fetch(`${desk.address}/readyz`)).status, 200)
    assert.equal((await signIn(desk.address)).status, 422)
    await stop(desk)
  },
)

test('what PostgreSQL says before it ends itself is told from what it says of a failed statement', () => {
  const panic = refusal('53100', 'could not write to file: No space left on device', 'PANIC')
  assert.match(findPanic(panic) ?? '', /No space left on device/)
  assert.equal(findPanic(refusal('53100', 'could not extend file', 'ERROR')), undefined)
})

test(
  'a database that ends itself takes the desk along, which says why and starts again when there is room',
  { skip },
  async () => {
    const desk = await start()
    fill(8_000_000)
    const client = await connectTo(dataDir)
    // Segments that were made ahead are used up first; then there is no room for the next one.
    const useUp = async () => {
      for (let i = 0; i < 50; i++) await client.query(`SELECT pg_logical_emit_message(true, 'x', 'x'), pg_switch_wal()`)
    }
    await assert.rejects(useUp())
    assert.equal(await desk.code, 1)
    assert.match(desk.said(), /^The disk that .* is on is full, and the embedded database has ended/m)
    assert.doesNotMatch(desk.said(), /^\s+at /m)

    const again = startDesk({ DATA_DIR: dataDir })
    assert.equal(await again.code, 1)
    assert.match(again.said(), /^The disk that .* is on is full/m)
    assert.doesNotMatch(again.said(), /^\s+at /m)

    fs.rmSync(filler)
    const freed = await start()
    assert.equal((await fetch(`${freed.address}/readyz`)).status, 200)
    await stop(freed)
  },
)

test('a call into the engine that never returns is noticed', { skip: skipOnServer }, async () => {
  const broke = Promise.withResolvers<Error>()
  const template = await embeddedTemplate()
  const embedded = await startEmbedded({ dataDir: null, template, longestCall: 3, onCrash: broke.resolve })
  const client = await connectTo(embedded.host)
  const asked = client.query('SELECT pg_sleep(10)').catch(() => undefined)
  assert.match((await broke.promise).message, /The embedded database has ended: it has not answered for \d+ seconds/)
  await asked
  await client.end()
  await embedded.stop()
})

test('a desk whose engine hangs ends on SIGTERM all the same', { skip: skipOnServer }, async () => {
  const desk = await startOwn()
  const [client, other] = [await connectTo(desk.dataDir), await connectTo(desk.dataDir)]
  client.query('SELECT count(*) FROM (SELECT generate_series(1, 3000000000)) endless').catch(() => undefined)
  // It hangs once it answers nobody else.
  const silence = () => wait(1500, 'silent')
  while ((await Promise.race([other.query('SELECT 1').catch(() => undefined), silence()])) !== 'silent') continue
  desk.process.kill('SIGTERM')
  assert.equal(await desk.code, 1)
  fs.rmSync(desk.dataDir, { recursive: true, force: true })
})

async function connectTo(dataDir: string): Promise<pg.Client> {
  const client = new pg.Client({ host: dataDir, user: 'postgres', database: 'postgres' })
  client.on('error', () => {})
  await client.connect()
  return client
}

async function startOwn() {
  const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'on-record-hangs-'))
  const database = await openDatabase({ dataDir, template: await embeddedTemplate() })
  await database.close()
  const desk = startDesk({ DATA_DIR: dataDir })
  await desk.hears(/On Record is at/)
  return { ...desk, dataDir }
}
