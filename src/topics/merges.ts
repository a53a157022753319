import { z } from 'zod'
import type { Prisma } from '../database/client/client.ts'
import type { Database, Db } from '../database/connect.ts'
import { type By, writeEvent } from '../history/events.ts'
import { readable } from '../policy.ts'
import { Refused, Stale } from '../refused.ts'
import { foldName } from '../sources/names.ts'
import { topicPath } from '../web/addresses.ts'
import { formatCount } from '../web/words.ts'
import type { Permitted } from '../sources/merges.ts'
import { lockNames } from './name-lock.ts'
import { compareTopic } from './pairs.ts'
import type { MergeForm, MergeInto } from '../sources/schema.ts'

const rowIds = z.array(z.number().int())

/** What a merge keeps of itself: the claims that moved, those that had both topics, and what the names were. */
const Moved = z.object({
  claims: rowIds,
  shared: rowIds,
  aliases: rowIds,
  /** Other names that were written for what the name of either was. */
  made: rowIds,
  renamed: z.object({ from: z.string(), to: z.string() }).nullable(),
})
type Moved = z.output<typeof Moved>

/** The topic that a merge is to lead to, by number or name; a merged one means what it is now, and `told` says so. */
export async function findMergeTarget(db: Db, id: number, { into, intoId }: MergeInto) {
  const number = intoId ?? (/^\d{1,9}$/.test(into) ? Number(into) : undefined)
  const folded = foldName(into)
  if (number === undefined && folded === '')
    throw new Refused({ into: 'Say into which topic: its name, or its number' })
  const target =
    (number === undefined ? null : await db.topic.findUnique({ where: { id: number } })) ??
    (await db.topic.findFirst({
      where: { OR: [{ folded }, { aliases: { some: { folded } } }], NOT: { id } },
      orderBy: [{ mergedIntoId: { sort: 'asc', nulls: 'first' } }, { id: 'asc' }],
    }))
  if (!target)
    throw new Refused({ into: `No topic is called “${into || String(intoId)}”. Look it up in the list of topics` })

  let last = target
  while (last.mergedIntoId !== null) last = await db.topic.findUniqueOrThrow({ where: { id: last.mergedIntoId } })
  if (last.id === id) {
    throw new Refused({
      into:
        target.id === id
          ? 'A topic cannot be merged into itself. Choose another'
          : `“${target.name}” was merged into this very topic. Choose another`,
    })
  }
  return {
    id: last.id,
    told: last.id === target.id ? null : `“${target.name}” was merged into “${last.name}”, so this leads there.`,
  }
}

const side = {
  id: true,
  name: true,
  folded: true,
  description: true,
  mergedIntoId: true,
  revision: true,
  aliases: { orderBy: { name: 'asc' }, select: { id: true, name: true, folded: true } },
  _count: { select: { claims: true } },
} satisfies Prisma.TopicSelect

export type MergePlan = Awaited<ReturnType<typeof findMergePlan>>

/** What merging one topic into another would do. */
export async function findMergePlan(db: Db, mergedId: number, survivorId: number) {
  const [merged, survivor] = await Promise.all([
    db.topic.findUniqueOrThrow({ where: { id: mergedId }, select: side }),
    db.topic.findUniqueOrThrow({ where: { id: survivorId }, select: side }),
  ])
  const all = [merged, survivor].flatMap(({ name, folded, aliases }) => [{ name, folded }, ...aliases])
  return {
    merged: { ...merged, path: topicPath(merged) },
    survivor: { ...survivor, path: topicPath(survivor) },
    moves: [
      ...(merged._count.claims > 0 ? [formatCount(merged._count.claims, 'claim')] : []),
      ...(merged.aliases.length > 0 ? [formatCount(merged.aliases.length, 'other name')] : []),
    ],
    names: [...new Map(all.map(({ folded, name }) => [folded, name])).values()],
  }
}

/** Whether readers would see a change: the one that goes is on their pages, or the one that stays is and is renamed. */
async function isSeenByReaders(db: Db, { merged, survivor }: MergePlan, keep: 'merged' | 'survivor') {
  if (await isSeen(db, merged.id)) return true
  return keep === 'merged' && merged.name !== survivor.name && (await isSeen(db, survivor.id))
}

async function isSeen(db: Db, id: number): Promise<boolean> {
  return (await db.topic.count({ where: { id, AND: readable.topics(null) } })) > 0
}

/**
 * Makes two topics one: the claims of the first have the second from now on. The first keeps its row, so that its address
 * leads on for ever. Throws Stale where either was changed since the preview. `permitSeen` throws where who asks may not
 * change what readers see.
 */
