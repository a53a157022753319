import { countOrigins, factsFor } from '../claims/origins.ts'
import type { Db } from '../database/connect.ts'
import { readable } from '../visible/readable.ts'
import { currentVerdict, presentVerdict, verdictsFor } from '../findings/queries.ts'
import { claimPath } from '../words/addresses.ts'

/** Other sites show it to everybody, so it contains what readers may see, whoever asks. */
const reader = null

/** A claim as other sites show it. */
export async function findClaimCard(db: Db, id: number) {
  const { verdicts, facts, ...claim } = await db.claim.findFirstOrThrow({
    where: { id, AND: readable.claims(reader) },
    relationLoadStrategy: 'join',
    select: {
      id: true,
      sentence: true,
      state: true,
      facts: factsFor(reader),
      verdicts: verdictsFor(reader),
    },
  })
  const verdict = currentVerdict(verdicts.map(presentVerdict))
  const { reports, line } = countOrigins(facts)
  return {
    ...claim,
    path: claimPath(claim),
    reports: reports > 0 ? line : null,
    verdict: verdict && { rating: verdict.rating, publishedAt: verdict.publishedAt },
  }
}

/** What other sites show of a withdrawn claim: that it is gone, and why, without its words. */
export function findOptionalGoneCard(db: Db, id: number) {
  return db.claim.findFirst({
    where: { id, state: 'withdrawn', publishedAt: { not: null } },
    select: { id: true, withdrawnAt: true, withdrawnReason: true },
  })
}
