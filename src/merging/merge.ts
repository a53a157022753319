import type { Database, Db } from '../database/connect.ts'
import type { By } from '../history/events.ts'
import { named } from '../same/kind.ts'
import { compare } from '../same/pairs.ts'
import type { Mergeable, Moved } from './kind.ts'
import { moveNames, rename } from './names.ts'
import { findMergePlan, isSeenByReaders, refuseMerge } from './plan.ts'
import { idsIn, moveReferences } from './references.ts'
import type { MergeDecision } from './schema.ts'

/** Called when both are locked, so that nothing is published between the check and the merge. */
export type Permitted = { permitSeen: () => void }

/**
 * Merges the first thing into the second: everything that refers to the first refers to the second from now on. The
 * first keeps its row, so that its address redirects for ever, and what moved is stored, so that it can be put back.
 * Throws Stale if either was changed since the preview. `permitSeen` throws if the user may not change what readers
 * see.
 */
export function mergeThings(db: Database, kind: Mergeable, mergedId: number, decision: MergeDecision & Permitted & By) {
  return db.$transaction(async (tx) => {
    await kind.lockAll(tx, [mergedId, decision.survivorId])
    return mergeLocked(tx, kind, mergedId, decision)
  })
}

/** The same, for things that are locked. */
export async function mergeLocked(
  tx: Db,
  kind: Mergeable,
  mergedId: number,
  { permitSeen, by, ...form }: MergeDecision & Permitted & By,
) {
  const { survivorId, keep } = form
  const plan = await findMergePlan(tx, kind, mergedId, survivorId)
  if (await isSeenByReaders(tx, kind, plan, keep)) permitSeen()
  refuseMerge(kind, plan, form)

  const { merged, survivor } = plan
  const name = keep === 'merged' && kind.aliases !== null ? merged.name : survivor.name
  // The merged one first: what only one of them may have, the other can then take.
  await leadTo(tx, kind, mergedId, survivorId)
  const moved: Moved = {
    ...(await moveReferences(tx, kind, mergedId, survivorId)),
    ...(await moveNames(tx, kind, plan, { name, chosen: form.aliases })),
    ...(await kind.carry?.(tx, plan, { ...form, by })),
    renamed: name === survivor.name ? null : { from: survivor.name, to: name },
  }
  if (name !== survivor.name) await rename(tx, kind, survivorId, name)
  await countUp(tx, kind, survivorId)
  await kind.check?.(tx, survivorId)

  const mergeId = await keepMerge(tx, kind, { mergedId, survivorId, moved, by })
  await tx.$executeRaw`
    DELETE FROM ${named(kind.pairs)} WHERE "differentAt" IS NULL AND (${mergedId} IN ("earlierId", "laterId"))`
  await compare(tx, kind, survivorId)

  const told = kind.tellMoved((key) => idsIn(moved, key).length)
  await kind.tell.merged(tx, survivorId, {
    by,
    before: { ...kind.values(survivor), merged: merged.name },
    after: {
      ...kind.values(await kind.find(tx, survivorId)),
      mergedId,
      mergeId,
      told: `“${merged.name}” (${kind.one} ${mergedId})${told}`,
    },
  })
  const after = { mergeId, told: `“${name}” (${kind.one} ${survivorId})` }
  await kind.tell.gone?.(tx, mergedId, { by, after })
  return { id: mergeId, mergedId, survivorId, name }
}

async function leadTo(tx: Db, { table }: Mergeable, mergedId: number, survivorId: number): Promise<void> {
  await tx.$executeRaw`
    UPDATE ${named(table)} SET "mergedIntoId" = ${survivorId}, "revision" = "revision" + 1 WHERE "id" = ${mergedId}`
}

export async function countUp(tx: Db, { table }: Mergeable, id: number): Promise<void> {
  await tx.$executeRaw`UPDATE ${named(table)} SET "revision" = "revision" + 1 WHERE "id" = ${id}`
}

async function keepMerge(
  tx: Db,
  { merges }: Mergeable,
  { mergedId, survivorId, moved, by }: { mergedId: number; survivorId: number; moved: Moved } & By,
): Promise<number> {
  const [row] = await tx.$queryRaw<{ id: number }[]>`
    INSERT INTO ${named(merges)} ("mergedId", "survivorId", "moved", "accountId")
    VALUES (${mergedId}, ${survivorId}, ${JSON.stringify(moved)}::jsonb, ${by}) RETURNING "id"`
  if (!row) throw new Error(`${merges} gave no row`)
  return row.id
}