export function mergeTopics(
  db: Database,
  mergedId: number,
  { survivorId, revision, survivorRevision, keep, aliases, permitSeen, by }: MergeForm & Permitted & By,
) {
  return db.$transaction(async (tx) => {
    await lockNames(tx)
    await lockBoth(tx, mergedId, survivorId)
    const plan = await findMergePlan(tx, mergedId, survivorId)
    if (await isSeenByReaders(tx, plan, keep)) permitSeen()
    const { merged, survivor } = plan
    refuseMerged(plan)
    refuseStale(plan, { revision, survivorRevision })

    const name = keep === 'merged' ? merged.name : survivor.name
    const moved: Moved = {
      ...(await moveClaims(tx, mergedId, survivorId)),
      ...(await moveNames(tx, plan, { name, chosen: aliases })),
      renamed: name === survivor.name ? null : { from: survivor.name, to: name },
    }
    const revisions = { revision: { increment: 1 } }
    // First the one that goes: no two that stand have one name.
    await tx.topic.update({ where: { id: mergedId }, data: { mergedIntoId: survivorId, ...revisions } })
    await tx.topic.update({ where: { id: survivorId }, data: { name, folded: foldName(name), ...revisions } })
    const merge = await tx.topicMerge.create({ data: { mergedId, survivorId, moved, accountId: by } })
    await tx.topicPair.deleteMany({
      where: { differentAt: null, OR: [{ earlierId: mergedId }, { laterId: mergedId }] },
    })
    await compareTopic(tx, survivorId)
    const after = await tx.topic.findUniqueOrThrow({ where: { id: survivorId }, include: { aliases: true } })
    const claims = moved.claims.length + moved.shared.length
    await writeEvent(tx, 'topics_merged', {
      by,
      topicId: survivorId,
      before: valuesOf(survivor),
      after: {
        ...valuesOf(after),
        mergedId,
        mergeId: merge.id,
        told: `“${merged.name}” (topic ${mergedId}), with ${formatCount(claims, 'claim')}`,
      },
    })
    return { ...merge, name }
  })
}

/** Puts back what a merge moved and nobody has changed since; tells in sentences what could not be put back. */
export function undoTopicMerge(db: Database, { mergeId, permitSeen, by }: { mergeId: number } & Permitted & By) {
  return db.$transaction(async (tx) => {
    const { mergedId, survivorId } = await tx.topicMerge.findUniqueOrThrow({ where: { id: mergeId } })
    await lockNames(tx)
    await lockBoth(tx, mergedId, survivorId)
    if (await isSeen(tx, survivorId)) permitSeen()
    const { count } = await tx.topicMerge.updateMany({
      where: { id: mergeId, undoneAt: null },
      data: { undoneAt: new Date() },
    })
    const merge = await tx.topicMerge.findUniqueOrThrow({
      where: { id: mergeId },
      include: { merged: true, survivor: { include: { mergedInto: true } } },
    })
    const { merged, survivor } = merge
    if (count === 0) throw new Refused({ form: `This merge of “${merged.name}” was undone already` })
    if (survivor.mergedInto) {
      throw new Refused({
        form: `“${survivor.name}” was itself merged into “${survivor.mergedInto.name}” since. Undo that merge first`,
      })
    }
    const moved = Moved.parse(merge.moved)
    const lost = [
      ...(await putClaimsBack(tx, moved, mergedId, survivorId)),
      ...(await putNamesBack(tx, moved, { merged, survivor })),
    ]
    for (const id of [mergedId, survivorId]) {
      await tx.topic.update({ where: { id }, data: { revision: { increment: 1 } } })
      await compareTopic(tx, id)
    }
    const told = [`“${merged.name}” (topic ${mergedId}) and “${survivor.name}” (topic ${survivorId}) are two again`]
    const after = { mergeId, told: [...told, ...lost].join('. ') }
    for (const topicId of [mergedId, survivorId]) await writeEvent(tx, 'topics_merge_undone', { by, topicId, after })
    return { mergedId, survivorId, lost }
  })
}

async function lockBoth(tx: Db, one: number, other: number): Promise<void> {
  await tx.$queryRaw`SELECT "id" FROM "Topic" WHERE "id" IN (${one}, ${other}) ORDER BY "id" FOR UPDATE`
}

function refuseMerged({ merged, survivor }: MergePlan): void {
  if (merged.id === survivor.id) throw new Refused({ form: 'A topic cannot be merged into itself. Choose another' })
  const gone = [merged, survivor].find(({ mergedIntoId }) => mergedIntoId !== null)
  if (gone)
    throw new Refused({ form: `“${gone.name}” was merged into another topic meanwhile. Open it again and look` })
}

function refuseStale({ merged, survivor }: MergePlan, seen: { revision: number; survivorRevision: number }): void {
  const stored = {
    ...(merged.revision === seen.revision ? {} : { goes: inShort(merged) }),
    ...(survivor.revision === seen.survivorRevision ? {} : { stays: inShort(survivor) }),
  }
  if (Object.keys(stored).length > 0) throw new Stale(merged.revision, stored)
}

