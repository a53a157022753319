import type { Database, Db } from '../database/connect.ts'
import { type By, writeEvent } from '../history/events.ts'
import { Refused } from '../refused.ts'

/** Throws Refused if one of them was merged since: the publisher has not seen the claim that it is now. */
export async function publishClaims(tx: Db, { claimIds, by }: { claimIds: number[] } & By): Promise<void> {
  const published = await tx.claim.updateManyAndReturn({
    where: { id: { in: claimIds }, mergedIntoId: null, state: { in: ['draft', 'in_review'] } },
    data: { state: 'published', publishedAt: new Date(), revision: { increment: 1 } },
    select: { id: true },
  })
  const merged = await tx.claim.findFirst({
    where: { id: { in: claimIds }, mergedIntoId: { not: null } },
    select: { id: true, mergedIntoId: true },
  })
  if (merged) {
    throw new Refused({
      claimIds: `Claim ${merged.id} was merged into claim ${merged.mergedIntoId} meanwhile. Reload the page, and decide whether to publish that one`,
    })
  }
  for (const { id } of published) await writeEvent(tx, 'claim_published', { by, claimId: id })
}

export function sendClaimToReview(db: Database, { claimId, by }: { claimId: number } & By) {
  return db.$transaction(async (tx) => {
    const { count } = await tx.claim.updateMany({
      where: { id: claimId, mergedIntoId: null, state: 'draft' },
      data: { state: 'in_review', revision: { increment: 1 } },
    })
    if (count === 0) throw new Refused({ state: 'Only a draft can be sent to review. Reload the page' })
    await writeEvent(tx, 'claim_sent_to_review', { by, claimId })
  })
}

export function sendClaimBack(db: Database, { claimId, reason, by }: { claimId: number; reason: string } & By) {
  return db.$transaction(async (tx) => {
    const { count } = await tx.claim.updateMany({
      where: { id: claimId, mergedIntoId: null, state: 'in_review' },
      data: { state: 'draft', revision: { increment: 1 } },
    })
    if (count === 0) throw new Refused({ reason: 'It is no longer in review. Reload the page' })
    await writeEvent(tx, 'claim_sent_back', { by, claimId, after: { reason } })
  })
}
