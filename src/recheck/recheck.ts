import type { Database, Db } from '../database/connect.ts'
import { type By, writeEvent, writeEvents } from '../history/events.ts'
import { Refused } from '../refused.ts'

/**
 * The change that may invalidate verdicts: a document was corrected or withdrawn, a claim was reworded, or a claim with
 * a published verdict got a new link.
 */
export type Cause = { documentId: number } | { claimId: number } | { linkedTo: number }

/** What happened to a statement. */
export type StatementChange =
  'changed' | 'withdrawn' | 'restored' | `${'changed' | 'moved' | 'removed'} by its publisher`

type Asked = { claimId: number | null; documentId: number | null; statementId: number | null }

/** What was changed. */
type From = { statementId: number } | { documentId: number } | { claimId: number }

/** Readers are told that something is being checked again if they saw what was changed. */
type Seen = { wasPublic: boolean }

/**
 * Requests a re-check of every verdict that relies on what was changed. Call it in the transaction of the change, after
 * it. Things without a verdict need none.
 */
export async function askRecheck(
  tx: Db,
  cause: Cause,
  {
    reason,
    became = 'corrected',
    wasPublic = false,
    by,
  }: { reason: string; became?: 'corrected' | 'withdrawn' } & Partial<Seen> & By,
): Promise<void> {
  const judged = await findJudged(tx, cause)
  await lockWork(tx, judged)
  const toldAs = `a document that it rests on was ${became}`
  const from = 'linkedTo' in cause ? { claimId: cause.linkedTo } : cause
  await mark(tx, judged, { reason, toldAs, wasPublic, from, by })
}

/**
 * The same for what relies on who said a statement, when its verdict was withdrawn or another one took its place: its
 * claims, the statements taken from it, and their claims; but not of the claim that was judged along with it.
 */
export async function askRecheckUponVerdict(
  tx: Db,
  statementId: number,
  { reason, judgedAlong, wasPublic, by }: { reason: string; judgedAlong?: number | undefined } & Seen & By,
): Promise<void> {
  const resting = (await findUponStatement(tx, statementId)).filter(
    (asked) => asked.statementId !== statementId && (asked.claimId === null || asked.claimId !== judgedAlong),
  )
  await lockWork(tx, resting)
  const toldAs = 'what we found about a statement that it rests on was withdrawn'
  await mark(tx, resting, { reason, toldAs, wasPublic, from: { statementId }, by })
}

/**
 * The same for a statement: for the verdicts that rely on it, and for verdicts elsewhere whose evidence is a passage
 * that it overlaps or overlapped, because the speaker there may be another now. `places` are all of its spans,
 * including former ones.
 */
export async function askRecheckOfStatement(
  tx: Db,
  { id, places }: { id: number; places: { start: number; end: number }[] },
  { was, wasPublic, by }: { was: StatementChange } & Seen & By,
): Promise<void> {
  const resting = await findUponStatement(tx, id)
  const known = new Set(resting.map(nameOf))
  const shown = (await findShownAt(tx, id, places)).filter((asked) => !known.has(nameOf(asked)))
  await lockWork(tx, [...resting, ...shown])
  const toldAs = tellChange(was)
  await mark(tx, resting, { reason: `Statement ${id} was ${was}`, toldAs, wasPublic, from: { statementId: id }, by })
  const reason = `A passage that is evidence here overlaps statement ${id}, which was ${was}`
  await mark(tx, shown, { reason, toldAs, wasPublic, from: { statementId: id }, by })
}

function tellChange(was: StatementChange): string {
  const [change, ofPublisher] = was.split(' by its ')
  if (ofPublisher !== undefined) return `words that it rests on were ${change} by their publisher`
  return `a statement that it rests on was ${was === 'changed' ? 'corrected' : was}`
}

