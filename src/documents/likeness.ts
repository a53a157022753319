/*
 * How much of one text is another's. Two texts are compared by every three words that follow one another; a few numbers
 * of each text find what may be like it among very many.
 */

/** Beyond this, more of a text says nothing new. */
const mostWords = 20_000
const bandCount = 24
const rows = 2

export function wordsIn(text: string): string[] {
  const words: string[] = []
  for (const [word] of text
    .normalize('NFKC')
    .toLowerCase()
    .matchAll(/[\p{L}\p{N}]+/gu)) {
    words.push(word)
    if (words.length === mostWords) break
  }
  return words
}

function hashOf(word: string): number {
  let hash = 2_166_136_261
  for (let i = 0; i < word.length; i++) hash = Math.imul(hash ^ word.charCodeAt(i), 16_777_619)
  return mix(hash)
}

function mix(value: number): number {
  let mixed = value ^ (value >>> 15)
  mixed = Math.imul(mixed, 0x2c1b3c6d)
  mixed ^= mixed >>> 12
  mixed = Math.imul(mixed, 0x297a2d39)
  return (mixed ^ (mixed >>> 15)) | 0
}

/** One number for every three words. */
function triples(words: string[]): Int32Array {
  const hashes = words.map(hashOf)
  const found = new Int32Array(Math.max(0, words.length - 2))
  for (let i = 0; i < found.length; i++) {
    found[i] = mix(Math.imul(hashes[i] ?? 0, 3) ^ Math.imul(hashes[i + 1] ?? 0, 5) ^ Math.imul(hashes[i + 2] ?? 0, 7))
  }
  return found
}

/** Numbers of which two texts share one if they are nearly the same, and hardly ever otherwise: bands of a MinHash. */
export function bandsOf(text: string): number[] {
  const shingles = triples(wordsIn(text))
  if (shingles.length === 0) return []
  return Array.from({ length: bandCount }, (_, band) => {
    let key = band + 1
    for (let row = 0; row < rows; row++) {
      const mask = Math.imul(band * rows + row + 1, 0x9e3779b1) | 1
      let least = 0x7fffffff
      for (const shingle of shingles) {
        const value = mix(shingle ^ mask) & 0x7fffffff
        if (value < least) least = value
      }
      key = Math.imul(key, 31) ^ least
    }
    return mix(key)
  })
}

/** Texts shorter than this, in words, are like too many others. */
const fewestWords = 40
/** From here on somebody should look whether one is a copy of the other. */
const leastSame = 0.6
const leastWithin = 0.85

export type Likeness = {
  /** The share of the words of both that stand in the other, with the words around them. */
  same: number
  /** The share of the shorter one's words that stand in the longer one. */
  within: number
}

/** Undefined unless one is probably a copy of the other, or of a part of it. */
export function likenessOf(a: string, b: string): Likeness | undefined {
  const [first, second] = [wordsIn(a), wordsIn(b)]
  if (Math.min(first.length, second.length) < fewestWords) return undefined
  const [inFirst, inSecond] = [triples(first), triples(second)]
  const covered = [coveredBy(inFirst, new Set(inSecond)), coveredBy(inSecond, new Set(inFirst))] as const
  const same = (covered[0] + covered[1]) / (first.length + second.length)
  const within = Math.max(covered[0] / first.length, covered[1] / second.length)
  return same >= leastSame || within >= leastWithin ? { same, within } : undefined
}

/** How many words stand in three that the other text has as well. */
function coveredBy(shingles: Int32Array, others: ReadonlySet<number>): number {
  let count = 0
  let until = 0
  for (const [i, shingle] of shingles.entries()) {
    if (!others.has(shingle)) continue
    count += i + 3 - Math.max(until, i)
    until = i + 3
  }
  return count
}
