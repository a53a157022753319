import { randomUUID } from 'node:crypto'
import path from 'node:path'
import pg from 'pg'
import { isTextPresent, makeTextPresent, setTextAside } from './present-text.ts'
import { ScriptFailed } from './script-failed.ts'
import { checksum, readScripts, runScript, type Script, type Scripts } from './scripts.ts'

export const ourScripts: Scripts = readScripts(path.join(import.meta.dirname, '../../prisma'))

/** Any number, the same in every process: the one that holds it migrates, the others wait. */
const advisoryLock = 7_303_014

/** As Prisma's own command line makes it, so that going back to that stays possible. */
const migrationsTable = `CREATE TABLE IF NOT EXISTS _prisma_migrations (id VARCHAR(36) PRIMARY KEY NOT NULL,
  checksum VARCHAR(64) NOT NULL, finished_at TIMESTAMPTZ, migration_name VARCHAR(255) NOT NULL, logs TEXT,
  rolled_back_at TIMESTAMPTZ, started_at TIMESTAMPTZ NOT NULL DEFAULT now(), applied_steps_count INTEGER NOT NULL DEFAULT 0)`

/**
 * Applies missing migrations, then the present text of functions, views and triggers; returns the migrations' names.
 * Several processes may start at once, and each may be killed at any moment: docs/decisions/present-text.md.
 */
export async function migrate(connection: pg.PoolConfig, scripts = ourScripts): Promise<string[]> {
  const client = new pg.Client(connection)
  client.on('error', () => {}) // the query that is waiting reports a broken connection
  await client.connect()
  try {
    const missing = await missingMigrations(client, scripts)
    const done: string[] = []
    for (const migration of scripts.migrations) {
      if (missing.includes(migration.name) && (await apply(client, migration))) done.push(migration.name)
    }

    if (!(await isOfLaterVersion(client, scripts)) && !(await isTextPresent(client, scripts))) {
      await underLock(client, async () => {
        if (!(await isTextPresent(client, scripts))) await makeTextPresent(client, scripts)
      })
    }
    return done
  } finally {
    await client.end()
  }
}

/** The names of migrations that this code has and the database has not (or has not finished). */
export async function missingMigrations(
  db: { query: pg.Pool['query'] },
  { migrations } = ourScripts,
): Promise<string[]> {
  const finished = await finishedMigrations(db)
  return migrations.map(({ name }) => name).filter((name) => !finished.has(name))
}

/** False if another process was first. */
function apply(client: pg.Client, migration: Script): Promise<boolean> {
  return underLock(client, async () => {
    await client.query(migrationsTable)
    if ((await finishedMigrations(client)).has(migration.name)) return false

    await setTextAside(client)
    if (!(await wasApplied(client, migration))) await runScript(client, migration)
    await client.query('DELETE FROM _prisma_migrations WHERE migration_name = $1', [migration.name])
    await client.query(
      `INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at, applied_steps_count)
       VALUES ($1, $2, $3, clock_timestamp(), 1)`,
      [randomUUID(), checksum(migration), migration.name],
    )
    return true
  })
}

/** PostgreSQL's error codes for a script that was applied before: what it creates exists, what it drops does not. */
const metItself = ['42P07', '42710', '42701', '42723', '42704', '42703', '42883', '42P01']

/**
 * Until 2026-11-29 a script was applied first, whole or not at all, and its row was finished afterwards. A desk killed
 * in between has one without the other, so only trying shows whether it was applied; "logs" gives the reason of a
 * script that failed.
 */
async function wasApplied(client: pg.Client, migration: Script): Promise<boolean> {
  const { rowCount } = await client.query(
    'SELECT FROM _prisma_migrations WHERE migration_name = $1 AND finished_at IS NULL AND rolled_back_at IS NULL AND logs IS NULL',
    [migration.name],
  )
  if (!rowCount) return false
  await client.query('SAVEPOINT tried')
  try {
    await runScript(client, migration)
  } catch (error) {
    if (!(error instanceof ScriptFailed && metItself.includes(error.code))) throw error
    await client.query('ROLLBACK TO SAVEPOINT tried')
  }
  return true
}

/** One transaction on one connection, with a lock that ends with it: behind a pooler no other lock works. */
async function underLock<T>(client: pg.Client, work: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries++) {
    await client.query('BEGIN')
    try {
      await client.query(unhurried)
      await client.query('SELECT pg_advisory_xact_lock($1)', [advisoryLock])
      const result = await work()
      await client.query('COMMIT')
      return result
    } catch (error) {
      await client.query('ROLLBACK').catch(() => {}) // the first error says more
      const isInTheWay = error instanceof ScriptFailed && error.code === deadlock
      if (!isInTheWay || tries === mostTries) throw error
    }
  }
}

/** A running desk may hold a lock that a script needs, and wait for one that it holds; the desk will be done soon. */
const deadlock = '40P01'
const mostTries = 5

/**
 * A migration may take any time. If its process dies, the server should notice even in the middle of a statement, where
 * the system allows it, because others wait for the lock.
 */
const unhurried = `
  SET LOCAL statement_timeout = 0;
  SET LOCAL lock_timeout = 0;
  SET LOCAL idle_in_transaction_session_timeout = 0;
  DO $$ BEGIN SET LOCAL client_connection_check_interval = '1s'; EXCEPTION WHEN OTHERS THEN NULL; END $$`

/** The tables of a later version need that version's functions. */
async function isOfLaterVersion(client: pg.Client, { migrations }: Scripts): Promise<boolean> {
  const known = new Set(migrations.map(({ name }) => name))
  return [...(await finishedMigrations(client))].some((name) => !known.has(name))
}

async function finishedMigrations(db: { query: pg.Pool['query'] }): Promise<Set<string>> {
  const { rows } = await db.query<{ there: boolean }>(`SELECT to_regclass('_prisma_migrations') IS NOT NULL AS there`)
  if (!rows[0]?.there) return new Set()

  const finished = await db.query<{ migration_name: string }>(
    'SELECT migration_name FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL',
  )
  return new Set(finished.rows.map((row) => row.migration_name))
}
