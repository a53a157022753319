import fs from 'node:fs'
import type { Db } from '../database/connect.ts'

/*
 * What sentences mean, by the words that stand near theirs in other texts (GloVe, English, packed by `npm run
 * word-vectors`). A sentence is the mean of its words' vectors, rare words counting more, less what all sentences have
 * in common. Each claim is a hundred numbers in memory, whose signs find some that may mean the same.
 */

const size = 100
const signs = 4
/** From here to a vector of length one. */
const scale = 300

export type Words = { at: Map<string, number>; vectors: Int8Array; common: Float64Array }

/** The file that `packWords` wrote; undefined where there is none. */
export function readWords(file: string): Words | undefined {
  if (!fs.existsSync(file)) return undefined
  const bytes = fs.readFileSync(file)
  const head = bytes.indexOf('\n')
  const { words, listed } = JSON.parse(bytes.toString('utf8', 0, head)) as { words: number; listed: number }
  const list = bytes.toString('utf8', head + 1, head + 1 + listed).split('\n')
  const common = Float64Array.from({ length: size }, (_, i) => bytes.readFloatLE(head + 1 + listed + i * 4))
  const from = head + 1 + listed + size * 4
  if (list.length !== words || bytes.length !== from + words * size)
    throw new Error(`${file} is damaged: pack it again`)
  const vectors = new Int8Array(bytes.buffer, bytes.byteOffset + from, words * size)
  return { at: new Map(list.map((word, i) => [word, i])), vectors, common }
}

/** The words with their vectors, the most frequent first, as a file; what `sentences` have in common is kept with them. */
export function packWords(given: { word: string; vector: number[] }[], sentences: string[]): Buffer {
  const list = Buffer.from(given.map(({ word }) => word).join('\n'))
  const vectors = new Int8Array(given.length * size)
  for (const [i, { vector }] of given.entries()) put(unit(Float64Array.from(vector.slice(0, size))), vectors, i * size)
  const words = { at: new Map(given.map(({ word }, i) => [word, i])), vectors, common: new Float64Array(size) }
  const common = mainDirection(sentences.map((sentence) => meanOf(words, sentence)))
  const head = Buffer.from(`${JSON.stringify({ words: given.length, listed: list.length })}\n`)
  return Buffer.concat([head, list, Buffer.from(Float32Array.from(common).buffer), Buffer.from(vectors.buffer)])
}

function mainDirection(means: Float64Array[]): Float64Array {
  let direction = unit(new Float64Array(size).fill(1))
  for (let round = 0; round < 20; round++) {
    const next = new Float64Array(size)
    for (const mean of means) add(next, mean, dot(mean, direction))
    direction = unit(next)
  }
  return direction
}

const wordsOf = (text: string) =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu) ?? []

/** How rare the word of this rank is, from 0 to 1: its share of a text is about one in its rank. */
const rarity = (rank: number) => 1e-3 / (1e-3 + 1 / ((rank + 2.7) * 13))

function meanOf({ at, vectors }: Words, text: string): Float64Array {
  const mean = new Float64Array(size)
  for (const word of wordsOf(text)) {
    const rank = at.get(word)
    if (rank === undefined) continue
    const weight = rarity(rank)
    for (let i = 0; i < size; i++) mean[i] = (mean[i] ?? 0) + weight * (vectors[rank * size + i] ?? 0)
  }
  return unit(mean)
}

export function meaningOf(words: Words, text: string): Float64Array {
  const mean = meanOf(words, text)
  add(mean, words.common, -dot(mean, words.common))
  return unit(mean)
}

function dot(one: Float64Array, other: Float64Array): number {
  let sum = 0
  for (let i = 0; i < size; i++) sum += (one[i] ?? 0) * (other[i] ?? 0)
  return sum
}

function add(to: Float64Array, vector: Float64Array, times: number): void {
  for (let i = 0; i < size; i++) to[i] = (to[i] ?? 0) + times * (vector[i] ?? 0)
}

function unit(vector: Float64Array): Float64Array {
  const length = Math.sqrt(dot(vector, vector)) || 1
  return vector.map((value) => value / length)
}

function put(vector: Float64Array, into: Int8Array, from: number): void {
  for (let i = 0; i < size; i++) into[from + i] = Math.max(-127, Math.min(127, Math.round((vector[i] ?? 0) * scale)))
}

const small = new Set(
  'the a an of to in that is are was were and or but for on with as at by from it its he she they we i you his her their our my this these those be been has have had will would s t'.split(
    ' ',
  ),
)

