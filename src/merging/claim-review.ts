import type { Db } from '../database/connect.ts'
import { type By, writeEvent } from '../history/events.ts'
import { requesterOf } from '../history/requester.ts'
import type { ClaimSide } from './claim-side.ts'
import type { Moved, Sides } from './kind.ts'

/**
 * A draft takes over the request for review of the claim that is merged into it: otherwise nobody would review either.
 * It stays the request of whoever made it, who is told if the claim is sent back. Returns its event's id, or null.
 */
export async function carryReview(tx: Db, { merged, survivor }: Sides<ClaimSide>, { by }: By): Promise<number | null> {
  if (merged.state !== 'in_review' || survivor.state !== 'draft') return null
  const asked = await findRequest(tx, merged.id)
  const claimId = survivor.id
  // The merge itself counts its revision up.
  await tx.claim.update({ where: { id: claimId }, data: { state: 'in_review' } })
  const told = 'As somebody had for a claim that was merged into it'
  await writeEvent(tx, 'claim_sent_to_review', { by, claimId, after: { requestedById: requesterOf(asked), told } })
  return (await findRequest(tx, claimId))?.id ?? null
}

/** It is a draft again, unless the request was answered since. */
export async function carryReviewBack(tx: Db, claimId: number, moved: Moved, { by }: By): Promise<void> {
  if (typeof moved['review'] !== 'number' || moved['review'] !== (await findRequest(tx, claimId))?.id) return
  const { count } = await tx.claim.updateMany({ where: { id: claimId, state: 'in_review' }, data: { state: 'draft' } })
  if (count > 0) await writeEvent(tx, 'claim_review_taken_back', { by, claimId })
}

function findRequest(tx: Db, claimId: number) {
  return tx.event.findFirst({
    where: { claimId, action: 'claim_sent_to_review' },
    orderBy: { id: 'desc' },
    select: { id: true, accountId: true, after: true },
  })
}
