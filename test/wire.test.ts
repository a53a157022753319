import assert from 'node:assert/strict'
import net from 'node:net'
import path from 'node:path'
import { after, before, test } from 'node:test'
import pg from 'pg'
import { type Embedded, startEmbedded } from '../src/database/embedded.ts'
import { skipOnServer } from './support/database.ts'
import { embeddedTemplate } from './support/template.ts'

const onlyEmbedded = { skip: skipOnServer }
let embedded: Embedded

before(async () => {
  if (!skipOnServer) embedded = await startEmbedded({ dataDir: null, template: await embeddedTemplate() })
})
after(() => embedded?.stop())

test('thirty editors who ask at once all get their own answers', onlyEmbedded, async () => {
  const clients = await Promise.all(Array.from({ length: 30 }, connect))
  const asked = clients.map(async (client, who) => {
    for (let turn = 0; turn < 20; turn++) {
      const words = `editor ${who}, question ${turn} ${'“é🚢” '.repeat((who * 37 + turn * 101) % 400)}`
      const { rows } = await client.query('SELECT $1::text AS words, $2::int AS who, length($1::text) AS length', [
        words,
        who,
      ])
      assert.deepEqual(rows, [{ words, who, length: Array.from(words).length }])
    }
  })
  await Promise.all(asked)
  await Promise.all(clients.map((client) => client.end()))
})

test('texts of several megabytes go in and come out whole, beside small questions', onlyEmbedded, async () => {
  const clients = await Promise.all(Array.from({ length: 6 }, connect))
  await Promise.all(
    clients.map(async (client, who) => {
      const text = `${who}: ${'Noch ein Satz über den Hafen. '.repeat(who % 2 ? 120_000 : 3)}`
      const { rows } = await client.query<{ text: string }>('SELECT $1::text AS text', [text])
      assert.ok(rows[0]?.text === text)
    }),
  )
  await Promise.all(clients.map((client) => client.end()))
})

test(
  'a statement that one has prepared is there for all, and another of its name is refused',
  onlyEmbedded,
  async () => {
    const clients = await Promise.all([connect(), connect(), connect()])
    const ask = (client: pg.Client, n: number) =>
      client.query<{ n: number }>({ name: 'shared', text: 'SELECT $1::int AS n', values: [n] })
    for (const turn of [0, 10]) {
      const answers = await Promise.all(clients.map((client, n) => ask(client, turn + n)))
      assert.deepEqual(
        answers.map(({ rows }) => rows[0]?.n),
        [turn, turn + 1, turn + 2],
      )
    }
    const other = await connect()
    await assert.rejects(other.query({ name: 'shared', text: 'SELECT $1::text AS n', values: ['x'] }), /already exists/)
    assert.deepEqual((await ask(other, 5)).rows, [{ n: 5 }], 'and goes on')

    await assert.rejects(askInVain(other), /no_such/)
    await assert.rejects(askInVain(clients[0]), /no_such/, 'what could not be prepared is not taken for prepared')
    await Promise.all([...clients, other].map((client) => client.end()))

    function askInVain(client: pg.Client) {
      return client.query({ name: 'broken', text: 'SELECT no_such FROM "Topic" WHERE "id" = $1', values: [1] })
    }
  },
)

test('while one editor is inside a change, the others wait and then see it', onlyEmbedded, async () => {
  const [writer, reader] = await Promise.all([connect(), connect()])
  await writer.query('BEGIN')
  await writer.query(`INSERT INTO "Topic" ("name", "folded") VALUES ('Harbour', 'harbour')`)
  const seen = reader.query('SELECT name FROM "Topic"')
  await writer.query(`UPDATE "Topic" SET "name" = 'Harbours'`)
  await writer.query('COMMIT')
  assert.deepEqual((await seen).rows, [{ name: 'Harbours' }])
  await Promise.all([writer.end(), reader.end()])
})

test('a change that somebody walks away from is undone, and the others go on', onlyEmbedded, async () => {
  const [leaver, stayer] = await Promise.all([connect(), connect()])
  leaver.on('error', () => {})
  await leaver.query('BEGIN')
  await leaver.query(`INSERT INTO "Topic" ("name", "folded") VALUES ('Never', 'never')`)
  const waiting = stayer.query(`SELECT count(*)::int AS topics FROM "Topic" WHERE "folded" = 'never'`)
  socketOf(leaver).destroy()

  assert.deepEqual((await waiting).rows, [{ topics: 0 }])
  await stayer.end()
})

