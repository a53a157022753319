import type { Database } from '../database/connect.ts'
import { copyKept, readKept } from './keep.ts'
import { NotKept, type Store } from './store.ts'

export type Moved =
  { sha256: string; became: 'copied' | 'there' } | { sha256: string; became: 'lost'; problem: NotKept }

/**
 * Copies what this database's originals name from one place to another; undefined stands for the database. What is whole
 * there already is left as it is, so that a move that broke off is gone on with. Nothing is removed.
 */
export async function* moveOriginals(
  db: Database,
  { from, to }: { from: Store | undefined; to: Store | undefined },
): AsyncGenerator<Moved> {
  await Promise.all([from?.reach('read'), to?.reach('write')])
  for (let after = ''; ;) {
    const some = await db.original.groupBy({
      by: 'sha256',
      where: { sha256: { gt: after } },
      orderBy: { sha256: 'asc' },
      take: 500,
    })
    for (const { sha256 } of some) yield await moveOne(db, { from, to }, sha256)
    const last = some.at(-1)
    if (!last) return
    after = last.sha256
  }
}

async function moveOne(
  db: Database,
  { from, to }: { from: Store | undefined; to: Store | undefined },
  sha256: string,
): Promise<Moved> {
  try {
    if (await isWholeIn(db, to, sha256)) return { sha256, became: 'there' }
    const bytes = await readKept(db, from, sha256)
    if (!(await copyKept(db, to, sha256, bytes))) return { sha256, became: 'there' }
    // Read again: a store that only says it kept them is found out here.
    if (!(await isWholeIn(db, to, sha256))) throw new NotKept('It arrived damaged', { why: 'lost' })
    return { sha256, became: 'copied' }
  } catch (error) {
    if (!(error instanceof NotKept)) throw error
    return { sha256, became: 'lost', problem: error }
  }
}

/** Whether a place has its bytes, undamaged; undefined stands for the database. Throws NotKept if it can't be asked. */
export function isWholeIn(db: Database, to: Store | undefined, sha256: string): Promise<boolean> {
  return readKept(db, to, sha256, { only: true }).then(
    () => true,
    (error: unknown) => {
      if (error instanceof NotKept && error.status === 404) return false
      throw error
    },
  )
}