/** How well each word of a sentence is matched by one of another, and the other way round, from 0 to 1. */
export function matchingInMeaning(words: Words, sentence: string): (other: string) => number {
  const own = wordsToMatch(words, sentence)
  return (other) => {
    const others = wordsToMatch(words, other)
    return Math.min(matched(own, others), matched(others, own))
  }
}

type ToMatch = { word: string; weight: number; vector: Int8Array | undefined }

function wordsToMatch({ at, vectors }: Words, text: string): ToMatch[] {
  return [...new Set(wordsOf(text))]
    .filter((word) => !small.has(word))
    .map((word) => {
      const rank = at.get(word)
      const vector = rank === undefined ? undefined : vectors.subarray(rank * size, (rank + 1) * size)
      return { word, weight: rarity(rank ?? at.size), vector }
    })
}

function matched(all: ToMatch[], others: ToMatch[]): number {
  let [sum, mass] = [0, 0]
  for (const { word, weight, vector } of all) {
    let best = 0
    for (const other of others) {
      const near = word === other.word ? 1 : vector && other.vector ? nearnessOf(vector, other.vector) : 0
      if (near > best) best = near
    }
    sum += weight * best
    mass += weight
  }
  return sum / (mass || 1)
}

function nearnessOf(one: Int8Array, other: Int8Array): number {
  let sum = 0
  for (let i = 0; i < size; i++) sum += (one[i] ?? 0) * (other[i] ?? 0)
  return sum / scale ** 2
}

/** Of so many claims with the most signs in common the numbers are compared. */
const mostCompared = 6000
/** So many are read at once, in about ten milliseconds: whoever asks for a page meanwhile is served between two. */
const perRead = 250
/** Of more claims than these the newest are kept, in about 40 MB. */
const mostKept = 300_000
/** A transaction may store a claim, or its new words, a little after a later one. */
const lookBack = 100

/** The meanings of a database's claims, in memory: 116 bytes each. */
export class ClaimMeanings {
  readonly words: Words
  readonly #most: number
  #ids: number[] = []
  #places = new Map<number, number>()
  #next = 0
  #numbers: Int8Array
  #signs: Uint32Array
  #last = { claim: 0, event: 0 }
  #first: Promise<boolean> = Promise.resolve(false)
  #reading: Promise<void> | undefined

  constructor(words: Words, most = mostKept) {
    this.words = words
    this.#most = most
    this.#numbers = new Int8Array(Math.min(1024, most) * size)
    this.#signs = new Uint32Array(Math.min(1024, most) * signs)
  }

  get count(): number {
    return this.#ids.length
  }

  /** Reads all claims, and later what is new. */
  read(db: Db): Promise<void> {
    if (!this.#reading) {
      this.#first = this.#readFirst(db)
      this.#reading = this.#first
        .then(async (isMore) => {
          while (isMore) isMore = await this.#readMore(db)
        })
        .finally(() => (this.#reading = undefined))
    }
    return this.#reading
  }

  /** As `read`, but the rest of very many is read after it has answered. */
  async readSome(db: Db): Promise<void> {
    this.read(db).catch(() => undefined)
    await this.#first
  }

  async #readFirst(db: Db): Promise<boolean> {
    if (this.#last.claim > 0) {
      await this.#readEdited(db)
      return this.#readMore(db, this.#last.claim - lookBack)
    }
    const [last] = await db.$queryRaw<{ event: number; before: number }[]>`
      SELECT coalesce((SELECT max("id") FROM "Event"), 0)::int AS "event",
        coalesce((SELECT "id" FROM "Claim" ORDER BY "id" DESC OFFSET ${this.#most} LIMIT 1), 0)::int AS "before"`
    this.#last.event = last?.event ?? 0
    return this.#readMore(db, last?.before ?? 0)
  }

  async #readEdited(db: Db): Promise<void> {
    const [since] = await db.$queryRaw<{ last: number; edited: number[] }[]>`
      SELECT coalesce(max("id"), 0)::int AS "last",
        coalesce(array_agg("claimId") FILTER (WHERE "action" = 'claim_edited' AND "claimId" IS NOT NULL), '{}') AS "edited"
      FROM "Event" WHERE "id" > ${this.#last.event - lookBack}`
    const edited = (since?.edited ?? []).filter((id) => this.#places.has(id))
    if (edited.length > 0) {
      const rows = await db.$queryRaw<{ id: number; sentence: string }[]>`
        SELECT "id", "sentence" FROM "Claim" WHERE "id" = ANY (${edited}::int[])`
      for (const { id, sentence } of rows) this.#set(id, sentence)
    }
    this.#last.event = Math.max(this.#last.event, since?.last ?? 0)
  }

  /** Whether there may be more. */
  async #readMore(db: Db, from = this.#last.claim): Promise<boolean> {
    const rows = await db.$queryRaw<{ id: number; sentence: string }[]>`
      SELECT "id", "sentence" FROM "Claim" WHERE "id" > ${from} ORDER BY "id" LIMIT ${perRead}`
    for (const { id, sentence } of rows) this.#set(id, sentence)
    this.#last.claim = Math.max(this.#last.claim, rows.at(-1)?.id ?? 0)
    return rows.length === perRead
  }

