import type { Database, Db } from '../database/connect.ts'
import { type By, writeEvent } from '../history/events.ts'
import { Refused } from '../refused.ts'
import { thingOf } from './recheck.ts'

/** A new verdict is a re-check: it settles the claim, or its statement. */
export async function settleByVerdict(
  tx: Db,
  concerned: { claimId: number } | { documentId: number; statementId: number },
  { by }: By,
): Promise<void> {
  const reason = 'A new verdict was given'
  if (!('claimId' in concerned)) return settleStatement(tx, concerned, { reason, by })
  const { claimId } = concerned
  const { count } = await tx.work.updateMany({
    where: { claimId, recheckSince: { not: null } },
    data: { recheckSince: null, recheckReason: null },
  })
  if (count > 0) await writeEvent(tx, 'work_recheck_settled', { by, claimId, after: { reason } })
}

/** An editor decided about a statement's new place. One with a verdict waits for the next verdict. */
export async function settlePlace(
  tx: Db,
  concerned: { documentId: number; statementId: number },
  { by }: By,
): Promise<void> {
  const verdicts = await tx.verdict.count({
    where: {
      state: { not: 'withdrawn' },
      OR: [{ statementId: concerned.statementId }, { hop: { statementId: concerned.statementId } }],
    },
  })
  if (verdicts > 0) return
  await settleStatement(tx, concerned, { reason: 'What its publisher changed was looked at', by })
}

/** Settles a re-check by hand: the verdict still holds. */
export function settleByHand(db: Database, id: number, { by }: By) {
  return db.$transaction(async (tx) => {
    const work = await tx.work.findUniqueOrThrow({ where: { id } })
    const { count } = await tx.work.updateMany({
      where: { id, recheckSince: { not: null } },
      data: { recheckSince: null, recheckReason: null },
    })
    if (count === 0) throw new Refused({ reason: 'Nobody is asking for a second look at it any more' })
    await writeEvent(tx, 'work_recheck_settled', { by, ...thingOf(work), before: { reason: work.recheckReason } })
  })
}

/** Settling the last of its statements settles the document; the event of any other names the statement that it settled. */
async function settleStatement(
  tx: Db,
  { documentId, statementId }: { documentId: number; statementId: number },
  { reason, by }: { reason: string } & By,
): Promise<void> {
  const [work] = await tx.$queryRaw<{ isSettled: boolean }[]>`
    UPDATE "Work" SET
      "recheckStatements" = array_remove("recheckStatements", ${statementId}::int),
      "recheckSince" = CASE WHEN "recheckStatements" = ARRAY[${statementId}::int] THEN NULL ELSE "recheckSince" END,
      "recheckReason" = CASE WHEN "recheckStatements" = ARRAY[${statementId}::int] THEN NULL ELSE "recheckReason" END
    WHERE "documentId" = ${documentId} AND ${statementId}::int = ANY ("recheckStatements")
    RETURNING "recheckSince" IS NULL AS "isSettled"`
  if (!work) return
  const after = work.isSettled
    ? { reason }
    : { reason: `${reason} (statement ${statementId}; others still wait)`, statementIds: [statementId] }
  await writeEvent(tx, 'work_recheck_settled', { by, documentId, after })
}
