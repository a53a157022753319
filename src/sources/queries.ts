import { Prisma } from '../database/client/client.ts'
import type { Database, Db } from '../database/connect.ts'
import { may, type Viewer } from '../policy.ts'
import { counted, directionOf, idsInOrder, idsToAddUp, inOrderOf, sliceOf, type Sums } from '../visible/in-order.ts'
import { readable } from '../visible/readable.ts'
import { findSurvivorId } from '../same/survivor.ts'
import { lettersOf, namesWith } from './letters.ts'
import { pageSize } from '../words/paging.ts'
import { sourcePath } from '../words/addresses.ts'
import { foldName } from '../words/names.ts'
import { selectOwn } from './own-fields.ts'
import { sameSources } from './pairs.ts'
import type { SourceFilters } from './schema.ts'
import { literally } from './spelling.ts'
import { isSeenBy, listMisspelt } from './type-ahead.ts'

export const head = {
  id: true,
  name: true,
  ...selectOwn,
  revision: true,
} satisfies Prisma.SourceSelect

const standing = { statement: { state: { not: 'withdrawn' } } } satisfies Prisma.HopWhereInput

/** By name, unless a page begins after one of the newest. */
export function sourceSort({ sort, before }: SourceFilters) {
  return sort ?? (before === undefined ? 'name' : 'newest')
}

/** Sources whose name, other name or role contains these letters, or nearly so. */
export async function listSources(db: Database, viewer: Viewer, filters: SourceFilters & { take?: number }) {
  const where = await wanted(db, viewer, filters)
  const { by, isFalling } = directionOf(sourceSort(filters))
  const ids =
    by === 'newest' || by === 'name'
      ? undefined
      : await idsInOrder(
          db,
          { table: Prisma.sql`"Source"`, expression: orders(viewer)[by], isFalling, rows: filters },
          (most) => db.source.findMany({ where, orderBy: { id: 'desc' }, take: most, select: { id: true } }),
        )
  const rows = await db.source.findMany({
    where: ids ? { AND: [where, { id: { in: ids } }] } : where,
    orderBy:
      by === 'name'
        ? [{ folded: isFalling ? 'desc' : 'asc' }, { id: isFalling ? 'asc' : 'desc' }]
        : { id: isFalling ? 'asc' : 'desc' },
    ...(!ids && sliceOf(filters)),
    relationLoadStrategy: 'join',
    select: { ...head, _count: { select: { hops: { where: { AND: [readable.namedSteps(viewer), standing] } } } } },
  })
  return (ids ? inOrderOf(ids, rows) : rows).map(({ _count, ...source }) => ({
    ...source,
    path: sourcePath(source),
    statementCount: _count.hops,
  }))
}

export async function countSources(db: Database, viewer: Viewer, filters: SourceFilters): Promise<number> {
  return db.source.count({ where: await wanted(db, viewer, { ...filters, before: undefined }), ...counted })
}

/** How many statements the sources of all pages have a part in; one with several of them counts once. */
export async function addUpSources(db: Database, viewer: Viewer, filters: SourceFilters): Promise<Sums | undefined> {
  const where = await wanted(db, viewer, { ...filters, before: undefined })
  const ids = await idsToAddUp((take) => db.source.findMany({ where, take, select: { id: true } }))
  if (!ids) return undefined
  const steps = may(viewer, 'read drafts')
    ? Prisma.sql`"Hop" h JOIN "Statement" t ON t."id" = h."statementId" AND t."state" <> 'withdrawn' AND h."naming" = 'named'`
    : Prisma.sql`"public_named_step" h`
  const [sums] = await db.$queryRaw<Sums[]>`
    SELECT count(DISTINCT h."statementId")::int AS "statements" FROM ${steps} WHERE h."sourceId" = ANY (${ids})`
  return sums
}

async function wanted(
  db: Database,
  viewer: Viewer,
  { q, kind, letter, before }: SourceFilters,
): Promise<Prisma.SourceWhereInput> {
  return {
    AND: [
      readable.sources(viewer),
      { takenBackAt: null },
      foldName(q) ? await lettered(db, viewer, q) : {},
      kind ? { kind } : {},
      letter ? namesWith(letter) : {},
      before ? { id: { lt: before } } : {},
    ],
  }
}

