import { z } from 'zod'
import type { Database, Db } from '../database/connect.ts'
import { type By, writeEvent } from '../history/events.ts'
import { readable } from '../policy.ts'
import { Refused, Stale } from '../refused.ts'
import { formatCount } from '../web/words.ts'
import { refuseCircle } from './affiliations.ts'
import { lockSources } from './locks.ts'
import { findMergePlan, isSeen, isSeenByReaders, type MergePlan } from './merge-plan.ts'
import { foldName } from './names.ts'
import { compareSource } from './pairs.ts'
import type { MergeForm } from './schema.ts'

const rowIds = z.array(z.number().int())

/** What a merge keeps of itself: the ids of what moved, and what the names and the Wikidata id were. */
const Moved = z.object({
  hops: rowIds,
  addressed: rowIds,
  documents: rowIds,
  replies: rowIds,
  notes: rowIds,
  roles: rowIds,
  affiliations: rowIds,
  people: rowIds,
  aliases: rowIds,
  /** Other names that were written for what the name of either was. */
  made: rowIds,
  wikidataId: z.string().nullable(),
  /** The survivor's name, where the merge changed it. */
  renamed: z.object({ from: z.string(), to: z.string() }).nullable(),
})
type Moved = z.output<typeof Moved>

/** Called once both are held, so that nothing is published between the question and the merge. */
type Permitted = { permitSeen: () => void }

/**
 * Makes two sources one: all that hangs on the first hangs on the second from now on. The first keeps its row, so that
 * its address leads on for ever, and what moved is kept, so that it can be put back. Throws Stale where either was
 * changed since the preview. `permitSeen` throws where who asks may not change what readers see.
 */
export function mergeSources(
  db: Database,
  mergedId: number,
  { survivorId, revision, survivorRevision, keep, aliases, permitSeen, by }: MergeForm & Permitted & By,
) {
  return db.$transaction(async (tx) => {
    await lockBoth(tx, mergedId, survivorId)
    const plan = await findMergePlan(tx, mergedId, survivorId)
    if (await isSeenByReaders(tx, plan, keep)) permitSeen()
    refuseMerged(plan)
    refuseStale(plan, { revision, survivorRevision })
    const [conflict] = plan.conflicts
    if (conflict !== undefined) throw new Refused({ form: plan.conflicts.join('. ') })

    const { merged, survivor } = plan
    const name = keep === 'merged' ? merged.name : survivor.name
    const moved: Moved = {
      ...(await moveRows(tx, mergedId, survivorId)),
      ...(await moveNames(tx, plan, { name, chosen: aliases })),
      roles: await moveRoles(tx, plan),
      ...(await moveAffiliations(tx, mergedId, survivorId)),
      wikidataId: merged.wikidataId,
      renamed: name === survivor.name ? null : { from: survivor.name, to: name },
    }
    await refuseCircle(tx, survivorId)

    const revisions = { revision: { increment: 1 } }
    await tx.source.update({
      where: { id: mergedId },
      data: { mergedIntoId: survivorId, wikidataId: null, ...revisions },
    })
    await tx.source.update({
      where: { id: survivorId },
      data: { name, folded: foldName(name), wikidataId: survivor.wikidataId ?? merged.wikidataId, ...revisions },
    })
    const merge = await tx.sourceMerge.create({ data: { mergedId, survivorId, moved, accountId: by } })
    await tx.sourcePair.deleteMany({
      where: { differentAt: null, OR: [{ earlierId: mergedId }, { laterId: mergedId }] },
    })
    await compareSource(tx, survivorId)
    await writeEvent(tx, 'sources_merged', {
      by,
      sourceId: survivorId,
      before: { ...valuesOf(survivor), merged: merged.name },
      after: {
        ...valuesOf(await tx.source.findUniqueOrThrow({ where: { id: survivorId }, include: { aliases: true } })),
        mergedId,
        mergeId: merge.id,
        told: `“${merged.name}” (source ${mergedId})${countMoved(moved)}`,
      },
    })
    return { ...merge, name }
  })
}

/**
 * Puts back what a merge moved, as far as it has not been changed to something else since; tells in sentences what could
 * not be put back. Where the survivor was merged further, that merge must be undone first.
 */
