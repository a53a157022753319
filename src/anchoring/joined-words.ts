/** A group of words that both texts have once is the same group wherever it stands. */
const group = 4

/** For each word of the old text the same word's place in the new one, or -1. Takes linear time. */
export function joinWords(old: Int32Array, now: Int32Array): Int32Array {
  const joined = new Int32Array(old.length).fill(-1)
  const taken = new Uint8Array(now.length)
  const isFree = (s: number, t: number) =>
    s >= 0 && t >= 0 && s < old.length && t < now.length && old[s] === now[t] && joined[s] === -1 && taken[t] === 0
  const join = (s: number, t: number) => {
    joined[s] = t
    taken[t] = 1
  }
  for (const { at, to } of groupsOnce(old, now)) {
    if (joined[at] === to) continue
    for (let s = at, t = to; isFree(s, t); s++, t++) join(s, t)
    for (let s = at - 1, t = to - 1; isFree(s, t); s--, t--) join(s, t)
  }
  return joined
}

type Group = { olds: number; news: number; at: number; to: number }

/** Two groups may have the same key: then neither is used, or their words differ below. */
function keyOf(ids: Int32Array, at: number): number {
  let key = 0
  for (let i = at; i < at + group; i++) key = (Math.imul(key, 0x9e3779b1) + (ids[i] ?? 0) + 1) | 0
  return key
}

function groupsOnce(old: Int32Array, now: Int32Array): Group[] {
  const groups = new Map<number, Group>()
  for (let at = 0; at + group <= old.length; at++) {
    const key = keyOf(old, at)
    const known = groups.get(key)
    if (known) known.olds++
    else groups.set(key, { olds: 1, news: 0, at, to: -1 })
  }
  for (let to = 0; to + group <= now.length; to++) {
    const known = groups.get(keyOf(now, to))
    if (!known) continue
    known.news++
    known.to = to
  }
  return [...groups.values()].filter(
    ({ olds, news, at, to }) => olds === 1 && news === 1 && [0, 1, 2, 3].every((i) => old[at + i] === now[to + i]),
  )
}

/**
 * Which of the joined words kept their order: the chain of runs with the most words whose places rise in both texts.
 * What is joined and not in it was moved.
 */
export function wordsInOrder(joined: Int32Array, newLength: number): Uint8Array {
  const runs = runsOf(joined)
  const best = new MostBefore(newLength)
  const before = new Int32Array(runs.length).fill(-1)
  let last = -1
  let most = 0
  for (const [i, { to, length }] of runs.entries()) {
    const { words, run } = best.upTo(to)
    before[i] = run
    best.add(to + length, words + length, i)
    if (words + length > most) [most, last] = [words + length, i]
  }
  const kept = new Uint8Array(joined.length)
  for (let i = last; i >= 0; i = before[i] ?? -1) {
    const run = runs[i]
    if (run) kept.fill(1, run.at, run.at + run.length)
  }
  return kept
}

function runsOf(joined: Int32Array) {
  const runs: { at: number; to: number; length: number }[] = []
  for (const [at, to] of joined.entries()) {
    if (to < 0) continue
    const last = runs.at(-1)
    if (last && last.at + last.length === at && last.to + last.length === to) last.length++
    else runs.push({ at, to, length: 1 })
  }
  return runs
}

/** A Fenwick tree: the longest chain that ends at or before a place. */
class MostBefore {
  private readonly words: Int32Array
  private readonly runs: Int32Array

  constructor(length: number) {
    this.words = new Int32Array(length + 2)
    this.runs = new Int32Array(length + 2).fill(-1)
  }

  upTo(place: number): { words: number; run: number } {
    let [words, run] = [0, -1]
    for (let i = place + 1; i > 0; i -= i & -i) {
      if ((this.words[i] ?? 0) > words) [words, run] = [this.words[i] ?? 0, this.runs[i] ?? -1]
    }
    return { words, run }
  }

  add(place: number, words: number, run: number): void {
    for (let i = place + 1; i < this.words.length; i += i & -i) {
      if ((this.words[i] ?? 0) >= words) continue
      this.words[i] = words
      this.runs[i] = run
    }
  }
}
