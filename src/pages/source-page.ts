import type { Db } from '../database/connect.ts'
import { listThreadsOn } from '../notes/queries.ts'
import type { Viewer } from '../policy.ts'
import { withMerged } from '../same/survivor.ts'
import { sameSources } from '../sources/pairs.ts'
import { head } from '../sources/queries.ts'
import { isNamedIn, presentTold } from '../statements/presentation.ts'
import { listedStatementFor } from '../statements/queries.ts'
import { withRechecks } from '../recheck/told.ts'
import { readable } from '../visible/readable.ts'
import { documentPath, sourcePath } from '../words/addresses.ts'
import { largestId } from '../words/fields.ts'
import { pageSize } from '../words/paging.ts'

const years = { since: true, sincePrecision: true, until: true, untilPrecision: true } as const

export type SourceOutline = {
  /** What it said or passed on: one page and one more, the newest first. */
  statementIds: number[]
  /** The source itself, and every source merged into it. */
  mergedIds: number[]
  hasUnnamed: boolean
  hasDocuments: boolean
  hasNotes: boolean
  hasEvents: boolean
}

/** What exists about a source, in one query: each query takes time, even one that finds nothing. */
export async function findSourceOutline(
  db: Db,
  viewer: Viewer,
  id: number,
  { before = largestId, limit = pageSize }: { before?: number | undefined; limit?: number | undefined } = {},
): Promise<SourceOutline> {
  const [outline] = await db.$queryRaw<SourceOutline[]>`
    ${withMerged(sameSources, id)}
    SELECT
      ARRAY(
        SELECT f."statementId" FROM "SourceFacts" f
        WHERE f."sourceId" = ${id} AND f."forReaders" = ${readable.facts(viewer).forReaders} AND f."statementId" < ${before}
        ORDER BY f."statementId" DESC LIMIT ${limit + 1}
      ) AS "statementIds",
      ARRAY(SELECT "id" FROM merged) AS "mergedIds",
      EXISTS (SELECT FROM "Hop" WHERE "sourceId" = ${id} AND "naming" = 'described') AS "hasUnnamed",
      EXISTS (SELECT FROM "Document" WHERE "publisherId" = ${id}) AS "hasDocuments",
      EXISTS (SELECT FROM "Note" WHERE "sourceId" = ${id}) AS "hasNotes",
      EXISTS (SELECT FROM merged JOIN "Event" e ON e."sourceId" = merged."id") AS "hasEvents"`
  return (
    outline ?? {
      statementIds: [],
      mergedIds: [],
      hasUnnamed: false,
      hasDocuments: false,
      hasNotes: false,
      hasEvents: false,
    }
  )
}

/** A source, its quotations and what it passed on, one page of each. */
export async function findSource(
  db: Db,
  viewer: Viewer,
  id: number,
  { outline, limit = pageSize }: { outline: Promise<SourceOutline>; limit?: number | undefined },
) {
  const [source, rows, unnamed, documents, notes] = await Promise.all([
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
  const statements = rows.map((row) => ({
    ...presentTold(row),
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
    statements: statements.slice(0, limit),
    saidByUnnamed: unnamed,
    next: rows.length > limit ? (statements[limit - 1]?.id ?? null) : null,
  }
}

/**
 * A query of its own: sources with many documents and those with none need different plans, and planning each time was
 * slow.
 */
async function listPublished(db: Db, viewer: Viewer, publisherId: number) {
  const rows = await db.document.findMany({
    where: { AND: [{ publisherId }, readable.documents(viewer)] },
    orderBy: { id: 'desc' },
    take: pageSize,
    select: { id: true, title: true, state: true, publishedOn: true, publishedPrecision: true },
  })
  return withRechecks(db, 'document', rows, viewer)
}

/** Finds the ids first: a single query read everything that anybody said. */
async function listSaidOrPassedOn(db: Db, viewer: Viewer, ids: number[]) {
  const rows = await db.statement.findMany({
    where: { AND: [readable.statements(viewer), { id: { in: ids } }] },
    orderBy: { id: 'desc' },
    relationLoadStrategy: 'join',
    select: listedStatementFor(viewer),
  })
  return withRechecks(db, 'statement', rows)
}

/**
 * What unnamed people of a body said, the newest first, each with whether readers are told that they belong to it.
 * Readers get only those; nothing shows them that others exist.
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
  return rows.map((row) => ({ ...presentTold(row), isTold: told.get(row.id) ?? false }))
}
