import path from 'node:path'
import type { Config } from '../config.ts'
import { type Database, openDatabase } from '../database/connect.ts'
import { DataDirectoryInUse } from '../database/lock.ts'
import { readSettings, root } from './settings.ts'
import { Told } from './told.ts'

/** The database of this checkout's desk, from whichever folder the command is given. */
export async function withDatabase(work: (db: Database, config: Config) => Promise<unknown>): Promise<void> {
  const config = readSettings()
  const { databaseUrl, databasePool } = config
  const where =
    databaseUrl === undefined ? { dataDir: path.resolve(root, config.dataDir), joinRunning: true } : { databaseUrl }
  const database = await openDatabase({ ...where, databasePool }).catch((error: unknown) => {
    if (error instanceof DataDirectoryInUse) throw new Told(error.message)
    throw new Told(
      `The database can’t be opened: ${reason(error)}. Look at ${databaseUrl === undefined ? 'DATA_DIR' : 'DATABASE_URL'}.`,
    )
  })
  try {
    await work(database.db, config)
  } finally {
    await database.close()
  }
}

/** An unreachable server is an AggregateError without words, of one error for each of its addresses. */
function reason(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(reason).join(', ')
  return error instanceof Error ? error.message : String(error)
}
