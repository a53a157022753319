import assert from 'node:assert/strict'
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as wait } from 'node:timers/promises'
import { median } from './pages.ts'
import type { Figure } from './run.ts'

const server = path.join(import.meta.dirname, '../../src/server.ts')
const longest = 60_000
const settling = 15

/**
 * How long `npm start` takes to its first answer, on an empty and on an existing directory, and what memory it has. At
 * that first answer V8 still holds what it compiled the engine with, so the memory that counts is that of a while later.
 */
export async function measureStart(progress: (doing: string) => void): Promise<Figure[]> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'on-record-bench-'))
  try {
    progress('start on an empty directory')
    const empty = await startOnce(folder)
    const existing = []
    for (const round of [1, 2, 3]) {
      progress(`start on an existing directory, round ${round} of 3`)
      existing.push(await startOnce(folder))
    }
    return [
      { name: 'Start on an empty directory', value: empty.seconds, unit: 's', atMost: 10 },
      { name: 'Start on an existing one', value: median(existing.map(({ seconds }) => seconds)), unit: 's', atMost: 3 },
      {
        name: `Memory ${settling} s after the first answer`,
        value: Math.max(empty.settled, ...existing.map(({ settled }) => settled)),
        unit: 'MB',
        atMost: 450,
        from: {
          'empty, at the answer': empty.atOnce,
          'empty, later': empty.settled,
          'existing, at the answer': median(existing.map(({ atOnce }) => atOnce)),
          'existing, later': median(existing.map(({ settled }) => settled)),
        },
      },
    ]
  } finally {
    fs.rmSync(folder, { recursive: true, force: true })
  }
}

async function startOnce(folder: string) {
  const began = performance.now()
  const child = spawn(process.execPath, [server], {
    cwd: folder,
    env: {
      PATH: process.env.PATH,
      HOST: '127.0.0.1',
      PORT: '0',
      DATA_DIR: path.join(folder, 'data'),
      LOG_LEVEL: 'error',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = once(child, 'exit')
  try {
    const address = await withinReason(findAddress(child))
    while ((await fetch(`${address}/readyz`)).status !== 200) await wait(10)
    const seconds = (performance.now() - began) / 1000
    const atOnce = residentMegabytes(child)
    await wait(settling * 1000)
    return { seconds, atOnce, settled: residentMegabytes(child) }
  } finally {
    child.kill('SIGTERM')
    await withinReason(ended).catch(() => child.kill('SIGKILL'))
  }
}

async function findAddress({ stdout }: ChildProcess): Promise<string> {
  assert.ok(stdout)
  for await (const line of createInterface({ input: stdout })) {
    const [address] = /http:\/\/127\.0\.0\.1:\d+/.exec(line) ?? []
    if (address) return address
  }
  throw new Error('The server ended before it said where it is')
}

/** NaN where there is no /proc to ask. */
function residentMegabytes({ pid }: ChildProcess): number {
  try {
    const [, kilobytes] = /VmRSS:\s+(\d+) kB/.exec(fs.readFileSync(`/proc/${pid}/status`, 'utf8')) ?? []
    return Number(kilobytes) / 1024
  } catch {
    return NaN
  }
}

function withinReason<T>(work: Promise<T>): Promise<T> {
  const tooLate = wait(longest, undefined, { ref: false }).then(() => {
    throw new Error(`Nothing came within ${longest / 1000} s`)
  })
  return Promise.race([work, tooLate])
}
