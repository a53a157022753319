/** The part of a text that one statement covers, in code points, half-open. */
export type Covered = { start: number; end: number; statementId: number }

/** A piece of text and every statement that covers all of it, the shortest one first. */
export type Segment = { start: number; end: number; statementIds: number[] }

/** Divides [from, to) at every beginning and end of a part; nothing is left out and nothing overlaps. */
export function segments(from: number, to: number, stretches: Covered[]): Segment[] {
  const within = stretches.filter((stretch) => stretch.start < to && stretch.end > from)
  const cuts = new Set([from, to])
  for (const { start, end } of within) {
    cuts.add(Math.max(start, from))
    cuts.add(Math.min(end, to))
  }

  const byLength = within.toSorted((a, b) => a.end - a.start - (b.end - b.start) || a.statementId - b.statementId)
  const edges = [...cuts].sort((a, b) => a - b)
  return edges.slice(1).map((end, i) => {
    const start = edges[i] ?? from
    const covering = byLength.filter((stretch) => stretch.start <= start && stretch.end >= end)
    return { start, end, statementIds: [...new Set(covering.map((stretch) => stretch.statementId))] }
  })
}
