import { describeSource, type Described } from './source-phrases.ts'
import {
  clashes,
  isCalled,
  isDetermined,
  isKnighted,
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
import { Bodies, companies, makesGoods, publications } from './bodies.ts'
import { subjectOf } from './opening.ts'
import { shortNamesIn } from './short-names.ts'
import { meansNamed, isPart, isPersonal, isSomebody, isSubjectName, isTitle, nameEnd } from './mentions.ts'
import { Recent, type Known } from './recent.ts'
import type { Token } from '../reading/token.ts'

/** The people named so far: by surname, and in the order of mention. */
export class People {
  readonly #text: string
  readonly #byName = new Map<string, Known>()
  readonly #recent = new Recent()
  readonly #printed = new Map<string, string>()
  /** "WHO" by what it stands for. */
  readonly #short = new Map<string, string>()
  readonly #unnamed = new Map<string, boolean>()
  readonly #bodies = new Bodies()

  constructor(text: string) {
    this.#text = text
  }

  /** Who talks and who is talked to: "she" is somebody else. */
  hear(talking: readonly string[]) {
    this.#recent.hear(talking)
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
      if (known) this.#recent.remember(known)
      else if (name) this.#learn({ ...described, name, kind: 'person' })
    }
  }

  /** Learns from a source phrase and returns the fullest description known. */
  recognise(tokens: readonly Token[]): Described {
    for (const [short, name] of shortNamesIn(this.#text, tokens)) this.#short.set(short, name)
    const described = this.#inFull(describeSource(this.#text, tokens))
    const first = tokens[0]?.lower ?? ''
    if (first === 'the' && meansNamed(tokens.slice(1))) {
      const known = this.#ofAge(tokens[1]!.text) ?? this.#recent.antecedent('who')
      if (known) return { ...described, ...known }
    }
    const pronoun = tokens.length === 1 ? (subjects.get(first) ?? first) : ''
    if (/^(?:he|she|who|they|it)$/.test(pronoun)) {
      const known = this.#recent.antecedent(pronoun)
      if (known && (pronoun === 'he' || pronoun === 'she')) {
        known.gender ??= pronoun
        delete known.subjectOf
        this.#recent.remember(known)
      }
      return known ? { ...described, ...known } : described
    }
    const known =
      described.name || tokens.length === 1 || isDetermined(tokens[0])
        ? (this.#find(described, qualifiersOf(tokens, described.head)) ?? this.#byKind(tokens) ?? this.#byTrade(tokens))
        : undefined
    if (known) {
      if (described.role && !known.role) known.role = described.role
      known.gender ??= described.gender
      if ((described.name?.length ?? 0) > known.name.length && described.name?.endsWith(lastWord(known.name)))
        known.name = described.name
      this.#recent.remember(known)
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

  /** "The company", "the station": of a name that nothing else shows to be one. */
  #byTrade([the, noun, ...rest]: readonly Token[]): Known | undefined {
    const meant = the?.lower === 'the' && noun && rest.length === 0 ? this.#bodies.meant(noun.lower) : undefined
    return (
      meant && this.#learn({ ...meant, proper: true, role: null, gender: undefined, head: noun!.lower, plural: false })
    )
  }

  /** The bodies that stand before "the company" in its own sentence. */
  noticeBodies(tokens: readonly Token[]) {
    this.#bodies.notice(this.#text, tokens, (name) => this.#byName.get(name)?.kind === 'person')
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
    if (isWhole) this.#recent.sentence++
    this.#noticePrinted(tokens)
    for (const [short, name] of shortNamesIn(this.#text, tokens)) this.#short.set(short, name)
    this.noticeBodies(tokens)
    const goesOn = tokens.find(({ quote }) => quote < 0)?.lower
    const before = goesOn === 'he' || goesOn === 'she' ? this.#recent.antecedent(goesOn) : undefined
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
    this.#noticeTold(tokens)
    for (const known of named.reverse()) this.#recent.remember(known)
    this.#noticeSubject(tokens)
    if (before) this.#recent.remember(before)
  }

  /** "Brack, asked about it, laughed": a surname that is known. */
  #mentioned(tokens: readonly Token[], at: number, to: number): Known | undefined {
    const token = tokens[at]!
    if (to - at !== 1 || token.quote >= 0 || tokens[to]?.tag === 'POSS') return undefined
    const known = this.#byName.get(token.lower)
    if (known?.kind !== 'person' || !known.proper) return undefined
    if (known.subjectOf !== undefined) known.subjectOf = this.#recent.sentence
    return known
  }

  #meet(tokens: readonly Token[], at: number, to: number, personal: boolean): Known | undefined {
    const titled = personTitles.has(tokens[at - 1]?.lower ?? '') ? at - 1 : at
    const described = this.#inFull(describeSource(this.#text, tokens.slice(titled, to)))
    if (!described.name) return undefined
    const known = this.#find(described)
    if (known) {
      if (known.subjectOf !== undefined) known.subjectOf = this.#recent.sentence
      return known
    }
    const one: Described = { ...described, kind: 'person' }
    if (!personal && described.kind !== 'person') return undefined
    return this.#learn(
      { ...one, name: described.name, role: longer(described.role, roleBefore(this.#text, tokens, at)) },
      personal ? undefined : this.#recent.sentence,
    )
  }

  /** "Orbital Software plans …": a company that a later "the company" may mean. */
  #noticeBody(tokens: readonly Token[], at: number) {
    const [first, last, next] = [tokens[at]!, tokens[at + 1], tokens[at + 2]]
    if (this.#noticeMaker(tokens, at)) return
    if (first.tag !== 'PROPN' || first.quote >= 0 || last?.tag !== 'PROPN' || next?.tag === 'PROPN') return
    if (tokens[at - 1]?.tag === 'PROPN' || !organisationWords.has(last.lower)) return
    const described = describeSource(this.#text, [first, last])
    if (described.name)
      this.#recent.remember(this.#find(described) ?? this.#learn({ ...described, name: described.name }))
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
    if (known) this.#recent.remember(known)
    else this.#learn(one)
    return true
  }

  /** "The ministry published the list", "Her cousin, Ida Holm, was less sure": whom a later pronoun most likely means. */
  #noticeSubject(tokens: readonly Token[]) {
    const subject = subjectOf(tokens)
    const described = subject.length > 0 ? this.#inFull(describeSource(this.#text, subject)) : undefined
    if (!described || described.kind === 'unknown') return
    const met = described.kind === 'person' ? this.#byName.get(lastWord(described.name ?? '')) : undefined
    const found = met ?? this.#find(described, qualifiersOf(subject, described.head)) ?? this.#byKind(subject)
    const name = described.name ?? plainName(this.#text, subject, described.plural)
    // One capital alone may be anything: only whom the text has named before.
    if (found) {
      if (found.kind === 'person' && !/^(?:former|ex|late)\b/i.test(described.role ?? '')) found.role ??= described.role
      this.#recent.remember(found)
    } else if (name && (subject.length > 1 || described.plural))
      this.#learn(
        { ...described, name },
        described.kind === 'person' && !described.proper ? this.#recent.sentence : undefined,
      )
  }

  /** "The board says that the controller was alone": a person that a clause is about, for where nobody else is named. */
  #noticeTold(tokens: readonly Token[]) {
    const that = tokens.findIndex(
      ({ lower, quote }, at) => lower === 'that' && quote < 0 && tokens[at - 1]?.tag === 'VERB',
    )
    const subject = that < 0 ? [] : subjectOf(tokens.slice(that + 1))
    if (subject.length < 2 || !isDetermined(subject[0]) || subject.some(isPart)) return
    const described = describeSource(this.#text, subject)
    const isOne = described.kind === 'person' || (described.kind === 'unknown' && isSomebody(subject.at(-1)!))
    if (!isOne || described.plural || this.#recent.findLast(({ kind, proper }) => kind === 'person' && proper)) return
    const known = this.#find(described, qualifiersOf(subject, described.head)) ?? this.#byKind(subject)
    const name = plainName(this.#text, subject)
    if (known) this.#recent.remember(known)
    else if (name) this.#learn({ ...described, name, kind: 'person' })
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
        (isKnighted(described.name) || !clashes(known.name, described.name))
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
    if (kind !== 'person' || !name) return undefined
    // "Sir Marcus" is whoever the text has named Marcus Thorne.
    const first = name.replace(/^(?:Sir|Dame|Lord|Lady)\s+/, '')
    if (first.includes(' ') || mayBePlace(first)) return undefined
    return this.#recent.only((known) => known.name.startsWith(`${first} `) || known.name.includes(` ${first} `))
  }

  /** "The officer" for Sergeant Hale. */
  #byKind([the, noun, ...rest]: readonly Token[]): Known | undefined {
    if (the?.lower !== 'the' || !noun || rest.length > 0 || this.#hasUnnamed(noun.lower)) return undefined
    return this.#recent.only((known) => isOfKind(known.role, noun.lower))
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
    this.#recent.remember(entry)
    return entry
  }
}
