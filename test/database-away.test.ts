import assert from 'node:assert/strict'
import { createHmac } from 'node:crypto'
import { once } from 'node:events'
import net, { type AddressInfo } from 'node:net'
import { after, test } from 'node:test'
import { load } from 'cheerio'
import type pg from 'pg'
import { pino } from 'pino'
import request from 'supertest'
import { createApp } from '../src/app.ts'
import { readConfig } from '../src/config.ts'
import { connect } from '../src/database/connect.ts'
import { refusal, standBetween } from './support/between.ts'
import { createServerDatabase, skipOnEmbedded } from './support/database.ts'
import { openTestDesk } from './support/desk.ts'
import { startDesk } from './support/started.ts'
import { makeDocument, publish, sameOrigin } from './support/world.ts'

/** Takes connections, and never says a word: what a database is like whose machine has gone. */
const silent = net.createServer().listen(0, '127.0.0.1')
await once(silent, 'listening')
/** Nothing listens on the other: no program is ever given that port, as it may be given one that was just closed. */
const ports = { silent: portOf(silent), closed: 9 }
/** In seconds: how long an answer may take that comes, and one that does not. */
const [patience, impatience] = [60, 0.1]

const secret = 'only this test signs its cookies with it'

const opened: { db: { $disconnect(): Promise<void> } }[] = []
after(async () => {
  for (const { db } of opened) await db.$disconnect()
  silent.close()
})

/** PostgreSQL's own words and a pooler's, with which a connection is refused, or a statement in one that was let in. */
const refusals = [
  ...['08P01', '08000', '08003', '08006', '57P01', '57P02', '57P03', '57P05', '53300', '28P01', '3D000'],
  ...['58030', '53200', '57014', '25P03', '25P04', '40001', '40P01', '55P03', '25006', '53100'],
]

for (const code of refusals) {
  for (const when of ['at the door', 'when it is asked'] as const) {
    test(`a database that answers with ${code} ${when} is a 503 that says to try again, and is not ready`, async () => {
      const { app, close } = openDesk(portOf(await answerWith(code, when)), patience)
      const { status, text } = await request(app).get('/documents').set('Accept', 'application/json')
      assert.equal(status, code === '53100' ? 507 : 503, text)
      assert.match(text, code === '53100' ? /The disk is full/ : /Wait a moment and try again/)
      const ready = await request(app).get('/readyz').expect(503)
      assert.match(ready.text, /The (database|disk)/)
      await close()
    })
  }
}

/** A server that speaks as much of PostgreSQL's protocol as it takes to refuse. */
async function answerWith(code: string, when: 'at the door' | 'when it is asked'): Promise<net.Server> {
  const idle = Buffer.from('Z\0\0\0\x05I', 'latin1')
  const server = net.createServer((socket) => {
    socket
      .on('error', () => {})
      .once('data', () => {
        if (when === 'at the door') {
          socket.end(refusal(code, 'refused'))
          return
        }
        socket.write(Buffer.concat([Buffer.from('R\0\0\0\x08\0\0\0\0', 'latin1'), idle]))
        socket.on('data', () => socket.write(Buffer.concat([refusal(code, 'refused', 'ERROR'), idle])))
      })
  })
  server.listen(0, '127.0.0.1').unref()
  await once(server, 'listening')
  return server
}

test('a database that can only be read shows what is there, takes nothing in, and is not ready', async () => {
  const desk = await openTestDesk({ environment: { LOG_LEVEL: 'silent' } })
  const ask = () => request.agent(desk.app).set(sameOrigin)
  const { id } = await makeDocument(desk.db)
  await publish(desk.db, id)
  await ask().get('/readyz').expect(200)
  const name = `"${(await desk.pool.query<{ name: string }>('SELECT current_database() AS name')).rows[0]?.name}"`
  await desk.pool.query(`ALTER DATABASE ${name} SET default_transaction_read_only = on`)
  await onAllConnections(desk.pool, 'SET default_transaction_read_only = on')
  try {
    const { text } = await ask().get('/readyz').expect(503)
    assert.match(text, /can only be read/)
    await ask().get(`/documents/${id}`).redirects(1).expect(200)
    const signIn = ask().post('/session').type('form').send({ email: 'a@b.example', password: 'none' })
    const refused = await signIn.expect(503)
    assert.match(refused.text, /Nothing can be changed at the moment, only read/)
  } finally {
    await onAllConnections(desk.pool, 'SET default_transaction_read_only = off')
    await desk.close()
  }
})