/** The same for verdicts whose evidence are these passages. */
export async function askRecheckOfEvidence(
  tx: Db,
  { documentId, evidenceIds }: { documentId: number; evidenceIds: number[] },
  { reason, wasPublic, by }: { reason: string } & Seen & By,
): Promise<void> {
  const shown = await tx.$queryRaw<Asked[]>`
    WITH "shown" AS (
      SELECT x."claimId", coalesce(x."statementId", h."statementId") AS "statementId"
      FROM "Evidence" e JOIN "Verdict" x ON x."id" = e."verdictId" LEFT JOIN "Hop" h ON h."id" = x."hopId"
      WHERE e."id" = ANY (${evidenceIds}::int[]) AND x."state" <> 'withdrawn'
    )
    SELECT "claimId", NULL::int AS "documentId", NULL::int AS "statementId" FROM "shown" WHERE "claimId" IS NOT NULL
    UNION
    SELECT NULL, v."documentId", st."id"
    FROM "shown" r JOIN "Statement" st ON st."id" = r."statementId" JOIN "Version" v ON v."id" = st."versionId"
    WHERE st."state" <> 'withdrawn'`
  await lockWork(tx, shown)
  const toldAs = 'words that are evidence for it were changed by their publisher'
  await mark(tx, shown, { reason, toldAs, wasPublic, from: { documentId }, by })
}

/** Marks statements whose words were changed in their document, with or without a verdict. */
export async function askRecheckOfPlace(
  tx: Db,
  { documentId, statementIds }: { documentId: number; statementIds: number[] },
  { reason, by }: { reason: string } & By,
): Promise<void> {
  const placed = statementIds.map((statementId) => ({ claimId: null, documentId, statementId }))
  await lockWork(tx, placed)
  // Readers are shown both wordings.
  await mark(tx, placed, { reason, wasPublic: false, from: { documentId }, by })
}

/** An editor decided about a statement's new place. One with a verdict waits for the next verdict. */
export async function settlePlace(
  tx: Db,
  concerned: { documentId: number; statementId: number },
  { by }: By,
): Promise<void> {
  const verdicts = await tx.verdict.count({
    where: {
      state: { not: 'withdrawn' },
      OR: [{ statementId: concerned.statementId }, { hop: { statementId: concerned.statementId } }],
    },
  })
  if (verdicts > 0) return
  await settleStatement(tx, concerned, { reason: 'What its publisher changed was looked at', by })
}

function nameOf({ claimId, statementId }: Asked): string {
  return `${claimId} ${statementId}`
}

/** Called when the work rows of all of them are locked. */
async function mark(
  tx: Db,
  judged: Asked[],
  { reason, toldAs, wasPublic, from, by }: { reason: string; toldAs?: string; from: From } & Seen & By,
): Promise<void> {
  if (judged.length === 0) return
  const claimIds = judged.map(({ claimId }) => claimId).filter((id) => id !== null)
  const claims = await markClaims(tx, claimIds, reason)
  const documents = await markDocuments(tx, judged, reason)
  const marked = documents.map(({ documentId }) => {
    const statementIds = judged.flatMap((asked) => (asked.documentId === documentId ? (asked.statementId ?? []) : []))
    return { documentId, statementIds }
  })
  await writeEvents(
    tx,
    'work_recheck_asked',
    [...claims, ...marked].map(({ statementIds, ...thing }: Marked) => ({
      by,
      ...thing,
      after: { reason, from, ...(statementIds && { statementIds }), ...(wasPublic && { isTold: true, toldAs }) },
    })),
  )
}

type Marked = ({ claimId: number } | { documentId: number }) & { statementIds?: number[] }

/** A new verdict is a re-check: it settles the claim, or its statement. */
export async function settleByVerdict(
  tx: Db,
  concerned: { claimId: number } | { documentId: number; statementId: number },
  { by }: By,
): Promise<void> {
  const reason = 'A new verdict was given'
  if (!('claimId' in concerned)) return settleStatement(tx, concerned, { reason, by })
  const { claimId } = concerned
  const { count } = await tx.work.updateMany({
    where: { claimId, recheckSince: { not: null } },
    data: { recheckSince: null, recheckReason: null },
  })
  if (count > 0) await writeEvent(tx, 'work_recheck_settled', { by, claimId, after: { reason } })
}

