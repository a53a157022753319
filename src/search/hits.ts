import { indexText } from '../anchoring/code-points.ts'
import { partAt } from '../anchoring/parts.ts'
import { pathOfPart } from '../documents/parts.ts'
import type { Db } from '../database/connect.ts'
import { largestId } from '../words/fields.ts'
import { factsFor, countOrigins } from '../claims/origins.ts'
import { type Viewer } from '../policy.ts'
import { type ToldRecheck, withRechecks } from '../recheck/told.ts'
import { readable } from '../visible/readable.ts'
import { presentInList } from '../statements/presentation.ts'
import { listedStatementFor } from '../statements/queries.ts'
import { heldRatingFor } from '../findings/queries.ts'
import { type Standing, unchecked } from '../findings/standing.ts'
import { claimPath, documentPath, sourcePath } from '../words/addresses.ts'
import { formatDate } from '../words/dates.ts'
import { cutPassage, firstHitIn, hasHit, type Needle, type Piece } from './passage.ts'
import type { Kind } from './schema.ts'
import { say } from '../words/labels.ts'

/** A hit, as lists and exports show it. */
export type Hit = {
  /** Its position in the order of all searches, for the next page. */
  place: number
  kind: Kind
  id: number
  path: string
  /** The full name, title, sentence or words. */
  name: string
  /** The same, cut around the search terms. */
  passage: Piece[]
  /** For a document, the passage of its text with the terms. */
  text: Piece[] | null
  state: string
  rating: { slug: string; label: string; tone: string } | null
  /** For a statement: the verdicts on both, whether it was said and whether it is true. */
  standing: Standing | null
  /** A statement's chain of reports; a claim's number of origins; what a source is. */
  line: string
  document: { id: number; title: string; path: string; publisher: string } | null
  publishedAt: Date | null
  /** Never for a source. */
  checkedAgain: ToldRecheck | null
}

type Row = { place: number; kind: Kind; id: number }
type Ask = { tsquery: string; after?: number | undefined }

/** How much of a document's text is searched for the passage to show. */
const mostLetters = 30_000

/** The newest hits below a position in the order, and where the next page begins. */
export async function findHits(db: Db, viewer: Viewer, { take, ...ask }: Ask & { take: number }) {
  return showHits(db, viewer, await findPlaces(db, viewer, { ...ask, most: take + 1 }), { take, needles: [] })
}

/** The positions of the newest hits below one in the order, the newest first: only those that this viewer may see. */
export async function findPlaces(
  db: Db,
  viewer: Viewer,
  { tsquery, after = largestId, most }: Ask & { most: number },
): Promise<number[]> {
  const rows = await db.$queryRaw<{ id: number }[]>`
    SELECT id FROM search_hits(${tsquery}::tsquery, ${after}::int, ${most}::int, ${readable.facts(viewer).forReaders}) AS h(id)`
  return rows.map(({ id }) => id)
}

/** The hits at the first of these positions, and the position after which the next page begins. */
export async function showHits(
  db: Db,
  viewer: Viewer,
  places: number[],
  { take, needles }: { take: number; needles: Needle[] },
) {
  const shown = places.slice(0, take)
  if (shown.length === 0) return { hits: [], next: null }
  const rows = await db.$queryRaw<Row[]>`
    SELECT e."id" AS "place", coalesce(e."claimId", e."statementId", e."sourceId", e."documentId") AS "id",
      CASE WHEN e."claimId" IS NOT NULL THEN 'claim' WHEN e."statementId" IS NOT NULL THEN 'statement'
        WHEN e."sourceId" IS NOT NULL THEN 'source' ELSE 'document' END AS "kind"
    FROM "SearchEntry" e WHERE e."id" = ANY (${shown}::int[]) ORDER BY e."id" DESC`
  const next = places.length > take ? (shown.at(-1) ?? null) : null
  return { hits: await presentHits(db, viewer, rows, needles), next }
}

type Present = (
  db: Db,
  viewer: Viewer,
  ids: number[],
  needles: Needle[],
) => Promise<Omit<Hit, 'place' | 'kind' | 'checkedAgain'>[]>
const present: Record<Kind, Present> = {
  claim: presentClaims,
  statement: presentStatements,
  source: presentSources,
  document: presentDocuments,
}

/** The index's results are read once more under the conditions of their own pages. */
async function presentHits(db: Db, viewer: Viewer, rows: Row[], needles: Needle[]): Promise<Hit[]> {
  const found = await Promise.all(
    [...Map.groupBy(rows, ({ kind }) => kind)].map(async ([kind, some]) => {
      const ids = some.map(({ id }) => id)
      const hits = (await present[kind](db, viewer, ids, needles)).map((hit) => ({ ...hit, kind }))
      if (kind === 'source') return hits.map((hit) => ({ ...hit, checkedAgain: null }))
      return withRechecks(db, kind, hits, viewer)
    }),
  )
  const byThing = new Map(found.flat().map((hit) => [`${hit.kind} ${hit.id}`, hit]))
  return rows.flatMap(({ place, kind, id }) => {
    const hit = byThing.get(`${kind} ${id}`)
    return hit ? [{ place, ...hit }] : []
  })
}

