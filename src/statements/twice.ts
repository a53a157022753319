import type { Stretch } from '../anchoring/find-quote.ts'
import type { Db } from '../database/connect.ts'
import { Refused } from '../refused.ts'
import { foldName } from '../words/names.ts'
import { statementPath } from '../words/addresses.ts'

type Step = {
  naming: string
  sourceId?: number | null | undefined
  description?: string | null | undefined
  upstreamId?: number | null | undefined
}
type Recorded = { versionId: number; words: string; spans: Stretch[]; hops: Step[]; own?: number }

/**
 * Offers the existing statement if this passage with the same chain is recorded already; `again` records it once more.
 * Waits for anybody who is recording the same passage at this moment.
 */
export async function offerRecorded(tx: Db, { versionId, words, spans, hops, own }: Recorded): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`passage ${versionId} ${words}`}, 0))`
  const like = await tx.statement.findMany({
    where: { versionId, words, state: { not: 'withdrawn' }, ...(own !== undefined && { NOT: { id: own } }) },
    include: { spans: { orderBy: { position: 'asc' } }, hops: { orderBy: { position: 'asc' } } },
    orderBy: { id: 'asc' },
  })
  const same = like.find((other) => isSamePassage(other.spans, spans) && writeSteps(other.hops) === writeSteps(hops))
  if (!same) return
  throw new Refused(
    {
      again: `Statement ${same.id} has this passage with this chain already. Open it, or record the passage once more`,
    },
    {
      again: [
        {
          value: 'true',
          label: 'Record it once more',
          path: statementPath(same),
          pathLabel: `Open statement ${same.id}`,
        },
      ],
    },
  )
}

export function isSamePassage(one: Stretch[], other: Stretch[]): boolean {
  return (
    one.length === other.length && one.every(({ start, end }, i) => start === other[i]?.start && end === other[i].end)
  )
}

/** The chain in words, without the passage. */
export function writeSteps(hops: Step[]): string {
  const steps = hops.map(({ naming, sourceId, description, upstreamId }) => [
    naming,
    sourceId ?? null,
    foldName(description ?? ''),
    upstreamId ?? null,
  ])
  return JSON.stringify(steps)
}
