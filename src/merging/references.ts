import { Prisma } from '../database/client/client.ts'
import type { Db } from '../database/connect.ts'
import { named } from '../same/kind.ts'
import { formatCount } from '../words/dates.ts'
import type { Mergeable, Moved, Reference } from './kind.ts'

/** The number of rows that refer to a thing, in the order of its references. */
export async function countReferences(db: Db, { references }: Mergeable, id: number) {
  const counts = references.map(
    ({ key, table, column }) =>
      Prisma.sql`(SELECT count(*)::int FROM ${named(table)} WHERE ${named(column)} = ${id}) AS ${named(key)}`,
  )
  const [row] = await db.$queryRaw<Record<string, number>[]>`SELECT ${Prisma.join(counts)}`
  return references.map(({ key, counted }) => ({ count: row?.[key] ?? 0, counted }))
}

/** Makes the rows of one thing refer to the other; returns the ids of those that moved. */
export async function moveReferences(tx: Db, { references }: Mergeable, from: number, to: number): Promise<Moved> {
  const moved: Moved = {}
  for (const reference of references) {
    if (reference.shared !== undefined) moved[reference.shared] = await takeOut(tx, reference, from, to)
    moved[reference.key] = await move(tx, reference, from, to)
  }
  return moved
}

async function move(tx: Db, reference: Reference, from: number, to: number): Promise<number[]> {
  const [table, column, row] = namesOf(reference)
  const alike = (reference.unless ?? []).map(
    (name) => Prisma.sql`has.${named(name)} IS NOT DISTINCT FROM t.${named(name)}`,
  )
  const isNew =
    alike.length === 0
      ? Prisma.empty
      : Prisma.sql`AND NOT EXISTS (SELECT FROM ${table} has WHERE has.${column} = ${to} AND ${Prisma.join(alike, ' AND ')})`
  const rows = await tx.$queryRaw<{ row: number }[]>`
    UPDATE ${table} t SET ${column} = ${to} WHERE t.${column} = ${from} ${isNew} RETURNING t.${row} AS "row"`
  return rows.map((each) => each.row)
}

async function takeOut(tx: Db, reference: Reference, from: number, to: number): Promise<number[]> {
  const [table, column, row] = namesOf(reference)
  const rows = await tx.$queryRaw<{ row: number }[]>`
    DELETE FROM ${table} t WHERE t.${column} = ${from}
      AND EXISTS (SELECT FROM ${table} has WHERE has.${column} = ${to} AND has.${row} = t.${row})
    RETURNING t.${row} AS "row"`
  return rows.map((each) => each.row)
}

/** Puts back the rows that are where the merge left them; returns sentences about the others. */
export async function putReferencesBack(
  tx: Db,
  kind: Mergeable,
  moved: Moved,
  { mergedId, survivorId }: { mergedId: number; survivorId: number },
): Promise<string[]> {
  const lost: string[] = []
  for (const reference of kind.references) {
    const [table, column, row] = namesOf(reference)
    const [ids, shared] = [idsIn(moved, reference.key), idsIn(moved, reference.shared)]
    // However many there are: an array is one parameter.
    const back = await tx.$queryRaw<{ row: number }[]>`
      UPDATE ${table} SET ${column} = ${mergedId} WHERE ${column} = ${survivorId} AND ${row} = ANY (${ids})
      RETURNING ${row} AS "row"`
    const gone = back.map((each) => each.row)
    await keepNeeded(tx, kind, reference, { mergedId, survivorId, gone })
    const given =
      shared.length === 0
        ? 0
        : await tx.$executeRaw`
      INSERT INTO ${table}
      SELECT (jsonb_populate_record(t, jsonb_build_object(${reference.column}::text, ${mergedId}::int))).*
      FROM ${table} t WHERE t.${column} = ${survivorId} AND t.${row} = ANY (${shared})
      ON CONFLICT DO NOTHING`
    lost.push(...missing(ids.length + shared.length - back.length - given, reference))
  }
  return lost
}

type Other = { id: number; moved: Moved }

/**
 * If another merge into the same survivor took a row out because the survivor had it through this one, the survivor keeps
 * it, and that other merge has moved it from now on.
 */
async function keepNeeded(
  tx: Db,
  { merges }: Mergeable,
  reference: Reference,
  { mergedId, survivorId, gone }: { mergedId: number; survivorId: number; gone: number[] },
): Promise<void> {
  const { key, shared } = reference
  if (shared === undefined || gone.length === 0) return
  const [table, column, row] = namesOf(reference)
  const others = await tx.$queryRaw<Other[]>`
    SELECT "id", "moved" FROM ${named(merges)} WHERE "survivorId" = ${survivorId} AND "undoneAt" IS NULL ORDER BY "id"`
  const left = new Set(gone)
  for (const { id, moved } of others) {
    const needed = idsIn(moved, shared).filter((one) => left.delete(one))
    if (needed.length === 0) continue
    await tx.$executeRaw`
      INSERT INTO ${table}
      SELECT (jsonb_populate_record(t, jsonb_build_object(${reference.column}::text, ${survivorId}::int))).*
      FROM ${table} t WHERE t.${column} = ${mergedId} AND t.${row} = ANY (${needed})`
    const kept = {
      ...moved,
      [key]: [...idsIn(moved, key), ...needed],
      [shared]: idsIn(moved, shared).filter((one) => !needed.includes(one)),
    }
    await tx.$executeRaw`UPDATE ${named(merges)} SET "moved" = ${JSON.stringify(kept)}::jsonb WHERE "id" = ${id}`
  }
}

/** The ids that a merge stored under a key. */
export function idsIn(moved: Moved, key: string | undefined): number[] {
  const ids = key === undefined ? [] : moved[key]
  return Array.isArray(ids) ? ids.map(Number) : []
}

export function missing(
  count: number,
  { lost, counted, because = 'changed or removed since' }: Pick<Reference, 'lost' | 'counted' | 'because'>,
): string[] {
  if (count === 0) return []
  const [one, many] = lost ?? counted
  return [`${formatCount(count, one, many)} could not be put back: ${because}`]
}

function namesOf({ table, column, row = 'id' }: Reference) {
  return [named(table), named(column), named(row)] as const
}
