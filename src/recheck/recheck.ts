import type { Database, Db } from '../database/connect.ts'
import { type By, writeEvent, writeEvents } from '../history/events.ts'
import { Refused } from '../refused.ts'

/**
 * What happened that a verdict may not survive: a document was corrected or withdrawn; a claim was reworded; something
 * was newly linked to a claim whose verdict readers see.
 */
export type Cause = { documentId: number } | { claimId: number } | { linkedTo: number }

type Asked = { claimId: number | null; documentId: number | null; statementId: number | null }

/**
 * Asks for a second look at every verdict that rests on what was changed; called in the transaction of the change, after
 * it. Nothing is asked where nothing was judged.
 */
export async function askRecheck(tx: Db, cause: Cause, { reason, by }: { reason: string } & By): Promise<void> {
  const judged = await findJudged(tx, cause)
  await lockWork(tx, judged)
  await mark(tx, judged, { reason, by })
}

/**
 * The same for a statement: of what rests on it, and of verdicts elsewhere with a passage as evidence that it stands in,
 * or stood in: who is told to have said it there may be another now. `places` are all of its spans, also those it had.
 */
export async function askRecheckOfStatement(
  tx: Db,
  { id, places }: { id: number; places: { start: number; end: number }[] },
  { was, by }: { was: 'changed' | 'withdrawn' | 'restored' } & By,
): Promise<void> {
  const resting = await findUponStatement(tx, id)
  const known = new Set(resting.map(nameOf))
  const shown = (await findShownAt(tx, id, places)).filter((asked) => !known.has(nameOf(asked)))
  await lockWork(tx, [...resting, ...shown])
  await mark(tx, resting, { reason: `Statement ${id} was ${was}`, by })
  const reason = `A passage that is evidence here overlaps statement ${id}, which was ${was}`
  await mark(tx, shown, { reason, by })
}

function nameOf({ claimId, statementId }: Asked): string {
  return `${claimId} ${statementId}`
}

/** Called once the work of all of them is held. */
async function mark(tx: Db, judged: Asked[], { reason, by }: { reason: string } & By): Promise<void> {
  if (judged.length === 0) return
  const claimIds = judged.map(({ claimId }) => claimId).filter((id) => id !== null)
  const claims = await markClaims(tx, claimIds, reason)
  const documents = await markDocuments(tx, judged, reason)
  await writeEvents(
    tx,
    'work_recheck_asked',
    [...claims, ...documents].map((thing) => ({ by, ...thing, after: { reason } })),
  )
}

/** A new verdict is a second look: it settles the claim, or the statement that it is on. */
export async function settleByVerdict(
  tx: Db,
  concerned: { claimId: number } | { documentId: number; statementId: number },
  { by }: By,
): Promise<void> {
  const settled =
    'claimId' in concerned
      ? await tx.$queryRaw<{ id: number }[]>`
          UPDATE "Work" SET "recheckSince" = NULL, "recheckReason" = NULL
          WHERE "claimId" = ${concerned.claimId} AND "recheckSince" IS NOT NULL RETURNING "id"`
      : await settleStatement(tx, concerned)
  const about = 'claimId' in concerned ? { claimId: concerned.claimId } : { documentId: concerned.documentId }
  if (settled.length > 0) {
    await writeEvent(tx, 'work_recheck_settled', { by, ...about, after: { reason: 'A new verdict was given' } })
  }
}

/** Somebody marks a thing by hand. */
export function markForRecheck(db: Database, id: number, { reason, by }: { reason: string } & By) {
  return db.$transaction(async (tx) => {
    const work = await tx.work.findUniqueOrThrow({ where: { id } })
    const { count } = await tx.work.updateMany({
      where: { id, state: { not: 'withdrawn' } },
      data: { recheckSince: work.recheckSince ?? new Date(), recheckReason: reason, recheckStatements: [] },
    })
    if (count === 0) throw new Refused({ reason: 'It was withdrawn: there is nothing left to look at again' })
    const before = work.recheckReason === null ? {} : { before: { reason: work.recheckReason } }
    await writeEvent(tx, 'work_recheck_asked', { by, ...thingOf(work), ...before, after: { reason } })
  })
}

/** Somebody looked, and what was found still holds. */
export function settleByHand(db: Database, id: number, { by }: By) {
  return db.$transaction(async (tx) => {
    const work = await tx.work.findUniqueOrThrow({ where: { id } })
    const { count } = await tx.work.updateMany({
      where: { id, recheckSince: { not: null } },
      data: { recheckSince: null, recheckReason: null },
    })
    if (count === 0) throw new Refused({ reason: 'Nobody asks for a second look at it (any more)' })
    await writeEvent(tx, 'work_recheck_settled', { by, ...thingOf(work), before: { reason: work.recheckReason } })
  })
}

