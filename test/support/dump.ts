import { execFile, execFileSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { promisify } from 'node:util'
import pg from 'pg'

const run = promisify(execFile)

/** The path of a PostgreSQL program: Debian's newest, which can read all older servers, or the one on the PATH. */
function find(program: string): string | undefined {
  return [
    ...fs.globSync('/usr/lib/postgresql/*/bin').sort((a, b) => Number(b.split('/')[4]) - Number(a.split('/')[4])),
    ...(process.env.PATH ?? '').split(':'),
  ]
    .map((folder) => path.join(folder, program))
    .find((file) => fs.existsSync(file))
}

const [dump, restore] = [find('pg_dump'), find('pg_restore')]

/** False, or a sentence with the reason for skipping tests that need a dump. */
export const skipWithoutDump = dump && restore ? false : 'pg_dump and pg_restore are not installed here'

/** The newest server that it can read. */
export function dumpVersion(): number {
  if (!dump) return 0
  const said = execFileSync(dump, ['--version'], { encoding: 'utf8' })
  return Number(/ (\d+)/.exec(said)?.[1])
}

/** As people make their backups: pg_dump -Fc, and pg_restore into an empty database. */
export async function copyByDump(from: string, to: string, file: string, ...choices: string[]): Promise<void> {
  if (!dump || !restore) throw new Error('pg_dump and pg_restore are not installed here')
  await run(dump, ['--format', 'custom', '--file', file, ...choices, from])
  await run(restore, ['--exit-on-error', '--dbname', to, file])
}

/** All rows of all tables, and the state of each sequence. */
export async function allRows(connection: string | pg.ClientConfig): Promise<Map<string, string[]>> {
  const client = new pg.Client(connection)
  await client.connect()
  try {
    await client.query(`SET timezone = 'UTC'`)
    const tables = await client.query<{ name: string }>(
      `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' ORDER BY 1`,
    )
    const rows = new Map<string, string[]>()
    for (const { name } of tables.rows) {
      const { rows: found } = await client.query<{ row: string }>(
        `SELECT to_jsonb(t)::text AS row FROM public."${name}" t ORDER BY 1`,
      )
      rows.set(
        name,
        found.map(({ row }) => row),
      )
    }
    return rows
  } finally {
    await client.end()
  }
}
