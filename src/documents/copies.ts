import createError from 'http-errors'
import type { Database, Db } from '../database/connect.ts'
import { type By, writeEvent, writeEvents } from '../history/events.ts'
import type { Viewer } from '../policy.ts'
import { readable } from '../visible/readable.ts'
import { documentPath } from '../words/addresses.ts'
import { formatPercent } from '../words/dates.ts'
import { bandsOf, likenessOf } from './likeness.ts'

/* Documents of which one is nearly the text of another: wire copy, an article moved to another address. */

export type LikeDocument = { id: number; title: string; publisher: string; likeness: number; isWithin: boolean }

/** Texts compared word by word, of those that share a number. */
const mostCompared = 10
/** Texts from before there were numbers, which get theirs little by little. */
const mostCaughtUp = 200

/** The documents whose text is nearly this one, the likest first. The very same text is not among them. */
export async function findLike(db: Db, text: string): Promise<LikeDocument[]> {
  const bands = bandsOf(text)
  if (bands.length === 0) return []
  await catchUp(db)
  const texts = await db.$queryRaw<{ id: number; content: string }[]>`
    SELECT "id", left("content", 300000) AS "content" FROM "StoredText"
    WHERE "bands" && ${bands}::int[]
    ORDER BY (SELECT count(*) FROM unnest("bands") b WHERE b = ANY(${bands}::int[])) DESC, "id" LIMIT ${mostCompared}`
  const like = texts.flatMap(({ id, content }) => {
    const found = content === text ? undefined : likenessOf(text, content)
    return found ? [{ textId: id, ...found }] : []
  })
  const documents = await db.document.findMany({
    where: { state: { not: 'withdrawn' }, textId: { in: like.map(({ textId }) => textId) } },
    orderBy: { id: 'asc' },
    select: { id: true, title: true, textId: true, publisher: { select: { name: true } } },
  })
  return documents
    .map(({ textId, publisher, ...document }) => {
      const { same = 0, within = 0 } = like.find((one) => one.textId === textId) ?? {}
      const isWithin = within - same > 0.1
      return { ...document, publisher: publisher.name, likeness: isWithin ? within : same, isWithin }
    })
    .toSorted((a, b) => b.likeness - a.likeness)
}

async function catchUp(db: Db): Promise<void> {
  const old = await db.$queryRaw<{ id: number; content: string }[]>`
    SELECT "id", "content" FROM "StoredText" WHERE "bands" IS NULL ORDER BY "id" LIMIT ${mostCaughtUp}`
  for (const { id, content } of old) {
    await db.$executeRaw`UPDATE "StoredText" SET "bands" = ${bandsOf(content)}::int[] WHERE "id" = ${id}`
  }
}

/** Links a new document with those whose text is nearly its own. */
export async function linkCopies(tx: Db, { documentId, text, by }: { documentId: number; text: string } & By) {
  const like = (await findLike(tx, text)).filter(({ id }) => id !== documentId)
  if (like.length === 0) return like
  await tx.documentCopy.createMany({ data: like.map(({ id, likeness }) => ({ ...pair(id, documentId), likeness })) })
  const toldOf = ({ title, likeness }: LikeDocument) => `${title} (${formatPercent(likeness)} the same)`
  await writeEvents(
    tx,
    'document_linked',
    like.map((copy) => ({ by, documentId, after: { told: toldOf(copy) } })),
  )
  return like
}

function pair(one: number, other: number) {
  return { earlierId: Math.min(one, other), laterId: Math.max(one, other) }
}

/** The documents that this user may read and of which this one is a copy, or the other way round. */
export async function listCopies(db: Db, viewer: Viewer, id: number) {
  const other = { select: { id: true, title: true, state: true, publisher: { select: { name: true } } } }
  const rows = await db.documentCopy.findMany({
    where: {
      undoneAt: null,
      OR: [
        { earlierId: id, later: readable.documents(viewer) },
        { laterId: id, earlier: readable.documents(viewer) },
      ],
    },
    orderBy: [{ likeness: 'desc' }, { id: 'asc' }],
    take: 50,
    select: { likeness: true, earlier: other, later: other },
  })
  return rows.map(({ likeness, earlier, later }) => {
    const copy = earlier.id === id ? later : earlier
    return { id: copy.id, title: copy.title, publisher: copy.publisher, path: documentPath(copy), likeness }
  })
}

/** Two documents are no copies of each other after all; they are not linked again. Throws 404 if they are not linked. */
export function unlinkCopy(db: Database, { id, otherId, by }: { id: number; otherId: number } & By): Promise<void> {
  return db.$transaction(async (tx) => {
    const { count } = await tx.documentCopy.updateMany({
      where: { ...pair(id, otherId), undoneAt: null },
      data: { undoneAt: new Date() },
    })
    if (count === 0) throw createError(404, 'These documents are not linked as copies')
    const { title: told } = await tx.document.findUniqueOrThrow({ where: { id: otherId }, select: { title: true } })
    await writeEvent(tx, 'document_unlinked', { by, documentId: id, after: { told } })
  })
}
