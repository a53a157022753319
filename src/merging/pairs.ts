import { Prisma } from '../database/client/client.ts'
import type { Database, Db } from '../database/connect.ts'
import { largestId } from '../words/fields.ts'
import type { By } from '../history/events.ts'
import { Refused } from '../refused.ts'
import { named } from '../same/kind.ts'
import { pageSize } from '../words/paging.ts'
import type { Mergeable } from './kind.ts'
import type { PairFilters } from './schema.ts'

/** Probable duplicates, the newest first, with reasons; or those that somebody marked as different. */
export async function listPairs(
  db: Db,
  kind: Mergeable,
  { different, before = largestId, limit = pageSize }: PairFilters,
) {
  const [table, pairs] = [named(kind.table), named(kind.pairs)]
  const rows = await db.$queryRaw<{ id: number; reason: string; earlierId: number; laterId: number }[]>`
    SELECT p."id", p."reason", p."earlierId", p."laterId" FROM ${pairs} p
    JOIN ${table} e ON e."id" = p."earlierId" AND e."mergedIntoId" IS NULL
    JOIN ${table} l ON l."id" = p."laterId" AND l."mergedIntoId" IS NULL
    WHERE p."differentAt" IS ${different ? Prisma.sql`NOT NULL` : Prisma.sql`NULL`} AND p."id" < ${before}
    ORDER BY p."id" DESC LIMIT ${limit + 1}`
  const ids = [...new Set(rows.flatMap(({ earlierId, laterId }) => [earlierId, laterId]))]
  const sides = new Map((await kind.listInPairs(db, ids)).map((side) => [side.id, { ...side, path: kind.path(side) }]))
  return rows.map(({ earlierId, laterId, ...row }) => ({
    ...row,
    earlier: sides.get(earlierId),
    later: sides.get(laterId),
  }))
}

/** Marks a pair as different, so that it is not suggested again; or takes that back. */
export function decidePair(
  db: Database,
  kind: Mergeable,
  { pairId, isDifferent, by }: { pairId: number; isDifferent: boolean } & By,
) {
  return db.$transaction(async (tx) => {
    const { earlierId, laterId } = await kind.findPair(tx, pairId)
    const count = await tx.$executeRaw`
      UPDATE ${named(kind.pairs)} SET "differentAt" = ${isDifferent ? new Date() : null}
      WHERE "id" = ${pairId} AND "differentAt" IS ${isDifferent ? Prisma.sql`NULL` : Prisma.sql`NOT NULL`}`
    if (count === 0) {
      throw new Refused({
        pair: isDifferent ? 'Somebody has marked them as different already' : 'They are suggested already',
      })
    }
    const { name } = await kind.find(tx, earlierId)
    const tell = isDifferent ? kind.tell.toldApart : kind.tell.likened
    await tell(tx, laterId, { by, after: { other: name, otherId: earlierId } })
  })
}