export function undoMerge(db: Database, { mergeId, permitSeen, by }: { mergeId: number } & Permitted & By) {
  return db.$transaction(async (tx) => {
    const { mergedId, survivorId } = await tx.sourceMerge.findUniqueOrThrow({ where: { id: mergeId } })
    await lockBoth(tx, mergedId, survivorId)
    if (await isUndoingSeen(tx, mergeId)) permitSeen()
    const { count } = await tx.sourceMerge.updateMany({
      where: { id: mergeId, undoneAt: null },
      data: { undoneAt: new Date() },
    })
    const merge = await tx.sourceMerge.findUniqueOrThrow({
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
    await tx.source.update({ where: { id: mergedId }, data: { mergedIntoId: null, revision: { increment: 1 } } })
    const lost = [
      ...(await putRowsBack(tx, moved, mergedId, survivorId)),
      ...(await putNamesBack(tx, moved, { mergedId, survivor })),
    ]
    await refuseCircle(tx, mergedId)
    await refuseCircle(tx, survivorId)
    await tx.source.update({ where: { id: survivorId }, data: { revision: { increment: 1 } } })
    await compareSource(tx, mergedId)
    await compareSource(tx, survivorId)

    const told = [`“${merged.name}” (source ${mergedId}) and “${survivor.name}” (source ${survivorId}) are two again`]
    const after = { mergeId, told: [...told, ...lost].join('. ') }
    // What each was called on the page until now: former-names.ts tells it where readers saw it.
    await writeEvent(tx, 'merge_undone', { by, sourceId: mergedId, before: { survivor: survivor.name }, after })
    const { name } = await tx.source.findUniqueOrThrow({ where: { id: survivorId }, select: { name: true } })
    await writeEvent(tx, 'merge_undone', {
      by,
      sourceId: survivorId,
      before: { name: survivor.name },
      after: { name, ...after },
    })
    return { mergedId, survivorId, lost }
  })
}

/** Whether putting it back would change what readers see. */
async function isUndoingSeen(db: Db, id: number): Promise<boolean> {
  const merge = await db.sourceMerge.findUniqueOrThrow({ where: { id } })
  const { hops, addressed, documents, renamed } = Moved.parse(merge.moved)
  if (!(await isSeen(db, merge.survivorId))) return false
  if (renamed) return true
  const steps = readable.statements(null)
  return (
    (await hasAny([...hops, ...addressed], (ids) => db.hop.count({ where: { id: { in: ids }, statement: steps } }))) ||
    (await hasAny(documents, (ids) => db.document.count({ where: { id: { in: ids }, AND: readable.documents(null) } })))
  )
}

/** A query takes only so many ids. */
async function hasAny(ids: number[], count: (some: number[]) => Promise<number>): Promise<boolean> {
  for (let i = 0; i < ids.length; i += 10_000) if ((await count(ids.slice(i, i + 10_000))) > 0) return true
  return false
}

/** Also their documents, in the order in which everybody takes several of them. */
async function lockBoth(tx: Db, one: number, other: number): Promise<void> {
  await lockSources(tx)
  await tx.$queryRaw`SELECT "id" FROM "Source" WHERE "id" IN (${one}, ${other}) ORDER BY "id" FOR UPDATE`
  await tx.$executeRaw`
    SELECT "id" FROM "Document" WHERE "publisherId" IN (${one}, ${other}) ORDER BY "id" FOR NO KEY UPDATE`
}

function refuseMerged({ merged, survivor }: MergePlan): void {
  if (merged.id === survivor.id) throw new Refused({ form: 'A source cannot be merged into itself. Choose another' })
  const gone = [merged, survivor].find(({ mergedIntoId }) => mergedIntoId !== null)
  if (gone) {
    throw new Refused({ form: `“${gone.name}” was merged into another source meanwhile. Open it again and look` })
  }
}

function refuseStale(plan: MergePlan, seen: { revision: number; survivorRevision: number }): void {
  const stored = {
    ...(plan.merged.revision === seen.revision ? {} : { goes: inShort(plan.merged) }),
    ...(plan.survivor.revision === seen.survivorRevision ? {} : { stays: inShort(plan.survivor) }),
  }
  if (Object.keys(stored).length > 0) throw new Stale(plan.merged.revision, stored)
}

function inShort({ name, aliases, roles, description, wikidataId }: MergePlan['merged']) {
  return [
    name,
    description,
    wikidataId,
    ...aliases.map((alias) => alias.name),
    ...roles.map((role) => role.title),
  ].filter(Boolean)
}

async function moveRows(tx: Db, from: number, to: number) {
  const moved = <T extends { id: number }>(rows: T[]) => rows.map(({ id }) => id)
  const select = { id: true } as const
  return {
    hops: moved(await tx.hop.updateManyAndReturn({ where: { sourceId: from }, data: { sourceId: to }, select })),
    addressed: moved(
      await tx.hop.updateManyAndReturn({
        where: { addresseeSourceId: from },
        data: { addresseeSourceId: to },
        select,
      }),
    ),
    documents: moved(
      await tx.document.updateManyAndReturn({ where: { publisherId: from }, data: { publisherId: to }, select }),
    ),
    replies: moved(await tx.reply.updateManyAndReturn({ where: { sourceId: from }, data: { sourceId: to }, select })),
    notes: moved(await tx.note.updateManyAndReturn({ where: { sourceId: from }, data: { sourceId: to }, select })),
  }
}

/** What either was called is another name of the survivor, unless it was ticked off. What it has already stays where it is. */
async function moveNames(
  tx: Db,
  { merged, survivor }: MergePlan,
  { name, chosen }: { name: string; chosen: string[] | undefined },
) {
  const wanted = chosen && new Set(chosen.map(foldName))
  const has = new Set([foldName(name), ...survivor.aliases.map(({ folded }) => folded)])
  const isNew = (folded: string) => !has.has(folded) && (wanted?.has(folded) ?? true)

  const made: number[] = []
  for (const other of [merged.name, survivor.name]) {
    const folded = foldName(other)
    if (!isNew(folded)) continue
    has.add(folded)
    const { id } = await tx.sourceAlias.create({ data: { sourceId: survivor.id, name: other, folded } })
    made.push(id)
  }
  const aliases = merged.aliases.filter(({ folded }) => isNew(folded)).map(({ id }) => id)
  await tx.sourceAlias.updateMany({ where: { id: { in: aliases } }, data: { sourceId: survivor.id } })
  return { made, aliases }
}

/** A role that the survivor has in the same years is not written twice. */
async function moveRoles(tx: Db, { merged, survivor }: MergePlan): Promise<number[]> {
  const key = ({ title, since, until }: { title: string; since: Date | null; until: Date | null }) =>
    [foldName(title), since?.toISOString(), until?.toISOString()].join('|')
  const has = new Set(survivor.roles.map(key))
  const ids = merged.roles.filter((role) => !has.has(key(role))).map(({ id }) => id)
  await tx.sourceRole.updateMany({ where: { id: { in: ids } }, data: { sourceId: survivor.id } })
  return ids
}

async function moveAffiliations(tx: Db, from: number, to: number) {
  const rows = await tx.sourceAffiliation.findMany({
    where: { OR: [{ sourceId: { in: [from, to] } }, { bodyId: { in: [from, to] } }] },
    orderBy: { id: 'asc' },
  })
  const key = (other: number, since: Date | null, until: Date | null) =>
    [other, since?.toISOString(), until?.toISOString()].join('|')
  const idsToMove = (own: 'sourceId' | 'bodyId', other: 'sourceId' | 'bodyId') => {
    const has = new Set(rows.filter((row) => row[own] === to).map((row) => key(row[other], row.since, row.until)))
    const moving = rows.filter((row) => row[own] === from && !has.has(key(row[other], row.since, row.until)))
    return moving.map(({ id }) => id)
  }
  const affiliations = idsToMove('sourceId', 'bodyId')
  const people = idsToMove('bodyId', 'sourceId')
  await tx.sourceAffiliation.updateMany({ where: { id: { in: affiliations } }, data: { sourceId: to } })
  await tx.sourceAffiliation.updateMany({ where: { id: { in: people } }, data: { bodyId: to } })
  return { affiliations, people }
}

async function putRowsBack(tx: Db, moved: Moved, to: number, from: number): Promise<string[]> {
  // However many there are: an array is one parameter.
  const hops = await tx.$executeRaw`
    UPDATE "Hop" SET "sourceId" = ${to} WHERE "sourceId" = ${from} AND "id" = ANY(${moved.hops})`
  const addressed = await tx.$executeRaw`
    UPDATE "Hop" SET "addresseeSourceId" = ${to} WHERE "addresseeSourceId" = ${from} AND "id" = ANY(${moved.addressed})`
  const documents = await tx.$executeRaw`
    UPDATE "Document" SET "publisherId" = ${to} WHERE "publisherId" = ${from} AND "id" = ANY(${moved.documents})`
  const replies = await tx.$executeRaw`
    UPDATE "Reply" SET "sourceId" = ${to} WHERE "sourceId" = ${from} AND "id" = ANY(${moved.replies})`
  const notes = await tx.$executeRaw`
    UPDATE "Note" SET "sourceId" = ${to} WHERE "sourceId" = ${from} AND "id" = ANY(${moved.notes})`
  const roles = await tx.$executeRaw`
    UPDATE "SourceRole" SET "sourceId" = ${to} WHERE "sourceId" = ${from} AND "id" = ANY(${moved.roles})`
  const bodies = await tx.$executeRaw`
    UPDATE "SourceAffiliation" SET "sourceId" = ${to} WHERE "sourceId" = ${from} AND "id" = ANY(${moved.affiliations})`
  const people = await tx.$executeRaw`
    UPDATE "SourceAffiliation" SET "bodyId" = ${to} WHERE "bodyId" = ${from} AND "id" = ANY(${moved.people})`
  return [
    missing(moved.hops.length - hops, 'step in which they spoke', 'steps in which they spoke'),
    missing(
      moved.addressed.length - addressed,
      'step in which they were spoken to',
      'steps in which they were spoken to',
    ),
    missing(moved.documents.length - documents, 'document', 'documents'),
    missing(moved.replies.length - replies, 'reply', 'replies'),
    missing(moved.notes.length - notes, 'note', 'notes'),
    missing(moved.roles.length - roles, 'role', 'roles'),
    missing(moved.affiliations.length - bodies, 'body they worked for', 'bodies they worked for'),
    missing(moved.people.length - people, 'person who worked for them', 'people who worked for them'),
  ].flat()
}

async function putNamesBack(
  tx: Db,
  { aliases, made, wikidataId, renamed }: Moved,
  { mergedId, survivor }: { mergedId: number; survivor: { id: number; name: string; wikidataId: string | null } },
): Promise<string[]> {
  const going = await tx.sourceAlias.findMany({ where: { id: { in: [...made, ...aliases] }, sourceId: survivor.id } })
  await tx.sourceAlias.deleteMany({ where: { id: { in: made }, sourceId: survivor.id } })
  const alias = await tx.sourceAlias.updateMany({
    where: { id: { in: aliases }, sourceId: survivor.id },
    data: { sourceId: mergedId },
  })
  await keepNeededNames(tx, survivor.id, going)
  const lost = missing(aliases.length - alias.count, 'other name', 'other names')
  if (renamed && survivor.name === renamed.to) {
    await tx.source.update({
      where: { id: survivor.id },
      data: { name: renamed.from, folded: foldName(renamed.from) },
    })
  } else if (renamed) {
    lost.push(`The name “${renamed.from}” could not be put back: it was changed to “${survivor.name}” since`)
  }
  if (wikidataId !== null && survivor.wikidataId === wikidataId) {
    await tx.source.update({ where: { id: survivor.id }, data: { wikidataId: null } })
    await tx.source.update({ where: { id: mergedId }, data: { wikidataId } })
  } else if (wikidataId !== null) {
    lost.push(`The Wikidata id ${wikidataId} could not be put back: it was changed since`)
  }
  return lost
}

/** A name that the survivor had already when another of that name was merged into it was left where it was: it is that one's now. */
async function keepNeededNames(tx: Db, survivorId: number, going: { name: string; folded: string }[]): Promise<void> {
  const others = await tx.sourceMerge.findMany({
    where: { survivorId, undoneAt: null },
    orderBy: { id: 'asc' },
    include: { merged: { include: { aliases: true } } },
  })
  for (const { name, folded } of going) {
    const other = others.find(({ merged }) => [merged, ...merged.aliases].some((one) => one.folded === folded))
    if (!other) continue
    const { id } = await tx.sourceAlias.create({ data: { sourceId: survivorId, name, folded } })
    const moved = Moved.parse(other.moved)
    other.moved = { ...moved, made: [...moved.made, id] }
    await tx.sourceMerge.update({ where: { id: other.id }, data: { moved: other.moved } })
  }
}

function missing(count: number, one: string, many: string): string[] {
  if (count === 0) return []
  return [`${formatCount(count, one, many)} could not be put back: changed or taken away since`]
}

function valuesOf({
  name,
  wikidataId,
  aliases,
}: {
  name: string
  wikidataId: string | null
  aliases: { name: string }[]
}) {
  return {
    name,
    wikidataId: wikidataId ?? '',
    aliases: aliases
      .map((alias) => alias.name)
      .toSorted()
      .join('\n'),
  }
}

function countMoved({ hops, documents }: Moved): string {
  const counts = [
    ...(hops.length > 0 ? [formatCount(hops.length, 'step of statements', 'steps of statements')] : []),
    ...(documents.length > 0 ? [formatCount(documents.length, 'document')] : []),
  ]
  return counts.length > 0 ? `, with ${counts.join(' and ')}` : ''
}
