import fs from 'node:fs'
import { once } from 'node:events'
import { finished } from 'node:stream/promises'
import type { Database } from '../../database/connect.ts'
import { readKept } from '../../originals/keep.ts'
import { archiveOriginal, listOriginals } from '../../originals/queries.ts'
import { NotKept, type Store } from '../../originals/store.ts'
import { storeOf } from '../../originals/stores.ts'
import { warcInfo } from '../../originals/warc.ts'
import { formatCount } from '../../words/dates.ts'
import { withDatabase } from '../database.ts'
import { Failure } from '../failure.ts'

/** Writes all originals to one archive, by WARC 1.1. */
export async function exportOriginals(file: string): Promise<void> {
  await withDatabase(async (db, { baseUrl, ...config }) => {
    const archive = fs.createWriteStream(file, { flags: 'wx', mode: 0o600 })
    await once(archive, 'open').catch((error: unknown) => {
      throw new Failure(`${file} can’t be written: ${error instanceof Error ? error.message : String(error)}.`)
    })
    const write = async (bytes: Buffer) => archive.write(bytes) || (await once(archive, 'drain'))
    await write(await warcInfo(`On Record, ${baseUrl}`))
    const store = storeOf(config)
    const count = await eachWhole(db, async ({ id }) => write(await archiveOriginal(db, store, id, baseUrl)))
    archive.end()
    await finished(archive)
    console.log(`${formatCount(count, 'original')} written to ${file}.`)
  })
}

/** Reads each original and compares it with its hash. */
export async function checkOriginals(): Promise<void> {
  await withDatabase(async (db, config) => {
    const store: Store | undefined = storeOf(config)
    const count = await eachWhole(db, ({ sha256 }) => readKept(db, store, sha256))
    console.log(`${formatCount(count, 'original')} whole.`)
  })
}

/** Counts those that it goes well with; the others are named. */
async function eachWhole(
  db: Database,
  work: (one: { id: number; sha256: string }) => Promise<unknown>,
): Promise<number> {
  let count = 0
  for await (const one of listOriginals(db)) {
    try {
      await work(one)
      count++
    } catch (error) {
      if (!(error instanceof NotKept)) throw error
      console.error(`Original ${one.id} (${one.sha256}): ${error.message}.`)
      process.exitCode = 1
    }
  }
  return count
}
