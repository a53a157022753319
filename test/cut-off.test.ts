import assert from 'node:assert/strict'
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { after, test } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import request from 'supertest'
import { openDatabase } from '../src/database/connect.ts'
import { openTestDatabase, skipOnEmbedded, skipOnServer } from './support/database.ts'
import { openForm } from './support/forms.ts'
import { embeddedTemplate } from './support/template.ts'
import { makeAccount, makeDocument, sameOrigin, type TestAccount } from './support/world.ts'
import { startDesk } from './support/started.ts'

/*
 * A desk whose process is killed while it does what somebody sent, before it is committed or after, and what they are told
 * when they send it again. The desks are processes of their own.
 */
const started = new Set<ChildProcess>()
let isOver = false
after(() => {
  isOver = true
  for (const child of started) child.kill('SIGKILL')
})

type Running = { address: string; process: ChildProcess }

async function start(where: Record<string, string>): Promise<Running> {
  // A test that failed while it waited goes on behind its end.
  if (isOver) throw new Error('The tests of this file are over')
  const desk = startDesk({ SESSION_SECRET: 'only the desks of this test sign with this one', ...where })
  started.add(desk.process)
  const [, address = ''] = await desk.hears(/On Record is at (\S+)/)
  return { address, process: desk.process }
}

async function kill({ process: child }: Running): Promise<void> {
  child.kill('SIGKILL')
  await once(child, 'exit')
}

/** A browser that stays signed in while the desk it asks is another process. */
async function signInAt({ address }: Running, { email, password }: TestAccount) {
  const { headers } = await request(address).post('/session').set(sameOrigin).type('form').send({ email, password })
  const cookies = [headers['set-cookie'] ?? []].flat().map((cookie) => String(cookie).split(';')[0])
  return ({ address }: Running) => request.agent(address).set(sameOrigin).set('Cookie', cookies.join('; '))
}

/** Another passage each time: the same with the same chain would be asked about. */
const [quote, otherQuote] = ['The quay is sinking', 'Not one container ship will dock here after December']

async function filledForm(browser: Awaited<ReturnType<typeof signInAt>>, desk: Running, id: number, quote: string) {
  const action = `/documents/${id}/statements`
  const form = { ...(await openForm(browser(desk), `/documents/${id}/desk`, action)), quote, mode: 'direct' }
  return (at: Running) => browser(at).post(action).type('form').send(form)
}

/** Sends it, and does not wait for an answer that never comes. */
function sendInVain(send: PromiseLike<unknown>): void {
  Promise.resolve(send).catch(() => undefined)
}

async function until(isSo: () => Promise<boolean>): Promise<void> {
  for (let i = 0; i < 200; i++) {
    if (await isSo()) return
    await wait(50)
  }
  assert.fail('it did not happen')
}

// On a server, a lock holds up what is done; the embedded engine would hold up the lock's own session.
test(
  'on a server, what a killed desk had done is not done again by another, and what it had not is done',
  { skip: skipOnEmbedded },
  async (t) => {
    const own = await openTestDatabase()
    const client = await own.pool.connect()
    t.after(async () => {
      client.release(true)
      await own.close()
    })
    const editor = await makeAccount(own.db, 'editor')
    const { id } = await makeDocument(own.db)
    const { connectionString = '' } = own.pool.options
    const [first, other] = [
      await start({ DATABASE_URL: connectionString }),
      await start({ DATABASE_URL: connectionString }),
    ]
    t.after(() => other.process.kill('SIGKILL'))
    const browser = await signInAt(first, editor)
    const recorded = () => own.db.statement.count()

    const send = await filledForm(browser, first, id, quote)
    // Not yet done: the statement can't be written.
    await client.query('BEGIN; LOCK TABLE "Statement" IN SHARE MODE')
    sendInVain(send(first))
    await until(async () => (await own.db.submission.count({ where: { settledAt: null } })) === 1)
    await wait(300)
    await kill(first)
    await client.query('ROLLBACK')
    await send(other).expect(303)
    assert.equal(await recorded(), 1)

    // Done: only its answer can't be kept.
    const second = await start({ DATABASE_URL: connectionString })
    const sendAgain = await filledForm(browser, second, id, otherQuote)
    const holder = until(async () => {
      await client.query('BEGIN')
      const { rows } = await client.query('SELECT FROM "Submission" WHERE "settledAt" IS NULL FOR UPDATE SKIP LOCKED')
      if (rows.length > 0) return true
      await client.query('ROLLBACK')
      return false
    })
    await wait(100)
    sendInVain(sendAgain(second))
    await holder
    await until(async () => (await recorded()) === 2)
    await kill(second)
    // The server would still do what the dead one asked for last.
    await client.query(`SELECT pg_terminate_backend("pid") FROM pg_stat_activity
      WHERE "datname" = current_database() AND "wait_event_type" = 'Lock'`)
    await client.query('ROLLBACK')
    const { headers } = await sendAgain(other).expect(303)
    assert.equal(await recorded(), 2)
    assert.match(noticeOf(headers), /^This was done when you sent it before/)
  },
)

