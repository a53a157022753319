/** What a newsroom decided on the suggestions of one rule with one verb. */
export type Decided = {
  rule: string
  cue: string
  /** The sum of the rule's own confidences in them: so many were to be expected. */
  expected: number
  accepted: number
  mended: number
  dismissed: number
}

/** How sure to be of a suggestion at this desk, by its rule, its verb and the rule's own confidence. */
export type Learned = (rule: string, cue: string, confidence: number) => number

/** The rule's own measure counts like so many decisions of the newsroom. */
const weight = 20
const [least, most] = [0.02, 0.98]

/**
 * A beta distribution for each rule, which begins at the rule's own confidence, and one for each verb of it, which
 * begins where the other verbs of its rule have come to. Right is what was accepted as it stood.
 */
export function learn(decided: readonly Decided[]): Learned {
  const byRule = new Map<string, { expected: number; right: number; count: number }>()
  for (const { rule, expected, ...counts } of decided) {
    const sum = byRule.get(rule) ?? { expected: 0, right: 0, count: 0 }
    sum.expected += expected
    sum.right += counts.accepted
    sum.count += countOf(counts)
    byRule.set(rule, sum)
  }
  const ofRule = new Map(
    [...byRule].map(([rule, { expected, right, count }]) => [rule, moved(expected, right, count, 0)]),
  )
  const ofCue = new Map(
    decided.map(({ rule, cue, expected, ...counts }) => {
      const all = byRule.get(rule) ?? { expected: 0, right: 0, count: 0 }
      const [right, count] = [counts.accepted, countOf(counts)]
      // Its own decisions count once.
      const others = moved(all.expected - expected, all.right - right, all.count - count, 0)
      return [keyOf(rule, cue), moved(expected, right, count, others)]
    }),
  )
  return (rule, cue, confidence) => {
    const by = ofCue.get(keyOf(rule, cue)) ?? ofRule.get(rule) ?? 0
    return Math.round(100 * Math.min(most, Math.max(least, confidence + by))) / 100
  }
}

/** How far the mean of the beta distribution has moved from what the rule said of these. */
function moved(expected: number, right: number, count: number, begins: number): number {
  if (count === 0) return begins
  const said = expected / count
  const before = Math.min(most, Math.max(least, said + begins))
  return (weight * before + right) / (weight + count) - said
}

function countOf({ accepted, mended, dismissed }: Pick<Decided, 'accepted' | 'mended' | 'dismissed'>): number {
  return accepted + mended + dismissed
}

function keyOf(rule: string, cue: string): string {
  return `${rule}\n${cue}`
}
