import { type Cut, countParts, partAt, stretchOfPart } from '../anchoring/parts.ts'
import type { Stretch } from '../anchoring/find-quote.ts'
import type { Db } from '../database/connect.ts'
import { recordedFirst } from './recorded-first.ts'

/** A version's text and its division into parts: everything needed to load a part. */
export type Outline = Cut & { versionId: number; textId: number }

/** The limit for cards on a page; a part's other statements are on further pages. */
export const mostCards = 100

/** For the newest version, or the one with this number. The caller checks whether the user may see the document. */
export async function findOptionalOutline(db: Db, documentId: number, number?: number): Promise<Outline | undefined> {
  const version = await db.version.findFirst({
    where: { documentId, ...(number !== undefined && { number }) },
    orderBy: recordedFirst,
    relationLoadStrategy: 'join',
    select: { id: true, text: { select: outlined } },
  })
  return version ? outlineOf(version) : undefined
}

export const outlined = { id: true, codePoints: true, partStarts: true } as const

export function outlineOf({ id, text }: { id: number; text: { id: number } & Cut }): Outline {
  return { versionId: id, textId: text.id, codePoints: text.codePoints, partStarts: text.partStarts }
}

/** Which part of a document a page shows. */
export type PartAsked = {
  /** From 1 on. */
  part?: number | undefined
  /** Instead: the part that contains this position of the text. */
  at?: number | undefined
  /** Instead: the part in which this statement begins, and the page of cards that has its card. */
  statement?: number | undefined
  /** Which of the part's pages of cards. */
  cards?: number | undefined
}

/** A part of a text, for one page; `stretch` is the whole text if there is only one part. */
export type Part = { number: number; count: number; isThere: boolean; stretch: Stretch }

/** Gives the last part if a later one is requested that does not exist. */
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

/** The address of a page of a document: its own, without a query, if one page shows everything. */
export function pathOfPart(path: string, { part = 1, cards = 1 }: { part?: number; cards?: number }): string {
  const query = [part > 1 ? `part=${part}` : '', cards > 1 ? `cards=${cards}` : ''].filter(Boolean).join('&')
  return query === '' ? path : `${path}?${query}`
}

/** The address of a statement at the desk of its document. */
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

/** Pieces of a stored text by position; the database sends only these. */
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

/** The parts that contain these passages, each once; for a passage over very many parts only the first and the last. */
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
