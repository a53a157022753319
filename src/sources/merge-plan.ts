import type { Prisma } from '../database/client/client.ts'
import type { Db } from '../database/connect.ts'
import { readable } from '../policy.ts'
import { sourcePath } from '../web/addresses.ts'
import { formatCount } from '../web/words.ts'

const side = {
  id: true,
  name: true,
  folded: true,
  kind: true,
  description: true,
  wikidataId: true,
  mergedIntoId: true,
  revision: true,
  aliases: { orderBy: { name: 'asc' }, select: { id: true, name: true, folded: true } },
  roles: {
    orderBy: { id: 'asc' },
    select: { id: true, title: true, since: true, sincePrecision: true, until: true, untilPrecision: true },
  },
  affiliations: { orderBy: { id: 'asc' }, select: { body: { select: { id: true, name: true } } } },
} satisfies Prisma.SourceSelect

export type MergePlan = Awaited<ReturnType<typeof findMergePlan>>

/** What merging one source into another would do, and what stands in its way. */
export async function findMergePlan(db: Db, mergedId: number, survivorId: number) {
  const [merged, survivor] = await Promise.all([
    db.source.findUniqueOrThrow({ where: { id: mergedId }, relationLoadStrategy: 'join', select: side }),
    db.source.findUniqueOrThrow({ where: { id: survivorId }, relationLoadStrategy: 'join', select: side }),
  ])
  return {
    merged: { ...merged, path: sourcePath(merged) },
    survivor: { ...survivor, path: sourcePath(survivor) },
    moves: await countMoves(db, merged),
    names: namesOf(merged, survivor),
    conflicts: await findConflicts(db, merged, survivor),
  }
}

/** Whether readers would see a change: the one that goes is on their pages, or the one that stays is and is renamed. */
export async function isSeenByReaders(db: Db, plan: MergePlan, keep: 'merged' | 'survivor'): Promise<boolean> {
  if (await isSeen(db, plan.merged.id)) return true
  return keep === 'merged' && plan.merged.name !== plan.survivor.name && (await isSeen(db, plan.survivor.id))
}

export async function isSeen(db: Db, id: number): Promise<boolean> {
  const where = { OR: [readable.sources(null), { addressed: { some: { statement: readable.statements(null) } } }] }
  return (await db.source.count({ where: { id, AND: where } })) > 0
}

/** Every name of both, once: one becomes the name, the others other names. */
function namesOf(
  ...sources: { name: string; folded: string; aliases: { name: string; folded: string }[] }[]
): string[] {
  const all = sources.flatMap(({ name, folded, aliases }) => [{ name, folded }, ...aliases])
  return [...new Map(all.map(({ folded, name }) => [folded, name])).values()]
}

async function countMoves(
  db: Db,
  { id, wikidataId, roles, aliases }: { id: number; wikidataId: string | null; roles: unknown[]; aliases: unknown[] },
) {
  const [said, addressed, documents, replies, notes, affiliations, people] = await Promise.all([
    db.hop.count({ where: { sourceId: id } }),
    db.hop.count({ where: { addresseeSourceId: id } }),
    db.document.count({ where: { publisherId: id } }),
    db.reply.count({ where: { sourceId: id } }),
    db.note.count({ where: { sourceId: id } }),
    db.sourceAffiliation.count({ where: { sourceId: id } }),
    db.sourceAffiliation.count({ where: { bodyId: id } }),
  ])
  const counted: [count: number, one: string, many: string][] = [
    [said, 'step in which they speak', 'steps in which they speak'],
    [addressed, 'step in which they are spoken to', 'steps in which they are spoken to'],
    [documents, 'document they published', 'documents they published'],
    [replies, 'reply', 'replies'],
    [aliases.length, 'other name', 'other names'],
    [roles.length, 'role', 'roles'],
    [affiliations, 'body they work for', 'bodies they work for'],
    [people, 'person who works for them', 'people who work for them'],
    [notes, 'note', 'notes'],
  ]
  const moves = counted.filter(([count]) => count > 0).map(([count, one, many]) => formatCount(count, one, many))
  return wikidataId === null ? moves : [...moves, `the Wikidata id ${wikidataId}`]
}

type Side = Prisma.SourceGetPayload<{ select: typeof side }>

/** Sentences on what must be settled first; the database would refuse the first three of these, too. */
export async function findConflicts(db: Db, merged: Side, survivor: Side): Promise<string[]> {
  const sentences: string[] = []
  if (merged.wikidataId !== null && survivor.wikidataId !== null) {
    sentences.push(
      `“${merged.name}” is ${merged.wikidataId} at Wikidata and “${survivor.name}” is ${survivor.wikidataId}: these are two. Take away the id that is wrong first`,
    )
  }
  const twins = await db.document.findMany({
    where: {
      publisherId: merged.id,
      text: { documents: { some: { publisherId: survivor.id } } },
    },
    orderBy: { id: 'asc' },
    take: 10,
    select: {
      id: true,
      title: true,
      text: { select: { documents: { where: { publisherId: survivor.id }, select: { id: true, title: true } } } },
    },
  })
  for (const { id, title, text } of twins) {
    const [other] = text.documents
    sentences.push(
      `Both published one text: document ${id}, “${title}”, and document ${other?.id}, “${other?.title}”. A publisher has each text once: give one of them another publisher first`,
    )
  }
  for (const [one, other] of [
    [merged, survivor],
    [survivor, merged],
  ] as const) {
    if (one.affiliations.some(({ body }) => body.id === other.id)) {
      sentences.push(`“${one.name}” works for “${other.name}” here. Take that away first, or leave them two`)
    }
  }
  return sentences
}