/** What an event about work is found under. */
export function thingOf({ documentId, claimId }: { documentId: number | null; claimId: number | null }) {
  return documentId === null ? { claimId: claimId ?? 0 } : { documentId }
}

/** The claims with a verdict, and the judged statements with their documents, that the change concerns. */
function findJudged(tx: Db, cause: Cause): Promise<Asked[]> {
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

/** What rests on a statement: its own verdicts, those on its claims, and the same of the statements it is upstream of. */
function findUponStatement(tx: Db, id: number) {
  return tx.$queryRaw<Asked[]>`
    WITH "resting" AS (
      SELECT "id" FROM "Statement" WHERE "id" = ${id}
      UNION SELECT "statementId" FROM "Hop" WHERE "upstreamId" = ${id}
    )
    SELECT sc."claimId", NULL::int AS "documentId", NULL::int AS "statementId"
    FROM "resting" r JOIN "StatementClaim" sc ON sc."statementId" = r."id"
    WHERE EXISTS (SELECT FROM "Verdict" x WHERE x."claimId" = sc."claimId" AND x."state" <> 'withdrawn')
    UNION
    SELECT NULL, v."documentId", st."id"
    FROM "resting" r JOIN "Statement" st ON st."id" = r."id" JOIN "Version" v ON v."id" = st."versionId"
    WHERE st."state" <> 'withdrawn' AND (
      EXISTS (SELECT FROM "Verdict" x WHERE x."statementId" = st."id" AND x."state" <> 'withdrawn')
      OR EXISTS (SELECT FROM "Hop" h JOIN "Verdict" x ON x."hopId" = h."id"
        WHERE h."statementId" = st."id" AND x."state" <> 'withdrawn'))`
}

/** What was judged by a passage that overlaps these places of the statement's text, as far as it holds. */
function findShownAt(tx: Db, id: number, places: { start: number; end: number }[]) {
  const starts = places.map(({ start }) => start)
  const ends = places.map(({ end }) => end)
  return tx.$queryRaw<Asked[]>`
    WITH "shown" AS (
      SELECT x."claimId", coalesce(x."statementId", h."statementId") AS "statementId"
      FROM "Statement" st JOIN "Evidence" e ON e."versionId" = st."versionId" JOIN "Verdict" x ON x."id" = e."verdictId"
        LEFT JOIN "Hop" h ON h."id" = x."hopId"
      WHERE st."id" = ${id} AND x."state" <> 'withdrawn'
        AND EXISTS (SELECT FROM unnest(${starts}::int[], ${ends}::int[]) AS place("start", "end")
          WHERE place."start" < e."end" AND place."end" > e."start")
        AND NOT EXISTS (SELECT FROM "Verdict" n WHERE n."supersedesId" = x."id" AND n."state" <> 'withdrawn')
    )
    SELECT "claimId", NULL::int AS "documentId", NULL::int AS "statementId" FROM "shown" WHERE "claimId" IS NOT NULL
    UNION
    SELECT NULL, v."documentId", st."id"
    FROM "shown" r JOIN "Statement" st ON st."id" = r."statementId" JOIN "Version" v ON v."id" = st."versionId"
    WHERE st."state" <> 'withdrawn'`
}

/**
 * What rests on a document: verdicts with a passage of it as evidence; statements elsewhere that took their words from
 * one of its own, and their claims; and once it is withdrawn, the claims that its own statements make.
 */
function findUponDocument(tx: Db, id: number) {
  return tx.$queryRaw<Asked[]>`
    WITH "downstream" AS (
      SELECT h."statementId" AS "id"
      FROM "Version" v JOIN "Statement" up ON up."versionId" = v."id" JOIN "Hop" h ON h."upstreamId" = up."id"
      WHERE v."documentId" = ${id}
    ), "own" AS (
      SELECT st."id" FROM "Document" d JOIN "Version" v ON v."documentId" = d."id"
        JOIN "Statement" st ON st."versionId" = v."id"
      WHERE d."id" = ${id} AND d."state" = 'withdrawn' AND st."state" <> 'withdrawn'
    ), "shown" AS (
      SELECT x."claimId", coalesce(x."statementId", h."statementId") AS "statementId"
      FROM "Version" v JOIN "Evidence" e ON e."versionId" = v."id" JOIN "Verdict" x ON x."id" = e."verdictId"
        LEFT JOIN "Hop" h ON h."id" = x."hopId"
      WHERE v."documentId" = ${id} AND x."state" <> 'withdrawn'
        AND NOT EXISTS (SELECT FROM "Verdict" n WHERE n."supersedesId" = x."id" AND n."state" <> 'withdrawn')
    )
    SELECT sc."claimId", NULL::int AS "documentId", NULL::int AS "statementId"
    FROM (SELECT "id" FROM "downstream" UNION SELECT "id" FROM "own") r
      JOIN "StatementClaim" sc ON sc."statementId" = r."id"
    WHERE EXISTS (SELECT FROM "Verdict" x WHERE x."claimId" = sc."claimId" AND x."state" <> 'withdrawn')
    UNION
    SELECT "claimId", NULL, NULL FROM "shown" WHERE "claimId" IS NOT NULL
    UNION
    SELECT NULL, v."documentId", st."id"
    FROM "downstream" r JOIN "Statement" st ON st."id" = r."id" JOIN "Version" v ON v."id" = st."versionId"
    WHERE st."state" <> 'withdrawn' AND (
      EXISTS (SELECT FROM "Verdict" x WHERE x."statementId" = st."id" AND x."state" <> 'withdrawn')
      OR EXISTS (SELECT FROM "Hop" h JOIN "Verdict" x ON x."hopId" = h."id"
        WHERE h."statementId" = st."id" AND x."state" <> 'withdrawn'))
    UNION
    SELECT NULL, v."documentId", st."id"
    FROM "shown" r JOIN "Statement" st ON st."id" = r."statementId" JOIN "Version" v ON v."id" = st."versionId"
    WHERE st."state" <> 'withdrawn'`
}

/** All at once and by number, as everybody who takes the work of several things. */
async function lockWork(tx: Db, judged: Asked[]): Promise<void> {
  if (judged.length === 0) return
  const claimIds = judged.map(({ claimId }) => claimId).filter((id) => id !== null)
  const documentIds = judged.map(({ documentId }) => documentId).filter((id) => id !== null)
  await tx.$executeRaw`
    SELECT "id" FROM "Work" WHERE "claimId" = ANY (${claimIds}) OR "documentId" = ANY (${documentIds})
    ORDER BY "id" FOR NO KEY UPDATE`
}

/** A reason that stands there already is not asked for twice; another is added to it. */
function markClaims(tx: Db, claimIds: number[], reason: string) {
  return tx.$queryRaw<{ claimId: number }[]>`
    UPDATE "Work" w SET
      "recheckSince" = coalesce(w."recheckSince", now()),
      "recheckReason" = left(concat_ws(E'\n', w."recheckReason", ${reason}::text), 2000)
    WHERE w."claimId" = ANY (${claimIds}) AND w."state" <> 'withdrawn'
      AND position(${reason}::text in coalesce(w."recheckReason", '')) = 0
    RETURNING w."claimId"`
}

function markDocuments(tx: Db, judged: Asked[], reason: string) {
  const statements = judged.filter(({ documentId }) => documentId !== null)
  const documentIds = statements.map(({ documentId }) => documentId)
  const statementIds = statements.map(({ statementId }) => statementId)
  // What somebody marked by hand stays marked until somebody settles it by hand, so it gets no list of statements. One
  // reason may be asked for again by a statement that was settled since.
  return tx.$queryRaw<{ documentId: number }[]>`
    WITH "asked" AS (
      SELECT "documentId", array_agg("statementId") AS "ids"
      FROM unnest(${documentIds}::int[], ${statementIds}::int[]) AS pair("documentId", "statementId")
      GROUP BY "documentId"
    )
    UPDATE "Work" w SET
      "recheckSince" = coalesce(w."recheckSince", now()),
      "recheckReason" = CASE
        WHEN position(${reason}::text in coalesce(w."recheckReason", '')) > 0 THEN w."recheckReason"
        ELSE left(concat_ws(E'\n', w."recheckReason", ${reason}::text), 2000) END,
      "recheckStatements" = CASE
        WHEN w."recheckSince" IS NOT NULL AND w."recheckStatements" = '{}' THEN '{}'
        ELSE ARRAY(SELECT DISTINCT unnest(w."recheckStatements" || a."ids")) END
    FROM "asked" a
    WHERE w."documentId" = a."documentId" AND w."state" <> 'withdrawn'
      AND NOT (position(${reason}::text in coalesce(w."recheckReason", '')) > 0
        AND (w."recheckStatements" = '{}' OR w."recheckStatements" @> a."ids"))
    RETURNING w."documentId"`
}

/** The document is settled with the last of its statements. */
async function settleStatement(tx: Db, { documentId, statementId }: { documentId: number; statementId: number }) {
  const rows = await tx.$queryRaw<{ id: number; isSettled: boolean }[]>`
    UPDATE "Work" SET
      "recheckStatements" = array_remove("recheckStatements", ${statementId}::int),
      "recheckSince" = CASE WHEN "recheckStatements" = ARRAY[${statementId}::int] THEN NULL ELSE "recheckSince" END,
      "recheckReason" = CASE WHEN "recheckStatements" = ARRAY[${statementId}::int] THEN NULL ELSE "recheckReason" END
    WHERE "documentId" = ${documentId} AND ${statementId}::int = ANY ("recheckStatements")
    RETURNING "id", "recheckSince" IS NULL AS "isSettled"`
  return rows.filter(({ isSettled }) => isSettled)
}
