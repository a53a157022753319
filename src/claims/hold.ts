import type { Db } from '../database/connect.ts'
import { Refused } from '../refused.ts'

/**
 * What a claim is now: itself, or the one that it was merged into. It is held until the transaction ends: whoever merges it
 * at this moment waits, and then moves what was just hung on it.
 */
export async function holdClaim(tx: Db, id: number): Promise<number> {
  const [row] = await tx.$queryRaw<{ mergedIntoId: number | null }[]>`
    SELECT "mergedIntoId" FROM "Claim" WHERE "id" = ${id} FOR KEY SHARE`
  const next = row?.mergedIntoId ?? null
  return next === null ? id : holdClaim(tx, next)
}

/** Throws Refused where it says the same as another by now: what is given on it would be found nowhere. */
export async function refuseMergedClaim(tx: Db, id: number, field: string): Promise<void> {
  const now = await holdClaim(tx, id)
  if (now !== id) {
    throw new Refused({
      [field]: `This claim was merged into claim ${now} meanwhile. Open that one, and look what stands there`,
    })
  }
}
