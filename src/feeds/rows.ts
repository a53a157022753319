import type { Prisma } from '../database/client/client.ts'
import { heldRatingFor } from '../findings/queries.ts'
import { judgedFor } from '../statements/queries.ts'

/** A feed is for everybody with its address, so it always contains what readers may see. */
export const reader = null

/** When its words last changed for readers. */
const changed = { corrections: { orderBy: { id: 'desc' }, take: 1, select: { createdAt: true } } } as const

export const shape = {
  id: true,
  action: true,
  after: true,
  createdAt: true,
  document: { select: { id: true, title: true, ...changed } },
  statement: { select: { id: true, words: true, ...changed, ...judgedFor(reader) } },
  claim: { select: { id: true, sentence: true, ...changed, verdicts: heldRatingFor(reader) } },
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
