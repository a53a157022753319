import type { Prisma } from '../database/client/client.ts'
import type { Database, Db } from '../database/connect.ts'
import { type By, writeEvent } from '../history/events.ts'
import { findLastChange } from '../history/queries.ts'
import { writePartialDate } from '../words/partial-date.ts'
import { Refused, Stale } from '../refused.ts'
import { replaceAffiliations } from './affiliations.ts'
import { lockSources } from './locks.ts'
import { foldName } from '../words/names.ts'
import { compareSource } from './pairs.ts'
import { ownValues, storedOwn } from './own-fields.ts'
import type { EditedSource } from './schema.ts'

export function editSource(
  db: Database,
  id: number,
  { revision, aliases, roles, affiliations, by, ...edited }: EditedSource & By,
) {
  return db.$transaction(async (tx) => {
    // Two simultaneous changes of affiliations could close a circle that neither of them sees.
    await lockSources(tx)
    const before = await tx.source.findUniqueOrThrow({ where: { id }, include: whole })
    if (before.mergedInto) {
      throw new Refused({
        form: `“${before.name}” was merged into “${before.mergedInto.name}”. Change that one instead`,
      })
    }
    const taken = edited.wikidataId
      ? await tx.source.findFirst({ where: { wikidataId: edited.wikidataId, NOT: { id } } })
      : null
    if (taken) throw new Refused({ wikidataId: `${edited.wikidataId} is already ${taken.name}` })

    const { count } = await tx.source.updateMany({
      where: { id, revision },
      data: {
        name: edited.name,
        folded: foldName(edited.name),
        ...storedOwn(edited),
        revision: { increment: 1 },
      },
    })
    if (count === 0) {
      const changed = await findLastChange(tx, { sourceId: id }, 'source_')
      throw new Stale(before.revision, sourceValues(before), { changed })
    }

    await replaceAliases(tx, before, aliases)
    await replaceRoles(tx, before, roles)
    await replaceAffiliations(tx, id, { affiliations, by })
    await compareSource(tx, id)
    const after = await tx.source.findUniqueOrThrow({ where: { id }, include: whole })
    await writeEvent(tx, 'source_edited', {
      by,
      sourceId: id,
      before: sourceValues(before),
      after: sourceValues(after),
    })
    return after
  })
}

/** Unchanged names keep their rows, so that the undo of a merge finds them. */
async function replaceAliases(tx: Db, { id, aliases: before }: WholeSource, names: string[]): Promise<void> {
  const wanted = new Map(names.map((name) => [foldName(name), name]))
  wanted.delete('')
  const dropped = before.filter(({ folded }) => !wanted.has(folded)).map((alias) => alias.id)
  await tx.sourceAlias.deleteMany({ where: { id: { in: dropped } } })
  for (const alias of before) {
    const name = wanted.get(alias.folded)
    wanted.delete(alias.folded)
    if (name !== undefined && name !== alias.name)
      await tx.sourceAlias.update({ where: { id: alias.id }, data: { name } })
  }
  await tx.sourceAlias.createMany({ data: [...wanted].map(([folded, name]) => ({ sourceId: id, folded, name })) })
}

async function replaceRoles(tx: Db, { id, roles: before }: WholeSource, roles: EditedSource['roles']): Promise<void> {
  const wanted = roles.map(({ title, since, until }) => ({
    sourceId: id,
    title,
    folded: foldName(title),
    since: since?.on ?? null,
    sincePrecision: since?.precision ?? null,
    until: until?.on ?? null,
    untilPrecision: until?.precision ?? null,
  }))
  const written = ({
    title,
    folded,
    since,
    sincePrecision,
    until,
    untilPrecision,
  }: Omit<(typeof wanted)[number], 'sourceId'>) =>
    JSON.stringify([title, folded, since, sincePrecision, until, untilPrecision])
  const kept = new Map(before.map((role) => [written(role), role.id]))
  const isKept = new Set(wanted.map((role) => kept.get(written(role))))
  await tx.sourceRole.deleteMany({
    where: { sourceId: id, id: { notIn: [...kept.values()].filter((role) => isKept.has(role)) } },
  })
  await tx.sourceRole.createMany({ data: wanted.filter((role) => !kept.has(written(role))) })
}

const whole = {
  aliases: { orderBy: { name: 'asc' } },
  roles: { orderBy: { id: 'asc' } },
  affiliations: { orderBy: { id: 'asc' }, include: { body: { select: { id: true, name: true } } } },
  mergedInto: { select: { id: true, name: true } },
} satisfies Prisma.SourceInclude
type WholeSource = Prisma.SourceGetPayload<{ include: typeof whole }>

export function findSourceToEdit(db: Db, id: number): Promise<WholeSource> {
  return db.source.findUniqueOrThrow({ where: { id }, include: whole })
}

/** A source as its form shows it. */
export function sourceValues(source: WholeSource) {
  return {
    name: source.name,
    ...ownValues(source),
    aliases: source.aliases.map((alias) => alias.name).join('\n'),
    roles: source.roles.map((role) => ({ title: role.title, ...writeYears(role) })),
    affiliations: source.affiliations.map((row) => ({ body: row.body.name, ...writeYears(row) })),
  }
}

type Years = Pick<WholeSource['roles'][number], 'since' | 'sincePrecision' | 'until' | 'untilPrecision'>

function writeYears({ since, sincePrecision, until, untilPrecision }: Years) {
  return {
    since: since && sincePrecision ? writePartialDate(since, sincePrecision) : '',
    until: until && untilPrecision ? writePartialDate(until, untilPrecision) : '',
  }
}
