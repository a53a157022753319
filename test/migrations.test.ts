import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { test } from 'node:test'
import { PGlite } from '@electric-sql/pglite'
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm'
import pg from 'pg'
import { PrismaPGlite } from 'pglite-prisma-adapter'
import { diffMigrations } from '../prisma/diff.ts'
import { migrate, missingMigrations } from '../src/database/migrate.ts'
import { hashOf } from '../src/originals/hash.ts'
import { openBlankDatabase, openTestDatabase, skipOnEmbedded } from './support/database.ts'
import { oldRows } from './support/old-desk.ts'

test('the migrations make exactly what schema.prisma says', async (t) => {
  const engines = [await PGlite.create({ extensions: { pg_trgm } }), await PGlite.create({ extensions: { pg_trgm } })]
  t.after(() => Promise.all(engines.map((engine) => engine.close())))
  const [base, shadow] = engines.map((engine) => new PrismaPGlite(engine))
  assert.ok(base && shadow)

  const sql = await diffMigrations(base, shadow)
  assert.match(
    sql,
    /^\s*(-- This is an empty migration\.)?\s*$/,
    'run `npm run migration -- NAME` to write what is missing',
  )
})

test('a desk that starts on an empty database makes its tables once, and again makes nothing', async (t) => {
  const blank = await openBlankDatabase()
  t.after(() => blank.close())

  const names = await migrate(blank.connection)
  assert.ok(names.length > 0)
  assert.deepEqual(await migrate(blank.connection), [])

  const client = await connect(blank.connection)
  assert.deepEqual(await missingMigrations(client), [])
  const { rows } = await client.query('SELECT count(*)::int AS ratings FROM "Rating"')
  assert.deepEqual(rows, [{ ratings: 17 }])
  await client.end()
})

test('everybody who has an account already gets a handle of their own, whatever they are called', async (t) => {
  const engine = await PGlite.create({ extensions: { pg_trgm } })
  t.after(() => engine.close())
  const run = async (before: boolean) => {
    const names = (await readdir('prisma/migrations')).filter((name) => /^\d/.test(name)).sort()
    const at = names.findIndex((name) => name.endsWith('_handles'))
    for (const name of before ? names.slice(0, at) : names.slice(at, at + 1))
      await engine.exec(await readFile(`prisma/migrations/${name}/migration.sql`, 'utf8'))
  }
  await run(true)
  const people = ['Ana Costa 2', 'Ana Costa', 'ANA  COSTA', 'Ana-Costa', 'Ana Costa 3', '…', '!', 'Colleague']
  for (const [i, name] of people.entries())
    await engine.query(
      `INSERT INTO "Account" ("email", "name", "role", "passwordHash") VALUES ($1, $2, 'editor', 'x')`,
      [`${i}@example.org`, name],
    )
  await run(false)
  const { rows } = await engine.query<{ handle: string }>('SELECT "handle" FROM "Account" ORDER BY "id"')
  assert.deepEqual(
    rows.map(({ handle }) => handle),
    [
      ...['ana-costa-2', 'ana-costa', 'ana-costa-3', 'ana-costa-4', 'ana-costa-3-2'],
      ...['colleague', 'colleague-2', 'colleague-3'],
    ],
  )
})

test('a desk that kept imported files with their versions loses no byte of them, and can have their space back', async (t) => {
  const engine = await PGlite.create({ extensions: { pg_trgm } })
  t.after(() => engine.close())
  const names = (await readdir('prisma/migrations')).filter((name) => /^\d/.test(name)).sort()
  const at = names.findIndex((name) => name.endsWith('_originals'))
  const run = async (some: string[]) => {
    for (const name of some) await engine.exec(await readFile(`prisma/migrations/${name}/migration.sql`, 'utf8'))
  }
  await run(names.slice(0, at))
  const files = [randomBytes(400_000), Buffer.from('%PDF-1.4 \0 in between'), Buffer.alloc(0), null, randomBytes(70)]
  await engine.exec(oldRows)
  // The last two are of the same bytes.
  for (const [i, bytes] of [...files, files[4]].entries())
    await engine.query(
      `INSERT INTO "Version" ("documentId", "number", "textId", "method", "original", "originalName")
       SELECT "id", $1, "textId", 'file', $2, $3 FROM "Document"`,
      [i + 2, bytes, i === 1 ? null : `file ${i}`],
    )
  await run(names.slice(at, at + 1))

  const { rows } = await engine.query<{
    number: number
    name: string
    size: number
    sha256: string
    bytes: Uint8Array
  }>(`
    SELECT v."number", o."name", o."size", o."sha256", b."bytes" FROM "Original" o
    JOIN "OriginalBytes" b USING ("sha256") JOIN "Version" v ON v."id" = o."versionId" ORDER BY v."number"`)
  const kept = [...files, files[4]].flatMap((bytes, i) => (bytes ? [{ bytes, number: i + 2, i }] : []))
  assert.deepEqual(
    rows.map(({ bytes, ...row }) => ({ ...row, bytes: hashOf(bytes) })),
    kept.map(({ bytes, number, i }) => {
      const sha256 = hashOf(bytes)
      return { number, name: i === 1 ? '' : `file ${i}`, size: bytes.length, sha256, bytes: sha256 }
    }),
  )
  assert.equal((await engine.query('SELECT FROM "OriginalBytes"')).rows.length, 4, 'the same bytes once')
  const size = async () =>
    (await engine.query<{ size: number }>(`SELECT pg_total_relation_size('"Version"')::int AS size`)).rows[0]?.size ?? 0
  assert.ok((await size()) > 400_000, 'a dropped column keeps its space')
  await engine.exec('VACUUM FULL "Version"')
  assert.ok((await size()) < 300_000, 'as docs/deploying.md says')
})

test('a migration that was cut off is tried again at the next start', async (t) => {
  const blank = await openBlankDatabase()
  t.after(() => blank.close())
  const names = await migrate(blank.connection)

  const client = await connect(blank.connection)
  await client.query('DROP SCHEMA public CASCADE; CREATE SCHEMA public')
  await client.query(
    `CREATE TABLE _prisma_migrations (id varchar(36) PRIMARY KEY, checksum varchar(64) NOT NULL, finished_at timestamptz,
      migration_name varchar(255) NOT NULL, logs text, rolled_back_at timestamptz,
      started_at timestamptz NOT NULL DEFAULT now(), applied_steps_count int NOT NULL DEFAULT 0)`,
  )
  await client.query(`INSERT INTO _prisma_migrations (id, checksum, migration_name) VALUES ('cut off', '', $1)`, [
    names[0],
  ])
  assert.deepEqual(await missingMigrations(client), names)
  assert.deepEqual(await migrate(blank.connection), names)
  await client.end()
})

test('two desks that start on one empty server at once both find it ready', { skip: skipOnEmbedded }, async (t) => {
  const blank = await openBlankDatabase()
  t.after(() => blank.close())
  const [one, other] = await Promise.all([migrate(blank.connection), migrate(blank.connection)])
  const names = [...one, ...other].sort()
  assert.ok(names.length > 0)
  assert.deepEqual(names, [...new Set(names)], 'each migration is applied by one of them')
})

test('a desk is not ready while a migration is missing', async (t) => {
  const database = await openTestDatabase()
  t.after(() => database.close())
  assert.equal(await database.isReady(), true)
  await database.pool.query('UPDATE _prisma_migrations SET finished_at = NULL')
  assert.equal(await database.isReady(), false)
})

async function connect(connection: pg.PoolConfig): Promise<pg.Client> {
  const client = new pg.Client(connection)
  await client.connect()
  return client
}
