import { Prisma } from '../database/client/client.ts'
import type { Database, Db } from '../database/connect.ts'
import { may, type Viewer } from '../policy.ts'
import { readable } from '../visible/readable.ts'
import { findSurvivorId } from '../same/survivor.ts'
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

/** Sources whose name, other name or role contains these letters, or nearly so. */
export async function listSources(db: Database, viewer: Viewer, { q, kind, before }: SourceFilters) {
  const folded = foldName(q)
  const rows = await db.source.findMany({
    where: {
      AND: [
        readable.sources(viewer),
        folded ? await lettered(db, viewer, q) : {},
        kind ? { kind } : {},
        before ? { id: { lt: before } } : {},
      ],
    },
    orderBy: { id: 'desc' },
    take: pageSize + 1,
    relationLoadStrategy: 'join',
    select: { ...head, _count: { select: { hops: { where: readable.namedSteps(viewer) } } } },
  })
  return rows.map(({ _count, ...source }) => ({ ...source, path: sourcePath(source), statementCount: _count.hops }))
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
  if (may(viewer, 'read drafts')) return true
  const [row] = await db.$queryRaw<{ known: boolean }[]>`
    SELECT EXISTS (
      SELECT FROM "SourceMerge" m
      WHERE m."mergedId" = ${id} AND m."undoneAt" IS NULL AND (
        EXISTS (SELECT FROM jsonb_array_elements_text(m."moved"->'hops') o(id) JOIN "public_named_step" p ON p."id" = o.id::int)
        OR EXISTS (SELECT FROM jsonb_array_elements_text(m."moved"->'hops') o(id) JOIN "public_body_step" p ON p."id" = o.id::int)
        OR EXISTS (SELECT FROM jsonb_array_elements_text(m."moved"->'documents') o(id) JOIN "public_document" p ON p."id" = o.id::int)
      )
    ) AS "known"`
  return row?.known ?? false
}

/** The name for its feed. */
export function findSourceName(db: Db, viewer: Viewer, id: number) {
  return db.source.findFirstOrThrow({ where: { id, AND: readable.sources(viewer) }, select: { name: true } })
}
