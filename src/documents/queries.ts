import { Prisma } from '../database/client/client.ts'
import type { Db } from '../database/connect.ts'
import { may, type Viewer } from '../policy.ts'
import { counted, directionOf, idsInOrder, idsToAddUp, inOrderOf, sliceOf, type Sums } from '../visible/in-order.ts'
import { withRechecks } from '../recheck/told.ts'
import { readable } from '../visible/readable.ts'
import { writePartialDate } from '../words/partial-date.ts'
import { foldName } from '../words/names.ts'
import { documentPath } from '../words/addresses.ts'
import { pageOfCards, pathsOfParts } from './cards.ts'
import { choosePart, outlined, outlineOf, type PartAsked, readStretches } from './parts.ts'
import type { DocumentFilters } from './schema.ts'
import { recordedFirst } from './recorded-first.ts'

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

/** What readers see of a withdrawn document: that it was here, when it was withdrawn, and why. */
export function findTombstone(db: Db, id: number) {
  return db.document.findFirstOrThrow(tombstoneOf(id))
}

export function findOptionalTombstone(db: Db, id: number) {
  return db.document.findFirst(tombstoneOf(id))
}

function tombstoneOf(id: number) {
  return {
    where: { id, state: 'withdrawn', publishedAt: { not: null } },
    select: { id: true, title: true, withdrawnAt: true, withdrawnReason: true, publisher: { select: { name: true } } },
  } satisfies Prisma.DocumentFindFirstArgs
}

/** A page of the documents that fit, in the order asked for; the newest first. */
export async function listDocuments(db: Db, viewer: Viewer, filters: DocumentFilters & { take?: number }) {
  const where = wanted(viewer, filters)
  const { by, isFalling } = directionOf(filters.sort ?? 'newest')
  const ids =
    by === 'newest'
      ? undefined
      : await idsInOrder(
          db,
          { table: Prisma.sql`"Document"`, expression: orders(viewer)[by], isFalling, rows: filters },
          (most) => db.document.findMany({ where, orderBy: { id: 'desc' }, take: most, select: { id: true } }),
        )
  const rows = await db.document.findMany({
    where: ids ? { AND: [where, { id: { in: ids } }] } : where,
    orderBy: { id: isFalling ? 'asc' : 'desc' },
    ...(!ids && sliceOf(filters)),
    relationLoadStrategy: 'join',
    select: {
      ...head,
      versions: {
        orderBy: recordedFirst,
        take: 1,
        select: {
          _count: {
            select: { statements: { where: { AND: [readable.statements(viewer), { state: { not: 'withdrawn' } }] } } },
          },
        },
      },
    },
  })
  const told = await withRechecks(db, 'document', ids ? inOrderOf(ids, rows) : rows, viewer)
  return told.map(({ versions, ...document }) => ({
    ...document,
    path: documentPath(document),
    statementCount: versions[0]?._count.statements ?? 0,
  }))
}

export function countDocuments(db: Db, viewer: Viewer, filters: DocumentFilters): Promise<number> {
  return db.document.count({ where: wanted(viewer, { ...filters, before: undefined }), ...counted })
}

/** What the columns of numbers come to on all pages of the list. */
export async function addUpDocuments(db: Db, viewer: Viewer, filters: DocumentFilters): Promise<Sums | undefined> {
  const where = wanted(viewer, { ...filters, before: undefined })
  const ids = await idsToAddUp((take) => db.document.findMany({ where, take, select: { id: true } }))
  if (!ids) return undefined
  const isAtDesk = may(viewer, 'read drafts')
  const [sums] = await db.$queryRaw<Sums[]>`
    SELECT (SELECT sum(${orders(viewer).statements})::int FROM "Document" x WHERE x."id" = ANY (${ids})) AS "statements",
           sum(p."suggested" - p."decided")::int AS "undecided", sum(p."unchecked")::int AS "unchecked"
    FROM document_progress(${isAtDesk ? ids : []}) p`
  return sums
}

function wanted(viewer: Viewer, { q, kind, state, assignee, before }: DocumentFilters): Prisma.DocumentWhereInput {
  return {
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
      assignee === undefined ? {} : workedOnBy(assignee, viewer),
      before ? { id: { lt: before } } : {},
    ],
  }
}

