import { Prisma } from '../database/client/client.ts'
import type { Db } from '../database/connect.ts'
import { linkPassages } from '../notes/presentation.ts'
import { listNoteLines, listThreadsOn } from '../notes/queries.ts'
import { may, readable, type Viewer } from '../policy.ts'
import { writePartialDate } from '../partial-date.ts'
import { foldName } from '../sources/names.ts'
import { cutParagraphs, presentStatement } from '../statements/presentation.ts'
import { pageSize, unjudgedStatementFor, withVerdicts } from '../statements/queries.ts'
import { findTrails, tellTrail } from '../statements/trail.ts'
import { summarise } from '../verdicts/standing.ts'
import { withSuggestions } from '../suggestions/highlights.ts'
import { findSuggestions } from '../suggestions/queries.ts'
import { documentPath, sourcePath } from '../web/addresses.ts'
import type { DocumentFilters } from './schema.ts'

export const head = {
  id: true,
  title: true,
  kind: true,
  authors: true,
  url: true,
  publishedOn: true,
  publishedPrecision: true,
  language: true,
  state: true,
  publishedAt: true,
  withdrawnAt: true,
  withdrawnReason: true,
  revision: true,
  publisher: { select: { id: true, name: true, kind: true } },
} satisfies Prisma.DocumentSelect

/** A document with its text, cut into highlighted pieces, and a card for each statement this viewer may see. */
export async function findDocument(db: Db, viewer: Viewer, id: number) {
  const [found, threads] = await Promise.all([
    db.document.findFirstOrThrow(pageFor(viewer, id)),
    listThreadsOn(db, viewer, { documentId: id }),
  ])
  return asPage(db, viewer, found, threads)
}

export async function findOptionalDocument(db: Db, viewer: Viewer, id: number): Promise<DocumentPage | undefined> {
  const [found, threads] = await Promise.all([
    db.document.findFirst(pageFor(viewer, id)),
    listThreadsOn(db, viewer, { documentId: id }),
  ])
  return found ? asPage(db, viewer, found, threads) : undefined
}

/** The same for its desk, with what the rules suggest in it. */
export async function findDocumentToTag(db: Db, viewer: Viewer, id: number) {
  const [found, threads] = await Promise.all([
    db.document.findFirstOrThrow(pageFor(viewer, id)),
    listThreadsOn(db, viewer, { documentId: id }),
  ])
  const { id: versionId, text } = newest(found)
  const [document, suggestions] = await Promise.all([
    asPage(db, viewer, found, threads),
    findSuggestions(db, { versionId, content: text.content, publisher: found.publisher.name }),
  ])
  return { ...document, paragraphs: withSuggestions(document.paragraphs, suggestions), suggestions }
}

export type DocumentPage = Awaited<ReturnType<typeof findDocument>>

function pageFor(viewer: Viewer, id: number) {
  return {
    where: { id, AND: readable.documents(viewer) },
    relationLoadStrategy: 'join',
    select: {
      ...head,
      text: {
        select: {
          documents: {
            where: { NOT: { id }, AND: readable.documents(viewer) },
            orderBy: { id: 'asc' },
            take: 20,
            select: { id: true, title: true, publisher: { select: { name: true } } },
          },
        },
      },
      versions: {
        orderBy: { number: 'desc' },
        take: 1,
        select: {
          id: true,
          number: true,
          fetchedAt: true,
          method: true,
          text: { select: { content: true, sha256: true, codePoints: true } },
          statements: {
            where: readable.statements(viewer),
            orderBy: { id: 'asc' },
            select: unjudgedStatementFor(viewer),
          },
        },
      },
    },
  } satisfies Prisma.DocumentFindFirstArgs
}

type PageRow = Prisma.DocumentGetPayload<ReturnType<typeof pageFor>>

type Threads = Awaited<ReturnType<typeof listThreadsOn>>

function newest({ id, versions: [version] }: PageRow) {
  if (!version) throw new Error(`Document ${id} has no version`)
  return version
}

