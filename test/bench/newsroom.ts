import assert from 'node:assert/strict'
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import v8 from 'node:v8'
import vm from 'node:vm'
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

/** So many different pages of a kind are read, again and again. */
const different = 20

type Newsroom = Awaited<ReturnType<typeof openNewsroom>>
type Times = { few: number[]; many: number[] }

/**
 * What readers ask of a newsroom with few and with many claims stored: searches with their facets, pages of claims and
 * sources, exports. Each page is made anew.
 */
export async function measureNewsroom(progress: (doing: string) => void): Promise<Figure[]> {
  const small = await openNewsroom(few, progress)
  const large = await openNewsroom(many, progress)
  try {
    progress('searching')
    const paths = searches.map((q) => `/search?q=${encodeURIComponent(q)}`)
    const searched = await takeTurns(small, large, { few: paths, many: paths, turns })
    progress('reading claims')
    const claims = { few: small.pages('claims', few), many: large.pages('claims', many) }
    const claimed = await takeTurns(small, large, { ...claims, turns })
    progress('reading sources')
    const speakers = (newsroom: Newsroom) =>
      newsroom.pages('sources', newsroom.stock.sources, newsroom.stock.publishers)
    const quoted = await takeTurns(small, large, { few: speakers(small), many: speakers(large), turns })
    progress('exporting')
    const lines = { few: [] as number[], many: [] as number[] }
    for (let turn = 0; turn < 5; turn++) {
      lines.few.push(await small.export(few))
      lines.many.push(await large.export(exported))
    }
    return [
      ...pageFigures('Search with facets', searched, 60),
      ...pageFigures('Page of a claim', claimed, 15),
      ...pageFigures('Page of a source', quoted, 15),
      ratio('A thousand lines of an export', lines),
      {
        name: `Memory that an export of ${(exported * 10).toLocaleString('en')} lines takes`,
        value: await large.growth(exported * 10),
        unit: 'MB',
        atMost: 16,
      },
    ]
  } finally {
    await small.close()
    await large.close()
  }
}

/** In turn, so that both meet the same machine; a few go first uncounted. */
async function takeTurns(small: Newsroom, large: Newsroom, pages: { few: string[]; many: string[]; turns: number }) {
  const times: Times = { few: [], many: [] }
  for (let turn = -5; turn < pages.turns; turn++) {
    for (const [i, path] of pages.many.entries()) {
      const took = { few: await small.read(pages.few[i] ?? path), many: await large.read(path) }
      if (turn < 0) continue
      times.few.push(took.few)
      times.many.push(took.many)
    }
  }
  return times
}

function pageFigures(name: string, times: Times, atMost: number): Figure[] {
  return [
    {
      name: `${name}, p95 with ${many.toLocaleString('en')} claims`,
      value: p95(times.many),
      unit: 'ms',
      atMost,
      from: {
        'p95 with few, ms': p95(times.few),
        'half within, ms': median(times.many),
        'the slowest, ms': Math.max(...times.many),
      },
    },
    ratio(name, times),
  ]
}

function ratio(name: string, times: Times): Figure {
  const from = { 'few ms': median(times.few), 'many ms': median(times.many) }
  return {
    name: `${name} with ${many.toLocaleString('en')} claims, against ${few.toLocaleString('en')}`,
    value: from['many ms'] / from['few ms'],
    unit: '×',
    atMost: 2,
    from,
  }
}

async function openNewsroom(claims: number, progress: (doing: string) => void) {
  progress(`a newsroom of ${claims.toLocaleString('en')} claims`)
  const database = await openTestDatabase({ databasePool: 10 })
  const { id: by } = await makeAccount(database.db, 'editor')
  const stock = await stockNewsroom(database.pool, { claims, by, progress })
  const config = readConfig({ NODE_ENV: 'production', LOG_LEVEL: 'silent' }, '/dev/null')
  const app = createApp({ config, database, log: pino({ level: 'silent' }), cachePages: false })
  const server = http.createServer(app).listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  const { port } = server.address() as AddressInfo
  const agent = new http.Agent({ keepAlive: true, maxSockets: 1 })
  const get = (path: string) => open({ agent, port, path, host: '127.0.0.1', headers: { accept: 'text/html' } })

  /** The page itself: short addresses lead on first. */
  const whole = new Map<string, string>()

  return {
    stock,
    /** Addresses of some of the things of a kind, from all over. */
    pages(room: 'claims' | 'sources', last: number, before = 0): string[] {
      const step = Math.floor((last - before) / different)
      return Array.from({ length: different }, (_, i) => `/${room}/${before + 1 + i * step}`)
    },
    /** How long a page takes, in milliseconds. */
    async read(path: string): Promise<number> {
      const began = performance.now()
      const response = await get(whole.get(path) ?? path)
      for await (const _ of response) continue
      const { location } = response.headers
      if (location !== undefined) {
        whole.set(path, location)
        return this.read(path)
      }
      assert.equal(response.statusCode, 200, path)
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
      collectGarbage()
      let least = Infinity
      let most = 0
      await readLines(await get('/search.jsonl?q=-nowhere'), lines, () => {
        collectGarbage()
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

/** What is left to be collected is not what an export takes. */
function collectGarbage(): void {
  v8.setFlagsFromString('--expose-gc')
  ;(vm.runInNewContext('gc') as () => void)()
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
