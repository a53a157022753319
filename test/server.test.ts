import assert from 'node:assert/strict'
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import fs from 'node:fs'
import http from 'node:http'
import os from 'node:os'
import path from 'node:path'
import { after, test } from 'node:test'
import { compiled } from './support/durations.ts'

const server = path.join(import.meta.dirname, '../src/server.ts')

const started = new Set<ChildProcess>()
after(() => {
  for (const child of started) child.kill('SIGKILL')
})

type Running = { address: string; process: ChildProcess; printed: () => string }

/** Starts the desk as a person would, on a free port, and waits until it says where it is. */
async function start(dataDir: string, args: string[] = [], level = 'silent'): Promise<Running> {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', server, ...args], {
    cwd: dataDir,
    env: {
      PATH: process.env.PATH,
      NODE_COMPILE_CACHE: compiled,
      HOST: '127.0.0.1',
      PORT: '0',
      DATA_DIR: dataDir,
      LOG_LEVEL: level,
    },
  })
  started.add(child)
  let printed = ''
  const address = await new Promise<string>((resolve, reject) => {
    const listen = (chunk: Buffer) => {
      printed += chunk.toString()
      const found = /On Record is at (\S+)/.exec(printed)?.[1]
      if (found) resolve(found)
    }
    child.stdout.on('data', listen)
    child.stderr.on('data', listen)
    child.once('exit', (code) => reject(new Error(`ended with ${code}: ${printed}`)))
  })
  return { address, process: child, printed: () => printed }
}

async function stop({ process: child }: Running): Promise<number | null> {
  child.kill('SIGTERM')
  const [code] = (await once(child, 'exit')) as [number | null]
  return code
}

test('the desk starts on an empty directory, shows the way to the first account, stops cleanly and starts again', async () => {
  const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'on-record-test-'))
  try {
    const first = await start(dataDir)
    const [, setup] = /(http\S+\/setup\?token=\S+)/.exec(first.printed()) ?? []
    assert.ok(setup, 'the link to the first account is printed')
    assert.match(
      first.printed(),
      /^Starting On Record, opening the database in .*\. The first start takes a few seconds\.\n/,
    )
    assert.equal((await fetch(setup)).status, 200)
    assert.equal((await fetch(`${first.address}/healthz`)).status, 200)
    assert.equal((await fetch(`${first.address}/readyz`)).status, 200)

    // A request that is under way when the desk is told to stop still gets its answer.
    const origin = new URL(first.address)
    const body = 'email=a%40b.example&password=none'
    const underWay = http.request({
      host: origin.hostname,
      port: origin.port,
      path: '/session',
      method: 'POST',
      headers: {
        'Content-Type': 'application/x-www-form-urlencoded',
        'Content-Length': body.length,
        Expect: '100-continue',
      },
    })
    const isTaken = once(underWay, 'continue')
    underWay.write(body.slice(0, 5))
    await isTaken
    const stopped = stop(first)
    underWay.end(body.slice(5))
    const [answer] = (await once(underWay, 'response')) as [http.IncomingMessage]
    assert.equal(answer.statusCode, 422)
    answer.resume()
    assert.equal(await stopped, 0)

    const second = await start(dataDir)
    assert.equal(await stop(second), 0)
  } finally {
    fs.rmSync(dataDir, { recursive: true, force: true })
  }
})

test('the demo prints its accounts, and readers find its stories', async () => {
  const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'on-record-test-'))
  try {
    const demo = await start(dataDir, ['--demo'], 'info')
    assert.match(demo.printed(), /^Starting a demo of On Record: /)
    assert.doesNotMatch(demo.printed(), /keep_link/, 'its stories ask nobody')
    assert.match(demo.printed(), /reviewer\s+\S+@\S+\s+\S{10,}/)
    const { documents } = (await (
      await fetch(`${demo.address}/documents`, { headers: { Accept: 'application/json' } })
    ).json()) as { documents: unknown[] }
    assert.ok(documents.length >= 2)
    assert.equal(await stop(demo), 0)
    assert.deepEqual(fs.readdirSync(dataDir), [], 'nothing stays behind')
  } finally {
    fs.rmSync(dataDir, { recursive: true, force: true })
  }
})

test('a wrong variable stops the start with a sentence that names it', async () => {
  const child = spawn(process.execPath, [server], { env: { PATH: process.env.PATH, PORT: 'eighty' } })
  let said = ''
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()))
  const [code] = (await once(child, 'exit')) as [number]
  assert.equal(code, 1)
  assert.match(said, /^PORT should be a number from 0 to 65535/)
})