  #set(id: number, sentence: string): void {
    const place = this.#places.get(id) ?? this.#take(id)
    const meaning = meaningOf(this.words, sentence)
    put(meaning, this.#numbers, place * size)
    this.#signs.set(signsOf(meaning), place * signs)
  }

  /** A place for a claim: a new one, or that of the one kept longest. */
  #take(id: number): number {
    const place = this.#next
    this.#next = (place + 1) % this.#most
    const before = this.#ids[place]
    if (before !== undefined) this.#places.delete(before)
    this.#ids[place] = id
    this.#places.set(id, place)
    if ((place + 1) * size > this.#numbers.length) this.#grow()
    return place
  }

  #grow(): void {
    const [numbers, all] = [this.#numbers, this.#signs]
    const room = Math.min(this.#most, (numbers.length / size) * 2)
    this.#numbers = new Int8Array(room * size)
    this.#numbers.set(numbers)
    this.#signs = new Uint32Array(room * signs)
    this.#signs.set(all)
  }

  /** The claims nearest in meaning, with the cosine of each. */
  nearest(text: string, most: number): { id: number; near: number }[] {
    const meaning = meaningOf(this.words, text)
    if (dot(meaning, meaning) === 0) return []
    return this.#mostSigns(signsOf(meaning))
      .map((place) => ({ id: this.#ids[place] ?? 0, near: this.#near(meaning, place) }))
      .toSorted((one, other) => other.near - one.near)
      .slice(0, most)
  }

  #near(meaning: Float64Array, place: number): number {
    let sum = 0
    for (let i = 0; i < size; i++) sum += (meaning[i] ?? 0) * (this.#numbers[place * size + i] ?? 0)
    return sum / scale
  }

  #mostSigns(wanted: Uint32Array): number[] {
    const count = this.#ids.length
    const all = this.#signs
    const [a = 0, b = 0, c = 0, d = 0] = wanted
    const apart = new Uint8Array(count)
    const tally = new Uint32Array(size + 1)
    for (let place = 0, at = 0; place < count; place++, at += signs) {
      const differ =
        bitsIn((all[at] ?? 0) ^ a) +
        bitsIn((all[at + 1] ?? 0) ^ b) +
        bitsIn((all[at + 2] ?? 0) ^ c) +
        bitsIn((all[at + 3] ?? 0) ^ d)
      apart[place] = differ
      tally[differ] = (tally[differ] ?? 0) + 1
    }
    let most = 0
    for (let sum = tally[0] ?? 0; most < size && sum < mostCompared; sum += tally[most] ?? 0) most++
    const places: number[] = []
    for (let place = 0; place < count; place++) if ((apart[place] ?? 0) <= most) places.push(place)
    return places
  }
}

function signsOf(meaning: Float64Array): Uint32Array {
  const found = new Uint32Array(signs)
  for (let i = 0; i < size; i++) if ((meaning[i] ?? 0) > 0) found[i >> 5] = (found[i >> 5] ?? 0) | (1 << (i & 31))
  return found
}

function bitsIn(word: number): number {
  let x = word - ((word >>> 1) & 0x55555555)
  x = (x & 0x33333333) + ((x >>> 2) & 0x33333333)
  return Math.imul((x + (x >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}

const known = new WeakMap<Db, ClaimMeanings>()

/** From now on claims of this database are found by their meaning, too. False where there are no vectors. */
export function useMeanings(db: Db, file: string, most?: number): boolean {
  const words = readWords(file)
  if (words) known.set(db, new ClaimMeanings(words, most))
  else known.delete(db)
  return words !== undefined
}

export function meaningsFor(db: Db): ClaimMeanings | undefined {
  return known.get(db)
}
