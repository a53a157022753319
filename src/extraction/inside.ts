import type { Draft, Surroundings } from './drafts.ts'
import { peopleWords } from './lexicon/offices.ts'
import { isSourceWord } from './lexicon/source-words.ts'
import { readInner } from './reading/inner.ts'
import type { Quotation } from './reading/quotations.ts'
import type { Token } from './reading/token.ts'
import type { Statement } from './statement.ts'
import { reportedIn } from './turns/spoken.ts'
import { findVerbGroups } from './verb-groups.ts'
import { People } from './who/people.ts'

/** Shorter quotations pass on nothing. */
const fewest = 6

/** A longer chain than this is not news but noise. */
const most = 8

/** What a quotation tells of others: "“The doctor says he can play,” said Moen" is the doctor's, through Moen. */
export class Inside {
  readonly #around: Surroundings
  readonly #quotations: readonly Quotation[]

  /** Whom a speaker means by “she” is somebody of their own words, and nobody of the reporter's. */
  constructor(quotations: readonly Quotation[], around: Surroundings) {
    this.#quotations = quotations
    this.#around = { ...around, people: new People(around.text) }
  }

  /** Of each statement with the draft it was made from. */
  *reported(drafts: readonly Draft[], made: readonly Statement[]): Generator<Statement> {
    for (const [at, { content, tokens }] of drafts.entries()) {
      const words = tokens.filter(
        ({ start, end, quote }) => quote >= 0 && content.some((piece) => start >= piece.start && end <= piece.end),
      )
      const { mode, act } = made[at]!
      if (mode === 'direct' && act !== 'denies') yield* this.reportedIn(words, made[at]!)
    }
  }

  *reportedIn(words: readonly Token[], { hops }: Statement): Generator<Statement> {
    for (const [quote, quoted] of Map.groupBy(words, (token) => token.quote)) {
      const quotation = this.#quotations[quote]
      if (!quotation || quoted.length < fewest) continue
      const inner = readInner(this.#around.text, quotation, quoted)
      for (const statement of reportedIn(inner.words, this.#around, inner.quotations, isPassedOn))
        if (!pronoun.test(statement.hops[0]?.source.name ?? '') && statement.hops.length + hops.length <= most)
          yield { ...statement, hops: [...statement.hops, ...hops] }
    }
  }
}

/** Before it: "if the doctor says", "it is a lie that she said", "no doctor said": that nobody may have said so. */
const unsaid =
  /^(?:if|unless|whether|suppose|supposing|imagine|lie|lies|false|untrue|not|never|no|nobody|none|neither|nor|nothing|did|didn’t|didn't)$/

/** What words and stories say: "the old saying says", "experience tells us". */
const tellsNothing =
  /^(?:saying|proverb|legend|history|experience|sense|watch|voice|bible|scripture|film|movie|novel|play|song)$/

const saying =
  /^(?:said|says?|told|tells?|asked|asks|wrote|writes|warned|warns|reported|reports|informed|assured|confirmed|promised|replied|announced|admitted|testified|according|ordered|swore)$/
/** "People say", "no matter what anyone says": nobody in particular. */
const anybody = /^(?:people|they|anyone|anybody|everyone|everybody|someone|somebody|nobody|it|folks|others|some|many)$/

/** In a quotation much is called said that nobody said; what stands is told of somebody with a plain verb. */
function isPassedOn({ addressee, cueWord, cueRange, sourceRange, tokens, content, rule }: Draft): boolean {
  const source = sourceRange ? tokens.slice(sourceRange.from, sourceRange.to) : []
  const begins = tokens[cueRange.from]?.lower ?? ''
  const said = tokens.filter(({ start, end }) => content.some((piece) => start >= piece.start && end <= piece.end))
  const isWhole = rule !== 'clause without that' || (isClause(said) && tokens[cueRange.to]?.text !== ',')
  return (
    isWhole &&
    saying.test(cueWord) &&
    !tokens.slice(0, cueRange.from).some(({ lower }) => unsaid.test(lower)) &&
    !/^(?:to|not|would|could|might|may|should|can|will|let)$/.test(begins) &&
    source.length > 0 &&
    !source.some(({ lower }) => tellsNothing.test(lower)) &&
    !(source.length === 1 && anybody.test(source[0]!.lower)) &&
    source.at(-1)?.tag !== 'NUM' &&
    (!/^(?:tell|told)/.test(cueWord) ||
      (addressee !== undefined && isSomebody(tokens.slice(addressee.from, addressee.to)))) &&
    !(cueWord === 'say' && /^(?:an?|one)$/.test(source[0]!.lower)) &&
    said.length > 2
  )
}

/** "told my wife", but not "tells the truth". */
function isSomebody(words: readonly Token[]): boolean {
  return words.some(
    ({ lower, tag }) => tag === 'PROPN' || tag === 'PRON' || isSourceWord(lower) || peopleWords.has(lower),
  )
}

/** A pronoun that the quotation does not explain tells nobody. */
const pronoun = /^(?:he|she|they)$/i

/** "He has said it over and over, he is proud" holds no clause that is said. */
function isClause(words: readonly Token[]): boolean {
  const verb = findVerbGroups(words).find(({ form }) => form === 'finite')
  return verb !== undefined && verb.from < 12 && !words.slice(0, verb.from).some(({ text }) => text === ',')
}