/** What a list of sources is sorted by: for readers only what they see of each. */
function orders(viewer: Viewer) {
  return {
    kind: Prisma.sql`x."kind"::text`,
    statements: may(viewer, 'read drafts')
      ? Prisma.sql`(SELECT count(*) FROM "Hop" h JOIN "Statement" t ON t."id" = h."statementId"
          WHERE h."sourceId" = x."id" AND h."naming" = 'named' AND t."state" <> 'withdrawn')`
      : Prisma.sql`(SELECT count(*) FROM "public_named_step" h WHERE h."sourceId" = x."id")`,
  }
}

/** The letters that the names of sources begin with. */
export function listSourceLetters(db: Db, viewer: Viewer): Promise<Set<string>> {
  return lettersOf(
    db,
    Prisma.sql`"Source"`,
    Prisma.sql`x."takenBackAt" IS NULL AND ${isSeenBy(viewer, Prisma.sql`x."id"`)}`,
  )
}

/** The limit for ids that are looked up first: one condition over three tables would read all sources for each page. */
const mostLookedUp = 5000

/** Sources that contain these letters; if they do not fill a page, also probable spellings. */
async function lettered(db: Database, viewer: Viewer, q: string): Promise<Prisma.SourceWhereInput> {
  const folded = foldName(q)
  const part = `%${literally(folded)}%`
  const rows = await db.$queryRaw<{ id: number }[]>`
    (SELECT "id" FROM "Source"
     WHERE "folded" LIKE ${part} AND ${isSeenBy(viewer, Prisma.sql`"Source"."id"`)} LIMIT ${mostLookedUp + 1})
    UNION (SELECT "sourceId" FROM "SourceAlias"
     WHERE "folded" LIKE ${part} AND ${isSeenBy(viewer, Prisma.sql`"SourceAlias"."sourceId"`)} LIMIT ${mostLookedUp + 1})
    UNION (SELECT "sourceId" FROM "SourceRole"
     WHERE "folded" LIKE ${part} AND ${isSeenBy(viewer, Prisma.sql`"SourceRole"."sourceId"`)} LIMIT ${mostLookedUp + 1})`
  if (rows.length > mostLookedUp) {
    const has = { folded: { contains: folded } }
    return { OR: [has, { aliases: { some: has } }, { roles: { some: has } }] }
  }
  const misspelt = rows.length < pageSize ? await listMisspelt(db, viewer, q) : []
  return { id: { in: [...rows.map(({ id }) => id), ...misspelt] } }
}

/** The survivor of a merged source, if this viewer may see it; undefined if it was not merged. */
export async function findOptionalSurvivor(db: Db, viewer: Viewer, id: number) {
  const last = await findSurvivorId(db, sameSources, id)
  if (last === undefined || !(await isKnownAsMerged(db, viewer, id))) return undefined
  const survivor = await db.source.findFirstOrThrow({
    where: { id: last, AND: readable.sources(viewer) },
    select: { id: true, name: true },
  })
  return { ...survivor, path: sourcePath(survivor) }
}

/**
 * Whether the user may know what a source was merged into. Readers only if they could have seen the source itself: for
 * a source that is only described, even the fact of a merge would reveal that the desk knows it.
 */
export async function isKnownAsMerged(db: Db, viewer: Viewer, id: number): Promise<boolean> {
  return (await listKnownAsMerged(db, viewer, [id])).length > 0
}

/** Those of these sources of which the user may know it. */
export async function listKnownAsMerged(db: Db, viewer: Viewer, ids: number[]): Promise<number[]> {
  if (may(viewer, 'read drafts')) return ids
  const rows = await db.$queryRaw<{ id: number }[]>`
    SELECT DISTINCT m."mergedId" AS "id" FROM "SourceMerge" m
    WHERE m."mergedId" = ANY (${ids}::int[]) AND m."undoneAt" IS NULL AND (
      EXISTS (SELECT FROM jsonb_array_elements_text(m."moved"->'hops') o(id) JOIN "public_named_step" p ON p."id" = o.id::int)
      OR EXISTS (SELECT FROM jsonb_array_elements_text(m."moved"->'hops') o(id) JOIN "public_body_step" p ON p."id" = o.id::int)
      OR EXISTS (SELECT FROM jsonb_array_elements_text(m."moved"->'documents') o(id) JOIN "public_document" p ON p."id" = o.id::int)
    )`
  return rows.map(({ id }) => id)
}

/** The name for its feed. */
export function findSourceName(db: Db, viewer: Viewer, id: number) {
  return db.source.findFirstOrThrow({ where: { id, AND: readable.sources(viewer) }, select: { name: true } })
}
