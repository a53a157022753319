import { Prisma, type SourceKind } from '../database/client/client.ts'
import type { Database, Db } from '../database/connect.ts'
import { may, type Viewer } from '../policy.ts'
import { readable } from '../visible/readable.ts'
import { foldName } from '../words/names.ts'
import { literally, mistakesIn, swapped, wordsOfName } from './spelling.ts'
import { formatCount } from '../words/dates.ts'
import { say } from '../words/labels.ts'

/** A source that the typed text may mean, and why it is offered. */
export type Suggestion = {
  id: number
  name: string
  kind: SourceKind
  description: string | null
  /** Titles, the most recent first. */
  roles: string[]
  /** The other name that matched. */
  alias: string | null
  why: string
}

const most = 10

/** A match; a lower rank is better. */
type Found = { id: number; rank: number; alias: string | null; role: string | null; text?: string }

/** Part of the lookup itself: hidden sources must neither take places from visible ones nor affect their order. */
export function isSeenBy(viewer: Viewer, id: Prisma.Sql): Prisma.Sql {
  if (may(viewer, 'read drafts')) return Prisma.sql`true`
  return Prisma.sql`EXISTS (SELECT FROM "SearchEntry" seen WHERE seen."sourceId" = ${id} AND seen."isPublic")`
}

/**
 * Sources that the typed text may mean, the likeliest first: by name, other names and roles, ignoring case, accents and
 * a mistake or two. For an empty text, the most recently quoted ones, for the desk's forms.
 */
export async function suggestSources(db: Database, viewer: Viewer, q: string): Promise<Suggestion[]> {
  const folded = foldName(q)
  if (folded === '') return may(viewer, 'read drafts') ? present(db, await listLatelyQuoted(db), '') : []

  const found = await findLettered(db, viewer, folded)
  const known = new Set(found.map(({ id }) => id))
  const misspelt = found.length < most ? await findMisspelt(db, viewer, folded) : []
  return present(db, [...found, ...misspelt.filter(({ id }) => !known.has(id))].slice(0, most), q)
}

/** The same with what is to be told of each beside its name: its kind, its role or why it is offered, its statements. */
export async function describeSuggestions(db: Db, found: Suggestion[]) {
  const counts = await db.$queryRaw<{ sourceId: number; count: number }[]>`
    SELECT h."sourceId", count(DISTINCT h."statementId")::int AS "count"
    FROM "Hop" h JOIN "Statement" s ON s."id" = h."statementId"
    WHERE h."sourceId" = ANY(${found.map(({ id }) => id)}) AND s."state" <> 'withdrawn' GROUP BY 1`
  const statements = new Map(counts.map(({ sourceId, count }) => [sourceId, count]))
  return found.map((source) => {
    const kind = say('SourceKind', source.kind)
    const count = formatCount(statements.get(source.id) ?? 0, 'statement')
    return { ...source, about: [kind, source.why === kind ? '' : source.why, count].filter(Boolean).join(' · ') }
  })
}

async function listLatelyQuoted(db: Db): Promise<Found[]> {
  const rows = await db.$queryRaw<{ id: number }[]>`
    SELECT h."sourceId" AS "id"
    FROM (SELECT "id", "sourceId" FROM "Hop" WHERE "sourceId" IS NOT NULL ORDER BY "id" DESC LIMIT 500) h
    GROUP BY h."sourceId" ORDER BY max(h."id") DESC LIMIT ${most}`
  return rows.map(({ id }) => ({ id, rank: 0, alias: null, role: null }))
}

