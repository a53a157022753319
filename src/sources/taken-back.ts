import type { Db } from '../database/connect.ts'
import type { By } from '../history/events.ts'

/** The sources that a statement's steps name. */
export async function sourcesOf(tx: Db, statementId: number): Promise<number[]> {
  const steps = await tx.hop.findMany({ where: { statementId }, select: { sourceId: true, addresseeSourceId: true } })
  return steps.flatMap(({ sourceId, addresseeSourceId }) => [sourceId, addresseeSourceId]).filter((id) => id !== null)
}

/**
 * After a step was undone: of these sources those that only it had made. Whoever made one has to be who undoes, nobody may
 * have edited it, and nothing that stands may name it.
 */
export async function takeBackSources(tx: Db, { ids, by }: { ids: number[] } & By): Promise<void> {
  await tx.$executeRaw`
    UPDATE "Source" s SET "takenBackAt" = now()
    WHERE s."id" = ANY(${ids}) AND s."takenBackAt" IS NULL AND s."mergedIntoId" IS NULL AND s."revision" = 1
      AND EXISTS (SELECT FROM "Event" e WHERE e."sourceId" = s."id" AND e."action" = 'source_created' AND e."accountId" = ${by})
      AND NOT EXISTS (SELECT FROM "Event" e WHERE e."sourceId" = s."id" AND e."action" <> 'source_created')
      AND NOT EXISTS (SELECT FROM "Hop" h JOIN "Statement" t ON t."id" = h."statementId"
                      WHERE h."sourceId" = s."id" AND t."state" <> 'withdrawn')
      AND NOT EXISTS (SELECT FROM "Hop" h JOIN "Statement" t ON t."id" = h."statementId"
                      WHERE h."addresseeSourceId" = s."id" AND t."state" <> 'withdrawn')
      AND NOT EXISTS (SELECT FROM "Document" d WHERE d."publisherId" = s."id")
      AND NOT EXISTS (SELECT FROM "SourceAffiliation" a WHERE a."bodyId" = s."id" OR a."sourceId" = s."id")
      AND NOT EXISTS (SELECT FROM "SourceAlias" a WHERE a."sourceId" = s."id")
      AND NOT EXISTS (SELECT FROM "Source" m WHERE m."mergedIntoId" = s."id")
      AND NOT EXISTS (SELECT FROM "Note" n WHERE n."sourceId" = s."id")
      AND NOT EXISTS (SELECT FROM "Reply" r WHERE r."sourceId" = s."id")`
}

/** They are named again. */
export async function bringSourcesBack(tx: Db, ids: number[]): Promise<void> {
  await tx.source.updateMany({ where: { id: { in: ids }, takenBackAt: { not: null } }, data: { takenBackAt: null } })
}
