import { Prisma } from '../database/client/client.ts'
import type { Db } from '../database/connect.ts'
import { may, type Viewer } from '../policy.ts'
import { counted, directionOf, idsInOrder, idsToAddUp, inOrderOf, sliceOf, type Sums } from '../visible/in-order.ts'
import { readable } from '../visible/readable.ts'
import { findSurvivorId } from '../same/survivor.ts'
import { foldName } from '../words/names.ts'
import { literally, mistakesIn, wordsOfName } from '../sources/spelling.ts'
import { lettersOf, namesWith } from '../sources/letters.ts'
import { topicPath } from '../words/addresses.ts'
import { sameTopics } from './pairs.ts'
import type { TopicFilters } from './schema.ts'

export async function findTopic(db: Db, viewer: Viewer, id: number) {
  const [topic] = await Promise.all([
    db.topic.findFirstOrThrow({
      where: { id, mergedIntoId: null },
      relationLoadStrategy: 'join',
      select: {
        id: true,
        name: true,
        description: true,
        aliases: { orderBy: { name: 'asc' }, select: { name: true } },
      },
    }),
    // Queried from the newest on: within the other query, the database read all claims of the topic.
    may(viewer, 'read drafts') ||
      db.claimTopic.findFirstOrThrow({
        where: { topicId: id, claim: readable.claims(viewer) },
        orderBy: { claimId: 'desc' },
        select: { claimId: true },
      }),
  ])
  return { ...topic, path: topicPath(topic) }
}

/** By name, unless a page begins after one of the newest. */
export function topicSort({ sort, before }: TopicFilters) {
  return sort ?? (before === undefined ? 'name' : 'newest')
}

/** A page of the topics that fit, in the order asked for. */
export async function listTopics(db: Db, viewer: Viewer, filters: TopicFilters & { take?: number }) {
  const where = await wanted(db, viewer, filters)
  const { by, isFalling } = directionOf(topicSort(filters))
  const ids =
    by === 'newest' || by === 'name'
      ? undefined
      : await idsInOrder(
          db,
          { table: Prisma.sql`"Topic"`, expression: claimsOf(viewer), isFalling, rows: filters },
          (most) => db.topic.findMany({ where, orderBy: { id: 'desc' }, take: most, select: { id: true } }),
        )
  const rows = await db.topic.findMany({
    where: ids ? { AND: [where, { id: { in: ids } }] } : where,
    orderBy:
      by === 'name'
        ? [{ folded: isFalling ? 'desc' : 'asc' }, { id: isFalling ? 'asc' : 'desc' }]
        : { id: isFalling ? 'asc' : 'desc' },
    ...(!ids && sliceOf(filters)),
    relationLoadStrategy: 'join',
    select: {
      id: true,
      name: true,
      description: true,
      _count: { select: { claims: { where: { claim: readable.claims(viewer) } } } },
    },
  })
  return (ids ? inOrderOf(ids, rows) : rows).map(({ _count, ...topic }) => ({
    ...topic,
    path: topicPath(topic),
    claimCount: _count.claims,
  }))
}

export async function countTopics(db: Db, viewer: Viewer, filters: TopicFilters): Promise<number> {
  return db.topic.count({ where: await wanted(db, viewer, { ...filters, before: undefined }), ...counted })
}

/** How many claims the topics of all pages have; one with several topics counts once. */
export async function addUpTopics(db: Db, viewer: Viewer, filters: TopicFilters): Promise<Sums | undefined> {
  const where = await wanted(db, viewer, { ...filters, before: undefined })
  const ids = await idsToAddUp((take) => db.topic.findMany({ where, take, select: { id: true } }))
  if (!ids) return undefined
  const links = may(viewer, 'read drafts')
    ? Prisma.sql`"ClaimTopic" l JOIN "Claim" c ON c."id" = l."claimId" AND c."mergedIntoId" IS NULL`
    : Prisma.sql`"public_claim_topic" l`
  const [sums] = await db.$queryRaw<Sums[]>`
    SELECT count(DISTINCT l."claimId")::int AS "claims" FROM ${links} WHERE l."topicId" = ANY (${ids})`
  return sums
}

async function wanted(db: Db, viewer: Viewer, { q, letter, before }: TopicFilters): Promise<Prisma.TopicWhereInput> {
  const has = { folded: { contains: foldName(q) } }
  const near = q ? (await suggestTopics(db, q)).map(({ id }) => id) : []
  return {
    AND: [
      readable.topics(viewer),
      q ? { OR: [has, { aliases: { some: has } }, { id: { in: near } }] } : {},
      letter ? namesWith(letter) : {},
      before ? { id: { lt: before } } : {},
    ],
  }
}

