import type { Prisma } from '../database/client/client.ts'
import { DismissalReason } from '../database/client/enums.ts'
import type { Db } from '../database/connect.ts'
import { foldName } from '../words/names.ts'
import { findShown, inOrder, type Shown, whereShown } from './shown.ts'
import { suggestedChain } from './chain.ts'
import { readFound } from './schema.ts'
import { type SuggestedValues, suggestedValues } from './values.ts'

/** So many are marked in a part of a text at most, which is more than the rules find in one; the rest follow when these are decided. */
const mostShown = 2000
/** Of what was dismissed the list has so many. */
const mostDismissed = 100

type Within = {
  versionId: number
  /** The words that are shown, and a little behind them; where they begin. */
  text: { start: number; words: string }
  within: { count: number; stretch: { start: number; end: number } }
  publisher: string
  /** Who is asked why they dismissed what they dismissed last. */
  viewerId?: number | undefined
}

/**
 * The open suggestions in a part of a document's newest version, in the order of the text, and how far reading and
 * deciding are in all of it.
 */
export async function findSuggestions(db: Db, { versionId, text, within, publisher, viewerId }: Within) {
  const { start, end } = within.stretch
  const of = { versionId, ...(within.count > 1 && { start: { gte: start, lt: end } }) }
  const shown = await findShown(db)
  const openHere = { ...of, ...whereShown(shown), state: 'open' as const }
  const [rows, counts, leftHere] = await Promise.all([
    db.suggestion.findMany({
      where: openHere,
      orderBy: [{ start: 'asc' }, { id: 'asc' }],
      take: mostShown,
    }),
    countStates(db, versionId, shown),
    within.count > 1 ? db.suggestion.count({ where: openHere }) : undefined,
  ])
  const dismissed =
    counts.dismissed === 0
      ? []
      : await db.suggestion.findMany({
          where: { ...of, state: 'dismissed' },
          orderBy: { start: 'asc' },
          take: mostDismissed,
        })
  const asked = viewerId === undefined || counts.dismissed === 0 ? undefined : await findLastDismissed(db, of, viewerId)
  const open = inOrder(rows, shown).map((row) => ({ ...row, found: readFound(row.found) }))
  const values = new Map(open.map(({ id, found }) => [id, suggestedValues(found, text.words, text.start)]))
  const known = await findKnownNames(db, [...values.values()])
  return {
    reading: counts.reading && { ...counts.reading, ahead: await countAhead(db, counts.reading) },
    total: counts.total,
    left: counts.open,
    leftHere: leftHere ?? counts.open,
    accepted: counts.accepted,
    sure: counts.sure,
    shown: { ...shown, hidden: counts.hidden },
    askedWhy: asked && {
      id: asked.id,
      words: suggestedValues(readFound(asked.found), text.words, text.start).quote,
      reasons: Object.values(DismissalReason).map((value, i) => ({ value, key: i + 1 })),
    },
    open: open.map(({ id, start: begins, found, confidence, alike }) => {
      const suggested = values.get(id)!
      const names = suggested.hops.map(({ source }) => source).filter(Boolean)
      return {
        id,
        start: begins,
        spans: suggested.spans,
        words: suggested.quote,
        line: suggestedChain(found, publisher),
        act: found.act,
        polarity: found.polarity,
        rule: found.rule,
        reason: found.reason,
        confidence,
        alike,
        newSources: [...new Set(names.filter((name) => !known.has(foldName(name))))],
      }
    }),
    dismissed: dismissed.map(({ id, found }) => ({
      id,
      words: suggestedValues(readFound(found), text.words, text.start).quote,
    })),
  }
}

/** From how sure on suggestions can be accepted at once. */
const steps = [0.9, 0.8, 0.7, 0.5, 0]

type Reading = Pick<Prisma.ReadingGetPayload<object>, 'id' | 'state' | 'progress' | 'notice' | 'problem'>
type Counts = {
  total: number
  open: number
  accepted: number
  dismissed: number
  hidden: number
  sure: number[]
  reading: Reading | null
}

/**
 * How many there are of each state, and how many open ones from each confidence up, as far as they differ; and how far the
 * text is read.
 */
