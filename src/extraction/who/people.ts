import { describeSource, type Described, type Gender } from './source-phrases.ts'
import {
  clashes,
  isCalled,
  isDetermined,
  lastWord,
  plainName,
  qualifiersOf,
  roleBefore,
  subjects,
  isBelow,
  isOfKind,
  longer,
  mayBePlace,
  unnamedOf,
} from './called.ts'
import { places } from '../lexicon/offices.ts'
import { organisationWords, personTitles, roleWords } from '../lexicon/source-words.ts'
import { subjectOf } from './opening.ts'
import { meansNamed, isPart, isPersonal, isSubjectName, isTitle, nameEnd } from './mentions.ts'
import type { Token } from '../reading/token.ts'

export type Known = {
  name: string
  proper: boolean
  role: string | null
  kind: Described['kind']
  gender: Gender
  head: string
  plural: boolean
  /** The sentence whose subject this was, for a name that nothing but its place shows to be a person's. */
  subjectOf?: number
}

const publications = new Set(['newspaper', 'paper', 'broadcaster', 'magazine', 'outlet', 'channel', 'station'])

const companies = new Set(['company', 'firm', 'business', 'manufacturer', 'retailer', 'carmaker', 'airline', 'chain'])

/** "carmaker", "battery maker", but not "peacemaker" nor "film maker": a company, and no person's trade. */
function makesGoods(maker: string, before: Token | undefined): boolean {
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

/** How many sources back a pronoun may look; readers do not remember further back either. */
const memory = 60

/** The people named so far: by surname, and in the order of mention. */
export class People {
  readonly #text: string
  readonly #byName = new Map<string, Known>()
  readonly #recent: Known[] = []
  readonly #printed = new Map<string, string>()
  /** "WHO" by what it stands for. */
  readonly #short = new Map<string, string>()
  readonly #unnamed = new Map<string, boolean>()
  #sentence = 0
  #talking: readonly string[] = []

  constructor(text: string) {
    this.#text = text
  }

  /** Who talks and who is talked to: "she" is somebody else. */
  hear(talking: readonly string[]) {
    this.#talking = talking.map(lastWord)
  }

  /** "Did the defendant come in?", "What does your wife say?": whom the answer means by "he" or "she". */
  noticeAsked(tokens: readonly Token[]) {
    if (tokens.at(-1)?.text !== '?') return
    for (const [at, token] of tokens.entries()) {
      if (token.quote >= 0 || !/^(?:the|your|his|her|their|this|that)$/.test(token.lower)) continue
      let to = at + 1
      while (tokens[to]?.tag === 'ADJ') to++
      const noun = tokens[to]
      if (noun?.tag !== 'NOUN' || !roleWords.has(noun.lower) || tokens[to + 1]?.tag === 'POSS') continue
      const phrase = tokens.slice(at, to + 1)
      const described = describeSource(this.#text, phrase)
      const name = plainName(this.#text, phrase)
      const known = this.#find(described, qualifiersOf(phrase, described.head))
      if (known) this.#remember(known)
      else if (name) this.#learn({ ...described, name, kind: 'person' })
    }
  }

  /** Learns from a source phrase and returns the fullest description known. */
  recognise(tokens: readonly Token[]): Described {
    this.#noticeShort(tokens)
    const described = this.#inFull(describeSource(this.#text, tokens))
    const first = tokens[0]?.lower ?? ''
    if (first === 'the' && meansNamed(tokens.slice(1))) {
      const known = this.#ofAge(tokens[1]!.text) ?? this.#antecedent('who')
      if (known) return { ...described, ...known }
    }
    const pronoun = tokens.length === 1 ? (subjects.get(first) ?? first) : ''
    if (/^(?:he|she|who|they|it)$/.test(pronoun)) {
      const known = this.#antecedent(pronoun)
      if (known && (pronoun === 'he' || pronoun === 'she')) {
        known.gender ??= pronoun
        delete known.subjectOf
        this.#remember(known)
      }
      return known ? { ...described, ...known } : described
    }
    const known =
      described.name || tokens.length === 1 || isDetermined(tokens[0])
        ? (this.#find(described, qualifiersOf(tokens, described.head)) ?? this.#byKind(tokens))
        : undefined
    if (known) {
      if (described.role && !known.role) known.role = described.role
      known.gender ??= described.gender
      if ((described.name?.length ?? 0) > known.name.length && described.name?.endsWith(lastWord(known.name)))
        known.name = described.name
      this.#remember(known)
      return {
        ...described,
        name: known.name,
        proper: known.proper || described.proper,
        role: described.role ?? known.role,
        kind: known.kind,
      }
    }
    const name = described.name ?? plainName(this.#text, tokens, described.plural)
    if (name) this.#learn({ ...described, name })
    return described
  }

  /** Completes a surname with the name that stood before it where it was first printed. */
  #inFull(described: Described): Described {
    const { name, kind } = described
    const long = name === null ? undefined : this.#short.get(name)
    if (long !== undefined) return { ...described, name: long, kind: kind === 'person' ? 'organisation' : kind }
    if (name === null || kind !== 'person' || name.includes(' ')) return described
    const full = this.#printed.get(name.toLowerCase())
    return full === undefined ? described : { ...described, name: full }
  }

  /** "former midfielder Marcus Lindqvist": the second of two names in a row may identify the person later. */
  #noticePrinted(tokens: readonly Token[]) {
    for (let at = 0; at + 1 < tokens.length; at++) {
      const [first, last] = [tokens[at]!, tokens[at + 1]!]
      const hyphened = tokens[at - 1]?.text === '-' && tokens[at - 1]?.end === first.start
      if (!isPart(first) || !isPart(last) || isPart(tokens[at + 2]) || isTitle(first) || last.start - first.end > 1)
        continue
      if (hyphened) continue
      const key = last.lower
      if (!organisationWords.has(key) && !this.#printed.has(key)) this.#printed.set(key, `${first.text} ${last.text}`)
    }
  }

  /** Notes the names in a passage after its sources are resolved: the first named is the likeliest "he". */
  notice(tokens: readonly Token[], isWhole = true) {
    if (isWhole) this.#sentence++
    this.#noticePrinted(tokens)
    this.#noticeShort(tokens)
    const goesOn = tokens.find(({ quote }) => quote < 0)?.lower
    const before = goesOn === 'he' || goesOn === 'she' ? this.#antecedent(goesOn) : undefined
    const named: Known[] = []
    for (let at = 0; at < tokens.length; at++) {
      const to = isPart(tokens[at]) ? nameEnd(tokens, at) : at
      const personal = isPersonal(tokens, at)
      const known = personal ? undefined : this.#mentioned(tokens, at, to)
      if (known) named.push(known)
      else if (personal || (to > at && isSubjectName(tokens, at, to))) {
        const one = this.#meet(tokens, at, Math.max(to, at + 1), personal)
        if (one) named.push(one)
      } else {
        this.#noticeBody(tokens, at)
        continue
      }
      at = Math.max(to, at + 1) - 1
    }
    for (const known of named.reverse()) this.#remember(known)
    this.#noticeSubject(tokens)
    if (before) this.#remember(before)
  }

  /** "Brack, asked about it, laughed": a surname that is known. */
  #mentioned(tokens: readonly Token[], at: number, to: number): Known | undefined {
    const token = tokens[at]!
    if (to - at !== 1 || token.quote >= 0 || tokens[to]?.tag === 'POSS') return undefined
    const known = this.#byName.get(token.lower)
    if (known?.kind !== 'person' || !known.proper) return undefined
    if (known.subjectOf !== undefined) known.subjectOf = this.#sentence
    return known
  }

  #meet(tokens: readonly Token[], at: number, to: number, personal: boolean): Known | undefined {
    const titled = personTitles.has(tokens[at - 1]?.lower ?? '') ? at - 1 : at
    const described = this.#inFull(describeSource(this.#text, tokens.slice(titled, to)))
    if (!described.name) return undefined
    const known = this.#find(described)
    if (known) {
      if (known.subjectOf !== undefined) known.subjectOf = this.#sentence
      return known
    }
    const one: Described = { ...described, kind: 'person' }
    if (!personal && described.kind !== 'person') return undefined
    return this.#learn(
      { ...one, name: described.name, role: longer(described.role, roleBefore(this.#text, tokens, at)) },
      personal ? undefined : this.#sentence,
    )
  }

  /** "the World Health Organization (WHO)". */
  #noticeShort(tokens: readonly Token[]) {
    for (let at = 2; at + 1 < tokens.length; at++) {
      const [open, short, close] = [tokens[at - 1]!, tokens[at]!, tokens[at + 1]!]
      if (open.text !== '(' || close.text !== ')' || !/^\p{Lu}[\p{Lu}\d&]{1,7}s?$/u.test(short.text)) continue
      const letters = Array.from(short.text.replace(/[^\p{Lu}]/gu, ''))
      let from = at - 2
      while (from >= 0 && from > at - 12 && /^(?:\p{Lu}|of|for|and|the|on|in|&)/u.test(tokens[from]!.text)) from--
      const words = tokens.slice(from + 1, at - 1)
      const first = words.findLastIndex(
        ({ text }, index) => text.startsWith(letters[0]!) && words.length - index >= letters.length,
      )
      if (first < 0) continue
      const name = this.#text.slice(words[first]!.start, words.at(-1)!.end)
      this.#short.set(short.text, name)
    }
  }

  /** "Orbital Software plans …": a company that a later "the company" may mean. */
  #noticeBody(tokens: readonly Token[], at: number) {
    const [first, last, next] = [tokens[at]!, tokens[at + 1], tokens[at + 2]]
    if (this.#noticeMaker(tokens, at)) return
    if (first.tag !== 'PROPN' || first.quote >= 0 || last?.tag !== 'PROPN' || next?.tag === 'PROPN') return
    if (tokens[at - 1]?.tag === 'PROPN' || !organisationWords.has(last.lower)) return
    const described = describeSource(this.#text, [first, last])
    if (described.name) this.#remember(this.#find(described) ?? this.#learn({ ...described, name: described.name }))
  }

  /** "the battery maker Voltara": a company called by what it does. */
  #noticeMaker(tokens: readonly Token[], at: number): boolean {
    const [before, first, next] = [tokens[at - 1], tokens[at]!, tokens[at + 1]]
    if (
      first.tag !== 'PROPN' ||
      first.quote >= 0 ||
      next?.tag === 'PROPN' ||
      next?.tag === 'POSS' ||
      before?.tag !== 'NOUN'
    )
      return false
    if (places.has(first.lower) || !(companies.has(before.lower) || makesGoods(before.lower, tokens[at - 2])))
      return false
    const known = this.#byName.get(first.lower)
    const one: Known = {
      name: first.text,
      proper: true,
      role: null,
      kind: 'organisation',
      gender: undefined,
      head: before.lower,
      plural: false,
    }
    if (known) this.#remember(known)
    else this.#learn(one)
    return true
  }

  /** "The ministry published the list", "Her cousin, Ida Holm, was less sure": whom a later pronoun most likely means. */
  #noticeSubject(tokens: readonly Token[]) {
    const subject = subjectOf(tokens)
    const described = subject.length > 0 ? this.#inFull(describeSource(this.#text, subject)) : undefined
    if (!described || described.kind === 'unknown' || described.kind === 'document') return
    const met = described.kind === 'person' ? this.#byName.get(lastWord(described.name ?? '')) : undefined
    const found = met ?? this.#find(described, qualifiersOf(subject, described.head)) ?? this.#byKind(subject)
    const name = described.name ?? plainName(this.#text, subject, described.plural)
    // One capital alone may be anything: only whom the text has named before.
    if (found) {
      if (found.kind === 'person' && !/^(?:former|ex|late)\b/i.test(described.role ?? '')) found.role ??= described.role
      this.#remember(found)
    } else if (name && (subject.length > 1 || described.plural))
      this.#learn({ ...described, name }, described.kind === 'person' && !described.proper ? this.#sentence : undefined)
  }

  /** The full name for a short one, including what was learnt later in the text. */
  fullName(name: string): string {
    const known = this.#byName.get(lastWord(name))?.name
    return known?.endsWith(name) ? known : name
  }

  /** `qualifiers`: the words before the head, which must not mean another person. */
  #find(described: Described, qualifiers: readonly string[] = []): Known | undefined {
    if (described.name) {
      const known = this.#byName.get(lastWord(described.name)) ?? this.#byFirstName(described)
      return known &&
        (known.kind === described.kind || described.kind === 'person') &&
        !(known.gender && described.gender && known.gender !== described.gender) &&
        !clashes(known.name, described.name)
        ? known
        : undefined
    }
    if (!described.head || described.plural || /^(?:them|one|some|others?|this|that|it)$/.test(described.head))
      return undefined
    if (described.head === 'man' || described.head === 'woman')
      return this.#recent.findLast((known) => known.kind === 'person' && !known.proper)
    if (companies.has(described.head)) return this.#recent.findLast((known) => known.kind === 'organisation')
    return this.#recent.findLast(
      (known) =>
        isCalled(known.name, described.head, qualifiers) ||
        (isCalled(known.role ?? '', described.head, qualifiers) && !isBelow(known.role ?? '', qualifiers)) ||
        (known.kind === 'outlet' && publications.has(described.head)),
    )
  }

  /** "The 30-year-old" for "Tom Hale, 30,". */
  #ofAge(word: string): Known | undefined {
    const age = /^\d{1,3}/.exec(word)?.[0]
    const name = age && new RegExp(String.raw`(\p{Lu}[\p{L}’'-]+),? \(?${age}[,.)]`, 'u').exec(this.#text)?.[1]
    const known = name ? this.#byName.get(name.toLowerCase()) : undefined
    return known?.kind === 'person' ? known : undefined
  }

  /** "Kayleigh" for Kayleigh Duggan, whom the text has named in full. */
  #byFirstName({ name, kind }: Described): Known | undefined {
    if (kind !== 'person' || !name || name.includes(' ') || mayBePlace(name)) return undefined
    return this.#only((known) => known.name.startsWith(`${name} `))
  }

  /** "The officer" for Sergeant Hale. */
  #byKind([the, noun, ...rest]: readonly Token[]): Known | undefined {
    if (the?.lower !== 'the' || !noun || rest.length > 0 || this.#hasUnnamed(noun.lower)) return undefined
    return this.#only((known) => isOfKind(known.role, noun.lower))
  }

  /** Whom alone it fits: where it fits two, nobody is told. */
  #only(fits: (known: Known) => boolean): Known | undefined {
    const found = this.#recent.filter((known) => known.kind === 'person' && known.proper && fits(known))
    return found.length === 1 ? found[0] : undefined
  }

  /** "An off-duty officer", "the officer, who was not named": whoever the text has without a name. */
  #hasUnnamed(noun: string): boolean {
    let unnamed = this.#unnamed.get(noun)
    if (unnamed === undefined) {
      unnamed = unnamedOf(noun).test(this.#text)
      this.#unnamed.set(noun, unnamed)
    }
    return unnamed
  }

  #antecedent(pronoun: string): Known | undefined {
    return this.#recent.findLast((known) => {
      if (known.subjectOf !== undefined && known.subjectOf < this.#sentence - 1) return false
      if (this.#talking.includes(lastWord(known.name))) return false
      if (pronoun === 'they') return known.plural || known.kind === 'group' || known.kind === 'organisation'
      if (pronoun === 'it') return known.kind !== 'person' && !known.plural
      return known.kind === 'person' && (pronoun === 'who' || !known.gender || known.gender === pronoun)
    })
  }

  #learn(known: Known, subjectOf?: number): Known {
    const entry: Known = {
      ...(subjectOf !== undefined && { subjectOf }),
      name: known.name,
      proper: known.proper,
      role: known.role,
      kind: known.kind,
      gender: known.gender,
      head: known.head,
      plural: known.plural,
    }
    if (known.proper) this.#byName.set(lastWord(known.name), entry)
    this.#remember(entry)
    return entry
  }

  #remember(known: Known) {
    const at = this.#recent.lastIndexOf(known)
    if (at >= 0) this.#recent.splice(at, 1)
    this.#recent.push(known)
    if (this.#recent.length > memory) this.#recent.shift()
  }
}
