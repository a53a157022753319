import type { Db } from '../database/connect.ts'
import { Refused, Stale } from '../refused.ts'
import { formatCount } from '../words/dates.ts'
import type { Mergeable, Side } from './kind.ts'
import { namesOf } from './names.ts'
import { countReferences } from './references.ts'
import type { MergeDecision } from './schema.ts'

export type MergePlan = Awaited<ReturnType<typeof findMergePlan>>

/** What merging one thing into another would do, and what stands in its way. */
export async function findMergePlan(db: Db, kind: Mergeable, mergedId: number, survivorId: number) {
  const [merged, survivor] = await Promise.all([kind.find(db, mergedId), kind.find(db, survivorId)])
  const counts = await countReferences(db, kind, mergedId)
  const all = [...counts, { count: merged.aliases?.length ?? 0, counted: ['other name', 'other names'] as const }]
  return {
    merged,
    survivor,
    moves: [
      ...all.filter(({ count }) => count > 0).map(({ count, counted: [one, many] }) => formatCount(count, one, many)),
      ...(kind.movesBesides?.(merged) ?? []),
    ],
    names: kind.aliases === null ? [] : namesOf(merged, survivor),
    choice: kind.findChoice?.({ merged, survivor }) ?? null,
    needsReason: kind.needsReason?.({ merged, survivor }) ?? false,
    conflicts: (await kind.findConflicts?.(db, { merged, survivor })) ?? [],
  }
}

/** Whether readers would see a change: the merged one is on their pages, or the survivor is and changes. */
export async function isSeenByReaders(
  db: Db,
  kind: Mergeable,
  { merged, survivor }: MergePlan,
  keep: MergeDecision['keep'],
): Promise<boolean> {
  if (await kind.isSeen(db, merged.id)) return true
  const isChanged = kind.changesSurvivor ?? (keep === 'merged' && merged.name !== survivor.name)
  return isChanged && (await kind.isSeen(db, survivor.id))
}

/** Throws if the two cannot be merged, or are not as the preview showed. */
export function refuseMerge(kind: Mergeable, plan: MergePlan, seen: MergeDecision): void {
  const { merged, survivor, conflicts } = plan
  if (merged.id === survivor.id)
    throw new Refused({ form: `A ${kind.one} can’t be merged into itself. Choose another` })
  const gone = [merged, survivor].find(({ mergedIntoId }) => mergedIntoId !== null)
  if (gone) {
    throw new Refused({ form: `“${gone.name}” was merged into another ${kind.one} meanwhile. Open it again and look` })
  }
  const inShort = (side: Side) => kind.inShort(side).filter(Boolean)
  const stored = {
    ...(merged.revision === seen.revision ? {} : { goes: inShort(merged) }),
    ...(survivor.revision === seen.survivorRevision ? {} : { stays: inShort(survivor) }),
  }
  if (Object.keys(stored).length > 0) throw new Stale(merged.revision, stored)
  if (conflicts.length > 0) throw new Refused({ form: conflicts.join('. ') })
}
