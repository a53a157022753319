import type { Db } from '../database/connect.ts'

/*
 * Locks all names of topics against simultaneous naming, so that one name never means two. It comes before every other
 * lock: tagging a claim locks the names and then the claim, a merge the names and then the topics of claims.
 */
export async function lockNames(tx: Db): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('topic names', 0))`
}

/** Names keep their meaning until the transaction ends; several transactions may hold this lock. */
export async function shareNames(tx: Db): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock_shared(hashtextextended('topic names', 0))`
}
