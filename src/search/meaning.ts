import { Prisma } from '../database/client/client.ts'
import type { Db } from '../database/connect.ts'
import { may, type Viewer } from '../policy.ts'
import { readable } from '../visible/readable.ts'
import { foldName } from '../words/names.ts'
import { isKnownAsMerged } from '../sources/queries.ts'
import { literally } from '../sources/spelling.ts'
import { mostTerms, parseQuery, type Query, type Term } from './query.ts'
import type { Search } from './schema.ts'

/** A query as the index needs it; null for an empty one. */
export type Meaning = Query & { tsquery: string | null }

/** The words of a term as the database folds them. */
type Folded = { text: string; phrase: string; words: string[] }

/** A word that occurs in more names than this does not identify anybody. */
const mostNamesakes = 20
const mostNamed = 50

/** Everything that readers see has this mark. */
export const everything = quoted('#public')

/** Nothing has this mark. */
const nothing = quoted('#nothing')

/** No word of a text or name is longer, and PostgreSQL accepts none that is much longer. */
const longestWord = 100

/** Parses a query, and looks up the things that its names mean, among those that this viewer may see. */
export async function findMeaning(db: Db, viewer: Viewer, { q, kind }: Pick<Search, 'q' | 'kind'>): Promise<Meaning> {
  const { terms: all, problems } = parseQuery(q)
  const terms = all.slice(0, mostTerms)
  if (all.length > mostTerms) problems.push(`Only the first ${mostTerms} words were searched for`)

  const folded = await foldTerms(db, terms)
  const parts = await Promise.all(terms.map((term) => writeTerm(db, viewer, term, folded.get(term.text), problems)))
  const asked = parts.filter((part) => part !== undefined)
  if (q !== '' && asked.length === 0 && problems.length === 0) {
    problems.push('There is no word in this that could be searched for')
  }
  if (asked.length === 0 && (!kind || q !== '')) return { terms, problems, tsquery: null }
  const conditions = [...asked, ...(kind ? [quoted(`#kind:${kind}`)] : [])]
  // The index finds nothing by an exclusion alone; the desk searches everything.
  if (!may(viewer, 'read drafts') && conditions.every((part) => part.startsWith('!'))) conditions.push(everything)
  // The shortest first: whatever it rejects is not checked against the others.
  return { terms, problems, tsquery: conditions.toSorted((a, b) => a.length - b.length).join(' & ') }
}

async function foldTerms(db: Db, terms: Term[]): Promise<Map<string, Folded>> {
  const texts = [...new Set(terms.map(({ text }) => text))]
  const short = texts.map((text) => text.replace(/[^\s]+/gu, (word) => [...word].slice(0, longestWord).join('')))
  const rows = await db.$queryRaw<Omit<Folded, 'text'>[]>`
    SELECT phraseto_tsquery('simple', search_fold(t.text))::text AS "phrase", tsvector_to_array(search_words(t.text)) AS "words"
    FROM unnest(${short}::text[]) WITH ORDINALITY AS t(text, place) ORDER BY t.place`
  return new Map(rows.map((row, i) => [texts[i] ?? '', { text: texts[i] ?? '', ...row }]))
}

async function writeTerm(db: Db, viewer: Viewer, term: Term, folded: Folded | undefined, problems: string[]) {
  if (!folded || folded.words.length === 0) return undefined
  const part = await writePositive(db, viewer, term, folded, problems)
  return term.not ? `!(${part})` : `(${part})`
}

async function writePositive(db: Db, viewer: Viewer, { kind, text }: Term, folded: Folded, problems: string[]) {
  switch (kind) {
    case 'word':
    case 'phrase':
      return anyOf([folded.phrase, ...(await marksOfNamesakes(db, viewer, folded))])
    case 'said':
      return quoted(`#said:${text}`)
    case 'rating':
      return anyOf(await marksOfRating(db, text, problems))
    case 'topic':
      return anyOf((await findTopics(db, viewer, text)).map((id) => quoted(`#topic:${id}`)))
    case 'by':
    case 'via':
      return anyOf([
        ...(await findSources(db, viewer, folded, problems)).map((id) => quoted(`#${kind}:${id}`)),
        // A source that is only described has no name to look up.
        ...(idIn(text) === undefined ? [allOf(folded.words.map((word) => quoted(`#${kind}=${word}`)))] : []),
      ])
    case 'in': {
      const [publishers, documents] = await Promise.all([
        findSources(db, viewer, folded, problems),
        findTitled(db, viewer, folded),
      ])
      return anyOf([...publishers.map((id) => quoted(`#in:${id}`)), ...documents.map((id) => quoted(`#doc:${id}`))])
    }
  }
}

/** Words also find what sources of that name said or passed on. */
async function marksOfNamesakes(db: Db, viewer: Viewer, { phrase }: Folded): Promise<string[]> {
  const ids = await listNamed(db, viewer, 'source', inNames(phrase), mostNamesakes + 1)
  if (ids.length > mostNamesakes) return []
  return ids.flatMap((id) => [quoted(`#by:${id}`), quoted(`#via:${id}`)])
}

