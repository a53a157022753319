import fs from 'node:fs'
import os from 'node:os'
import type { Pool } from 'pg'

/*
 * Processor time in milliseconds. What a request takes of it says how fast the desk is also on a machine that has other
 * things to do; how long the request takes does not.
 */

export type Processor = { server: number; mainThread: number; database: number; machine: number }

/** So far: of this process, of its main thread alone, of the database server, of all that runs on the machine. */
export async function readProcessor(pool: Pool): Promise<Processor> {
  const database = await readDatabase(pool)
  return {
    server: sum(process.cpuUsage()),
    mainThread: sum(process.threadCpuUsage()),
    database,
    machine: os.cpus().reduce((all, { times }) => all + times.user + times.nice + times.sys + times.irq, 0),
  }
}

export function difference(after: Processor, before: Processor): Processor {
  return {
    server: after.server - before.server,
    mainThread: after.mainThread - before.mainThread,
    database: after.database - before.database,
    machine: after.machine - before.machine,
  }
}

function sum({ user, system }: NodeJS.CpuUsage): number {
  return (user + system) / 1000
}

/** Nothing for the embedded engine, which runs in this process; NaN where the server is on another machine. */
async function readDatabase(pool: Pool): Promise<number> {
  if (!process.env.TEST_DATABASE_URL) return 0
  const { rows } = await pool.query<{ pid: number }>('SELECT pg_backend_pid() AS pid')
  const parent = readStat(rows[0]?.pid ?? 0)?.parent
  const main = parent === undefined ? undefined : readStat(parent)
  if (!main) return NaN
  const children = fs.readdirSync('/proc').map((name) => readStat(Number(name)))
  const own = children.map((one) => (one && one.parent === parent ? one.own : 0))
  return own.reduce((sum, ms) => sum + ms, main.own + main.ended)
}

/** A process's own time, and that of those it started and that have ended. A tick is a hundredth of a second on Linux. */
function readStat(pid: number): { parent: number; own: number; ended: number } | undefined {
  try {
    const stat = fs.readFileSync(`/proc/${pid}/stat`, 'utf8')
    const fields = stat
      .slice(stat.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number)
    const [, parent = 0] = fields
    const [user = 0, system = 0, endedUser = 0, endedSystem = 0] = fields.slice(11)
    return { parent, own: (user + system) * 10, ended: (endedUser + endedSystem) * 10 }
  } catch {
    return undefined // not a process, or it ended just now
  }
}