function workedOnBy(assignee: 'me' | 'nobody' | number, viewer: Viewer): Prisma.DocumentWhereInput {
  const assigneeId = assignee === 'nobody' ? null : assignee === 'me' ? (viewer?.id ?? 0) : assignee
  return { work: { assigneeId } }
}

/** What a list of documents is sorted by: for readers only what they see of each. */
function orders(viewer: Viewer) {
  const isAtDesk = may(viewer, 'read drafts')
  const atDesk = (expression: Prisma.Sql) => (isAtDesk ? expression : Prisma.sql`NULL`)
  const progress = (column: Prisma.Sql) =>
    atDesk(Prisma.sql`(SELECT nullif(${column}, 0) FROM document_progress(ARRAY[x."id"]) p)`)
  return {
    title: Prisma.sql`fold_name(x."title")`,
    publisher: Prisma.sql`(SELECT p."folded" FROM "Source" p WHERE p."id" = x."publisherId")`,
    date: Prisma.sql`x."publishedOn"`,
    statements: Prisma.sql`(
      SELECT count(*) FROM "Statement" s
      WHERE s."versionId" = (SELECT v."id" FROM "Version" v WHERE v."documentId" = x."id" ORDER BY v."isLater", v."number" DESC LIMIT 1)
        AND ${isAtDesk ? Prisma.sql`s."state" <> 'withdrawn'` : Prisma.sql`is_public_statement_here(s."state")`})`,
    undecided: progress(Prisma.sql`p."suggested" - p."decided"`),
    unchecked: progress(Prisma.sql`p."unchecked"`),
    assignee: atDesk(Prisma.sql`(
      SELECT fold_name(a."name") FROM "Work" w JOIN "Account" a ON a."id" = w."assigneeId" WHERE w."documentId" = x."id")`),
    state: atDesk(Prisma.sql`x."state"`),
  }
}

/** The publisher of this account's last import, which is probably the next one's too. */
export async function findOptionalLastPublisher(db: Db, by: number): Promise<string | undefined> {
  const last = await db.event.findFirst({
    where: { accountId: by, action: 'document_imported' },
    orderBy: { id: 'desc' },
    select: { document: { select: { publisher: { select: { name: true } } } } },
  })
  return last?.document?.publisher.name
}

/**
 * Documents to choose from while somebody types: those with these letters in their title, ignoring case and accents.
 */
export async function suggestDocuments(db: Db, q: string) {
  const rows = await db.$queryRaw<{ id: number }[]>`
    SELECT "id" FROM "Document"
    WHERE "state" <> 'withdrawn' AND position(${foldName(q.replaceAll('\0', ' '))} IN fold_name("title")) > 0
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

/** A document as its edit form needs it. */
export function findDocumentToEdit(db: Db, id: number) {
  return db.document.findUniqueOrThrow({ where: { id }, include: { publisher: true } })
}

type VersionAsked = { id: number; number: number }

/** A version with a part of its archived text. */
export async function findVersion(db: Db, viewer: Viewer, { id, number, ...asked }: VersionAsked & PartAsked) {
  const {
    id: versionId,
    text,
    ...version
  } = await db.version.findFirstOrThrow({
    where: { documentId: id, number, document: readable.documents(viewer) },
    select: {
      id: true,
      number: true,
      method: true,
      fetchedAt: true,
      originalName: may(viewer, 'see originals'),
      text: { select: { ...outlined, sha256: true } },
      document: { select: head },
    },
  })
  const outline = outlineOf({ id: versionId, text })
  const part = await choosePart(db, outline, asked)
  const [read] = await readStretches(db, outline.textId, [part.stretch])
  const { sha256, codePoints } = text
  const path = `/documents/${id}/versions/${number}`
  const { isThere, count } = part
  return {
    ...version,
    text: { content: read?.words ?? '', sha256, codePoints },
    part: { number: part.number, count, isThere, ...pathsOfParts(path, part, pageOfCards([], {})) },
  }
}

/** The whole text of a version, for programs and for people who want to keep it. */
export async function findWholeText(db: Db, viewer: Viewer, { id, number }: VersionAsked): Promise<string> {
  const { text } = await db.version.findFirstOrThrow({
    where: { documentId: id, number, document: readable.documents(viewer) },
    select: { text: { select: { content: true } } },
  })
  return text.content
}
