import { randomUUID } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { Config } from '../../config.ts'
import type { Database } from '../../database/connect.ts'
import { bucketStore } from '../../originals/bucket.ts'
import { folderStore } from '../../originals/folder.ts'
import { readKept } from '../../originals/keep.ts'
import { isWholeIn, moveOriginals } from '../../originals/move.ts'
import { listOriginals, recordsOf } from '../../originals/queries.ts'
import { NotKept, type Store } from '../../originals/store.ts'
import { storeOf } from '../../originals/stores.ts'
import { listUnnamed, sweep } from '../../originals/sweep.ts'
import { warcInfo } from '../../originals/warc.ts'
import { formatCount } from '../../words/dates.ts'
import { withDatabase } from '../database.ts'
import { Failure } from '../failure.ts'

/** Writes all originals to one archive (WARC 1.1). The file appears only when the archive is complete. */
export async function exportOriginals(file: string): Promise<void> {
  await withDatabase(async (db, config) => {
    if (fs.existsSync(file)) throw new Failure(`${file} already exists. Name another file.`)
    const part = `${file}.${randomUUID()}.part`
    const counted = { count: 0 }
    try {
      await pipeline(allRecords(db, config, counted), fs.createWriteStream(part, { flags: 'wx', mode: 0o600 }))
      await fs.promises.rename(part, file)
    } catch (error) {
      await fs.promises.rm(part, { force: true }).catch(() => undefined)
      if (!(error instanceof Error && 'syscall' in error)) throw error
      throw new Failure(`${file} can’t be written: ${error.message}.`)
    }
    console.log(`${formatCount(counted.count, 'original')} written to ${file}.`)
  })
}

async function* allRecords(
  db: Database,
  { baseUrl, ...config }: Config,
  counted: { count: number },
): AsyncGenerator<Uint8Array> {
  const store = await reached(storeOf(config))
  yield* warcInfo(`On Record, ${baseUrl}`)
  for await (const one of listOriginals(db)) {
    const records = await recordsOf(db, { store, baseUrl }, one.id).catch((error: unknown) => nameLost(one, error))
    if (!records) continue
    yield* records
    counted.count++
  }
}

/** Reads each original and compares it with its hash. */
export async function checkOriginals(): Promise<void> {
  await withDatabase(async (db, config) => {
    const store = await reached(storeOf(config))
    const counts = { intact: 0, inDatabase: 0 }
    for await (const one of listOriginals(db)) {
      const isInStore = store !== undefined && (await isWholeIn(db, store, one.sha256).catch(() => false))
      if (!isInStore && !(await readKept(db, store, one.sha256).catch((error: unknown) => nameLost(one, error))))
        continue
      counts.intact++
      if (store && !isInStore) counts.inDatabase++
    }
    const only = counts.inDatabase > 0 ? ` Still in the database only: ${counts.inDatabase}.` : ''
    console.log(`${formatCount(counts.intact, 'original')} intact.${only}`)
  })
}

function nameLost({ id, sha256 }: { id: number; sha256: string }, error: unknown): undefined {
  if (!(error instanceof NotKept)) throw error
  console.error(`Original ${id} (${sha256}): ${error.message}.`)
  process.exitCode = 1
}

/** Copies all originals to where this desk keeps them now. */
export async function moveTheOriginals({ from }: { from: string }): Promise<void> {
  await withDatabase(async (db, config) => {
    const [former, to] = [formerStore(from, config), storeOf(config)]
    const counts = { copied: 0, there: 0, lost: 0 }
    try {
      for await (const one of moveOriginals(db, { from: former, to })) {
        counts[one.became]++
        if (one.became === 'lost') console.error(`${one.sha256}: ${one.problem.message}.`)
      }
    } catch (error) {
      if (error instanceof NotKept) throw new Failure(`${error.message}.`)
      throw error
    }
    const found = `${formatCount(counts.copied, 'original')} copied, ${counts.there} already there.`
    if (counts.lost > 0) throw new Failure(`${found} Not copied: ${counts.lost}.`)
    console.log(`${found} Nothing was removed from the old place.`)
  })
}

/** Where the originals were before; undefined for the database. */
function formerStore(from: string, { bucketKeys }: Config): Store | undefined {
  if (from === 'database') return undefined
  if (!/^https?:/.test(from)) {
    if (fs.existsSync(from)) return folderStore(path.resolve(from))
    throw new Failure(`${from} does not exist. Name a directory, the address of a bucket, or “database”.`)
  }
  if (bucketKeys) return bucketStore({ address: from, ...bucketKeys })
  throw new Failure('Set ORIGINALS_BUCKET_KEY and ORIGINALS_BUCKET_SECRET, the bucket’s credentials.')
}

/** Checked once, so that not every original reports the same failure. Throws Failure. */
async function reached(store: Store | undefined, to: 'read' | 'write' = 'read'): Promise<Store | undefined> {
  await store?.reach(to).catch((error: unknown) => {
    throw error instanceof NotKept ? new Failure(`${error.message}.`) : error
  })
  return store
}

/** Lists stored files that no original uses, and removes them with `remove`. */
export async function sweepOriginals({ remove = false }: { remove?: boolean }): Promise<void> {
  await withDatabase(async (db, config) => {
    const store = await reached(storeOf(config), remove ? 'write' : 'read')
    const readsOnly = remove && (await isReadOnly(db))
    const counts = { unnamed: 0, old: 0, removed: 0 }
    for await (const one of listUnnamed(db, store)) {
      const kept = one.at ? `in the store since ${one.at.toISOString()}` : 'in the database'
      const isRemoved = remove && !readsOnly && (await sweep(db, store, one))
      console.log(`${one.sha256}  ${kept}${isRemoved ? ', removed' : ''}`)
      counts.unnamed++
      if (one.isOld) counts.old++
      if (isRemoved) counts.removed++
    }
    const found = `Not used by this database: ${counts.unnamed}, of which older than a day: ${counts.old}.`
    if (readsOnly) throw new Failure(`The database is read-only, and nothing was removed. ${found}`)
    if (remove) return console.log(`${found} Removed: ${counts.removed}.`)
    const beware = 'Before you remove them (--remove), make sure that no other desk keeps its originals there.'
    console.log(counts.old > 0 ? `${found} ${beware}` : found)
  })
}

/** True for a standby or a copy: what it does not use may be used by the database that it was copied from. */
async function isReadOnly(db: Database): Promise<boolean> {
  const rows = await db.$queryRaw<{ readsOnly: boolean }[]>`
    SELECT current_setting('transaction_read_only')::boolean AS "readsOnly"`
  return rows[0]?.readsOnly ?? true
}
