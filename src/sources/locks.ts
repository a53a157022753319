import type { Db } from '../database/connect.ts'
import { foldName } from '../words/names.ts'

/*
 * Whoever changes, merges or compares sources that are there is alone with all sources; whoever hangs something on them
 * shares them with others who do. Taken before any row is changed: a merge wants the rows that hang on a source, and those
 * who change such a row want sources.
 */
export async function lockSources(tx: Db): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('sources', 0))`
}

/**
 * `names`: those that will be found or made. What nobody is called yet is held until the transaction ends, so that of two
 * who want to make it the second finds what the first made; in one order, so that they do not wait for each other.
 */
export async function shareSources(tx: Db, { names }: { names: string[] }): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock_shared(hashtextextended('sources', 0))`
  const folded = [...new Set(names.map(foldName))].filter(Boolean)
  if (folded.length === 0) return
  // What is known stays so: whoever renames or merges would wait for us.
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

/** The one name is held; whoever wants several says so to `shareSources` before. */
export async function lockSourceName(tx: Db, name: string): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('source ' || ${foldName(name)}::text, 0))`
}
