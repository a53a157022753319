import type { Prisma } from '../database/client/client.ts'
import type { Db } from '../database/connect.ts'
import { isSeen } from '../visible/rows.ts'
import { claimPath } from '../words/addresses.ts'
import { say } from '../words/labels.ts'

export type ClaimSide = Awaited<ReturnType<typeof findClaimSide>>

/**
 * One of two claims as the preview shows it, with the verdict that is in force on the desk and the one that readers
 * see.
 */
export async function findClaimSide(db: Db, id: number) {
  const { sentence, topics, verdicts, _count, ...claim } = await db.claim.findUniqueOrThrow({
    where: { id },
    relationLoadStrategy: 'join',
    select: side,
  })
  const [inForce = null] = verdicts
  const shown = verdicts.find((verdict) => isSeen('verdictHere', verdict)) ?? null
  const said = {
    topics: topics.map(({ topic }) => topic.name).join(', '),
    verdict: inForce?.rating.label ?? 'Not checked yet',
  }
  return {
    ...{ ...claim, ...said, inForce, shown, name: sentence, path: claimPath({ id, sentence }) },
    facts: [
      { label: 'State', value: say('PublicationState', claim.state) },
      { label: 'Topics', value: said.topics || 'nothing' },
      { label: 'Statements', value: String(_count.statements) },
      { label: 'Is it true?', value: said.verdict },
      ...(shown?.id === inForce?.id || !isSeen('claim', claim)
        ? []
        : [{ label: 'Readers see', value: shown?.rating.label ?? 'Not checked yet' }]),
    ],
  }
}

const side = {
  ...{ id: true, sentence: true, state: true, mergedIntoId: true, revision: true },
  topics: { orderBy: { topicId: 'asc' }, select: { topic: { select: { name: true } } } },
  verdicts: {
    where: { state: { not: 'withdrawn' } },
    orderBy: { id: 'desc' },
    select: { id: true, state: true, createdAt: true, rating: { select: { slug: true, label: true } } },
  },
  _count: { select: { statements: true } },
} satisfies Prisma.ClaimSelect
