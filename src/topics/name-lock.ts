import type { Db } from '../database/connect.ts'

/*
 * Whoever gives names to topics waits for whoever else does, so that one name never means two. Taken before every other
 * lock: those who tag a claim need the names, then the claim, and a merge the names, then the topics of claims.
 */
export async function lockNames(tx: Db): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('topic names', 0))`
}

/** Names mean what they mean now until the transaction ends; others may use them at the same time. */
export async function shareNames(tx: Db): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock_shared(hashtextextended('topic names', 0))`
}
