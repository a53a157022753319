import type { Db } from '../database/connect.ts'
import { Refused, Stale } from '../refused.ts'
import { isSeen } from '../visible/rows.ts'
import { formatDate } from '../words/dates.ts'
import type { ClaimSide } from './claim-side.ts'
import type { Choice, Moved, Sides } from './kind.ts'
import { idsIn } from './references.ts'
import type { MergeDecision } from './schema.ts'

/*
 * A claim has one succession of verdicts, each superseding the one before. Of two claims, one succession stays in
 * force, whole; the other stays with the merged claim, and its page shows it.
 */

/** A simultaneous verdict on one of the claims waits, or this waits for it, as in verdicts/verdicts.ts. */
export async function lockVerdicts(tx: Db, claimIds: number[]): Promise<void> {
  for (const claimId of claimIds) {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`verdict ${JSON.stringify({ claimId })}`}, 0))`
  }
}

/** If both were checked: their results, from which the editor chooses the one in force. */
export function findVerdictChoice({ merged, survivor }: Sides<ClaimSide>): Choice | null {
  if (!merged.inForce || !survivor.inForce) return null
  return {
    name: 'verdict',
    legend: 'Which verdict stands',
    hint: isDifferent({ merged, survivor })
      ? 'Both were checked, and found differently. The other verdict stays on record as one that was given before.'
      : 'Both were checked. The other verdict stays on record as one that was given before.',
    options: [
      { value: 'survivor', label: tell(survivor) },
      { value: 'merged', label: tell(merged) },
    ],
    chosen: isDifferent({ merged, survivor }) ? null : 'survivor',
    found: foundOf({ merged, survivor }),
  }
}

/** Throws Refused if the results differ and nobody chose, and Stale if one got a verdict since. */
export async function carryVerdicts(
  tx: Db,
  sides: Sides<ClaimSide>,
  { verdict, found }: MergeDecision,
): Promise<Moved> {
  const { merged, survivor } = sides
  if (found !== '' && found !== foundOf(sides)) {
    throw new Stale(merged.revision, { goes: [merged.verdict], stays: [survivor.verdict] })
  }
  if (merged.inForce && survivor.inForce && isDifferent(sides) && verdict === undefined) {
    throw new Refused({ verdict: 'Both were checked, and found differently. Choose which verdict stands' })
  }
  const [going, staying] = [await listVerdictIds(tx, merged.id), await listVerdictIds(tx, survivor.id)]
  const isMerged =
    merged.inForce && survivor.inForce
      ? verdict === 'merged'
      : merged.inForce !== null || (survivor.inForce === null && staying.length === 0)
  if (!isMerged || going.length === 0) return { verdicts: [], verdictsLeft: [] }
  await refuseHiding(tx, sides)
  await swapSuccessions(tx, { id: merged.id, verdicts: going }, { id: survivor.id, verdicts: staying })
  return { verdicts: going, verdictsLeft: staying }
}

/** Readers still find what they were told: they would not find it at a claim that they never saw. */
async function refuseHiding(tx: Db, { merged, survivor }: Sides<ClaimSide>): Promise<void> {
  if (isSeen('claim', { ...merged, mergedIntoId: null }) || !isSeen('claim', survivor)) return
  const told = await tx.verdict.count({ where: { claimId: survivor.id, publishedAt: { not: null } } })
  if (told === 0) return
  throw new Refused({
    verdict: `Readers were told what was found of “${survivor.name}”, and have not seen “${merged.name}”, whose verdict would stand in its place. Publish that one first, or let the other verdict stand`,
  })
}

/** Throws Refused if verdicts were added since: split in two, the succession would not say which verdict holds. */
export async function carryVerdictsBack(
  tx: Db,
  { mergedId, survivorId }: { mergedId: number; survivorId: number },
  moved: Moved,
): Promise<void> {
  const [verdicts, left] = [idsIn(moved, 'verdicts'), idsIn(moved, 'verdictsLeft')]
  if (verdicts.length === 0) return
  const there = await listVerdictIds(tx, survivorId)
  if (there.length > verdicts.length && verdicts.every((id) => there.includes(id))) {
    throw new Refused({
      form: 'A verdict was given since, in the place of one that came with the merged claim. These claims stay one: state the other again',
    })
  }
  const stayed = await listVerdictIds(tx, mergedId)
  if (!isSame(there, verdicts) || !isSame(stayed, left)) {
    throw new Refused({ form: 'A later merge moved the verdicts on. Undo that merge first' })
  }
  await swapSuccessions(tx, { id: survivorId, verdicts }, { id: mergedId, verdicts: left })
}

/**
 * A claim always has one first verdict, so while the two change places, the first of one is temporarily appended to the
 * last of the other.
 */
async function swapSuccessions(tx: Db, one: Succession, other: Succession): Promise<void> {
  const last = one.verdicts.at(-1)
  const first = await tx.verdict.findFirst({ where: { claimId: other.id, supersedesId: null }, select: { id: true } })
  if (first && last !== undefined) await tx.verdict.update({ where: { id: first.id }, data: { supersedesId: last } })
  await tx.verdict.updateMany({ where: { id: { in: one.verdicts } }, data: { claimId: other.id } })
  await tx.verdict.updateMany({ where: { id: { in: other.verdicts } }, data: { claimId: one.id } })
  if (first) await tx.verdict.update({ where: { id: first.id }, data: { supersedesId: null } })
}

type Succession = { id: number; verdicts: number[] }

/** In the order in which they were given, including withdrawn ones. */
async function listVerdictIds(tx: Db, claimId: number): Promise<number[]> {
  const rows = await tx.verdict.findMany({ where: { claimId }, orderBy: { id: 'asc' }, select: { id: true } })
  return rows.map(({ id }) => id)
}

function isSame(some: number[], others: number[]): boolean {
  return JSON.stringify(some) === JSON.stringify(others.toSorted((a, b) => a - b))
}

/** For the desk or for readers. */
function isDifferent({ merged, survivor }: Sides<ClaimSide>): boolean {
  return (
    merged.inForce?.rating.slug !== survivor.inForce?.rating.slug ||
    merged.shown?.rating.slug !== survivor.shown?.rating.slug
  )
}

function foundOf({ merged, survivor }: Sides<ClaimSide>): string {
  return [merged, survivor].map(({ inForce, shown }) => `${inForce?.id ?? 0}-${shown?.id ?? 0}`).join('.')
}

function tell({ name, inForce, shown }: ClaimSide): string {
  const given = inForce ? `${inForce.rating.label}, ${formatDate(inForce.createdAt)}` : 'Not checked yet'
  const readers = shown?.id === inForce?.id ? '' : `; readers see: ${shown?.rating.label ?? 'Not checked yet'}`
  return `${given}${readers} – given on “${name}”`
}
