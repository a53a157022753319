import type { Database, Db } from '../database/connect.ts'
import type { By } from '../history/events.ts'
import { Refused } from '../refused.ts'
import { named } from '../same/kind.ts'
import { compare } from '../same/pairs.ts'
import { type Mergeable, Moved } from './kind.ts'
import { countUp, type Permitted } from './merge.ts'
import { putNamesBack } from './names.ts'
import { putReferencesBack } from './references.ts'

/**
 * Puts back what a merge moved, as far as it has not been changed since; returns sentences about what could not be put
 * back. If the survivor was merged further, that merge must be undone first.
 */
export function undoMerge(
  db: Database,
  kind: Mergeable,
  { mergeId, permitSeen, by }: { mergeId: number } & Permitted & By,
) {
  return db.$transaction(async (tx) => {
    const { mergedId, survivorId } = await kind.findMerge(tx, mergeId)
    const sides = { mergedId, survivorId }
    await kind.lockAll(tx, [mergedId, survivorId])
    const { undoneAt, ...merge } = await kind.findMerge(tx, mergeId)
    const moved = Moved.parse(merge.moved)
    if (await kind.isUndoingSeen(tx, { ...sides, moved })) permitSeen()
    const [merged, survivor] = [await kind.find(tx, mergedId), await kind.find(tx, survivorId)]
    if (undoneAt !== null) throw new Refused({ form: `This merge of “${merged.name}” was undone already` })
    await refuseMergedFurther(tx, kind, survivor)

    await tx.$executeRaw`UPDATE ${named(kind.merges)} SET "undoneAt" = now() WHERE "id" = ${mergeId}`
    const lost = [
      ...(await putReferencesBack(tx, kind, moved, sides)),
      ...(await putNamesBack(tx, kind, moved, { merged, survivor })),
      ...((await kind.carryBack?.(tx, { ...sides, merged, survivor, by }, moved)) ?? []),
    ]
    await tx.$executeRaw`UPDATE ${named(kind.table)} SET "mergedIntoId" = NULL WHERE "id" = ${mergedId}`
    for (const id of [mergedId, survivorId]) {
      await kind.check?.(tx, id)
      await countUp(tx, kind, id)
      await compare(tx, kind, id)
    }

    const told = [
      `“${merged.name}” (${kind.one} ${mergedId}) and “${survivor.name}” (${kind.one} ${survivorId}) are two again`,
    ]
    const after = { mergeId, told: [...told, ...lost].join('. ') }
    // The names on their pages until now: sources/former-names.ts shows them to readers who saw them.
    await kind.tell.undone(tx, mergedId, {
      by,
      before: { survivor: survivor.name },
      after,
    })
    const { name } = await kind.find(tx, survivorId)
    await kind.tell.undone(tx, survivorId, {
      by,
      before: { name: survivor.name },
      after: { name, ...after },
    })
    return { ...sides, lost }
  })
}

async function refuseMergedFurther(tx: Db, kind: Mergeable, survivor: { name: string; mergedIntoId: number | null }) {
  if (survivor.mergedIntoId === null) return
  const further = await kind.find(tx, survivor.mergedIntoId)
  throw new Refused({
    form: `“${survivor.name}” was itself merged into “${further.name}” since. Undo that merge first`,
  })
}
