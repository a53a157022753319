import { LRUCache } from 'lru-cache'
import robots from 'robots-parser'
import { type Fetched, type Fetching, fetchPublic, NotFetched, passing } from './fetch.ts'

/** The package describes itself as an ES module, and is none. */
const robotsParser = robots as unknown as typeof robots.default

/** What a site lets programs read is asked once an hour. */
const rules = new LRUCache<string, Rules>({ max: 1000, ttl: 60 * 60 * 1000 })
type Rules = { mayRead: (url: string) => boolean; delay: number }

/** In seconds: longer than this nobody waits for one page. */
const longestDelay = 10
const mostRules = 512 * 1024

/** What the site sent with what is here already. */
type Known = { etag?: string; lastModified?: string }

/** When each site's turn is over; a site is asked one thing at a time. */
const turns = new Map<string, Promise<unknown>>()

/**
 * Fetches a page as a polite program: only what the site's robots.txt lets it read, one request at a time for each site,
 * with the pause that the site asks for. What is as it was `known` has the status 304 and no bytes. Throws NotFetched with
 * a sentence.
 */
export async function fetchPage(address: string, fetching: Fetching, known: Known = {}): Promise<Fetched> {
  const origin = URL.parse(address.trim())?.origin ?? ''
  const before = turns.get(origin) ?? Promise.resolve()
  const turn = before.then(() => fetchInTurn(address, origin, fetching, known))
  const over = turn.then(
    () => pause(origin),
    () => pause(origin),
  )
  turns.set(origin, over)
  void over.then(() => turns.get(origin) === over && turns.delete(origin))
  return turn
}

async function fetchInTurn(address: string, origin: string, fetching: Fetching, known: Known): Promise<Fetched> {
  const judge = async (url: string, from: string) => {
    const { mayRead } = await rulesOf(from, url, fetching)
    if (!mayRead(url)) {
      throw new NotFetched(
        'The site asks programs not to read this page (robots.txt). Open it in your browser, copy the article and paste it',
      )
    }
  }
  await judge(address, origin)
  const fetched = await fetchPublic(address, fetching, { ...known, judge: (next) => judge(next.href, next.origin) })
  const isKnown = known.etag !== undefined || known.lastModified !== undefined
  if (fetched.status === 304 && isKnown) return fetched
  const refusal = whyRefused(fetched.status)
  if (refusal !== undefined) throw refusal
  return fetched
}

async function rulesOf(origin: string, address: string, fetching: Fetching): Promise<Rules> {
  const known = rules.get(origin)
  if (known) return known
  const file = `${origin}/robots.txt`
  // An address that may not be asked at all says why by itself.
  const fetched = await fetchPublic(origin === '' || origin === 'null' ? address : file, fetching, {
    accept: 'text/plain',
    mostBytes: mostRules,
  }).catch((error: unknown) => {
    if (error instanceof NotFetched && /larger/.test(error.message)) return undefined
    throw error
  })
  // RFC 9309: without the file all may be read; while a site can't say, nothing.
  if ((fetched?.status ?? 0) >= 500) {
    throw passing('The site has trouble, and does not say what programs may read')
  }
  const text = fetched?.status === 200 ? new TextDecoder().decode(fetched.bytes) : ''
  const found = robotsParser(file, text)
  const asked: Rules = {
    mayRead: (url) => found.isAllowed(url, fetching.userAgent) !== false,
    delay: Math.min(longestDelay, found.getCrawlDelay(fetching.userAgent) ?? 0),
  }
  rules.set(origin, asked)
  return asked
}

function pause(origin: string): Promise<void> {
  const delay = rules.get(origin)?.delay ?? 0
  return new Promise((resolve) => (delay > 0 ? setTimeout(resolve, delay * 1000).unref() : resolve()))
}

/** What a site's answer means for an editor; undefined for a page. */
function whyRefused(status: number): NotFetched | undefined {
  if (status === 200 || status === 203) return undefined
  if (status === 202) return passing('The site has not made this page yet')
  if (status === 429) return passing('The site has been asked too often', 'in an hour')
  if (status >= 500) return passing(`The site has trouble (it answers ${status})`)
  return new NotFetched(whyNoPage(status))
}

function whyNoPage(status: number): string {
  const paste = 'Open it in your browser, copy the article and paste it'
  if (status === 404 || status === 410) return `There is no such page (the site answers ${status}). Look at the address`
  if (status === 401 || status === 402) return `The site shows this page to subscribers only (${status}). ${paste}`
  if (status === 403 || status === 451) return `The site does not show this page to programs (${status}). ${paste}`
  return `The site answers ${status}, which is no page. ${paste}`
}
