import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { pino } from 'pino'
import { makeSecret } from './accounts/secrets.ts'
import { keepCompiled } from './compiled.ts'
import { type Config, ConfigError, doubtsAbout, readConfig } from './config.ts'
import { CannotOpen } from './database/cannot-open.ts'
import type { OpenDatabase } from './database/connect.ts'
import { whyNotOpened } from './database/why-not.ts'
import { DataDirectoryInUse } from './database/lock.ts'
import { ScriptFailed } from './database/script-failed.ts'
import { lacksMemory } from './memory.ts'
import { stopCleanly } from './stop.ts'
import { databaseInWords, sayWhile } from './terminal/starting.ts'

/** How long answers may still be sent after the database broke, in milliseconds. */
const lastWords = 1000

/** Why the embedded database stopped, which is the cause of every later error. */
let broke: Error | undefined

/** Why the desk can’t listen, by error code. Above `start`, which needs it. */
const whyNotListening: Record<string, (config: Pick<Config, 'host' | 'port'>) => string> = {
  EADDRINUSE: ({ port }) => `PORT should be a free one: ${port} is taken`,
  EACCES: ({ port }) => `PORT should be one that this user may listen on: ${port} is not`,
  EADDRNOTAVAIL: ({ host }) => `HOST should be an address of this machine: ${host} is not one`,
  ENOTFOUND: ({ host }) => `HOST should be an address of this machine: ${host} is not known`,
  EMFILE: () => 'There are no file descriptors left to listen with: allow more (ulimit -n), 1024 at least',
}

keepCompiled()
await start(process.argv.includes('--demo')).catch((error: unknown) => {
  const isForPeople = [ConfigError, CannotOpen, DataDirectoryInUse, ScriptFailed].some((kind) => error instanceof kind)
  if (!broke) console.error(isForPeople ? (error as Error).message : error)
  process.exit(1)
})

async function start(demo: boolean): Promise<void> {
  const config = demo ? { ...readConfig(), originals: 'database' as const } : readConfig()
  sayStarting(config, demo)
  const lack = lacksMemory({ isEmbedded: demo || config.databaseUrl === undefined })
  if (lack !== undefined) throw new CannotOpen(lack)
  const log = pino({ level: config.logLevel }, pino.destination({ dest: 2, sync: true }))
  for (const doubt of doubtsAbout(config)) log.warn(doubt)
  const alone = demo || config.databaseUrl === undefined
  // Not loaded above, so that the first line appears a second or two before all of it is there; and beside the embedded
  // database, which opens in a thread of its own. While code is loaded, nobody would hear from a server.
  const loading = alone ? loadTheRest() : undefined
  const database = await sayWhile('opening the database', () => open(config, demo, log))
  const rest = await (loading ?? loadTheRest())
  const { createApp, countWords, useMeanings, freeAllSubmissions, startReader, startQueue } = rest
  const { handlersFor, storeOf, clearHalves, beginFetchingAgain } = rest

  const isEmpty = !demo && (await database.db.account.count()) === 0
  const setupToken = isEmpty ? randomBytes(24).toString('base64url') : undefined
  if (alone) {
    await freeAllSubmissions(database.db)
    void countWords(database.db).catch((error: unknown) =>
      log.error(error, 'The words of claims could not be counted: similar claims are found less well'),
    )
  }
  try {
    useMeanings(database.db, path.join(import.meta.dirname, '../vectors/english.bin'))
  } catch (error) {
    log.error(error, 'Claims are not found by their meaning: the word vectors can’t be read')
  }
  const reader = startReader(database.db, log, { alone })
  // The demo's addresses do not exist.
  const fetchesAgain = config.fetchesAgain && !demo
  if (fetchesAgain) {
    await beginFetchingAgain(database.db).catch((error: unknown) => log.error(error, 'Pages will not be fetched again'))
  }
  // The demo's stories must not fetch from sites; prisma/seed.ts deletes those jobs.
  let isFilling = demo
  const queue = startQueue(database.db, log, handlersFor(database.db, { ...config, fetchesAgain }, reader.wake), {
    alone,
    isFull: () => isFilling || (database.isFull?.() ?? false),
  })
  const store = storeOf(config)
  void store
    ?.reach('write')
    .catch((error: unknown) => log.warn(error, 'Nothing can be imported: the store for originals can’t be written to'))
  void clearHalves(store, log)
  const secret = demo ? makeSecret() : findSecret(config)
  const app = createApp({ config, database, log, secret, setupToken, wakeReader: reader.wake, wakeQueue: queue.wake })
  const server = http.createServer(app)
  await listen(server, config)
  const close = async (queueStops: Promise<void>) => {
    await Promise.all([reader.stop(), queueStops])
    await database.close()
  }
  // Jobs in the background may finish while connections end.
  stopCleanly(server, log, () => queue.stop(), close)

  const address = publicAddress(server, config)
  if (demo) await sayWhile('filling the demo newsroom', () => showDemo(database, address))
  isFilling = false
  reader.wake()
  if (setupToken)
    console.log(
      `There is no account yet. Create the first one with this link, which works once: ${address}/setup?token=${setupToken}`,
    )
  console.log(`On Record is at ${address}`)
}