async function presentClaims(db: Db, viewer: Viewer, ids: number[], needles: Needle[]) {
  const rows = await db.claim.findMany({
    where: { AND: [{ id: { in: ids } }, readable.claims(viewer)] },
    relationLoadStrategy: 'join',
    select: {
      id: true,
      sentence: true,
      state: true,
      publishedAt: true,
      facts: factsFor(viewer),
      verdicts: heldRatingFor(viewer),
    },
  })
  return rows.map(({ facts, sentence, verdicts, ...claim }) => {
    const [held] = verdicts
    return {
      ...claim,
      path: claimPath({ ...claim, sentence }),
      name: sentence,
      passage: cutPassage(sentence, needles),
      text: null,
      rating: held?.rating ?? unchecked,
      standing: null,
      line: countOrigins(facts).line,
      document: null,
    }
  })
}

async function presentStatements(db: Db, viewer: Viewer, ids: number[], needles: Needle[]) {
  const rows = await db.statement.findMany({
    where: { AND: [{ id: { in: ids } }, readable.statements(viewer)] },
    relationLoadStrategy: 'join',
    select: { ...listedStatementFor(viewer), publishedAt: true },
  })
  return rows.map((row) => {
    const { id, words, state, path, rating, standing, line, document } = presentInList(row)
    return {
      id,
      path,
      name: words,
      passage: cutPassage(words, needles),
      text: null,
      state,
      rating,
      standing,
      line,
      document: { id: document.id, title: document.title, path: document.path, publisher: document.publisher.name },
      publishedAt: row.publishedAt,
    }
  })
}

async function presentSources(db: Db, viewer: Viewer, ids: number[], needles: Needle[]) {
  const rows = await db.source.findMany({
    where: { AND: [{ id: { in: ids } }, readable.sources(viewer)] },
    relationLoadStrategy: 'join',
    select: {
      id: true,
      name: true,
      kind: true,
      description: true,
      createdAt: true,
      aliases: { orderBy: { name: 'asc' }, take: 5, select: { name: true } },
      roles: { orderBy: { id: 'asc' }, take: 3, select: { title: true } },
    },
  })
  return rows.map(({ id, name, kind, description, createdAt, aliases, roles }) => ({
    id,
    path: sourcePath({ id, name }),
    name,
    passage: cutPassage(name, needles),
    text: null,
    state: 'published',
    rating: null,
    standing: null,
    line: [
      say('SourceKind', kind),
      ...roles.map(({ title }) => title),
      ...(description ? [description] : []),
      ...(aliases.length > 0 ? [`also called ${aliases.map((alias) => alias.name).join(', ')}`] : []),
    ].join(' · '),
    document: null,
    publishedAt: createdAt,
  }))
}

async function presentDocuments(db: Db, viewer: Viewer, ids: number[], needles: Needle[]) {
  const rows = await db.document.findMany({
    where: { AND: [{ id: { in: ids } }, readable.documents(viewer)] },
    relationLoadStrategy: 'join',
    select: {
      id: true,
      title: true,
      kind: true,
      state: true,
      publishedAt: true,
      publishedOn: true,
      publishedPrecision: true,
      publisher: { select: { name: true } },
    },
  })
  const texts =
    needles.length > 0
      ? await findTexts(
          db,
          rows.map(({ id }) => id),
        )
      : new Map<number, FoundText>()
  return rows.map(({ id, title, kind, state, publishedAt, publishedOn, publishedPrecision, publisher }) => {
    const { text: words, partStarts } = texts.get(id) ?? { text: '', partStarts: [] }
    const text = cutPassage(words, needles)
    const date = publishedOn && publishedPrecision ? [formatDate(publishedOn, publishedPrecision)] : []
    return {
      id,
      path: pathOfPart(documentPath({ id, title }), { part: partOfHit(words, partStarts, needles) }),
      name: title,
      passage: cutPassage(title, needles),
      text: hasHit(text) ? text : null,
      state,
      rating: null,
      standing: null,
      line: [say('DocumentKind', kind), publisher.name, ...date].join(' · '),
      document: null,
      publishedAt,
    }
  })
}

/** For a long document: the part with the words that are shown. */
function partOfHit(text: string, partStarts: number[], needles: Needle[]): number {
  const place = partStarts.length === 0 ? undefined : firstHitIn(text, needles)
  return place === undefined ? 1 : partAt({ partStarts }, indexText(text).toCodePoint(place))
}

type FoundText = { text: string; partStarts: number[] }

async function findTexts(db: Db, ids: number[]): Promise<Map<number, FoundText>> {
  const rows = await db.$queryRaw<(FoundText & { id: number })[]>`
    SELECT d."id", left(t."content", ${mostLetters}::int) AS "text", t."partStarts"
    FROM "Document" d JOIN "StoredText" t ON t."id" = d."textId" WHERE d."id" = ANY (${ids}::int[])`
  return new Map(rows.map(({ id, ...found }) => [id, found]))
}
