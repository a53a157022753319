import assert from 'node:assert/strict'
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { pino } from 'pino'
import { createApp } from '../../src/app.ts'
import { readConfig } from '../../src/config.ts'
import { openTestDatabase } from '../support/database.ts'
import { makeAccount } from '../support/world.ts'
import { stockNewsroom } from './newsroom-stock.ts'
import { median } from './pages.ts'
import type { Figure } from './run.ts'

const few = 1_000
/** The embedded database takes minutes for each hundred thousand; a server shows the rest. */
const many = process.env.TEST_DATABASE_URL ? 1_000_000 : 20_000
const turns = 25
const exported = 2_000

/** What readers ask: a word that half of all have, one that hardly any has, none, phrases, names, and all that narrows. */
const searches = [
  'harbour',
  'cent',
  'case 777',
  'nowhere',
  'harbour closes -ansel',
  '"harbour of ansel"',
  'by:"Ana Costa"',
  'costa bridge',
  'by:costa said:2019-03',
  'via:"local media" rating:true',
  'in:"Press 7" -river',
  'topic:"quay of ansel" said:2018',
  'by:"Ana Csota"',
  '',
]

/** Searches with their facets, and an export, with few and with many claims stored; each page is made anew. */
export async function measureSearch(progress: (doing: string) => void): Promise<Figure[]> {
  const small = await openNewsroom(few, progress)
  const large = await openNewsroom(many, progress)
  try {
    progress('searching')
    const times = { few: [] as number[], many: [] as number[] }
    const slowest = new Map<string, number>()
    for (let turn = -5; turn < turns; turn++) {
      for (const q of searches) {
        const took = { few: await small.search(q), many: await large.search(q) }
        if (turn < 0) continue
        times.few.push(took.few)
        times.many.push(took.many)
        slowest.set(q, Math.max(slowest.get(q) ?? 0, took.many))
      }
    }
    progress(`the slowest: ${[...slowest].map(([q, ms]) => `${q || '(nothing)'} ${Math.round(ms)} ms`).join(', ')}`)
    progress('exporting')
    const lines = { few: [] as number[], many: [] as number[] }
    for (let turn = 0; turn < 5; turn++) {
      lines.few.push(await small.export(few))
      lines.many.push(await large.export(exported))
    }
    const memory = await large.growth(exported * 10)
    return figures(times, lines, memory)
  } finally {
    await small.close()
    await large.close()
  }
}

type Times = { few: number[]; many: number[] }

function figures(times: Times, lines: Times, memory: number): Figure[] {
  const against = `with ${many.toLocaleString('en')} claims, against ${few.toLocaleString('en')}`
  const medians = { 'few ms': median(times.few), 'many ms': median(times.many) }
  const perLine = { 'few ms': median(lines.few), 'many ms': median(lines.many) }
  const from = { 'p95 with few, ms': p95(times.few), ...medians }
  return [
    {
      name: `Search with facets, p95 with ${many.toLocaleString('en')} claims`,
      value: p95(times.many),
      unit: 'ms',
      atMost: 60,
      from,
    },
    {
      name: `Search with facets ${against}`,
      value: medians['many ms'] / medians['few ms'],
      unit: '×',
      atMost: 2,
      from: medians,
    },
    {
      name: `A thousand lines of an export ${against}`,
      value: perLine['many ms'] / perLine['few ms'],
      unit: '×',
      atMost: 2,
      from: perLine,
    },
    {
      name: `Memory that an export of ${(exported * 10).toLocaleString('en')} lines takes`,
      value: memory,
      unit: 'MB',
      atMost: 64,
    },
  ]
}

async function openNewsroom(claims: number, progress: (doing: string) => void) {
  progress(`a newsroom of ${claims.toLocaleString('en')} claims`)
  const database = await openTestDatabase({ databasePool: 10 })
  const { id: by } = await makeAccount(database.db, 'editor')
  await stockNewsroom(database.pool, { claims, by, progress })
  const config = readConfig({ NODE_ENV: 'production', LOG_LEVEL: 'silent' }, '/dev/null')
  const app = createApp({ config, database, log: pino({ level: 'silent' }), cachePages: false })
  const server = http.createServer(app).listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  const { port } = server.address() as AddressInfo
  const agent = new http.Agent({ keepAlive: true, maxSockets: 1 })
  const get = (path: string) => open({ agent, port, path, host: '127.0.0.1', headers: { accept: 'text/html' } })

  return {
    /** How long a page takes, in milliseconds. */
    async search(q: string): Promise<number> {
      const began = performance.now()
      const response = await get(`/search?q=${encodeURIComponent(q)}`)
      for await (const _ of response) continue
      assert.equal(response.statusCode, 200, q)
      return performance.now() - began
    },
    /** How long a thousand lines take, read as fast as they come; whoever has enough hangs up. */
    async export(lines: number): Promise<number> {
      const began = performance.now()
      const read = await readLines(await get('/search.jsonl?q=-nowhere'), lines)
      return ((performance.now() - began) / read) * 1000
    },
    /** What the process grows by between the first lines and the last, in megabytes. */
    async growth(lines: number): Promise<number> {
      let least = Infinity
      let most = 0
      await readLines(await get('/search.jsonl?q=-nowhere'), lines, () => {
        globalThis.gc?.()
        const { heapUsed, external } = process.memoryUsage()
        least = Math.min(least, heapUsed + external)
        most = Math.max(most, heapUsed + external)
      })
      return (most - least) / 1024 / 1024
    },
    async close() {
      agent.destroy()
      server.closeAllConnections()
      server.close()
      await database.close()
    },
  }
}

async function readLines(response: http.IncomingMessage, lines: number, look = () => {}): Promise<number> {
  let read = 0
  let looked = 0
  for await (const piece of response) {
    read += String(piece).split('\n').length - 1
    if (read - looked >= 1000) {
      look()
      looked = read
    }
    if (read >= lines) break
  }
  response.destroy()
  return read
}

function open(options: http.RequestOptions): Promise<http.IncomingMessage> {
  return new Promise((resolve, reject) => http.get(options, resolve).on('error', reject))
}

function p95(times: number[]): number {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length * 0.95)] ?? NaN
}
