import type { Db } from '../database/connect.ts'
import type { Kind } from '../same/kind.ts'
import { compare } from '../same/pairs.ts'
import { claimPath } from '../words/addresses.ts'
import { findAlike } from './alike.ts'
import { likeness } from './likeness.ts'

const mostCompared = 200

/** How claims are compared for probable duplicates. */
export const sameClaims: Kind = {
  one: 'claim',
  many: 'claims',
  table: 'Claim',
  merges: 'ClaimMerge',
  pairs: 'ClaimPair',
  name: 'sentence',
  path: ({ id, name }) => claimPath({ id, sentence: name }),
  // Two simultaneous comparisons find the same pairs, and each pair has one row.
  lock: async () => {},
  findLike,
}

/** Part of every change of a claim's sentence. */
export function compareClaim(tx: Db, id: number): Promise<void> {
  return compare(tx, sameClaims, id)
}

/** Claims with nearly the same words, of those that have most words in common with it. */
async function findLike(tx: Db, id: number): Promise<Map<number, string>> {
  const claim = await tx.claim.findUniqueOrThrow({ where: { id } })
  if (claim.mergedIntoId !== null || claim.state === 'withdrawn') return new Map()
  const found = await findAlike(tx, claim.sentence, mostCompared, id)
  const standing = await tx.claim.findMany({
    where: { id: { in: found.map((other) => other.id) }, mergedIntoId: null, state: { not: 'withdrawn' } },
    select: { id: true, sentence: true },
  })
  const reasons = standing.map((other) => [other.id, likeness(claim.sentence, other.sentence)] as const)
  return new Map(reasons.filter((pair): pair is readonly [number, string] => pair[1] !== undefined))
}
