import { z } from 'zod'
import { Prisma } from '../database/client/client.ts'
import type { Database, Db } from '../database/connect.ts'
import { writeEvents } from '../history/events.ts'
import { lockNames } from '../topics/name-lock.ts'
import { chooseTopics } from '../topics/topics.ts'
import { Refused, Stale } from '../refused.ts'
import { type Plan, planBulk, Planned, readTarget, Target } from './bulk-plan.ts'
import { writeFilters } from './filters.ts'
import { thingOf } from '../recheck/recheck.ts'
import type { BulkAsk } from './schema.ts'

/** What is stored of a change, so that it can be undone: the column `changes`. */
const Kept = z.object({
  target: Target,
  topicId: z.number().nullable(),
  rows: z.array(Planned),
  leftAlone: z.array(z.number()),
})
type Kept = z.output<typeof Kept>

type Viewer = { id: number }

/** What would change; no plan until the new values are chosen. Throws Refused beside a bad field. */
export async function previewBulk(db: Db, viewer: Viewer, ask: BulkAsk): Promise<Plan | undefined> {
  const target = await readTarget(db, ask, viewer.id)
  return target && planBulk(db, ask, target, viewer.id)
}

/** Changes exactly what was previewed, in one transaction. Throws Stale if the list or a thing on it has changed. */
export function changeInBulk(db: Database, viewer: Viewer, { digest, ...ask }: BulkAsk & { digest: string }) {
  return db.$transaction(async (tx) => {
    if (ask.action === 'tag') await lockNames(tx)
    const target = await readTarget(tx, ask, viewer.id)
    if (!target) throw new Refused({ form: 'Choose what to do with them first' })
    await lockThings(tx, (await planBulk(tx, ask, target, viewer.id)).changes)

    const plan = await planBulk(tx, ask, target, viewer.id)
    if (plan.digest !== digest) throw new Stale(0, {})
    if (plan.changes.length === 0) throw new Refused({ form: 'Nothing on this list would change' })
    const { topicId, rows } = await apply(tx, target, plan.changes)
    await tellOf(tx, target, rows, { by: viewer.id, isUndo: false })
    const kept: Kept = { target, topicId, rows, leftAlone: [] }
    const { id } = await tx.bulkChange.create({
      data: {
        accountId: viewer.id,
        action: target.action,
        summary: plan.summary,
        query: writeFilters(ask),
        changes: kept,
        count: rows.length,
      },
    })
    return { id, count: rows.length, summary: plan.summary }
  })
}

/** Restores whatever is still as the change left it, and leaves alone what somebody has changed since. Only once. */
export function undoBulk(db: Database, id: number, { by }: { by: number }) {
  return db.$transaction(async (tx) => {
    const { count } = await tx.bulkChange.updateMany({
      where: { id, undoneAt: null },
      data: { undoneAt: new Date(), undoneById: by },
    })
    const { changes } = await tx.bulkChange.findUniqueOrThrow({ where: { id }, select: { changes: true } })
    if (count === 0) throw new Refused({ form: 'It has been undone already' })

    const kept = Kept.parse(changes)
    if (kept.target.action === 'tag') await lockNames(tx)
    await lockThings(tx, kept.rows)
    const done = new Set(await putBack(tx, kept))
    const rows = kept.rows.filter(({ workId }) => done.has(workId))
    const leftAlone = kept.rows.map(({ workId }) => workId).filter((workId) => !done.has(workId))
    await tellOf(tx, kept.target, rows, { by, isUndo: true })
    await tx.bulkChange.update({ where: { id }, data: { changes: { ...kept, leftAlone } } })
    return { putBack: rows.length, leftAlone: leftAlone.length }
  })
}

/** Whose change it is, which decides who may undo it. */
export function findBulkOwner(db: Db, id: number) {
  return db.bulkChange.findUniqueOrThrow({ where: { id }, select: { id: true, accountId: true } })
}

