import type { Database } from '../database/connect.ts'
import type { Viewer } from '../policy.ts'
import { pageSize } from '../words/paging.ts'
import { findFacets, mostCounted } from './facets.ts'
import { findPlaces, showHits } from './hits.ts'
import { everything, findMeaning } from './meaning.ts'
import { few, findMeant } from './meant.ts'
import { needlesIn } from './passage.ts'
import type { Search } from './schema.ts'

const nothing = { hits: [], next: null }
const uncounted = { total: 0, isMore: false, facets: [] }

/** A page of results, the facets to narrow them and, if there are few, suggested spellings. */
export async function search(db: Database, viewer: Viewer, asked: Search) {
  const { terms, problems, tsquery } = await findMeaning(db, viewer, asked)
  const isBlank = asked.q === '' && asked.kind === undefined
  // An empty search shows things to browse.
  const counting = isBlank ? everything : tsquery
  // The first page comes from the hits counted for the facets anyway.
  const counted = counting === null ? [] : await findPlaces(db, viewer, { tsquery: counting, most: mostCounted + 1 })
  const [{ hits, next }, facets] = await Promise.all([
    tsquery === null ? nothing : showPage(counted, tsquery),
    counting === null ? uncounted : findFacets(db, counted, asked),
  ])
  const meant = facets.total < few ? await findMeant(db, viewer, terms, asked) : []
  return { terms, problems, hits, next, ...facets, meant }

  async function showPage(first: number[], tsquery: string) {
    const { after } = asked
    const places = after === undefined ? first : await findPlaces(db, viewer, { tsquery, after, most: pageSize + 1 })
    return showHits(db, viewer, places, { take: pageSize, needles: needlesIn(terms) })
  }
}