/**
 * The source at the given address, otherwise those of exactly this name, otherwise those with all its words in their
 * names.
 */
async function findSources(db: Db, viewer: Viewer, { text, words }: Folded, problems: string[]): Promise<number[]> {
  const id = idIn(text)
  if (id !== undefined) return [(await isKnownAsMerged(db, viewer, id)) ? await followMerges(db, 'Source', id) : id]
  const exact = foldName(text)
  const rows = await db.$queryRaw<{ id: number }[]>`
    SELECT s."id"
    FROM (
      SELECT "id" FROM "Source" WHERE "folded" = ${exact}
      UNION
      SELECT "sourceId" FROM "SourceAlias" WHERE "folded" = ${exact}
    ) called
    JOIN "Source" s ON s."id" = called."id" AND s."mergedIntoId" IS NULL
    JOIN "SearchEntry" e ON e."sourceId" = s."id" AND (e."isPublic" OR ${may(viewer, 'read drafts')})
    LIMIT ${mostNamed}`
  if (rows.length > 0) return rows.map((row) => row.id)
  const ids = await listNamed(db, viewer, 'source', inNames(allOf(words.map(quoted))), mostNamed + 1)
  if (ids.length > mostNamed) {
    problems.push(
      `More than ${mostNamed} are called “${text}”, and only some of them were searched for. Give a longer name`,
    )
  }
  return ids.slice(0, mostNamed)
}

async function findTitled(db: Db, viewer: Viewer, { text, words }: Folded): Promise<number[]> {
  if (idIn(text) !== undefined) return []
  return listNamed(db, viewer, 'document', inNames(allOf(words.map(quoted))), mostNamed)
}

async function listNamed(db: Db, viewer: Viewer, kind: 'source' | 'document', names: string, most: number) {
  const sight = may(viewer, 'read drafts') ? [] : [everything]
  const query = [`(${names})`, quoted(`#kind:${kind}`), ...sight].join(' & ')
  const rows = await db.$queryRaw<
    { id: number }[]
  >`SELECT id FROM search_named(${query}::tsquery, ${most}::int) AS n(id)`
  return rows.map(({ id }) => id)
}

async function findTopics(db: Db, viewer: Viewer, text: string): Promise<number[]> {
  const id = idIn(text)
  if (id !== undefined) return [await followMerges(db, 'Topic', id)]
  const called = async (folded: Prisma.StringFilter) => {
    const rows = await db.topic.findMany({
      where: { AND: [readable.topics(viewer), { OR: [{ folded }, { aliases: { some: { folded } } }] }] },
      take: mostNamed,
      select: { id: true },
    })
    return rows.map((row) => row.id)
  }
  const exact = await called({ equals: foldName(text) })
  return exact.length > 0 ? exact : called({ contains: literally(foldName(text)) })
}

async function marksOfRating(db: Db, text: string, problems: string[]): Promise<string[]> {
  const ratings = await db.rating.findMany({ orderBy: [{ axis: 'asc' }, { position: 'asc' }] })
  const meant = foldName(text)
  if (meant === 'none') return [quoted('#rating:none')]
  const found = ratings.filter(({ slug, label }) => [slug, foldName(label)].includes(meant))
  if (found.length === 0) {
    const slugs = [...new Set(ratings.filter(({ retired }) => !retired).map(({ slug }) => slug))]
    problems.push(
      `There is no rating “${text}”. There is ${slugs.join(', ')}, and none for what nobody has checked yet`,
    )
  }
  return found.map(({ id }) => quoted(`#rating:${id}`))
}

/** "417-zamir-kabulov", as in the address of a page: the number decides. */
export function idIn(text: string): number | undefined {
  const digits = /^([1-9]\d{0,8})-/.exec(text)?.[1]
  return digits === undefined ? undefined : Number(digits)
}

async function followMerges(db: Db, table: 'Source' | 'Topic', id: number): Promise<number> {
  const [last] = await db.$queryRaw<{ id: number }[]>`
    WITH RECURSIVE merged AS (
      SELECT "id", "mergedIntoId" FROM ${Prisma.raw(`"${table}"`)} WHERE "id" = ${id}
      UNION
      SELECT t."id", t."mergedIntoId" FROM ${Prisma.raw(`"${table}"`)} t JOIN merged ON t."id" = merged."mergedIntoId"
    )
    SELECT "id" FROM merged WHERE "mergedIntoId" IS NULL`
  return last?.id ?? id
}

function anyOf(parts: string[]): string {
  return parts.length === 0 ? nothing : parts.map((part) => `(${part})`).join(' | ')
}

function allOf(parts: string[]): string {
  return parts.length === 0 ? nothing : parts.join(' & ')
}

/** The same words, but only as part of a name or title. */
function inNames(tsquery: string): string {
  return tsquery.replace(/'(?:[^']|'')*'/g, (word) => `${word}:A`)
}

/** A word or mark, quoted for a tsquery. */
function quoted(word: string): string {
  return `'${word.replace(/[\\']/g, (sign) => sign + sign)}'`
}
