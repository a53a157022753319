import type { Db } from '../database/connect.ts'
import { foldName } from '../sources/names.ts'
import { suggestedChain } from './chain.ts'
import { readFound } from './schema.ts'
import { type SuggestedValues, suggestedValues } from './values.ts'

/** So many are shown at a time; the rest follow when these are decided. */
const mostShown = 100

/** A document's open suggestions, in the order of the text, and how far reading and deciding are. */
export async function findSuggestions(db: Db, documentId: number) {
  const version = await db.version.findFirstOrThrow({
    where: { documentId },
    orderBy: { number: 'desc' },
    relationLoadStrategy: 'join',
    select: {
      id: true,
      text: { select: { content: true } },
      reading: true,
      document: { select: { publisher: { select: { name: true } } } },
    },
  })
  const of = { versionId: version.id }
  const [rows, counts, dismissed, sure] = await Promise.all([
    db.suggestion.findMany({
      where: { ...of, state: 'open' },
      orderBy: [{ start: 'asc' }, { id: 'asc' }],
      take: mostShown,
    }),
    db.suggestion.groupBy({ by: ['state'], where: of, _count: true }),
    db.suggestion.findMany({ where: { ...of, state: 'dismissed' }, orderBy: { start: 'asc' }, take: mostShown }),
    countSure(db, version.id),
  ])
  const count = (state: string) => counts.find((row) => row.state === state)?._count ?? 0
  const content = version.text.content
  const open = rows.map((row) => ({ ...row, found: readFound(row.found) }))
  const values = new Map(open.map(({ id, found }) => [id, suggestedValues(found, content)]))
  const known = await findKnownNames(db, [...values.values()])
  return {
    reading: version.reading && { ...version.reading, ahead: await countAhead(db, version.reading) },
    total: counts.reduce((sum, row) => sum + row._count, 0),
    left: count('open'),
    accepted: count('accepted'),
    sure,
    open: open.map(({ id, found, confidence }) => {
      const suggested = values.get(id)!
      const names = suggested.hops.map(({ source }) => source).filter(Boolean)
      return {
        id,
        spans: suggested.spans,
        words: suggested.quote,
        line: suggestedChain(found, version.document.publisher.name),
        act: found.act,
        polarity: found.polarity,
        rule: found.rule,
        reason: found.reason,
        confidence,
        newSources: [...new Set(names.filter((name) => !known.has(foldName(name))))],
      }
    }),
    dismissed: dismissed.map(({ id, found }) => ({ id, words: suggestedValues(readFound(found), content).quote })),
  }
}

/** How many are open from each confidence up, as far as they differ: what can be accepted at once. */
async function countSure(db: Db, versionId: number) {
  const rows = await db.$queryRaw<{ from: number; count: number }[]>`
    SELECT step::float8 AS "from", count(*)::int AS "count"
    FROM unnest(ARRAY[0.9, 0.8, 0.7, 0.5, 0]) step
    JOIN "Suggestion" ON "versionId" = ${versionId} AND "state" = 'open' AND "confidence" >= step
    GROUP BY step ORDER BY step DESC`
  return rows.filter(({ count }, i) => count !== rows[i - 1]?.count)
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
  const [sources, aliases] = await Promise.all([
    db.source.findMany({ where: { folded: { in: folded }, mergedIntoId: null }, select: { folded: true } }),
    db.sourceAlias.findMany({
      where: { folded: { in: folded }, source: { mergedIntoId: null } },
      select: { folded: true },
    }),
  ])
  return new Set([...sources, ...aliases].map((row) => row.folded))
}
