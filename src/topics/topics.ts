import type { Prisma } from '../database/client/client.ts'
import type { Database, Db } from '../database/connect.ts'
import { type By, writeEvent } from '../history/events.ts'
import { Refused, Stale } from '../refused.ts'
import { foldName } from '../sources/names.ts'
import { compareTopic } from './pairs.ts'
import type { EditedTopic } from './schema.ts'

/** Tags a claim with topics by their names, or other names; makes those that are new. */
export async function tagClaim(tx: Db, claimId: number, names: string[]): Promise<void> {
  const ids = new Set<number>()
  for (const [folded, name] of new Map(names.map((name) => [foldName(name), name]))) {
    if (folded !== '') ids.add(await chooseTopic(tx, name))
  }
  await tx.claimTopic.createMany({ data: [...ids].map((topicId) => ({ claimId, topicId })) })
}

/** The topic that a name, or another name, means; made where there is none. */
export async function chooseTopic(tx: Db, name: string): Promise<number> {
  return (await findOptionalNamed(tx, foldName(name))) ?? (await createTopic(tx, name))
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

/** Whoever gives names to topics waits for whoever else does, so that one name never means two. */
export async function lockNames(tx: Db): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('topic names', 0))`
}

/**
 * The topic that a name means, be it another name of it; a merged one leads to what it is now by the other names that
 * its merge left. Held until the transaction ends, so that whoever merges it at this moment moves this claim, too.
 */
export async function findOptionalNamed(tx: Db, folded: string): Promise<number | undefined> {
  const [row] = await tx.$queryRaw<{ id: number }[]>`
    SELECT t."id" FROM "Topic" t
    WHERE t."mergedIntoId" IS NULL
      AND (t."folded" = ${folded} OR t."id" IN (SELECT "topicId" FROM "TopicAlias" WHERE "folded" = ${folded}))
    ORDER BY t."folded" = ${folded} DESC, t."id" LIMIT 1 FOR KEY SHARE`
  return row?.id
}

async function createTopic(tx: Db, name: string): Promise<number> {
  await lockNames(tx)
  const folded = foldName(name)
  const meanwhile = await findOptionalNamed(tx, folded)
  if (meanwhile !== undefined) return meanwhile
  const { id } = await tx.topic.create({ data: { name, folded }, select: { id: true } })
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
      [field]: `The topic “${other.name}” (number ${other.id}) is called so. Take another name, or merge the two`,
    })
  }
}

/** Names that stay keep their rows, so that undoing a merge finds again what it moved. */
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
