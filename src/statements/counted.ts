import type { Db } from '../database/connect.ts'
import { readable, type Viewer } from '../policy.ts'

/** Counted are the newest, and no more: a page must not take longer the more somebody says. */
export const mostCounted = 100
/** Of topics, and of claims with one rating. */
export const mostListed = 10

/** Statements alike in all this. `via` is who passed them on next, or who published them; null where nobody is named. */
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

/** What is said about a topic, likewise. */
export async function countOfTopic(db: Db, viewer: Viewer, topicId: number) {
  const [counts] = await db.$queryRaw<Counts<SpokenGroup>[]>`
    SELECT * FROM count_topic(${topicId}::int, ${readable.facts(viewer).forReaders}, ${mostCounted}::int, ${mostListed}::int)`
  return counts ?? { groups: [], found: [], ratings: [] }
}

/** Of the statements that count with a source the newest that make a claim about a topic. */
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
