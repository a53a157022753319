import type { Database, Db } from '../database/connect.ts'
import { apart } from '../database/taken-along.ts'
import { type Kind, named } from './kind.ts'

type Pair = { id: number; earlierId: number; laterId: number; reason: string; differentAt: Date | null }

/**
 * Compares a thing with those that its name could match, and stores the probable pairs. Part of every change of a name,
 * so the kind's description must find candidates through indexes and never compare all pairs.
 */
export async function compare(tx: Db, kind: Kind, id: number): Promise<void> {
  const [table, pairs] = [named(kind.table), named(kind.pairs)]
  const found = await kind.findLike(tx, id)
  const before = await tx.$queryRaw<Pair[]>`
    SELECT "id", "earlierId", "laterId", "reason", "differentAt" FROM ${pairs} WHERE "earlierId" = ${id}
    UNION ALL
    SELECT "id", "earlierId", "laterId", "reason", "differentAt" FROM ${pairs} WHERE "laterId" = ${id}`
  const { gone, reworded, made } = pairChanges(before, id, found)
  if (gone.length > 0) await tx.$executeRaw`DELETE FROM ${pairs} WHERE "id" = ANY (${gone})`
  for (const { id: pairId, reason } of reworded)
    await tx.$executeRaw`UPDATE ${pairs} SET "reason" = ${reason} WHERE "id" = ${pairId}`
  for (const { earlierId, laterId, reason } of made) {
    await tx.$executeRaw`
      INSERT INTO ${pairs} ("earlierId", "laterId", "reason") VALUES (${earlierId}, ${laterId}, ${reason})
      ON CONFLICT DO NOTHING`
  }
  await tx.$executeRaw`UPDATE ${table} SET "compared" = true WHERE "id" = ${id} AND NOT "compared"`
}

/** Compares things that were stored without a comparison, such as those of an older version, up to a given number. */
export async function compareWaiting(db: Database, kind: Kind, most: number): Promise<void> {
  const waiting = await db.$queryRaw<{ id: number }[]>`
    SELECT "id" FROM ${named(kind.table)} WHERE NOT "compared" AND "mergedIntoId" IS NULL ORDER BY "id" LIMIT ${most}`
  for (const { id } of waiting) {
    // Each one separately, so that a repeated request continues where an interrupted one stopped.
    await apart(() =>
      db.$transaction(async (tx) => {
        await kind.lock(tx)
        await compare(tx, kind, id)
      }),
    )
  }
}

/** How the stored pairs of a thing change after a new comparison; those that somebody marked as different stay. */
function pairChanges(before: Pair[], id: number, found: Map<number, string>) {
  const fresh = new Map(found)
  const gone: number[] = []
  const reworded: { id: number; reason: string }[] = []
  for (const pair of before) {
    const other = pair.earlierId === id ? pair.laterId : pair.earlierId
    const reason = found.get(other)
    fresh.delete(other)
    if (pair.differentAt !== null || pair.reason === reason) continue
    if (reason === undefined) gone.push(pair.id)
    else reworded.push({ id: pair.id, reason })
  }
  const made = [...fresh].map(([other, reason]) => ({
    earlierId: Math.min(id, other),
    laterId: Math.max(id, other),
    reason,
  }))
  return { gone, reworded, made }
}
