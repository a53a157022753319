import type { Prisma, SourceKind } from '../database/client/client.ts'
import type { Db } from '../database/connect.ts'
import { type By, writeEvent } from '../history/events.ts'
import { Refused } from '../refused.ts'
import { formatCount } from '../words/dates.ts'
import { lockSourceName } from './locks.ts'
import { foldName } from '../words/names.ts'
import { compareSource } from './pairs.ts'
import { bringSourcesBack } from './taken-back.ts'

/** `role`: the description beside the name in the text; stored if the source is new. */
export type Wanted = { name: string; kind: SourceKind; role?: string | undefined; sourceId?: number | undefined }

/**
 * The source that a typed name means, or a new one; simultaneous requests create it only once. Throws Refused, beside
 * `field`, if several have that name and none was chosen.
 */
export async function chooseSource(tx: Db, { name, kind, role, sourceId, field, by }: Wanted & { field: string } & By) {
  if (sourceId !== undefined) return findChosen(tx, sourceId, field)

  let matches = await findByName(tx, name)
  if (matches.length === 0) {
    await lockSourceName(tx, name)
    matches = await findByName(tx, name)
  }
  const [only] = matches
  if (!only) return createSource(tx, { name, kind, role, by })
  if (matches.length === 1) return standing(tx, only.id)

  throw new Refused(
    { [field]: `Several sources are called “${name}”: choose which` },
    {
      [field]: matches.map((source) => ({ value: String(source.id), label: tellApart(source, matches) })),
    },
  )
}

export async function createSource(
  tx: Db,
  { name, kind, role, description, by }: Wanted & { description?: string } & By,
) {
  const source = await tx.source.create({
    data: {
      name: name.trim(),
      folded: foldName(name),
      kind,
      description: description || null,
      ...(role && { roles: { create: { title: role, folded: foldName(role) } } }),
    },
    select: shortSource,
  })
  await compareSource(tx, source.id)
  await writeEvent(tx, 'source_created', { by, sourceId: source.id, after: { name, kind } })
  return source
}

/** With its number if nothing else distinguishes it from others of the same name. */
function tellApart(source: Told, all: Told[]): string {
  const label = ({ name, description, kind }: Told) => `${name} – ${description ?? kind}`
  const own = label(source)
  const isAlone = all.filter((other) => label(other) === own).length === 1
  return isAlone ? own : `${own} (number ${source.id}, ${formatCount(source._count.documents, 'document')})`
}

type Told = Awaited<ReturnType<typeof findByName>>[number]

const shortSource = { id: true, name: true, kind: true, description: true } as const
type Standing = Prisma.SourceGetPayload<{ select: typeof shortSource }> & { mergedIntoId: number | null }

function findByName(tx: Db, name: string) {
  const folded = foldName(name)
  return tx.source.findMany({
    where: { OR: [{ folded }, { aliases: { some: { folded } } }], mergedIntoId: null },
    select: { ...shortSource, _count: { select: { documents: true } } },
    orderBy: { id: 'asc' },
    take: 20,
  })
}

async function findChosen(tx: Db, id: number, field: string) {
  const source = await findOptionalStanding(tx, id)
  if (source) await bringSourcesBack(tx, [source.id])
  if (!source) throw new Refused({ [field]: 'That source no longer exists. Choose another or type a name' })
  return source
}

async function standing(tx: Db, id: number) {
  const source = await findOptionalStanding(tx, id)
  if (source) await bringSourcesBack(tx, [source.id])
  if (!source) throw new Error(`Source ${id} was there a moment ago`)
  return source
}

/**
 * A source, or its survivor. It is locked until the transaction ends: a simultaneous merge waits, and then also moves
 * what this transaction adds.
 */
export async function findOptionalStanding(tx: Db, id: number) {
  for (let next: number | null = id; next !== null;) {
    const [row]: Standing[] = await tx.$queryRaw`
      SELECT "id", "name", "kind"::text, "description", "mergedIntoId" FROM "Source" WHERE "id" = ${next} FOR KEY SHARE`
    if (!row) return null
    const { mergedIntoId, ...source }: Standing = row
    if (mergedIntoId === null) return source
    next = mergedIntoId
  }
  return null
}
