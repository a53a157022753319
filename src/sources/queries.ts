import { Prisma } from '../database/client/client.ts'
import type { Database, Db } from '../database/connect.ts'
import { largestId } from '../words/fields.ts'
import { listThreadsOn } from '../notes/queries.ts'
import { may, type Viewer } from '../policy.ts'
import { readable } from '../visible/readable.ts'
import { isNamedIn, presentLine } from '../statements/presentation.ts'
import { findSurvivorId, lineOf } from '../same/line.ts'
import { statementLineFor } from '../statements/queries.ts'
import { pageSize } from '../words/paging.ts'
import { documentPath, sourcePath } from '../words/addresses.ts'
import { foldName } from '../words/names.ts'
import { sameSources } from './pairs.ts'
import type { SourceFilters } from './schema.ts'
import { literally } from './spelling.ts'
import { isSeenBy, listMisspelt } from './type-ahead.ts'

const head = {
  id: true,
  name: true,
  kind: true,
  description: true,
  wikidataId: true,
  revision: true,
} satisfies Prisma.SourceSelect

const years = { since: true, sincePrecision: true, until: true, untilPrecision: true } as const

export type SourceOutline = {
  /** What it said or passed on: a page of them and one more, the newest first. */
  statementIds: number[]
  /** The source itself, and whatever was merged into it. */
  lineIds: number[]
  hasUnnamed: boolean
  hasDocuments: boolean
  hasNotes: boolean
  hasEvents: boolean
}

/** What of a source there is to read, in one question: a page waits for each that it asks, also for those that find nothing. */
export async function findSourceOutline(
  db: Db,
  viewer: Viewer,
  id: number,
  before = largestId,
): Promise<SourceOutline> {
  const [outline] = await db.$queryRaw<SourceOutline[]>`
    ${lineOf(sameSources, id)}
    SELECT
      ARRAY(
        SELECT f."statementId" FROM "SourceFacts" f
        WHERE f."sourceId" = ${id} AND f."forReaders" = ${readable.facts(viewer).forReaders} AND f."statementId" < ${before}
        ORDER BY f."statementId" DESC LIMIT ${pageSize + 1}
      ) AS "statementIds",
      ARRAY(SELECT "id" FROM line) AS "lineIds",
      EXISTS (SELECT FROM "Hop" WHERE "sourceId" = ${id} AND "naming" = 'described') AS "hasUnnamed",
      EXISTS (SELECT FROM "Document" WHERE "publisherId" = ${id}) AS "hasDocuments",
      EXISTS (SELECT FROM "Note" WHERE "sourceId" = ${id}) AS "hasNotes",
      EXISTS (SELECT FROM line JOIN "Event" e ON e."sourceId" = line."id") AS "hasEvents"`
  return (
    outline ?? {
      statementIds: [],
      lineIds: [],
      hasUnnamed: false,
      hasDocuments: false,
      hasNotes: false,
      hasEvents: false,
    }
  )
}

/** A source, what it is quoted as saying and what it passed on, a page of each. */
export async function findSource(db: Db, viewer: Viewer, id: number, outline: Promise<SourceOutline>) {
  const [source, lines, unnamed, documents, notes] = await Promise.all([
    db.source.findFirstOrThrow({
      where: { id, AND: readable.sources(viewer) },
      relationLoadStrategy: 'join',
      select: {
        ...head,
        aliases: { orderBy: { name: 'asc' }, select: { name: true } },
        roles: {
          orderBy: { id: 'asc' },
          select: { title: true, ...years },
        },
        affiliations: {
          where: { body: readable.sources(viewer) },
          orderBy: { id: 'asc' },
          select: { ...years, body: { select: { id: true, name: true } } },
        },
        people: {
          where: { source: readable.sources(viewer) },
          orderBy: { id: 'asc' },
          take: 100,
          select: { ...years, source: { select: { id: true, name: true } } },
        },
      },
    }),
    outline.then(({ statementIds }) => listSaidOrPassedOn(db, viewer, statementIds)),
    outline.then(({ hasUnnamed }) => (hasUnnamed ? listSaidByUnnamed(db, viewer, id) : [])),
    outline.then(({ hasDocuments }) => (hasDocuments ? listPublished(db, viewer, id) : [])),
    outline.then(({ hasNotes }) => (hasNotes ? listThreadsOn(db, viewer, { sourceId: id }) : [])),
  ])
  const statements = lines.map((row) => ({
    ...presentLine(row),
    part: isNamedIn(row.hops[0], id) ? 'said' : 'passedOn',
  }))
  return {
    ...source,
    notes,
    path: sourcePath(source),
    affiliations: source.affiliations.map(({ body, ...row }) => ({
      ...row,
      body: { ...body, path: sourcePath(body) },
    })),
    people: source.people.map(({ source: person, ...row }) => ({
      ...row,
      source: { ...person, path: sourcePath(person) },
    })),
    documents: documents.map((document) => ({ ...document, path: documentPath(document) })),
    statements: statements.slice(0, pageSize),
    saidByUnnamed: unnamed,
    next: lines.length > pageSize ? (statements[pageSize - 1]?.id ?? null) : null,
  }
}

/** By itself: who has many documents, and who has none, are looked up in other ways, which took time to plan for each page. */
function listPublished(db: Db, viewer: Viewer, publisherId: number) {
  return db.document.findMany({
    where: { AND: [{ publisherId }, readable.documents(viewer)] },
    orderBy: { id: 'desc' },
    take: pageSize,
    select: { id: true, title: true, state: true, publishedOn: true, publishedPrecision: true },
  })
}

/** Found by number first: in one question all that anybody said was read. */
function listSaidOrPassedOn(db: Db, viewer: Viewer, ids: number[]) {
  return db.statement.findMany({
    where: { AND: [readable.statements(viewer), { id: { in: ids } }] },
    orderBy: { id: 'desc' },
    relationLoadStrategy: 'join',
    select: statementLineFor(viewer),
  })
}

/**
 * What unnamed people of a body said, the newest first; with each whether readers are told that they are of it. To readers
 * only what is: of any other step nothing says that there is one.
 */
async function listSaidByUnnamed(db: Db, viewer: Viewer, bodyId: number) {
  const steps = await db.hop.findMany({
    where: { sourceId: bodyId, AND: readable.bodySteps(viewer), statement: { state: { not: 'withdrawn' } } },
    orderBy: { statementId: 'desc' },
    distinct: ['statementId'],
    take: pageSize,
    select: { statementId: true, bodyShown: true },
  })
  const told = new Map(steps.map(({ statementId, bodyShown }) => [statementId, bodyShown]))
  const rows = await listSaidOrPassedOn(db, viewer, [...told.keys()])
  return rows.map((row) => ({ ...presentLine(row), isTold: told.get(row.id) ?? false }))
}

/** Sources whose name, other name or role has these letters in it, or nearly so. */
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

/** Looked up first, as far as they are this few: one condition over three tables would read all sources for each page. */
const mostLookedUp = 5000

/** Whatever has these letters; where that is less than a page also what may have been meant. */
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

/** The source that a merged one is now, if this viewer may see it; undefined where it was not merged. */
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
 * Whether somebody may know what became of a merged source. Readers only if they could have seen it: of one that they could
 * not, such as one that is only described, even that it was merged would tell that the desk knows it.
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

/** As its feed names it. */
export function findSourceName(db: Db, viewer: Viewer, id: number) {
  return db.source.findFirstOrThrow({ where: { id, AND: readable.sources(viewer) }, select: { name: true } })
}
