import { Prisma } from '../database/client/client.ts'
import type { ClaimStance, Tone } from '../database/client/enums.ts'
import type { Db } from '../database/connect.ts'
import { type Viewer } from '../policy.ts'
import { readable } from '../visible/readable.ts'

/** Only the newest are counted, so that a page takes no longer for a source that is quoted more. */
export const mostCounted = 100
/** The limit for topics, and for claims with one rating. */
export const mostListed = 10

/**
 * Statements that share all these values. `via` is who passed them on next, or the publisher; null for somebody without
 * a name.
 */
export type Group = {
  position: number
  distance: number | null
  via: number | null
  viaName: string | null
  ratingId: number | null
  count: number
}
export type SpokenGroup = Group & { speaker: number | null; speakerName: string | null }
/** How many of the claims have a rating, and the newest of those that have one. */
export type Found = { ratingId: number | null; count: number; newest: { id: number; sentence: string }[] | null }
export type Rating = { id: number; slug: string; label: string; tone: string }
type Topic = { id: number; name: string; count: number }
type Counts<G> = { groups: G[]; found: Found[]; ratings: Rating[] }

/** What a source says and passes on, counted by the database; and all ratings. */
export async function countOfSource(db: Db, viewer: Viewer, sourceId: number) {
  const [counts] = await db.$queryRaw<(Counts<Group> & { topics: Topic[] })[]>`
    SELECT * FROM count_source(${sourceId}::int, ${readable.facts(viewer).forReaders}, ${mostCounted}::int, ${mostListed}::int)`
  return counts ?? { groups: [], found: [], topics: [], ratings: [] }
}

/** What is said about a topic, counted in the same way. */
export async function countOfTopic(db: Db, viewer: Viewer, topicId: number) {
  const [counts] = await db.$queryRaw<Counts<SpokenGroup>[]>`
    SELECT * FROM count_topic(${topicId}::int, ${readable.facts(viewer).forReaders}, ${mostCounted}::int, ${mostListed}::int)`
  return counts ?? { groups: [], found: [], ratings: [] }
}

/** For claims towards which a counted statement has a stance: the statement's rating, and the claim's. */
export type FoundOf = {
  statementId: number
  speaker: number | null
  ratingId: number
  stance: ClaimStance
  tone: Tone
}

/** The verdicts on the claims of a source's statements, where somebody checked that they were said. */
export function listFoundOfSource(db: Db, viewer: Viewer, sourceId: number) {
  const { forReaders } = readable.facts(viewer)
  return listFound(
    db,
    viewer,
    Prisma.sql`
      SELECT f."statementId", f."sourceId" AS "speaker", f."ratingId", f."position" FROM "SourceFacts" f
      WHERE f."sourceId" = ${sourceId}::int AND f."forReaders" = ${forReaders}
      ORDER BY f."statementId" DESC LIMIT ${mostCounted}::int`,
  )
}

/** The same for statements about a topic. */
export function listFoundOfTopic(db: Db, viewer: Viewer, topicId: number) {
  const { forReaders } = readable.facts(viewer)
  return listFound(
    db,
    viewer,
    Prisma.sql`
      SELECT o."statementId", 0 AS "position",
        CASE WHEN EXISTS (SELECT FROM "Hop" h WHERE h."statementId" = o."statementId")
          THEN (SELECT h."sourceId" FROM "Hop" h
                WHERE h."statementId" = o."statementId" AND h."position" = 0 AND h."naming" = 'named')
          ELSE o.publisher END AS "speaker",
        coalesce(
        (SELECT v."ratingId" FROM "Hop" h JOIN "Verdict" v ON v."hopId" = h."id" AND verdict_stands(v."state", ${forReaders})
         WHERE h."statementId" = o."statementId" AND h."position" = 0 ORDER BY v."id" DESC LIMIT 1),
        (SELECT v."ratingId" FROM "Verdict" v
         WHERE v."statementId" = o."statementId" AND verdict_stands(v."state", ${forReaders}) ORDER BY v."id" DESC LIMIT 1)
      ) AS "ratingId"
      FROM (
        SELECT DISTINCT l."statementId", f."way"[1] AS publisher FROM (
          SELECT t."claimId" FROM "ClaimTopic" t
          JOIN "Claim" c ON c."id" = t."claimId" AND claim_stands(c."state", ${forReaders})
          WHERE t."topicId" = ${topicId}::int ORDER BY t."claimId" DESC LIMIT ${mostCounted}::int
        ) about
        JOIN "StatementClaim" l ON l."claimId" = about."claimId"
        JOIN "StatementFacts" f ON f."statementId" = l."statementId" AND f."forReaders" = ${forReaders}
        ORDER BY l."statementId" DESC LIMIT ${mostCounted}::int
      ) o`,
  )
}

function listFound(db: Db, viewer: Viewer, counted: Prisma.Sql) {
  const { forReaders } = readable.facts(viewer)
  return db.$queryRaw<FoundOf[]>`
    SELECT m."statementId", m."speaker", m."ratingId", k."stance"::text AS "stance", r."tone"::text AS "tone"
    FROM (${counted}) m
    JOIN "StatementClaim" k ON k."statementId" = m."statementId"
    JOIN "Claim" c ON c."id" = k."claimId" AND claim_stands(c."state", ${forReaders})
    CROSS JOIN LATERAL (
      SELECT v."ratingId" FROM "Verdict" v
      WHERE v."claimId" = k."claimId" AND verdict_stands(v."state", ${forReaders}) ORDER BY v."id" DESC LIMIT 1
    ) held
    JOIN "Rating" r ON r."id" = held."ratingId"
    WHERE m."position" = 0 AND m."ratingId" IS NOT NULL`
}

/** The newest of a source's counted statements with a claim about a topic. */
export async function listOnTopic(db: Db, viewer: Viewer, sourceId: number, topicId: number, most: number) {
  const rows = await db.$queryRaw<{ id: number }[]>`
    SELECT m."statementId" AS "id"
    FROM (
      SELECT f."statementId", f."topicIds" FROM "SourceFacts" f
      WHERE f."sourceId" = ${sourceId} AND f."forReaders" = ${readable.facts(viewer).forReaders}
      ORDER BY f."statementId" DESC LIMIT ${mostCounted}
    ) m
    WHERE ${topicId} = ANY (m."topicIds")
    ORDER BY 1 DESC LIMIT ${most}`
  return rows.map(({ id }) => id)
}
