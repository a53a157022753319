import path from 'node:path'
import type { Config } from '../config.ts'
import { CannotOpen } from '../database/cannot-open.ts'
import { type Database, openDatabase, reasonOf } from '../database/connect.ts'
import { DataDirectoryInUse } from '../database/lock.ts'
import { readSettings, root } from './settings.ts'
import { Failure } from './failure.ts'

/** The database of this checkout's desk, whatever the current directory. */
export async function withDatabase(work: (db: Database, config: Config) => Promise<unknown>): Promise<void> {
  const config = readSettings()
  const { databaseUrl, databasePool } = config
  // A command may work on a folder of thousands of texts.
  const limits = { ...config.databaseLimits, statement: 0 }
  const where =
    databaseUrl === undefined ? { dataDir: path.resolve(root, config.dataDir), joinRunning: true } : { databaseUrl }
  const database = await openDatabase({ ...where, databasePool, limits }).catch((error: unknown) => {
    if (error instanceof DataDirectoryInUse || error instanceof CannotOpen) throw new Failure(error.message)
    throw new Failure(
      `The database can’t be opened: ${reasonOf(error)}. Look at ${databaseUrl === undefined ? 'DATA_DIR' : 'DATABASE_URL'}.`,
    )
  })
  try {
    await work(database.db, config)
  } finally {
    await database.close()
  }
}
