import type { Db } from '../database/connect.ts'
import { Refused } from '../refused.ts'

/**
 * The claim itself, or the one that it was merged into. It is locked until the transaction ends: a simultaneous merge
 * waits, and then also moves what this transaction adds.
 */
export async function holdClaim(tx: Db, id: number): Promise<number> {
  const [row] = await tx.$queryRaw<{ mergedIntoId: number | null }[]>`
    SELECT "mergedIntoId" FROM "Claim" WHERE "id" = ${id} FOR KEY SHARE`
  const next = row?.mergedIntoId ?? null
  return next === null ? id : holdClaim(tx, next)
}

/** Holds several in the same way, by number; which claim each is now does not matter. */
export async function holdClaims(tx: Db, ids: number[]): Promise<void> {
  await tx.$executeRaw`SELECT "id" FROM "Claim" WHERE "id" = ANY (${ids}) ORDER BY "id" FOR KEY SHARE`
}

/** Throws Refused if it was merged into another: whatever is added to it could not be found. */
export async function refuseMergedClaim(tx: Db, id: number, field: string): Promise<void> {
  const now = await holdClaim(tx, id)
  if (now !== id) {
    throw new Refused({
      [field]: `This claim was merged into claim ${now} meanwhile. Open that one instead`,
    })
  }
}
