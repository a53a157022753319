import type { Prisma, SourceKind } from '../database/client/client.ts'
import type { Database, Db } from '../database/connect.ts'
import { type By, writeEvent } from '../history/events.ts'
import { findLastChange } from '../history/queries.ts'
import { writePartialDate } from '../partial-date.ts'
import { Refused, Stale } from '../refused.ts'
import { foldName } from './names.ts'
import type { EditedSource } from './schema.ts'

/** `role`: what the words around the name call them; kept where the source is new. */
export type Wanted = { name: string; kind: SourceKind; role?: string | undefined; sourceId?: number | undefined }

/**
 * The source that a typed name means, made on the spot where there is none. Throws Refused, beside `field`, where
 * several have that name and none was chosen.
 */
export async function chooseSource(tx: Db, { name, kind, role, sourceId, field, by }: Wanted & { field: string } & By) {
  if (sourceId !== undefined) return findChosen(tx, sourceId, field)

  const matches = await findByName(tx, name)
  const [only] = matches
  if (!only) return createSource(tx, { name, kind, role, by })
  if (matches.length === 1) return only

  throw new Refused(
    { [field]: `Several sources are called “${name}”: choose which` },
    {
      [field]: matches.map(({ id, name, description, kind }) => ({
        value: String(id),
        label: `${name} – ${description ?? kind}`,
      })),
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
      ...(role && { roles: { create: { title: role } } }),
    },
    select: shortSource,
  })
  await writeEvent(tx, 'source_created', { by, sourceId: source.id, after: { name, kind } })
  return source
}

export function editSource(db: Database, id: number, { revision, aliases, roles, by, ...edited }: EditedSource & By) {
  return db.$transaction(async (tx) => {
    const before = await tx.source.findUniqueOrThrow({ where: { id }, include: { aliases: true, roles: true } })
    const taken = edited.wikidataId
      ? await tx.source.findFirst({ where: { wikidataId: edited.wikidataId, NOT: { id } } })
      : null
    if (taken) throw new Refused({ wikidataId: `${edited.wikidataId} is already ${taken.name}` })

    const { count } = await tx.source.updateMany({
      where: { id, revision },
      data: {
        name: edited.name,
        folded: foldName(edited.name),
        kind: edited.kind,
        description: edited.description || null,
        wikidataId: edited.wikidataId || null,
        revision: { increment: 1 },
      },
    })
    if (count === 0) {
      const changed = await findLastChange(tx, { sourceId: id }, 'source_')
      const now = await tx.source.findUniqueOrThrow({ where: { id }, include: { aliases: true, roles: true } })
      throw new Stale(now.revision, sourceValues(now), { changed })
    }

    await tx.sourceAlias.deleteMany({ where: { sourceId: id } })
    const byFolded = new Map(aliases.map((name) => [foldName(name), name]))
    await tx.sourceAlias.createMany({ data: [...byFolded].map(([folded, name]) => ({ sourceId: id, folded, name })) })
    await tx.sourceRole.deleteMany({ where: { sourceId: id } })
    await tx.sourceRole.createMany({
      data: roles.map(({ title, since, until }) => ({
        sourceId: id,
        title,
        since: since?.on ?? null,
        sincePrecision: since?.precision ?? null,
        until: until?.on ?? null,
        untilPrecision: until?.precision ?? null,
      })),
    })
    const after = await tx.source.findUniqueOrThrow({ where: { id }, include: { aliases: true, roles: true } })
    await writeEvent(tx, 'source_edited', {
      by,
      sourceId: id,
      before: sourceValues(before),
      after: sourceValues(after),
    })
    return after
  })
}

type WholeSource = Prisma.SourceGetPayload<{ include: { aliases: true; roles: true } }>

/** A source as its form shows it. */
export function sourceValues(source: WholeSource) {
  return {
    name: source.name,
    kind: source.kind,
    description: source.description ?? '',
    wikidataId: source.wikidataId ?? '',
    aliases: source.aliases.map((alias) => alias.name).join('\n'),
    roles: source.roles.map((role) => ({
      title: role.title,
      since: role.since && role.sincePrecision ? writePartialDate(role.since, role.sincePrecision) : '',
      until: role.until && role.untilPrecision ? writePartialDate(role.until, role.untilPrecision) : '',
    })),
  }
}

const shortSource = { id: true, name: true, kind: true, description: true } as const

function findByName(tx: Db, name: string) {
  const folded = foldName(name)
  return tx.source.findMany({
    where: { OR: [{ folded }, { aliases: { some: { folded } } }] },
    select: shortSource,
    orderBy: { id: 'asc' },
    take: 20,
  })
}

async function findChosen(tx: Db, id: number, field: string) {
  const source = await tx.source.findUnique({ where: { id }, select: shortSource })
  if (!source) throw new Refused({ [field]: 'That source is not there (any more). Choose another or type a name' })
  return source
}
