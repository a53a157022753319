import type { Db } from '../database/connect.ts'
import { foldName } from '../words/names.ts'

/*
 * Locks all sources. Changing, merging or comparing existing sources takes this exclusively; attaching something to a
 * source shares it. Take it before any row is changed: a merge locks the rows that refer to a source, and changes of
 * such rows lock sources.
 */
export async function lockSources(tx: Db): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('sources', 0))`
}

/**
 * `names`: those that will be found or created. Names that do not exist yet are locked until the transaction ends, so
 * that of two who would create one the second finds the first's. They are locked in a fixed order, to avoid deadlocks.
 */
export async function shareSources(tx: Db, { names }: { names: string[] }): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock_shared(hashtextextended('sources', 0))`
  const folded = [...new Set(names.map(foldName))].filter(Boolean)
  if (folded.length === 0) return
  // A known name cannot change: renames and merges would wait for us.
  await tx.$executeRaw`
    SELECT pg_advisory_xact_lock("key") FROM (
      SELECT hashtextextended('source ' || w."name", 0) AS "key" FROM unnest(${folded}::text[]) AS w("name")
      WHERE NOT EXISTS (SELECT FROM "Source" s WHERE s."folded" = w."name" AND s."mergedIntoId" IS NULL)
        AND NOT EXISTS (
          SELECT FROM "SourceAlias" a JOIN "Source" s ON s."id" = a."sourceId"
          WHERE a."folded" = w."name" AND s."mergedIntoId" IS NULL
        )
      ORDER BY "key" OFFSET 0
    ) "unknown"`
}

/** Locks one name. For several names, pass them to `shareSources` first. */
export async function lockSourceName(tx: Db, name: string): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('source ' || ${foldName(name)}::text, 0))`
}
