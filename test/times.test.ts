import assert from 'node:assert/strict'
import fs from 'node:fs'
import path from 'node:path'
import { after, test } from 'node:test'
import { PrismaPg } from '@prisma/adapter-pg'
import pg from 'pg'
import { CannotOpen } from '../src/database/cannot-open.ts'
import { PrismaClient } from '../src/database/client/client.ts'
import { type Database, openDatabase } from '../src/database/connect.ts'
import { writeEvent } from '../src/history/events.ts'
import { standBetween } from './support/between.ts'
import { createServerDatabase, openTestDatabase, skipOnEmbedded } from './support/database.ts'
import { onServer as asServer } from './support/template.ts'
import { makeAccount, makeDocument } from './support/world.ts'

/* All times are UTC, whatever zone the server, the database or the role is in. */

const onServer = { skip: skipOnEmbedded }
const newYork = 'America/New_York'

const closing: (() => Promise<unknown>)[] = []
after(async () => {
  for (const close of closing.reverse()) await close()
})

/** A database whose sessions are in another zone unless they say otherwise. */
async function databaseIn(zone: string) {
  const { url, drop } = await createServerDatabase()
  closing.push(drop)
  await moveTo(url, zone)
  return url
}

async function moveTo(url: string, zone: string): Promise<void> {
  await asServer(url, (server) =>
    server.query(`ALTER DATABASE ${new URL(url).pathname.slice(1)} SET TimeZone = '${zone}'`),
  )
}

async function open(databaseUrl: string) {
  const database = await openDatabase({ databaseUrl, databasePool: 2 })
  const close = () => (database.pool.ended ? Promise.resolve() : database.close())
  closing.push(close)
  return { ...database, close }
}

/** The desk as it was while times were the server's: how Prisma writes where nobody says UTC. */
async function writeAsBefore(url: string, write: (db: Database) => Promise<void>): Promise<void> {
  const pool = new pg.Pool({ connectionString: url })
  const db = new PrismaClient({ adapter: new PrismaPg(pool) })
  await write(db)
  await db.$disconnect()
  await pool.end()
}

for (const asPooler of [false, true]) {
  const where = asPooler ? 'behind a pooler' : 'on a server'
  test(
    `times are stored and read as they are, ${where} in New York, also in the night when the clocks change`,
    onServer,
    async () => {
      const between = await standBetween(await databaseIn(newYork), { asPooler })
      closing.push(() => between.close())
      const { db, pool } = await open(between.url)
      const { id } = await makeAccount(db, 'editor')
      // The same quarter past one, first in summer time, then in winter time; and one that no clock there shows.
      for (const time of ['2026-11-01T05:15:00.000Z', '2026-11-01T06:15:00.000Z', '2026-03-08T07:30:00.000Z']) {
        await db.account.update({ where: { id }, data: { signedInAt: new Date(time) } })
        const read = await db.account.findUniqueOrThrow({ where: { id } })
        assert.equal(read.signedInAt?.toISOString(), time)
        const { rows } = await pool.query<{ at: Date }>('SELECT "signedInAt" AS at FROM "Account" WHERE id = $1', [id])
        assert.equal(rows[0]?.at.toISOString(), time)
        const within = await db.$transaction((tx) => tx.account.count({ where: { signedInAt: new Date(time) } }))
        assert.equal(within, 1)
      }
      const { rows } = await pool.query<{ now: boolean }>(
        `SELECT abs(extract(epoch FROM max("createdAt") - now())) < 3600 AS now FROM "Event"`,
      )
      assert.deepEqual(rows, [{ now: true }])
    },
  )
}

test('a server whose dates look otherwise changes nothing', onServer, async () => {
  const url = await databaseIn('UTC')
  await asServer(url, (server) =>
    server.query(`ALTER DATABASE ${new URL(url).pathname.slice(1)} SET DateStyle = 'German'`),
  )
  const { db } = await open(url)
  const { id } = await makeAccount(db, 'editor')
  const time = new Date('2026-02-03T04:05:06.000Z')
  await db.account.update({ where: { id }, data: { signedInAt: time } })
  assert.deepEqual((await db.account.findUniqueOrThrow({ where: { id } })).signedInAt, time)
})

