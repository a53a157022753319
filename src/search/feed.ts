import type { Config } from '../config.ts'
import type { Db } from '../database/connect.ts'
import { mostEntries, writeAtom } from '../feeds/atom.ts'
import { findToldChanges, tellRecheck } from '../recheck/told.ts'
import { lastingAddress } from '../words/addresses.ts'
import { searchPath } from './facets.ts'
import { findHits, type Hit } from './hits.ts'
import type { Search } from './schema.ts'

/** The results that readers see, the newest first: feed readers never sign in. */
export async function writeFeed(db: Db, config: Config, { q, kind }: Search, tsquery: string | null): Promise<string> {
  const { hits } = tsquery === null ? { hits: [] } : await findHits(db, null, { tsquery, take: mostEntries })
  const changedAt = await findChanges(db, hits)
  return writeAtom(config, {
    path: searchPath({ q, kind }, '.atom'),
    pagePath: searchPath({ q, kind }),
    title: q ? `Search for ${q}` : 'Search',
    entries: hits.map(({ kind, id, path, name, line, rating, standing, document, publishedAt, checkedAgain }) => ({
      // Without the words, which change when it is reworded.
      path: lastingAddress(path),
      title: name,
      summary: [line, standing?.told ?? rating?.label, document?.title, checkedAgain && tellRecheck(checkedAgain)]
        .filter(Boolean)
        .join(' · '),
      publishedAt: publishedAt ?? new Date(0),
      updatedAt: new Date(Math.max(publishedAt?.getTime() ?? 0, changedAt(kind, id)?.getTime() ?? 0)),
    })),
  })
}

/** When readers were last told that a hit is checked again, or not any more. */
async function findChanges(db: Db, hits: Hit[]): Promise<(kind: Hit['kind'], id: number) => Date | undefined> {
  const known = new Map<Hit['kind'], Map<number, Date>>()
  for (const kind of ['claim', 'statement', 'document'] as const) {
    const ids = hits.flatMap((hit) => (hit.kind === kind ? hit.id : []))
    known.set(kind, await findToldChanges(db, kind, ids))
  }
  return (kind, id) => known.get(kind)?.get(id)
}
