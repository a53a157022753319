import { Prisma } from '../database/client/client.ts'
import type { Db } from '../database/connect.ts'
import { type Kind, named } from './kind.ts'

type Merged = Pick<Kind, 'table'>

/** The survivor of a merged thing; undefined if it was not merged. */
export async function findSurvivorId(db: Db, { table }: Merged, id: number): Promise<number | undefined> {
  const [last] = await db.$queryRaw<{ id: number }[]>`
    WITH RECURSIVE merged AS (
      SELECT "id", "mergedIntoId" FROM ${named(table)} WHERE "id" = ${id} AND "mergedIntoId" IS NOT NULL
      UNION
      SELECT t."id", t."mergedIntoId" FROM ${named(table)} t JOIN merged ON t."id" = merged."mergedIntoId"
    )
    SELECT "id" FROM merged WHERE "mergedIntoId" IS NULL`
  return last?.id
}

/** A thing and everything merged into it, directly or not; their histories belong to it. */
export async function listMergedIds(db: Db, kind: Merged, id: number): Promise<number[]> {
  const rows = await db.$queryRaw<{ id: number }[]>`${withMerged(kind, id)} SELECT "id" FROM merged`
  return rows.map((row) => row.id)
}

/** The paths of what was merged into it, with their words of today. */
export async function listMergedPaths(db: Db, kind: Kind, id: number): Promise<{ id: number; path: string }[]> {
  const rows = await db.$queryRaw<{ id: number; name: string }[]>`
    ${withMerged(kind, id)}
    SELECT t."id", t.${named(kind.name)} AS "name" FROM merged JOIN ${named(kind.table)} t ON t."id" = merged."id"
    WHERE t."id" <> ${id} ORDER BY t."id"`
  return rows.map((row) => ({ id: row.id, path: kind.path(row) }))
}

export function withMerged({ table }: Merged, id: number): Prisma.Sql {
  return Prisma.sql`
    WITH RECURSIVE merged AS (
      SELECT ${id}::int AS "id"
      UNION
      SELECT t."id" FROM ${named(table)} t JOIN merged ON t."mergedIntoId" = merged."id"
    )`
}
