import type { Database } from '../database/connect.ts'
import { type By, writeEvent } from '../history/events.ts'
import { findLastChange } from '../history/queries.ts'
import { Refused, Stale } from '../refused.ts'
import { isSeen } from '../visible/rows.ts'
import { askRecheck } from '../recheck/recheck.ts'
import { lockGoingOut } from './going-out.ts'
import type { Publication } from './schema.ts'
import { publishClaims } from '../claims/publishing.ts'
import { type OwnVerdicts, publishVerdicts } from '../verdicts/publishing.ts'

export function sendToReview(db: Database, { documentId, by }: { documentId: number } & By) {
  return db.$transaction(async (tx) => {
    const { count } = await tx.document.updateMany({
      where: { id: documentId, state: 'draft' },
      data: { state: 'in_review', revision: { increment: 1 } },
    })
    if (count === 0) throw new Refused({ state: 'Only a draft can be sent to review. Reload the page' })
    await writeEvent(tx, 'document_sent_to_review', { by, documentId })
  })
}

/** Sends a document back to its editors, with what has to be corrected. */
export function sendBack(db: Database, { documentId, reason, by }: { documentId: number; reason: string } & By) {
  return db.$transaction(async (tx) => {
    const { count } = await tx.document.updateMany({
      where: { id: documentId, state: 'in_review' },
      data: { state: 'draft', revision: { increment: 1 } },
    })
    if (count === 0) throw new Refused({ reason: 'It is no longer in review. Reload the page' })
    await writeEvent(tx, 'document_sent_back', { by, documentId, after: { reason } })
  })
}

/**
 * Publishes a document, its finished statements, and the chosen claims and verdicts; again for those finished since.
 * Statements still in draft stay hidden. With a digest, throws Stale if anything else would go out than it stands for.
 */
export function publishDocument(
  db: Database,
  {
    documentId,
    revision,
    digest,
    claimIds,
    verdictIds,
    by,
    ownVerdicts,
  }: { documentId: number } & Publication & OwnVerdicts & By,
) {
  return db.$transaction(async (tx) => {
    const document = await tx.document.findUniqueOrThrow({ where: { id: documentId } })
    if (document.state === 'withdrawn') throw new Refused({ state: 'It was withdrawn, and that is final' })

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
    const going = await lockGoingOut(tx, documentId, claimIds)
    if (digest !== undefined && digest !== going.digest) throw new Stale(document.revision, {})
    if (document.publishedAt === null) await writeEvent(tx, 'document_published', { by, documentId })

    const ready = await tx.statement.updateManyAndReturn({
      where: { id: { in: going.statementIds }, state: 'ready' },
      data: { state: 'published', publishedAt, revision: { increment: 1 } },
      select: { id: true },
    })
    for (const { id } of ready) await writeEvent(tx, 'statement_published', { by, documentId, statementId: id })
    await publishClaims(tx, { claimIds, by })
    await publishVerdicts(tx, { verdictIds, by, ownVerdicts })
    return { published: ready.length }
  })
}

/** Nothing published is deleted: it stays, marked as withdrawn, with the reason. */
export function withdrawDocument(
  db: Database,
  { documentId, reason, by }: { documentId: number; reason: string } & By,
) {
  return db.$transaction(async (tx) => {
    const before = await tx.document.findUniqueOrThrow({ where: { id: documentId }, select: { state: true } })
    const { count } = await tx.document.updateMany({
      where: { id: documentId, state: { not: 'withdrawn' } },
      data: { state: 'withdrawn', withdrawnReason: reason, withdrawnAt: new Date(), revision: { increment: 1 } },
    })
    if (count === 0) throw new Refused({ reason: 'It has been withdrawn already' })
    await writeEvent(tx, 'document_withdrawn', { by, documentId, after: { reason } })
    await askRecheck(
      tx,
      { documentId },
      {
        reason: `Document ${documentId} was withdrawn`,
        became: 'withdrawn',
        wasPublic: isSeen('document', before),
        by,
      },
    )
  })
}
