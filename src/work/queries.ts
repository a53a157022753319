import { Prisma, type Priority, type PublicationState } from '../database/client/client.ts'
import type { Db } from '../database/connect.ts'
import { pageSize } from '../words/paging.ts'
import { claimPath } from '../words/addresses.ts'
import { afterCursor, conditionOf, cursorOf, orderOf } from './filters.ts'
import { findProgress } from './progress.ts'
import type { Cursor, Filters, views } from './schema.ts'
import { dueWords, isOverdue, workSentence } from './words.ts'

/** Counts stop here: nobody reads further, and the database need not either. */
const mostCounted = 1000

type Row = {
  id: number
  documentId: number | null
  claimId: number | null
  title: string
  state: PublicationState
  isOpen: boolean
  priority: Priority
  dueOn: Date | null
  recheckSince: Date | null
  recheckReason: string | null
  revision: number
  createdAt: Date
  assigneeId: number | null
  assignee: string | null
  handle: string | null
  hasLeft: boolean | null
  publisher: string | null
  language: string | null
}

/** A page of the desk: documents and claims together, and where the next one begins. */
export async function listWork(db: Db, viewer: { id: number }, filters: Filters, after?: Cursor) {
  const rows = await findRows(
    db,
    Prisma.sql`SELECT w.* FROM "Work" w WHERE ${conditionOf(filters, viewer.id)} AND ${afterCursor(filters, after)}
      ORDER BY ${orderOf(filters)} LIMIT ${pageSize + 1}`,
    orderOf(filters),
  )
  const shown = rows.slice(0, pageSize)
  const last = shown.at(-1)
  const works = shown.map((row) => present(row, viewer))
  const progress = await findProgress(db, documentsOf(shown))
  return {
    works: works.map((work) => ({ ...work, progress: progress.get(work.documentId ?? 0) ?? null })),
    next: rows.length > pageSize && last ? cursorOf(last) : null,
  }
}

/** One thing's work, for its own page; null for readers. */
export async function findOptionalWork(
  db: Db,
  viewer: { id: number } | null,
  of: { documentId: number } | { claimId: number },
) {
  if (!viewer) return null
  const where =
    'documentId' in of ? Prisma.sql`w."documentId" = ${of.documentId}` : Prisma.sql`w."claimId" = ${of.claimId}`
  const [[row], progress] = await Promise.all([
    findRows(db, Prisma.sql`SELECT w.* FROM "Work" w WHERE ${where}`),
    findProgress(db, 'documentId' in of ? [of.documentId] : []),
  ])
  return row ? { ...present(row, viewer), progress: progress.get(row.documentId ?? 0) ?? null } : null
}

/** Who has these things, by their ids, for a list of them. */
export async function listWorkOf(
  db: Db,
  viewer: { id: number },
  of: { documentId: { in: number[] } } | { claimId: { in: number[] } },
) {
  const rows = await db.work.findMany({
    where: of,
    select: {
      id: true,
      documentId: true,
      claimId: true,
      isOpen: true,
      dueOn: true,
      assignee: { select: { id: true, name: true } },
    },
  })
  return new Map(
    rows.map(({ id, documentId, claimId, isOpen, dueOn, assignee }) => [
      documentId ?? claimId ?? 0,
      {
        id,
        assignee: assignee && (assignee.id === viewer.id ? 'You' : assignee.name),
        isLate: isOpen && isOverdue(dueOn),
      },
    ]),
  )
}

export async function findWork(db: Db, viewer: { id: number }, id: number) {
  const { documentId, claimId } = await db.work.findUniqueOrThrow({ where: { id } })
  const work = await findOptionalWork(db, viewer, documentId === null ? { claimId: claimId ?? 0 } : { documentId })
  if (!work) throw new Error(`Work ${id} went away while it was read`)
  return work
}

