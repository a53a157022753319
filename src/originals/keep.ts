import type { Database, Db } from '../database/connect.ts'
import type { Exchange } from '../fetching/fetch.ts'
import { hashOf } from './hash.ts'
import { NotKept, type Store } from './store.ts'

export { hashOf } from './hash.ts'

/** What came in, and what was said of it by whoever sent it. */
export type Came = { bytes: Uint8Array; exchange?: Exchange }

/** Bytes that are in the store, or go into the database with their row. */
export type Kept = {
  store: Store | undefined
  bytes: Uint8Array
  row: { sha256: string; size: number; name: string; mediaType: string | null; url: string | null }
  exchange: Exchange | undefined
}

/** Brings bytes to where originals are kept, before the transaction that stores their row. Throws NotKept. */
export async function keep(
  store: Store | undefined,
  { bytes, name, exchange }: Came & { name: string },
): Promise<Kept> {
  const sha256 = hashOf(bytes)
  await store?.put(sha256, bytes)
  const mediaType = exchange?.headers.find(([field]) => field === 'content-type')?.[1] ?? null
  return { store, bytes, exchange, row: { sha256, size: bytes.length, name, mediaType, url: exchange?.url ?? null } }
}

/** Stores the row of what was kept, with what it belongs to or not at all. Its number. */
export async function writeOriginal(
  tx: Db,
  of: { versionId: number } | { snapshotId: number } | { ofId: number },
  kept: Kept | undefined,
): Promise<number | undefined> {
  if (!kept) return undefined
  const { store, bytes, exchange, row } = kept
  await lockHash(tx, row.sha256)
  // Kept by somebody before, it may have been removed since `keep` saw it. Nothing is sent within a transaction.
  if (store && !(await store.has(row.sha256))) {
    throw new NotKept('The original was removed by somebody else meanwhile. Nothing was imported. Try again', {
      why: 'away',
    })
  }
  if (!store) {
    const data = [{ sha256: row.sha256, bytes: Uint8Array.from(bytes) }]
    await tx.originalBytes.createMany({ data, skipDuplicates: true })
  }
  const data = { ...row, ...of, ...(exchange && { exchange }) }
  return (await tx.original.create({ data, select: { id: true } })).id
}

/**
 * Removes bytes from wherever they are kept unless an original names them. Called after the row that named them is gone
 * for good. Says whether they were removed.
 */
export function removeUnnamed(db: Database, store: Store | undefined, sha256: string): Promise<boolean> {
  return db.$transaction(async (tx) => {
    await lockHash(tx, sha256)
    if ((await tx.original.count({ where: { sha256 } })) > 0) return false
    await tx.originalBytes.deleteMany({ where: { sha256 } })
    await store?.remove(sha256)
    return true
  })
}

/** Whoever holds it may count on it that these bytes are not removed. */
async function lockHash(tx: Db, sha256: string): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('original ' || ${sha256}::text, 0))`
}

/**
 * Brings bytes that an original names to another place; undefined stands for the database. False if nothing names them
 * any more. Throws NotKept.
 */
export async function copyKept(
  db: Database,
  to: Store | undefined,
  sha256: string,
  bytes: Uint8Array,
): Promise<boolean> {
  // Before the transaction, which ends before a slow line does. What nothing names any more is swept.
  await to?.put(sha256, bytes)
  return db.$transaction(async (tx) => {
    await lockHash(tx, sha256)
    if ((await tx.original.count({ where: { sha256 } })) === 0) return false
    const data = { bytes: Uint8Array.from(bytes) }
    if (to) {
      if (!(await to.has(sha256))) throw new NotKept('It was removed by somebody else meanwhile', { why: 'away' })
    } else await tx.originalBytes.upsert({ where: { sha256 }, create: { sha256, ...data }, update: data })
    return true
  })
}

/**
 * The bytes under a hash, proved to be the same as when they were kept; with `only`, from the store and nowhere else.
 * Throws NotKept.
 */
export async function readKept(
  db: Db,
  store: Store | undefined,
  sha256: string,
  { only = false } = {},
): Promise<Uint8Array> {
  const isRight = (bytes: Uint8Array | undefined) => bytes !== undefined && hashOf(bytes) === sha256
  const stored = await fromStore(store, sha256)
  if (stored instanceof Uint8Array && isRight(stored)) return stored
  // What was kept before there was a store is still in the database.
  const looksOn = !store || !only
  const inDatabase = looksOn ? (await db.originalBytes.findUnique({ where: { sha256 } }))?.bytes : undefined
  if (inDatabase && isRight(inDatabase)) return inDatabase
  if (stored instanceof NotKept) throw stored
  const sentence =
    stored || inDatabase
      ? 'The original was damaged after it was kept: its hash is another'
      : 'The original is missing from where originals are kept'
  throw new NotKept(`${sentence}. Look for it in a backup`, { why: 'lost' })
}

async function fromStore(store: Store | undefined, sha256: string): Promise<Uint8Array | NotKept | undefined> {
  try {
    return await store?.get(sha256)
  } catch (error) {
    if (error instanceof NotKept) return error
    throw error
  }
}
