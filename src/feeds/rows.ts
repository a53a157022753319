import type { Prisma } from '../database/client/client.ts'
import { heldRatingFor } from '../findings/queries.ts'
import { judgedFor } from '../statements/queries.ts'

/** A feed goes to whoever has its address, so it tells the same to all: what readers may know. */
export const reader = null

export const shape = {
  id: true,
  action: true,
  after: true,
  createdAt: true,
  document: { select: { id: true, title: true } },
  statement: { select: { id: true, words: true, ...judgedFor(reader) } },
  claim: { select: { id: true, sentence: true, verdicts: heldRatingFor(reader) } },
  verdict: {
    select: {
      id: true,
      hopId: true,
      reasons: true,
      rating: { select: { label: true } },
      account: { select: { name: true } },
    },
  },
} satisfies Prisma.EventSelect

export type ToldEvent = Prisma.EventGetPayload<{ select: typeof shape }>
