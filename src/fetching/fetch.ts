import dns from 'node:dns'
import net from 'node:net'
import { Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import zlib from 'node:zlib'
import type { Agent, Dispatcher } from 'undici'
import { type Allowed, isPublic } from './public-address.ts'

/** Why an address was not fetched, and what to do: a sentence for the person who named it. */
export class NotFetched extends Error {
  /** It may go better later. */
  readonly isPassing: boolean

  constructor(sentence: string, { isPassing = false } = {}) {
    super(sentence)
    this.isPassing = isPassing
  }
}

/** How the desk asks other servers. */
export type Fetching = {
  /** Networks inside that may be asked. */
  allowed: Allowed
  userAgent: string
  /** In place of the system's, in tests. */
  resolve?: typeof dns.lookup
}

/** A header field: its name in lower case, and its value. */
export type Header = [name: string, value: string]

/** What was asked and answered, to be kept with the bytes. */
export type Exchange = {
  /** The address that was asked first. */
  asked: string
  /** Where the last redirect led. */
  url: string
  status: number
  requestHeaders: Header[]
  /** As the server sent them, though the bytes are unpacked. */
  headers: Header[]
}

export type Fetched = {
  /** Where the last redirect led. */
  url: string
  status: number
  bytes: Uint8Array
  mediaType: string | undefined
  /** For asking again only for what changed since. */
  etag: string | undefined
  lastModified: string | undefined
  exchange: Exchange
}

type Asked = {
  etag?: string
  lastModified?: string
  accept?: string
  mostBytes?: number
  /** Asked before each redirect is followed; throws NotFetched where it may not be. */
  judge?: (url: URL) => Promise<void>
}

const mostBytes = 50_000_000
const mostRedirects = 5
/** In milliseconds: for the whole, for the connection, and for each wait. */
const limits = { whole: 20_000, connection: 5000, wait: 8000 }
const mostHeaderBytes = 32_768
const publicPorts = new Set(['', '80', '443', '8080', '8443'])
const inside = /(?:^|\.)(?:localhost|local|internal|intranet|lan|home\.arpa|onion|test|invalid)\.?$/i
const pages = 'text/html, application/xhtml+xml, application/pdf, application/xml;q=0.9, */*;q=0.5'

/**
 * Fetches what a stranger may have named. Only public addresses are asked, checked where the socket connects, and anew
 * after each redirect; size counts after unpacking. Throws NotFetched with a sentence.
 */
export async function fetchPublic(address: string, fetching: Fetching, asked: Asked = {}): Promise<Fetched> {
  const agent = await agentFor(fetching)
  try {
    return await follow(checkAddress(address, fetching), agent, fetching, asked)
  } catch (error) {
    throw asNotFetched(error)
  } finally {
    agent.destroy().catch(() => undefined)
  }
}

async function follow(first: URL, agent: Agent, fetching: Fetching, asked: Asked): Promise<Fetched> {
  const signal = AbortSignal.timeout(limits.whole)
  let url = first
  for (let redirects = 0; ; redirects++) {
    const requestHeaders = headersFor(url, first, fetching, asked)
    const { request } = await import('undici')
    const answer = await request(url, { dispatcher: agent, signal, headers: requestHeaders })
    // Without a listener, a body that is given up ends the whole process.
    answer.body.on('error', () => undefined)
    const location = one(answer.headers['location'])
    if (![301, 302, 303, 307, 308].includes(answer.statusCode) || location === undefined) {
      const exchange = {
        asked: first.href,
        url: url.href,
        status: answer.statusCode,
        requestHeaders: Object.entries(requestHeaders),
        headers: listHeaders(answer.headers),
      }
      return { url: url.href, exchange, ...(await readAnswer(answer, asked.mostBytes ?? mostBytes)) }
    }
    answer.body.destroy()
    if (redirects >= mostRedirects) throw new NotFetched('The address redirects too many times')
    const next = checkAddress(URL.parse(location, url)?.href ?? location, fetching)
    if (url.protocol === 'https:' && next.protocol === 'http:') {
      throw new NotFetched('The address redirects from https to http, where anybody can change the page')
    }
    await asked.judge?.(next)
    url = next
  }
}

/** What a cookie was set to may let others in, wherever the headers are shown or sent: only that one was set is kept. */
function listHeaders(headers: Dispatcher.ResponseData['headers']): Header[] {
  return Object.entries(headers).flatMap(([name, value]) =>
    [value ?? []].flat().map((one): Header => [name, /^set-cookie2?$/.test(name) ? 'not kept' : one]),
  )
}

function headersFor(
  url: URL,
  first: URL,
  { userAgent }: Fetching,
  { etag, lastModified, accept }: Asked,
): Record<string, string> {
  const isSame = url.origin === first.origin
  return {
    'user-agent': userAgent,
    accept: accept ?? pages,
    'accept-encoding': 'gzip, br',
    ...(etag !== undefined && isSame && { 'if-none-match': etag }),
    ...(lastModified !== undefined && isSame && { 'if-modified-since': lastModified }),
  }
}

async function readAnswer(
  { statusCode: status, headers, body }: Dispatcher.ResponseData,
  most: number,
): Promise<Omit<Fetched, 'url' | 'exchange'>> {
  const said = {
    status,
    mediaType: one(headers['content-type']),
    etag: one(headers['etag']),
    lastModified: one(headers['last-modified']),
  }
  if (status === 304 || status === 204) {
    body.destroy()
    return { ...said, bytes: new Uint8Array() }
  }
  const tooLarge = () => new NotFetched(`It is larger than ${Math.round(most / 1_000_000)} MB`)
  if (Number(one(headers['content-length']) ?? 0) > most) {
    body.destroy()
    throw tooLarge()
  }
  const pieces: Buffer[] = []
  let length = 0
  const keep = new Writable({
    write(piece: Buffer, _encoding, done) {
      length += piece.length
      pieces.push(piece)
      done(length > most ? tooLarge() : null)
    },
  })
  const unpack = unpacker(one(headers['content-encoding']))
  if (unpack === 'unknown') {
    body.destroy()
    throw new NotFetched('The site sends this page compressed in a way that this desk does not read')
  }
  await (unpack ? pipeline(body, unpack, keep) : pipeline(body, keep))
  return { ...said, bytes: Buffer.concat(pieces) }
}

/** Undefined for what is not packed. Packed twice is a way to make much of little. */
function unpacker(coding = 'identity'): zlib.Gunzip | zlib.BrotliDecompress | 'unknown' | undefined {
  switch (coding.trim().toLowerCase()) {
    case 'identity':
    case '':
      return undefined
    case 'gzip':
    case 'x-gzip':
      return zlib.createGunzip()
    case 'br':
      return zlib.createBrotliDecompress()
    case 'deflate':
      return zlib.createInflate()
    default:
      return 'unknown'
  }
}

function checkAddress(address: string, { allowed }: Fetching): URL {
  const url = URL.parse(address.trim())
  if (!url || !/^https?:$/.test(url.protocol)) throw new NotFetched('Copy the whole address, beginning with https://')
  if (url.username !== '' || url.password !== '') {
    throw new NotFetched('There is a name or a password in the address. Take it out')
  }
  const host = url.hostname.replace(/^\[|\]$/g, '')
  const isLiteral = net.isIP(host) !== 0
  if (isLiteral && allowed(host)) return withoutHash(url)
  // A literal is never looked up, so it is judged here.
  if ((isLiteral && !isPublic(host)) || (inside.test(host) && !isAllowedName(host, allowed))) throw isInside(host)
  if (!publicPorts.has(url.port) && !isAllowedName(host, allowed)) {
    throw new NotFetched(`Port ${url.port} is not one that web pages use`)
  }
  return withoutHash(url)
}

/** A name of the inside counts as allowed where any address inside is; which one it leads to is judged when it is asked. */
function isAllowedName(host: string, allowed: Allowed): boolean {
  return host === 'localhost' && (allowed('127.0.0.1') || allowed('::1'))
}

function withoutHash(url: URL): URL {
  url.hash = ''
  return url
}

function isInside(host: string): NotFetched {
  return new NotFetched(`${host} is not on the public internet. The desk fetches nothing from inside your network`)
}

/** The name is asked once, and the socket connects to the very address that was judged. */
async function agentFor({ allowed, resolve = dns.lookup }: Fetching): Promise<Agent> {
  const { Agent } = await import('undici') // when the first page is fetched: it is large
  const lookup: net.LookupFunction = (host, options, done) => {
    resolve(host, { ...options, all: true }, (error, found) => {
      if (error) return done(error, '', 0)
      const isGood = found.length > 0 && found.every(({ address }) => isPublic(address) || allowed(address))
      const [first] = found
      if (!isGood || !first) return done(isInside(host), '', 0)
      if (options.all) done(null, found)
      else done(null, first.address, first.family)
    })
  }
  return new Agent({
    connect: { lookup, timeout: limits.connection, maxCachedSessions: 0 },
    headersTimeout: limits.wait,
    bodyTimeout: limits.wait,
    maxHeaderSize: mostHeaderBytes,
    connections: 1,
    pipelining: 0,
  })
}

function one(value: string | string[] | undefined): string | undefined {
  return Array.isArray(value) ? value[0] : value
}

/** What went wrong on the way, as a sentence. */
function asNotFetched(error: unknown): NotFetched {
  const causes = [error, error instanceof Error ? error.cause : undefined]
  const known = causes.find((one) => one instanceof NotFetched)
  if (known) return known
  const code = causes.map((one) => (one as { code?: unknown } | undefined)?.code).find((one) => typeof one === 'string')
  const name = error instanceof Error ? error.name : ''
  const isSlow = name === 'TimeoutError' || /TIMEOUT|ETIMEDOUT/.test(String(code))
  if (isSlow) return passing('The site does not answer')
  if (code === 'EAI_AGAIN') return passing('The site’s name can’t be looked up')
  if (code === 'ENOTFOUND') return new NotFetched('There is no such site. Look at the address')
  if (code === 'ECONNREFUSED' || code === 'EHOSTUNREACH' || code === 'ENETUNREACH') {
    return passing('The site can’t be reached')
  }
  if (/CERT|TLS|SSL/.test(String(code))) return new NotFetched('The site’s certificate is not valid')
  return new NotFetched('The site’s answer breaks off, or is not one that a browser would accept', { isPassing: true })
}

/** What may go better later. */
export function passing(sentence: string, when = 'later'): NotFetched {
  return new NotFetched(`${sentence}. Try again ${when}`, { isPassing: true })
}
