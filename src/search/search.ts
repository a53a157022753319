import type { Database } from '../database/connect.ts'
import type { Viewer } from '../policy.ts'
import { findFacets } from './facets.ts'
import { findHits } from './hits.ts'
import { findMeaning } from './meaning.ts'
import { few, findMeant } from './meant.ts'
import { needlesIn } from './passage.ts'
import type { Search } from './schema.ts'

/** What readers see of everything: where nothing was asked, that can be looked around in. */
const everything = `'#public'`
const nothing = { hits: [], next: null }
const uncounted = { total: 0, isMore: false, facets: [] }

/** A page of what a search finds, by what it can be narrowed, and what may have been meant where it finds little. */
export async function search(db: Database, viewer: Viewer, asked: Search) {
  const { terms, problems, tsquery } = await findMeaning(db, viewer, asked)
  const isBlank = asked.q === '' && asked.kind === undefined
  const [{ hits, next }, counted] = await Promise.all([
    tsquery === null ? nothing : findHits(db, viewer, { tsquery, after: asked.after, needles: needlesIn(terms) }),
    isBlank ? findFacets(db, everything, asked) : tsquery === null ? uncounted : findFacets(db, tsquery, asked),
  ])
  const meant = counted.total < few ? await findMeant(db, viewer, terms, asked) : []
  return { terms, problems, hits, next, ...counted, meant }
}
