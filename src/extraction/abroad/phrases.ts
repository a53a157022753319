import type { HopSource, Span } from '../statement.ts'
import { matchAt, type Stretch } from './matching.ts'
import type { Pack } from './pack.ts'

/** A speaker as the text calls them, in UTF-16 units of the text as it is read. */
export type Phrase = {
  start: number
  end: number
  words: Word[]
  isPronoun: boolean
  apposition?: Stretch
  /** More than one person: “der Bürgermeister und die Ministerin”. */
  isSeveral?: boolean
}
type Word = { text: string; start: number; end: number; isInside: boolean; isArticle: boolean; isTitle?: boolean }
type Described = Omit<HopSource, 'start' | 'end'>

const longest = 140
const mostWords = 10
const abbreviation = /^(?:M|Mme|Dr|Prof|Sr|Sra|St|D|г|им|\p{Lu})$/u
const elided = /^[dlDL][’']/u
const title = /^[«"“„][ \u00a0\u202f]?(\p{L}[^«»"“”„.!?]{0,60})[»"”“]/u
const patronymic = /(?:вич|вна|ична|вича|вны|ичны|вичу|вне|ичне)$/u
const outletNoun =
  /^(?:агентств|газет|журнал$|телеканал|портал|издани|agenci|agence|(?:nachrichten)?agentur|diario|periódico|revista|cadena|journal$|quotidien|magazin|chaîne|(?:tages)?zeitung|sender$|وكال|صحيف|قنا|جريد|موقع|اذاع|مجل)/iu
const acronym = /^\p{Lu}{2,}$/u

/** “…, Hélène Cassagne, …” behind an office: two or more capitals between commas. */
const apposition =
  /,\s+(?:(?:Me|Mme|M\.|Dr\.?|don|doña|coronel|general|capitán|monseñor|fray|sor|Mgr|général|colonel|maître) )?(\p{Lu}[\p{L}’-]+(?: (?:(?:de la|de|del|von|van|der|le|y) |d’)?\p{Lu}[\p{L}’-]+){1,3})(?=\s*(?:[,.;:)(»”]|$))/u

/** Reads who speaks from a place on: an article, adjectives, a noun or a name, and what belongs to it. */
export class Phrases {
  readonly #pack: Pack
  readonly #segmenter: Intl.Segmenter
  readonly #articles: ReadonlySet<string>
  readonly #inside: ReadonlySet<string>
  readonly #stops: ReadonlySet<string>
  readonly #pronouns: ReadonlySet<string>
  readonly #offices: ReadonlySet<string>
  /** The words as the text has them. */
  readonly print: (place: Span) => string
  /** Words with a capital inside a sentence: they are names where they begin one, too. */
  readonly #names: Set<string>

  /** `print` gives the words as the text has them. */
  constructor(pack: Pack, text: string, print: (place: Span) => string) {
    this.#pack = pack
    this.print = print
    this.#names = new Set(pack.bareNouns ? text.match(/(?<=[\p{L},] )\p{Lu}[\p{L}-]+/gu) : [])
    this.#segmenter = new Intl.Segmenter(pack.language, { granularity: 'word' })
    this.#articles = new Set(pack.articles)
    this.#inside = new Set(pack.inside)
    this.#stops = new Set(pack.bareNouns ? [...pack.stops, ...pack.verbs] : pack.stops)
    this.#pronouns = new Set(pack.pronouns)
    this.#offices = new Set(pack.offices)
  }

  /** An office and its holder between commas are one; with `isBare`, a small noun may stand without an article. */
  read(text: string, at: number, limit: number, options: { isBare?: boolean } = {}): Phrase | undefined {
    const phrase = this.#readOne(text, at, limit, options)
    if (!phrase || phrase.isPronoun || text[phrase.end] !== ',') return phrase
    if (this.#pack.noCapitals) return this.#withHolder(text, phrase, limit, this.#pack.noCapitals.given)
    if (this.#nameFrom(text, phrase) !== undefined) return phrase
    const holder = matchAt(apposition, text, phrase.end, Math.min(limit, phrase.end + longest))
    if (!holder) return phrase
    const end = phrase.end + holder[0].length
    return { ...phrase, end, apposition: { start: end - holder[1]!.length, end } }
  }

  /** Where no word has a capital, a given name behind the comma tells who holds the office. */
  #withHolder(text: string, phrase: Phrase, limit: number, given: ReadonlySet<string>): Phrase {
    const holder = this.#readOne(text, phrase.end + 2, limit)
    if (!holder || text[holder.end] !== ',' || !given.has(holder.words[0]!.text)) return phrase
    if (phrase.words.some((word) => given.has(word.text))) return phrase
    return { ...phrase, end: holder.end, apposition: { start: holder.start, end: holder.end } }
  }

  /** "Según fuentes policiales": a small noun without an article. */
  #readOne(
    text: string,
    at: number,
    limit: number,
    { isBare = this.#pack.bareNouns ?? false } = {},
  ): Phrase | undefined {
    const words: Word[] = []
    let [start, end, kept, skipTo] = [at, at, 0, 0]
    let [hasNoun, hasName, last] = [false, false, '']
    for (const { segment, index, isWordLike } of this.#segmenter.segment(
      text.slice(at, Math.min(limit, at + longest)),
    )) {
      if (at + index < skipTo || /^[ \u00a0]+$/.test(segment)) continue
      const from = at + index
      const place = { start: from, end: from + segment.length }
      if (!isWordLike) {
        if (segment === '-' && last !== '') continue
        if (segment === '.' && abbreviation.test(last)) continue
        const named = this.#pack.titlesInMarks && title.exec(text.slice(from, Math.min(limit, from + 64)))
        if (!named || named[1]!.trim().split(/\s+/).length > 4) break
        skipTo = end = from + named[0].length
        if (words.length === 0) start = from
        words.push({ text: named[0], start: from, end, isInside: false, isArticle: false, isTitle: true })
        kept = words.length
        last = ''
        continue
      }
      const small = segment.toLowerCase()
      const isCapital = /^\p{Lu}/u.test(segment.replace(elided, ''))
      const isFirst = words.length === 0
      if (isFirst) start = from
      if (isFirst && this.#pronouns.has(small) && !isCapital)
        return {
          start,
          end: place.end,
          words: [{ ...place, text: segment, isInside: false, isArticle: false }],
          isPronoun: true,
        }
      const isSmall = !isCapital || beginsSentence(text, start)
      if (isFirst && isCapital && isSmall && this.#stops.has(small) && !this.#articles.has(small)) return undefined
      const isArticle = isFirst && isSmall && (this.#articles.has(small) || (elided.test(segment) && !isCapital))
      const isInside =
        !isFirst &&
        !(isCapital && this.#pack.smallNouns && !this.#pack.bareNouns) &&
        !(this.#isNamed(words) && small !== 'y') &&
        (this.#inside.has(small) || elided.test(segment) || this.#pack.insideToo?.test(`${last} ${small}`) === true)
      if (!isArticle && !isInside && !isCapital) {
        if (this.#isStop(small) || this.#pack.stopsToo?.test(small)) break
        const isFrom = hasName && this.#pack.nationality?.test(small) === true
        const mayBeNoun = this.#pack.smallNouns && (!hasName || isFrom) && (!isFirst || isBare)
        const mayBeAdjective = !this.#pack.smallNouns && !hasNoun && words.length > 0
        if (!mayBeNoun && !mayBeAdjective) break
      }
      words.push({ ...place, text: segment, isInside, isArticle })
      last = segment
      if (words.length > mostWords) return undefined
      if (isInside && !elided.test(segment)) continue
      if (isArticle && !elided.test(segment)) continue
      const isNoun = this.#pack.smallNouns || isCapital
      if (!isNoun) continue
      hasNoun = true
      hasName ||= isCapital && !isInside && !(this.#pack.bareNouns && ((isFirst && isSmall) || acronym.test(segment)))
      kept = words.length
      end = place.end
    }
    return kept === 0 ? undefined : { start, end, words: words.slice(0, kept), isPronoun: false }
  }

  /** A name, or a person by their office: no mere thing. */
  isSomebody(text: string, phrase: Phrase): boolean {
    if (phrase.isPronoun || phrase.apposition) return true
    const from = this.#nameFrom(text, phrase)
    if (from === undefined) return false
    return (
      !(from === 0 && phrase.words.length === 1 && beginsSentence(text, phrase.start)) || this.#isName(text, phrase)
    )
  }

  /** A word that stands with a capital within a sentence, too. */
  #isName(text: string, { start, end }: Phrase): boolean {
    const word = text.slice(start, end)
    return new RegExp(`(?<=[\\p{L},] )${word.replace(/[^\p{L}\d]/gu, '.')}(?!\\p{L})`, 'u').test(text)
  }

  /** What the text says of who speaks; `before` is who spoke last, for pronouns. */
  source(text: string, phrase: Phrase, before: HopSource | undefined): Described {
    const mention = this.print(phrase)
    if (phrase.isPronoun) {
      if (before?.anonymity === 'named' && !/^(?:on|man)$/i.test(mention)) return { ...before, mention }
      return { ...described(mention), kind: 'person' }
    }
    if (phrase.isSeveral) return described(mention)
    if (phrase.apposition) {
      const role = phrase.words.filter(({ isArticle }) => !isArticle)
      return {
        ...named(mention, this.print(phrase.apposition)),
        role: role.length > 0 ? this.print({ start: role[0]!.start, end: role.at(-1)!.end }) : null,
      }
    }
    const titled = phrase.words.findLastIndex(({ isTitle }) => isTitle)
    if (titled >= 0 && titled === phrase.words.length - 1) {
      const { start, end } = phrase.words[titled]!
      return { ...named(mention, this.print({ start: start + 1, end: end - 1 }).trim()), kind: 'organisation' }
    }
    const nameFrom = this.#nameFrom(text, phrase)
    if (nameFrom === undefined) return described(mention)
    const name = phrase.words.slice(nameFrom)
    if (this.#pack.noCapitals) for (const word of name) this.#names.add(word.text)
    const role = phrase.words.slice(0, nameFrom).filter(({ isArticle }) => !isArticle)
    const isBody = this.#pack.bareNouns && (acronym.test(name[0]!.text) || bodyInOneWord.test(name[0]!.text))
    const isOutlet = role.length > 0 && outletNoun.test(role.at(-1)!.text)
    const isPerson = !isBody && !isOutlet && (role.length > 0 || name.length > 1)
    return {
      ...named(mention, this.print({ start: name[0]!.start, end: phrase.end })),
      kind: isPerson ? 'person' : 'organisation',
      role: isPerson && role.length > 0 ? this.print({ start: role[0]!.start, end: role.at(-1)!.end }) : null,
    }
  }

  /** Where the name begins among the words; undefined for a mere description. */
  #nameFrom(text: string, { words }: Phrase): number | undefined {
    if (this.#pack.noCapitals) return this.#nameWithoutCapitals(words)
    const hasArticle = words[0]?.isArticle ?? false
    if (this.#isOutletWithArticle(text, words)) return 0
    let from = words.length
    while (from > 0 && isNameLike(words[from - 1]!, this.#isOffice)) from--
    while (words[from]?.isInside) from++
    if (from >= words.length) return undefined
    if (this.#pack.agentEnds) {
      const agent = words.findLastIndex(
        ({ text }, at) => at >= from && at < words.length - 1 && this.#pack.agentEnds!.test(text),
      )
      if (agent >= 0 && agent < words.length - 1) from = agent + 1
    }
    const isOf = from > 0 && (words[from - 1]!.isInside || elided.test(words[from]!.text))
    if (isOf) return undefined
    if (this.#pack.bareNouns) return this.#nameAmongNouns(text, words, from)
    if (this.#pack.smallNouns) return from
    // „Die Biologin Carla Westphal“: before a name of two words stands what they are.
    const isLong = words.length - from === 3 && !words.slice(from).some(({ isInside }) => isInside)
    if (isLong && words.at(-2)!.text.length > 1) return words.length - 2
    const count = words.length - from
    const follows = from > 0 && !words[from - 1]!.isArticle
    const isOutlet = this.#pack.outlets?.includes(words.at(-1)!.text) === true
    return hasArticle && count < 2 && !follows && !isOutlet ? undefined : from
  }

  /** “L’Écho des Alpes”, “El Diario de Sevilla”: an article with a capital within a sentence begins a title. */
  #isOutletWithArticle(text: string, words: readonly Word[]): boolean {
    const [first] = words
    if (!this.#pack.smallNouns || this.#pack.bareNouns || !first || words.length < 2) return false
    return (
      /^(?:L[’']\p{Lu}|(?:Le|La|Les|El|Los|Las)$)/u.test(first.text) &&
      !beginsSentence(text, first.start) &&
      words.every(({ text: word, isInside }) => isInside || /^\p{Lu}/u.test(word))
    )
  }

  /** “Peter Hamann von der Hauck-Bank”: behind a whole name in German, where a body or whom it was told begins. */
  #isNamed(words: readonly Word[]): boolean {
    if (this.#pack.smallNouns || words.length < 2) return false
    const [first, last] = [words.at(-2)!, words.at(-1)!]
    const isCapital = ({ text, isArticle, isInside, isTitle }: Word) =>
      /^\p{Lu}/u.test(text) && !isArticle && !isInside && !isTitle
    const isAgent = this.#isOffice(first.text) || this.#pack.agentEnds?.test(first.text) === true
    return isCapital(first) && isCapital(last) && !isAgent && !this.#isOffice(last.text)
  }

  /** Also with a letter joined to its front. */
  #isStop(word: string): boolean {
    const { joined } = this.#pack
    if (this.#stops.has(word)) return true
    return joined?.includes(word[0]!) === true && (word.length === 1 || this.#stops.has(word.slice(1)))
  }

  readonly #isOffice = (word: string) =>
    this.#offices.has(word) ||
    (this.#pack.bareNouns === true && this.#offices.has(word.toLowerCase())) ||
    (this.#pack.officeEnds?.test(word) ?? false)

  /** "Глава МИД России Сергей Лавров": the last two or three capitals; "мэр Москвы Собянин": the last. */
  #nameAmongNouns(text: string, words: readonly Word[], first: number): number | undefined {
    const isBegun = first === 0 && beginsSentence(text, words[0]!.start)
    const count = words.length - first
    if (isBegun && count === 1 && !acronym.test(words[0]!.text) && !this.#names.has(words[0]!.text)) return undefined
    // "Спикер Европарламента", "глава Минтруда": an office's body is no name.
    const isBodyOf = first > 0 && count === 1 && bodyInOneWord.test(words.at(-1)!.text)
    if (isBodyOf) return undefined
    if (first === 0 && acronym.test(words[0]!.text) && count < 3) return 0
    if (isWhose(words, first, text)) return undefined
    const longestName = patronymic.test(words.at(-2)?.text ?? '') || words.some(({ isInside }) => isInside) ? 3 : 2
    let from = Math.max(first, words.length - longestName)
    while (from < words.length - 1 && acronym.test(words[from]!.text)) from++
    if (from === words.length - 1 && acronym.test(words[from]!.text) && from > 0) return undefined
    const [one, two] = [words[from]?.text ?? '', words[from + 1]?.text ?? '']
    const isPlace = words.length - from === 2 && /[ыи]$/u.test(one) && !/(?:[ыиеё]|ой|ей|ых|о)$/u.test(two)
    return isPlace ? from + 1 : from
  }

  /** Where no word has a capital: a given name, one of a name before, or what follows the nouns and words with an article. */
  #nameWithoutCapitals(words: readonly Word[]): number | undefined {
    const { given, nouns, definite } = this.#pack.noCapitals!
    const isNoun = ({ text }: Word) => nouns.has(text) || nouns.has(text.replace(definite, ''))
    const known = words.findIndex(({ text }) => given.has(text))
    if (known >= 0) return known
    if (words.length === 1) return this.#names.has(words[0]!.text) ? 0 : undefined
    if (!isNoun(words[0]!) && !definite.test(words[0]!.text)) return words.length < 5 ? 0 : undefined
    const from = words.findLastIndex((word) => isNoun(word)) + 1
    const article = words.findIndex((word, at) => at >= from && !definite.test(word.text))
    return article < 0 || (article === from && words.length - from < 2) ? undefined : article
  }
}

/** Ministries and other bodies in one word. */
const bodyInOneWord =
  /^(?:Мин\p{Ll}{3,}|Рос\p{Ll}{3,}|Гос\p{Ll}{3,}|Центр\p{Ll}*|Евро\p{Ll}+|Кремл\p{Ll}*|\p{Lu}{2,})(?<![оеи]в|ин)$/u

/** “Президент Франции”, “адвокат Навального”: a capital in the genitive behind an office or a relation is whose it is, no name. */
function isWhose(words: readonly Word[], first: number, text: string): boolean {
  const [office, one] = [words[first - 1]?.text ?? '', words[first]?.text ?? '']
  if (words.length - first !== 1 || office === '') return false
  if (/^(?:Конституции|Кодекса|Устава|Европы|Земли)$/u.test(one) || place.test(one)) return true
  // “Источники Reuters” are the agency's, and nobody's name.
  if (/^(?:источник|собеседник)/iu.test(office)) return true
  if (givenInA.test(one)) return false
  const isOblique = /[аяеуюыио]$|(?:ом|ем|ой|ей)$/u.test(office) && !/^(?:глава|мама|сестра|жена|судья)$/iu.test(office)
  if (isOblique) return /(?:ии|[лнбрв]и|[клвд]ы)$/u.test(one) && !givenInY.test(one)
  if (/(?:ого|его|ии|[ыеь]и)$/u.test(one)) return true
  if (/[ыи]$/u.test(one)) return !/(?:швили|[^аеи]ни|они|ини|ози|елли|олли|ади|уччи|ски|ри)$/u.test(one)
  if (/(?:[оеё]ва|[иы]на)$/u.test(one)) {
    const around = words.at(-1)!
    return (
      /^,?\s+\p{Ll}+[аеиоуыя]л(?:ся)?(?!\p{L})/u.test(text.slice(around.end, around.end + 30)) ||
      /[аеиоуыя]л(?:ся)?\s+$/u.test(text.slice(Math.max(0, words[0]!.start - 30), words[0]!.start))
    )
  }
  return (/(?:[бвгджзклмнпрстфхцчшщ]а|[аеиоуйл]я)$/u.test(one) && !/(?:ия|ая|ица|ца)$/u.test(one)) || place.test(one)
}

const place =
  /^(?:Кита|Иран|Ирак|Израил|Египт|Ливан|Крым|Газпром|Сбербанк|Роскосмос|Яндекс|Лондон|Париж|Киев|Берлин|Пекин|Вашингтон|Минск|Омск|Томск|\p{Lu}\p{Ll}+(?:стан|град|бург|горск))(?:а|я)$/u
/** Names that end in the nominative as others do in the genitive. */
const givenInA =
  /^(?:Анна|Ольга|Ирина|Елена|Света|Маша|Саша|Наташа|Вера|Люба|Лена|Нина|Никита|Даша|Катя|Илья|Зоя|Майя|Аня|Коля|Юля|Оля|Таня|Галя|Ваня|Петя|Вася|Миша|Паша|Гриша|Лёша|Леша|Женя|Надя|Рита|Инна|Алла|Яна|Дина|Марта|Лука|Фома|Обама|Лула|Сирота|Медведчука)$/u
const givenInY = /^(?:Анны|Ольги|Марии|Елены|Ирины|Веры|Светланы|Натальи|Наталии|Дарьи|Юлии|Анастасии|Нины|Яны|Инны)$/u

/** Elsewhere a capital says that the word belongs to a name: "selon Le Monde". */
function beginsSentence(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - 6), at)
  const last = before.trimEnd().at(-1)
  return last === undefined || before.trimEnd().length < before.lastIndexOf('\n') + 1 || '.!?:…»”“„"«-–—'.includes(last)
}

function isNameLike({ text, isInside, isArticle }: Word, isOffice: (word: string) => boolean): boolean {
  if (isArticle || isOffice(text)) return false
  return isInside ? /^(?:von|van|de|der|zu|y|ибн|фон|ван|де)$/u.test(text) : /^\p{Lu}/u.test(text)
}

function named(mention: string, name: string): Described {
  return { name, mention, kind: 'person', role: null, anonymity: 'named' }
}

function described(mention: string): Described {
  return { name: null, mention, kind: 'unknown', role: null, anonymity: 'described', description: mention }
}
