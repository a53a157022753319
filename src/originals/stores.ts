import type { Config } from '../config.ts'
import { bucketStore } from './bucket.ts'
import { folderStore } from './folder.ts'
import type { Store } from './store.ts'

/** Where this desk keeps originals; undefined for the database itself. */
export function storeOf({ originals }: Pick<Config, 'originals'>): Store | undefined {
  if (originals === 'database') return undefined
  return 'bucket' in originals ? bucketStore(originals.bucket) : folderStore(originals.folder)
}