/** Marks a thing for a re-check by hand. */
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

/** Settles a re-check by hand: the verdict still holds. */
export function settleByHand(db: Database, id: number, { by }: By) {
  return db.$transaction(async (tx) => {
    const work = await tx.work.findUniqueOrThrow({ where: { id } })
    const { count } = await tx.work.updateMany({
      where: { id, recheckSince: { not: null } },
      data: { recheckSince: null, recheckReason: null },
    })
    if (count === 0) throw new Refused({ reason: 'Nobody is asking for a second look at it any more' })
    await writeEvent(tx, 'work_recheck_settled', { by, ...thingOf(work), before: { reason: work.recheckReason } })
  })
}

/** The thing under which an event about work is found. */
export function thingOf({ documentId, claimId }: { documentId: number | null; claimId: number | null }) {
  return documentId === null ? { claimId: claimId ?? 0 } : { documentId }
}

/** The affected claims with a verdict, and the affected statements with a verdict together with their documents. */
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

/**
 * What relies on a statement: its own verdicts, those on its claims, and the same for all statements further down.
 */
function findUponStatement(tx: Db, id: number) {
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
    WHERE st."state" <> 'withdrawn' AND (
      EXISTS (SELECT FROM "Verdict" x WHERE x."statementId" = st."id" AND x."state" <> 'withdrawn')
      OR EXISTS (SELECT FROM "Hop" h JOIN "Verdict" x ON x."hopId" = h."id"
        WHERE h."statementId" = st."id" AND x."state" <> 'withdrawn'))`
}

/** Verdicts that hold and whose evidence is a passage overlapping these positions of the statement's text. */
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

/** All at once and by id, as in every change of several work rows. */
async function lockWork(tx: Db, judged: Asked[]): Promise<void> {
  if (judged.length === 0) return
  const claimIds = judged.map(({ claimId }) => claimId).filter((id) => id !== null)
  const documentIds = judged.map(({ documentId }) => documentId).filter((id) => id !== null)
  await tx.$executeRaw`
    SELECT "id" FROM "Work" WHERE "claimId" = ANY (${claimIds}) OR "documentId" = ANY (${documentIds})
    ORDER BY "id" FOR NO KEY UPDATE`
}

/** A reason that is already listed is not added again; another one is appended. */
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
  // A re-check marked by hand stays until it is settled by hand, so it has no list of statements. A statement settled
  // since may be added for the same reason again.
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

/** Settling the last of its statements settles the document; the event of any other names the statement that it settled. */
async function settleStatement(
  tx: Db,
  { documentId, statementId }: { documentId: number; statementId: number },
  { reason, by }: { reason: string } & By,
): Promise<void> {
  const [work] = await tx.$queryRaw<{ isSettled: boolean }[]>`
    UPDATE "Work" SET
      "recheckStatements" = array_remove("recheckStatements", ${statementId}::int),
      "recheckSince" = CASE WHEN "recheckStatements" = ARRAY[${statementId}::int] THEN NULL ELSE "recheckSince" END,
      "recheckReason" = CASE WHEN "recheckStatements" = ARRAY[${statementId}::int] THEN NULL ELSE "recheckReason" END
    WHERE "documentId" = ${documentId} AND ${statementId}::int = ANY ("recheckStatements")
    RETURNING "recheckSince" IS NULL AS "isSettled"`
  if (!work) return
  const after = work.isSettled
    ? { reason }
    : { reason: `${reason} (statement ${statementId}; others still wait)`, statementIds: [statementId] }
  await writeEvent(tx, 'work_recheck_settled', { by, documentId, after })
}
