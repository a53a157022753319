import { Prisma } from '../database/client/client.ts'
import type { Db } from '../database/connect.ts'
import { requesterIn } from '../history/requester.ts'
import { may, type Viewer } from '../policy.ts'
import { claimPath } from '../words/addresses.ts'
import { formatCount, formatDate } from '../words/dates.ts'

/* What the desk opens with: what waits for this person alone, and what became of their work since they were last here. */

const mostShown = 8
const mostPutInOrder = 500

export type Waiting = {
  title: string
  /** Whose list goes on, where it is longer than what is shown. */
  more: string | null
  things: { words: string; path: string; kind: string; why: string }[]
}

type Row = {
  documentId: number | null
  claimId: number | null
  title: string
  who: string | null
  at: Date
  why: string | null
}

/** Groups with something in them, what a reviewer is waited for first. */
export async function listWaiting(db: Db, viewer: NonNullable<Viewer>): Promise<Waiting[]> {
  const reviews = may(viewer, 'publish documents')
  const since = await findLastHere(db, viewer.id)
  const [toReview, verdicts, cameBack, verdictsBack, foundTexts, published] = await Promise.all([
    reviews ? listToReview(db, viewer.id) : [],
    reviews ? listVerdictsToPublish(db, viewer.id) : [],
    listCameBack(db, viewer.id),
    listVerdictsBack(db, viewer.id),
    may(viewer, 'import documents') ? listFoundTexts(db, viewer.id) : [],
    listPublishedSince(db, viewer.id, since),
  ])
  const by = ({ who, at }: Row) => `by ${who ?? 'the desk'}, ${formatDate(at)}`
  return [
    group('To review', '/desk?view=review', toReview, (row) => `Asked for ${by(row)}`, 'publication'),
    group('Verdicts to publish', null, verdicts, (row) => row.why ?? '', 'publication'),
    group('Came back to you', null, cameBack, (row) => `Sent back ${by(row)}: ${row.why ?? ''}`, 'desk'),
    group(
      'Verdicts that came back to you',
      null,
      verdictsBack,
      (row) => `Sent back ${by(row)}: ${row.why ?? ''}`,
      'desk',
    ),
    group('Changed by their publishers', null, foundTexts, ({ at }) => `Found ${formatDate(at)}`, 'versions'),
    group(`Published since ${formatDate(since)}`, null, published, (row) => `Published ${by(row)}`, 'page'),
  ].filter(({ things }) => things.length > 0)
}

function group(
  title: string,
  list: string | null,
  rows: Row[],
  why: (row: Row) => string,
  at: 'publication' | 'desk' | 'versions' | 'page',
): Waiting {
  return {
    title,
    more: rows.length > mostShown ? list : null,
    things: rows.slice(0, mostShown).map((row) => ({
      words: row.title,
      kind: row.documentId === null ? 'Claim' : 'Document',
      path:
        row.documentId === null
          ? claimPath({ id: row.claimId ?? 0, sentence: row.title })
          : `/documents/${row.documentId}${at === 'page' ? '' : `/${at}`}`,
      why: why(row),
    })),
  }
}

/** When they last did something on an earlier day; a week ago, if never. */
async function findLastHere(db: Db, accountId: number): Promise<Date> {
  const today = new Date(new Date().toISOString().slice(0, 10))
  const last = await db.event.findFirst({
    where: { accountId, createdAt: { lt: today } },
    orderBy: { id: 'desc' },
    select: { createdAt: true },
  })
  return last?.createdAt ?? new Date(today.getTime() - 7 * 24 * 60 * 60 * 1000)
}

