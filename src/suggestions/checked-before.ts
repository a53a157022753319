import { z } from 'zod'
import { indexText } from '../anchoring/code-points.ts'
import { type Alike, findAlike, ofMerged } from '../claims/alike.ts'
import { findStanding } from '../claims/offers.ts'
import type { Db } from '../database/connect.ts'
import type { Statement } from '../extraction/statement.ts'
import type { Viewer } from '../policy.ts'
import { placeOf } from './places.ts'

/* Claims that say nearly what a text says, found while it is read in the background; a person decides what is the same. */

/** So many suggestions of a text are compared, and so many claims are offered with one. */
const [mostCompared, mostOffered] = [500, 2]
/** Less is another claim on the same subject, as a rule; among very many claims some are always near in meaning. */
const [leastOffered, leastMeant] = [0.45, 0.6]

const Kept = z.array(z.object({ id: z.number(), score: z.number(), why: z.string() }))
type Kept = z.infer<typeof Kept>

/** By the places of the suggestions that they are like. */
export async function compareFound(
  db: Db,
  text: string,
  statements: Pick<Statement, 'content'>[],
): Promise<Map<string, Kept>> {
  const indexed = indexText(text)
  const found = new Map<string, Kept>()
  for (const { content } of statements.slice(0, mostCompared)) {
    const words = content.map(({ start, end }) => indexed.slice(start, end)).join(' ')
    const alike = (await findAlike(db, words, mostOffered)).filter(
      ({ score, isMeant }) => score >= (isMeant ? leastMeant : leastOffered),
    )
    if (alike.length > 0) found.set(placeOf(content), alike.map(asKept))
  }
  return found
}

const asKept = ({ id, score, why }: Alike) => ({ id, score: Math.round(score * 100) / 100, why })

/** Of what was kept with suggestions, what the claims are now, each once, as this user sees them: with their verdicts. */
export async function findCheckedBefore<S extends { alike: unknown }>(db: Db, viewer: Viewer, suggestions: S[]) {
  const read = suggestions.map((suggestion) => ({ ...suggestion, alike: Kept.safeParse(suggestion.alike).data ?? [] }))
  const ids = [...new Set(read.flatMap(({ alike }) => alike.map(({ id }) => id)))]
  const standing = await findStanding(db, viewer, ids)
  return read.map((suggestion) => ({
    ...suggestion,
    alike: suggestion.alike.flatMap(({ id, score, why }, i, all) => {
      const claim = standing.get(id)
      if (!claim || all.slice(0, i).some((before) => standing.get(before.id) === claim)) return []
      const isLedOn = claim.id !== id && !why.endsWith(ofMerged)
      return [{ ...claim, percent: Math.round(score * 100), why: isLedOn ? `${why}${ofMerged}` : why }]
    }),
  }))
}
