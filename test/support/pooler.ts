import { spawn } from 'node:child_process'
import { once } from 'node:events'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { isListening, onFreePort } from './free-port.ts'

/** Debian's is in a directory that is only on root's PATH. */
const program = [...(process.env.PATH ?? '').split(':'), '/usr/sbin']
  .map((folder) => path.join(folder, 'pgbouncer'))
  .find((file) => fs.existsSync(file))

/** False, or a sentence with the reason for skipping tests of poolers. */
export const skipWithoutPooler = program ? false : 'PgBouncer is not installed here'

/**
 * PgBouncer in front of the database at that address, in transaction mode: each transaction gets another of two
 * connections.
 */
export async function startPooler(databaseUrl: string): Promise<{ url: string; stop(): Promise<void> }> {
  if (!program) throw new Error('PgBouncer is not installed here')
  const server = new URL(databaseUrl)
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'on-record-pooler-'))
  fs.chmodSync(folder, 0o755)
  const settings = path.join(folder, 'pgbouncer.ini')
  const password = server.password === '' ? '' : ` password=${decodeURIComponent(server.password)}`
  const settingsAt = (port: number) => `[databases]
* = host=${server.hostname} port=${server.port || 5432} user=${decodeURIComponent(server.username)}${password}
[pgbouncer]
listen_addr = 127.0.0.1
listen_port = ${port}
unix_socket_dir =
auth_type = any
pool_mode = transaction
default_pool_size = 2
`
  // It refuses to run as root.
  const asSomebody = process.getuid?.() === 0 ? ['--user', 'nobody'] : []
  const { port, process: pooler } = await onFreePort((port) => {
    fs.writeFileSync(settings, settingsAt(port))
    return spawn(program, ['--quiet', ...asSomebody, settings], { stdio: 'ignore' })
  }, isListening)
  const ended = once(pooler, 'exit')

  server.hostname = '127.0.0.1'
  server.port = String(port)
  return {
    url: server.href,
    async stop() {
      pooler.kill('SIGTERM')
      await ended
      fs.rmSync(folder, { recursive: true })
    },
  }
}
