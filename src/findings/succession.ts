import { isSeen } from '../visible/rows.ts'
import type { Verdict, WithdrawnVerdict } from './queries.ts'

/** A past verdict: the whole of it, or what remains of a withdrawn one. */
type Past = { whole: Verdict; tombstone: null } | { whole: null; tombstone: WithdrawnVerdict }

/**
 * Every verdict on one thing, the newest first, each with the later one that readers saw in its place. Drafts do not
 * replace a verdict, nor do later ones that were withdrawn.
 */
export function successionOf(verdicts: Verdict[], withdrawn: WithdrawnVerdict[] = []) {
  const all: Past[] = [
    ...verdicts.map((whole) => ({ whole, tombstone: null })),
    ...withdrawn.map((tombstone) => ({ whole: null, tombstone })),
  ]
  const inOrder = all.toSorted((a, b) => idOf(b) - idOf(a))
  return inOrder.map((past, i) => {
    const later = inOrder.slice(0, i).findLast(({ whole }) => whole !== null && isSeen('verdictHere', whole))?.whole
    const { id, state, rating, publishedAt, withdrawnAt, withdrawnReason } = past.whole ?? past.tombstone
    return {
      id,
      state,
      rating,
      publishedAt,
      withdrawnAt,
      withdrawnReason,
      verdict: past.whole,
      supersededBy: later && isSeen('verdictHere', { state }) ? { rating: later.rating, at: later.publishedAt } : null,
    }
  })
}

function idOf(past: Past): number {
  return (past.whole ?? past.tombstone).id
}