/** The number of things in each list, up to the limit. */
export async function countViews(db: Db, viewer: { id: number }): Promise<Record<(typeof views)[number], string>> {
  const count = (view: (typeof views)[number]) => countOf({ ...everything, view }, viewer.id)
  const [row] = await db.$queryRaw<Record<(typeof views)[number], number>[]>`
    SELECT ${count('mine')} AS "mine", ${count('unassigned')} AS "unassigned", ${count('review')} AS "review",
      ${count('recheck')} AS "recheck", ${count('open')} AS "open"`
  const { mine = 0, unassigned = 0, review = 0, recheck = 0, open = 0 } = row ?? {}
  return {
    mine: capped(mine),
    unassigned: capped(unassigned),
    review: capped(review),
    recheck: capped(recheck),
    open: capped(open),
  }
}

export async function countWork(db: Db, viewer: { id: number }, filters: Filters): Promise<string> {
  const [row] = await db.$queryRaw<{ count: number }[]>`SELECT ${countOf(filters, viewer.id)} AS "count"`
  return capped(row?.count ?? 0)
}

/** The claims that these rows of work are about. */
export async function listClaimsOfWork(db: Db, workIds: number[]): Promise<number[]> {
  const rows = await db.work.findMany({
    where: { id: { in: workIds }, claimId: { not: null } },
    orderBy: { claimId: 'asc' },
    select: { claimId: true },
  })
  return rows.flatMap(({ claimId }) => claimId ?? [])
}

/** Names of topics to choose from while somebody types. */
export function listTopicNames(db: Db) {
  return db.topic.findMany({
    where: { mergedIntoId: null },
    orderBy: { name: 'asc' },
    take: 200,
    select: { name: true },
  })
}

const everything: Filters = {
  view: 'open',
  sort: 'priority',
  kind: undefined,
  q: '',
  assignee: undefined,
  due: undefined,
  priority: undefined,
  state: undefined,
  topic: '',
  publisher: '',
}

function countOf(filters: Filters, viewerId: number): Prisma.Sql {
  return Prisma.sql`(SELECT count(*)::int FROM (
    SELECT FROM "Work" w WHERE ${conditionOf(filters, viewerId)} LIMIT ${mostCounted}) counted)`
}

function capped(count: number): string {
  return count < mostCounted ? String(count) : `${mostCounted - 1}+`
}

/** The columns that a row shows besides its own are joined only to the rows of one page. */
function findRows(db: Db, some: Prisma.Sql, order = Prisma.sql`w."id"`): Promise<Row[]> {
  return db.$queryRaw<Row[]>`
    SELECT w."id", w."documentId", w."claimId", w."title", w."state"::text, w."isOpen", w."priority"::text, w."dueOn",
      w."recheckSince", w."recheckReason", w."revision", w."createdAt", w."assigneeId", a."name" AS "assignee", a."handle",
      a."disabledAt" IS NOT NULL AS "hasLeft", s."name" AS "publisher", d."language"
    FROM (${some}) w
    LEFT JOIN "Account" a ON a."id" = w."assigneeId"
    LEFT JOIN "Source" s ON s."id" = w."publisherId"
    LEFT JOIN "Document" d ON d."id" = w."documentId"
    ORDER BY ${order}`
}

function documentsOf(rows: Row[]): number[] {
  return rows.map(({ documentId }) => documentId).filter((id) => id !== null)
}

function present(row: Row, viewer: { id: number }) {
  const { id, documentId, claimId, title, state, isOpen, priority, dueOn, revision, createdAt, publisher, language } =
    row
  const isMine = row.assigneeId === viewer.id
  const assignee = row.assignee !== null && row.hasLeft ? `${row.assignee}, who can no longer sign in` : row.assignee
  return {
    id,
    documentId,
    claimId,
    title,
    state,
    isOpen,
    priority,
    dueOn,
    due: dueWords(dueOn),
    isOverdue: isOverdue(dueOn),
    revision,
    createdAt,
    publisher,
    language,
    path: documentId === null ? claimPath({ id: claimId ?? 0, sentence: title }) : `/documents/${documentId}/desk`,
    assignee: row.assigneeId === null ? null : { id: row.assigneeId, name: assignee ?? '', handle: row.handle ?? '' },
    isMine,
    line: workSentence({ isMine, assignee, dueOn, priority }),
    recheck: row.recheckSince && { since: row.recheckSince, reason: row.recheckReason ?? '' },
  }
}