async function asPage(db: Db, viewer: Viewer, row: PageRow, threads: Threads) {
  const { versions: _, text, ...document } = row
  const version = newest(row)
  const path = documentPath(document)
  const publisher = { name: document.publisher.name, path: sourcePath(document.publisher), title: document.title }
  const [rows, noteLines, trails] = await Promise.all([
    withVerdicts(db, viewer, version.statements),
    listNoteLines(db, viewer, version.statements),
    findTrails(
      db,
      viewer,
      version.statements.map((statement) => statement.id),
    ),
  ])
  const presented = rows.map((row) => presentStatement(row, publisher, { seesDrafts: may(viewer, 'read drafts') }))
  const all = presented.map((statement) => ({
    ...statement,
    trail: tellTrail(trails.get(statement.id), statement),
    notes: noteLines.get(statement.id) ?? [],
  }))
  const inTextOrder = all.toSorted((a, b) => (a.spans[0]?.start ?? 0) - (b.spans[0]?.start ?? 0) || a.id - b.id)
  const statements = inTextOrder.filter((statement) => statement.state !== 'withdrawn')
  const paragraphs = cutParagraphs(version.text.content, statements)
  return {
    ...document,
    notes: linkPassages(threads, { id: document.id, version, paragraphs }),
    path,
    publisher: { ...document.publisher, path: publisher.path },
    version: {
      number: version.number,
      fetchedAt: version.fetchedAt,
      method: version.method,
      sha256: version.text.sha256,
    },
    paragraphs,
    statements,
    summary: summarise(statements),
    withdrawn: inTextOrder.filter((statement) => statement.state === 'withdrawn'),
    alsoIn: text.documents.map((twin) => ({ ...twin, path: documentPath(twin) })),
  }
}

/** What stays of a withdrawn document for readers: that it was here, when it went, and why. */
export function findTombstone(db: Db, id: number) {
  return db.document.findFirstOrThrow({
    where: { id, state: 'withdrawn', publishedAt: { not: null } },
    select: { id: true, title: true, withdrawnAt: true, withdrawnReason: true, publisher: { select: { name: true } } },
  })
}

export async function listDocuments(db: Db, viewer: Viewer, { q, kind, state, before }: DocumentFilters) {
  const rows = await db.document.findMany({
    where: {
      AND: [
        readable.documents(viewer),
        q
          ? {
              OR: [
                { title: { contains: q, mode: 'insensitive' } },
                { publisher: { name: { contains: q, mode: 'insensitive' } } },
              ],
            }
          : {},
        kind ? { kind } : {},
        state ? { state } : {},
        before ? { id: { lt: before } } : {},
      ],
    },
    orderBy: { id: 'desc' },
    take: pageSize + 1,
    relationLoadStrategy: 'join',
    select: {
      ...head,
      versions: {
        orderBy: { number: 'desc' },
        take: 1,
        select: { _count: { select: { statements: { where: readable.statements(viewer) } } } },
      },
    },
  })
  return rows.map(({ versions, ...document }) => ({
    ...document,
    path: documentPath(document),
    statementCount: versions[0]?._count.statements ?? 0,
  }))
}

/** Documents to choose from as one types: those with these letters in their title, without case and accents. */
export async function suggestDocuments(db: Db, q: string) {
  const rows = await db.$queryRaw<{ id: number }[]>`
    SELECT "id" FROM "Document"
    WHERE "state" <> 'withdrawn' AND position(${foldName(q.replaceAll('\0', ' '))} IN ${foldedTitle}) > 0
    ORDER BY "id" DESC LIMIT 10`
  const documents = await db.document.findMany({
    where: { id: { in: rows.map(({ id }) => id) } },
    orderBy: { id: 'desc' },
    select: {
      id: true,
      title: true,
      publishedOn: true,
      publishedPrecision: true,
      publisher: { select: { name: true } },
    },
  })
  return documents.map(({ id, title, publisher, publishedOn, publishedPrecision }) => ({
    id,
    title,
    publisher: publisher.name,
    date: publishedOn && publishedPrecision ? writePartialDate(publishedOn, publishedPrecision) : null,
  }))
}

/** A title as foldName folds names, told by the database. */
const foldedTitle = Prisma.raw(
  `replace(lower(regexp_replace(normalize("title", NFKD), '[\\u0300-\\u036f]', '', 'g')), '’', '''')`,
)

/** A document as its edit form needs it. */
export function findDocumentToEdit(db: Db, id: number) {
  return db.document.findUniqueOrThrow({ where: { id }, include: { publisher: true } })
}

export function findVersion(db: Db, viewer: Viewer, { id, number }: { id: number; number: number }) {
  return db.version.findFirstOrThrow({
    where: { documentId: id, number, document: readable.documents(viewer) },
    select: {
      number: true,
      method: true,
      fetchedAt: true,
      originalName: true,
      text: { select: { content: true, sha256: true, codePoints: true } },
      document: { select: head },
    },
  })
}
