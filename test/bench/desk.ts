import { fork } from 'node:child_process'
import { once } from 'node:events'
import fs from 'node:fs'
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { pino } from 'pino'
import { createApp } from '../../src/app.ts'
import { readConfig } from '../../src/config.ts'
import { openDatabase, type OpenDatabase } from '../../src/database/connect.ts'
import { openTestDatabase, patient } from '../support/database.ts'
import { embeddedTemplate } from '../support/template.ts'
import { makeAccount } from '../support/world.ts'
import type { Order, Told } from './desk-people.ts'
import type { Did } from './desk-person.ts'
import { busy, engage, store } from './desk-stock.ts'
import { difference, type Processor, readProcessor } from './processor.ts'
import type { Figure } from './run.ts'

/**
 * The start’s cost is another figure; until then code is compiled, views are read, lines are opened, and on each of them
 * the database settles how it runs a statement after it has planned it five times.
 */
const warmUp = 45
const seconds = 60

/** A busy newsroom: fifty people at once on a desk that has a hundred thousand claims in store. */
export async function measureDesk(progress: (doing: string) => void): Promise<Figure[]> {
  progress(`storing ${busy.claims.toLocaleString('en')} claims`)
  const config = readConfig({ NODE_ENV: 'production', LOG_LEVEL: 'silent', TRUST_PROXY: '1' }, '/dev/null')
  const database = await openDeskDatabase()
  const server = http.createServer(createApp({ config, database, log: pino({ level: 'silent' }) }))
  // Nobody's line is cut while they think, however busy the machine is.
  server.keepAliveTimeout = 60_000
  try {
    const first = await makeAccount(database.db, 'reviewer')
    const staff = await engage(database.pool, first, busy.people)
    await store(database.pool, busy)
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const { port } = server.address() as AddressInfo

    progress(`${busy.people} people at the desk for ${warmUp + seconds} s`)
    const { did, requests, wrong, took, ...measured } = await letWork(database, { port, staff, warmUp, seconds })
    if (wrong.length > 0) throw new Error(`${wrong.length} wrong answers, such as\n  ${wrong.slice(0, 5).join('\n  ')}`)
    return report(did, requests, measured.seconds, took)
  } finally {
    server.closeAllConnections()
    server.close()
    await database.close()
  }
}

/** As a newsroom has it: on disk, where it is the embedded one. */
async function openDeskDatabase(): Promise<OpenDatabase> {
  if (process.env.TEST_DATABASE_URL) return openTestDatabase({ databasePool: 10 })
  const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'on-record-bench-'))
  const database = await openDatabase({ dataDir, template: await embeddedTemplate(), limits: patient })
  return {
    ...database,
    async close() {
      await database.close()
      fs.rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

type Took = Processor & { people: number }

async function letWork({ pool }: OpenDatabase, order: Order) {
  const child = fork(path.join(import.meta.dirname, 'desk-people.ts'), { execArgv: [] })
  try {
    child.send(order)
    await hear(child, 'warm')
    const before = await readProcessor(pool)
    const { did, requests, wrong, processorMs, ...told } = await hear(child, 'done')
    const took: Took = { ...difference(await readProcessor(pool), before), people: processorMs }
    return { did, requests, wrong, took, seconds: told.seconds }
  } finally {
    child.kill()
  }
}

async function hear<Is extends Told['is']>(child: ReturnType<typeof fork>, is: Is) {
  const ended = once(child, 'exit').then(() => {
    throw new Error('The people at the desk went home before they were done')
  })
  ended.catch(() => {}) // it does end, later
  const [told] = (await Promise.race([once(child, 'message'), ended])) as [Told]
  if (told.is !== is) throw new Error(`The people at the desk say ${told.is}, not ${is}`)
  return told as Extract<Told, { is: Is }>
}

/**
 * An action is done when its last answer is there: for a form that is the page that it leads to. Its time begins when it
 * was due, so what waits for a server that can't keep up is seen.
 */
function report(did: Did[], requests: number, lasted: number, took: Took): Figure[] {
  const othersMs = took.machine - took.server - (took.database || 0) - took.people
  const whole = figure(
    `Desk of ${busy.claims.toLocaleString('en')} claims, ${busy.people} people, 95 in 100 within`,
    did,
    {
      'actions/s': did.length / lasted,
      'requests/s': requests / lasted,
      'ms waited before being asked for, in the mean': mean(did.map(({ waitedMs }) => waitedMs)),
      'processor ms a request: server': took.server / requests,
      'of it the main thread': took.mainThread / requests,
      'database server': took.database / requests,
      'the people': took.people / requests,
      'processor ms an action, server and database': (took.server + (took.database || 0)) / did.length,
      'cores busy with other things': othersMs / 1000 / lasted,
    },
  )
  const names = [...new Set(did.map(({ name }) => name))].sort()
  return [
    whole,
    ...names.map((name) =>
      figure(
        `… of which: ${name}`,
        did.filter((one) => one.name === name),
      ),
    ),
  ]
}

function figure(name: string, did: Did[], more: Record<string, number> = {}): Figure {
  const times = did.map(({ ms }) => ms).sort((a, b) => a - b)
  const share = (part: number) => times[Math.min(times.length - 1, Math.floor(times.length * part))] ?? NaN
  const from = {
    'half of them, ms': share(0.5),
    'the slowest, ms': times.at(-1) ?? NaN,
    'how many': times.length,
    'requests each': mean(did.map(({ requests }) => requests)),
    ...more,
  }
  return { name, value: share(0.95), unit: 'ms', atMost: 100, from }
}

function mean(values: number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}
