import type { Config } from '../config.ts'
import type { Db } from '../database/connect.ts'
import { mostEntries, writeAtom } from '../feeds/atom.ts'
import { tellRecheck } from '../recheck/told.ts'
import { lastingAddress } from '../words/addresses.ts'
import { searchPath } from './facets.ts'
import { findHits } from './hits.ts'
import type { Search } from './schema.ts'

/** The results that readers see, the newest first: a feed reader is anonymous, whoever uses it. */
export async function writeFeed(db: Db, config: Config, { q, kind }: Search, tsquery: string | null): Promise<string> {
  const { hits } = tsquery === null ? { hits: [] } : await findHits(db, null, { tsquery, take: mostEntries })
  return writeAtom(config, {
    path: searchPath({ q, kind }, '.atom'),
    pagePath: searchPath({ q, kind }),
    title: q ? `Search for ${q}` : 'Search',
    entries: hits.map(({ path, name, line, rating, standing, document, publishedAt, checkedAgain }) => ({
      // Without the words, which change when it is reworded.
      path: lastingAddress(path),
      title: name,
      summary: [line, standing?.told ?? rating?.label, document?.title, checkedAgain && tellRecheck(checkedAgain)]
        .filter(Boolean)
        .join(' · '),
      publishedAt: publishedAt ?? new Date(0),
      updatedAt: checkedAgain?.since ?? publishedAt ?? new Date(0),
    })),
  })
}
