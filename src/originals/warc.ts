import { createHash, randomUUID } from 'node:crypto'
import { STATUS_CODES } from 'node:http'
import { Readable } from 'node:stream'
import zlib from 'node:zlib'
import type { Exchange, Header } from '../fetching/fetch.ts'

/** An original as it goes into an archive. */
export type Archived = {
  bytes: Uint8Array
  sha256: string
  at: Date
  mediaType: string | null
  exchange: Exchange | undefined
  /** Its address on this desk, which stands for what was not fetched. */
  here: string
  /** What the desk knows of it, beside. */
  facts: Header[]
}

/** The beginning of an archive: what wrote it. */
export function warcInfo(software: string): AsyncIterable<Uint8Array> {
  return record('warcinfo', new Date(), [], 'application/warc-fields', [
    fields([
      ['software', software],
      ['format', 'WARC File Format 1.1'],
    ]),
  ])
}

/**
 * An original by WARC 1.1, each record a gzip member of its own, so that several can stand one after another. It comes
 * in pieces, since an original may be large.
 */
export async function* warcRecords({
  bytes,
  at,
  mediaType,
  exchange,
  here,
  facts,
  ...original
}: Archived): AsyncGenerator<Uint8Array> {
  const id = newId()
  const target: Header = ['WARC-Target-URI', exchange?.url ?? here]
  const digest: Header = ['WARC-Payload-Digest', digestOf(bytes)]
  const about: Header = ['WARC-Refers-To', id]
  const metadata = fields([['sha256', original.sha256], ['kept-at', here], ...facts])
  if (exchange) {
    const response = [Buffer.from(answered(exchange, bytes.length)), bytes]
    yield* record('response', at, [target, digest], 'application/http; msgtype=response', response, id)
    const request = [Buffer.from(asked(exchange))]
    yield* record('request', at, [target, ['WARC-Concurrent-To', id]], 'application/http; msgtype=request', request)
  } else {
    yield* record('resource', at, [target, digest], mediaType ?? 'application/octet-stream', [bytes], id)
  }
  yield* record('metadata', at, [target, about], 'application/warc-fields', [metadata])
}

function record(
  type: string,
  at: Date,
  more: Header[],
  contentType: string,
  block: Uint8Array[],
  id = newId(),
): AsyncIterable<Uint8Array> {
  const head = lines([
    ['WARC-Type', type],
    ['WARC-Record-ID', id],
    ['WARC-Date', at.toISOString()],
    ...more,
    ['WARC-Block-Digest', digestOf(...block)],
    ['Content-Type', contentType],
    ['Content-Length', String(block.reduce((length, piece) => length + piece.length, 0))],
  ])
  const pieces = [Buffer.from(`WARC/1.1\r\n${head}\r\n`), ...block, Buffer.from('\r\n\r\n')]
  return Readable.from(pieces).pipe(zlib.createGzip())
}

/** The bytes are unpacked and whole, so that what was said of their packing no longer holds. */
function answered({ status, headers }: Exchange, length: number): string {
  const said = headers.map(([name, value]): Header =>
    ofTransfer.has(name) ? [`x-archive-orig-${name}`, value] : [name, value],
  )
  return `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}\r\n${lines([...said, ['content-length', String(length)]])}\r\n`
}

const ofTransfer = new Set(['content-encoding', 'transfer-encoding', 'content-length'])

function asked({ url, requestHeaders }: Exchange): string {
  const { pathname, search, host } = new URL(url)
  return `GET ${pathname}${search} HTTP/1.1\r\n${lines([['host', host], ...requestHeaders])}\r\n`
}

function fields(pairs: Header[]): Buffer {
  return Buffer.from(lines(pairs))
}

function lines(pairs: Header[]): string {
  return pairs.map(([name, value]) => `${name}: ${value.replaceAll(/\s+/g, ' ').trim()}\r\n`).join('')
}

function newId(): string {
  return `<urn:uuid:${randomUUID()}>`
}

function digestOf(...pieces: Uint8Array[]): string {
  const hash = createHash('sha256')
  for (const piece of pieces) hash.update(piece)
  return `sha256:${base32(hash.digest())}`
}

/** As WARC's digests are written: RFC 4648, without padding. */
function base32(bytes: Uint8Array): string {
  const bits = Array.from(bytes, (byte) => byte.toString(2).padStart(8, '0')).join('')
  return (bits.match(/.{1,5}/g) ?? [])
    .map((five) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'[Number.parseInt(five.padEnd(5, '0'), 2)] ?? '')
    .join('')
}
