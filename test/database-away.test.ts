import assert from 'node:assert/strict'
import { createHmac } from 'node:crypto'
import { once } from 'node:events'
import net, { type AddressInfo } from 'node:net'
import { after, test } from 'node:test'
import { load } from 'cheerio'
import { pino } from 'pino'
import request from 'supertest'
import { createApp } from '../src/app.ts'
import { readConfig } from '../src/config.ts'
import { connect } from '../src/database/connect.ts'
import { sameOrigin } from './support/world.ts'

/** Takes connections, and never says a word: what a database is like whose machine has gone. */
const silent = net.createServer().listen(0, '127.0.0.1')
await once(silent, 'listening')
/** Nothing listens there at all. */
const closed = net.createServer().listen(0, '127.0.0.1')
await once(closed, 'listening')
const ports = { silent: portOf(silent), closed: portOf(closed) }
closed.close()

const secret = 'only this test signs its cookies with it'

const opened: { db: { $disconnect(): Promise<void> } }[] = []
after(async () => {
  for (const { db } of opened) await db.$disconnect()
  silent.close()
})

function portOf(server: net.Server): number {
  return (server.address() as AddressInfo).port
}

/** A desk that was started while its database was there. */
function openDesk(port: number) {
  const connection = { host: '127.0.0.1', port, user: 'nobody', database: 'none' }
  const { db, pool } = connect(connection, { patience: 100 })
  opened.push({ db })
  const config = readConfig({ NODE_ENV: 'test', BASE_URL: 'http://desk.example.org', LOG_LEVEL: 'silent' }, '/dev/null')
  const isReady = () => pool.query('SELECT 1').then(() => true)
  const database = { db, pool, isReady, close: () => Promise.resolve() }
  return createApp({ config, database, log: pino({ level: 'silent' }), secret })
}

for (const [how, port] of Object.entries(ports)) {
  test(`while the database is away (${how}), whoever asks is told so soon, and to try again`, async () => {
    const app = openDesk(port)
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
    }
    await ask('/healthz').expect(200)
    await ask('/readyz').expect(503, /database does not answer/)
  })
}
