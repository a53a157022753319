import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { text } from 'node:stream/consumers'
import { test, type TestContext } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { migrate, missingMigrations, ourScripts } from '../src/database/migrate.ts'
import { openBlankDatabase, skipOnEmbedded } from './support/database.ts'
import { killWhileMigrating, startMigrating } from './support/migrating.ts'
import { ofBefore } from './support/old-desk.ts'
import { skipWithoutPooler, startPooler } from './support/pooler.ts'

const skip = skipOnEmbedded
const allNames = ourScripts.migrations.map(({ name }) => name)

/** How the process ends, and after how many migrations. */
const ends = [
  ['SIGKILL', 0],
  ['SIGKILL', 3],
  ['SIGTERM', 8],
  ['SIGKILL', 13],
  ['SIGTERM', 18],
  ['SIGKILL', allNames.length],
] as const

for (const [signal, applied] of ends) {
  test(
    `a process that gets ${signal} after ${applied} migrations leaves a desk that starts again`,
    { skip },
    async (t) => {
      const { connection, url, client } = await blank(t)
      await killWhileMigrating(client, url, signal, applied)

      await migrate(connection)
      assert.deepEqual(await missingMigrations(client), [])
      await client.query(`SELECT search_words('The text came after it.')`)
    },
  )
}

test('a process that is killed amid a long script does not keep the next one waiting', { skip }, async (t) => {
  const { url, client } = await blank(t)
  const slow = folderWith(t, {
    'migrations/1_slow/migration.sql': 'CREATE TABLE thing (n integer); SELECT pg_sleep(3600);',
  })
  const migrating = startMigrating(url, slow)
  const isAsleep = `SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event = 'PgSleep'`
  await until(async () => (await client.query(isAsleep)).rowCount !== 0)
  migrating.kill('SIGKILL')
  await migrating.ended

  const quick = folderWith(t, { 'migrations/1_slow/migration.sql': 'CREATE TABLE thing (n integer);' })
  const again = startMigrating(url, quick)
  const impatience = setTimeout(() => again.kill('SIGKILL'), 300_000)
  assert.deepEqual(await again.names, ['1_slow'])
  clearTimeout(impatience)
})

test('of three desks that start at once on an empty server one applies each migration', { skip }, async (t) => {
  const { url, client } = await blank(t)
  await startThree(url)
  assert.deepEqual(await missingMigrations(client), [])
})

test(
  'three that start at once through PgBouncer do not wait for each other',
  { skip: skip || skipWithoutPooler },
  async (t) => {
    const { url, client } = await blank(t)
    const pooler = await startPooler(url)
    t.after(() => pooler.stop())
    await startThree(pooler.url)
    assert.deepEqual(await missingMigrations(client), [])
    const { rows } =
      await client.query(`SELECT count(*)::int AS held FROM pg_locks l JOIN pg_database d ON d.oid = l.database
    WHERE l.locktype = 'advisory' AND d.datname = current_database()`)
    assert.deepEqual(rows, [{ held: 0 }])
  },
)

test('a desk that was cut off between a script and its row starts again, whichever the migration', async (t) => {
  const { connection, client } = await blank(t)
  for (const [i, { name }] of ofBefore.migrations.entries()) {
    const upToThis = { ...ofBefore, migrations: ofBefore.migrations.slice(0, i + 1) }
    await migrate(connection, upToThis)
    const made = await describe(client)
    await client.query(
      'UPDATE _prisma_migrations SET finished_at = NULL, applied_steps_count = 0 WHERE migration_name = $1',
      [name],
    )
    assert.deepEqual(await migrate(connection, upToThis), [name])
    assert.deepEqual(await describe(client), made, name)
  }
})

test('a script that failed before says again why', async (t) => {
  const { connection, client } = await blank(t)
  const [first] = ourScripts.migrations
  assert.ok(first)
  await migrate(connection, { migrations: [first], text: [], after: [] })
  await client.query(`UPDATE _prisma_migrations SET finished_at = NULL, logs = 'relation "Document" already exists'`)
  await assert.rejects(migrate(connection), { message: /^20261124000000_the_house failed: .*already exists$/ })
})

