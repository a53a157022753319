import { createHash, randomUUID } from 'node:crypto'
import fs from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import pg from 'pg'
import { startEmbedded } from '../../src/database/embedded.ts'
import { migrate } from '../../src/database/migrate.ts'

const require = createRequire(import.meta.url)
const root = path.join(import.meta.dirname, '../..')
const cache = path.join(root, 'test/.cache')

/** Any number, the same in every process: the one that holds it makes the server's template, the others wait. */
const advisoryLock = 7_303_015

/** A migrated in-memory database, dumped to a file as a template; made once for each set of scripts. */
export async function embeddedTemplate(): Promise<string> {
  const file = path.join(cache, `template-${fingerprint()}.tar`)
  if (fs.existsSync(file)) return file

  fs.mkdirSync(cache, { recursive: true })
  // Two test files may get here at once: each writes its own, and the last rename wins with the same content.
  const aside = path.join(cache, `${randomUUID()}.tmp`)
  const embedded = await startEmbedded({ dataDir: null })
  await migrate({ host: embedded.host, user: 'postgres', database: 'postgres' })
  await dropOthers({ host: embedded.host, user: 'postgres', database: 'postgres' })
  await embedded.dump(aside)
  await embedded.stop()
  fs.renameSync(aside, file)
  removeOutdated(file)
  return file
}

/**
 * PostgreSQL's own template databases: nobody creates databases here, and they would be half of what each start reads.
 */
async function dropOthers(connection: pg.ClientConfig): Promise<void> {
  const client = new pg.Client(connection)
  await client.connect()
  for (const name of ['template0', 'template1']) {
    await client.query(`ALTER DATABASE ${name} IS_TEMPLATE false`)
    await client.query(`DROP DATABASE ${name}`)
  }
  await client.end()
}

/** The name of a migrated template database on the server; made once for each set of scripts. */
export async function serverTemplate(serverUrl: string): Promise<string> {
  const name = `on_record_template_${fingerprint()}`
  await onServer(serverUrl, async (server) => {
    await server.query('SELECT pg_advisory_lock($1)', [advisoryLock])
    const { rowCount } = await server.query('SELECT FROM pg_database WHERE datname = $1', [name])
    if (rowCount) return

    const unfinished = `${name}_unfinished`
    await server.query(`DROP DATABASE IF EXISTS ${unfinished} WITH (FORCE)`)
    await server.query(`CREATE DATABASE ${unfinished}`)
    await migrate({ connectionString: databaseOn(serverUrl, unfinished) })
    await server.query('SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1', [unfinished])
    await server.query(`ALTER DATABASE ${unfinished} RENAME TO ${name}`)
  })
  return name
}

export async function onServer<T>(serverUrl: string, work: (server: pg.Client) => Promise<T>): Promise<T> {
  const server = new pg.Client({ connectionString: serverUrl })
  await server.connect()
  try {
    return await work(server)
  } finally {
    await server.end()
  }
}

export function databaseOn(serverUrl: string, name: string): string {
  const url = new URL(serverUrl)
  url.pathname = `/${name}`
  return url.href
}

/** Changes with the migrations, the text of functions, views and triggers, and the database engine. */
function fingerprint(): string {
  const hash = createHash('sha256')
  const folder = path.join(root, 'prisma')
  for (const entry of fs.readdirSync(folder, { recursive: true, withFileTypes: true }).toSorted(byName)) {
    if (!entry.isFile() || !entry.name.endsWith('.sql')) continue
    const file = path.join(entry.parentPath, entry.name)
    hash.update(path.relative(folder, file)).update(fs.readFileSync(file))
  }
  const engine = path.join(path.dirname(require.resolve('@electric-sql/pglite')), '../package.json')
  return hash.update(fs.readFileSync(engine)).digest('hex').slice(0, 16)
}

function byName(a: fs.Dirent, b: fs.Dirent): number {
  return path.join(a.parentPath, a.name) < path.join(b.parentPath, b.name) ? -1 : 1
}

function removeOutdated(current: string): void {
  for (const name of fs.readdirSync(cache)) {
    const file = path.join(cache, name)
    if (/^template-.*\.tar$/.test(name) && file !== current) fs.rmSync(file, { force: true })
  }
}
