import { type Cut, countParts, partAt, stretchOfPart } from '../anchoring/parts.ts'
import type { Stretch } from '../anchoring/find-quote.ts'
import type { Db } from '../database/connect.ts'

/** Which text a version has, and how it is cut: all that is needed to ask for a part of it. */
export type Outline = Cut & { versionId: number; textId: number }

/** So many cards of statements are on a page; the rest of a part's statements have pages of their own. */
export const mostCards = 100

/** Of the newest version, or of the one with this number. Whoever asks may not be allowed to see the document. */
export async function findOptionalOutline(db: Db, documentId: number, number?: number): Promise<Outline | undefined> {
  const version = await db.version.findFirst({
    where: { documentId, ...(number !== undefined && { number }) },
    orderBy: { number: 'desc' },
    relationLoadStrategy: 'join',
    select: { id: true, text: { select: outlined } },
  })
  return version ? outlineOf(version) : undefined
}

export const outlined = { id: true, codePoints: true, partStarts: true } as const

export function outlineOf({ id, text }: { id: number; text: { id: number } & Cut }): Outline {
  return { versionId: id, textId: text.id, codePoints: text.codePoints, partStarts: text.partStarts }
}

/** What of a document a page shows. */
export type PartAsked = {
  /** From 1 on. */
  part?: number | undefined
  /** Instead: the part that this place of the text is in. */
  at?: number | undefined
  /** Instead: the part that this statement begins in, and the page of cards that has its card. */
  statement?: number | undefined
  /** Which of the pages of cards that the part has. */
  cards?: number | undefined
}

/** A part of a text, for a page of it; `stretch` is all of the text where it has one part. */
export type Part = { number: number; count: number; isThere: boolean; stretch: Stretch }

/** The last part where a later one is asked for, which is not there. */
export async function choosePart(db: Db, outline: Outline, { part, at, statement }: PartAsked): Promise<Part> {
  const count = countParts(outline)
  const place = at ?? (statement === undefined || count === 1 ? 0 : await findBeginning(db, outline, statement))
  const wanted = part ?? partAt(outline, place)
  const number = Math.min(wanted, count)
  return { number, count, isThere: wanted <= count, stretch: stretchOfPart(outline, number) }
}

async function findBeginning(db: Db, { versionId }: Outline, statementId: number): Promise<number> {
  const span = await db.span.findFirst({
    where: { statementId, statement: { versionId } },
    orderBy: { position: 'asc' },
    select: { start: true },
  })
  return span?.start ?? 0
}

/** The address of a page of a document: at its own, with no more behind it, where one page shows all. */
export function pathOfPart(path: string, { part = 1, cards = 1 }: { part?: number; cards?: number }): string {
  const query = [part > 1 ? `part=${part}` : '', cards > 1 ? `cards=${cards}` : ''].filter(Boolean).join('&')
  return query === '' ? path : `${path}?${query}`
}

/** Where a statement stands at the desk of its document. */
export async function findPlaceAtDesk(db: Db, statementId: number): Promise<string> {
  const { version } = await db.statement.findUniqueOrThrow({
    where: { id: statementId },
    select: {
      version: { select: { documentId: true, text: { select: outlined }, _count: { select: { statements: true } } } },
    },
  })
  const isOnePage = countParts(version.text) === 1 && version._count.statements <= mostCards
  const query = isOnePage ? '' : `?statement=${statementId}`
  return `/documents/${version.documentId}/desk${query}#statement-${statementId}`
}

/** Words of a stored text by their places, and no more of it: the database sends only these. */
export async function readStretches(
  db: Db,
  textId: number,
  stretches: Stretch[],
): Promise<(Stretch & { words: string })[]> {
  const rows = await db.$queryRaw<{ words: string }[]>`
    SELECT substr(t."content", s."from" + 1, s."to" - s."from") AS "words"
    FROM "StoredText" t, unnest(${stretches.map(({ start }) => start)}::int[], ${stretches.map(({ end }) => end)}::int[])
      WITH ORDINALITY AS s("from", "to", "place")
    WHERE t."id" = ${textId} ORDER BY s."place"`
  return stretches.map((stretch, i) => ({ ...stretch, words: (rows[i]?.words ?? '').trimEnd() }))
}

/** The parts that these passages are in, each once; of a passage over very many parts only the first and the last. */
export function readAround(db: Db, { textId, ...cut }: Outline, spans: Stretch[]) {
  const parts = new Set(spans.flatMap(({ start, end }) => partsFrom(partAt(cut, start), partAt(cut, end - 1))))
  const inOrder = [...parts].sort((a, b) => a - b)
  return readStretches(
    db,
    textId,
    inOrder.map((part) => stretchOfPart(cut, part)),
  )
}

const mostAround = 6

function partsFrom(first: number, last: number): number[] {
  if (last - first >= mostAround) return [first, last]
  return Array.from({ length: last - first + 1 }, (_, i) => first + i)
}
