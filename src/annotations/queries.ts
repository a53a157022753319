import type { Prisma } from '../database/client/client.ts'
import type { Db } from '../database/connect.ts'
import { type Viewer } from '../policy.ts'
import { seen } from '../visible/conditions.ts'
import { readable } from '../visible/readable.ts'
import { chainSentence } from '../statements/presentation.ts'
import { unjudgedStatementFor } from '../statements/queries.ts'
import type { StoredAnnotation } from './annotations.ts'
import { withoutFragment } from './model.ts'

/** How many annotations a page of the container has. */
export const perPage = 50
/** How many code points before and after a quote a selector gives. */
const around = 32

/** The search terms: an address, and quoted words. */
export type Sought = { target?: string | undefined; exact?: string | undefined }

/*
 * The container is three lists, one after the other: the desk's published statements, its public notes, and the
 * annotations sent here. Everybody sees only the public part of the desk's own: unfinished work is not an annotation
 * yet.
 */
export type Listed =
  | { of: 'statement'; statement: StatementShape }
  | { of: 'note'; note: NoteShape }
  | { of: 'stored'; annotation: StoredAnnotation }

type Sides = {
  statements: Prisma.StatementWhereInput
  notes: Prisma.NoteWhereInput
  stored: Prisma.AnnotationWhereInput
}
type Filters = Sides & {
  /** Also those removed since. */
  everStored: Prisma.AnnotationWhereInput
}

/** The conditions for being in the container, or in the results of a search. */
export async function findFilters(db: Db, viewer: Viewer, sought: Sought, baseUrl: string): Promise<Filters> {
  const found = await whereSought(db, sought, baseUrl)
  const everStored = { AND: [readable.annotations(viewer), { kind: 'Annotation' as const }, found.stored] }
  return {
    statements: { AND: [readable.statements(null), found.statements] },
    notes: { AND: [readable.notes(null), { withdrawnAt: null }, found.notes] },
    stored: { AND: [everStored, { deletedAt: null }] },
    everStored,
  }
}

export type Counts = { statements: number; notes: number; stored: number }

/** How many there are of each, and when one of them was last published, changed or removed. */
export async function countListed(db: Db, filters: Filters): Promise<{ counts: Counts; modified: Date | null }> {
  const [statements, corrections, notes, stored, ever] = await Promise.all([
    db.statement.aggregate({ where: filters.statements, _count: true, _max: { publishedAt: true, createdAt: true } }),
    db.correction.aggregate({ where: { statement: filters.statements }, _max: { createdAt: true } }),
    db.note.aggregate({
      where: filters.notes,
      _count: true,
      _max: { publishedAt: true, createdAt: true, editedAt: true },
    }),
    db.annotation.count({ where: filters.stored }),
    db.annotation.aggregate({
      where: filters.everStored,
      _max: { publishedAt: true, createdAt: true, modifiedAt: true, deletedAt: true },
    }),
  ])
  const moments = [statements, corrections, notes, ever].flatMap(({ _max }) => Object.values(_max))
  const times = moments.flatMap((moment) => (moment === null ? [] : [moment.getTime()]))
  return {
    counts: { statements: statements._count, notes: notes._count, stored },
    modified: times.length === 0 ? null : new Date(Math.max(...times)),
  }
}

/** A page of the three lists; only numbers and names if no more is needed. */
export async function listPage(db: Db, filters: Filters, counts: Counts, page: number): Promise<Listed[]> {
  let skip = page * perPage
  let take = perPage
  /** The part of this list that is on the page. */
  const share = (count: number) => {
    const part = { skip, take: Math.max(0, Math.min(take, count - skip)) }
    skip = Math.max(0, skip - count)
    take -= part.take
    return part
  }
  const orderBy = { id: 'asc' } as const
  const [ofStatements, ofNotes, ofStored] = [share(counts.statements), share(counts.notes), share(counts.stored)]
  const statements =
    ofStatements.take === 0
      ? []
      : await db.statement.findMany({ where: filters.statements, orderBy, ...ofStatements, select: statementShape })
  const notes =
    ofNotes.take === 0 ? [] : await db.note.findMany({ where: filters.notes, orderBy, ...ofNotes, select: noteShape })
  const stored =
    ofStored.take === 0 ? [] : await db.annotation.findMany({ where: filters.stored, orderBy, ...ofStored })
  return [
    ...(await withQuotes(db, statements, 'Span')).map((statement) => ({ of: 'statement' as const, statement })),
    ...(await withQuotes(db, notes, 'NoteSpan')).map((note) => ({ of: 'note' as const, note })),
    ...stored.map((annotation) => ({ of: 'stored' as const, annotation })),
  ]
}

