type Pair = { id: number; earlierId: number; laterId: number; reason: string; differentAt: Date | null }

/**
 * What becomes of the pairs of a source or topic after it was held against others anew: `found` has the others that are
 * probably the same, each with why. Pairs that somebody told apart stay as they are.
 */
export function pairChanges(id: number, before: Pair[], found: Map<number, string>) {
  const fresh = new Map(found)
  const gone: number[] = []
  const reworded: { id: number; reason: string }[] = []
  for (const pair of before) {
    const other = pair.earlierId === id ? pair.laterId : pair.earlierId
    const reason = found.get(other)
    fresh.delete(other)
    if (pair.differentAt !== null || pair.reason === reason) continue
    if (reason === undefined) gone.push(pair.id)
    else reworded.push({ id: pair.id, reason })
  }
  const made = [...fresh].map(([other, reason]) => ({
    earlierId: Math.min(id, other),
    laterId: Math.max(id, other),
    reason,
  }))
  return { gone, reworded, made }
}
