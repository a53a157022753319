import type { Axis } from '../database/client/enums.ts'
import type { Db } from '../database/connect.ts'
import { slug } from '../words/addresses.ts'
import { isSameTerm, parseQuery, type Term, type TermKind, writeQuery } from './query.ts'
import { isKind, type Search } from './schema.ts'
import { isValueOf, say } from '../words/labels.ts'

/** Counted only among the newest hits: a higher count would help nobody to narrow a search. */
export const mostCounted = 200

/** A filter to add to the search, or to remove. */
export type Choice = { name: string; count: number; isChosen: boolean; path: string }
export type Facet = { sort: string; title: string; choices: Choice[] }
export const notChecked = 'Not checked yet'
/** The number of hits with a mark; for a named thing its name; for a rating its slug and its question. */
type Count = { mark: string; hits: number; name: string | null; slug: string | null; axis: Axis | null }

const titles: [sort: string, title: string][] = [
  ['kind', 'Kind'],
  ['rating', 'What was found'],
  ['topic', 'Topic'],
  ['by', 'Who said it'],
  ['in', 'Published by'],
  ['said', 'Said in'],
]

/**
 * The hits at these places by kind, rating, topic, speaker, publisher and year, each with the search that shows only
 * those.
 */
export async function findFacets(db: Db, places: number[], search: Search) {
  if (places.length === 0) return { total: 0, isMore: false, facets: [] }
  const counts = await db.$queryRaw<Count[]>`
    SELECT c."mark", c."hits",
      CASE
        WHEN c."mark" ~ '^#(by|in):[0-9]+$' THEN (SELECT s."name" FROM "Source" s WHERE s."id" = substr(c."mark", 5)::int)
        WHEN c."mark" ~ '^#topic:[0-9]+$' THEN (SELECT t."name" FROM "Topic" t WHERE t."id" = substr(c."mark", 8)::int)
        WHEN c."mark" ~ '^#rating:[0-9]+$' THEN (SELECT r."label" FROM "Rating" r WHERE r."id" = substr(c."mark", 9)::int)
      END AS "name",
      CASE WHEN c."mark" ~ '^#rating:[0-9]+$' THEN (SELECT r."slug" FROM "Rating" r WHERE r."id" = substr(c."mark", 9)::int) END AS "slug",
      CASE WHEN c."mark" ~ '^#rating:[0-9]+$' THEN (SELECT r."axis"::text FROM "Rating" r WHERE r."id" = substr(c."mark", 9)::int) END AS "axis"
    FROM search_counts(${places}::int[]) c`
  const bySort = Map.groupBy(counts, ({ mark }) => mark.slice(1, mark.indexOf(':')))
  const facets = titles.flatMap(([sort, title]): Facet[] => {
    const choices = (bySort.get(sort) ?? []).flatMap((count) => {
      const known = nameOf(count)
      return known ? [{ name: known.name, count: count.hits, ...addressOf(search, sort, known.value) }] : []
    })
    return choices.length > 0 ? [{ sort, title, choices }] : []
  })
  return { total: Math.min(places.length, mostCounted), isMore: places.length > mostCounted, facets }
}

/** The link of a chosen value removes it, any other adds it. */
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

/** A mark's label, and its form in the search box. */
function nameOf({ mark, name, slug: written, axis }: Count): { name: string; value: string } | undefined {
  const [sort, value = ''] = mark.slice(1).split(':')
  if (mark === '#rating:none') return { name: notChecked, value }
  if (sort === 'said') return { name: value, value }
  if (sort === 'kind') return { name: isValueOf('Hits', value) ? say('Hits', value) : value, value }
  if (name === null) return undefined
  // That something was said does not answer whether it is true.
  if (axis !== null) return { name: `${axis === 'attribution' ? 'Said' : 'True'}: ${name}`, value: written ?? value }
  return { name, value: written ?? slug({ id: Number(value), name }) }
}

type Asked = { q: string; kind?: Search['kind']; after?: number | undefined }

/** The address of a search, or of its results in another format (".atom", ".csv", ".jsonl"). */
export function searchPath({ q, kind, after }: Asked, form = ''): string {
  const query = new URLSearchParams({
    q,
    ...(kind && { kind }),
    ...(after !== undefined && { after: String(after) }),
  })
  return `/search${form}?${query.toString()}`
}