test(
  'a killed desk on the embedded database does what it had not done, and not again what it had',
  { skip: skipOnServer },
  async (t) => {
    const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'on-record-cut-'))
    t.after(() => fs.rmSync(dataDir, { recursive: true, force: true }))
    const before = await openDatabase({ dataDir, template: await embeddedTemplate() })
    const editor = await makeAccount(before.db, 'editor')
    const { id } = await makeDocument(before.db)
    await before.db.$executeRaw`
    CREATE FUNCTION "stall"() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN PERFORM pg_sleep(600); RETURN NEW; END'`
    // Held for an hour, by a process that is gone when the desk starts.
    const held = { accountId: editor.id, key: 'k'.repeat(64), body: 'b'.repeat(64), claimedAt: new Date() }
    await before.db.submission.create({ data: { ...held, heldUntil: new Date(Date.now() + 3_600_000) } })
    await before.close()
    /** Asks the engine of the desk that is running. */
    const ask = async (sql: string) => {
      const client = new pg.Client({ host: dataDir, user: 'postgres', database: 'postgres' })
      client.on('error', () => {}) // its desk is killed while it waits, which the query reports as well
      await client.connect()
      const { rows } = await client.query<{ count: number }>(sql)
      await client.end()
      return rows[0]?.count
    }
    const recorded = () => ask('SELECT count(*)::int FROM "Statement"')

    let desk = await start({ DATA_DIR: dataDir })
    const browser = await signInAt(desk, editor)
    const heldLong = `SELECT count(*)::int FROM "Submission" WHERE "heldUntil" > now() + interval '1 minute'`
    assert.equal(await ask(heldLong), 0)
    let send = await filledForm(browser, desk, id, quote)
    const cutOff = async (trigger: string) => {
      await ask(`CREATE TRIGGER "stall" ${trigger} EXECUTE FUNCTION "stall"()`)
      sendInVain(send(desk))
      // It stalls once its engine answers nobody else.
      const answers = () => ask('SELECT 1').catch(() => undefined)
      await until(async () => (await Promise.race([answers(), wait(1500, 'silent')])) === 'silent')
      await kill(desk)
      desk = await start({ DATA_DIR: dataDir })
      await ask(`DROP TRIGGER "stall" ON "${trigger.includes('"Statement"') ? 'Statement' : 'Submission'}"`)
    }
    await cutOff('BEFORE INSERT ON "Statement" FOR EACH ROW')
    assert.equal(await recorded(), 0)
    await send(desk).expect(303)
    assert.equal(await recorded(), 1)

    send = await filledForm(browser, desk, id, otherQuote)
    await cutOff('BEFORE UPDATE ON "Submission" FOR EACH ROW WHEN (NEW."settledAt" IS NOT NULL)')
    assert.equal(await recorded(), 2, 'it was done')
    const { headers } = await send(desk).expect(303)
    assert.equal(await recorded(), 2)
    assert.match(noticeOf(headers), /^This was done when you sent it before.*you recorded the statement/)
    await kill(desk)
  },
)

test('what takes long is not taken from a process that is still at it', { skip: skipOnEmbedded }, async (t) => {
  const own = await openTestDatabase()
  const client = await own.pool.connect()
  t.after(async () => {
    client.release(true)
    await own.close()
  })
  const editor = await makeAccount(own.db, 'editor')
  const { id } = await makeDocument(own.db)
  const { connectionString = '' } = own.pool.options
  const desks = [
    await start({ DATABASE_URL: connectionString }),
    await start({ DATABASE_URL: connectionString }),
  ] as const
  t.after(() => desks.map(({ process: child }) => child.kill('SIGKILL')))
  const browser = await signInAt(desks[0], editor)
  const send = await filledForm(browser, desks[0], id, quote)
  await client.query('BEGIN; LOCK TABLE "Statement" IN SHARE MODE')
  const answers = Promise.all([send(desks[0]), wait(500).then(() => send(desks[1]))])
  await wait(7000)
  await client.query('ROLLBACK')
  for (const { status, headers } of await answers) {
    assert.equal(status, 303)
    assert.doesNotMatch(noticeOf(headers), /sent it before/)
  }
  assert.equal(await own.db.statement.count(), 1)
})

/** The sentence that the next page will say. */
function noticeOf(headers: Record<string, unknown>): string {
  const cookie = [headers['set-cookie'] ?? []]
    .flat()
    .map(String)
    .find((one) => one.startsWith('on_record_notice='))
  return Buffer.from(cookie?.split('=')[1]?.split('.')[0] ?? '', 'base64url').toString()
}
