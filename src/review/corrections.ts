import type { Db } from '../database/connect.ts'
import { type By, writeEvent } from '../history/events.ts'
import { readable, type Viewer } from '../policy.ts'
import { Refused } from '../refused.ts'
import { askRecheck } from '../work/recheck.ts'

type Corrected = { documentId: number; statementId?: number } | { claimId: number }

/**
 * Tells readers that what they saw was changed, and why. Throws Refused, beside `correction`, where nobody says why;
 * what was never public needs no reason.
 */
export async function writeCorrection(
  tx: Db,
  target: Corrected,
  { wasPublic, correction, by }: { wasPublic: boolean; correction: string } & By,
): Promise<void> {
  if (!wasPublic) return
  if (correction === '') {
    throw new Refused({
      correction: 'Readers have seen this. Say what was wrong: they will be told, with today’s date',
    })
  }
  await tx.correction.create({ data: { ...target, reason: correction, accountId: by } })
  const corrected = { state: 'corrected', revision: { increment: 1 } } as const
  if ('claimId' in target) {
    await tx.claim.updateMany({ where: { id: target.claimId }, data: { state: 'corrected' } })
    await writeEvent(tx, 'claim_corrected', { by, claimId: target.claimId, after: { reason: correction } })
  } else if (target.statementId === undefined) {
    await tx.document.updateMany({ where: { id: target.documentId }, data: { state: 'corrected' } })
    await writeEvent(tx, 'document_corrected', { by, documentId: target.documentId, after: { reason: correction } })
    await askRecheck(tx, target, { reason: `Document ${target.documentId} was corrected`, by })
  } else {
    await tx.document.updateMany({ where: { id: target.documentId, state: 'published' }, data: corrected })
    await writeEvent(tx, 'statement_corrected', { by, ...target, after: { reason: correction } })
  }
}

/** What readers were told of changes, the newest first. */
export function listCorrections(
  db: Db,
  viewer: Viewer,
  of: { documentId: number } | { statementId: number } | { claimId: number },
) {
  return db.correction.findMany({
    where: { AND: [of, { OR: [{ statementId: null }, { statement: readable.statements(viewer) }] }] },
    orderBy: { id: 'desc' },
    take: 100,
    select: { id: true, reason: true, createdAt: true, statement: { select: { id: true, words: true } } },
  })
}
