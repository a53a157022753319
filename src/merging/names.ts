import type { Db } from '../database/connect.ts'
import { named } from '../same/kind.ts'
import { foldName } from '../words/names.ts'
import type { Mergeable, Moved, Side, Sides } from './kind.ts'
import { idsIn, missing } from './references.ts'

export type Renamed = { from: string; to: string } | null

/** Every name of both, once: one becomes the name, the rest other names. */
export function namesOf(...sides: Side[]): string[] {
  const all = sides.flatMap(({ name, aliases = [] }) => [{ name, folded: foldName(name) }, ...aliases])
  return [...new Map(all.map(({ folded, name }) => [folded, name])).values()]
}

/** All former names become other names of the survivor, unless they were unticked. Those that it already has stay. */
export async function moveNames(
  tx: Db,
  { aliases }: Mergeable,
  { merged, survivor }: Sides,
  { name, chosen }: { name: string; chosen: string[] | undefined },
): Promise<Moved> {
  if (aliases === null) return {}
  const [table, column] = [named(aliases.table), named(aliases.column)]
  const wanted = chosen && new Set(chosen.map(foldName))
  const has = new Set([foldName(name), ...(survivor.aliases ?? []).map(({ folded }) => folded)])
  const isNew = (folded: string) => !has.has(folded) && (wanted?.has(folded) ?? true)

  const made: number[] = []
  for (const other of [merged.name, survivor.name]) {
    const folded = foldName(other)
    if (!isNew(folded)) continue
    has.add(folded)
    made.push(await makeAlias(tx, { aliases }, survivor.id, { name: other, folded }))
  }
  const ids = (merged.aliases ?? []).filter(({ folded }) => isNew(folded)).map(({ id }) => id)
  await tx.$executeRaw`UPDATE ${table} SET ${column} = ${survivor.id} WHERE "id" = ANY (${ids})`
  return { made, aliases: ids }
}

/**
 * Restores the names as far as they were not changed since; returns sentences about those that could not be put back.
 */
export async function putNamesBack(
  tx: Db,
  kind: Mergeable,
  moved: Moved,
  { merged, survivor }: Sides<Pick<Side, 'id' | 'name'> & Side>,
): Promise<string[]> {
  if (kind.aliases === null) return []
  const lost = await putAliasesBack(tx, { ...kind, aliases: kind.aliases }, moved, { merged, survivor })
  const renamed = moved['renamed'] as Renamed
  if (renamed && survivor.name === renamed.to) {
    await kind.refuseTaken?.(tx, renamed.from, [merged.id, survivor.id])
    await rename(tx, kind, survivor.id, renamed.from)
  } else if (renamed) {
    lost.push(`The name “${renamed.from}” could not be put back: it was changed to “${survivor.name}” since`)
  }
  await kind.refuseTaken?.(tx, merged.name, [merged.id])
  return lost
}

export async function rename(tx: Db, { table }: Mergeable, id: number, name: string): Promise<void> {
  await tx.$executeRaw`UPDATE ${named(table)} SET "name" = ${name}, "folded" = ${foldName(name)} WHERE "id" = ${id}`
}

type Named = Mergeable & { aliases: NonNullable<Mergeable['aliases']> }

async function putAliasesBack(tx: Db, kind: Named, moved: Moved, { merged, survivor }: Sides): Promise<string[]> {
  const [table, column] = [named(kind.aliases.table), named(kind.aliases.column)]
  const [made, aliases] = [idsIn(moved, 'made'), idsIn(moved, 'aliases')]
  const going = await tx.$queryRaw<{ name: string; folded: string }[]>`
    SELECT "name", "folded" FROM ${table} WHERE "id" = ANY (${[...made, ...aliases]}) AND ${column} = ${survivor.id}`
  await tx.$executeRaw`DELETE FROM ${table} WHERE "id" = ANY (${made}) AND ${column} = ${survivor.id}`
  const back = await tx.$executeRaw`
    UPDATE ${table} SET ${column} = ${merged.id} WHERE "id" = ANY (${aliases}) AND ${column} = ${survivor.id}`
  await keepNeededNames(tx, kind, survivor.id, going)
  return missing(aliases.length - back, { counted: ['other name', 'other names'] })
}

type Other = { id: number; moved: Moved; names: string[] }

/**
 * A name that the survivor already had when another thing of that name was merged into it was not moved; it now belongs
 * to that thing.
 */
async function keepNeededNames(
  tx: Db,
  kind: Named,
  survivorId: number,
  going: { name: string; folded: string }[],
): Promise<void> {
  const others = await tx.$queryRaw<Other[]>`
    SELECT m."id", m."moved", ARRAY(
      SELECT t."folded" FROM ${named(kind.table)} t WHERE t."id" = m."mergedId"
      UNION SELECT a."folded" FROM ${named(kind.aliases.table)} a WHERE a.${named(kind.aliases.column)} = m."mergedId"
    ) AS "names"
    FROM ${named(kind.merges)} m WHERE m."survivorId" = ${survivorId} AND m."undoneAt" IS NULL ORDER BY m."id"`
  for (const { name, folded } of going) {
    const other = others.find(({ names }) => names.includes(folded))
    if (!other) continue
    const id = await makeAlias(tx, kind, survivorId, { name, folded })
    other.moved = { ...other.moved, made: [...idsIn(other.moved, 'made'), id] }
    await tx.$executeRaw`
      UPDATE ${named(kind.merges)} SET "moved" = ${JSON.stringify(other.moved)}::jsonb WHERE "id" = ${other.id}`
  }
}

async function makeAlias(
  tx: Db,
  { aliases: { table, column } }: Pick<Named, 'aliases'>,
  owner: number,
  { name, folded }: { name: string; folded: string },
): Promise<number> {
  const [row] = await tx.$queryRaw<{ id: number }[]>`
    INSERT INTO ${named(table)} (${named(column)}, "name", "folded") VALUES (${owner}, ${name}, ${folded}) RETURNING "id"`
  if (!row) throw new Error(`${table} gave no row`)
  return row.id
}
