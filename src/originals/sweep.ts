import type { Logger } from 'pino'
import type { Database } from '../database/connect.ts'
import { lockHash } from './keep.ts'
import type { Listed, Store } from './store.ts'

/** What is younger may belong to an import under way. */
const grace = 24 * 60 * 60 * 1000
const atOnce = 500
/** The first time a minute after the start, when nobody waits for it any more. */
const soon = 60_000

/** Removes what no row speaks of: left behind where an import broke off, or was refused after its bytes were kept. */
export async function sweepOriginals(db: Database, store: Store, now = Date.now()): Promise<number> {
  let swept = 0
  let some: Listed[] = []
  const sweepSome = async () => {
    for (const one of await withoutRow(db, some)) if (await sweep(db, store, one)) swept++
    some = []
  }
  for await (const one of store.list()) {
    if (now - one.at.getTime() < grace) continue
    some.push(one)
    if (some.length >= atOnce) await sweepSome()
  }
  await sweepSome()
  return swept
}

async function withoutRow(db: Database, some: Listed[]): Promise<Listed[]> {
  const hashes = some.flatMap(({ sha256 }) => sha256 ?? [])
  if (hashes.length === 0) return some
  const rows = await db.original.findMany({ where: { sha256: { in: hashes } }, select: { sha256: true } })
  const spoken = new Set(rows.map(({ sha256 }) => sha256))
  return some.filter(({ sha256 }) => sha256 === undefined || !spoken.has(sha256))
}

/** Looked at again under the lock that whoever stores its row takes, too. */
async function sweep(db: Database, store: Store, { name, sha256 }: Listed): Promise<boolean> {
  if (sha256 === undefined) {
    await store.remove(name)
    return true
  }
  return db.$transaction(async (tx) => {
    await lockHash(tx, sha256)
    if ((await tx.original.count({ where: { sha256 } })) > 0) return false
    await store.remove(name)
    return true
  })
}

/** Sweeps at the start and once a day. */
export function startSweeping(db: Database, store: Store | undefined, log: Logger): void {
  if (!store) return
  const run = () => {
    sweepOriginals(db, store).then(
      (swept) => swept > 0 && log.info({ swept }, 'Originals that belong to nothing were removed'),
      (error: unknown) => log.error(error, 'Originals could not be swept'),
    )
  }
  setTimeout(run, soon).unref()
  setInterval(run, grace).unref()
}