/** The number of a topic's claims, of those that this viewer may see. */
function claimsOf(viewer: Viewer): Prisma.Sql {
  return may(viewer, 'read drafts')
    ? Prisma.sql`(SELECT count(*) FROM "ClaimTopic" l JOIN "Claim" c ON c."id" = l."claimId"
        WHERE l."topicId" = x."id" AND c."mergedIntoId" IS NULL)`
    : Prisma.sql`(SELECT count(*) FROM "public_claim_topic" l WHERE l."topicId" = x."id")`
}

/** The letters that the names of topics begin with. */
export function listTopicLetters(db: Db, viewer: Viewer): Promise<Set<string>> {
  const isSeen = may(viewer, 'read drafts')
    ? Prisma.sql`TRUE`
    : Prisma.sql`EXISTS (SELECT FROM "public_claim_topic" l WHERE l."topicId" = x."id")`
  return lettersOf(db, Prisma.sql`"Topic"`, isSeen)
}

export type Suggestion = { id: number; name: string; alias: string | null; why: string }
type Found = { id: number; name: string; alias: string | null; text: string; isLettered: boolean; claims: number }

/** Topics that the typed text may mean, the likeliest first, ignoring case, accents and a mistake or two. */
export async function suggestTopics(db: Db, q: string): Promise<Suggestion[]> {
  const folded = foldName(q)
  const [longest = ''] = wordsOfName(folded).toSorted((a, b) => b.length - a.length)
  const start = `${literally(folded)}%`
  const part = `%${start}`
  // The index's own threshold (0.3 of all trigrams) also lets short misspelt words through.
  const rows = await db.$queryRaw<Found[]>`
    SELECT t."id", t."name", f."alias", f."text", f."text" LIKE ${part} AS "isLettered",
           (SELECT count(*)::int FROM "ClaimTopic" c WHERE c."topicId" = t."id") AS "claims"
    FROM (
      (SELECT "id", NULL AS "alias", "folded" AS "text" FROM "Topic" WHERE "folded" = ${folded} LIMIT 500)
      UNION ALL
      (SELECT "topicId", "name", "folded" FROM "TopicAlias" WHERE "folded" = ${folded} LIMIT 500)
      UNION ALL
      (SELECT "id", NULL, "folded" FROM "Topic" WHERE "folded" LIKE ${start} LIMIT 500)
      UNION ALL
      (SELECT "topicId", "name", "folded" FROM "TopicAlias" WHERE "folded" LIKE ${start} LIMIT 500)
      UNION ALL
      (SELECT "id", NULL, "folded" FROM "Topic"
       WHERE "folded" LIKE ${part} OR "folded" % ${folded}::text OR "folded" %> ${longest}::text LIMIT 500)
      UNION ALL
      (SELECT "topicId", "name", "folded" FROM "TopicAlias"
       WHERE "folded" LIKE ${part} OR "folded" % ${folded}::text OR "folded" %> ${longest}::text LIMIT 500)
    ) f JOIN "Topic" t ON t."id" = f."id" AND t."mergedIntoId" IS NULL`

  const ranked = rows.flatMap((row) => {
    const rank = rankOf(row, folded)
    return rank === undefined ? [] : [{ ...row, rank }]
  })
  ranked.sort((a, b) => a.rank - b.rank || b.claims - a.claims || a.id - b.id)
  const best = [...new Map(ranked.toReversed().map((row) => [row.id, row])).values()].reverse()
  return best.slice(0, 10).map(({ id, name, alias, isLettered, claims }) => ({
    id,
    name,
    alias,
    why: alias !== null ? `also called ${alias}` : isLettered ? `claims: ${claims}` : `spelt nearly like “${q.trim()}”`,
  }))
}

/** Exactly, at the beginning, at a word's beginning, by another name, anywhere, with mistakes. */
function rankOf({ text, alias, isLettered }: Found, folded: string): number | undefined {
  if (isLettered) {
    if (alias !== null) return text === folded ? 3 : 4
    if (text === folded) return 0
    if (text.startsWith(folded)) return 1
    return text.includes(` ${folded}`) ? 2 : 5
  }
  const words = wordsOfName(text)
  let mistakes = 0
  for (const typed of wordsOfName(folded)) {
    const counts = words.map((word) => mistakesIn(typed, word)).filter((count) => count !== undefined)
    if (counts.length === 0) return undefined
    mistakes += Math.min(...counts)
  }
  return 6 + mistakes
}

/** The survivor of a merged topic, if this viewer may see it; undefined if it was not merged. */
export async function findOptionalSurvivor(db: Db, viewer: Viewer, id: number) {
  const last = await findSurvivorId(db, sameTopics, id)
  return last === undefined ? undefined : findTopic(db, viewer, last)
}
