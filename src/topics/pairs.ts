import type { Db } from '../database/connect.ts'
import type { Kind } from '../same/kind.ts'
import { compare } from '../same/pairs.ts'
import { topicPath } from '../words/addresses.ts'
import { likeness } from './likeness.ts'
import { lockNames } from './name-lock.ts'

const compared = {
  id: true,
  name: true,
  folded: true,
  mergedIntoId: true,
  aliases: { select: { name: true, folded: true } },
} as const

/** How topics are compared for probable duplicates. */
export const sameTopics: Kind = {
  one: 'topic',
  many: 'topics',
  table: 'Topic',
  merges: 'TopicMerge',
  pairs: 'TopicPair',
  name: 'name',
  path: topicPath,
  lock: lockNames,
  findLike,
}

/** Part of every change of a topic's names. */
export function compareTopic(tx: Db, id: number): Promise<void> {
  return compare(tx, sameTopics, id)
}

/** Topics with a similar spelling. */
async function findLike(tx: Db, id: number): Promise<Map<number, string>> {
  const topic = await tx.topic.findUniqueOrThrow({ where: { id }, select: compared })
  if (topic.mergedIntoId !== null) return new Map()
  const { folded, aliases } = topic
  const names = [folded, ...aliases.map((alias) => alias.folded)]
  const rows = await tx.$queryRaw<{ id: number }[]>`
    (SELECT "id" FROM "Topic" WHERE "folded" = ANY(${names}) LIMIT 50)
    UNION (SELECT "topicId" FROM "TopicAlias" WHERE "folded" = ANY(${names}) LIMIT 50)
    UNION (SELECT "id" FROM "Topic" WHERE "folded" % ${folded}::text
           ORDER BY similarity("folded", ${folded}::text) DESC LIMIT 50)`
  const others = await tx.topic.findMany({
    where: { id: { in: rows.map((row) => row.id), not: id }, mergedIntoId: null },
    select: compared,
  })
  const reasons = others.map((other) => [other.id, likeness(topic, other)] as const)
  return new Map(reasons.filter((pair): pair is readonly [number, string] => pair[1] !== undefined))
}
