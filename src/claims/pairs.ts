import { Prisma } from '../database/client/client.ts'
import type { Db } from '../database/connect.ts'
import type { Kind } from '../same/kind.ts'
import { compare } from '../same/pairs.ts'
import { foldName } from '../words/names.ts'
import { wordsOfName } from '../sources/spelling.ts'
import { claimPath } from '../words/addresses.ts'
import { likeness } from './likeness.ts'

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

/**
 * Claims with nearly the same words. The search index finds few by the longest words of a sentence; similarity of
 * letters would have to compare most claims. Only half of these words must match, so that one may be misspelt.
 */
async function findLike(tx: Db, id: number): Promise<Map<number, string>> {
  const claim = await tx.claim.findUniqueOrThrow({ where: { id } })
  if (claim.mergedIntoId !== null || claim.state === 'withdrawn') return new Map()
  const longest = wordsOfName(foldName(claim.sentence)).toSorted((a, b) => b.length - a.length)
  const some = [...new Set(longest)].slice(0, 6)
  const halves = [0, 1].map((rest) => some.filter((_, i) => i % 2 === rest).join(' ')).filter((half) => half !== '')
  const queries = halves.map((half) => Prisma.sql`plainto_tsquery('simple', search_fold(${half}::text))`)
  if (queries.length === 0) return new Map()
  const others = await tx.$queryRaw<{ id: number; sentence: string }[]>`
    SELECT c."id", c."sentence" FROM (
      SELECT "claimId" FROM "SearchEntry"
      WHERE "words" @@ ($$'#kind:claim'$$::tsquery && (${Prisma.join(queries, ' || ')})) LIMIT 200
    ) e JOIN "Claim" c ON c."id" = e."claimId"
    WHERE c."id" <> ${id} AND c."mergedIntoId" IS NULL AND c."state" <> 'withdrawn'`
  const reasons = others.map((other) => [other.id, likeness(claim.sentence, other.sentence)] as const)
  return new Map(reasons.filter((pair): pair is readonly [number, string] => pair[1] !== undefined))
}
