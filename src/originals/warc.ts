import { createHash, randomUUID } from 'node:crypto'
import { STATUS_CODES } from 'node:http'
import { promisify } from 'node:util'
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

const gzip = promisify(zlib.gzip)

/** The beginning of an archive: what wrote it. */
export function warcInfo(software: string): Promise<Buffer> {
  return record(
    'warcinfo',
    new Date(),
    [],
    'application/warc-fields',
    fields([
      ['software', software],
      ['format', 'WARC File Format 1.1'],
    ]),
  )
}

/** An original by WARC 1.1, each record a gzip member of its own, so that several can stand one after another. */
export async function warcRecords({
  bytes,
  at,
  mediaType,
  exchange,
  here,
  facts,
  ...original
}: Archived): Promise<Buffer> {
  const id = newId()
  const target: Header = ['WARC-Target-URI', exchange?.url ?? here]
  const digest: Header = ['WARC-Payload-Digest', digestOf(bytes)]
  const about: Header = ['WARC-Refers-To', id]
  const metadata = fields([['sha256', original.sha256], ['kept-at', here], ...facts])
  const meant = await record('metadata', at, [target, about], 'application/warc-fields', metadata)
  if (!exchange) {
    const type = mediaType ?? 'application/octet-stream'
    return Buffer.concat([await record('resource', at, [target, digest], type, bytes, id), meant])
  }
  const response = Buffer.concat([Buffer.from(answered(exchange, bytes.length)), bytes])
  const request = Buffer.from(asked(exchange))
  return Buffer.concat([
    await record('response', at, [target, digest], 'application/http; msgtype=response', response, id),
    await record('request', at, [target, ['WARC-Concurrent-To', id]], 'application/http; msgtype=request', request),
    meant,
  ])
}

function record(
  type: string,
  at: Date,
  more: Header[],
  contentType: string,
  block: Uint8Array,
  id = newId(),
): Promise<Buffer> {
  const head = lines([
    ['WARC-Type', type],
    ['WARC-Record-ID', id],
    ['WARC-Date', at.toISOString()],
    ...more,
    ['WARC-Block-Digest', digestOf(block)],
    ['Content-Type', contentType],
    ['Content-Length', String(block.length)],
  ])
  return gzip(Buffer.concat([Buffer.from(`WARC/1.1\r\n${head}\r\n`), block, Buffer.from('\r\n\r\n')]))
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

function digestOf(bytes: Uint8Array): string {
  return `sha256:${base32(createHash('sha256').update(bytes).digest())}`
}

/** As WARC's digests are written: RFC 4648, without padding. */
function base32(bytes: Uint8Array): string {
  const bits = Array.from(bytes, (byte) => byte.toString(2).padStart(8, '0')).join('')
  return (bits.match(/.{1,5}/g) ?? [])
    .map((five) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'[Number.parseInt(five.padEnd(5, '0'), 2)] ?? '')
    .join('')
}
