import { setTimeout as wait } from 'node:timers/promises'
import { type Did, Person } from './desk-person.ts'
import { busy } from './desk-stock.ts'

/*
 * Fifty people at the desk, in a process of their own, so that what they cost is not the server's. Each does the next
 * thing two to four seconds after the one before was due, whether or not the server was done with it: an answer that is
 * waited for is counted from the moment at which it should have been asked for.
 */
export type Order = { port: number; staff: { email: string; password: string }[]; warmUp: number; seconds: number }
export type Told =
  { is: 'warm' } | { is: 'done'; did: Did[]; requests: number; seconds: number; wrong: string[]; processorMs: number }

async function run({ port, staff, warmUp, seconds }: Order): Promise<void> {
  const desks = staff.map((_, n) => new Person(port, n, busy))
  for (const [n, person] of desks.entries()) await person.signIn(staff[n]!)
  const begin = performance.now()
  const from = begin + warmUp * 1000
  const work = Promise.all(desks.map((person) => person.work(begin, from, from + seconds * 1000)))
  await wait(from - performance.now())
  const asked = () => desks.reduce((sum, { requests }) => sum + requests, 0)
  const before = { at: performance.now(), requests: asked(), processor: process.cpuUsage() }
  tell({ is: 'warm' })
  await work
  const { user, system } = process.cpuUsage(before.processor)
  tell({
    is: 'done',
    did: desks.flatMap(({ did }) => did),
    requests: asked() - before.requests,
    seconds: (performance.now() - before.at) / 1000,
    wrong: desks.flatMap(({ wrong }) => wrong),
    processorMs: (user + system) / 1000,
  })
  process.disconnect()
}

function tell(told: Told): void {
  process.send?.(told)
}

process.once('message', (order: Order) => void run(order))
