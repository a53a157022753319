import type { Db } from '../database/connect.ts'
import { slug } from '../web/addresses.ts'
import { label } from '../web/words.ts'
import { isSameTerm, parseQuery, type Term, type TermKind, writeQuery } from './query.ts'
import { isKind, type Search } from './schema.ts'

/** Counted among the newest hits, no further: nobody narrows a search by the difference. */
export const mostCounted = 200

/** A way to narrow the search, or to take that back. */
export type Choice = { name: string; count: number; isChosen: boolean; path: string }
export type Facet = { sort: string; title: string; choices: Choice[] }
export const notChecked = 'Not checked yet'
type Count = { mark: string; hits: number }

const titles: [sort: string, title: string][] = [
  ['kind', 'Kind'],
  ['rating', 'What was found'],
  ['topic', 'Topic'],
  ['by', 'Who said it'],
  ['in', 'Published by'],
  ['said', 'Said in'],
]

/** The hits at these places by kind, rating, topic, speaker, publisher and year, each with the search that shows just those. */
export async function findFacets(db: Db, places: number[], search: Search) {
  const counts = await db.$queryRaw<Count[]>`SELECT "mark", "hits" FROM search_counts(${places}::int[])`
  const names = await findNames(db, counts)
  const bySort = Map.groupBy(counts, ({ mark }) => mark.slice(1, mark.indexOf(':')))
  const facets = titles.flatMap(([sort, title]): Facet[] => {
    const choices = (bySort.get(sort) ?? []).flatMap(({ mark, hits }) => {
      const known = names.get(mark)
      return known ? [{ ...known, count: hits, ...addressOf(search, sort, known.value) }] : []
    })
    return choices.length > 0 ? [{ sort, title, choices: choices.map(({ value: _, ...choice }) => choice) }] : []
  })
  return { total: Math.min(places.length, mostCounted), isMore: places.length > mostCounted, facets }
}

/** What is chosen is taken away by its link, anything else is added. */
function addressOf(search: Search, sort: string, value: string) {
  if (isKind(value) && sort === 'kind') {
    const isChosen = search.kind === value
    return { isChosen, path: searchPath({ q: search.q, kind: isChosen ? undefined : value }) }
  }
  const { terms } = parseQuery(search.q)
  const term: Term = { kind: sort as TermKind, text: value, not: false }
  const isChosen = terms.some((other) => isSameTerm(other, term))
  const next = isChosen ? terms.filter((other) => !isSameTerm(other, term)) : [...terms, term]
  return { isChosen, path: searchPath({ q: writeQuery(next), kind: search.kind }) }
}

/** What each mark is called, and how the box writes it. */
async function findNames(db: Db, counts: Count[]): Promise<Map<string, { name: string; value: string }>> {
  const idsOf = (...sorts: string[]) =>
    counts.flatMap(({ mark }) => {
      const [sort = '', id] = mark.slice(1).split(':')
      return sorts.includes(sort) && Number(id) ? [Number(id)] : []
    })
  const named = { id: true, name: true } as const
  const [sources, topics, ratings] = await Promise.all([
    db.source.findMany({ where: { id: { in: idsOf('by', 'in') } }, select: named }),
    db.topic.findMany({ where: { id: { in: idsOf('topic') } }, select: named }),
    db.rating.findMany({
      where: { id: { in: idsOf('rating') } },
      select: { id: true, label: true, slug: true, axis: true },
    }),
  ])
  const names = new Map<string, { name: string; value: string }>()
  for (const source of sources) {
    for (const sort of ['by', 'in']) names.set(`#${sort}:${source.id}`, { name: source.name, value: slug(source) })
  }
  for (const topic of topics) names.set(`#topic:${topic.id}`, { name: topic.name, value: slug(topic) })
  for (const rating of ratings) names.set(`#rating:${rating.id}`, { name: rating.label, value: rating.slug })
  names.set('#rating:none', { name: notChecked, value: 'none' })
  for (const { mark } of counts) {
    const [sort, value = ''] = mark.slice(1).split(':')
    if (sort === 'said') names.set(mark, { name: value, value })
    if (sort === 'kind') names.set(mark, { name: label(`${value}s`), value })
  }
  return names
}

type Asked = { q: string; kind?: Search['kind']; after?: number | undefined }

/** The address of a search, or of the same in another form (".atom", ".csv", ".jsonl"). */
export function searchPath({ q, kind, after }: Asked, form = ''): string {
  const query = new URLSearchParams({
    q,
    ...(kind && { kind }),
    ...(after !== undefined && { after: String(after) }),
  })
  return `/search${form}?${query.toString()}`
}
