import { isDeepStrictEqual } from 'node:util'
import type { Db } from '../database/connect.ts'
import type { Moved } from './kind.ts'

/** What a merge stores of the work: the removed row, and the other before and after. */
type Kept = { gone: Row | null; before: Row | null; after: Row | null }
type Row = Record<string, unknown>

/**
 * A claim has one work row. Unless the survivor has its own, it takes over the assignee, the earlier date, the higher
 * priority and the re-check. The merged claim's row is removed, so that no list shows it.
 */
export async function carryWork(tx: Db, from: number, to: number): Promise<Kept> {
  const [gone] = await tx.$queryRaw<
    { row: Row }[]
  >`DELETE FROM "Work" w WHERE "claimId" = ${from} RETURNING to_jsonb(w) AS "row"`
  const before = await findWork(tx, to)
  if (gone?.row['isOpen'] === true) {
    await tx.$executeRaw`
      UPDATE "Work" w SET
        "assigneeId" = coalesce(w."assigneeId", g."assigneeId"), "dueOn" = least(w."dueOn", g."dueOn"),
        "priority" = least(w."priority", g."priority"), "recheckSince" = coalesce(w."recheckSince", g."recheckSince"),
        "recheckReason" = coalesce(w."recheckReason", g."recheckReason"), "revision" = w."revision" + 1
      FROM jsonb_populate_record(NULL::"Work", ${JSON.stringify(gone.row)}::jsonb) g WHERE w."claimId" = ${to}`
  }
  return { gone: gone?.row ?? null, before, after: await findWork(tx, to) }
}

/** Restores the removed row. The other gets its earlier values, unless somebody has changed it since. */
export async function carryWorkBack(
  tx: Db,
  { mergedId, survivorId }: { mergedId: number; survivorId: number },
  moved: Moved,
): Promise<string[]> {
  const { gone, before, after } = moved['work'] as Kept
  if (gone) {
    await tx.$executeRaw`
      INSERT INTO "Work" SELECT * FROM jsonb_populate_record(NULL::"Work", ${JSON.stringify(gone)}::jsonb)
      ON CONFLICT DO NOTHING`
    await tx.$executeRaw`
      UPDATE "Work" w SET "title" = c."sentence", "state" = c."state" FROM "Claim" c
      WHERE c."id" = w."claimId" AND c."id" = ${mergedId}`
  }
  if (isDeepStrictEqual(before, after)) return []
  const now = await findWork(tx, survivorId)
  if (!isDeepStrictEqual(inHand(now), inHand(after))) {
    return ['The assignee or due date of the claim that stayed was changed since, and is kept']
  }
  await tx.$executeRaw`
    UPDATE "Work" w SET
      "assigneeId" = b."assigneeId", "dueOn" = b."dueOn", "priority" = b."priority",
      "recheckSince" = b."recheckSince", "recheckReason" = b."recheckReason", "revision" = w."revision" + 1
    FROM jsonb_populate_record(NULL::"Work", ${JSON.stringify(before)}::jsonb) b WHERE w."claimId" = ${survivorId}`
  return []
}

async function findWork(tx: Db, claimId: number): Promise<Row | null> {
  const [work] = await tx.$queryRaw<
    { row: Row }[]
  >`SELECT to_jsonb(w) AS "row" FROM "Work" w WHERE "claimId" = ${claimId}`
  return work?.row ?? null
}

/** Without the columns that follow from the claim itself. */
function inHand(row: Row | null): unknown[] {
  return ['assigneeId', 'dueOn', 'priority', 'recheckSince', 'recheckReason'].map((name) => row?.[name])
}
