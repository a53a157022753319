import type { Prisma } from '../database/client/client.ts'

export const shape = {
  id: true,
  action: true,
  before: true,
  after: true,
  createdAt: true,
  ...{ documentId: true, statementId: true, claimId: true, verdictId: true, challengeId: true },
  ...{ sourceId: true, topicId: true, noteId: true, subjectId: true },
  account: { select: { id: true, name: true } },
  subject: { select: { id: true, name: true } },
  document: { select: { id: true, title: true, state: true } },
  statement: {
    select: { id: true, words: true, state: true, version: { select: { document: { select: { state: true } } } } },
  },
  claim: {
    select: {
      ...{ id: true, sentence: true, state: true, mergedIntoId: true },
      mergedInto: { select: { state: true, mergedIntoId: true } },
    },
  },
  verdict: { select: { state: true } },
  challenge: { select: { openedAt: true } },
  source: { select: { id: true, name: true } },
  topic: { select: { id: true, name: true } },
} satisfies Prisma.EventSelect

export type EventRow = Prisma.EventGetPayload<{ select: typeof shape }>
