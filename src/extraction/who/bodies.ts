import { nationalities, places } from '../lexicon/offices.ts'
import { weekdays } from '../lexicon/small-words.ts'
import { mensNames, organisationWords, outletWords, roleWords, womensNames } from '../lexicon/source-words.ts'
import type { Token } from '../reading/token.ts'

export const publications = new Set([
  'newspaper',
  'paper',
  'broadcaster',
  'magazine',
  'outlet',
  'channel',
  'station',
  'website',
  'site',
  'programme',
  'daily',
  'weekly',
  'agency',
])

export const companies = new Set([
  'company',
  'firm',
  'business',
  'manufacturer',
  'retailer',
  'carmaker',
  'airline',
  'chain',
])

/** Fewer names are such a body's: only the last sentence's subject is meant. */
const rarer = new Set(
  'charity broker brokerage developer insurer lender operator supermarket start-up startup'.split(' '),
)

/** "carmaker", "battery maker", but not "peacemaker" nor "film maker": a company, and no person's trade. */
export function makesGoods(maker: string, before: Token | undefined): boolean {
  const [, goods, kind] = /^(.*?)-?(maker|builder)$/.exec(maker) ?? []
  if (goods) return manufactured.has(goods) || (goods === 'home' && kind === 'builder')
  return kind !== undefined && before?.tag === 'NOUN' && !trades.has(before.lower)
}

const manufactured = new Set(
  'car auto chip drug plane aircraft toy phone truck bus tyre tire steel paper engine battery ship boat yacht house train bike tool glass vaccine arms gun shoe tractor turbine cigarette furniture van lorry robot rocket satellite wagon tram lift'.split(
    ' ',
  ),
)
const trades = new Set(
  'peace law film king home dress match trouble mischief policy decision opinion body empire'.split(' '),
)

/** Not only outlets have these: a ministry's paper, a party's programme. */
const ofAnybody = new Set(['paper', 'site', 'programme'])

/** Names that nothing shows to be anybody's but what stands beside them: for "the company" or "the station" to mean. */
export class Bodies {
  readonly #times = new Map<string, number>()
  /** By their first words, the names in the text, but for what only a sentence's beginning shows: "Trains" is none. */
  readonly #names = new Map<string, string>()
  #told: string | undefined
  /** The last that was a sentence's subject, and how many sentences ago. */
  #subject: { name: string; ago: number } | undefined

  /** `isPerson`: whether the text has named somebody so. */
  notice(text: string, tokens: readonly Token[], isPerson: (name: string) => boolean) {
    this.#noticeSubject(text, tokens, isPerson)
    for (let at = 1; at < tokens.length; at++) {
      if (!isCapital(tokens[at]) || isCapital(tokens[at - 1])) continue
      let to = at + 1
      while (isCapital(tokens[to])) to++
      const words = tokens.slice(at, to)
      if (words.length < 4 && !words.some(isOtherwise) && !isPerson(words.at(-1)!.lower)) {
        const name = text.slice(words[0]!.start, words.at(-1)!.end)
        this.#keep(name)
        if (isToldTo(tokens, at)) this.#told = name
        else if (words.length === 1 && standsAsBody(tokens, at)) this.#times.set(name, (this.#times.get(name) ?? 0) + 1)
      }
      at = to
    }
  }

  /** "Lumen disputes nearly all of it.": who does something at a sentence's beginning. */
  #noticeSubject(text: string, tokens: readonly Token[], isPerson: (name: string) => boolean) {
    if (this.#subject) this.#subject.ago++
    let to = 0
    while (isCapital(tokens[to]) || (to > 0 && /^\p{Lu}\p{Ll}/u.test(tokens[to]?.text ?? ''))) to++
    const words = tokens.slice(0, to)
    const next = tokens[to]
    // "Lumen disputes this": the tagger takes many a verb for a noun.
    const acts = !!next && (/^(?:VERB|AUX|ADV)$/.test(next.tag) || /^\p{Ll}+[^\P{Ll}s]s$/u.test(next.text))
    if (to < 1 || to > 3 || !acts || next.quote >= 0) return
    if (words.some(isOtherwise) || isPerson(words.at(-1)!.lower)) return
    const name = text.slice(words[0]!.start, words.at(-1)!.end)
    if (to > 1) this.#keep(name)
    const known = this.#names.get(words[0]!.text)
    if (known === undefined || (to > 1 && known !== name)) return
    this.#subject = { name: known, ago: 0 }
  }

  /** The longest by each first word: "Lumen Learning" for "Lumen". */
  #keep(name: string) {
    const [first = name] = name.split(' ')
    if ((this.#names.get(first)?.length ?? 0) <= name.length) this.#names.set(first, name)
  }

  /** Whom "the website" or "the company" means, where no body is known: the one last told, or named the most. */
  meant(head: string): { name: string; kind: 'outlet' | 'organisation' } | undefined {
    if (publications.has(head) && !ofAnybody.has(head))
      return this.#told === undefined ? undefined : { name: this.#told, kind: 'outlet' }
    if (!companies.has(head) && !rarer.has(head)) return undefined
    if (this.#subject && this.#subject.ago <= 1) return { name: this.#subject.name, kind: 'organisation' }
    if (rarer.has(head)) return undefined
    const [most] = [...this.#times].sort((a, b) => b[1] - a[1])
    return most && { name: most[0], kind: 'organisation' }
  }
}

/** "The company", "the station". */
export function isBareBody([the, noun, ...rest]: readonly Token[]): boolean {
  return (
    the?.lower === 'the' &&
    !!noun &&
    rest.length === 0 &&
    (publications.has(noun.lower) || companies.has(noun.lower) || rarer.has(noun.lower))
  )
}

function isCapital(token: Token | undefined): boolean {
  return token?.tag === 'PROPN' && token.quote < 0 && /^\p{Lu}/u.test(token.text)
}

function isOtherwise({ lower }: Token): boolean {
  return (
    places.has(lower) ||
    nationalities.has(lower) ||
    weekdays.has(lower) ||
    roleWords.has(lower) ||
    mensNames.has(lower) ||
    womensNames.has(lower) ||
    (organisationWords.has(lower) && !outletWords.has(lower))
  )
}

/** "told Radio Platteland that", "told the daily Le Matin that". */
function isToldTo(tokens: readonly Token[], at: number): boolean {
  const before = tokens.slice(Math.max(0, at - 4), at)
  const told = before.findLastIndex(({ lower }) => lower === 'told')
  return (
    told >= 0 &&
    before.slice(told + 1).every(({ lower, tag }) => lower === 'the' || publications.has(lower) || tag === 'ADJ')
  )
}

/** "an attack on Carewell,", "Carewell’s chief executive", but not "in Carewell". */
function standsAsBody(tokens: readonly Token[], at: number): boolean {
  const [before, next] = [tokens[at - 1]!, tokens[at + 1]]
  if (/^(?:in|near|to|from|outside|around|through|mrs?|ms|dr)\.?$/.test(before.lower)) return false
  return next?.tag === 'POSS' || /^(?:on|at|by|with|for|of|against)$/.test(before.lower)
}
