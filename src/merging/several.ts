import type { Database, Db } from '../database/connect.ts'
import type { By } from '../history/events.ts'
import { Refused, Stale } from '../refused.ts'
import type { Mergeable, Side } from './kind.ts'
import { mergeLocked, type Permitted } from './merge.ts'
import { namesOf } from './names.ts'
import { findMergePlan, isSeenByReaders, type MergePlan } from './plan.ts'
import { countReferences } from './references.ts'
import { mostMerged, type SeveralDecision } from './schema.ts'

/**
 * What becomes of several things that are merged into one of them: the one asked for, or else one that readers see, or
 * else the one with the most on it. Throws Refused if fewer than two can be merged.
 */
export async function planSeveral(
  db: Db,
  kind: Mergeable,
  { ids, stays, maySeen }: { ids: number[]; stays?: number | undefined; maySeen: boolean },
) {
  const all = await Promise.all([...new Set(ids)].slice(0, mostMerged + 1).map((id) => kind.find(db, id)))
  const there = all.filter(({ mergedIntoId }) => mergedIntoId === null)
  if (there.length < 2) throw new Refused({ only: `Tick at least two ${kind.many} that are the same` })
  if (there.length > mostMerged) throw new Refused({ only: `At most ${mostMerged} are merged at once. Tick fewer` })
  const survivor = there.find(({ id }) => id === stays) ?? (await findHeaviest(db, kind, there))
  const plans = await Promise.all(
    there.filter(({ id }) => id !== survivor.id).map(({ id }) => findMergePlan(db, kind, id, survivor.id)),
  )
  const goes = await Promise.all(
    plans.map(async (plan) => ({
      thing: plan.merged,
      moves: plan.moves,
      conflicts: [
        ...conflictsOf(plan),
        ...(!maySeen && (await isSeenByReaders(db, kind, plan, 'survivor'))
          ? [
              `Readers see ${(await kind.isSeen(db, plan.merged.id)) ? quoted(plan.merged) : quoted(plan.survivor)}. Ask a reviewer to merge these`,
            ]
          : []),
      ],
    })),
  )
  return {
    survivor,
    goes,
    sides: [survivor, ...goes.map(({ thing }) => thing)],
    names: kind.aliases === null ? [] : namesOf(survivor, ...goes.map(({ thing }) => thing)),
    needsReason: plans.some(({ needsReason }) => needsReason),
    leftOut: all.filter(({ mergedIntoId }) => mergedIntoId !== null).map(({ name }) => name),
  }
}

/**
 * Merges several things into one, all of them or none. Each merge is kept by itself, so that each can be undone by
 * itself. Throws Stale if one of them was changed since the preview.
 */
export function mergeSeveral(
  db: Database,
  kind: Mergeable,
  { survivorId, seen, named, aliases, correction, ...rest }: SeveralDecision & Permitted & By,
) {
  const ids = [...new Set([survivorId, ...seen.map(({ id }) => id)])]
  if (ids.length < 2) throw new Refused({ form: `Tick at least two ${kind.many} that are the same` })
  return db.$transaction(async (tx) => {
    await kind.lockAll(tx, ids)
    for (const { id, revision } of seen) {
      const now = await kind.find(tx, id)
      if (now.revision !== revision || now.mergedIntoId !== null) throw new Stale(now.revision, {})
    }
    for (const id of ids) {
      if (id === survivorId) continue
      const plan = await findMergePlan(tx, kind, id, survivorId)
      const [conflict] = conflictsOf(plan)
      if (conflict !== undefined) throw new Refused({ form: conflict })
      const { merged, survivor } = plan
      await mergeLocked(tx, kind, id, {
        ...{ survivorId, aliases, correction, found: '', ...rest },
        revision: merged.revision,
        survivorRevision: survivor.revision,
        keep: named === id ? 'merged' : 'survivor',
      })
    }
    const { name } = await kind.find(tx, survivorId)
    return { survivorId, name, count: ids.length }
  })
}

/** What must be settled first; also what is decided only where two are merged by themselves. */
function conflictsOf({ merged, survivor, conflicts, choice }: MergePlan): string[] {
  if (choice === null || choice.chosen !== null) return conflicts
  return [
    ...conflicts,
    `${quoted(merged)} and ${quoted(survivor)} were both checked, and found differently. Merge these two by themselves, and choose which verdict stands`,
  ]
}

function quoted({ name }: Side): string {
  return `“${name}”`
}

async function findHeaviest<S extends Side>(db: Db, kind: Mergeable, sides: S[]): Promise<S> {
  const weighed = await Promise.all(
    sides.map(async (side) => ({
      side,
      isSeen: await kind.isSeen(db, side.id),
      count: (await countReferences(db, kind, side.id)).reduce((sum, { count }) => sum + count, 0),
    })),
  )
  const [first] = weighed.toSorted(
    (a, b) => Number(b.isSeen) - Number(a.isSeen) || b.count - a.count || a.side.id - b.side.id,
  )
  if (!first) throw new Error('There is nothing to merge')
  return first.side
}
