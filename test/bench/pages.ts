import assert from 'node:assert/strict'
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import autocannon from 'autocannon'
import express, { type Express } from 'express'
import { pino } from 'pino'
import { createApp } from '../../src/app.ts'
import { readConfig } from '../../src/config.ts'
import { openTestDatabase } from '../support/database.ts'
import { makeBriefing, statementCount } from './briefing.ts'
import { fetchByHand } from './by-hand.ts'
import type { Figure } from './run.ts'

const seconds = 4
const pages = 200

/** A published page with its highlights: how many a second, and how long one takes from the database. */
export async function measurePages(progress: (doing: string) => void): Promise<Figure[]> {
  progress('making the page')
  const config = readConfig(
    { NODE_ENV: 'production', LOG_LEVEL: 'silent', READER_REQUESTS_PER_MINUTE: '1000000' },
    '/dev/null',
  )
  const database = await openTestDatabase()
  const deps = { config, database, log: pino({ level: 'silent' }) }
  const path = await makeBriefing(database.db)
  const cached = await listen(createApp(deps))
  const uncached = await listen(createApp({ ...deps, cachePages: false }))

  const page = await get(cached.address + path)
  const body = page.body
  const etag = page.headers.etag
  assert.equal(page.status, 200)
  const highlighted = new Set(Array.from(body.matchAll(/ data-statement="(\d+)"/g), ([, id]) => id))
  assert.equal(highlighted.size, statementCount, 'every statement is highlighted')
  assert.ok(etag, 'the page can be asked for again by its ETag')
  const bare = await listen(
    express()
      .get('/page', (_req, res) => void res.type('html').send(body))
      .get('/unchanged', (_req, res) => void res.status(304).end()),
  )
  assert.equal((await get(cached.address + path, { 'If-None-Match': etag })).status, 304)

  try {
    const warm = await compare(progress, 'warm pages', cached.address + path, `${bare.address}/page`)
    const unchanged = await compare(progress, 'unchanged pages', cached.address + path, `${bare.address}/unchanged`, {
      'If-None-Match': etag,
    })
    progress('pages from the database')
    const { id: versionId } = await database.db.version.findFirstOrThrow()
    assert.equal((await fetchByHand(database.pool, versionId)).statements.length, statementCount)
    const times = await takeTurns(
      () => get(uncached.address + path),
      () => fetchByHand(database.pool, versionId),
    )
    return [
      { name: 'Reader page, warm, against bare Express', value: warm.ratio, unit: '×', atLeast: 0.5, from: warm.rates },
      {
        name: 'The same, If-None-Match, against a bare 304',
        value: unchanged.ratio,
        unit: '×',
        atLeast: 0.8,
        from: unchanged.rates,
      },
      {
        name: 'The same from the database, against one SQL query',
        value: times.page / times.query,
        unit: '×',
        atMost: 3,
        from: { 'page ms': times.page, 'query ms': times.query },
      },
    ]
  } finally {
    for (const server of [cached, uncached, bare]) await server.close()
    await database.close()
  }
}

/** Requests a second of the desk and of the bare handler, alternating twice so that both meet the same machine. */
async function compare(
  progress: (doing: string) => void,
  what: string,
  desk: string,
  bare: string,
  headers: Record<string, string> = {},
) {
  const rates = { desk: 0, bare: 0 }
  for (const round of [1, 2]) {
    progress(`${what}, round ${round} of 2`)
    rates.desk += (await fire(desk, headers)) / 2
    rates.bare += (await fire(bare, headers)) / 2
  }
  return { ratio: rates.desk / rates.bare, rates: { 'desk/s': rates.desk, 'bare/s': rates.bare } }
}

async function fire(url: string, headers: Record<string, string>): Promise<number> {
  const options = { url, connections: 20, headers: { accept: 'text/html', ...headers }, workers: 1 }
  await autocannon({ ...options, duration: 1 })
  const result = await autocannon({ ...options, duration: seconds })
  assert.equal(result.errors + result['4xx'] + result['5xx'], 0, `${url} answers every request`)
  return result.requests.total / result.duration
}

/** The median time of each, in milliseconds; they alternate, and a few go first uncounted. */
async function takeTurns(makePage: () => Promise<unknown>, query: () => Promise<unknown>) {
  const times = { page: [] as number[], query: [] as number[] }
  for (let turn = -20; turn < pages; turn++) {
    const page = await time(makePage)
    const queried = await time(query)
    if (turn < 0) continue
    times.page.push(page)
    times.query.push(queried)
  }
  return { page: median(times.page), query: median(times.query) }
}

async function time(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now()
  await work()
  return performance.now() - began
}

export function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN
}

const agent = new http.Agent({ keepAlive: true, maxSockets: 1 })

export function get(url: string, headers: Record<string, string> = {}) {
  return new Promise<{ status: number; headers: http.IncomingHttpHeaders; body: string }>((resolve, reject) => {
    const request = http.get(url, { agent, headers: { accept: 'text/html', ...headers } }, (response) => {
      const pieces: Buffer[] = []
      response.on('data', (piece: Buffer) => pieces.push(piece))
      response.on('end', () => {
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(pieces).toString() })
      })
    })
    request.on('error', reject)
  })
}

export async function listen(app: Express) {
  const server = http.createServer(app)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
