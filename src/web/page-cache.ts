import { createHash } from 'node:crypto'
import type { NextFunction, Request, RequestHandler, Response } from 'express'
import { LRUCache } from 'lru-cache'
import onHeaders from 'on-headers'
import type pg from 'pg'
import { troubleOf } from '../database/trouble.ts'
import { isPersonal } from './for-whom.ts'
import { everyFormat, rankFormats } from './negotiation.ts'
import { type Packable, packFor } from './packing.ts'

/** A readers' page, made from the newest events that `openPages` knows. */
export type KeptPage = Packable & { variant: string; headers: Record<string, string>; etag: string; madeAt: number }

/** The limit for the whole cache, in bytes; no page takes more than an eighth of it. */
export const mostBytes = 64 * 1024 * 1024
/** The approximate overhead of an entry, besides its texts. */
const entryBytes = 1000
/** A page with a longer address is served, but not cached. */
const longestAddress = 1000
/** The limit for cached variants of one page, however its address is worded and whatever unused parameters it has. */
const mostVariants = 64
/** Includes the sum of the newest events, because one may be committed after another with a later id. */
const newestEvents = `
  SELECT concat(max("id"), ' ', sum("id")) AS newest FROM (SELECT "id" FROM "Event" ORDER BY "id" DESC LIMIT 1000) e`
/**
 * While the database is away readers get cached pages, for this long after it last confirmed that nothing had changed.
 */
export const keptWhileAway = 10 * 60_000
/** A database that was away is not tried again for this long, because each attempt may take the full waiting time. */
const awayFor = 5_000
/** How long a change made by another process (a command, a second server) may stay unseen, in milliseconds. */
const freshFor = 250

/**
 * Caches readers' pages, and never personal ones. Every change that readers see writes an Event, so the newest events
 * show whether anything changed. They are checked after every write in this process, and otherwise every quarter of a
 * second. It has to run after everything that identifies the user.
 */
export function pageCache(pool: pg.Pool, pages: Pages): RequestHandler {
  let newest: string | undefined
  let checkedAt = 0
  let writes = 0
  let checking: Promise<void> | undefined
  /** When the database last answered, and whether something may have been changed here since. */
  let heardAt = 0
  let mayHaveChanged = false
  let failed: { at: number; error: unknown } | undefined

  async function check(): Promise<void> {
    const askedAt = Date.now()
    const writesBefore = writes
    const { rows } = await pool.query<{ newest: string }>(newestEvents)
    if (rows[0]?.newest !== newest) {
      pages.clear()
      newest = rows[0]?.newest
    }
    failed = undefined
    // A write that ended while the database was asked may not be in its answer.
    if (writes !== writesBefore) return
    checkedAt = askedAt
    heardAt = askedAt
    mayHaveChanged = false
  }

  function noteWrite(res: Response): void {
    writes++
    checkedAt = 0
    // Anonymous requests change no page, since they wait for a first look. Otherwise they could empty the cache.
    mayHaveChanged ||= isPersonal(res)
  }

  function serveWhileAway(error: unknown, req: Request, res: Response, next: NextFunction): void {
    failed ??= { at: Date.now(), error }
    const isRecent = Date.now() - heardAt < keptWhileAway && !mayHaveChanged
    const slot = slotOf(req)
    const page = isRecent && troubleOf(error) !== undefined && slot ? pages.find(slot) : undefined
    if (page && slot) send(res, page, () => pages.weighAgain(slot, page)).catch(next)
    else next(error)
  }

  function serve(req: Request, res: Response, next: NextFunction): void {
    const slot = slotOf(req)
    const page = slot && pages.find(slot)
    if (page) send(res, page, () => pages.weighAgain(slot, page)).catch(next)
    else {
      const seen = newest
      record(res, (made) => slot && seen === newest && pages.keep(slot, made))
      next()
    }
  }

  return (req, res, next) => {
    if (req.method !== 'GET' && req.method !== 'HEAD') {
      // Runs before the client hears of the change, and however the request ends: it may have changed something even
      // if the client hung up.
      onHeaders(res, () => noteWrite(res))
      res.on('close', () => noteWrite(res))
      return next()
    }
    if (isPersonal(res)) return next()
    if (Date.now() - checkedAt < freshFor) return serve(req, res, next)
    if (failed && Date.now() - failed.at < awayFor) return serveWhileAway(failed.error, req, res, next)
    failed = undefined
    checking ??= check().finally(() => (checking = undefined))
    checking.then(
      () => serve(req, res, next),
      (error: unknown) => serveWhileAway(error, req, res, next),
    )
  }
}

