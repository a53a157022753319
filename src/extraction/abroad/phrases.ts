import type { HopSource } from '../statement.ts'
import type { Pack } from './pack.ts'

/** A speaker as the text calls them, in UTF-16 units. */
export type Phrase = { start: number; end: number; words: Word[]; isPronoun: boolean }
type Word = { text: string; isInside: boolean; isArticle: boolean }

const longest = 140
const mostWords = 10
const abbreviation = /^(?:M|Mme|Dr|Prof|Sr|Sra|St|D)$/u
const elided = /^[dlDL][’']/u

/** Reads who speaks from a place on: an article, adjectives, a noun or a name, and what belongs to it. */
export class Phrases {
  readonly #pack: Pack
  readonly #segmenter: Intl.Segmenter
  readonly #articles: ReadonlySet<string>
  readonly #inside: ReadonlySet<string>
  readonly #stops: ReadonlySet<string>
  readonly #pronouns: ReadonlySet<string>
  readonly #offices: ReadonlySet<string>

  constructor(pack: Pack) {
    this.#pack = pack
    this.#segmenter = new Intl.Segmenter(pack.language, { granularity: 'word' })
    this.#articles = new Set(pack.articles)
    this.#inside = new Set(pack.inside)
    this.#stops = new Set(pack.stops)
    this.#pronouns = new Set(pack.pronouns)
    this.#offices = new Set(pack.offices)
  }

  /** With `isBare`, a small noun may stand without an article: "según fuentes policiales". */
  read(text: string, at: number, limit: number, { isBare = false } = {}): Phrase | undefined {
    const words: Word[] = []
    let [start, end, kept] = [at, at, 0]
    let [hasNoun, hasName, last] = [false, false, '']
    for (const { segment, index, isWordLike } of this.#segmenter.segment(
      text.slice(at, Math.min(limit, at + longest)),
    )) {
      if (/^[ \u00a0]+$/.test(segment)) continue
      if (!isWordLike) {
        if (segment === '-' && last !== '') continue
        if (segment === '.' && abbreviation.test(last)) continue
        break
      }
      const small = segment.toLocaleLowerCase(this.#pack.language)
      const isCapital = /^\p{Lu}/u.test(segment.replace(elided, ''))
      const isFirst = words.length === 0
      if (isFirst) start = at + index
      if (isFirst && this.#pronouns.has(small) && !isCapital)
        return {
          start,
          end: start + segment.length,
          words: [{ text: segment, isInside: false, isArticle: false }],
          isPronoun: true,
        }
      const isSmall = !isCapital || beginsSentence(text, start)
      if (isFirst && isCapital && isSmall && this.#stops.has(small) && !this.#articles.has(small)) return undefined
      const isArticle = isFirst && isSmall && (this.#articles.has(small) || (elided.test(segment) && !isCapital))
      const isInside = !isFirst && (this.#inside.has(small) || elided.test(segment))
      if (!isArticle && !isInside && !isCapital) {
        if (this.#stops.has(small)) break
        const mayBeNoun = this.#pack.smallNouns && !hasName && (!isFirst || isBare)
        const mayBeAdjective = !this.#pack.smallNouns && !hasNoun && words.length > 0
        if (!mayBeNoun && !mayBeAdjective) break
      }
      words.push({ text: segment, isInside, isArticle })
      last = segment
      if (words.length > mostWords) return undefined
      if (isInside && !elided.test(segment)) continue
      if (isArticle && !elided.test(segment)) continue
      const isNoun = this.#pack.smallNouns || isCapital
      if (!isNoun) continue
      hasNoun = true
      hasName ||= isCapital && !isInside
      kept = words.length
      end = at + index + segment.length
    }
    return kept === 0 ? undefined : { start, end, words: words.slice(0, kept), isPronoun: false }
  }

  /** What the text says of who speaks; `before` is who spoke last, for pronouns. */
  source(text: string, phrase: Phrase, before: HopSource | undefined): Omit<HopSource, 'start' | 'end'> {
    const mention = text.slice(phrase.start, phrase.end)
    if (phrase.isPronoun) {
      if (before?.anonymity === 'named') return { ...before, mention }
      return { ...described(mention), kind: 'person' }
    }
    const nameFrom = this.#nameFrom(phrase.words)
    if (nameFrom === undefined) return described(mention)
    const name = phrase.words.slice(nameFrom).map((word) => word.text)
    const role = phrase.words
      .slice(0, nameFrom)
      .filter(({ isArticle }) => !isArticle)
      .map((word) => word.text)
    const isPerson = role.length > 0 || name.length > 1
    return {
      name: joined(text, phrase, name),
      mention,
      kind: isPerson ? 'person' : 'organisation',
      role: role.length > 0 ? role.join(' ') : null,
      anonymity: 'named',
    }
  }

  /** Where the name begins among the words; undefined for a mere description. */
  #nameFrom(words: readonly Word[]): number | undefined {
    const hasArticle = words[0]?.isArticle ?? false
    const { officeEnds } = this.#pack
    const isOffice = (word: string) => this.#offices.has(word) || (officeEnds?.test(word) ?? false)
    let from = words.length
    while (from > 0 && isNameLike(words[from - 1]!, isOffice)) from--
    while (words[from]?.isInside) from++
    if (from >= words.length) return undefined
    const isOf = from > 0 && (words[from - 1]!.isInside || elided.test(words[from]!.text))
    if (isOf) return undefined
    if (this.#pack.smallNouns) return from
    const count = words.length - from
    const follows = from > 0 && !words[from - 1]!.isArticle
    return hasArticle && count < 2 && !follows ? undefined : from
  }
}

/** Elsewhere a capital says that the word belongs to a name: "selon Le Monde". */
function beginsSentence(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - 6), at)
  const last = before.trimEnd().at(-1)
  return last === undefined || before.trimEnd().length < before.lastIndexOf('\n') + 1 || '.!?:…»”“„"«'.includes(last)
}

function isNameLike({ text, isInside, isArticle }: Word, isOffice: (word: string) => boolean): boolean {
  if (isArticle || isOffice(text)) return false
  return isInside ? /^(?:von|van|de|der|zu|y)$/u.test(text) : /^\p{Lu}/u.test(text)
}

/** As it is written, with its hyphens. */
function joined(text: string, { end }: Phrase, name: readonly string[]): string {
  const from = text.lastIndexOf(name[0] ?? '', end)
  const written = text.slice(from, end)
  return written.split(/[\s-]+/).length >= name.length ? written : name.join(' ')
}

function described(mention: string): Omit<HopSource, 'start' | 'end'> {
  return { name: null, mention, kind: 'unknown', role: null, anonymity: 'described', description: mention }
}
