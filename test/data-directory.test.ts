import assert from 'node:assert/strict'
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { after, before, test, type TestContext } from 'node:test'
import { openDatabase } from '../src/database/connect.ts'
import { DataDirectoryInUse, findHolder, holdLock } from '../src/database/lock.ts'
import { skipOnServer } from './support/database.ts'
import { embeddedTemplate } from './support/template.ts'
import { makeDocument } from './support/world.ts'

const onlyEmbedded = { skip: skipOnServer }
let dataDir: string

before(async () => {
  if (skipOnServer) return
  dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'on-record-data-'))
  const database = await openDatabase({ dataDir, template: await embeddedTemplate() })
  await makeDocument(database.db)
  await database.close()
})
after(() => dataDir && fs.rmSync(dataDir, { recursive: true }))

test('what was written is there when the desk is opened again', onlyEmbedded, async () => {
  const database = await openDatabase({ dataDir })
  assert.equal(await database.db.document.count(), 1)
  assert.equal(await database.isReady(), true)
  await database.close()
})

test('a second desk on the same directory is refused, and told which process has it', onlyEmbedded, async (t) => {
  const holder = await holdOpen(t)
  await assert.rejects(openDatabase({ dataDir }), (error) => {
    assert.ok(error instanceof DataDirectoryInUse)
    assert.equal(error.holder.pid, holder.pid)
    assert.match(error.message, new RegExp(`in use by process ${holder.pid}\\. Stop that one first, or set DATA_DIR`))
    return true
  })
})

test('a command given while the desk runs works through the desk', onlyEmbedded, async (t) => {
  const holder = await holdOpen(t)
  const joined = await openDatabase({ dataDir, joinRunning: true })
  assert.equal(await joined.db.document.count(), 1)
  await joined.close()
  assert.equal(findHolder(dataDir)?.pid, holder.pid, 'the desk goes on')

  holder.stdin?.end()
  await once(holder, 'exit')
  assert.equal(findHolder(dataDir), undefined)
})

test('a command given while no desk runs opens the directory itself', onlyEmbedded, async () => {
  const alone = await openDatabase({ dataDir, joinRunning: true })
  assert.equal(findHolder(dataDir)?.pid, process.pid)
  await alone.close()
  assert.equal(findHolder(dataDir), undefined)
})

test('what a killed desk left behind does not keep the next one out', onlyEmbedded, async (t) => {
  const holder = await holdOpen(t)
  holder.kill('SIGKILL')
  await once(holder, 'exit')
  assert.ok(fs.existsSync(path.join(dataDir, 'lock.json')))

  const database = await openDatabase({ dataDir })
  assert.equal(await database.db.document.count(), 1)
  await database.close()
})

test('the lock of an earlier process is not mistaken for one of another process with its number', onlyEmbedded, () => {
  const file = path.join(dataDir, 'lock.json')
  fs.writeFileSync(file, JSON.stringify({ pid: process.pid, started: 'another boot:1', host: dataDir }))
  assert.equal(findHolder(dataDir), undefined)
  holdLock(dataDir, dataDir).release()

  fs.writeFileSync(file, 'half a lo')
  assert.equal(findHolder(dataDir), undefined)
  holdLock(dataDir, dataDir).release()
  assert.equal(fs.existsSync(file), false)
})

test('only the owner of the directory can look into it', onlyEmbedded, async (t) => {
  const fresh = path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'on-record-fresh-')), 'data')
  t.after(() => fs.rmSync(path.dirname(fresh), { recursive: true }))
  const database = await openDatabase({ dataDir: fresh, template: await embeddedTemplate() })
  assert.equal(fs.statSync(fresh).mode & 0o777, 0o700)
  await database.close()
})

test('a directory with a very long name is opened all the same', onlyEmbedded, async (t) => {
  const outer = fs.mkdtempSync(path.join(os.tmpdir(), 'on-record-long-'))
  t.after(() => fs.rmSync(outer, { recursive: true }))
  const long = path.join(outer, 'newsroom-'.repeat(12))
  const database = await openDatabase({ dataDir: long, template: await embeddedTemplate() })
  await makeDocument(database.db)
  await database.close()
})

/** Another process that has the directory open until the test ends. */
async function holdOpen(t: TestContext): Promise<ChildProcess> {
  const script = path.join(import.meta.dirname, 'support/hold-open.ts')
  const child = spawn(process.execPath, [script, dataDir], { stdio: ['pipe', 'pipe', 'inherit'] })
  t.after(async () => {
    if (child.exitCode !== null || child.signalCode !== null) return
    child.stdin.end()
    await once(child, 'exit')
  })
  await once(child.stdout, 'data')
  return child
}
