import type { Span } from '../statement.ts'
import { unseen } from './lines.ts'

/** A text as it is read: paragraphs on one line each, without what only its pages, mails and screens needed. */
export type Prose = {
  text: string
  /** The place in the text as it was given; in pieces where a page's head or foot lies between. */
  placesOf: (span: Span) => Span[]
}

/** A stretch of the written text, and where it stood in the given one. */
type Stretch = { at: number; from: number; length: number }

/** A text put together from stretches of another one, which tells where each of its places stood. */
export class WrittenText {
  readonly #given: string
  readonly #parts: string[] = []
  readonly #stretches: Stretch[] = []
  readonly #cuts: number[] = []
  #length = 0

  constructor(given: string) {
    this.#given = given
  }

  /** Copies words of the given text, without marks that nobody sees. */
  copy(from: number, to: number) {
    const words = this.#given.slice(from, to)
    let done = 0
    for (const { index, 0: mark } of words.matchAll(unseen)) {
      this.#copyPlain(from + done, from + index)
      done = index + mark.length
    }
    this.#copyPlain(from + done, to)
  }

  #copyPlain(from: number, to: number) {
    if (to <= from) return
    this.#stretches.push({ at: this.#length, from, length: to - from })
    this.add(this.#given.slice(from, to))
  }

  /** Adds what stands nowhere in the given text. */
  add(words: string) {
    this.#parts.push(words)
    this.#length += words.length
  }

  /** Takes back the last character copied: a hyphen at a line's end. */
  dropLast() {
    const [last, stretch] = [this.#parts.at(-1), this.#stretches.at(-1)]
    if (!last || !stretch) return
    this.#parts[this.#parts.length - 1] = last.slice(0, -1)
    stretch.length--
    this.#length--
    if (stretch.length === 0) this.#stretches.pop()
  }

  /** Marks that words of no statement lie between what was copied and what comes. */
  cut() {
    this.#cuts.push(this.#length)
  }

  asProse(): Prose {
    return { text: this.#parts.join(''), placesOf: (span) => this.#placesOf(span) }
  }

  #placesOf({ start, end }: Span): Span[] {
    const places: Span[] = []
    let from = start
    for (let at = firstAbove(this.#cuts, start); (this.#cuts[at] ?? end) < end; at++) {
      places.push(this.#placeOf(from, this.#cuts[at]!))
      from = this.#cuts[at]!
    }
    places.push(this.#placeOf(from, end))
    return places.filter((place) => place.end > place.start)
  }

  #placeOf(start: number, end: number): Span {
    return { start: this.#first(start), end: this.#last(end) }
  }

  /** Where the first character at or after this place stood. */
  #first(at: number): number {
    const index = this.#stretchBefore(at)
    const stretch = this.#stretches[index]
    if (stretch && at < stretch.at + stretch.length) return stretch.from + at - stretch.at
    return this.#stretches[index + 1]?.from ?? this.#given.length
  }

  /** Where the last character before this place ended. */
  #last(at: number): number {
    const stretch = this.#stretches[this.#stretchBefore(at - 1)]
    return stretch ? stretch.from + Math.min(at - stretch.at, stretch.length) : 0
  }

  #stretchBefore(at: number): number {
    let [low, high] = [0, this.#stretches.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if (this.#stretches[middle]!.at <= at) low = middle + 1
      else high = middle
    }
    return low - 1
  }
}

function firstAbove(sorted: readonly number[], least: number): number {
  let [low, high] = [0, sorted.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (sorted[middle]! <= least) low = middle + 1
    else high = middle
  }
  return low
}