test('a migration that stands in the way of a running desk is tried again', { skip }, async (t) => {
  const { connection, client } = await blank(t)
  await client.query('CREATE TABLE one (); CREATE TABLE other ()')
  const name = '1_both'
  const sql = 'LOCK TABLE one; LOCK TABLE other; CREATE TABLE done ()'
  const isWaiting = `SELECT FROM pg_locks WHERE relation = 'other'::regclass AND NOT granted`
  for (let tries = 1; ; tries++) {
    await client.query('BEGIN; LOCK TABLE other IN ACCESS SHARE MODE')
    const migrating = migrate(connection, { migrations: [{ name, sql }], text: [], after: [] })
    await until(async () => (await client.query(isWaiting)).rowCount !== 0)
    // PostgreSQL tells whoever waits first that the two wait for each other; on a busy machine that may be this one.
    await wait(200)
    const isGivenWay = await client.query('LOCK TABLE one IN ACCESS SHARE MODE').then(
      () => true,
      () => false,
    )
    await client.query('ROLLBACK')
    assert.deepEqual(await migrating, [name])
    if (isGivenWay) return
    assert.ok(tries < 20, 'they never waited for each other')
    await client.query('DROP TABLE done, _prisma_migrations')
  }
})

test('a desk whose migration fails says the sentence and nothing of itself', { skip }, async (t) => {
  const { url, client } = await blank(t)
  await client.query('CREATE TABLE "Document" ()')
  const desk = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', 'src/server.ts'], {
    env: { ...process.env, DATABASE_URL: url, PORT: '0', SESSION_SECRET: 'x'.repeat(40) },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  const said = text(desk.stderr)
  const [status] = (await once(desk, 'exit')) as [number]
  assert.equal(status, 1)
  assert.match(await said, /^20261124000000_the_house failed: relation "Document" already exists$/m)
  assert.doesNotMatch(await said, /\bat .*\.ts:/)
})

test('no lock outlives its transaction, as a pooler gives the session to somebody else', () => {
  const files = fs.globSync(['src/**/*.ts', 'prisma/**/*.{ts,sql}'])
  const holding = files.filter((file) => /advisory_(un)?lock/.test(fs.readFileSync(file, 'utf8')))
  assert.ok(files.length > 100)
  assert.deepEqual(holding, [])
})

/** All of what one database has that scripts make; the rows are as many as they were. */
async function describe(client: pg.Client): Promise<unknown> {
  const { rows } = await client.query(`
    SELECT concat_ws(' ', table_name, column_name, data_type, column_default, is_nullable) AS thing
      FROM information_schema.columns WHERE table_schema = 'public' AND table_name !~ '^_'
    UNION ALL SELECT indexdef FROM pg_indexes WHERE schemaname = 'public'
    UNION ALL SELECT conname || pg_get_constraintdef(oid) FROM pg_constraint
    UNION ALL SELECT pg_get_triggerdef(oid) FROM pg_trigger WHERE NOT tgisinternal
    UNION ALL SELECT pg_get_functiondef(oid) FROM pg_proc WHERE pronamespace = 'public'::regnamespace AND prokind = 'f'
    UNION ALL SELECT 'ratings ' || count(*) FROM "Rating"
    ORDER BY 1`)
  return rows
}

/** For minutes, if need be. */
async function until(isSo: () => Promise<boolean>): Promise<void> {
  for (let i = 0; i < 15_000; i++) {
    if (await isSo()) return
    await wait(20)
  }
  assert.fail('it did not happen')
}

/** Each migration is applied by one of them, and all of them come to their end. */
async function startThree(url: string): Promise<void> {
  const processes = [1, 2, 3].map(() => startMigrating(url))
  const impatience = setTimeout(() => processes.forEach(({ kill }) => kill('SIGKILL')), 600_000)
  const applied = await Promise.all(processes.map(({ names }) => names))
  clearTimeout(impatience)
  assert.deepEqual(applied.flat().sort(), allNames)
}

function folderWith(t: TestContext, files: Record<string, string>): string {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'on-record-scripts-'))
  t.after(() => fs.rmSync(folder, { recursive: true }))
  for (const [name, sql] of Object.entries(files)) {
    fs.mkdirSync(path.dirname(path.join(folder, name)), { recursive: true })
    fs.writeFileSync(path.join(folder, name), sql)
  }
  return folder
}

async function blank(t: TestContext) {
  const database = await openBlankDatabase()
  const { connection } = database
  const client = new pg.Client(connection)
  await client.connect()
  t.after(async () => {
    await client.end()
    await database.close()
  })
  return { connection, client, url: connection.connectionString ?? '' }
}