test('someone who leaves in the middle of a question does not hold up the others', onlyEmbedded, async () => {
  const [leaver, stammerer, stayer] = await Promise.all([connect(), connect(), connect()])
  leaver.on('error', () => {})
  stammerer.on('error', () => {})
  const cutOff = leaver.query(`SELECT pg_sleep(0.3), $1::text`, ['half'])
  cutOff.catch(() => {})
  socketOf(stammerer).write(Buffer.from('5100000400', 'hex')) // the beginning of a Query that says it is longer
  socketOf(leaver).destroy()
  socketOf(stammerer).destroy()

  assert.equal((await stayer.query('SELECT 1 AS one')).rowCount, 1)
  await stayer.end()
})

test('a mistake is answered to whoever made it, and to nobody else', onlyEmbedded, async () => {
  const clients = await Promise.all(Array.from({ length: 10 }, connect))
  const answers = await Promise.allSettled(
    clients.map((client, who) =>
      client.query(who % 2 ? 'SELECT 1 / $1::int AS result' : 'SELECT $1::int AS result', [0]),
    ),
  )
  for (const [who, answer] of answers.entries()) assert.equal(answer.status, who % 2 ? 'rejected' : 'fulfilled')

  for (const client of clients) assert.equal((await client.query('SELECT $1::int AS still', [7])).rowCount, 1)
  await Promise.all(clients.map((client) => client.end()))
})

test('a mistake inside a change undoes that change alone', onlyEmbedded, async () => {
  const [one, other] = await Promise.all([connect(), connect()])
  await one.query('BEGIN')
  await assert.rejects(one.query('SELECT * FROM "NoSuchTable"'), /NoSuchTable/)
  const others = other.query(`INSERT INTO "Topic" ("name", "folded") VALUES ('Quay', 'quay')`)
  await assert.rejects(one.query('SELECT 1'), /current transaction is aborted/)
  await one.query('ROLLBACK')
  assert.equal((await others).rowCount, 1)
  await Promise.all([one.end(), other.end()])
})

test('fifty changes of one number at once all count', onlyEmbedded, async () => {
  const pool = new pg.Pool({ ...connection(), max: 12 })
  await pool.query('CREATE TABLE counter AS SELECT 0 AS n')
  await Promise.all(
    Array.from({ length: 50 }, async () => {
      const client = await pool.connect()
      await client.query('BEGIN')
      const { rows } = await client.query<{ n: number }>('SELECT n FROM counter FOR UPDATE')
      await client.query('UPDATE counter SET n = $1', [(rows[0]?.n ?? 0) + 1])
      await client.query('COMMIT')
      client.release()
    }),
  )
  assert.deepEqual((await pool.query('SELECT n FROM counter')).rows, [{ n: 50 }])
  await pool.end()
})

test('messages that arrive one byte at a time are understood', onlyEmbedded, async () => {
  const socket = net.connect(path.join(embedded.host, '.s.PGSQL.5432'))
  socket.setNoDelay(true)
  const answers: Buffer[] = []
  socket.on('data', (piece: Buffer) => answers.push(piece))

  const startup = message('', Buffer.from('\0\x03\0\0user\0postgres\0database\0postgres\0\0', 'latin1'))
  const query = message('Q', Buffer.from("SELECT 'byte by byte'\0"))
  for (const byte of Buffer.concat([startup, query])) {
    socket.write(Buffer.of(byte))
    await new Promise((resolve) => setImmediate(resolve))
  }
  while (!Buffer.concat(answers).includes('byte by byte')) await new Promise((resolve) => socket.once('data', resolve))
  socket.destroy()
})

function connection() {
  return { host: embedded.host, user: 'postgres', database: 'postgres' }
}

async function connect(): Promise<pg.Client> {
  const client = new pg.Client(connection())
  await client.connect()
  return client
}

function socketOf(client: pg.Client): net.Socket {
  return (client as unknown as { connection: { stream: net.Socket } }).connection.stream
}

function message(letter: string, body: Buffer): Buffer {
  const length = Buffer.alloc(4)
  length.writeInt32BE(4 + body.length)
  return Buffer.concat([Buffer.from(letter), length, body])
}
