import type { Prisma } from '../database/client/client.ts'
import type { Db } from '../database/connect.ts'
import { writeEvent } from '../history/events.ts'
import { type Viewer } from '../policy.ts'
import { readable } from '../visible/readable.ts'
import { Refused } from '../refused.ts'
import { foldName } from '../words/names.ts'
import { lockNames } from '../topics/name-lock.ts'
import { sameTopics } from '../topics/pairs.ts'
import { topicPath } from '../words/addresses.ts'
import { formatCount } from '../words/dates.ts'
import type { Mergeable } from './kind.ts'
import type { MergeInto } from './schema.ts'
import { inLines } from './sources.ts'

type TopicSide = Awaited<ReturnType<typeof findSide>>

export const topics: Mergeable<TopicSide> = {
  ...sameTopics,
  edit: 'edit topics',
  editSeen: 'merge published topics',
  tell: {
    merged: (tx, topicId, event) => writeEvent(tx, 'topics_merged', { ...event, topicId }),
    undone: (tx, topicId, event) => writeEvent(tx, 'topics_merge_undone', { ...event, topicId }),
    toldApart: (tx, topicId, event) => writeEvent(tx, 'topics_told_apart', { ...event, topicId }),
    likened: (tx, topicId, event) => writeEvent(tx, 'topics_likened', { ...event, topicId }),
  },
  undoneAt: '/topics/merges',
  called: 'Name',
  suggestedAt: '/topics/suggestions',
  intoHint: 'Its name, or its number',
  references: [
    {
      ...{ key: 'claims', table: 'ClaimTopic', column: 'topicId', row: 'claimId', shared: 'shared' },
      counted: ['claim', 'claims'],
      because: 'tagged differently since',
    },
  ],
  aliases: { table: 'TopicAlias', column: 'topicId' },
  lockAll,
  find: findSide,
  findMerge: (db, id) => db.topicMerge.findUniqueOrThrow({ where: { id } }),
  findPair: (db, id) => db.topicPair.findUniqueOrThrow({ where: { id } }),
  listInPairs: (db, ids) =>
    db.topic.findMany({ where: { id: { in: ids } }, select: { id: true, name: true, description: true } }),
  findNamed,
  isSeen,
  isUndoingSeen: (db, { survivorId }) => isSeen(db, survivorId),
  inShort: ({ name, aliases, description }) => [name, description, ...aliases.map((alias) => alias.name)],
  values: ({ name, aliases }) => ({ name, aliases: inLines(aliases) }),
  tellMoved: (count) => `, with ${formatCount(count('claims') + count('shared'), 'claim')}`,
  refuseTaken,
}

async function findSide(db: Db, id: number) {
  const topic = await db.topic.findUniqueOrThrow({ where: { id }, select: side })
  return {
    ...topic,
    path: topicPath(topic),
    facts: [
      { label: 'Description', value: topic.description ?? 'nothing' },
      { label: 'Other names', value: topic.aliases.map(({ name }) => name).join('; ') || 'nothing' },
    ],
  }
}

const side = {
  id: true,
  name: true,
  description: true,
  mergedIntoId: true,
  revision: true,
  aliases: { orderBy: { name: 'asc' }, select: { id: true, name: true, folded: true } },
} satisfies Prisma.TopicSelect

/** A merged one stands for its survivor. */
async function findNamed(db: Db, _viewer: Viewer, id: number, { into }: MergeInto) {
  const folded = foldName(into)
  if (folded === '') throw new Refused({ into: 'Say into which topic: its name, or its number' })
  const topic = await db.topic.findFirst({
    where: { OR: [{ folded }, { aliases: { some: { folded } } }], NOT: { id } },
    orderBy: [{ mergedIntoId: { sort: 'asc', nulls: 'first' } }, { id: 'asc' }],
  })
  if (!topic) throw new Refused({ into: `No topic is called “${into}”. Look it up in the list of topics` })
  return topic
}

async function lockAll(tx: Db, ids: number[]): Promise<void> {
  await lockNames(tx)
  await tx.$queryRaw`SELECT "id" FROM "Topic" WHERE "id" = ANY (${ids}) ORDER BY "id" FOR UPDATE`
}

async function isSeen(db: Db, id: number): Promise<boolean> {
  return (await db.topic.count({ where: { id, AND: readable.topics(null) } })) > 0
}

/** The name may have been given to another topic while this one was merged. */
async function refuseTaken(tx: Db, name: string, except: number[]): Promise<void> {
  const folded = foldName(name)
  const other = await tx.topic.findFirst({
    where: { mergedIntoId: null, id: { notIn: except }, OR: [{ folded }, { aliases: { some: { folded } } }] },
  })
  if (!other) return
  throw new Refused({
    form: `“${name}” is a name of the topic “${other.name}” (number ${other.id}) now. Give that one another name first, then undo`,
  })
}