type Slot = { key: string; variant: string }
export type Pages = ReturnType<typeof openPages>

/**
 * The cached pages with their full size: bodies, compressed forms, headers and addresses. The least recently used are
 * dropped first.
 */
export function openPages(maxSize = mostBytes) {
  const pages = new LRUCache<string, KeptPage>({ maxSize, maxEntrySize: maxSize / 8, sizeCalculation: weigh })

  return {
    find({ key, variant }: Slot): KeptPage | undefined {
      const page = pages.get(key)
      return page?.variant === variant ? page : undefined
    },
    keep: ({ key, variant }: Slot, page: Omit<KeptPage, 'variant' | 'madeAt'>): void => {
      pages.set(key, { ...page, variant, madeAt: Date.now() })
    },
    /** Call after compressing: the library weighs an entry when it is set, not when it grows. */
    weighAgain({ key }: Slot, page: KeptPage): void {
      if (pages.peek(key) !== page) return
      pages.delete(key)
      pages.set(key, page)
    },
    clear: () => pages.clear(),
    get bytes(): number {
      return pages.calculatedSize
    },
    get count(): number {
      return pages.size
    },
  }
}

function weigh({ body, packedBytes, variant, headers, etag }: KeptPage, key: string): number {
  const texts = [key, variant, etag, ...Object.entries(headers).flat()]
  return entryBytes + body.length + packedBytes + texts.reduce((sum, text) => sum + text.length * 2, 0)
}

/**
 * Where a page is cached: by its path without the words for people, and there in one of a limited number of slots, by
 * its whole address and the order of the formats that the client accepts.
 */
function slotOf(req: Request): Slot | undefined {
  if (req.originalUrl.length > longestAddress) return undefined
  const variant = `${rankFormats(req, everyFormat).join(' ')} ${req.originalUrl}`
  const page = req.path
    .toLowerCase()
    .replace(/(\/\d+)-[^/]*/g, '$1')
    .replace(/\/$/, '')
  return { key: `${page} ${createHash('sha1').update(variant).digest().readUInt16BE() % mostVariants}`, variant }
}

async function send(res: Response, page: KeptPage, packed: () => void): Promise<void> {
  const { req } = res
  const { headers, etag } = page
  // Earlier middleware set headers again that the page's own answer had removed.
  for (const name of res.getHeaderNames()) if (headers[name] === undefined && !isOfThis(name)) res.removeHeader(name)
  res.vary(headers['vary'] ?? 'Accept').vary('Accept-Encoding')
  if (req.headers['if-none-match']?.includes(etag.replace('W/', ''))) {
    res.status(304).set({ ETag: etag, 'Cache-Control': 'no-cache' }).end()
    return
  }
  const { packedBytes } = page
  const { body, encoding } = await packFor(req, page)
  if (page.packedBytes !== packedBytes) packed()
  if (encoding) res.set('Content-Encoding', encoding)
  res.writeHead(200, { ...headers, vary: res.get('Vary'), 'content-length': body.length })
  res.end(req.method === 'HEAD' ? undefined : body)
}

/** Lets the app answer, and caches the page if it is the same for everybody. */
function record(res: Response, keep: (page: Omit<KeptPage, 'variant' | 'madeAt'>) => void): void {
  const end = res.send.bind(res)
  res.send = (content?: unknown) => {
    const isPage = res.statusCode === 200 && typeof content === 'string' && !isPersonal(res)
    const mayKeep = !/no-store|private/.test(res.get('Cache-Control') ?? '')
    if (!isPage || !mayKeep || res.req.method !== 'GET') return end(content)

    const body = Buffer.from(content)
    // Weak, because it stands for the page however that is compressed.
    const etag = `W/"${createHash('sha1').update(body).digest('base64url')}"`
    res.set({ ETag: etag, 'Cache-Control': 'no-cache' })
    res.vary('Accept')
    if (!res.getHeader('Content-Type')) res.type('html')
    const headers: Record<string, string> = {}
    for (const [name, value] of Object.entries(res.getHeaders())) {
      if (value !== undefined && !isOfThis(name)) headers[name] = String(value)
    }
    keep({ body, packed: {}, packedBytes: 0, headers, etag })
    return end(content)
  }
}

/** The client's remaining requests, which are not cached with a page. */
function isOfThis(header: string): boolean {
  return header.startsWith('ratelimit')
}
