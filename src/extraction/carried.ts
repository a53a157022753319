import { emptyHop } from './chains.ts'
import { measured } from './confidence.ts'
import type { Draft, Surroundings } from './drafts.ts'
import type { Quotation } from './reading/quotations.ts'
import type { Token } from './reading/token.ts'
import type { Statement } from './statement.ts'

/** Paragraphs that belong to one another: a colon before a quotation of its own, and who signed it behind it. */
export function* joinBlocks(paragraphs: Iterable<Token[]>, isSpoken: (at: number) => boolean): Generator<Token[]> {
  let held: Token[] | undefined
  for (const paragraph of paragraphs) {
    if (held && !isSpoken(paragraph[0]!.start) && (introduces(held, paragraph) || signs(held, paragraph))) {
      held = [...held, ...paragraph]
      continue
    }
    if (held) yield held
    held = paragraph
  }
  if (held) yield held
}

/** A block longer than this is read by itself. */
const longest = 400

function introduces(before: readonly Token[], next: readonly Token[]): boolean {
  const last = before.at(-1)
  return last?.text === ':' && last.quote < 0 && before.length < longest && next[0]!.quote >= 0
}

function signs(before: readonly Token[], next: readonly Token[]): boolean {
  const [dash, name] = [next[0]!, next[1]]
  return (
    before.length < longest &&
    before.at(-1)!.quote >= 0 &&
    /^(?:[–—―-]|--)$/.test(dash.text) &&
    !!name &&
    /^[\p{Lu}@]/u.test(name.text) &&
    next.length < 16
  )
}

/** Gives a quotation without a speaker to the one who spoke before it. */
export class Carrying {
  readonly #quotations: readonly Quotation[]
  readonly #around: Surroundings
  #last: Statement | undefined
  #before: Statement | undefined
  #quoted = false

  constructor(quotations: readonly Quotation[], around: Surroundings) {
    this.#quotations = quotations
    this.#around = around
  }

  openParagraph() {
    this.#before = this.#last
    this.#last = undefined
  }

  note(found: readonly Draft[], made: readonly Statement[]) {
    if (made.length === 0) return
    const quoted = found.findLastIndex(({ rule }) => quoting.has(rule))
    this.#quoted = quoted >= 0
    this.#last = made[quoted] ?? made.at(-1)
  }

  /** The statement that a sentence of nothing but quotation belongs to: in the same paragraph the one before it. */
  takes(sentence: readonly Token[], statements: Statement[]): Statement | undefined {
    const place = { start: sentence[0]!.start, end: sentence.at(-1)!.end }
    const goesOn = (this.#quotations[sentence[0]!.quote]?.continues ?? -1) >= 0
    const same = this.#last ?? (goesOn ? this.#before : undefined)
    if (same) {
      same.content.push(...this.#around.spans(place))
      this.#last = same
      return same
    }
    const origin = this.#before?.hops[0]?.source
    if (
      !this.#before ||
      !origin ||
      !this.#quoted ||
      origin.anonymity === 'unstated' ||
      sentence.length < fewest ||
      isTitled(sentence)
    )
      return undefined
    const carried = this.#carriedFrom(this.#before, place)
    statements.push(carried)
    this.#last = carried
    return carried
  }

  #carriedFrom(before: Statement, place: { start: number; end: number }): Statement {
    const [hop = emptyHop()] = before.hops
    return {
      content: this.#around.spans(place),
      cue: [],
      source: [],
      mode: 'direct',
      act: 'says',
      polarity: 'positive',
      hedge: null,
      rule: 'quotation carried over',
      reason: 'a quotation alone in its paragraph; the speaker of the one before it',
      confidence: measured['quotation carried over'],
      hops: [
        { ...emptyHop(), source: { ...hop.source, mention: null, start: null, end: null } },
        ...before.hops.slice(1),
      ],
    }
  }
}

/** "‘All Bets Are Off’", alone in its paragraph, heads what follows. */
function isTitled(sentence: readonly Token[]): boolean {
  const words = sentence.filter(({ text }) => /^\p{L}{4,}/u.test(text))
  return sentence.length < longestTitle && words.length > 1 && words.every(({ text }) => /^\p{Lu}/u.test(text))
}

const longestTitle = 16

const quoting = new Set<string>([
  'quotation before the speaker',
  'speaker before a quotation',
  'name beside a quotation',
])
const fewest = 4
