/** UTF-16 units, half-open. */
type Stretch = { start: number; end: number }
/** What stands at `at` of the text came from there; one unit from one unit, unless the lengths differ. */
type Origin = { at: number; length: number; from: number; to: number }

/** How a text can be rewritten: a string, or one that knows where each of its words came from. */
export type Rewritable<T> = {
  readonly length: number
  replace(pattern: RegExp, by: (match: string) => string): T
  normalize(form: 'NFC'): T
  toWellFormed(): T
  trim(): T
}

/** A text that was made of another one, its original, and knows for each of its places where that stood. */
export class Traced implements Rewritable<Traced> {
  readonly text: string
  readonly original: string
  readonly #origins: readonly Origin[]

  constructor(text: string, original: string, origins: readonly Origin[]) {
    this.text = text
    this.original = original
    this.#origins = origins
  }

  static of(original: string): Traced {
    return new Traced(original, original, [{ at: 0, length: original.length, from: 0, to: original.length }])
  }

  get length(): number {
    return this.text.length
  }

  /** One text of several that were made of the same original. */
  join(parts: readonly Traced[], between: string): Traced {
    const writing = new Writing(this)
    for (const [i, part] of parts.entries()) {
      if (i > 0) writing.add(between)
      writing.append(part)
    }
    return writing.done()
  }

  slice(start: number, end = this.length): Traced {
    const writing = new Writing(this)
    writing.copy(Math.max(0, start), Math.min(end, this.length))
    return writing.done()
  }

  /** `pattern` has the flag g. */
  replace(pattern: RegExp, by: (match: string) => string): Traced {
    const writing = new Writing(this)
    let done = 0
    for (const { index, 0: match } of this.text.matchAll(pattern)) {
      writing.copy(done, index)
      done = index + match.length
      writing.rewrite(by(match), index, done)
    }
    writing.copy(done, this.length)
    return writing.done()
  }

  /** Whatever may be composed with a letter stands in one match with it. */
  normalize(form: 'NFC'): Traced {
    return this.replace(/[\u1100-\u11FF\uA960-\uA97F\uAC00-\uD7FF]+|\P{M}?\p{M}+|[^\0-\u02FF\p{M}]/gu, (letters) =>
      letters.normalize(form),
    )
  }

  toWellFormed(): Traced {
    return new Traced(this.text.toWellFormed(), this.original, this.#origins)
  }

  trim(): Traced {
    const start = this.length - this.text.trimStart().length
    return this.slice(start, Math.max(start, this.text.trimEnd().length))
  }

  /** Begins a text that is put together from this one's stretches, from its beginning to its end. */
  write(): Writing {
    return new Writing(this)
  }

  /**
   * Where these words stood in the original: several stretches, where more than white space that is no word of this
   * text stood between them.
   */
  placesOf({ start, end }: Stretch): Stretch[] {
    const places: Stretch[] = []
    for (let i = this.originAt(start); i < this.#origins.length && this.#origins[i]!.at < end; i++) {
      const place = clip(this.#origins[i]!, start, end)
      if (!place) continue
      const last = places.at(-1)
      if (last && this.original.slice(last.end, place.from).trim() === '') last.end = Math.max(last.end, place.to)
      else places.push({ start: place.from, end: place.to })
    }
    return places
  }

  /** The number of the first origin that ends behind this place. */
  originAt(place: number): number {
    let [low, high] = [0, this.#origins.length]
    while (low < high) {
      const middle = (low + high) >> 1
      const { at, length } = this.#origins[middle]!
      if (at + length <= place) low = middle + 1
      else high = middle
    }
    return low
  }

  /** The origins of a stretch, cut to it. */
  *originsOf(start: number, end: number): Generator<Origin> {
    for (let i = this.originAt(start); i < this.#origins.length && this.#origins[i]!.at < end; i++) {
      const clipped = clip(this.#origins[i]!, start, end)
      if (clipped) yield clipped
    }
  }
}

function clip(origin: Origin, start: number, end: number): Origin | undefined {
  const from = Math.max(origin.at, start)
  const to = Math.min(origin.at + origin.length, end)
  if (from >= to) return undefined
  if (origin.to - origin.from !== origin.length) return { ...origin, at: from, length: to - from }
  return { at: from, length: to - from, from: origin.from + from - origin.at, to: origin.from + to - origin.at }
}

/** A text in the making. */
export class Writing {
  readonly #source: Traced
  readonly #parts: string[] = []
  readonly #origins: Origin[] = []
  #length = 0

  constructor(source: Traced) {
    this.#source = source
  }

  copy(start: number, end: number): void {
    this.append(this.#source, start, end)
  }

  /** Adds words of a text that was made of the same original. */
  append(other: Traced, start = 0, end = other.length): void {
    if (start >= end) return
    for (const origin of other.originsOf(start, end)) this.#note({ ...origin, at: this.#length + origin.at - start })
    this.add(other.text.slice(start, end))
  }

  /** Writes these words in place of a stretch; what they have in common with it at either end is still copied. */
  rewrite(words: string, start: number, end: number): void {
    const old = this.#source.text.slice(start, end)
    let head = 0
    while (head < Math.min(words.length, old.length) && words[head] === old[head]) head++
    let tail = 0
    while (tail < Math.min(words.length, old.length) - head && words.at(-1 - tail) === old.at(-1 - tail)) tail++
    this.copy(start, start + head)
    this.put(words.slice(head, words.length - tail), start + head, end - tail)
    this.copy(end - tail, end)
  }

  /** Adds words that stand nowhere in the original. */
  add(words: string): void {
    this.#parts.push(words)
    this.#length += words.length
  }

  done(): Traced {
    return new Traced(this.#parts.join(''), this.#source.original, this.#origins)
  }

  /** Adds words that are written otherwise here than there. */
  put(words: string, start: number, end: number): void {
    if (words === '') return
    const places = [...this.#source.originsOf(start, end)]
    const [first, last] = [places[0], places.at(-1)]
    if (first && last) this.#note({ at: this.#length, length: words.length, from: first.from, to: last.to })
    this.add(words)
  }

  #note(origin: Origin): void {
    const last = this.#origins.at(-1)
    const isExact = (one: Origin) => one.to - one.from === one.length
    if (last && last.at + last.length === origin.at && last.to === origin.from && isExact(last) && isExact(origin)) {
      last.length += origin.length
      last.to = origin.to
    } else this.#origins.push({ ...origin })
  }
}
