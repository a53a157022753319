import { Prisma } from '../database/client/client.ts'
import type { Db } from '../database/connect.ts'

/* What rests on what was changed: the claims and statements to be looked at again. */

/**
 * The change that may invalidate verdicts: a document was corrected or withdrawn, a claim was reworded, or a claim with
 * a published verdict got a new link.
 */
export type Cause = { documentId: number } | { claimId: number } | { linkedTo: number }

export type Asked = { claimId: number | null; documentId: number | null; statementId: number | null }

/** Of a verdict x: it was not withdrawn, and no other took its place. */
const holds = Prisma.sql`x."state" <> 'withdrawn'
  AND NOT EXISTS (SELECT FROM "Verdict" n WHERE n."supersedesId" = x."id" AND n."state" <> 'withdrawn')`

/** Of a statement st: it stands, and it or one of its steps has a verdict. */
const isJudged = Prisma.sql`st."state" <> 'withdrawn' AND (
  EXISTS (SELECT FROM "Verdict" x WHERE x."statementId" = st."id" AND x."state" <> 'withdrawn')
  OR EXISTS (SELECT FROM "Hop" h JOIN "Verdict" x ON x."hopId" = h."id"
    WHERE h."statementId" = st."id" AND x."state" <> 'withdrawn'))`

/** The claims and statements whose verdicts were found as "shown". */
const ofShown = Prisma.sql`
  SELECT "claimId", NULL::int AS "documentId", NULL::int AS "statementId" FROM "shown" WHERE "claimId" IS NOT NULL
  UNION
  SELECT NULL, v."documentId", st."id"
  FROM "shown" r JOIN "Statement" st ON st."id" = r."statementId" JOIN "Version" v ON v."id" = st."versionId"
  WHERE st."state" <> 'withdrawn'`

/** The affected claims with a verdict, and the affected statements with a verdict together with their documents. */
export function findJudged(tx: Db, cause: Cause): Promise<Asked[]> {
  if ('claimId' in cause) return findJudgedClaim(tx, cause.claimId)
  if ('linkedTo' in cause) {
    return tx.$queryRaw<Asked[]>`
      SELECT DISTINCT "claimId", NULL::int AS "documentId", NULL::int AS "statementId" FROM "Verdict"
      WHERE "claimId" = ${cause.linkedTo} AND "id" IN (SELECT "id" FROM "public_verdict_here")`
  }
  return findUponDocument(tx, cause.documentId)
}

function findJudgedClaim(tx: Db, claimId: number) {
  return tx.$queryRaw<Asked[]>`
    SELECT DISTINCT "claimId", NULL::int AS "documentId", NULL::int AS "statementId" FROM "Verdict"
    WHERE "claimId" = ${claimId} AND "state" <> 'withdrawn'`
}

/**
 * What relies on a statement: its own verdicts, those on its claims, and the same for all statements further down.
 */
export function findUponStatement(tx: Db, id: number) {
  return tx.$queryRaw<Asked[]>`
    WITH RECURSIVE "resting" AS (
      SELECT ${id}::int AS "id"
      UNION SELECT h."statementId" FROM "resting" r JOIN "Hop" h ON h."upstreamId" = r."id"
    )
    SELECT sc."claimId", NULL::int AS "documentId", NULL::int AS "statementId"
    FROM "resting" r JOIN "StatementClaim" sc ON sc."statementId" = r."id"
    WHERE EXISTS (SELECT FROM "Verdict" x WHERE x."claimId" = sc."claimId" AND x."state" <> 'withdrawn')
    UNION
    SELECT NULL, v."documentId", st."id"
    FROM "resting" r JOIN "Statement" st ON st."id" = r."id" JOIN "Version" v ON v."id" = st."versionId"
    WHERE ${isJudged}`
}

/** Verdicts that hold and whose evidence is a passage overlapping these positions of the statement's text. */
export function findShownAt(tx: Db, id: number, places: { start: number; end: number }[]) {
  const starts = places.map(({ start }) => start)
  const ends = places.map(({ end }) => end)
  return tx.$queryRaw<Asked[]>`
    WITH "shown" AS (
      SELECT x."claimId", coalesce(x."statementId", h."statementId") AS "statementId"
      FROM "Statement" st JOIN "Evidence" e ON e."versionId" = st."versionId" JOIN "Verdict" x ON x."id" = e."verdictId"
        LEFT JOIN "Hop" h ON h."id" = x."hopId"
      WHERE st."id" = ${id} AND ${holds}
        AND EXISTS (SELECT FROM unnest(${starts}::int[], ${ends}::int[]) AS place("start", "end")
          WHERE place."start" < e."end" AND place."end" > e."start")
    )
    ${ofShown}`
}

/** Verdicts that hold and whose evidence are these passages. */
export function findShownBy(tx: Db, evidenceIds: number[]) {
  return tx.$queryRaw<Asked[]>`
    WITH "shown" AS (
      SELECT x."claimId", coalesce(x."statementId", h."statementId") AS "statementId"
      FROM "Evidence" e JOIN "Verdict" x ON x."id" = e."verdictId" LEFT JOIN "Hop" h ON h."id" = x."hopId"
      WHERE e."id" = ANY (${evidenceIds}::int[]) AND ${holds}
    )
    ${ofShown}`
}

/**
 * What relies on a document: verdicts with a passage of it as evidence; statements elsewhere taken from one of its own,
 * and their claims; and if it was withdrawn, the claims that its own statements make.
 */
function findUponDocument(tx: Db, id: number) {
  return tx.$queryRaw<Asked[]>`
    WITH RECURSIVE "downstream" AS (
      SELECT h."statementId" AS "id"
      FROM "Version" v JOIN "Statement" up ON up."versionId" = v."id" JOIN "Hop" h ON h."upstreamId" = up."id"
      WHERE v."documentId" = ${id}
      UNION SELECT h."statementId" FROM "downstream" d JOIN "Hop" h ON h."upstreamId" = d."id"
    ), "own" AS (
      SELECT st."id" FROM "Document" d JOIN "Version" v ON v."documentId" = d."id"
        JOIN "Statement" st ON st."versionId" = v."id"
      WHERE d."id" = ${id} AND d."state" = 'withdrawn' AND st."state" <> 'withdrawn'
    ), "shown" AS (
      SELECT x."claimId", coalesce(x."statementId", h."statementId") AS "statementId"
      FROM "Version" v JOIN "Evidence" e ON e."versionId" = v."id" JOIN "Verdict" x ON x."id" = e."verdictId"
        LEFT JOIN "Hop" h ON h."id" = x."hopId"
      WHERE v."documentId" = ${id} AND ${holds}
    )
    SELECT sc."claimId", NULL::int AS "documentId", NULL::int AS "statementId"
    FROM (SELECT "id" FROM "downstream" UNION SELECT "id" FROM "own") r
      JOIN "StatementClaim" sc ON sc."statementId" = r."id"
    WHERE EXISTS (SELECT FROM "Verdict" x WHERE x."claimId" = sc."claimId" AND x."state" <> 'withdrawn')
    UNION
    ${ofShown}
    UNION
    SELECT NULL, v."documentId", st."id"
    FROM "downstream" r JOIN "Statement" st ON st."id" = r."id" JOIN "Version" v ON v."id" = st."versionId"
    WHERE ${isJudged}`
}
