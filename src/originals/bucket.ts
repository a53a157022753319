import { AwsClient } from 'aws4fetch'
import { DOMParser } from 'linkedom'
import type { Bucket } from '../config.ts'
import { isHash, type Listed, NotKept, type Store } from './store.ts'

/** In milliseconds. What is asked within a transaction must end long before the transaction does. */
const limits = { bytes: 60_000, other: 8000, within: 2000 }
const tries = 3
/** More than any original has. */
const mostBytes = 64_000_000

/** Objects in a bucket of any store that speaks S3, such as `3f/9a…` below the bucket's address. */
export function bucketStore({ address, region, key, secret }: Bucket): Store {
  const client = new AwsClient({
    accessKeyId: key,
    secretAccessKey: secret,
    region,
    service: 's3',
    retries: tries - 1,
    initRetryMs: 200,
  })
  const { bucket, prefix } = partsOf(address)
  const addressOf = (sha256: string) => `${bucket}/${prefix}${sha256.slice(0, 2)}/${sha256.slice(2)}`
  const ask = async (url: string, init: RequestInit = {}, limit = limits.other): Promise<Response> => {
    try {
      // What is signed for this store is sent to no other.
      return await client.fetch(url, { ...init, redirect: 'manual', signal: AbortSignal.timeout(limit) })
    } catch (error) {
      throw new NotAnswered('can’t be reached', { cause: error })
    }
  }
  const page = async (beginning: string, after = '') => {
    const query = new URLSearchParams({ 'list-type': '2', prefix: beginning, 'start-after': after })
    const answer = await ask(`${bucket}?${query}`)
    if (!answer.ok) throw await asRefused(answer)
    return answer.text()
  }
  const unheard = (told: string, error: unknown): NotKept => {
    const why = error instanceof NotAnswered ? error.message : 'breaks off'
    const cause = new Error(`The store for originals is ${address}`, { cause: error })
    return new NotKept(`${told}: the store for originals ${why}`, { why: 'away', cause })
  }
  const mend = 'Ask the people who run this desk to look at ORIGINALS_BUCKET, and try again'

  return {
    // Whole or not at all, and refused if it is not what its hash says: a store shows no half of an object.
    async put(sha256, bytes) {
      const body = Uint8Array.from(bytes)
      const headers = { 'X-Amz-Content-Sha256': sha256, 'Content-Type': 'application/octet-stream' }
      try {
        const answer = await ask(addressOf(sha256), { method: 'PUT', headers, body }, limits.bytes)
        if (!answer.ok) throw await asRefused(answer)
        await answer.body?.cancel()
      } catch (error) {
        const { message, cause } = unheard('The original can’t be kept', error)
        throw new NotKept(`${message}. Nothing was imported. ${mend}`, { why: 'away', cause })
      }
    },
    async has(sha256) {
      try {
        const answer = await ask(addressOf(sha256), { method: 'HEAD' }, limits.within)
        if (!answer.ok && answer.status !== 404) throw await asRefused(answer)
        return answer.ok
      } catch (error) {
        throw unheard('The original can’t be kept', error)
      }
    },
    async get(sha256) {
      try {
        const answer = await ask(addressOf(sha256), {}, limits.bytes)
        if (answer.ok) return await bytesOf(answer)
        const refused = await asRefused(answer)
        if (refused.code === 'NoSuchKey') return undefined
        throw refused
      } catch (error) {
        throw unheard('The original can’t be read', error)
      }
    },
    async *list() {
      for (let after = ''; ;) {
        const some = objectsIn(
          await page(prefix, after).catch((error: unknown) => {
            throw unheard('Originals can’t be listed', error)
          }),
        )
        for (const { name, at } of some) {
          const sha256 = name.startsWith(prefix) ? asHash(name.slice(prefix.length)) : undefined
          if (sha256 !== undefined) yield { sha256, at } satisfies Listed
        }
        const last = some.at(-1)
        if (!last) return
        // By bytes, as stores order names. Asked again, it would answer the same for ever.
        if (Buffer.compare(Buffer.from(last.name), Buffer.from(after)) <= 0) {
          throw unheard(
            'Originals can’t be listed',
            new NotAnswered('lists the same again, whatever name is to come after'),
          )
        }
        after = last.name
      }
    },
    async remove(sha256) {
      try {
        const answer = await ask(addressOf(sha256), { method: 'DELETE' })
        if (!answer.ok && answer.status !== 404) throw await asRefused(answer)
        await answer.body?.cancel()
      } catch (error) {
        throw unheard('The original can’t be removed', error)
      }
    },
    // A store shows an object whole or not at all.
    removeHalves: () => Promise.resolve(0),
    async reach() {
      // Nothing has such a name, so that the answer is short.
      await page(`${prefix}incoming/`).catch((error: unknown) => {
        throw unheard('No original can be kept or read', error)
      })
    },
  }
}

/** It did not answer, or not as it should: the end of a sentence about the store. */
class NotAnswered extends Error {
  readonly code: string | undefined

  constructor(end: string, { code, ...options }: { code?: string | undefined; cause?: unknown } = {}) {
    super(end, options)
    this.code = code
  }
}

async function asRefused(answer: Response): Promise<NotAnswered> {
  const code = /<Code>(\w{1,100})<\/Code>/.exec((await answer.text()).slice(0, 10_000))?.[1]
  const said = [String(answer.status), code ?? []].flat().join(', ')
  return new NotAnswered(answer.status === 403 ? `refuses this desk (${said})` : `answers ${said}`, { code })
}

async function bytesOf(answer: Response): Promise<Uint8Array> {
  const pieces: Uint8Array[] = []
  let length = 0
  for await (const piece of answer.body ?? []) {
    length += piece.length
    if (length > mostBytes) throw new NotAnswered('sends more than was kept')
    pieces.push(piece)
  }
  return Buffer.concat(pieces)
}

/** The address of the bucket, which is the first part of its path, and what stands before the names of objects. */
function partsOf(address: string): { bucket: string; prefix: string } {
  const { origin, pathname } = new URL(address)
  const [bucket = '', ...folders] = pathname.split('/').filter(Boolean)
  return { bucket: `${origin}/${bucket}`, prefix: folders.map((one) => `${one}/`).join('') }
}

function objectsIn(list: string): { name: string; at: Date }[] {
  const { documentElement } = new DOMParser().parseFromString(list, 'text/xml')
  const found = documentElement as unknown as Element | null
  return [...(found?.querySelectorAll('Contents') ?? [])].map((one) => ({
    name: one.querySelector('Key')?.textContent ?? '',
    at: new Date(one.querySelector('LastModified')?.textContent ?? 0),
  }))
}

function asHash(name: string): string | undefined {
  const sha256 = name[2] === '/' ? name.slice(0, 2) + name.slice(3) : ''
  return isHash(sha256) ? sha256 : undefined
}
