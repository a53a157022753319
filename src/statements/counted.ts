import type { Db } from '../database/connect.ts'
import { countedStates, readable, type Viewer } from '../policy.ts'

/** Counted are the newest, and no more: a page must not take longer the more somebody says. */
export const mostCounted = 100
/** Of topics, and of claims with one rating. */
export const mostListed = 10

/** Statements alike in all this. `via` is who passed them on next, or who published them; null where nobody is named. */
export type Group = {
  position: number
  speaker: number | null
  speakerName: string | null
  distance: number | null
  via: number | null
  viaName: string | null
  ratingId: number | null
  count: number
}
/** How many of the claims have a rating, and the newest of those that have one. */
export type Found = { ratingId: number | null; count: number; newest: { id: number; sentence: string }[] | null }
export type Rating = { id: number; slug: string; label: string; tone: string }
type Topic = { id: number; name: string; count: number }
type Counts = { groups: Group[]; found: Found[]; topics: Topic[]; ratings: Rating[] }

/** What a source says and passes on, or what is said about a topic, counted by the database; and all ratings. */
export async function countAll(db: Db, viewer: Viewer, of: { sourceId: number } | { topicId: number }) {
  const { sourceId, topicId } = { sourceId: null, topicId: null, ...of }
  const [counts] = await db.$queryRaw<Counts[]>`
    SELECT * FROM count_said(${sourceId}::int, ${topicId}::int, ${readable.facts(viewer).forReaders},
      ${countedStates.claims(viewer)}::"PublicationState"[], ${countedStates.verdicts(viewer)}::"VerdictState"[],
      ${mostCounted}::int, ${mostListed}::int)`
  return counts ?? { groups: [], found: [], topics: [], ratings: [] }
}

/** Of the statements that count with a source the newest that make a claim about a topic. */
export async function listOnTopic(db: Db, viewer: Viewer, sourceId: number, topicId: number, most: number) {
  const rows = await db.$queryRaw<{ id: number }[]>`
    SELECT DISTINCT m."statementId" AS "id"
    FROM (
      SELECT DISTINCT h."statementId" FROM "Hop" h
      JOIN "StatementFacts" f ON f."statementId" = h."statementId" AND f."forReaders" = ${readable.facts(viewer).forReaders}
      WHERE h."sourceId" = ${sourceId} ORDER BY 1 DESC LIMIT ${mostCounted}
    ) m
    JOIN "StatementClaim" l ON l."statementId" = m."statementId"
    JOIN "Claim" c ON c."id" = l."claimId" AND c."state" = ANY (${countedStates.claims(viewer)}::"PublicationState"[])
    JOIN "ClaimTopic" o ON o."claimId" = l."claimId" AND o."topicId" = ${topicId}
    ORDER BY 1 DESC LIMIT ${most}`
  return rows.map(({ id }) => id)
}
