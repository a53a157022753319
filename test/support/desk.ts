import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { Express } from 'express'
import type pg from 'pg'
import { pino } from 'pino'
import type { DemoAccount } from '../../prisma/seed.ts'
import type { GuessLimits } from '../../src/accounts/guesses.ts'
import type { ChallengeLimits } from '../../src/challenges/reception.ts'
import { createApp } from '../../src/app.ts'
import { type Config, readConfig } from '../../src/config.ts'
import type { Database, OpenDatabase } from '../../src/database/connect.ts'
import type { Pages } from '../../src/web/page-cache.ts'
import { demoTemplate, openTestDatabase } from './database.ts'
import { noteReached } from './reached.ts'

export type TestDesk = {
  app: Express
  db: Database
  pool: pg.Pool
  config: Config
  database: OpenDatabase
  close: () => Promise<void>
}

/** The environment of every tested desk; a test adds its own settings. */
const environment = {
  NODE_ENV: 'test',
  BASE_URL: 'http://desk.example.org',
  SESSION_SECRET: 'only the tests of the newsroom sign with this',
  LOG_LEVEL: 'silent',
  REQUESTS_PER_MINUTE: '100000',
  READER_REQUESTS_PER_MINUTE: '1000000',
}

let folder: string | undefined

/** Where the desks of this process keep originals: under their hashes, so that none sees another's. Gone with the process. */
function dataDir(): string {
  if (folder !== undefined) return folder
  const made = (folder = fs.mkdtempSync(path.join(os.tmpdir(), 'on-record-data-')))
  process.on('exit', () => fs.rmSync(made, { recursive: true, force: true }))
  return made
}

type DeskOptions = {
  environment?: Record<string, string>
  setupToken?: string
  guessing?: Partial<GuessLimits>
  challenging?: Partial<ChallengeLimits>
  /**
   * With the page cache, changes made outside HTTP may stay unseen for a moment, so it is on only where it is tested.
   */
  cachePages?: boolean
  /** The same, with the cache itself. */
  pages?: Pages
  /** Where its lines go; nowhere without. */
  log?: pino.Logger
  /** A database that others use, too, and that whoever opened it closes. */
  database?: OpenDatabase
  /** The database to copy; without it, an empty one. */
  from?: string
}

/** A whole desk on a separate database; it listens only when supertest sends a request. */
export async function openTestDesk(options: DeskOptions = {}): Promise<TestDesk> {
  const config = readConfig({ ...environment, DATA_DIR: dataDir(), ...options.environment }, '/dev/null')
  const database = options.database ?? (await openTestDatabase(options))
  const app = createApp({
    config,
    database,
    log: options.log ?? pino({ level: 'silent' }),
    ...(options.challenging !== undefined && { challenging: options.challenging }),
    cachePages: options.cachePages ?? options.pages !== undefined,
    ...(options.pages !== undefined && { pages: options.pages }),
    ...(options.guessing !== undefined && { guessing: options.guessing }),
    ...(options.setupToken !== undefined && { setupToken: options.setupToken }),
  })
  const reached = noteReached(app, database.pool)
  async function close() {
    await reached.close()
    if (!options.database) await database.close()
  }
  return { app, db: database.db, pool: database.pool, config, database, close }
}

/** A desk that begins with the demo newsroom, and the accounts to sign in with. */
export async function openDemoDesk(options: DeskOptions = {}): Promise<TestDesk & { accounts: DemoAccount[] }> {
  const { from, accounts } = await demoTemplate()
  return { ...(await openTestDesk({ ...options, from })), accounts }
}
