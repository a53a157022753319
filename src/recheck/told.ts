import { Prisma } from '../database/client/client.ts'
import type { Db } from '../database/connect.ts'
import { may, type Viewer } from '../policy.ts'
import { checkingAgain } from '../words/again.ts'
import { formatDate } from '../words/dates.ts'

/** Since when something is checked again, and why, in the words for readers. */
export type ToldRecheck = { since: Date; why: string }
export type Told = { checkedAgain: ToldRecheck | null }

type Kind = 'claim' | 'statement' | 'document'
type Row = { id: number; since: Date | null; reasons: string[] | null; changedAt: Date }

/**
 * Each of these with whether it is being checked again because something that readers saw was corrected, withdrawn or
 * changed by its publisher. A document is for as long as one of its statements is that this viewer may see.
 */
export async function withRechecks<Thing extends { id: number }>(
  db: Db,
  kind: Kind,
  things: Thing[],
  viewer: Viewer = null,
): Promise<(Thing & Told)[]> {
  const told = await findTold(db, kind, idsOf(things), viewer)
  return things.map((thing) => ({ ...thing, checkedAgain: told.get(thing.id) ?? null }))
}

/** The same for one thing. */
export async function findToldRecheck(
  db: Db,
  kind: Exclude<Kind, 'document'>,
  id: number,
): Promise<ToldRecheck | null> {
  return (await findTold(db, kind, [id], null)).get(id) ?? null
}

/** Of things with these ids, those that are being checked again. */
export async function findTold(db: Db, kind: Kind, ids: number[], viewer: Viewer): Promise<Map<number, ToldRecheck>> {
  const open = Prisma.sql`AND w."recheckSince" IS NOT NULL`
  return new Map(
    (await findRows(db, kind, ids, { viewer, only: open })).flatMap(({ id, since, reasons }) =>
      since === null ? [] : [[id, { since, why: tell(reasons) }] as const],
    ),
  )
}

/** When readers were last told that these are checked again, or not any more. */
export async function findToldChanges(db: Db, kind: Kind, ids: number[]): Promise<Map<number, Date>> {
  const rows = await findRows(db, kind, ids, { viewer: null, only: Prisma.empty })
  return new Map(rows.map(({ id, changedAt }) => [id, changedAt]))
}

/** The sentence for readers, where there is no page to lay it out. */
export function tellRecheck({ since, why }: ToldRecheck): string {
  return `${checkingAgain} ${formatDate(since)}: ${why}.`
}

function idsOf(things: { id: number }[]): number[] {
  return things.map(({ id }) => id)
}

type Asked = { viewer: Viewer; only: Prisma.Sql }

async function findRows(db: Db, kind: Kind, ids: number[], { viewer, only }: Asked): Promise<Row[]> {
  if (ids.length === 0) return []
  if (kind === 'claim') {
    return db.$queryRaw<Row[]>`
      WITH "told" AS (
        SELECT e."claimId" AS "id", e."createdAt", e."after"->>'toldAs' AS "reason", w."recheckSince" IS NOT NULL AS "isOpen",
          (SELECT min(s."createdAt") FROM "Event" s
           WHERE s."claimId" = e."claimId" AND s."action" = 'work_recheck_settled' AND s."id" > e."id") AS "settledAt"
        FROM "Work" w JOIN "Event" e ON e."claimId" = w."claimId"
        WHERE w."claimId" = ANY (${ids}::int[]) ${only} AND ${isTold}
      ) ${summary}`
  }
  return db.$queryRaw<Row[]>`
    WITH "told" AS (
      SELECT ${kind === 'statement' ? Prisma.sql`st."id"` : Prisma.sql`e."documentId"`} AS "id",
        e."createdAt", e."after"->>'toldAs' AS "reason",
        w."recheckSince" IS NOT NULL
          AND (w."recheckStatements" = '{}' OR st."id" = ANY (w."recheckStatements")) AS "isOpen",
        (SELECT min(s."createdAt") FROM "Event" s
         WHERE s."documentId" = e."documentId" AND s."action" = 'work_recheck_settled' AND s."id" > e."id"
           AND (s."after"->'statementIds' IS NULL OR s."after"->'statementIds' @> to_jsonb(st."id"))) AS "settledAt"
      FROM "Work" w JOIN "Event" e ON e."documentId" = w."documentId"
        CROSS JOIN LATERAL jsonb_array_elements_text(e."after"->'statementIds') AS named("id")
        JOIN "Statement" st ON st."id" = named."id"::int
      WHERE ${kind === 'statement' ? ofStatements(ids) : ofDocuments(ids, viewer)} ${only} AND ${isTold}
    ) ${summary}`
}

const isTold = Prisma.sql`e."action" = 'work_recheck_asked' AND e."after"->>'isTold' = 'true'`
const summary = Prisma.sql`
  SELECT "id", min("createdAt") FILTER (WHERE "isOpen" AND "settledAt" IS NULL) AS "since",
    array_agg(DISTINCT "reason") FILTER (WHERE "isOpen" AND "settledAt" IS NULL) AS "reasons",
    max(greatest("createdAt", "settledAt")) AS "changedAt"
  FROM "told" GROUP BY "id"`

function ofStatements(ids: number[]): Prisma.Sql {
  return Prisma.sql`st."id" = ANY (${ids}::int[]) AND w."documentId" IN (
    SELECT v."documentId" FROM "Statement" o JOIN "Version" v ON v."id" = o."versionId" WHERE o."id" = ANY (${ids}::int[]))`
}

function ofDocuments(ids: number[], viewer: Viewer): Prisma.Sql {
  const shown = may(viewer, 'read drafts')
    ? Prisma.sql`st."state" <> 'withdrawn'`
    : Prisma.sql`st."id" IN (SELECT "id" FROM "public_statement")`
  return Prisma.sql`w."documentId" = ANY (${ids}::int[]) AND ${shown}`
}

function tell(reasons: string[] | null): string {
  // Events of earlier versions don't say it.
  const unsaid = 'something that it rests on was corrected, withdrawn or changed by its publisher'
  return [...new Set((reasons ?? []).map((reason: string | null) => reason ?? unsaid))].join('; ')
}
