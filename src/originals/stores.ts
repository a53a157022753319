import type { Config } from '../config.ts'
import { folderStore } from './folder.ts'
import type { Store } from './store.ts'

/** Where this desk keeps originals; undefined for the database itself. */
export function storeOf({ originals }: Pick<Config, 'originals'>): Store | undefined {
  return originals === 'database' ? undefined : folderStore(originals.folder)
}