/** A change with its first rows, and those that its undo left alone. */
export async function findBulkChange(db: Db, id: number, { most }: { most: number }) {
  const { changes, account, undoneBy, ...rest } = await db.bulkChange.findUniqueOrThrow({
    where: { id },
    include: { account: { select: { name: true } }, undoneBy: { select: { name: true } } },
  })
  const { rows, leftAlone } = Kept.parse(changes)
  const alone = new Set(leftAlone)
  const onPage = ({ title, before, after, path }: Planned) => ({ title, before, after, path })
  return {
    ...rest,
    account: account.name,
    undoneBy: undoneBy?.name ?? null,
    rows: rows.slice(0, most).map(onPage),
    leftAlone: rows
      .filter(({ workId }) => alone.has(workId))
      .slice(0, most)
      .map(onPage),
    leftAloneCount: leftAlone.length,
  }
}

/** Recent bulk changes, by anyone. */
export function listBulkChanges(db: Db) {
  return db.bulkChange.findMany({
    orderBy: { id: 'desc' },
    take: 10,
    select: {
      id: true,
      summary: true,
      count: true,
      createdAt: true,
      undoneAt: true,
      account: { select: { name: true } },
    },
  })
}

/** This person's last change, if it was made within a day and can still be undone. */
export function findUndoable(db: Db, viewer: Viewer, now = new Date()) {
  return db.bulkChange.findFirst({
    where: { accountId: viewer.id, undoneAt: null, createdAt: { gt: new Date(now.getTime() - 24 * 60 * 60 * 1000) } },
    orderBy: { id: 'desc' },
    select: { id: true, summary: true, count: true, createdAt: true },
  })
}

/**
 * In the general order of locks: the things first, then their work, by id. The things are locked even if only their
 * work changes, because a correction locks a thing's work before that of the things that rely on it.
 */
async function lockThings(tx: Db, rows: Planned[]): Promise<void> {
  const { documentIds, claimIds } = thingsOf(rows)
  await tx.$executeRaw`SELECT "id" FROM "Document" WHERE "id" = ANY (${documentIds}) ORDER BY "id" FOR NO KEY UPDATE`
  await tx.$executeRaw`SELECT "id" FROM "Claim" WHERE "id" = ANY (${claimIds}) ORDER BY "id" FOR NO KEY UPDATE`
  const workIds = rows.map(({ workId }) => workId)
  await tx.$executeRaw`SELECT "id" FROM "Work" WHERE "id" = ANY (${workIds}) ORDER BY "id" FOR NO KEY UPDATE`
}

async function apply(tx: Db, target: Target, rows: Planned[]): Promise<{ topicId: number | null; rows: Planned[] }> {
  const ids = rows.map(({ workId }) => workId)
  const revision = { increment: 1 }
  switch (target.action) {
    case 'assign':
      await tx.work.updateMany({ where: { id: { in: ids } }, data: { assigneeId: target.assigneeId, revision } })
      break
    case 'due': {
      const dueOn = target.dueOn === null ? null : new Date(target.dueOn)
      await tx.work.updateMany({ where: { id: { in: ids } }, data: { dueOn, revision } })
      break
    }
    case 'priority':
      await tx.work.updateMany({ where: { id: { in: ids } }, data: { priority: target.priority, revision } })
      break
    case 'tag':
      return { topicId: await tag(tx, target, thingsOf(rows).claimIds), rows: changedOnce(rows) }
    case 'review': {
      const { documentIds, claimIds } = thingsOf(rows)
      const data = { state: 'in_review', revision } as const
      await tx.document.updateMany({ where: { id: { in: documentIds } }, data })
      await tx.claim.updateMany({ where: { id: { in: claimIds } }, data })
      return { topicId: null, rows: changedOnce(rows) }
    }
  }
  return { topicId: null, rows }
}

