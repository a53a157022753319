import type { Prisma } from '../database/client/client.ts'
import type { Db } from '../database/connect.ts'
import { type Viewer } from '../policy.ts'
import { readable } from '../visible/readable.ts'
import { pageSize } from '../words/paging.ts'
import { onStatement, onSteps } from '../findings/steps.ts'
import { firstLine, presentMention, presentNote, presentSubject, presentThreads } from './presentation.ts'
import type { NoteFilters } from './schema.ts'
import { cut, mentionShape, name, noteShape, placeShape, titled } from './rows.ts'

type On = { documentId: number } | { statementId: number } | { claimId: number } | { sourceId: number }

/**
 * The threads of a page that the user may read: on the thing itself, and on a document's passages or a statement's
 * steps.
 */
export async function listThreadsOn(db: Db, viewer: Viewer, on: On) {
  const rows = await db.note.findMany({
    where: { AND: [readable.notesHere(viewer), await whereOn(db, on)] },
    orderBy: { id: 'asc' },
    take: 1000,
    relationLoadStrategy: 'join',
    select: noteShape,
  })
  return presentThreads(viewer, rows)
}

async function whereOn(db: Db, on: On): Promise<Prisma.NoteWhereInput> {
  if ('statementId' in on) return onStatement(db, on.statementId)
  if (!('documentId' in on)) return on
  const versions = await db.version.findMany({ where: on, select: { id: true } })
  return { OR: [on, { versionId: { in: versions.map(({ id }) => id) } }] }
}

/** For cards of statements that the user may read: how the threads on each statement and its steps begin. */
export async function listNoteLines(db: Db, viewer: Viewer, statements: { id: number; hops: { id: number }[] }[]) {
  const rows = await db.note.findMany({
    where: {
      AND: [readable.notesHere(viewer), { parentId: null, withdrawnAt: null }, onSteps(statements)],
    },
    orderBy: { id: 'asc' },
    relationLoadStrategy: 'join',
    select: {
      id: true,
      kind: true,
      body: true,
      resolvedAt: true,
      withdrawnAt: true,
      statementId: true,
      hop: { select: { statementId: true } },
    },
  })
  const lines = rows.map((row) => ({
    statementId: row.statementId ?? row.hop?.statementId,
    id: row.id,
    kind: row.kind,
    isResolved: row.resolvedAt !== null,
    line: firstLine(row),
  }))
  return Map.groupBy(lines, ({ statementId }) => statementId)
}

/** One note, and its subject. */
export async function findNote(db: Db, viewer: Viewer, id: number) {
  const row = await db.note.findFirstOrThrow({
    where: { id, AND: readable.notes(viewer) },
    relationLoadStrategy: 'join',
    select: {
      ...noteShape,
      ...placeShape,
      version: { select: { number: true, document: titled, text: cut } },
      parent: isPublic,
    },
  })
  return { ...presentNote(viewer, row), accountId: row.accountId, parent: row.parent, on: presentSubject(viewer, row) }
}

const isPublic = { select: { id: true, visibility: true } }

const whereStands = {
  document: { documentId: { not: null } },
  passage: { versionId: { not: null } },
  statement: { statementId: { not: null } },
  step: { hopId: { not: null } },
  claim: { claimId: { not: null } },
  source: { sourceId: { not: null } },
} satisfies Record<string, Prisma.NoteWhereInput>

/** Threads of the whole newsroom, the newest first. */
export async function listThreads(
  db: Db,
  viewer: Viewer,
  { state, kind, on, by, mine, before, limit = pageSize }: NoteFilters,
) {
  const mentioned = { mentions: { some: { accountId: viewer?.id ?? 0 } } }
  const inState = {
    open: { resolvedAt: null, withdrawnAt: null },
    resolved: { resolvedAt: { not: null } },
    all: {},
  }[state]
  const rows = await db.note.findMany({
    where: {
      AND: [
        readable.notes(viewer),
        { parentId: null },
        inState,
        kind ? { kind } : {},
        on ? whereStands[on] : {},
        by ? { OR: [{ accountId: by }, { replies: { some: { accountId: by } } }] } : {},
        mine ? { OR: [mentioned, { replies: { some: mentioned } }] } : {},
        before ? { id: { lt: before } } : {},
      ],
    },
    orderBy: { id: 'desc' },
    take: limit + 1,
    relationLoadStrategy: 'join',
    select: {
      ...placeShape,
      kind: true,
      visibility: true,
      body: true,
      createdAt: true,
      resolvedAt: true,
      withdrawnAt: true,
      account: name,
      resolvedBy: name,
      _count: { select: { replies: { where: readable.notes(viewer) } } },
    },
  })
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    visibility: row.visibility,
    createdAt: row.createdAt,
    by: row.account.name,
    line: firstLine(row),
    on: presentSubject(viewer, row),
    replyCount: row._count.replies,
    resolved: row.resolvedAt && { at: row.resolvedAt, by: row.resolvedBy?.name ?? '' },
    isWithdrawn: row.withdrawnAt !== null,
  }))
}

function unreadBy(accountId: number) {
  return { accountId, seenAt: null, note: { withdrawnAt: null } } satisfies Prisma.NoteMentionWhereInput
}

/** An account's unread mentions, the newest first. */
export async function listUnreadMentions(db: Db, viewer: Viewer) {
  const rows = await db.noteMention.findMany({
    where: unreadBy(viewer?.id ?? 0),
    orderBy: { id: 'desc' },
    take: pageSize,
    relationLoadStrategy: 'join',
    select: mentionShape,
  })
  return rows.map((row) => presentMention(viewer, row))
}

export function countUnreadMentions(db: Db, accountId: number): Promise<number> {
  return db.noteMention.count({ where: unreadBy(accountId) })
}

/** Everyone who wrote a note, to choose from, including people who can't sign in any more. */
export function listAuthors(db: Db) {
  return db.account.findMany({
    where: { notes: { some: {} } },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    select: { id: true, name: true },
  })
}