async function countStates(db: Db, versionId: number, { alsoAttitudes }: Shown) {
  const [row] = await db.$queryRaw<Counts[]>`
    SELECT (count(*) FILTER (WHERE "state" <> 'open' OR "isSaying" OR ${alsoAttitudes}))::int AS "total",
      (count(*) FILTER (WHERE "state" = 'open' AND NOT "isSaying"))::int AS "hidden",
      (count(*) FILTER (WHERE "state" = 'open' AND ("isSaying" OR ${alsoAttitudes})))::int AS "open",
      (count(*) FILTER (WHERE "state" = 'accepted'))::int AS "accepted",
      (count(*) FILTER (WHERE "state" = 'dismissed'))::int AS "dismissed",
      ARRAY(
        SELECT (SELECT count(*) FROM "Suggestion" WHERE "versionId" = ${versionId} AND "state" = 'open' AND ("isSaying" OR ${alsoAttitudes}) AND "confidence" >= step)::int
        FROM unnest(${steps}::float8[]) WITH ORDINALITY s(step, place) ORDER BY place) AS "sure",
      (SELECT jsonb_build_object('id', "id", 'state', "state", 'progress', "progress", 'notice', "notice", 'problem', "problem")
       FROM "Reading" WHERE "versionId" = ${versionId}) AS "reading"
    FROM "Suggestion" WHERE "versionId" = ${versionId}`
  const { sure = [], ...counts } = row ?? { total: 0, open: 0, accepted: 0, dismissed: 0, hidden: 0, reading: null }
  const differing = steps.map((from, i) => ({ from, count: sure[i] ?? 0 }))
  return { ...counts, sure: differing.filter(({ count }, i) => count > 0 && count !== differing[i - 1]?.count) }
}

/** What this person decided on last, if they dismissed it and have not said why. */
async function findLastDismissed(db: Db, of: Prisma.SuggestionWhereInput, viewerId: number) {
  const last = await db.suggestion.findFirst({
    where: { ...of, decidedById: viewerId },
    orderBy: [{ decidedAt: 'desc' }, { id: 'desc' }],
    select: { id: true, found: true, state: true, dismissedFor: true },
  })
  return last?.state === 'dismissed' && last.dismissedFor === null ? last : undefined
}

export type Suggestions = Awaited<ReturnType<typeof findSuggestions>>

/** How far the reading is, for a page that waits for it. */
export async function findReading(db: Db, documentId: number) {
  const reading = await db.reading.findFirst({
    where: { version: { documentId } },
    orderBy: { id: 'desc' },
    select: { id: true, state: true, progress: true, problem: true },
  })
  if (!reading) return { state: null }
  const { id, ...rest } = reading
  return { ...rest, ahead: await countAhead(db, { id, state: rest.state }) }
}

/** A suggestion as the form to record it shows it; undefined where it is decided on, or of another document. */
export async function findOptionalSuggestedValues(db: Db, documentId: number, id: number) {
  const suggestion = await db.suggestion.findFirst({
    where: { id, state: 'open', version: { documentId } },
    include: { version: { select: { text: { select: { content: true } } } } },
  })
  if (!suggestion) return undefined
  const { found, version } = suggestion
  return { ...suggestedValues(readFound(found), version.text.content), suggestionId: id }
}

export async function findSuggestionPlace(db: Db, id: number) {
  const { state, version } = await db.suggestion.findUniqueOrThrow({
    where: { id },
    select: { state: true, version: { select: { documentId: true } } },
  })
  return { documentId: version.documentId, isOpen: state === 'open' }
}

function countAhead(db: Db, { id, state }: { id: number; state: string }): Promise<number> | number {
  if (state !== 'waiting') return 0
  return db.reading.count({ where: { id: { lt: id }, state: { in: ['waiting', 'reading'] } } })
}

async function findKnownNames(db: Db, values: SuggestedValues[]): Promise<Set<string>> {
  const folded = [...new Set(values.flatMap(({ hops }) => hops.map(({ source }) => foldName(source))))].filter(Boolean)
  if (folded.length === 0) return new Set()
  const known = await db.$queryRaw<{ folded: string }[]>`
    SELECT "folded" FROM "Source" WHERE "folded" = ANY (${folded}) AND "mergedIntoId" IS NULL
    UNION
    SELECT a."folded" FROM "SourceAlias" a JOIN "Source" s ON s."id" = a."sourceId" AND s."mergedIntoId" IS NULL
    WHERE a."folded" = ANY (${folded})`
  return new Set(known.map((row) => row.folded))
}

/** Texts that are not read for suggestions yet, or could not be; those that failed first. */
export async function listUnread(db: Db) {
  const rows = await db.reading.findMany({
    where: { state: { not: 'done' } },
    orderBy: [{ state: 'desc' }, { id: 'asc' }],
    take: 50,
    select: {
      state: true,
      progress: true,
      problem: true,
      version: { select: { document: { select: { id: true, title: true, language: true } } } },
    },
  })
  return rows.map(({ version, ...reading }) => ({ ...reading, document: version.document }))
}
