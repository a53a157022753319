import type pg from 'pg'
import { checksum, nameOfThing, runScript, type Script, type Scripts } from './scripts.ts'

const scriptsTable = `CREATE TABLE IF NOT EXISTS _on_record_scripts (name TEXT PRIMARY KEY, checksum TEXT NOT NULL,
  applied_at TIMESTAMPTZ NOT NULL DEFAULT now())`

/** Whether the database has exactly this text, and no after.sql script is pending. */
export async function isTextPresent(client: pg.Client, { text, after }: Scripts): Promise<boolean> {
  const applied = await appliedScripts(client)
  const textApplied = [...applied.keys()].filter((name) => !isAfter(name))
  return (
    textApplied.length === text.length &&
    text.every((script) => applied.get(script.name) === checksum(script)) &&
    after.every(({ name }) => applied.has(name))
  )
}

/** Call it in a transaction, after the migrations. */
export async function makeTextPresent(client: pg.Client, { text, after }: Scripts): Promise<void> {
  await client.query(scriptsTable)
  await setTextAside(client)
  const applied = await appliedScripts(client)

  // Functions call each other in circles, and read views that are created later.
  await client.query('SET LOCAL check_function_bodies = off')
  for (const script of text) await runScript(client, script)
  const due = after.filter(({ name }) => !applied.has(name))
  for (const script of due) await runScript(client, script)

  await client.query(`DELETE FROM _on_record_scripts WHERE name NOT LIKE 'migrations/%'`)
  await note(client, [...text, ...due])
}

/**
 * Before a migration: drops the views, so that their tables can be altered, and marks the text to be applied again.
 * Call it in the migration's transaction.
 */
export async function setTextAside(client: pg.Client): Promise<void> {
  const applied = await appliedScripts(client)
  if (applied.size === 0) return
  await client.query(`UPDATE _on_record_scripts SET checksum = '' WHERE name NOT LIKE 'migrations/%'`)
  const views = [...applied.keys()].filter((name) => name.startsWith('views/')).map(nameOfThing)
  if (views.length > 0) await client.query(`DROP VIEW IF EXISTS ${views.map((view) => `"${view}"`).join(', ')}`)
}

async function note(client: pg.Client, scripts: Script[]): Promise<void> {
  await client.query('INSERT INTO _on_record_scripts (name, checksum) SELECT * FROM unnest($1::text[], $2::text[])', [
    scripts.map(({ name }) => name),
    scripts.map(checksum),
  ])
}

function isAfter(name: string): boolean {
  return name.startsWith('migrations/')
}

async function appliedScripts(client: pg.Client): Promise<Map<string, string>> {
  const { rows } = await client.query<{ there: boolean }>(
    `SELECT to_regclass('_on_record_scripts') IS NOT NULL AS there`,
  )
  if (!rows[0]?.there) return new Map()
  const applied = await client.query<{ name: string; checksum: string }>(
    'SELECT name, checksum FROM _on_record_scripts',
  )
  return new Map(applied.rows.map(({ name, checksum }) => [name, checksum]))
}
