import type { Database, Db } from '../database/connect.ts'
import { type By, writeEvent, writeEvents } from '../history/events.ts'
import { Refused } from '../refused.ts'
import { type Asked, type Cause, findJudged, findShownAt, findShownBy, findUponStatement } from './affected.ts'

/** What happened to a statement. */
export type StatementChange =
  'changed' | 'withdrawn' | 'restored' | `${'changed' | 'moved' | 'removed'} by its publisher`

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
  const shown = await findShownBy(tx, evidenceIds)
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

/** The thing under which an event about work is found. */
export function thingOf({ documentId, claimId }: { documentId: number | null; claimId: number | null }) {
  return documentId === null ? { claimId: claimId ?? 0 } : { documentId }
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