/** The annotation sent under this name, even if it is gone; null if the user may not know of it. */
export function findOptionalStored(db: Db, viewer: Viewer, name: string): Promise<StoredAnnotation | null> {
  return db.annotation.findFirst({ where: { name, AND: readable.annotations(viewer) } })
}

export async function findStatement(db: Db, id: number): Promise<StatementShape> {
  const found = await db.statement.findFirstOrThrow({
    where: { id, AND: readable.statements(null) },
    select: statementShape,
  })
  const [statement] = await withQuotes(db, [found], 'Span')
  return statement as StatementShape
}

export async function findNote(db: Db, id: number): Promise<NoteShape> {
  const found = await db.note.findFirstOrThrow({ where: { id, AND: readable.notes(null) }, select: noteShape })
  const [note] = await withQuotes(db, [found], 'NoteSpan')
  return note as NoteShape
}

const standsIn = {
  select: {
    id: true,
    number: true,
    fetchedAt: true,
    document: {
      select: { id: true, url: true, language: true, publisher: { select: { name: true } } },
    },
  },
} satisfies Prisma.VersionDefaultArgs

const span = { orderBy: { position: 'asc' }, select: { id: true, start: true, end: true } } as const

const statementShape = {
  id: true,
  createdAt: true,
  publishedAt: true,
  hops: unjudgedStatementFor(null).hops,
  spans: span,
  version: standsIn,
  corrections: { orderBy: { id: 'desc' }, take: 1, select: { createdAt: true } },
} satisfies Prisma.StatementSelect

const noteShape = {
  id: true,
  kind: true,
  body: true,
  parentId: true,
  createdAt: true,
  publishedAt: true,
  editedAt: true,
  withdrawnAt: true,
  withdrawnReason: true,
  account: { select: { name: true } },
  documentId: true,
  statementId: true,
  claimId: true,
  sourceId: true,
  hop: { select: { statementId: true, position: true } },
  spans: span,
  version: standsIn,
} satisfies Prisma.NoteSelect

/** A quote with the words around it. */
export type Quote = { start: number; end: number; exact: string; prefix: string; suffix: string }
export type StatementShape = Prisma.StatementGetPayload<{ select: typeof statementShape }> & { quotes: Quote[] }
export type NoteShape = Prisma.NoteGetPayload<{ select: typeof noteShape }> & { quotes: Quote[] }

/** The chain of reports of a statement, as one sentence. */
export function chainOf({ hops, version }: StatementShape): string {
  const unjudged = hops.map((hop) => ({ ...hop, verdicts: [] }))
  return chainSentence(unjudged, version.document.publisher.name)
}

type Quoting = { spans: { id: number }[] }

/** Adds the words of each span, which the database cuts out: a text may be long and have many of them. */
async function withQuotes<T extends Quoting>(
  db: Db,
  rows: T[],
  table: 'Span' | 'NoteSpan',
): Promise<(T & { quotes: Quote[] })[]> {
  const ids = rows.flatMap(({ spans }) => spans.map(({ id }) => id))
  const cut = ids.length === 0 ? [] : await (table === 'Span' ? cutSpans(db, ids) : cutNoteSpans(db, ids))
  const byId = new Map(cut.map(({ id, ...quote }) => [id, quote]))
  return rows.map((row) => ({
    ...row,
    quotes: row.spans.map(({ id }) => byId.get(id)).filter((it) => it !== undefined),
  }))
}

type Cut = Quote & { id: number }

