import type { Db } from '../database/connect.ts'
import { type Progress, progressLine } from './words.ts'

export type DocumentProgress = Progress & { line: string }

/**
 * How far the work on each of these documents is, in one query. A step is checked where it, or its statement as a whole,
 * has a verdict that says something; a verdict waits for a reviewer unless one has sent it back. A document's newest
 * version counts, as on its desk.
 *
 * OFFSET 0 keeps the database from joining the verdicts first: its plan is made while there are few and kept while they
 * become many, and read all of them for every step.
 */
export async function findProgress(db: Db, documentIds: number[]): Promise<Map<number, DocumentProgress>> {
  if (documentIds.length === 0) return new Map()
  const rows = await db.$queryRaw<(Progress & { documentId: number })[]>`
    WITH "newest" AS (
      SELECT DISTINCT ON ("documentId") "documentId", "id"
      FROM "Version" WHERE "documentId" = ANY (${documentIds})
      ORDER BY "documentId", "number" DESC
    )
    SELECT v."documentId", s."suggested", s."decided", h."unchecked", w."waiting", d."drafts"
    FROM "newest" v
    CROSS JOIN LATERAL (
      SELECT count(*)::int AS "suggested", (count(*) FILTER (WHERE "state" <> 'open'))::int AS "decided"
      FROM "Suggestion" WHERE "versionId" = v."id"
    ) s
    CROSS JOIN LATERAL (
      SELECT count(*)::int AS "unchecked"
      FROM "Statement" st JOIN "Hop" hop ON hop."statementId" = st."id"
      WHERE st."versionId" = v."id" AND st."state" <> 'withdrawn'
        AND NOT EXISTS (
          SELECT FROM "Verdict" x JOIN "Rating" r ON r."id" = x."ratingId"
          WHERE x."hopId" = hop."id" AND x."state" <> 'withdrawn' AND r."tone" <> 'open'
            AND NOT EXISTS (SELECT FROM "Verdict" n WHERE n."supersedesId" = x."id" AND n."state" <> 'withdrawn')
          OFFSET 0)
        AND NOT EXISTS (
          SELECT FROM "Verdict" x JOIN "Rating" r ON r."id" = x."ratingId"
          WHERE x."statementId" = st."id" AND x."state" <> 'withdrawn' AND r."tone" <> 'open'
            AND NOT EXISTS (SELECT FROM "Verdict" n WHERE n."supersedesId" = x."id" AND n."state" <> 'withdrawn')
          OFFSET 0)
    ) h
    CROSS JOIN LATERAL (
      SELECT count(*)::int AS "waiting" FROM (
        SELECT y."id", y."state", y."returnedAt" FROM "Statement" st JOIN "Verdict" y ON y."statementId" = st."id"
        WHERE st."versionId" = v."id" AND st."state" <> 'withdrawn'
        UNION
        SELECT y."id", y."state", y."returnedAt" FROM "Statement" st JOIN "Hop" hop ON hop."statementId" = st."id"
          JOIN "Verdict" y ON y."hopId" = hop."id"
        WHERE st."versionId" = v."id" AND st."state" <> 'withdrawn'
        UNION
        SELECT y."id", y."state", y."returnedAt" FROM "Statement" st JOIN "StatementClaim" sc ON sc."statementId" = st."id"
          JOIN "Verdict" y ON y."claimId" = sc."claimId"
        WHERE st."versionId" = v."id" AND st."state" <> 'withdrawn'
        OFFSET 0
      ) x
      WHERE x."state" = 'draft' AND x."returnedAt" IS NULL
        AND NOT EXISTS (SELECT FROM "Verdict" n WHERE n."supersedesId" = x."id" OFFSET 0)
    ) w
    CROSS JOIN LATERAL (
      SELECT count(*)::int AS "drafts" FROM "Statement" WHERE "versionId" = v."id" AND "state" = 'draft'
    ) d`
  return new Map(rows.map(({ documentId, ...progress }) => [documentId, { ...progress, line: progressLine(progress) }]))
}
