import type { VerdictState } from '../database/client/enums.ts'
import type { Database, Db } from '../database/connect.ts'
import { type By, writeEvent } from '../history/events.ts'
import { findLastChange } from '../history/queries.ts'
import { Refused, Stale } from '../refused.ts'
import { findUnmet } from '../verdicts/facts.ts'
import { isSeen } from '../visible/rows.ts'
import { askRecheck } from '../recheck/recheck.ts'
import type { Publication } from './schema.ts'

/** Whether somebody may publish a verdict that they gave themselves: the newsroom's PUBLISH_OWN_VERDICTS. */
export type OwnVerdicts = { ownVerdicts: boolean }

export function sendToReview(db: Database, { documentId, by }: { documentId: number } & By) {
  return db.$transaction(async (tx) => {
    const { count } = await tx.document.updateMany({
      where: { id: documentId, state: 'draft' },
      data: { state: 'in_review', revision: { increment: 1 } },
    })
    if (count === 0) throw new Refused({ state: 'Only a draft can be sent to review. Look at the page again' })
    await writeEvent(tx, 'document_sent_to_review', { by, documentId })
  })
}

/** Back to whoever works on it, with what is to be mended. */
export function sendBack(db: Database, { documentId, reason, by }: { documentId: number; reason: string } & By) {
  return db.$transaction(async (tx) => {
    const { count } = await tx.document.updateMany({
      where: { id: documentId, state: 'in_review' },
      data: { state: 'draft', revision: { increment: 1 } },
    })
    if (count === 0) throw new Refused({ reason: 'It is not in review (any more). Look at the page again' })
    await writeEvent(tx, 'document_sent_back', { by, documentId, after: { reason } })
  })
}

/**
 * Publishes a document, the statements on it that are ready, and the chosen claims and verdicts; again for what has
 * become ready since. Statements still in draft stay unseen.
 */
export function publishDocument(
  db: Database,
  {
    documentId,
    revision,
    claimIds,
    verdictIds,
    by,
    ownVerdicts,
  }: { documentId: number } & Publication & OwnVerdicts & By,
) {
  return db.$transaction(async (tx) => {
    const document = await tx.document.findUniqueOrThrow({ where: { id: documentId } })
    if (document.state === 'withdrawn')
      throw new Refused({ state: 'It was withdrawn, and what was withdrawn stays so' })

    const publishedAt = new Date()
    const { count } = await tx.document.updateMany({
      where: { id: documentId, revision },
      data: {
        state: isSeen('document', document) ? document.state : 'published',
        publishedAt: document.publishedAt ?? publishedAt,
        revision: { increment: 1 },
      },
    })
    if (count === 0) {
      throw new Stale(document.revision, {}, { changed: await findLastChange(tx, { documentId }, 'document_') })
    }
    if (document.publishedAt === null) await writeEvent(tx, 'document_published', { by, documentId })

    const ready = await tx.statement.updateManyAndReturn({
      where: { state: 'ready', version: { documentId } },
      data: { state: 'published', publishedAt, revision: { increment: 1 } },
      select: { id: true },
    })
    for (const { id } of ready) await writeEvent(tx, 'statement_published', { by, documentId, statementId: id })
    await publishClaims(tx, { claimIds, by })
    await publishVerdicts(tx, { verdictIds, by, ownVerdicts })
    return { published: ready.length }
  })
}

export async function publishClaims(tx: Db, { claimIds, by }: { claimIds: number[] } & By): Promise<void> {
  const published = await tx.claim.updateManyAndReturn({
    where: { id: { in: claimIds }, state: { in: ['draft', 'in_review'] } },
    data: { state: 'published', publishedAt: new Date(), revision: { increment: 1 } },
    select: { id: true },
  })
  for (const { id } of published) await writeEvent(tx, 'claim_published', { by, claimId: id })
}

export function sendClaimToReview(db: Database, { claimId, by }: { claimId: number } & By) {
  return db.$transaction(async (tx) => {
    const { count } = await tx.claim.updateMany({
      where: { id: claimId, state: 'draft' },
      data: { state: 'in_review', revision: { increment: 1 } },
    })
    if (count === 0) throw new Refused({ state: 'Only a draft can be sent to review. Look at the page again' })
    await writeEvent(tx, 'claim_sent_to_review', { by, claimId })
  })
}

export function sendClaimBack(db: Database, { claimId, reason, by }: { claimId: number; reason: string } & By) {
  return db.$transaction(async (tx) => {
    const { count } = await tx.claim.updateMany({
      where: { id: claimId, state: 'in_review' },
      data: { state: 'draft', revision: { increment: 1 } },
    })
    if (count === 0) throw new Refused({ reason: 'It is not in review (any more). Look at the page again' })
    await writeEvent(tx, 'claim_sent_back', { by, claimId, after: { reason } })
  })
}

/**
 * Two pairs of eyes: throws Refused where one of the verdicts is the publisher's own, unless the newsroom allows it.
 * Also where one was sent back or superseded, or does not have (any more) what its rating requires.
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
  for (const id of verdictIds) await checkVerdict(tx, id, { isOneOfMany: verdictIds.length > 1 })
  const published = await tx.verdict.updateManyAndReturn({
    where: { id: { in: verdictIds }, state: 'draft', returnedAt: null, supersededBy: null },
    data: { state: 'published', publishedAt: new Date() },
    include: {
      hop: { include: { statement: { include: { version: true } } } },
      statement: { include: { version: true } },
    },
  })
  // Whoever was quicker since they were checked has the last word.
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
      claim: { select: { sentence: true } },
    },
  })
  if (!verdict) throw new Refused({ verdictIds: `There is no verdict ${id}` })
  const why = await whyNotPublished(tx, id, verdict)
  if (why === null) return
  const on = verdict.claim?.sentence ?? (verdict.statement ?? verdict.hop?.statement)?.words ?? ''
  throw new Refused({ verdictIds: isOneOfMany ? `The verdict “${verdict.rating.label}” on “${on}”: ${why}` : why })
}

type Checked = { state: VerdictState; returnedReason: string | null; supersededBy: object | null }

/** Null also where readers see it already. */
function whyNotPublished(tx: Db, id: number, { state, returnedReason, supersededBy }: Checked) {
  if (state === 'withdrawn') return 'It was withdrawn, and what was withdrawn stays so'
  if (isSeen('verdictHere', { state })) return null
  if (supersededBy) return 'A newer verdict took its place: publish that one'
  if (returnedReason !== null) return `It was sent back: ${returnedReason}. A better verdict must take its place`
  return findUnmet(tx, id)
}

/** Nothing published is deleted: it stays, marked as withdrawn, with the reason. */
export function withdrawDocument(
  db: Database,
  { documentId, reason, by }: { documentId: number; reason: string } & By,
) {
  return db.$transaction(async (tx) => {
    const { count } = await tx.document.updateMany({
      where: { id: documentId, state: { not: 'withdrawn' } },
      data: { state: 'withdrawn', withdrawnReason: reason, withdrawnAt: new Date(), revision: { increment: 1 } },
    })
    if (count === 0) throw new Refused({ reason: 'It has been withdrawn already' })
    await writeEvent(tx, 'document_withdrawn', { by, documentId, after: { reason } })
    await askRecheck(tx, { documentId }, { reason: `Document ${documentId} was withdrawn`, by })
  })
}