function inShort({ name, aliases, description }: MergePlan['merged']) {
  return [name, description, ...aliases.map((alias) => alias.name)].filter(Boolean)
}

/** A claim that has both topics has the survivor already. */
async function moveClaims(tx: Db, from: number, to: number) {
  const shared = await tx.$queryRaw<{ claimId: number }[]>`
    DELETE FROM "ClaimTopic" ct WHERE ct."topicId" = ${from}
      AND EXISTS (SELECT FROM "ClaimTopic" o WHERE o."claimId" = ct."claimId" AND o."topicId" = ${to})
    RETURNING "claimId"`
  const claims = await tx.$queryRaw<{ claimId: number }[]>`
    UPDATE "ClaimTopic" SET "topicId" = ${to} WHERE "topicId" = ${from} RETURNING "claimId"`
  return { claims: claims.map((row) => row.claimId), shared: shared.map((row) => row.claimId) }
}

async function moveNames(
  tx: Db,
  { merged, survivor }: MergePlan,
  { name, chosen }: { name: string; chosen: string[] | undefined },
) {
  const wanted = chosen && new Set(chosen.map(foldName))
  const has = new Set([foldName(name), ...survivor.aliases.map(({ folded }) => folded)])
  const isNew = (folded: string) => !has.has(folded) && (wanted?.has(folded) ?? true)
  const made: number[] = []
  for (const other of [merged, survivor]) {
    if (!isNew(other.folded)) continue
    has.add(other.folded)
    const { id } = await tx.topicAlias.create({
      data: { topicId: survivor.id, name: other.name, folded: other.folded },
    })
    made.push(id)
  }
  const aliases = merged.aliases.filter(({ folded }) => isNew(folded)).map(({ id }) => id)
  await tx.topicAlias.updateMany({ where: { id: { in: aliases } }, data: { topicId: survivor.id } })
  return { made, aliases }
}

async function putClaimsBack(tx: Db, { claims, shared }: Moved, to: number, from: number): Promise<string[]> {
  const moved = await tx.$executeRaw`
    UPDATE "ClaimTopic" SET "topicId" = ${to} WHERE "topicId" = ${from} AND "claimId" = ANY(${claims})`
  // Those that had both have both again, where they still have the survivor.
  const both = await tx.$executeRaw`
    INSERT INTO "ClaimTopic" ("claimId", "topicId")
    SELECT "claimId", ${to}::int FROM "ClaimTopic" WHERE "topicId" = ${from} AND "claimId" = ANY(${shared})`
  const lost = claims.length + shared.length - moved - both
  return lost === 0 ? [] : [`${formatCount(lost, 'claim')} could not be put back: tagged otherwise since`]
}

async function putNamesBack(
  tx: Db,
  { aliases, made, renamed }: Moved,
  {
    merged,
    survivor,
  }: { merged: { id: number; name: string; folded: string }; survivor: { id: number; name: string } },
): Promise<string[]> {
  await tx.topicAlias.deleteMany({ where: { id: { in: made }, topicId: survivor.id } })
  const moved = await tx.topicAlias.updateMany({
    where: { id: { in: aliases }, topicId: survivor.id },
    data: { topicId: merged.id },
  })
  const missing = aliases.length - moved.count
  const lost = missing === 0 ? [] : [`${formatCount(missing, 'other name')} could not be put back: changed since`]
  if (renamed && survivor.name === renamed.to) {
    const folded = foldName(renamed.from)
    await refuseTakenName(tx, folded, renamed.from, [merged.id, survivor.id])
    await tx.topic.update({ where: { id: survivor.id }, data: { name: renamed.from, folded } })
  } else if (renamed) {
    lost.push(`The name “${renamed.from}” could not be put back: it was changed to “${survivor.name}” since`)
  }
  await refuseTakenName(tx, merged.folded, merged.name, [merged.id])
  await tx.topic.update({ where: { id: merged.id }, data: { mergedIntoId: null } })
  return lost
}

/** The name may have been given to another topic while this one was merged. */
async function refuseTakenName(tx: Db, folded: string, name: string, except: number[]): Promise<void> {
  const other = await tx.topic.findFirst({
    where: {
      mergedIntoId: null,
      id: { notIn: except },
      OR: [{ folded }, { aliases: { some: { folded } } }],
    },
  })
  if (!other) return
  throw new Refused({
    form: `“${name}” is a name of the topic “${other.name}” (number ${other.id}) now. Give that one another name first, then undo`,
  })
}

function valuesOf({ name, aliases }: { name: string; aliases: { name: string }[] }) {
  return {
    name,
    aliases: aliases
      .map((alias) => alias.name)
      .toSorted()
      .join('\n'),
  }
}
