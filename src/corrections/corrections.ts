import type { Db } from '../database/connect.ts'
import { type By, writeEvent } from '../history/events.ts'
import { may, type Viewer } from '../policy.ts'
import { readable } from '../visible/readable.ts'
import { Refused } from '../refused.ts'
import { type Hide, listUnnamedSince } from './unnamed-since.ts'
import { uncorrected } from '../visible/conditions.ts'
import { askRecheck } from '../recheck/recheck.ts'
import type { Seen } from './seen-values.ts'

type Corrected = { documentId: number } | { documentId: number; statementId: number } | { claimId: number }

type Change = { wasPublic: boolean; correction: string; before: Seen; after: Seen } & By

/**
 * Tells readers that something they saw was changed, why, and what it was before. Throws Refused, beside `correction`,
 * if there is no reason; things that were never public need none.
 */
export async function writeCorrection(
  tx: Db,
  target: Corrected,
  { wasPublic, correction, before, after, by }: Change,
): Promise<void> {
  if (!wasPublic) return
  if (correction === '') {
    throw new Refused({
      correction: 'Readers have seen this. Say what was wrong: they will see it, with today’s date',
    })
  }
  await tx.correction.create({ data: { ...target, reason: correction, before, after, accountId: by } })
  if ('claimId' in target) {
    await tx.claim.updateMany({ where: { id: target.claimId }, data: { state: 'corrected' } })
    await writeEvent(tx, 'claim_corrected', { by, claimId: target.claimId, after: { reason: correction } })
  } else if (!('statementId' in target)) {
    await tx.document.updateMany({ where: { id: target.documentId }, data: { state: 'corrected' } })
    await writeEvent(tx, 'document_corrected', { by, documentId: target.documentId, after: { reason: correction } })
    await askRecheck(tx, target, { reason: `Document ${target.documentId} was corrected`, wasPublic, by })
  } else {
    await tx.document.updateMany({
      where: { id: target.documentId, AND: uncorrected },
      data: { state: 'corrected', revision: { increment: 1 } },
    })
    await writeEvent(tx, 'statement_corrected', { by, ...target, after: { reason: correction } })
  }
}

/** The corrections that readers were shown, the newest first, each with the fields that it changed. */
export async function listCorrections(
  db: Db,
  viewer: Viewer,
  of: { documentId: number } | { statementId: number } | { claimId: number | { in: number[] } },
) {
  const corrections = await db.correction.findMany({
    where: { AND: [of, { OR: [{ statementId: null }, { statement: readable.statements(viewer) }] }] },
    orderBy: { id: 'desc' },
    take: 100,
    select: {
      id: true,
      reason: true,
      before: true,
      after: true,
      createdAt: true,
      statement: { select: { id: true, words: true } },
    },
  })
  const ids = [...new Set(corrections.flatMap(({ statement }) => statement?.id ?? []))]
  const unnamed =
    may(viewer, 'read drafts') || ids.length === 0 ? new Map<number, Hide>() : await listUnnamedSince(db, ids)
  return corrections.map(({ before, after, ...correction }) => ({
    ...correction,
    changes: listChanges(before as Seen | null, after as Seen | null, unnamed.get(correction.statement?.id ?? 0)),
  }))
}

function listChanges(was: Seen | null, is: Seen | null, hide: Hide = (seen) => seen) {
  if (!was || !is) return []
  const [before, after] = [hide(was), hide(is)]
  return Object.keys({ ...before, ...after })
    .map((name) => ({ name, before: before[name] ?? '', after: after[name] ?? '' }))
    .filter((change) => change.before !== change.after)
}
