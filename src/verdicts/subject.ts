import type { Db } from '../database/connect.ts'

export type VerdictSubject = { room: 'claims' | 'statements'; id: number }

/** The thing that a verdict is on; of a merged claim, the claim that it is now. Throws if there is no such verdict. */
export async function findVerdictSubject(db: Db, id: number): Promise<VerdictSubject> {
  const { claimId, claim, statementId, hop } = await db.verdict.findUniqueOrThrow({
    where: { id },
    select: {
      claimId: true,
      claim: { select: { mergedIntoId: true } },
      statementId: true,
      hop: { select: { statementId: true } },
    },
  })
  if (claimId !== null) return { room: 'claims', id: claim?.mergedIntoId ?? claimId }
  const on = statementId ?? hop?.statementId
  if (on === undefined) throw new Error('A verdict without a target: the database forbids it')
  return { room: 'statements', id: on }
}
