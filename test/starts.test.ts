import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { once } from 'node:events'
import fs from 'node:fs'
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { after, before, test } from 'node:test'
import { openDatabase } from '../src/database/connect.ts'
import { skipOnServer } from './support/database.ts'
import { startDesk } from './support/started.ts'
import { embeddedTemplate } from './support/template.ts'

/* What keeps a desk from starting is told in a sentence; and how one ends while it is busy. */

const skip = skipOnServer
let folder: string
let dataDir: string

before(async () => {
  if (skip) return
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'on-record-starts-'))
  dataDir = path.join(folder, 'data')
  const database = await openDatabase({ dataDir, template: await embeddedTemplate() })
  await database.close()
})
after(() => {
  if (!skip) fs.rmSync(folder, { recursive: true, force: true })
})

const limited = (limit: string) => ['bash', '-c', `ulimit ${limit}; exec "$@"`, 'bash']

const lacks = [
  { of: 'file descriptors', under: limited('-n 24'), says: /^There are no file descriptors left/m },
  { of: 'a few more file descriptors', under: limited('-n 45'), says: /^There are no file descriptors left/m },
  { of: 'memory to address', under: limited('-v 9000000'), says: /^There is not enough memory to start/m },
  { of: 'memory for objects', flags: ['--max-old-space-size=48'], says: /^There is not enough memory to start/m },
]
for (const { of, says, ...choices } of lacks) {
  test(`a desk that lacks ${of} says so and ends`, { skip }, async () => {
    const desk = startDesk({ DATA_DIR: dataDir }, choices)
    assert.equal(await desk.code, 1, desk.said())
    assert.match(desk.said(), says)
    assert.doesNotMatch(desk.said(), /^\s+at /m)
  })
}

test('a port that is taken is told', { skip }, async (t) => {
  const other = http.createServer().listen(0, '127.0.0.1')
  await once(other, 'listening')
  t.after(() => other.close())
  const { port } = other.address() as AddressInfo
  const desk = startDesk({ DATA_DIR: dataDir, PORT: String(port) })
  assert.equal(await desk.code, 1)
  assert.match(desk.said(), new RegExp(`^PORT should be a free one: ${port} is taken\\. See \\.env\\.example\\.$`, 'm'))
  assert.doesNotMatch(desk.said(), /^\s+at /m)
})

test('a data directory that is a file is told, and so is one on a disk that can only be read', { skip }, async (t) => {
  const file = path.join(folder, 'file')
  fs.writeFileSync(file, 'no directory')
  const places = [file, path.join(file, 'data')]
  const disk = path.join(folder, 'disk')
  fs.mkdirSync(disk)
  if (spawnSync('mount', ['-t', 'tmpfs', '-o', 'ro', 'tmpfs', disk]).status === 0) {
    t.after(() => spawnSync('umount', ['--lazy', disk]))
    places.push(disk)
  } else t.diagnostic('The disk that can only be read was left out: only root can make one.')

  for (const place of places) {
    const desk = startDesk({ DATA_DIR: place })
    assert.equal(await desk.code, 1)
    assert.match(desk.said(), /^The data directory .* cannot be written to .*Set DATA_DIR/m)
    assert.doesNotMatch(desk.said(), /^\s+at /m)
  }
})

test(
  'on SIGTERM a busy desk finishes what is under way, says so on every connection, and cuts nobody off',
  { skip },
  async () => {
    const desk = startDesk({ DATA_DIR: dataDir })
    const [, address = ''] = await desk.hears(/On Record is at (\S+)/)
    let answered = 0
    // Each asks on one connection again and again, until it is told that it was the last time.
    const askOn = async () => {
      const agent = new http.Agent({ keepAlive: true, maxSockets: 1 })
      for (;;) {
        const { connection } = await ask(agent, `${address}/documents`)
        answered++
        if (connection === 'close') break
      }
      agent.destroy()
    }
    const everybody = Array.from({ length: 20 }, askOn)
    while (answered < 100) await new Promise((resolve) => setTimeout(resolve, 20))
    desk.process.kill('SIGTERM')
    await Promise.all(everybody)
    assert.equal(await desk.code, 0)
  },
)

function ask(agent: http.Agent, address: string): Promise<http.IncomingHttpHeaders> {
  return new Promise((resolve, reject) => {
    http
      .get(address, { agent }, (res) => {
        res
          .resume()
          .on('end', () => resolve(res.headers))
          .on('error', reject)
      })
      .on('error', reject)
  })
}
