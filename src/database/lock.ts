import fs from 'node:fs'
import path from 'node:path'

/** The process that has a data directory open. `started` tells it from a later process with the same id. */
export type Holder = { pid: number; started: string; host: string }

/** Two processes must never open one data directory; the second one learns which was first. */
export class DataDirectoryInUse extends Error {
  readonly holder: Holder

  constructor(dataDir: string, holder: Holder) {
    super(
      `The data directory ${dataDir} is in use by process ${holder.pid}. ` +
        'Stop that one first, or set DATA_DIR to another directory.',
    )
    this.holder = holder
  }
}

/** Takes the directory for this process, or throws DataDirectoryInUse. A dead process's lock is taken over. */
export function holdLock(dataDir: string, host: string) {
  const file = path.join(dataDir, 'lock.json')
  const mine: Holder = { pid: process.pid, started: startOf(process.pid), host }

  // Written to another file and linked, so that nobody ever reads half a lock and only one of two can win.
  const aside = path.join(dataDir, `lock.${process.pid}.json`)
  fs.writeFileSync(aside, JSON.stringify(mine))
  try {
    if (!linked(aside, file)) {
      const holder = findHolder(dataDir)
      if (holder) throw new DataDirectoryInUse(dataDir, holder)
      fs.rmSync(file, { force: true })
      if (!linked(aside, file)) throw new DataDirectoryInUse(dataDir, findHolder(dataDir) ?? mine)
    }
  } finally {
    fs.rmSync(aside, { force: true })
  }
  return { release: () => fs.rmSync(file, { force: true }) }
}

/** The living process that has this directory open, if there is one. */
export function findHolder(dataDir: string): Holder | undefined {
  let holder: Holder
  try {
    holder = JSON.parse(fs.readFileSync(path.join(dataDir, 'lock.json'), 'utf8')) as Holder
  } catch {
    return undefined
  }
  return isAlive(holder) ? holder : undefined
}

function linked(from: string, to: string): boolean {
  try {
    fs.linkSync(from, to)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
}

function isAlive({ pid, started }: Holder): boolean {
  try {
    process.kill(pid, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
  return startOf(pid) === started
}

/** When a process began, in the kernel's ticks since boot; empty where there is no /proc to ask. */
function startOf(pid: number): string {
  try {
    const boot = fs.readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()
    const stat = fs.readFileSync(`/proc/${pid}/stat`, 'utf8')
    return `${boot}:${stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19]}`
  } catch {
    return ''
  }
}
