import { createHash } from 'node:crypto'
import type { Request, RequestHandler, Response } from 'express'
import type pg from 'pg'
import { tokenOf } from './bearer.ts'
import { noticeCookie } from './notices.ts'
import { type Packable, packFor } from './packing.ts'
import { cookieName } from './session.ts'

type Page = Packable & { headers: Record<string, string>; etag: string }

/** Pages of this many bytes in all are kept, and a fifth more for their compressed forms; the oldest go first. */
const mostBytes = 64 * 1024 * 1024
/** Of the newest events the sum, too: one may be committed after another that has a later id. */
const newestEvents = `
  SELECT concat(max("id"), ' ', sum("id")) AS newest FROM (SELECT "id" FROM "Event" ORDER BY "id" DESC LIMIT 1000) e`
/** How long a change made by another process (a command, a second server) may stay unseen, in milliseconds. */
const freshFor = 250

/**
 * Keeps the pages that readers without a cookie are shown. Every change that they see writes an Event, so the newest events
 * tell whether anything changed: asked for after every write here, and otherwise once in a quarter of a second.
 */
export function pageCache(pool: pg.Pool): RequestHandler {
  const pages = new Map<string, Page>()
  let bytes = 0
  let newest: string | undefined
  let checkedAt = 0
  let writes = 0
  let checking: Promise<void> | undefined

  async function check(): Promise<void> {
    const askedAt = Date.now()
    const writesBefore = writes
    const { rows } = await pool.query<{ newest: string }>(newestEvents)
    if (rows[0]?.newest !== newest) {
      pages.clear()
      bytes = 0
      newest = rows[0]?.newest
    }
    // A write that ended while the database was asked may not be in its answer.
    if (writes === writesBefore) checkedAt = askedAt
  }

  function keep(key: string, page: Page): void {
    if (page.body.length > mostBytes / 8) return
    bytes -= pages.get(key)?.body.length ?? 0
    pages.set(key, page)
    bytes += page.body.length
    for (const [oldest, { body }] of pages) {
      if (bytes <= mostBytes) break
      pages.delete(oldest)
      bytes -= body.length
    }
  }

  return (req, res, next) => {
    if (req.method !== 'GET' && req.method !== 'HEAD') {
      res.on('finish', () => {
        writes++
        checkedAt = 0
      })
      return next()
    }
    if (tokenOf(req) !== undefined || hasOwnPages(req)) return next()

    const key = `${req.headers.accept ?? ''} ${req.url}`
    const serve = () => {
      const page = pages.get(key)
      if (page) send(req, res, page).catch(next)
      else {
        const seen = newest
        record(res, (page) => seen === newest && keep(key, page))
        next()
      }
    }
    if (Date.now() - checkedAt < freshFor) return serve()
    checking ??= check().finally(() => (checking = undefined))
    checking.then(serve, next)
  }
}

/** Who has signed in, or is to be told something on the next page. */
function hasOwnPages({ headers: { cookie } }: Request): boolean {
  return cookie !== undefined && [cookieName, noticeCookie].some((name) => cookie.includes(`${name}=`))
}

async function send(req: Request, res: Response, page: Page): Promise<void> {
  const { headers, etag } = page
  // What the page's own answer had taken away was set again before it came to us.
  for (const name of res.getHeaderNames()) if (headers[name] === undefined && !isOfThis(name)) res.removeHeader(name)
  res.vary(headers['vary'] ?? 'Accept').vary('Accept-Encoding')
  if (req.headers['if-none-match']?.includes(etag.replace('W/', ''))) {
    res.status(304).set({ ETag: etag, 'Cache-Control': 'no-cache' }).end()
    return
  }
  const { body, encoding } = await packFor(req, page)
  if (encoding) res.set('Content-Encoding', encoding)
  res.writeHead(200, { ...headers, vary: res.get('Vary'), 'content-length': body.length })
  res.end(req.method === 'HEAD' ? undefined : body)
}

/** Lets the app answer, and keeps the page if it is one for everybody. */
function record(res: Response, keep: (page: Page) => void): void {
  const end = res.send.bind(res)
  res.send = (content?: unknown) => {
    const isPage = res.statusCode === 200 && typeof content === 'string' && !res.getHeader('Set-Cookie')
    if (!isPage || res.getHeader('Cache-Control') === 'no-store' || res.req.method !== 'GET') return end(content)

    const body = Buffer.from(content)
    // Weak: the same page, however it is compressed.
    const etag = `W/"${createHash('sha1').update(body).digest('base64url')}"`
    res.set({ ETag: etag, 'Cache-Control': 'no-cache' })
    res.vary('Accept')
    if (!res.getHeader('Content-Type')) res.type('html')
    const headers: Record<string, string> = {}
    for (const [name, value] of Object.entries(res.getHeaders())) {
      if (value !== undefined && !isOfThis(name)) headers[name] = String(value)
    }
    keep({ body, packed: {}, headers, etag })
    return end(content)
  }
}

/** How much whoever asks may still ask for, which is kept with no page. */
function isOfThis(header: string): boolean {
  return header.startsWith('ratelimit')
}
