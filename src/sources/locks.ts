import type { Db } from '../database/connect.ts'

/*
 * Whoever changes, merges or compares sources that are there is alone with all sources; whoever hangs something on them
 * shares them with others who do. Taken before any row is changed: a merge wants the rows that hang on a source, and those
 * who change such a row want sources.
 */
export async function lockSources(tx: Db): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('sources', 0))`
}

export async function shareSources(tx: Db): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock_shared(hashtextextended('sources', 0))`
}
