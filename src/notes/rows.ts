import type { Prisma } from '../database/client/client.ts'

export const name = { select: { name: true } }

export const noteShape = {
  id: true,
  kind: true,
  visibility: true,
  body: true,
  parentId: true,
  words: true,
  revision: true,
  createdAt: true,
  editedAt: true,
  publishedAt: true,
  resolvedAt: true,
  withdrawnAt: true,
  withdrawnReason: true,
  accountId: true,
  account: name,
  editedBy: name,
  resolvedBy: name,
  withdrawnBy: name,
  hop: { select: { position: true } },
  version: { select: { number: true } },
  spans: { orderBy: { position: 'asc' }, select: { start: true, end: true } },
  mentions: { select: { accountId: true, seenAt: true, account: { select: { handle: true, name: true } } } },
} satisfies Prisma.NoteSelect

export type NoteRow = Prisma.NoteGetPayload<{ select: typeof noteShape }>
/** To find the part of a long document that shows a note on a passage. */

export const cut = { select: { partStarts: true } }
export const titled = { select: { id: true, title: true } }
export const said = { select: { id: true, words: true } }

export const placeShape = {
  id: true,
  document: titled,
  version: { select: { document: titled, text: cut } },
  spans: { orderBy: { position: 'asc' }, select: { start: true, end: true } },
  statement: said,
  hop: { select: { position: true, statement: said } },
  claim: { select: { id: true, sentence: true } },
  source: { select: { id: true, name: true } },
} satisfies Prisma.NoteSelect

export type PlacedRow = Prisma.NoteGetPayload<{ select: typeof placeShape }>

export const mentionShape = {
  note: { select: { ...placeShape, body: true, createdAt: true, withdrawnAt: true, account: name } },
} satisfies Prisma.NoteMentionSelect

export type MentionRow = Prisma.NoteMentionGetPayload<{ select: typeof mentionShape }>