/** Sources that contain the typed letters: exactly, at the beginning, at a word's beginning, or anywhere. */
function findLettered(db: Db, viewer: Viewer, folded: string): Promise<Found[]> {
  const start = `${literally(folded)}%`
  const wordStart = `% ${start}`
  // With too few letters for the index, only beginnings can be looked up.
  const patterns = [...([...folded].length < 3 ? [] : [`%${start}`]), wordStart, start, literally(folded)]
  // Separate queries, so that frequent inner matches never displace names that begin so, or match exactly.
  const like = (some: (pattern: string) => Prisma.Sql) =>
    Prisma.join(
      patterns.map((pattern) => Prisma.sql`(${some(pattern)} LIMIT 1000)`),
      ' UNION ',
    )
  const beginsWord = (column: Prisma.Sql) =>
    Prisma.sql`(' ' || translate(${column}, '-.,''"(/', '       ')) LIKE ${wordStart}`
  const name = Prisma.sql`s."folded"`
  const alias = Prisma.sql`a."folded"`
  const title = Prisma.sql`r."folded"`
  return db.$queryRaw<Found[]>`
    WITH found AS (
      SELECT s."id", CASE WHEN ${name} = ${folded} THEN 0 WHEN ${name} LIKE ${start} THEN 1
               WHEN ${beginsWord(name)} THEN 2 ELSE 5 END AS "rank",
             NULL AS "alias", NULL AS "role", length(${name}) AS "long"
      FROM (${like(
        (pattern) => Prisma.sql`
        SELECT "id", "folded" FROM "Source"
        WHERE "folded" LIKE ${pattern} AND "mergedIntoId" IS NULL AND "takenBackAt" IS NULL AND ${isSeenBy(viewer, Prisma.sql`"Source"."id"`)}`,
      )}) s
      UNION ALL
      SELECT a."sourceId", CASE WHEN ${beginsWord(alias)} THEN 3 ELSE 5 END, a."name", NULL, length(${alias})
      FROM (${like(
        (pattern) => Prisma.sql`
        SELECT "sourceId", "name", "folded" FROM "SourceAlias"
        WHERE "folded" LIKE ${pattern} AND ${isSeenBy(viewer, Prisma.sql`"SourceAlias"."sourceId"`)}`,
      )}) a
      UNION ALL
      SELECT r."sourceId", CASE WHEN ${beginsWord(title)} THEN 4 ELSE 5 END, NULL, r."title", length(${title})
      FROM (${like(
        (pattern) => Prisma.sql`
        SELECT "sourceId", "title", "folded" FROM "SourceRole"
        WHERE "folded" LIKE ${pattern} AND ${isSeenBy(viewer, Prisma.sql`"SourceRole"."sourceId"`)}`,
      )}) r
    ), best AS (
      SELECT DISTINCT ON ("id") * FROM found ORDER BY "id", "rank", "long"
    ), near AS (
      SELECT b.* FROM best b JOIN "Source" s ON s."id" = b."id" AND s."mergedIntoId" IS NULL AND s."takenBackAt" IS NULL
      ORDER BY b."rank", b."long", b."id" LIMIT 200
    )
    SELECT "id", "rank", "alias", "role" FROM near
    ORDER BY "rank", (${countSteps(viewer)}) DESC, "long", "id"
    LIMIT ${most}`
}

/** How often a source is quoted, as far as the user may know. */
function countSteps(viewer: Viewer): Prisma.Sql {
  if (may(viewer, 'read drafts')) return Prisma.sql`SELECT count(*) FROM "Hop" h WHERE h."sourceId" = near."id"`
  return Prisma.sql`SELECT count(*) FROM "SourceFacts" f WHERE f."sourceId" = near."id" AND f."forReaders"`
}

/** With more similar spellings than this, the word is in half of all names, and no order among them would help. */
const mostCompared = 3000

/** Ids of sources that match the typed words except for spelling mistakes, at most a hundred. */
export async function listMisspelt(db: Database, viewer: Viewer, q: string): Promise<number[]> {
  const found = await findMisspelt(db, viewer, foldName(q), 100)
  return found.map(({ id }) => id)
}

/**
 * Sources whose name, other name or role was probably meant. The longest word typed is looked up by its trigrams, also
 * with each two neighbours swapped, which leaves a short word few trigrams; then every word is compared letter by
 * letter.
 */
