import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { CannotOpen } from './cannot-open.ts'
import { type Prisma, PrismaClient } from './client/client.ts'
import { type Embedded, type EmbeddedChoices, startEmbedded } from './embedded.ts'
import { type Limits, openPool, usualLimits } from './limits.ts'
import { DataDirectoryInUse } from './lock.ts'
import { migrate, missingMigrations } from './migrate.ts'
import { nameStatements } from './statement-names.ts'
import { TakingAdapter } from './taken-along.ts'
import { markTimes, refuseOtherTimes } from './times.ts'
import { type Trouble, troubleOf } from './trouble.ts'

/** The whole database; a function asks for this only if it begins a transaction. */
export type Database = PrismaClient
/** The database or a transaction in it: what nearly every function takes. */
export type Db = Prisma.TransactionClient

export type OpenDatabase = {
  db: Database
  pool: pg.Pool
  /** True when it answers and has every migration this code knows. */
  isReady(): Promise<boolean>
  /** Whether the embedded database's disk is too full to write to; a server's own disk is not visible. */
  isFull?(): boolean
  close(): Promise<void>
}

type Choices = { databaseUrl?: string | undefined; databasePool?: number; limits?: Partial<Limits> }

type Server = {
  databaseUrl: string
  /** How many seconds to wait for a server that is not there yet, and where to say so. */
  patience?: { seconds: number; say: (sentence: string) => void }
}

export type Where = Omit<Choices, 'databaseUrl'> &
  (Server | (EmbeddedChoices & { databaseUrl?: undefined; joinRunning?: boolean }))

/**
 * Opens the PostgreSQL server at `databaseUrl`, or else the embedded one, and migrates it. With `joinRunning`, an
 * embedded database that another process has open is used through that process. Throws DataDirectoryInUse or
 * CannotOpen.
 */
export async function openDatabase(where: Where): Promise<OpenDatabase> {
  return openReached(await reach(where), where)
}

/** How to connect to a database, and the embedded one if it was started for this. */
export type Reached = { connection: pg.PoolConfig; embedded?: Pick<Embedded, 'isFull' | 'stop'> }

/** Migrates a database that answers and opens a pool on it. */
export async function openReached({ connection, embedded }: Reached, choices: Choices): Promise<OpenDatabase> {
  try {
    await look(connection, refuseOtherTimes)
    await migrate(connection)
    const { db, pool } = connect(connection, choices)
    await markTimes(pool)
    return {
      db,
      pool,
      isFull: () => embedded?.isFull() ?? false,
      isReady: async () => (await missingMigrations(pool)).length === 0,
      async close() {
        await db.$disconnect()
        if (!pool.ended) await pool.end()
        await embedded?.stop()
      },
    }
  } catch (error) {
    await embedded?.stop()
    throw error
  }
}

export function connect(connection: pg.PoolConfig, choices: Choices = {}) {
  const { databasePool: size = 10, databaseUrl } = choices
  const limits = { ...usualLimits, ...choices.limits }
  const pool = openPool(connection, { size, limits, embedded: databaseUrl === undefined })
  const db = new PrismaClient({
    adapter: new TakingAdapter(pool, sharesConnections(choices) ? {} : { statementNameGenerator: nameStatements() }),
    transactionOptions: { maxWait: 10_000, timeout: 60_000 },
  })
  return { db, pool }
}

/** Why it cannot do all of its work now; undefined if it can. */
export async function whatIsWrong(
  database: Pick<OpenDatabase, 'pool' | 'isReady' | 'isFull'>,
): Promise<Wrong | undefined> {
  try {
    if (database.isFull?.()) return 'disk full'
    const { rows } = await database.pool.query<{ readsOnly: boolean }>(
      `SELECT current_setting('transaction_read_only')::boolean AS "readsOnly"`,
    )
    if (rows[0]?.readsOnly) return 'reads only'
    return (await database.isReady()) ? undefined : 'lacks migrations'
  } catch (error) {
    return troubleOf(error) ?? 'away'
  }
}

export type Wrong = Trouble | 'lacks migrations'

/**
 * A pooler that gives each transaction another connection may not know statements prepared earlier; the address says
 * so.
 */
function sharesConnections({ databaseUrl }: Choices): boolean {
  return databaseUrl !== undefined && /[?&]pgbouncer=true\b/.test(databaseUrl)
}

async function reach(where: Where): Promise<Reached> {
  if (where.databaseUrl !== undefined) {
    const connection = { connectionString: where.databaseUrl }
    await waitFor(connection, where)
    return { connection }
  }
  try {
    const embedded = await startEmbedded(where)
    return { connection: throughSocket(embedded.host), embedded }
  } catch (error) {
    if (error instanceof DataDirectoryInUse && where.joinRunning) {
      return { connection: throughSocket(error.holder.host) }
    }
    throw error
  }
}

/** How often to try a server that is not there, and how often to say so, in seconds. */
const everySeconds = { ask: 1, say: 5 }

/** Waits until the server answers. One that answers but refuses the login will not accept it later either. */
async function waitFor(connection: pg.PoolConfig, { databaseUrl, patience, limits }: Server & Choices) {
  const begin = Date.now()
  const connectionTimeoutMillis = (limits?.answer ?? usualLimits.answer) * 1000
  const isOver = () => Date.now() - begin > (patience?.seconds ?? 0) * 1000
  let saidAt = 0
  for (;;) {
    try {
      await look({ ...connection, connectionTimeoutMillis }, (client) => client.query('SELECT 1'))
      return
    } catch (error) {
      const why = `The database at ${placeOf(databaseUrl)} does not answer (${reasonOf(error)})`
      if (troubleOf(error) === undefined) throw error
      if (isRefused(error)) {
        throw new CannotOpen(
          `The database at ${placeOf(databaseUrl)} refuses the sign-in: ${reasonOf(error)}. Look at DATABASE_URL.`,
        )
      }
      if (isOver()) throw new CannotOpen(`${why}. Look at DATABASE_URL, and whether that server runs.`)
      if (Date.now() - saidAt > everySeconds.say * 1000) {
        saidAt = Date.now()
        patience?.say(`${why}. Waiting for it, for up to ${patience.seconds} seconds.`)
      }
      await wait(everySeconds.ask * 1000)
    }
  }
}

/** Uses a connection of its own, with the server's default settings. */
async function look<T>(connection: pg.PoolConfig, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(connection)
  client.on('error', () => {}) // the next query reports it
  try {
    await client.connect()
    return await work(client)
  } finally {
    await client.end().catch(() => {})
  }
}

function isRefused(error: unknown): boolean {
  return error instanceof pg.DatabaseError && /^(28|3D)/.test(error.code ?? '')
}

/** Without the password. */
function placeOf(databaseUrl: string): string {
  const { host, pathname } = new URL(databaseUrl)
  return `${host}${pathname}`
}

/** An unreachable server is an AggregateError without a message, with one error for each of its addresses. */
export function reasonOf(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(reasonOf).join(', ')
  return error instanceof Error ? error.message : String(error)
}

function throughSocket(host: string): pg.PoolConfig {
  return { host, user: 'postgres', database: 'postgres' }
}
