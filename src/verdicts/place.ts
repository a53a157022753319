import type { Db } from '../database/connect.ts'

/** The page a verdict stands on. Throws where there is no such verdict. */
export async function findVerdictPlace(db: Db, id: number): Promise<string> {
  const { claimId, statementId, hop } = await db.verdict.findUniqueOrThrow({
    where: { id },
    select: { claimId: true, statementId: true, hop: { select: { statementId: true } } },
  })
  return claimId === null ? `/statements/${statementId ?? hop?.statementId}` : `/claims/${claimId}`
}