/** Whichever of its connections is taken for the next query. */
async function onAllConnections(pool: pg.Pool, sql: string): Promise<void> {
  const clients = await Promise.all(Array.from({ length: pool.options.max ?? 1 }, () => pool.connect()))
  for (const client of clients) {
    await client.query(sql)
    client.release()
  }
}

test('a start without its database waits for it, saying so, and ends with a sentence', async () => {
  const url = `postgres://desk:secret@127.0.0.1:${ports.closed}/on_record`
  const desk = startDesk({ DATABASE_URL: url, DATABASE_START_SECONDS: '2', LOG_LEVEL: 'warn' })
  assert.equal(await desk.code, 1)
  const place = `127\\.0\\.0\\.1:${ports.closed}/on_record`
  assert.match(
    desk.said(),
    new RegExp(`The database at ${place} does not answer \\(.*Waiting for it, for up to 2 seconds`),
  )
  assert.match(desk.said(), new RegExp(`^The database at ${place} does not answer .*Look at DATABASE_URL`, 'm'))
  assert.doesNotMatch(desk.said(), /^\s+at |secret/m)
})

test('a start goes on as soon as its database is there', { skip: skipOnEmbedded }, async () => {
  const { url, drop } = await createServerDatabase()
  const between = await standBetween(url)
  await between.goAway()
  const desk = startDesk({ DATABASE_URL: between.url, LOG_LEVEL: 'warn' })
  await desk.hears(/Waiting for it/)
  await between.comeBack()
  await desk.hears(/On Record is at/)
  desk.process.kill('SIGTERM')
  assert.equal(await desk.code, 0)
  await between.close()
  await drop()
})

function portOf(server: net.Server): number {
  return (server.address() as AddressInfo).port
}

/** A desk that was started while its database was there. */
function openDesk(port: number, answer: number) {
  const connection = { host: '127.0.0.1', port, user: 'nobody', database: 'none' }
  const { db, pool } = connect(connection, { limits: { answer } })
  opened.push({ db })
  const config = readConfig({ NODE_ENV: 'test', BASE_URL: 'http://desk.example.org', LOG_LEVEL: 'silent' }, '/dev/null')
  const isReady = () => pool.query('SELECT 1').then(() => true)
  const database = { db, pool, isReady, close: () => Promise.resolve() }
  const app = createApp({ config, database, log: pino({ level: 'silent' }), secret })
  const close = () => (pool.ended ? Promise.resolve() : db.$disconnect().then(() => pool.end()))
  return { app, close }
}

for (const [how, port] of Object.entries(ports)) {
  test(`while the database is away (${how}), whoever asks is told so soon, and to try again`, async () => {
    const { app } = openDesk(port, impatience)
    const ask = (path: string) => request(app).get(path)
    const signature = createHmac('sha256', secret).update('abc').digest('base64').replace(/=+$/, '')
    const signedIn = { Cookie: `on_record=${encodeURIComponent(`s:abc.${signature}`)}` }
    const asProgram = { Authorization: 'Bearer onr_something', Accept: 'application/json' }
    const sentence = /The database does not answer\. Wait a moment and try again/
    for (const asked of [
      ask('/'),
      ask('/documents').set(signedIn),
      ask('/documents/1').set('Accept', 'application/json'),
      ask('/documents').set(asProgram),
      request(app).post('/session').set(sameOrigin).type('form').send({ email: 'a@b.example', password: 'none' }),
    ]) {
      const { status, text, type, headers } = await asked
      assert.equal(status, 503)
      assert.match(type === 'text/html' ? load(text)('h1, main').text() : text, sentence)
      assert.ok(headers['content-security-policy'])
      assert.match(String(headers['retry-after']), /^[1-9]\d*$/)
    }
    await ask('/healthz').expect(200)
    await ask('/readyz')
      .expect(503, /database does not answer/)
      .expect('Retry-After', /^[1-9]\d*$/)
  })
}
