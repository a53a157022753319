import type { Prisma } from '../database/client/client.ts'
import type { Db } from '../database/connect.ts'
import type { RuleName } from '../extraction/drafts.ts'
import { tenthsReached } from '../words/dates.ts'

/** What the newsroom is shown of the suggestions, and in which order. */
export type Shown = { alsoAttitudes: boolean; inTextOrder: boolean }

const attitudes: ReadonlySet<string> = new Set<RuleName>([
  'intention',
  'what is spoken of',
  'judged as',
  'expected of someone',
  'state of mind',
])

/** Whether a rule finds words that were said, not what somebody wants, thinks or speaks of. */
export function isSaying(rule: string): boolean {
  return !attitudes.has(rule)
}

export async function findShown(db: Db): Promise<Shown> {
  const chosen = await db.shownSuggestions.findUnique({ where: { id: 1 } })
  return { alsoAttitudes: chosen?.alsoAttitudes ?? false, inTextOrder: chosen?.inTextOrder ?? false }
}

/** Keeps a choice for the whole newsroom; what is not given stays as it is. */
export async function chooseShown(db: Db, chosen: Partial<Shown>): Promise<void> {
  await db.shownSuggestions.upsert({ where: { id: 1 }, create: { id: 1, ...chosen }, update: chosen })
}

export function whereShown({ alsoAttitudes }: Shown): Prisma.SuggestionWhereInput {
  return alsoAttitudes ? {} : { isSaying: true }
}

/** The surest first, by the tenths that pages show; those that are as sure as each other in the order of the text. */
export function inOrder<T extends { confidence: number; start: number }>(open: T[], { inTextOrder }: Shown): T[] {
  const tenths = ({ confidence }: T) => tenthsReached(confidence)
  return inTextOrder ? open : open.toSorted((a, b) => tenths(b) - tenths(a) || a.start - b.start)
}
