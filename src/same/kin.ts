import type { Db } from '../database/connect.ts'
import { may, type Viewer } from '../policy.ts'
import { type Kind, named } from './kind.ts'

type Merge = { id: number; createdAt: Date; mergedId: number; mergedName: string; account: string | null }
type Like = { pairId: number; reason: string; id: number; name: string }

/** What an editor sees beside a thing: what was merged into it, and its probable duplicates. */
export async function findKin(db: Db, kind: Kind, viewer: Viewer, id: number) {
  if (!may(viewer, 'read drafts')) return { merges: [], like: [] }
  const [table, name] = [named(kind.table), named(kind.name)]
  const [merges, like] = await Promise.all([
    db.$queryRaw<Merge[]>`
      SELECT m."id", m."createdAt", t."id" AS "mergedId", t.${name} AS "mergedName", a."name" AS "account"
      FROM ${named(kind.merges)} m JOIN ${table} t ON t."id" = m."mergedId" LEFT JOIN "Account" a ON a."id" = m."accountId"
      WHERE m."survivorId" = ${id} AND m."undoneAt" IS NULL ORDER BY m."id" DESC LIMIT 100`,
    db.$queryRaw<Like[]>`
      SELECT p."id" AS "pairId", p."reason", t."id", t.${name} AS "name"
      FROM ${named(kind.pairs)} p
      JOIN ${table} t ON t."id" = CASE p."earlierId" WHEN ${id} THEN p."laterId" ELSE p."earlierId" END
      WHERE (p."earlierId" = ${id} OR p."laterId" = ${id}) AND p."differentAt" IS NULL AND t."mergedIntoId" IS NULL
      ORDER BY p."id" LIMIT 10`,
  ])
  return {
    merges: merges.map(({ mergedId, mergedName, account, ...merge }) => ({
      ...merge,
      merged: { id: mergedId, name: mergedName },
      account: account === null ? null : { name: account },
    })),
    like: like.map((other) => ({ ...other, path: kind.path(other) })),
  }
}

/** Counts stop here: a desk needs to know that there are some, not how many thousand. */
const mostCounted = 1000

export async function countPairs(db: Db, kind: Kind) {
  const [row] = await db.$queryRaw<{ pairs: number; waiting: number }[]>`
    SELECT
      (SELECT count(*)::int FROM (
        SELECT FROM ${named(kind.pairs)} WHERE "differentAt" IS NULL LIMIT ${mostCounted}) p) AS "pairs",
      (SELECT count(*)::int FROM (
        SELECT FROM ${named(kind.table)} WHERE NOT "compared" AND "mergedIntoId" IS NULL LIMIT ${mostCounted}) t) AS "waiting"`
  return row ?? { pairs: 0, waiting: 0 }
}
