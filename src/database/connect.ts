import { PrismaPg } from '@prisma/adapter-pg'
import pg from 'pg'
import { type Prisma, PrismaClient } from './client/client.ts'
import { type Embedded, type EmbeddedChoices, startEmbedded } from './embedded.ts'
import { DataDirectoryInUse } from './lock.ts'
import { migrate, missingMigrations } from './migrate.ts'
import { nameStatements } from './statement-names.ts'

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
    const pool = new pg.Pool({ ...connection, max: where.databasePool ?? 10 })
    pool.on('error', () => {}) // an idle connection that breaks is replaced at the next query; that one reports
    const db = new PrismaClient({
      adapter: new PrismaPg(pool, sharesConnections(where) ? {} : { statementNameGenerator: nameStatements() }),
      transactionOptions: { maxWait: 10_000, timeout: 60_000 },
    })
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

/** A pooler that gives each transaction another connection may not know what was prepared on the last: the address says so. */
function sharesConnections({ databaseUrl }: Where): boolean {
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
