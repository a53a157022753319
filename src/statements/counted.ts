import { Prisma } from '../database/client/client.ts'
import type { Db } from '../database/connect.ts'
import { countedStates, readable, type Viewer } from '../policy.ts'

/** Counted are the newest, and no more: a page must not take longer the more somebody says. */
export const mostCounted = 500

/**
 * Statements that stand for whoever asks, as `StatementFacts` has a row for them: "statementId", "hopId" and "position" of
 * the step that they are counted for, "speaker" and "distance".
 */
export type Counted = Prisma.Sql

/** Those in whose way a source is, as itself or as the body that somebody speaks for. */
export function spokenBy(viewer: Viewer, sourceId: number): Counted {
  return Prisma.sql`
    SELECT DISTINCT ON (h."statementId") h."statementId", h."id" AS "hopId", h."position", h."sourceId" AS "speaker", f."distance"
    FROM "Hop" h
    JOIN "StatementFacts" f ON f."statementId" = h."statementId" AND f."forReaders" = ${readable.facts(viewer).forReaders}
    WHERE h."sourceId" = ${sourceId}
    ORDER BY h."statementId" DESC, h."position" LIMIT ${mostCounted}`
}

/** Those that make a claim about a topic. */
export function saidAbout(viewer: Viewer, topicId: number): Counted {
  return Prisma.sql`
    SELECT DISTINCT ON (l."statementId") l."statementId", h."id" AS "hopId", 0 AS "position",
      CASE WHEN h."naming" = 'named' THEN h."sourceId" END AS "speaker", f."distance"
    FROM (${claimsAbout(viewer, topicId)}) c
    JOIN "StatementClaim" l ON l."claimId" = c."claimId"
    JOIN "StatementFacts" f ON f."statementId" = l."statementId" AND f."forReaders" = ${readable.facts(viewer).forReaders}
    LEFT JOIN "Hop" h ON h."statementId" = l."statementId" AND h."position" = 0
    ORDER BY l."statementId" DESC LIMIT ${mostCounted}`
}

export function claimsAbout(viewer: Viewer, topicId: number): Prisma.Sql {
  return Prisma.sql`
    SELECT t."claimId" FROM "ClaimTopic" t JOIN "Claim" c ON c."id" = t."claimId"
    WHERE t."topicId" = ${topicId} AND c."state"::text = ANY (${countedStates.claims(viewer)})
    ORDER BY t."claimId" DESC LIMIT ${mostCounted}`
}

export function claimsOf(viewer: Viewer, counted: Counted): Prisma.Sql {
  return Prisma.sql`
    SELECT DISTINCT l."claimId" FROM (${counted}) m
    JOIN "StatementClaim" l ON l."statementId" = m."statementId" AND l."stance" = 'asserts'
    JOIN "Claim" c ON c."id" = l."claimId" AND c."state"::text = ANY (${countedStates.claims(viewer)})
    WHERE m."position" = 0`
}

export type Group = {
  position: number
  speaker: number | null
  distance: number | null
  via: number | null
  ratingId: number | null
  count: number
}

/** `via` is who passed it on next, or who published it; nobody where the next one is not named. */
export function countGroups(db: Db, viewer: Viewer, counted: Counted): Promise<Group[]> {
  const held = (of: Prisma.Sql) => Prisma.sql`
    (SELECT v."ratingId" FROM "Verdict" v
     WHERE ${of} AND v."state"::text = ANY (${countedStates.verdicts(viewer)}) ORDER BY v."id" DESC LIMIT 1)`
  return db.$queryRaw<Group[]>`
    SELECT least(m."position", 1) AS "position", coalesce(m."speaker", CASE WHEN m."hopId" IS NULL THEN d."publisherId" END) AS "speaker",
      m."distance", CASE WHEN n."id" IS NULL THEN d."publisherId" WHEN n."naming" = 'named' THEN n."sourceId" END AS "via",
      coalesce(
        ${held(Prisma.sql`v."hopId" = m."hopId"`)},
        ${held(Prisma.sql`v."statementId" = m."statementId" AND m."position" = 0`)}
      ) AS "ratingId",
      count(*)::int AS "count"
    FROM (${counted}) m
    JOIN "Statement" s ON s."id" = m."statementId"
    JOIN "Version" e ON e."id" = s."versionId"
    JOIN "Document" d ON d."id" = e."documentId"
    LEFT JOIN "Hop" n ON n."statementId" = m."statementId" AND n."position" = m."position" + 1
    GROUP BY 1, 2, 3, 4, 5`
}

export type Found = { ratingId: number | null; count: number; newest: number[] }

/** How many of the claims have which rating, and which of them are the newest. */
export function countRatings(db: Db, viewer: Viewer, claims: Prisma.Sql): Promise<Found[]> {
  return db.$queryRaw<Found[]>`
    SELECT held."ratingId", count(*)::int AS "count", (array_agg(m."claimId" ORDER BY m."claimId" DESC))[1:5] AS "newest"
    FROM (${claims}) m
    LEFT JOIN LATERAL (
      SELECT v."ratingId" FROM "Verdict" v
      WHERE v."claimId" = m."claimId" AND v."state"::text = ANY (${countedStates.verdicts(viewer)})
      ORDER BY v."id" DESC LIMIT 1
    ) held ON true
    GROUP BY 1`
}

export function countTopics(db: Db, viewer: Viewer, counted: Counted, most: number) {
  return db.$queryRaw<{ id: number; name: string; count: number }[]>`
    SELECT t."id", t."name", count(DISTINCT m."statementId")::int AS "count"
    FROM (${counted}) m
    JOIN "StatementClaim" l ON l."statementId" = m."statementId"
    JOIN "Claim" c ON c."id" = l."claimId" AND c."state"::text = ANY (${countedStates.claims(viewer)})
    JOIN "ClaimTopic" o ON o."claimId" = l."claimId"
    JOIN "Topic" t ON t."id" = o."topicId"
    GROUP BY t."id" ORDER BY "count" DESC, t."id" LIMIT ${most}`
}

/** Of those, the newest that make a claim about a topic. */
export async function listOnTopic(db: Db, viewer: Viewer, counted: Counted, topicId: number, most: number) {
  const rows = await db.$queryRaw<{ id: number }[]>`
    SELECT DISTINCT m."statementId" AS "id" FROM (${counted}) m
    JOIN "StatementClaim" l ON l."statementId" = m."statementId"
    JOIN "Claim" c ON c."id" = l."claimId" AND c."state"::text = ANY (${countedStates.claims(viewer)})
    JOIN "ClaimTopic" o ON o."claimId" = l."claimId" AND o."topicId" = ${topicId}
    ORDER BY 1 DESC LIMIT ${most}`
  return rows.map(({ id }) => id)
}
