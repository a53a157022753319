import type { Prisma } from '../database/client/client.ts'
import type { Database, Db } from '../database/connect.ts'
import { type By, writeEvent } from '../history/events.ts'
import { Refused, Stale } from '../refused.ts'
import { foldName } from '../words/names.ts'
import { lockNames, shareNames } from './name-lock.ts'
import { compareTopic } from './pairs.ts'
import type { EditedTopic } from './schema.ts'

/**
 * The topics with these names, or other names; creates those that are new. Call it before any claim is changed: a merge
 * of topics also locks their names first, and then the claims' topics.
 */
export async function chooseTopics(tx: Db, names: string[]): Promise<number[]> {
  const wanted = new Map(names.map((name) => [foldName(name), name]))
  wanted.delete('')
  if (wanted.size === 0) return []
  await holdNames(tx, [...wanted.keys()])
  const ids = new Set<number>()
  for (const [folded, name] of wanted) ids.add((await findOptionalNamed(tx, folded)) ?? (await createTopic(tx, name)))
  return [...ids]
}

export function editTopic(db: Database, id: number, { revision, aliases, by, ...edited }: EditedTopic & By) {
  return db.$transaction(async (tx) => {
    await lockNames(tx)
    const before = await findTopicToEdit(tx, id)
    if (before.mergedInto) {
      throw new Refused({
        form: `“${before.name}” was merged into “${before.mergedInto.name}”. Change that one instead`,
      })
    }
    const folded = foldName(edited.name)
    const others = new Map(aliases.map((name) => [foldName(name), name]))
    for (const none of ['', folded]) others.delete(none)
    await refuseTaken(tx, id, { name: [folded], aliases: [...others.keys()] })

    const { count } = await tx.topic.updateMany({
      where: { id, revision },
      data: { name: edited.name, folded, description: edited.description || null, revision: { increment: 1 } },
    })
    if (count === 0) throw new Stale(before.revision, topicValues(before))

    await replaceAliases(tx, before, others)
    await compareTopic(tx, id)
    const after = topicValues(await findTopicToEdit(tx, id))
    await writeEvent(tx, 'topic_edited', { by, topicId: id, before: topicValues(before), after })
  })
}

const whole = {
  aliases: { orderBy: { name: 'asc' } },
  mergedInto: { select: { id: true, name: true } },
} satisfies Prisma.TopicInclude
type WholeTopic = Prisma.TopicGetPayload<{ include: typeof whole }>

export function findTopicToEdit(db: Db, id: number): Promise<WholeTopic> {
  return db.topic.findUniqueOrThrow({ where: { id }, include: whole })
}

/** A topic as its form shows it, and as its history keeps it. */
export function topicValues({ name, description, aliases }: WholeTopic) {
  return { name, description: description ?? '', aliases: aliases.map((alias) => alias.name).join('\n') }
}

/** Until the transaction ends, names keep their meaning. */
async function holdNames(tx: Db, folded: string[]): Promise<void> {
  if (!(await areAllKnown(tx, folded))) return lockNames(tx)
  await shareNames(tx)
  // The lock for new names cannot be taken any more: two transactions would wait for each other.
  if (!(await areAllKnown(tx, folded)))
    throw new Refused({ topics: 'One of these topics was just renamed. Send it again' })
}

async function areAllKnown(tx: Db, folded: string[]): Promise<boolean> {
  for (const name of folded) if ((await findOptionalNamed(tx, name)) === undefined) return false
  return true
}

/** The topic with this name or other name; a merged one's other names lead to its survivor. */
export async function findOptionalNamed(tx: Db, folded: string): Promise<number | undefined> {
  const [row] = await tx.$queryRaw<{ id: number }[]>`
    SELECT t."id" FROM "Topic" t
    WHERE t."mergedIntoId" IS NULL
      AND (t."folded" = ${folded} OR t."id" IN (SELECT "topicId" FROM "TopicAlias" WHERE "folded" = ${folded}))
    ORDER BY t."folded" = ${folded} DESC, t."id" LIMIT 1`
  return row?.id
}

async function createTopic(tx: Db, name: string): Promise<number> {
  const { id } = await tx.topic.create({ data: { name, folded: foldName(name) }, select: { id: true } })
  await compareTopic(tx, id)
  return id
}

async function refuseTaken(tx: Db, id: number, wanted: { name: string[]; aliases: string[] }): Promise<void> {
  for (const [field, folded] of Object.entries(wanted)) {
    const other = await tx.topic.findFirst({
      where: {
        mergedIntoId: null,
        NOT: { id },
        OR: [{ folded: { in: folded } }, { aliases: { some: { folded: { in: folded } } } }],
      },
    })
    if (!other) continue
    throw new Refused({
      [field]: `The topic “${other.name}” (number ${other.id}) already has this name. Take another name, or merge the two`,
    })
  }
}

/** Unchanged names keep their rows, so that the undo of a merge finds them. */
async function replaceAliases(tx: Db, { id, aliases: before }: WholeTopic, wanted: Map<string, string>): Promise<void> {
  const dropped = before.filter(({ folded }) => !wanted.has(folded)).map((alias) => alias.id)
  await tx.topicAlias.deleteMany({ where: { id: { in: dropped } } })
  const known = new Map(before.map((alias) => [alias.folded, alias]))
  for (const [folded, name] of wanted) {
    const alias = known.get(folded)
    if (!alias) await tx.topicAlias.create({ data: { topicId: id, name, folded } })
    else if (alias.name !== name) await tx.topicAlias.update({ where: { id: alias.id }, data: { name } })
  }
}
