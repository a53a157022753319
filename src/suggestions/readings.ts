import type { Stretch } from '../anchoring/find-quote.ts'
import { Prisma } from '../database/client/client.ts'
import type { Database, Db } from '../database/connect.ts'
import type { Extraction, Statement } from '../extraction/statement.ts'
import type { compareFound } from './checked-before.ts'
import { learnFromDecided } from './counts.ts'
import { isSaying } from './shown.ts'
import { passagesLike, placeOf } from './places.ts'

/** After this long without a report, another process may start a reading again, in milliseconds. */
const held = 30_000
const mostAttempts = 3

export type Begun = { id: number; versionId: number; text: string; publishedOn?: string; publisher: string }

/**
 * Takes the next waiting or abandoned reading for this process; null if there is none. With `documentId`, that
 * document's.
 */
export async function beginReading(db: Db, documentId?: number): Promise<Begun | null> {
  const [begun] = await db.$queryRaw<{ id: number }[]>`
    UPDATE "Reading" SET "state" = 'reading', "attempts" = "attempts" + 1,
      "heldUntil" = now() + ${held} * interval '1 millisecond'
    WHERE "id" = (
      SELECT r."id" FROM "Reading" r JOIN "Version" v ON v."id" = r."versionId"
      WHERE (r."state" = 'waiting' OR (r."state" = 'reading' AND r."heldUntil" < now()))
        AND (${documentId ?? null}::int IS NULL OR v."documentId" = ${documentId ?? null}::int)
      ORDER BY r."id" LIMIT 1 FOR UPDATE OF r SKIP LOCKED)
    RETURNING "id"`
  if (!begun) return null

  const { id, versionId, attempts, version } = await db.reading.findUniqueOrThrow({
    where: { id: begun.id },
    select: {
      id: true,
      versionId: true,
      attempts: true,
      version: {
        select: {
          text: { select: { content: true } },
          document: {
            select: { publishedOn: true, publishedPrecision: true, publisher: { select: { name: true } } },
          },
        },
      },
    },
  })
  if (attempts > mostAttempts) {
    await failReading(db, id, 'It was started several times and never finished.')
    return beginReading(db, documentId)
  }
  const { publishedOn, publishedPrecision, publisher } = version.document
  return {
    id,
    versionId,
    text: version.text.content,
    publisher: publisher.name,
    ...(publishedOn && publishedPrecision === 'day' && { publishedOn: publishedOn.toISOString().slice(0, 10) }),
  }
}

/** Queues readings again that were running when the only process ended. For the start of an embedded desk. */
export async function resumeReadings(db: Db): Promise<void> {
  await db.reading.updateMany({ where: { state: 'reading' }, data: { state: 'waiting', heldUntil: null } })
}

/** Stores a reading's progress, and shows that somebody is still working on it. */
export async function reportReading(db: Db, id: number, progress: number): Promise<void> {
  await db.reading.updateMany({
    where: { id, state: 'reading' },
    data: { progress: Math.min(99, Math.floor(progress * 100)), heldUntil: new Date(Date.now() + held) },
  })
}

export async function failReading(db: Db, id: number, problem: string): Promise<void> {
  await db.reading.updateMany({
    where: { id, state: 'reading' },
    data: { state: 'failed', heldUntil: null, problem, finishedAt: new Date() },
  })
}

/** Queues a reading again; after several tries it has failed. */
export async function retryReading(db: Db, id: number): Promise<void> {
  await db.reading.updateMany({ where: { id, state: 'reading' }, data: { state: 'waiting', heldUntil: null } })
}

/**
 * Stores the suggestions, and ends the reading. Decisions last: neither a dismissed passage nor one that is already a
 * statement is suggested again, even if the rules now cut it a little differently.
 */
export async function finishReading(
  db: Database,
  { id, versionId }: { id: number; versionId: number },
  { statements, notice }: Extraction,
  alike: Awaited<ReturnType<typeof compareFound>> = new Map(),
): Promise<void> {
  await db.$transaction(async (tx) => {
    const before = await tx.suggestion.findMany({ where: { versionId } })
    const recorded = await tx.statement.findMany({
      where: { versionId, state: { not: 'withdrawn' } },
      select: { spans: true },
    })
    const decided = before.filter(({ state }) => state !== 'open').map(({ place }) => spansOf(place))
    const isKnown = passagesLike([...decided, ...recorded.map(({ spans }) => spans)])
    const sureOf = await learnFromDecided(tx)
    const found = new Map(
      statements.filter(({ content }) => !isKnown(content)).map((one) => [placeOf(one.content), one]),
    )

    const open = new Map(before.filter(({ state }) => state === 'open').map((row) => [row.place, row]))
    const gone = [...open.values()].filter(({ place }) => !found.has(place))
    await tx.suggestion.deleteMany({ where: { id: { in: gone.map((row) => row.id) }, state: 'open' } })
    for (const [place, row] of open) {
      const now = found.get(place)
      if (now && (JSON.stringify(now) !== JSON.stringify(row.found) || sureOf(now) !== row.confidence))
        await tx.suggestion.update({ where: { id: row.id }, data: asRow(now, sureOf(now), alike) })
    }
    await tx.suggestion.createMany({
      data: [...found.values()]
        .filter(({ content }) => !open.has(placeOf(content)))
        .map((one) => ({ versionId, ...asRow(one, sureOf(one), alike) })),
      skipDuplicates: true,
    })
    await tx.reading.update({
      where: { id },
      data: { state: 'done', heldUntil: null, progress: 100, notice: notice ?? null, finishedAt: new Date() },
    })
  })
}

function asRow(found: Statement, confidence: number, alike: Awaited<ReturnType<typeof compareFound>>) {
  const { content, rule } = found
  const place = placeOf(content)
  const like = alike.get(place)
  return {
    place,
    start: content[0]?.start ?? 0,
    confidence,
    isSaying: isSaying(rule),
    found,
    alike: like ?? Prisma.DbNull,
  }
}

function spansOf(place: string): Stretch[] {
  return place.split(',').map((piece) => {
    const [start = 0, end = 0] = piece.split('-').map(Number)
    return { start, end }
  })
}