async function tag(tx: Db, { topic: name }: Target & { action: 'tag' }, claimIds: number[]): Promise<number | null> {
  const [topicId] = await chooseTopics(tx, [name])
  if (topicId === undefined) return null
  await tx.claimTopic.createMany({ data: claimIds.map((claimId) => ({ claimId, topicId })), skipDuplicates: true })
  await tx.claim.updateMany({ where: { id: { in: claimIds } }, data: { revision: { increment: 1 } } })
  return topicId
}

/** The thing's revision after the change; an undo compares it to see whether somebody has changed the thing since. */
function changedOnce(rows: Planned[]): Planned[] {
  return rows.map((row) => ({ ...row, revision: (row.revision ?? 0) + 1 }))
}

/** Restores the work. */
async function putBack(tx: Db, { target, topicId, rows }: Kept): Promise<number[]> {
  switch (target.action) {
    case 'assign':
      return putBackColumn(tx, rows, {
        set: Prisma.sql`"assigneeId" = k."was"::int`,
        stillSo: Prisma.sql`w."assigneeId" IS NOT DISTINCT FROM ${target.assigneeId}::int
          AND (k."was" IS NULL OR EXISTS (SELECT FROM "Account" WHERE "id" = k."was"::int AND "disabledAt" IS NULL))`,
      })
    case 'due':
      return putBackColumn(tx, rows, {
        set: Prisma.sql`"dueOn" = k."was"::date`,
        stillSo: Prisma.sql`w."dueOn" IS NOT DISTINCT FROM ${target.dueOn}::date`,
      })
    case 'priority':
      return putBackColumn(tx, rows, {
        set: Prisma.sql`"priority" = k."was"::"Priority"`,
        stillSo: Prisma.sql`w."priority" = ${target.priority}::"Priority"`,
      })
    case 'tag':
      return untag(tx, rows, topicId ?? 0)
    case 'review':
      return takeBackReview(tx, rows)
  }
}

async function putBackColumn(
  tx: Db,
  rows: Planned[],
  { set, stillSo }: { set: Prisma.Sql; stillSo: Prisma.Sql },
): Promise<number[]> {
  const kept = JSON.stringify(rows.map(({ workId, was }) => ({ workId, was })))
  const done = await tx.$queryRaw<{ id: number }[]>`
    WITH "kept" AS (
      SELECT k."workId", k."was" FROM jsonb_to_recordset(${kept}::jsonb) AS k("workId" int, "was" text)
      JOIN "Work" w ON w."id" = k."workId" ORDER BY w."id" FOR NO KEY UPDATE OF w
    )
    UPDATE "Work" w SET ${set}, "revision" = w."revision" + 1
    FROM "kept" k WHERE w."id" = k."workId" AND w."state" <> 'withdrawn' AND ${stillSo}
    RETURNING w."id"`
  return done.map(({ id }) => id)
}

/** The topics of published claims change only with a reason for readers, so those are left alone. */
async function untag(tx: Db, rows: Planned[], topicId: number): Promise<number[]> {
  const { claimIds } = thingsOf(rows)
  const locked = await tx.$queryRaw<{ id: number }[]>`
    SELECT "id" FROM "Claim" WHERE "id" = ANY (${claimIds}) AND "state" IN ('draft', 'in_review')
    ORDER BY "id" FOR NO KEY UPDATE`
  // The topic may have been merged since: a topic that the survivor got through this one is removed, one that it had
  // itself stays.
  const done = await tx.$queryRaw<{ claimId: number }[]>`
    WITH RECURSIVE merged AS (
      SELECT "id", "mergedIntoId" FROM "Topic" WHERE "id" = ${topicId}
      UNION
      SELECT t."id", t."mergedIntoId" FROM "Topic" t JOIN merged ON t."id" = merged."mergedIntoId"
    ), "had_both" AS (
      SELECT jsonb_array_elements(m."moved" -> 'shared')::int AS "claimId"
      FROM "TopicMerge" m JOIN merged ON m."mergedId" = merged."id" WHERE m."undoneAt" IS NULL
    )
    DELETE FROM "ClaimTopic" ct USING merged
    WHERE merged."mergedIntoId" IS NULL AND ct."topicId" = merged."id" AND ct."claimId" = ANY (${locked.map(({ id }) => id)})
      AND ct."claimId" NOT IN (SELECT "claimId" FROM "had_both")
    RETURNING ct."claimId"`
  const untagged = new Set(done.map(({ claimId }) => claimId))
  await tx.claim.updateMany({ where: { id: { in: [...untagged] } }, data: { revision: { increment: 1 } } })
  return rows.filter(({ claimId }) => untagged.has(claimId ?? 0)).map(({ workId }) => workId)
}