async function findMisspelt(db: Database, viewer: Viewer, folded: string, take = most): Promise<Found[]> {
  const typed = wordsOfName(folded)
  const longest = typed.toSorted((a, b) => b.length - a.length)[0]
  if (longest === undefined || [...longest].length < 4) return []

  const swaps = swapped(longest).map((word) => `%${word}%`)
  const from = (columns: Prisma.Sql, table: Prisma.Sql, id: Prisma.Sql) => Prisma.sql`
    (SELECT ${columns}, "folded" AS "text" FROM ${table}
     WHERE "folded" LIKE ANY(${swaps}) AND ${isSeenBy(viewer, id)} LIMIT 200)
    UNION ALL
    (SELECT ${columns}, "folded" AS "text"
     FROM (SELECT * FROM ${table} WHERE "folded" %> ${longest}::text AND ${isSeenBy(viewer, id)} LIMIT ${mostCompared}) near
     ORDER BY word_similarity(${longest}::text, "folded") DESC LIMIT 200)`
  const rows = await db.$transaction(async (tx) => {
    // For this transaction only: a letter changed in the middle of a word leaves it half of its trigrams.
    await tx.$executeRaw`SELECT set_config('pg_trgm.word_similarity_threshold', '0.4', true)`
    return tx.$queryRaw<Found[]>`
      SELECT found.* FROM (
        ${from(Prisma.sql`"id", 0 AS "rank", NULL AS "alias", NULL AS "role"`, Prisma.sql`"Source"`, Prisma.sql`"Source"."id"`)}
        UNION ALL
        ${from(Prisma.sql`"sourceId", 1, "name", NULL`, Prisma.sql`"SourceAlias"`, Prisma.sql`"SourceAlias"."sourceId"`)}
        UNION ALL
        ${from(Prisma.sql`"sourceId", 2, NULL, "title"`, Prisma.sql`"SourceRole"`, Prisma.sql`"SourceRole"."sourceId"`)}
      ) found JOIN "Source" s ON s."id" = found."id" AND s."mergedIntoId" IS NULL AND s."takenBackAt" IS NULL`
  })

  const best = new Map<number, Found>()
  for (const { text = '', ...row } of rows) {
    const mistakes = mistakesInAll(typed, wordsOfName(text))
    if (mistakes === undefined) continue
    const rank = mistakes * 10 + row.rank
    if (rank < (best.get(row.id)?.rank ?? Infinity)) best.set(row.id, { ...row, rank })
  }
  const ids = [...best.keys()]
  const of = { sourceId: { in: ids } }
  const counts = may(viewer, 'read drafts')
    ? await db.hop.groupBy({ by: ['sourceId'], where: of, _count: true })
    : await db.sourceFacts.groupBy({ by: ['sourceId'], where: { ...of, ...readable.facts(viewer) }, _count: true })
  const quoted = new Map(counts.map(({ sourceId, _count }) => [sourceId, _count]))
  return [...best.values()]
    .sort((a, b) => a.rank - b.rank || (quoted.get(b.id) ?? 0) - (quoted.get(a.id) ?? 0) || a.id - b.id)
    .slice(0, take)
}

/** The number of mistakes if every word typed matches one of the words there. */
function mistakesInAll(typed: string[], words: string[]): number | undefined {
  let all = 0
  for (const word of typed) {
    const mistakes = words.map((other) => mistakesIn(word, other)).filter((count) => count !== undefined)
    if (mistakes.length === 0) return undefined
    all += Math.min(...mistakes)
  }
  return all
}

async function present(db: Db, found: Found[], q: string): Promise<Suggestion[]> {
  const rows = await db.source.findMany({
    where: { id: { in: found.map(({ id }) => id) }, mergedIntoId: null, takenBackAt: null },
    select: {
      id: true,
      name: true,
      kind: true,
      description: true,
      roles: { orderBy: [{ until: { sort: 'desc', nulls: 'first' } }, { id: 'asc' }], select: { title: true } },
    },
  })
  const byId = new Map(rows.map((row) => [row.id, row]))
  return found.flatMap(({ id, alias, role }) => {
    const row = byId.get(id)
    if (!row) return []
    const roles = row.roles.map(({ title }) => title)
    const isSpeltSo = alias !== null || role !== null || foldName(row.name).includes(foldName(q))
    const why =
      (alias !== null && `also called ${alias}`) ||
      role ||
      (isSpeltSo ? (roles[0] ?? row.description ?? say('SourceKind', row.kind)) : `spelt nearly like “${q.trim()}”`)
    return [{ ...row, roles, alias, why }]
  })
}
