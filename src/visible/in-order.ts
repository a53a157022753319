import { Prisma } from '../database/client/client.ts'
import type { Db } from '../database/connect.ts'
import { mostCounted, pageSize } from '../words/paging.ts'

/* The order of lists. What sorts them is asked of what the viewer may see, and of nothing else. */

/** Which rows of a list: those of a page, and one more, which tells whether there is another page. */
export type Rows = { page: number; before?: number | undefined; take?: number | undefined }

export function sliceOf({ page, before, take = pageSize }: Rows) {
  return { skip: before === undefined ? (page - 1) * take : 0, take: take + 1 }
}

/** "-date" is by date, the last first. Without anything the newest come first, or what `first` says. */
export function directionOf<S extends string>(sort: S | `-${S}`): { by: S; isFalling: boolean } {
  const isFalling = sort.startsWith('-')
  return { by: (isFalling ? sort.slice(1) : sort) as S, isFalling }
}

type Order = {
  table: Prisma.Sql
  /** What it is sorted by, of the row `x`. */
  expression: Prisma.Sql
  isFalling: boolean
  rows: Rows
}

/** The ids of a page in the order of an expression that no index has, of all that the room's own condition finds. */
export async function idsInOrder(
  db: Db,
  { table, expression, isFalling, rows }: Order,
  listIds: (most: number) => Promise<{ id: number }[]>,
): Promise<number[]> {
  const ids = (await listIds(mostCounted)).map(({ id }) => id)
  const { skip, take } = sliceOf(rows)
  const direction = isFalling ? Prisma.sql`DESC` : Prisma.sql`ASC`
  const found = await db.$queryRaw<{ id: number }[]>`
    SELECT x."id" FROM ${table} x WHERE x."id" = ANY (${ids})
    ORDER BY ${expression} ${direction} NULLS LAST, x."id" DESC LIMIT ${take} OFFSET ${skip}`
  return found.map(({ id }) => id)
}

/** Rows in the order of these ids. */
export function inOrderOf<T extends { id: number }>(ids: number[], rows: T[]): T[] {
  const byId = new Map(rows.map((row) => [row.id, row]))
  return ids.flatMap((id) => byId.get(id) ?? [])
}

/** Sums of a list's columns, by what the list is sorted by. */
export type Sums = Record<string, number>

/** Of longer lists nothing is added up: every page of them would wait for it. */
const mostAdded = 2000

/** The rows to add up, of all pages; undefined if there is nothing to add, or too much. */
export async function idsToAddUp(listIds: (most: number) => Promise<{ id: number }[]>): Promise<number[] | undefined> {
  const ids = (await listIds(mostAdded + 1)).map(({ id }) => id)
  return ids.length > 1 && ids.length <= mostAdded ? ids : undefined
}

/** A count of what is found, which ends soon after what is sorted and paged. */
export const counted = { take: mostCounted + 1 }
