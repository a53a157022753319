import { promisify } from 'node:util'
import zlib from 'node:zlib'
import compression from 'compression'
import type { Request, RequestHandler } from 'express'
import { isPersonal } from './for-whom.ts'

const brotli = promisify(zlib.brotliCompress)
const gzip = promisify(zlib.gzip)

/** The best first: browsers say which of them they can read. */
const encodings = ['br', 'gzip'] as const
type Encoding = (typeof encodings)[number]

/** Content that is cached and sent many times; each compressed form is made when somebody first asks for it. */
export type Packable = {
  body: Buffer
  packed: Partial<Record<Encoding, Promise<Buffer>>>
  /** The size of the compressed forms made so far. */
  packedBytes: number
}

/** Anything smaller fits into one packet either way. */
const leastBytes = 1024

/**
 * Compresses answers as they are sent. Personal pages are not compressed: their compressed size would reveal whether a
 * page contains the same words as its address, and they contain secrets. Nor are annotations, whose ETags stand for
 * exact bytes.
 */
export function compressAnswers(): RequestHandler {
  return compression({
    threshold: leastBytes,
    filter: (req, res) =>
      !isPersonal(res) && !req.originalUrl.startsWith('/annotations') && compression.filter(req, res),
  })
}

/** The best form that this browser can read. */
export async function packFor(req: Request, content: Packable): Promise<{ body: Buffer; encoding?: Encoding }> {
  const { body, packed } = content
  const encoding = body.length < leastBytes ? undefined : encodings.find((name) => req.acceptsEncodings(name))
  if (!encoding) return { body }
  packed[encoding] ??= pack(content, encoding)
  return { body: await packed[encoding], encoding }
}

async function pack(content: Packable, encoding: Encoding): Promise<Buffer> {
  const { body } = content
  const made = await (encoding === 'br' ? packWithBrotli(body) : gzip(body, { level: 9 }))
  content.packedBytes += made.length
  return made
}

/** Three quarters of the best compression, at a tenth of the time. */
function packWithBrotli(body: Buffer): Promise<Buffer> {
  const params = { [zlib.constants.BROTLI_PARAM_QUALITY]: 8, [zlib.constants.BROTLI_PARAM_SIZE_HINT]: body.length }
  return brotli(body, { params })
}
