import type { Stretch } from '../anchoring/find-quote.ts'

/** The name of a passage within its version: what is suggested twice is told by it. */
export function placeOf(spans: Stretch[]): string {
  return spans.map(({ start, end }) => `${start}-${end}`).join(',')
}

/** Half of the characters in common: the same passage for whoever reads it, though the rules cut it otherwise by now. */
const sameFrom = 0.5
const bucketSize = 2000

/** Tells whether a passage is one of those, cut a little differently perhaps; takes linear time over all of a text. */
export function passagesLike(known: Stretch[][]): (spans: Stretch[]) => boolean {
  const buckets = new Map<number, Stretch[][]>()
  for (const spans of known) {
    for (const bucket of bucketsOf(spans)) buckets.set(bucket, [...(buckets.get(bucket) ?? []), spans])
  }
  return (spans) =>
    bucketsOf(spans).some((bucket) => buckets.get(bucket)?.some((other) => likeness(spans, other) >= sameFrom))
}

/** Characters in both, of those in either: Jaccard's index. */
export function likeness(a: Stretch[], b: Stretch[]): number {
  let shared = 0
  for (const one of a)
    for (const other of b) shared += Math.max(0, Math.min(one.end, other.end) - Math.max(one.start, other.start))
  return shared / (lengthOf(a) + lengthOf(b) - shared || 1)
}

function lengthOf(spans: Stretch[]): number {
  return spans.reduce((sum, { start, end }) => sum + end - start, 0)
}

function bucketsOf(spans: Stretch[]): number[] {
  const numbers = new Set<number>()
  for (const { start, end } of spans) {
    for (let at = Math.floor(start / bucketSize); at <= Math.floor(end / bucketSize); at++) numbers.add(at)
  }
  return [...numbers]
}