function cutSpans(db: Db, ids: number[]): Promise<Cut[]> {
  return db.$queryRaw<Cut[]>`
    SELECT s."id", s."start", s."end", substr(t."content", s."start" + 1, s."end" - s."start") AS "exact",
      substr(t."content", greatest(s."start" - ${around}::int, 0) + 1, least(s."start", ${around}::int)) AS "prefix",
      substr(t."content", s."end" + 1, ${around}::int) AS "suffix"
    FROM "Span" s JOIN "Statement" o ON o."id" = s."statementId" JOIN "Version" v ON v."id" = o."versionId"
      JOIN "StoredText" t ON t."id" = v."textId"
    WHERE s."id" = ANY(${ids}::int[])`
}

function cutNoteSpans(db: Db, ids: number[]): Promise<Cut[]> {
  return db.$queryRaw<Cut[]>`
    SELECT s."id", s."start", s."end", substr(t."content", s."start" + 1, s."end" - s."start") AS "exact",
      substr(t."content", greatest(s."start" - ${around}::int, 0) + 1, least(s."start", ${around}::int)) AS "prefix",
      substr(t."content", s."end" + 1, ${around}::int) AS "suffix"
    FROM "NoteSpan" s JOIN "Note" o ON o."id" = s."noteId" JOIN "Version" v ON v."id" = o."versionId"
      JOIN "StoredText" t ON t."id" = v."textId"
    WHERE s."id" = ANY(${ids}::int[])`
}

async function whereSought(db: Db, { target, exact }: Sought, baseUrl: string): Promise<Sides> {
  if (target === undefined) return { statements: {}, notes: {}, stored: {} }
  const passage = passagesAt(target, baseUrl)
  const stored = { targets: { some: { iri: target, ...(exact !== undefined && { exact }) } } }
  const statements = { version: passage }
  if (exact === undefined)
    return { statements, notes: { OR: [{ version: passage }, thingAt(target, baseUrl)] }, stored }

  const wanted = exact.normalize('NFC')
  const [said, noted] = await Promise.all([
    db.statement.findMany({ where: { AND: [readable.statements(null), statements] }, select: words }),
    db.note.findMany({ where: { AND: [readable.notes(null), { version: passage }] }, select: words }),
  ])
  const quoting = (rows: { id: number; words: string | null }[]) => ({
    id: { in: rows.filter((row) => row.words?.split(' […] ').includes(wanted)).map(({ id }) => id) },
  })
  return { statements: quoting(said), notes: quoting(noted), stored }
}

const words = { id: true, words: true } as const
const nowhere = { id: -1 }

/** The versions that an address means: one version, all of a document's, or those of the document published there. */
function passagesAt(target: string, baseUrl: string): Prisma.VersionWhereInput {
  const page = withoutFragment(target)
  const [, documentId, number] = pathOf(page, baseUrl, /^\/documents\/(\d{1,9})(?:-[^/]*)?(?:\/versions\/(\d{1,9}))?$/)
  if (documentId === undefined) return { document: { url: page } }
  return { documentId: Number(documentId), ...(number !== undefined && { number: Number(number) }) }
}

/** The thing of the desk at an address, for notes on it as a whole. */
function thingAt(target: string, baseUrl: string): Prisma.NoteWhereInput {
  const [, room, digits] = pathOf(target, baseUrl, /^\/(documents|statements|claims|sources)\/(\d{1,9})(?:-[^/]*)?$/)
  const id = Number(digits)
  if (room === 'documents') return { documentId: id }
  if (room === 'statements') return { OR: [{ statementId: id }, { hop: { statementId: id } }] }
  // Also by the address of a merged thing.
  if (room === 'claims')
    return { OR: [{ claimId: id }, { claim: { mergedFrom: { some: { id, AND: seen.ledOnClaim } } } }] }
  return room === 'sources' ? { sourceId: id } : nowhere
}

function pathOf(address: string, baseUrl: string, path: RegExp): string[] {
  return address.startsWith(baseUrl) ? [...(path.exec(address.slice(baseUrl.length)) ?? [])] : []
}
