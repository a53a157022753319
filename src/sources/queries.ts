import type { Prisma } from '../database/client/client.ts'
import type { Db } from '../database/connect.ts'
import { listThreadsOn } from '../notes/queries.ts'
import { readable, type Viewer } from '../policy.ts'
import { presentLine } from '../statements/presentation.ts'
import { pageSize, statementLineFor } from '../statements/queries.ts'
import { documentPath, sourcePath } from '../web/addresses.ts'
import { foldName } from './names.ts'
import type { SourceFilters } from './schema.ts'

const head = {
  id: true,
  name: true,
  kind: true,
  description: true,
  wikidataId: true,
  revision: true,
} satisfies Prisma.SourceSelect

/** A source, what it is quoted as saying and what it passed on, a page of each. */
export async function findSource(db: Db, viewer: Viewer, id: number, before: number | undefined) {
  const source = await db.source.findFirstOrThrow({
    where: { id, AND: readable.sources(viewer) },
    relationLoadStrategy: 'join',
    select: {
      ...head,
      aliases: { orderBy: { name: 'asc' }, select: { name: true } },
      roles: {
        orderBy: { id: 'asc' },
        select: { title: true, since: true, sincePrecision: true, until: true, untilPrecision: true },
      },
      documents: {
        where: readable.documents(viewer),
        orderBy: { id: 'desc' },
        take: pageSize,
        select: { id: true, title: true, state: true, publishedOn: true, publishedPrecision: true },
      },
    },
  })
  const lines = await db.statement.findMany({
    where: {
      AND: [
        readable.statements(viewer),
        { state: { not: 'withdrawn' } },
        { hops: { some: { sourceId: id } } },
        before ? { id: { lt: before } } : {},
      ],
    },
    orderBy: { id: 'desc' },
    take: pageSize + 1,
    relationLoadStrategy: 'join',
    select: statementLineFor(viewer),
  })
  const statements = lines.map((row) => ({
    ...presentLine(row),
    part: row.hops[0]?.source?.id === id ? 'said' : 'passedOn',
  }))
  return {
    ...source,
    notes: await listThreadsOn(db, viewer, { sourceId: id }),
    path: sourcePath(source),
    documents: source.documents.map((document) => ({ ...document, path: documentPath(document) })),
    statements: statements.slice(0, pageSize),
    next: lines.length > pageSize ? (statements[pageSize - 1]?.id ?? null) : null,
  }
}

/** Sources whose name or alias has these letters in it, those that begin with them first. */
export async function listSources(db: Db, viewer: Viewer, { q, kind, before }: SourceFilters) {
  const folded = foldName(q)
  const rows = await db.source.findMany({
    where: {
      AND: [
        readable.sources(viewer),
        folded
          ? { OR: [{ folded: { contains: folded } }, { aliases: { some: { folded: { contains: folded } } } }] }
          : {},
        kind ? { kind } : {},
        before ? { id: { lt: before } } : {},
      ],
    },
    orderBy: { id: 'desc' },
    take: pageSize + 1,
    relationLoadStrategy: 'join',
    select: { ...head, _count: { select: { hops: { where: { statement: readable.statements(viewer) } } } } },
  })
  return rows.map(({ _count, ...source }) => ({ ...source, path: sourcePath(source), statementCount: _count.hops }))
}

export function findSourceToEdit(db: Db, id: number) {
  return db.source.findUniqueOrThrow({ where: { id }, include: { aliases: true, roles: true } })
}