/** Called before anything slow is loaded. */
function sayStarting(config: Config, demo: boolean): void {
  if (demo) console.log('Starting a demo of On Record: making its newsroom in memory. This takes a few seconds.')
  else console.log(`Starting On Record, opening ${databaseInWords(config)}. The first start takes a few seconds.`)
}

async function loadTheRest() {
  const [app, alike, meaning, submissions, reader, queue, background, stores, sweep, refetch] = await Promise.all([
    import('./app.ts'),
    import('./claims/alike.ts'),
    import('./claims/meaning.ts'),
    import('./drafts/submissions.ts'),
    import('./suggestions/reader.ts'),
    import('./queue/queue.ts'),
    import('./background.ts'),
    import('./originals/stores.ts'),
    import('./originals/sweep.ts'),
    import('./versions/refetch.ts'),
  ])
  return {
    ...app,
    ...alike,
    ...meaning,
    ...submissions,
    ...reader,
    ...queue,
    ...background,
    ...stores,
    ...sweep,
    ...refetch,
  }
}

async function open(config: Config, demo: boolean, log: pino.Logger): Promise<OpenDatabase> {
  const { databasePool, databaseUrl, databaseLimits: limits } = config
  const { openDatabase } = await import('./database/connect.ts')
  if (databaseUrl !== undefined && !demo) {
    const patience = { seconds: config.databaseStart, say: (sentence: string) => log.warn(sentence) }
    return openDatabase({ databaseUrl, databasePool, limits, patience })
  }
  const onCrash = (error: Error) => {
    broke = error
    log.fatal(error, 'The embedded database stopped')
    console.error(error.message)
    // Clients that wait for an answer get one first.
    setTimeout(() => process.exit(1), lastWords)
  }
  const longestCall = hangsAfter(limits)
  return openDatabase({
    dataDir: demo ? null : path.resolve(config.dataDir),
    databasePool,
    limits,
    longestCall,
    onCrash,
  })
}

/** No single call into the embedded database takes this long unless it hangs: twice the longest wait. */
function hangsAfter({ statement, answer }: Config['databaseLimits']): number {
  return statement === 0 || answer === 0 ? 0 : Math.max(60, 2 * (statement + answer))
}

/** The demo fills its temporary database before it prints the address. */
async function showDemo({ db }: OpenDatabase, address: string): Promise<void> {
  const { seedDemo } = await import('../prisma/seed.ts')
  const { accounts } = await seedDemo(db)
  console.log(`\nA demo newsroom, gone when you stop it. Sign in at ${address}/session as one of:\n`)
  for (const { role, email, password } of accounts) console.log(`  ${role.padEnd(9)} ${email.padEnd(24)} ${password}`)
  console.log()
}

/** The secret that signs cookies: from the environment, or made once and stored beside the data. */
function findSecret({ sessionSecret, databaseUrl, dataDir, environment }: Config): string {
  if (sessionSecret !== undefined) return sessionSecret
  if (databaseUrl !== undefined) {
    if (environment === 'production') {
      throw new ConfigError(
        'SESSION_SECRET should be set where DATABASE_URL is: at least 32 characters. See .env.example.',
      )
    }
    return makeSecret()
  }
  const file = path.join(dataDir, 'session-secret')
  try {
    if (!fs.existsSync(file)) fs.writeFileSync(file, makeSecret(), { mode: 0o600 })
    return fs.readFileSync(file, 'utf8')
  } catch (error) {
    throw whyNotOpened(error, dataDir)
  }
}

function listen(server: http.Server, { host, port }: Config): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const should = whyNotListening[error.code ?? '']
      reject(should ? new ConfigError(`${should({ host, port })}. See .env.example.`) : error)
    })
    server.listen(port, host, resolve)
  })
}

function publicAddress(server: http.Server, { baseUrl, port }: Config): string {
  if (port !== 0) return baseUrl
  return baseUrl.replace(/:0$/, `:${(server.address() as AddressInfo).port}`)
}
