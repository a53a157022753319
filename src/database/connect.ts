import pg from 'pg'
import { Prisma, PrismaClient } from './client/client.ts'
import { type Embedded, type EmbeddedChoices, startEmbedded } from './embedded.ts'
import { DataDirectoryInUse } from './lock.ts'
import { migrate, missingMigrations } from './migrate.ts'
import { nameStatements } from './statement-names.ts'
import { TakingAdapter } from './taken-along.ts'

/** The whole database; only where a transaction begins does a function ask for this. */
export type Database = PrismaClient
/** The database or a transaction in it: what nearly every function takes. */
export type Db = Prisma.TransactionClient

export type OpenDatabase = {
  db: Database
  pool: pg.Pool
  /** True when it answers and has every migration this code knows. */
  isReady(): Promise<boolean>
  close(): Promise<void>
}

export type Where =
  | { databaseUrl: string; databasePool?: number }
  | (EmbeddedChoices & { databaseUrl?: undefined; databasePool?: number; joinRunning?: boolean })

/**
 * Opens the PostgreSQL server at `databaseUrl`, or else the embedded one, and migrates it. With `joinRunning`, an
 * embedded database that another process has open is used through that process. Throws DataDirectoryInUse otherwise.
 */
export async function openDatabase(where: Where): Promise<OpenDatabase> {
  const { connection, embedded } = await reach(where)
  try {
    await migrate(connection)
    const { db, pool } = connect(connection, where)
    return {
      db,
      pool,
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

/** How long the database may take to answer who connects to it, in milliseconds, before it counts as away. */
const mostPatience = 10_000

type Choices = { databaseUrl?: string | undefined; databasePool?: number; patience?: number }

export function connect(connection: pg.PoolConfig, choices: Choices = {}) {
  const { databasePool = 10, patience = mostPatience } = choices
  // Not the pool's own limit, which would also be that of waiting for a connection which others are using.
  class Client extends pg.Client {
    constructor(given?: pg.ClientConfig) {
      super({ ...given, connectionTimeoutMillis: patience })
    }
  }
  const pool = new pg.Pool({ ...connection, max: databasePool, Client })
  pool.on('error', () => {}) // an idle connection that breaks is replaced at the next query; that one reports
  const db = new PrismaClient({
    adapter: new TakingAdapter(pool, sharesConnections(choices) ? {} : { statementNameGenerator: nameStatements() }),
    transactionOptions: { maxWait: 10_000, timeout: 60_000 },
  })
  return { db, pool }
}

/** Prisma's words for it, the system's, and PostgreSQL's own when it stops, starts or has no more room. */
const awayCodes = [
  ...['P1001', 'P1002', 'P1008', 'P1017', 'P2037'],
  ...['ECONNREFUSED', 'ECONNRESET', 'ENOTFOUND', 'EPIPE', 'ETIMEDOUT'],
  ...['57P01', '57P02', '57P03', '53300'],
]
/** Of statements written by hand Prisma only says that they failed; why is in what its driver says. */
const awayKinds = ['DatabaseNotReachable', 'ConnectionClosed', 'SocketTimeout', 'TooManyConnections']
/** For these the driver has words only. */
const awayWords =
  /^(timeout expired|timeout exceeded when trying to connect|Connection terminated|Client has encountered a connection)/

/** Whether an error says that the database cannot be reached (any more), and nothing of what it was asked. */
export function isAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  if (error instanceof Prisma.PrismaClientInitializationError || awayWords.test(error.message)) return true
  const { code = '', syscall } = error as NodeJS.ErrnoException
  // A socket that is not there; a file that is not there says nothing of the database.
  if (code === 'ENOENT' && syscall === 'connect') return true
  const { kind = '', originalCode = '' } = driverCause(error)
  return awayCodes.includes(code) || awayCodes.includes(originalCode) || awayKinds.includes(kind) || isAway(error.cause)
}

/** What the database's driver says of an error: its kind, and PostgreSQL's own code where it has one. */
export function driverCause(error: Error): { kind?: string; originalCode?: string } {
  if (!(error instanceof Prisma.PrismaClientKnownRequestError)) return {}
  const { cause } = (error.meta?.['driverAdapterError'] ?? {}) as { cause?: { kind?: string; originalCode?: string } }
  return cause ?? {}
}

/** A pooler that gives each transaction another connection may not know what was prepared on the last: the address says so. */
function sharesConnections({ databaseUrl }: Choices): boolean {
  return databaseUrl !== undefined && /[?&]pgbouncer=true\b/.test(databaseUrl)
}

async function reach(where: Where): Promise<{ connection: pg.PoolConfig; embedded?: Embedded }> {
  if (where.databaseUrl !== undefined) return { connection: { connectionString: where.databaseUrl } }
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

function throughSocket(host: string): pg.PoolConfig {
  return { host, user: 'postgres', database: 'postgres' }
}