/** Anything edited, sent back or published meanwhile has another revision. */
async function takeBackReview(tx: Db, rows: Planned[]): Promise<number[]> {
  const back = (table: Prisma.Sql, some: { id: number | null; revision: number | null }[]) => tx.$queryRaw<
    { id: number }[]
  >`
    WITH "kept" AS (
      SELECT k."id", k."revision" FROM jsonb_to_recordset(${JSON.stringify(some)}::jsonb) AS k("id" int, "revision" int)
      JOIN ${table} t ON t."id" = k."id" ORDER BY t."id" FOR NO KEY UPDATE OF t
    )
    UPDATE ${table} t SET "state" = 'draft', "revision" = t."revision" + 1
    FROM "kept" k WHERE t."id" = k."id" AND t."revision" = k."revision" AND t."state" = 'in_review'
    RETURNING t."id"`
  const documents = rows.filter(({ documentId }) => documentId !== null)
  const claims = rows.filter(({ claimId }) => claimId !== null)
  const documentsBack = await back(
    Prisma.sql`"Document"`,
    documents.map(({ documentId: id, revision }) => ({ id, revision })),
  )
  const claimsBack = await back(
    Prisma.sql`"Claim"`,
    claims.map(({ claimId: id, revision }) => ({ id, revision })),
  )
  const isBack = {
    documents: new Set(documentsBack.map(({ id }) => id)),
    claims: new Set(claimsBack.map(({ id }) => id)),
  }
  return rows
    .filter(({ documentId, claimId }) => isBack.documents.has(documentId ?? 0) || isBack.claims.has(claimId ?? 0))
    .map(({ workId }) => workId)
}

/** An event for each thing, in the words of its change. */
async function tellOf(
  tx: Db,
  target: Target,
  rows: Planned[],
  { by, isUndo }: { by: number; isUndo: boolean },
): Promise<void> {
  if (target.action === 'review') {
    const ofDocuments = isUndo ? 'document_review_taken_back' : 'document_sent_to_review'
    const ofClaims = isUndo ? 'claim_review_taken_back' : 'claim_sent_to_review'
    const { documentIds, claimIds } = thingsOf(rows)
    await writeEvents(
      tx,
      ofDocuments,
      documentIds.map((documentId) => ({ by, documentId })),
    )
    await writeEvents(
      tx,
      ofClaims,
      claimIds.map((claimId) => ({ by, claimId })),
    )
    return
  }
  const action = target.action === 'tag' ? 'claim_tagged' : 'work_changed'
  await writeEvents(
    tx,
    action,
    rows.map((row) => {
      const [was, became] = valuesOf(target, row)
      return { by, ...thingOf(row), before: isUndo ? became : was, after: isUndo ? was : became }
    }),
  )
}

function valuesOf(target: Target, { before, after }: Planned): [object, object] {
  if (target.action === 'tag') return [{ topic: '' }, { topic: target.topic }]
  const name = { assign: 'assignee', due: 'due', priority: 'priority', review: 'state' }[target.action]
  return [{ [name]: before }, { [name]: after }]
}

function thingsOf(rows: Planned[]): { documentIds: number[]; claimIds: number[] } {
  return {
    documentIds: rows.map(({ documentId }) => documentId).filter((id) => id !== null),
    claimIds: rows.map(({ claimId }) => claimId).filter((id) => id !== null),
  }
}
