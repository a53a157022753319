import { createHash, randomUUID } from 'node:crypto'
import fs from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import pg from 'pg'
import { type DemoAccount, seedDemo } from '../../prisma/seed.ts'
import { connect } from '../../src/database/connect.ts'
import { migrate } from '../../src/database/migrate.ts'
import { markTimes } from '../../src/database/times.ts'
import { startHere } from './engine-here.ts'

const require = createRequire(import.meta.url)
const root = path.join(import.meta.dirname, '../..')
const cache = path.join(root, 'test/.cache')

/** Any number, the same in every process: the one that holds it makes the server's template, the others wait. */
const advisoryLock = 7_303_015

/** A migrated in-memory database, dumped to a file as a template; made once for each set of scripts. */
export async function embeddedTemplate(): Promise<string> {
  const file = path.join(cache, `template-${fingerprint(isScript)}.tar`)
  if (fs.existsSync(file)) return file

  // Two test files may get here at once: each writes its own, and the last rename wins with the same content.
  const aside = path.join(cache, `${randomUUID()}.tmp`)
  await dumpEmbedded(aside, undefined, async (connection) => {
    await migrate(connection)
    await dropOthers(connection)
  })
  fs.renameSync(aside, file)
  removeOutdated(/^template-.*\.tar$/, file)
  return file
}

/** A database with the demo newsroom, and its accounts. Making the demo takes seconds, so tests copy it. */
export type DemoTemplate = { from: string; accounts: DemoAccount[] }

export async function embeddedDemo(): Promise<DemoTemplate> {
  const demo = path.join(cache, `demo-${fingerprint(isCode)}.json`)
  if (fs.existsSync(demo)) return JSON.parse(fs.readFileSync(demo, 'utf8')) as DemoTemplate

  // Its passwords are random, so the accounts and their dump are named in one file.
  const from = path.join(cache, `demo-${randomUUID()}.tar`)
  let accounts: DemoAccount[] = []
  await dumpEmbedded(from, await embeddedTemplate(), async (connection) => {
    accounts = await makeDemo(connection)
  })
  const aside = path.join(cache, `${randomUUID()}.tmp`)
  fs.writeFileSync(aside, JSON.stringify({ from, accounts }))
  fs.renameSync(aside, demo)
  removeOutdated(/^demo-[0-9a-f]{16}\.json$/, demo)
  return { from, accounts }
}

async function dumpEmbedded(
  file: string,
  template: string | undefined,
  fill: (connection: pg.PoolConfig) => Promise<void>,
): Promise<void> {
  fs.mkdirSync(cache, { recursive: true })
  const { connection, embedded, dump } = await startHere(template)
  await fill(connection)
  await dump(file)
  await embedded.stop()
}

async function makeDemo(connection: pg.PoolConfig): Promise<DemoAccount[]> {
  const { db, pool } = connect(connection)
  await markTimes(pool)
  const { accounts } = await seedDemo(db)
  await db.$disconnect()
  if (!pool.ended) await pool.end()
  return accounts
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
  const name = `on_record_template_${fingerprint(isScript)}`
  await makeOnServer(serverUrl, name, 'template1', async (connectionString) => {
    await migrate({ connectionString })
    return ''
  })
  return name
}

/** The same with the demo newsroom. The database's comment lists its accounts. */
export async function serverDemo(serverUrl: string): Promise<DemoTemplate> {
  const name = `on_record_demo_${fingerprint(isCode)}`
  const empty = await serverTemplate(serverUrl)
  const comment = await makeOnServer(serverUrl, name, empty, async (connectionString) =>
    JSON.stringify(await makeDemo({ connectionString })),
  )
  return { from: name, accounts: JSON.parse(comment) as DemoAccount[] }
}

/** Fills a database under another name, then renames it, so that nobody finds half of one. Returns its comment. */
async function makeOnServer(
  serverUrl: string,
  name: string,
  from: string,
  fill: (url: string) => Promise<string>,
): Promise<string> {
  return onServer(serverUrl, async (server) => {
    await server.query('SELECT pg_advisory_lock($1)', [advisoryLock])
    const { rows } = await server.query<{ comment: string | null }>(
      `SELECT shobj_description(oid, 'pg_database') AS comment FROM pg_database WHERE datname = $1`,
      [name],
    )
    if (rows[0]) return rows[0].comment ?? ''

    const unfinished = `${name}_unfinished`
    await server.query(`DROP DATABASE IF EXISTS ${unfinished} WITH (FORCE)`)
    await server.query(`CREATE DATABASE ${unfinished} TEMPLATE ${from}`)
    const comment = await fill(databaseOn(serverUrl, unfinished))
    await server.query(`COMMENT ON DATABASE ${unfinished} IS ${server.escapeLiteral(comment)}`)
    await server.query('SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1', [unfinished])
    await server.query(`ALTER DATABASE ${unfinished} RENAME TO ${name}`)
    return comment
  })
}

/** Connections that a file may have open, of its desks and of its own. */
const ofAFile = 8

/** How many files a server has connections for, at once. */
export async function filesAtOnce(serverUrl: string): Promise<number> {
  return onServer(serverUrl, async (server) => {
    const { rows } = await server.query<{ max_connections: string }>('SHOW max_connections')
    return Math.max(1, Math.floor((Number(rows[0]?.max_connections) - 10) / ofAFile))
  })
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

/** What a migrated database is made from: migrations, and the text of functions, views and triggers. */
const isScript = (file: string) => file.startsWith('prisma/') && file.endsWith('.sql')
/** The demo is made with nearly all of the code. */
const isCode = (file: string) => isScript(file) || file.endsWith('.ts')

/** Nobody changes the scripts while tests run. */
const fingerprints = new Map<(file: string) => boolean, string>()

/** Changes with those files, with the database engine and with how a template is made. */
function fingerprint(isPart: (file: string) => boolean): string {
  const known = fingerprints.get(isPart)
  if (known !== undefined) return known
  const hash = createHash('sha256')
  for (const file of ['engine-here.ts', 'template.ts'])
    hash.update(fs.readFileSync(path.join(import.meta.dirname, file)))
  const files = fs.globSync('{prisma,src}/**/*.{sql,ts}', { cwd: root, exclude: ['src/database/client/**'] })
  for (const file of files.filter(isPart).sort()) hash.update(file).update(fs.readFileSync(path.join(root, file)))
  const engine = path.join(path.dirname(require.resolve('@electric-sql/pglite')), '../package.json')
  const made = hash.update(fs.readFileSync(engine)).digest('hex').slice(0, 16)
  fingerprints.set(isPart, made)
  return made
}

/** Deletes what other versions of the code left under such a name, and the dumps that it lists. */
function removeOutdated(named: RegExp, current: string): void {
  for (const name of fs.readdirSync(cache)) {
    const file = path.join(cache, name)
    if (!named.test(name) || file === current) continue
    if (name.endsWith('.json'))
      fs.rmSync((JSON.parse(fs.readFileSync(file, 'utf8')) as DemoTemplate).from, { force: true })
    fs.rmSync(file, { force: true })
  }
}