/** The last event of these on a document's or claim's work, as `e`, with who it was, as `a`. */
function lastOf(...actions: string[]): Prisma.Sql {
  return Prisma.sql`
    CROSS JOIN LATERAL (
      SELECT * FROM (
        (SELECT e.* FROM "Event" e WHERE e."documentId" = w."documentId" AND e."action" = ANY (${actions}) ORDER BY e."id" DESC LIMIT 1)
        UNION ALL
        (SELECT e.* FROM "Event" e WHERE e."claimId" = w."claimId" AND e."action" = ANY (${actions}) ORDER BY e."id" DESC LIMIT 1)
      ) last ORDER BY last."id" DESC LIMIT 1
    ) e
    LEFT JOIN "Account" a ON a."id" = ${requesterIn('e')}`
}

const row = Prisma.sql`w."documentId", w."claimId", w."title", a."name" AS "who", e."createdAt" AS "at", e."after" ->> 'reason' AS "why"`

/**
 * In review, by somebody else: what one asked for oneself waits for another. Where very much is in review, the first
 * hundreds of the most urgent are put in order by when they were asked for.
 */
function listToReview(db: Db, viewerId: number): Promise<Row[]> {
  return db.$queryRaw<Row[]>`
    SELECT "documentId", "claimId", "title", "who", "at", "why" FROM (
      SELECT ${row}, w."priority", e."id" AS "asked"
      FROM "Work" w ${lastOf('document_sent_to_review', 'claim_sent_to_review')}
      WHERE w."state" = 'in_review' AND ${requesterIn('e')} IS DISTINCT FROM ${viewerId}
      ORDER BY w."priority", w."id" LIMIT ${mostPutInOrder}
    ) waiting ORDER BY "priority", "asked" LIMIT ${mostShown + 1}`
}

/** Sent back since they asked for a review, or while they have it. Few of all drafts ever were. */
function listCameBack(db: Db, viewerId: number): Promise<Row[]> {
  const asked = ['document_sent_to_review', 'claim_sent_to_review']
  return db.$queryRaw<Row[]>`
    WITH back AS MATERIALIZED (
      SELECT DISTINCT "documentId", "claimId" FROM "Event" WHERE "action" IN ('document_sent_back', 'claim_sent_back')
    ), w AS MATERIALIZED (
      SELECT w.* FROM back JOIN "Work" w ON w."documentId" = back."documentId"
      UNION
      SELECT w.* FROM back JOIN "Work" w ON w."claimId" = back."claimId"
    )
    SELECT ${row} FROM w ${lastOf('document_sent_back', 'claim_sent_back', ...asked)}
    WHERE w."state" = 'draft' AND w."isOpen" AND e."action" IN ('document_sent_back', 'claim_sent_back')
      AND (w."assigneeId" = ${viewerId} OR EXISTS (
        SELECT FROM "Event" o WHERE (o."documentId" = w."documentId" OR o."claimId" = w."claimId")
          AND o."action" = ANY (${asked}) AND ${requesterIn('o')} = ${viewerId}))
    ORDER BY e."id" DESC LIMIT ${mostShown + 1}`
}

/** Draft verdicts of others on what is public: nothing else waits with them. */
async function listVerdictsToPublish(db: Db, viewerId: number): Promise<Row[]> {
  const rows = await db.$queryRaw<(Row & { count: number })[]>`
    SELECT found."documentId", found."claimId", found."title", NULL AS "who", max(found."createdAt") AS "at",
      NULL AS "why", count(*)::int AS "count"
    FROM (
      SELECT d."id" AS "documentId", NULL::int AS "claimId", d."title", v."createdAt"
      FROM "Verdict" v
      JOIN "Statement" s ON s."id" = coalesce(v."statementId", (SELECT h."statementId" FROM "Hop" h WHERE h."id" = v."hopId"))
      JOIN "Version" n ON n."id" = s."versionId" JOIN "Document" d ON d."id" = n."documentId"
      WHERE ${waits(viewerId)} AND is_public_statement_here(s."state") AND is_public_document(d."state")
      UNION ALL
      SELECT NULL, c."id", c."sentence", v."createdAt" FROM "Verdict" v JOIN "Claim" c ON c."id" = v."claimId"
      WHERE ${waits(viewerId)} AND c."mergedIntoId" IS NULL AND is_public_claim(c."state")
    ) found
    GROUP BY 1, 2, 3 ORDER BY max(found."createdAt") LIMIT ${mostShown + 1}`
  return rows.map(({ count, ...found }) => ({ ...found, why: `${formatCount(count, 'verdict')} by others` }))
}

