import type { Database, Db } from '../database/connect.ts'
import { apart } from '../database/taken-along.ts'
import { type By, writeEvent } from '../history/events.ts'
import { Refused } from '../refused.ts'
import { pairChanges } from '../sources/pair-changes.ts'
import { likeness } from './likeness.ts'
import { lockNames } from './name-lock.ts'

const compared = {
  id: true,
  name: true,
  folded: true,
  mergedIntoId: true,
  aliases: { select: { name: true, folded: true } },
} as const

/** Holds a topic against those that are spelt nearly like it, and keeps the pairs that are probably one. */
export async function compareTopic(tx: Db, id: number): Promise<void> {
  const topic = await tx.topic.findUniqueOrThrow({ where: { id }, select: compared })
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
  const found = new Map<number, string>()
  for (const other of topic.mergedIntoId === null ? others : []) {
    const reason = likeness(topic, other)
    if (reason !== undefined) found.set(other.id, reason)
  }

  const before = await tx.topicPair.findMany({ where: { OR: [{ earlierId: id }, { laterId: id }] } })
  const { gone, reworded, made } = pairChanges(id, before, found)
  if (gone.length > 0) await tx.topicPair.deleteMany({ where: { id: { in: gone } } })
  for (const { id: pairId, reason } of reworded)
    await tx.topicPair.updateMany({ where: { id: pairId }, data: { reason } })
  if (made.length > 0) await tx.topicPair.createMany({ data: made, skipDuplicates: true })
  await tx.topic.updateMany({ where: { id, compared: false }, data: { compared: true } })
}

/** Compares topics that came here without being compared, such as those of an older version; as many as asked for. */
export async function compareWaitingTopics(db: Database, most: number): Promise<void> {
  const waiting = await db.topic.findMany({
    where: { compared: false, mergedIntoId: null },
    orderBy: { id: 'asc' },
    take: most,
    select: { id: true },
  })
  for (const { id } of waiting) {
    // Each is done by itself: who asks again after it was cut off goes on with the rest.
    await apart(() =>
      db.$transaction(async (tx) => {
        await lockNames(tx)
        await compareTopic(tx, id)
      }),
    )
  }
}

/** "They are different": the pair is kept, and not suggested again. */
export function tellTopicsApart(db: Database, { pairId, by }: { pairId: number } & By) {
  return decide(db, { pairId, isDifferent: true, by })
}

export function bringTopicsBack(db: Database, { pairId, by }: { pairId: number } & By) {
  return decide(db, { pairId, isDifferent: false, by })
}

function decide(db: Database, { pairId, isDifferent, by }: { pairId: number; isDifferent: boolean } & By) {
  return db.$transaction(async (tx) => {
    const pair = await tx.topicPair.findUniqueOrThrow({
      where: { id: pairId },
      include: { earlier: { select: { name: true } } },
    })
    const { count } = await tx.topicPair.updateMany({
      where: { id: pairId, differentAt: isDifferent ? null : { not: null } },
      data: { differentAt: isDifferent ? new Date() : null },
    })
    if (count === 0) {
      throw new Refused({
        pair: isDifferent ? 'Somebody said already that they are different' : 'They are suggested already',
      })
    }
    await writeEvent(tx, isDifferent ? 'topics_told_apart' : 'topics_likened', {
      by,
      topicId: pair.laterId,
      after: { other: pair.earlier.name, otherId: pair.earlierId },
    })
  })
}
