import { holdClaims } from '../claims/hold.ts'
import type { VerdictState } from '../database/client/enums.ts'
import type { Db } from '../database/connect.ts'
import { type By, writeEvent } from '../history/events.ts'
import { Refused } from '../refused.ts'
import { isSeen } from '../visible/rows.ts'
import { findUnmet } from './facts.ts'

/** Whether people may publish verdicts that they gave themselves: the newsroom's PUBLISH_OWN_VERDICTS. */
export type OwnVerdicts = { ownVerdicts: boolean }

/**
 * Two pairs of eyes: throws Refused if one of the verdicts is the publisher's own, unless the newsroom allows that.
 * Also if one was sent back or superseded, stayed with a merged claim, or does not (or no longer) meet the requirements
 * of its rating.
 */
export async function publishVerdicts(
  tx: Db,
  { verdictIds, by, ownVerdicts }: { verdictIds: number[] } & OwnVerdicts & By,
): Promise<{ id: number }[]> {
  const own =
    by === null || ownVerdicts ? 0 : await tx.verdict.count({ where: { id: { in: verdictIds }, accountId: by } })
  if (own > 0) {
    throw new Refused({
      verdictIds: 'You gave this verdict yourself. Somebody else who publishes must read it, and publish it',
    })
  }
  await holdTheirClaims(tx, verdictIds)
  for (const id of verdictIds) await checkVerdict(tx, id, { isOneOfMany: verdictIds.length > 1 })
  const published = await tx.verdict.updateManyAndReturn({
    where: { id: { in: verdictIds }, state: 'draft', returnedAt: null, supersededBy: null },
    data: { state: 'published', publishedAt: new Date() },
    include: {
      hop: { include: { statement: { include: { version: true } } } },
      statement: { include: { version: true } },
    },
  })
  // Somebody may have acted on them since they were checked.
  const left = verdictIds.filter((id) => published.every((verdict) => verdict.id !== id))
  for (const id of left) await checkVerdict(tx, id, { isOneOfMany: verdictIds.length > 1 })
  for (const verdict of published) {
    const statement = verdict.statement ?? verdict.hop?.statement
    await writeEvent(tx, 'verdict_published', {
      by,
      verdictId: verdict.id,
      ...(verdict.claimId !== null && { claimId: verdict.claimId }),
      ...(statement && { statementId: statement.id, documentId: statement.version.documentId }),
    })
  }
  return published
}

/** A merge of one of them waits, or has decided before which verdict stands. */
async function holdTheirClaims(tx: Db, verdictIds: number[]): Promise<void> {
  const verdicts = await tx.verdict.findMany({ where: { id: { in: verdictIds } }, select: { claimId: true } })
  await holdClaims(
    tx,
    verdicts.map(({ claimId }) => claimId).filter((id) => id !== null),
  )
}

async function checkVerdict(tx: Db, id: number, { isOneOfMany }: { isOneOfMany: boolean }): Promise<void> {
  const verdict = await tx.verdict.findUnique({
    where: { id },
    select: {
      state: true,
      returnedReason: true,
      rating: { select: { label: true } },
      supersededBy: { select: { id: true } },
      statement: { select: { words: true } },
      hop: { select: { statement: { select: { words: true } } } },
      claim: { select: { sentence: true, mergedIntoId: true } },
    },
  })
  if (!verdict) throw new Refused({ verdictIds: `There is no verdict ${id}` })
  const why = await whyNotPublished(tx, id, verdict)
  if (why === null) return
  const on = verdict.claim?.sentence ?? (verdict.statement ?? verdict.hop?.statement)?.words ?? ''
  throw new Refused({ verdictIds: isOneOfMany ? `The verdict “${verdict.rating.label}” on “${on}”: ${why}` : why })
}

type Checked = {
  state: VerdictState
  returnedReason: string | null
  supersededBy: object | null
  claim: { mergedIntoId: number | null } | null
}

/** Null also if readers see it already. */
function whyNotPublished(tx: Db, id: number, { state, returnedReason, supersededBy, claim }: Checked) {
  if (state === 'withdrawn') return 'It was withdrawn, and that is final'
  if (isSeen('verdictHere', { state })) return null
  if (claim && claim.mergedIntoId !== null) {
    return `Its claim was merged into claim ${claim.mergedIntoId}, where another verdict stands`
  }
  if (supersededBy) return 'A newer verdict took its place: publish that one'
  if (returnedReason !== null) return `It was sent back: ${returnedReason}. A better verdict must take its place`
  return findUnmet(tx, id)
}
