import assert from 'node:assert/strict'
import { after, test, type TestContext } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { pino } from 'pino'
import request from 'supertest'
import { createApp } from '../src/app.ts'
import { readConfig } from '../src/config.ts'
import { type OpenDatabase, openDatabase } from '../src/database/connect.ts'
import type { usualLimits } from '../src/database/limits.ts'
import { createServerDatabase, skipOnEmbedded } from './support/database.ts'
import { standBetween } from './support/between.ts'
import { makeDocument, sameOrigin } from './support/world.ts'

/* How long the desk waits for a PostgreSQL server: as long as its settings say, whatever happens there. */

const onServer = { skip: skipOnEmbedded }
/** Far longer than any limit here, and far shorter than what would be waited for without one. */
const forEver = 60_000

const closing: (() => Promise<unknown>)[] = []
after(async () => {
  for (const close of closing.reverse()) await close()
})

type Choices = { limits: Partial<typeof usualLimits>; asPooler?: boolean }

/** A desk and its way to the database, with a database of its own behind it. */
async function openDesk({ limits, asPooler = false }: Choices) {
  const { url, drop } = await createServerDatabase()
  const between = await standBetween(url, { asPooler })
  const database = await openDatabase({ databaseUrl: between.url, databasePool: 3, limits })
  const direct = await openDatabase({ databaseUrl: url, databasePool: 2 })
  closing.push(async () => {
    await between.close()
    await Promise.all([database.close(), direct.close()])
    await drop()
  })
  const config = readConfig({ NODE_ENV: 'test', BASE_URL: 'http://desk.example.org', LOG_LEVEL: 'silent' }, '/dev/null')
  const app = createApp({ config, database, log: pino({ level: 'silent' }), cachePages: false })
  return { app, database, direct, between }
}

/** What the work comes to, unless it takes for ever. */
async function within<T>(work: PromiseLike<T>): Promise<T> {
  const tooLong = new AbortController()
  const never = wait(forEver, undefined, { signal: tooLong.signal }).then(() => assert.fail('waited for ever'))
  try {
    return await Promise.race([work, never])
  } finally {
    tooLong.abort()
    never.catch(() => {})
  }
}

/**
 * Until it answers as it does where nothing is in the way: on a busy machine, its own small limits may be over before the
 * server had its turn.
 */
async function untilItAnswers({ app }: Awaited<ReturnType<typeof openDesk>>): Promise<void> {
  for (let tries = 0; tries < 100; tries++) {
    if ((await within(request(app).get('/documents'))).status === 200) return
  }
  assert.fail('it answers no more')
}

/** Locks a table in another session until the test ends. */
async function lock(t: TestContext, { direct }: { direct: OpenDatabase }, table: string) {
  const client = await direct.pool.connect()
  await client.query(`BEGIN; LOCK TABLE ${table} IN ACCESS EXCLUSIVE MODE`)
  const free = async () => {
    await client.query('ROLLBACK')
    client.release()
  }
  t.after(free)
}

const ways = [
  { how: 'a limit on locks', limits: { lock: 0.3 } },
  { how: 'a limit on statements', limits: { lock: 0, statement: 0.3 } },
  { how: 'its own patience, behind a pooler,', limits: { statement: 0.3, lock: 0.3, answer: 3 }, asPooler: true },
]
for (const { how, ...choices } of ways) {
  test(`with ${how} the desk says that it is busy where somebody has locked a table`, onServer, async (t) => {
    const desk = await openDesk(choices)
    await lock(t, desk, '"Document"')
    const { status, text } = await within(request(desk.app).get('/documents'))
    assert.equal(status, 503)
    assert.match(text, /The database (is busy|does not answer)\. Wait a moment and try again/)

    await lock(t, desk, '"Guess", "Account"')
    const signIn = request(desk.app).post('/session').set(sameOrigin).type('form')
    assert.equal((await within(signIn.send({ email: 'a@b.example', password: 'none' }))).status, 503)
    await assert.rejects(within(desk.database.db.$transaction((tx) => tx.account.count())))
  })
}

test(
  'a server that stops in the middle of it all is waited for no longer than the settings say',
  onServer,
  async () => {
    const desk = await openDesk({ limits: { statement: 0.3, answer: 0.7 } })
    await untilItAnswers(desk)
    desk.between.silence()
    // More than there are connections, so that some wait for those of others.
    const answers = await within(Promise.all(Array.from({ length: 8 }, () => request(desk.app).get('/documents'))))
    assert.ok(answers.some(({ status }) => status === 503))
    await untilItAnswers(desk)
    assert.ok(desk.database.pool.totalCount <= 3)
  },
)

test('a transaction whose connection broke gives it back, however often that happens', onServer, async () => {
  const desk = await openDesk({ limits: { statement: 0.3, answer: 0.7 } })
  for (let turn = 0; turn < 5; turn++) {
    await assert.rejects(
      within(
        desk.database.db.$transaction(async (tx) => {
          await tx.account.count()
          desk.between.silence()
          await tx.account.count()
        }),
      ),
    )
  }
  await untilItAnswers(desk)
})

test('behind a pooler nothing is left behind in a session that others get next', onServer, async () => {
  const { database } = await openDesk({ limits: { statement: 7, lock: 3 }, asPooler: true })
  const settings = `SELECT current_setting('statement_timeout') AS "statement", current_setting('lock_timeout') AS "lock",
    current_setting('TimeZone') AS "zone"`
  assert.deepEqual((await database.pool.query(settings)).rows, [{ statement: '0', lock: '0', zone: 'UTC' }])
  const inside = await database.db.$transaction((tx) => tx.$queryRawUnsafe(settings))
  assert.deepEqual(inside, [{ statement: '7s', lock: '3s', zone: 'UTC' }])
  await makeDocument(database.db)
})

test(
  'a session of the desk alone has the limits for all that is asked in it, and a command takes its time',
  onServer,
  async () => {
    const { database, between } = await openDesk({ limits: { statement: 7, lock: 3 } })
    const settings = `SELECT current_setting('statement_timeout') AS "statement", current_setting('lock_timeout') AS "lock"`
    assert.deepEqual((await database.pool.query(settings)).rows, [{ statement: '7s', lock: '3s' }])
    const patient = await openDatabase({ databaseUrl: between.url, limits: { statement: 0 } })
    closing.push(() => patient.close())
    assert.deepEqual((await patient.pool.query(settings)).rows, [{ statement: '0', lock: '10s' }])
  },
)
