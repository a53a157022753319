import type { Logger } from 'pino'
import type { Database } from '../database/connect.ts'
import { removeUnnamed } from './keep.ts'
import type { Store } from './store.ts'

/** What is younger may belong to an import under way. */
const grace = 24 * 60 * 60 * 1000
const atOnce = 500

/** Bytes that no original of this database names; `at` is when they were kept, where that is known. */
export type Unnamed = { sha256: string; at: Date | undefined; isOld: boolean }

/**
 * What a removal or an import that was broken off left behind. But in a folder it may also be what another desk keeps
 * there: nothing of it is removed by itself.
 */
export async function* listUnnamed(db: Database, store: Store | undefined, now = Date.now()): AsyncGenerator<Unnamed> {
  let some: Unnamed[] = []
  for await (const { sha256, at } of store?.list() ?? []) {
    some.push({ sha256, at, isOld: now - at.getTime() >= grace })
    if (some.length < atOnce) continue
    yield* await withoutRow(db, some)
    some = []
  }
  yield* await withoutRow(db, some)
  // These are stored together with the row that names them, so that none is of an import under way.
  const rows = await db.$queryRaw<{ sha256: string }[]>`
    SELECT "sha256" FROM "OriginalBytes" b
    WHERE NOT EXISTS (SELECT FROM "Original" o WHERE o."sha256" = b."sha256") ORDER BY "sha256"`
  for (const { sha256 } of rows) yield { sha256, at: undefined, isOld: true }
}

async function withoutRow(db: Database, some: Unnamed[]): Promise<Unnamed[]> {
  const hashes = some.map(({ sha256 }) => sha256)
  const rows = await db.original.findMany({ where: { sha256: { in: hashes } }, select: { sha256: true } })
  const named = new Set(rows.map(({ sha256 }) => sha256))
  return some.filter(({ sha256 }) => !named.has(sha256))
}

/** Removes it if it is old enough and still nothing names it. */
export async function sweep(db: Database, store: Store | undefined, { sha256, isOld }: Unnamed): Promise<boolean> {
  return isOld && (await removeUnnamed(db, store, sha256))
}

/** At a start: removes what was only half written when a process ended, a day ago or earlier. */
export function clearHalves(store: Store | undefined, log: Logger, now = Date.now()): Promise<void> {
  const tell = (error: unknown) => log.warn(error, 'A half-written original could not be removed')
  const cleared = store?.removeHalves(new Date(now - grace), tell) ?? Promise.resolve(0)
  return cleared.then((removed) => {
    if (removed > 0) log.info({ removed }, 'Half-written originals were removed')
  }, tell)
}
