import type { Config } from './config.ts'
import type { Database } from './database/connect.ts'
import { fetchingOf } from './fetching/setting.ts'
import { lookAtFeed } from './importing/feeds.ts'
import { importItem } from './importing/run.ts'
import { drawOriginal } from './originals/drawings.ts'
import { keepLink } from './originals/snapshots.ts'
import { storeOf } from './originals/stores.ts'
import type { Handlers } from './queue/queue.ts'
import { fetchNextAgain } from './versions/refetch.ts'

/** What is done in the background. `onImported` tells the reader of suggestions that there is something to read. */
export function handlersFor(
  db: Database,
  config: Pick<Config, 'baseUrl' | 'chromium' | 'fetchAllow' | 'fetchesAgain' | 'maxTextBytes' | 'originals'>,
  onImported: () => void = () => {},
): Handlers {
  const { maxTextBytes } = config
  const fetching = fetchingOf(config)
  const store = storeOf(config)
  return {
    draw_page: (job) => drawOriginal(db, { program: config.chromium, fetching, store }, job),
    keep_link: (job) => keepLink(db, { fetching, store, draws: config.chromium !== undefined }, job),
    look_at_feed: (job) => lookAtFeed(db, { fetching }, job),
    fetch_again: (job) => fetchNextAgain(db, { fetching, maxTextBytes, store, isOff: !config.fetchesAgain }, job),
    import_item: (job) => importItem(db, { maxTextBytes, fetching, store, onImported }, job),
  }
}
