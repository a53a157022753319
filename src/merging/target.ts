import type { Database } from '../database/connect.ts'
import type { Viewer } from '../policy.ts'
import { Refused } from '../refused.ts'
import { findSurvivorId } from '../same/survivor.ts'
import { named } from '../same/kind.ts'
import type { Mergeable } from './kind.ts'
import type { MergeInto } from './schema.ts'

/**
 * The target of a merge, by number or by name. Throws Refused, beside `into`, if there is none, or if several match and
 * none was chosen. A merged one stands for its survivor, and `told` says so.
 */
export async function findMergeTarget(db: Database, kind: Mergeable, viewer: Viewer, id: number, typed: MergeInto) {
  const targetId = await findTyped(db, kind, viewer, id, typed)
  const lastId = (await findSurvivorId(db, kind, targetId)) ?? targetId
  const [target, last] = [await kind.find(db, targetId), await kind.find(db, lastId)]
  if (lastId === id) {
    throw new Refused({
      into:
        targetId === id
          ? `A ${kind.one} can’t be merged into itself. Choose another`
          : `“${target.name}” was merged into this very ${kind.one}. Choose another`,
    })
  }
  return {
    id: lastId,
    told: lastId === targetId ? null : `“${target.name}” was merged into “${last.name}”, so this leads there.`,
  }
}

async function findTyped(db: Database, kind: Mergeable, viewer: Viewer, id: number, typed: MergeInto): Promise<number> {
  const { into, intoId } = typed
  const number = intoId ?? (/^\d{1,9}$/.test(into) ? Number(into) : undefined)
  if (number !== undefined && (await isThere(db, kind, number))) return number
  if (intoId !== undefined) throw new Refused({ into: `There is no ${kind.one} ${intoId}` })
  return (await kind.findNamed(db, viewer, id, typed)).id
}

export async function isThere(db: Database, { table }: Mergeable, id: number): Promise<boolean> {
  const rows = await db.$queryRaw<object[]>`SELECT FROM ${named(table)} WHERE "id" = ${id}`
  return rows.length > 0
}