test('a desk whose times were written in the zone of its server does not start, and says why', onServer, async () => {
  const url = await databaseIn(newYork)
  await writeAsBefore(url, async (db) => void (await makeAccount(db, 'editor')))
  await assert.rejects(open(url), (error) => {
    assert.ok(error instanceof CannotOpen)
    assert.match(error.message, /The times in this database were written in .* America\/New_York, not in UTC/)
    assert.match(error.message, /docs\/decisions\/times\.md/)
    return true
  })
})

test('what the documentation says puts such a desk right', onServer, async () => {
  const page = fs.readFileSync(path.join(import.meta.dirname, '../docs/decisions/times.md'), 'utf8')
  const script = /```sql\n([^]*?)```/.exec(page)?.[1] ?? ''
  const url = await databaseIn(newYork)
  const time = new Date('2026-07-01T10:30:00.000Z')
  await writeAsBefore(url, async (db) => {
    const { id } = await makeAccount(db, 'editor')
    await db.account.update({ where: { id }, data: { signedInAt: time } })
    await makeDocument(db)
  })
  await asServer(url, async (server) => {
    await server.query(script.replace('on_record SET', `${new URL(url).pathname.slice(1)} SET`))
  })
  const { db } = await open(url)
  assert.deepEqual((await db.account.findFirstOrThrow()).signedInAt, time)
  const { createdAt } = await db.event.findFirstOrThrow({ orderBy: { id: 'desc' } })
  assert.ok(Math.abs(createdAt.getTime() - Date.now()) < 60 * 60 * 1000)
})

test('… nor after somebody has set the server to UTC meanwhile: sessions and events tell', onServer, async () => {
  for (const zone of [newYork, 'Asia/Kolkata']) {
    const url = await databaseIn(zone)
    await writeAsBefore(url, async (db) => {
      const { id } = await makeAccount(db, 'editor')
      const maxAge = 14 * 24 * 60 * 60 * 1000
      const now = new Date()
      // As express-session has it in its own words, and as signing in writes it.
      const sess = { cookie: { originalMaxAge: maxAge, expires: new Date(now.getTime() + maxAge).toISOString() } }
      const data = { sid: 'one', sess, expire: new Date(now.getTime() + maxAge), accountId: id }
      await db.session.create({ data: { ...data, begunAt: now, seenAt: now } })
    })
    await moveTo(url, 'UTC')
    const hours = zone === newYork ? 'about (4|5) hours' : 'about -5.5 hours'
    await assert.rejects(open(url), new RegExp(`The times in this database were written ${hours} off, not in UTC`))
  }

  const url = await databaseIn(newYork)
  await writeAsBefore(url, async (db) => {
    const { id } = await makeAccount(db, 'editor')
    await writeEvent(db, 'account_disabled', { by: null, subjectId: id })
  })
  await moveTo(url, 'UTC')
  await assert.rejects(open(url), /were written about (4|5) hours off, not in UTC/)
})

for (const zone of ['UTC', 'Etc/GMT', 'GMT', 'Atlantic/Reykjavik']) {
  test(
    `a desk of the version before opens where its server is in ${zone}, and may be moved to any other then`,
    onServer,
    async () => {
      const url = await databaseIn(zone)
      await writeAsBefore(url, async (db) => {
        await makeAccount(db, 'editor')
        await makeDocument(db)
      })
      const { db, close } = await open(url)
      assert.equal(await db.document.count(), 1)
      await close()
      await moveTo(url, newYork)
      const again = await open(url)
      assert.equal(await again.db.document.count(), 1)
    },
  )
}

test('an empty database may be in any zone from the start', onServer, async () => {
  const url = await databaseIn(newYork)
  const { db } = await open(url)
  await makeAccount(db, 'editor')
  const again = await open(url)
  assert.equal(await again.db.account.count(), 1)
})

test('every connection is in UTC, also of the embedded engine', async () => {
  const database = await openTestDatabase()
  closing.push(() => database.close())
  assert.deepEqual((await database.pool.query('SHOW TimeZone')).rows, [{ TimeZone: 'UTC' }])
})