function waits(viewerId: number): Prisma.Sql {
  return Prisma.sql`v."state" = 'draft' AND v."returnedAt" IS NULL AND v."accountId" <> ${viewerId}
    AND NOT EXISTS (SELECT FROM "Verdict" n WHERE n."supersedesId" = v."id")`
}

/** Their own verdicts that a reviewer sent back, until a better one takes their place. */
function listVerdictsBack(db: Db, viewerId: number): Promise<Row[]> {
  return db.$queryRaw<Row[]>`
    SELECT d."id" AS "documentId", CASE WHEN d."id" IS NULL THEN c."id" END AS "claimId",
      coalesce(s."words", c."sentence") AS "title", a."name" AS "who", v."returnedAt" AS "at", v."returnedReason" AS "why"
    FROM "Verdict" v
    LEFT JOIN "Statement" s ON s."id" = coalesce(v."statementId", (SELECT h."statementId" FROM "Hop" h WHERE h."id" = v."hopId"))
    LEFT JOIN "Version" n ON n."id" = s."versionId" LEFT JOIN "Document" d ON d."id" = n."documentId"
    LEFT JOIN "Claim" c ON c."id" = v."claimId"
    LEFT JOIN "Account" a ON a."id" = v."returnedById"
    WHERE v."accountId" = ${viewerId} AND v."state" = 'draft' AND v."returnedAt" IS NOT NULL
      AND NOT EXISTS (SELECT FROM "Verdict" n WHERE n."supersedesId" = v."id")
    ORDER BY v."returnedAt" DESC LIMIT ${mostShown + 1}`
}

/** Of what they have or once worked on, and of what nobody has: another text was found at its address. */
function listFoundTexts(db: Db, viewerId: number): Promise<Row[]> {
  return db.$queryRaw<Row[]>`
    SELECT w."documentId", NULL::int AS "claimId", w."title", NULL AS "who", f."foundAt" AS "at", NULL AS "why"
    FROM "Refetch" f JOIN "Work" w ON w."documentId" = f."documentId"
    WHERE f."found" IS NOT NULL AND w."state" <> 'withdrawn'
      AND (w."assigneeId" IS NULL OR w."assigneeId" = ${viewerId} OR EXISTS (
        SELECT FROM "Event" o WHERE o."documentId" = w."documentId" AND o."accountId" = ${viewerId}))
    ORDER BY f."foundAt" DESC LIMIT ${mostShown + 1}`
}

/** By others, of what they have or once worked on. */
function listPublishedSince(db: Db, viewerId: number, since: Date): Promise<Row[]> {
  return db.$queryRaw<Row[]>`
    SELECT ${row} FROM "Event" e
    JOIN "Work" w ON w."documentId" = e."documentId" OR w."claimId" = e."claimId"
    LEFT JOIN "Account" a ON a."id" = e."accountId"
    WHERE e."createdAt" > ${since} AND e."accountId" IS DISTINCT FROM ${viewerId}
      AND ((e."action" = 'document_published' AND w."documentId" IS NOT NULL)
        OR (e."action" = 'claim_published' AND w."claimId" IS NOT NULL))
      AND CASE WHEN w."documentId" IS NULL THEN is_public_claim(w."state") ELSE is_public_document(w."state") END
      AND (w."assigneeId" = ${viewerId} OR EXISTS (
        SELECT FROM "Event" o WHERE (o."documentId" = w."documentId" OR o."claimId" = w."claimId") AND o."accountId" = ${viewerId}))
    ORDER BY e."id" DESC LIMIT ${mostShown + 1}`
}
