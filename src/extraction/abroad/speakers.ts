import type { Quotation } from '../reading/quotations.ts'
import type { Around } from './around.ts'
import { Joined } from './joined.ts'
import { alternatives, bare, matchAt, type Stretch, trimmed, wholeWords } from './matching.ts'
import type { Pack } from './pack.ts'
import { beginsWithPlace, behindPlace } from './places.ts'
import type { Phrase, Phrases } from './phrases.ts'

/** A verb with its speaker, and who passes it on by the same verb. */
export type Told = { cue: Stretch; speaker: Phrase; outer?: Phrase }

/** Between a verb and what is said: to whom, where and when. */
export const longestAside = 120

/** Finds who speaks beside a quotation, a verb or "according to". */
export class Speakers {
  readonly verb: RegExp
  readonly according: RegExp
  readonly joined: Joined
  readonly #text: string
  readonly #pack: Pack
  readonly #phrases: Phrases
  readonly #around: Around
  readonly #anyVerb: RegExp | undefined
  readonly #toWhom: RegExp | undefined
  readonly #that: RegExp
  readonly #times: RegExp
  readonly #asides: RegExp | undefined
  readonly #oblique: RegExp
  readonly #edges: { first: RegExp; last: RegExp }
  readonly #month: RegExp
  readonly #quoting: RegExp | undefined
  readonly #nobody: RegExp | undefined
  readonly #body: RegExp | undefined
  readonly #citing: RegExp | undefined
  readonly #adding: RegExp | undefined
  readonly #infinitive: RegExp | undefined
  readonly #goesOn: RegExp | undefined
  readonly #inserted: RegExp
  readonly #places: RegExp

  constructor(text: string, pack: Pack, phrases: Phrases, around: Around) {
    this.#text = text
    this.#pack = pack
    this.#phrases = phrases
    this.#around = around
    this.#times = new RegExp(`\\s*${pack.times}(?!\\p{L})`, 'iu')
    this.#asides = pack.asides === undefined ? undefined : new RegExp(`\\s*(?:${pack.asides})`, 'u')
    const { oblique = '(?!)', particles = [] } = pack
    this.#oblique = new RegExp(`\\s*(?:${oblique})`, 'u')
    const edge = `(?:${alternatives(particles) || '(?!)'})`
    this.#edges = {
      first: new RegExp(`(?:${edge}|${oblique})(?!\\p{L})[\\s,]*`, 'iu'),
      last: new RegExp(`(?<!\\p{L})(?:${edge}|${oblique})\\s*$`, 'iu'),
    }
    this.#month = monthAt(pack)
    const { quoting, nobody, bodies, citing } = pack
    this.#quoting = quoting && new RegExp(alternatives(quoting), 'iu')
    this.#nobody = nobody === undefined ? undefined : new RegExp(`(?<!\\p{L})${nobody}\\s+$`, 'iu')
    this.#body = bodies && new RegExp(`\\s*${bodies.before}\\s+`, 'iu')
    const { adding, infinitive, goesOn, relative = '(?!)', inserted = '(?!)' } = pack
    this.#places = beginsWithPlace(pack)
    this.#inserted = new RegExp(`,\\s+(?:${inserted}),\\s+`, 'iu')
    this.#infinitive = infinitive === undefined ? undefined : new RegExp(`^\\s*${infinitive}`, 'iu')
    this.#goesOn =
      goesOn === undefined ? undefined : new RegExp(`^\\s+(?:${goesOn}|${relative}(?!\\p{L}))[^,.;:!?«»“”]*$`, 'iu')
    this.#adding = adding && new RegExp(`,\\s+(?:${alternatives(adding)})(?!\\p{L})(?=.*\\p{L}\\s+$)`, 'iu')
    this.#citing = citing.length > 0 ? new RegExp(`\\s*,?\\s*(?:${wholeWords(citing)})`, 'iu') : undefined
    this.#anyVerb = pack.anyVerb === undefined ? undefined : new RegExp(`${pack.anyVerb}(?![\\p{L}-])`, 'u')
    this.#toWhom = pack.toWhom === undefined ? undefined : new RegExp(`\\s*(?:${pack.toWhom})`, 'u')
    this.#that = new RegExp(`(?<!\\p{L})${pack.that}`, 'iu')
    const joined = pack.joined === undefined ? '' : `(?<=(?<![\\p{L}])[${pack.joined}])|`
    const begins = `(?:${joined}(?<![\\p{L}-]))`
    const noun = pack.nounsBehind === undefined ? '' : `(?<!(?<!\\p{L})${pack.nounsBehind} )`
    const more = pack.verbsToo === undefined ? '' : `|${pack.verbsToo}`
    this.verb = new RegExp(`${begins}${noun}(?:${alternatives(pack.verbs)}${more})(?![\\p{L}-])`, 'giu')
    this.joined = new Joined(text, pack, phrases, this)
    const own = [pack.inTheirWords, pack.accordingTo].filter((one) => one !== undefined)
    const theirs = own.length > 0 ? `(?:${own.join('|')})(?!\\p{L})|` : ''
    this.according = new RegExp(`${begins}(?:${theirs}${wholeWords(pack.according)})`, 'giu')
  }

  /** « …, a-t-elle lancé »: the pronoun stands in the form itself; behind “on”, the source of whoever tells. */
  invertedAt(at: number, limit: number): Told | undefined {
    const inverted = this.#pack.inverted && matchAt(this.#pack.inverted, this.#text, at, limit)
    if (!inverted) return undefined
    const pronoun = inverted.slice(1).find((group) => group !== undefined) ?? ''
    const start = at + inverted[0].toLowerCase().indexOf(`-${pronoun.toLowerCase()}`) + 1
    const cue = { start: at, end: at + inverted[0].length }
    const body = /^on$/i.test(pronoun) ? this.bodyBehind(cue.end, limit) : undefined
    return { cue, speaker: body ?? pronounAt(pronoun, start) }
  }

  /** “On indique de source policière que …”, „heißt es aus dem Ministerium“. */
  bodyBehind(at: number, limit: number): Phrase | undefined {
    const before = this.#body && matchAt(this.#body, this.#text, at, limit)
    return before && this.#phrases.read(this.#text, at + before[0].length, limit, { isBare: true })
  }

  afterQuotation({ end }: Quotation, limit: number): Told | undefined {
    const gap = /^[\s,.!?…]*(?:[–—-]\s*)?/u.exec(this.#text.slice(end, Math.min(limit, end + 8)))?.[0].length ?? 0
    const at = end + gap
    const inverted = this.invertedAt(at, limit)
    if (inverted) return inverted
    const quoting = this.#quotingAfter(at, limit)
    if (quoting) return quoting
    const verb = this.verbAt(at, limit)
    if (verb) {
      const cue = { start: verb.index, end: verb.index + verb[0].trimEnd().length }
      const speaker = this.behind(cue, limit)
      return speaker && { cue, speaker }
    }
    const according = matchAt(this.according, this.#text, at, limit)
    if (according) return this.accordingAt(according, limit)
    // “…”, Berg sagte.
    const speaker = this.#phrases.read(this.#text, at, limit)
    const next = speaker && this.verbAt(speaker.end + 1, limit)
    if (next) return { cue: { start: next.index, end: next.index + next[0].length }, speaker }
    return gap > 0 ? this.#anyVerbAt(at, limit) : undefined
  }

  /** « … », s’est emporté le sénateur: right behind a quotation a verb before a name need not be one of saying. */
  #anyVerbAt(at: number, limit: number): Told | undefined {
    const verb = this.#anyVerb && matchAt(this.#anyVerb, this.#text, at, limit)
    if (!verb) return undefined
    const cue = { start: at, end: at + verb[0].length }
    const speaker = this.behind(cue, limit)
    // «…», remata.
    const isAlone =
      this.#pack.dropsPronouns && /^(?:[.,]|$)/.test(this.#text.slice(cue.end, Math.min(limit, cue.end + 1)))
    return speaker && (speaker.end > speaker.start || isAlone) ? { cue, speaker } : undefined
  }

  /** «…», — цитирует Иванова газета. */
  #quotingAfter(at: number, limit: number): Told | undefined {
    const verb = this.#quoting && matchAt(this.#quoting, this.#text, at, limit)
    if (!verb) return undefined
    const cue = { start: at, end: at + verb[0].length }
    const inside = /(?<!\p{L})(его|ее|их)(?!\p{L})/iu.exec(verb[0])
    const theirs = /^\s*(его|ее|их)\s/iu.exec(this.#text.slice(cue.end, Math.min(limit, cue.end + 8)))
    const first = inside
      ? pronounAt(inside[1]!, cue.start + inside.index)
      : theirs
        ? pronounAt(theirs[1]!, cue.end + theirs[0].indexOf(theirs[1]!))
        : this.#phrases.read(this.#text, cue.end, limit)
    if (!first) return undefined
    const other = this.#phrases.read(this.#text, this.#afterTimes(Math.max(cue.end, first.end), limit), limit)
    const [speaker, outer] = this.#pack.quoterFirst ? [other, first] : [first, other]
    if (this.#pack.quoterFirst && !speaker) return { cue, speaker: first }
    return speaker && outer && { cue, speaker, outer }
  }

  /** In the mood of indirect speech: „…, begründete Anna Berg den Schritt“. */
  anyVerbBefore(at: number, limit: number): RegExpExecArray | undefined {
    return this.#anyVerb && matchAt(this.#anyVerb, this.#text, at, limit)
  }

  /** Also behind a letter that is joined to it, and “so” before a name. */
  verbAt(at: number, limit: number): RegExpExecArray | undefined {
    const isJoined = this.#pack.joined?.includes(this.#text[at] ?? ' ')
    const { afterQuotation } = this.#pack
    return (
      (afterQuotation && matchAt(afterQuotation, this.#text, at, limit)) ??
      matchAt(this.verb, this.#text, at, limit) ??
      (isJoined ? matchAt(this.verb, this.#text, at + 1, limit) : undefined)
    )
  }

  /** Berg sagte am Montag: “…”. */
  beforeQuotation({ start, end }: Quotation, from: number): Told | undefined {
    const begins = Math.max(from, start - 2 * longestAside)
    const words = this.#text.slice(begins, start)
    const verb = [...words.matchAll(this.verb)].at(-1)
    const colon = /:\s*$/.test(words)
    if (!verb || /[.;!?]\s|[“”»«„]/u.test(words.slice(verb.index)))
      return colon ? this.#subject(from, start) : undefined
    // “…, dass die Lage „ernst“ sei”: a part of a clause.
    const clause = words.slice(verb.index + verb[0].length)
    if (
      !colon &&
      (this.isInClause(clause) || (/^\s*\p{Ll}/u.test(this.#text.slice(end, end + 3)) && /,\s+$/.test(clause)))
    )
      return undefined
    if (!colon && this.#pack.bareClause && /,\s.*\p{L}\s+$/u.test(clause)) return undefined
    const cue = { start: begins + verb.index, end: begins + verb.index + verb[0].length }
    const speaker = this.ofVerb(cue, from, start)
    return speaker && { cue, speaker }
  }

  /** “…, dass die Lage „ernst“ sei”: whether a clause has begun and goes on before a quotation. */
  isInClause(words: string): boolean {
    return /\p{L}\s+$/u.test(words) && (this.#that.test(words) || this.#infinitive?.test(words) === true)
  }

  /** “…, assurant avoir « … »”: whether the same speaker is told to go on. */
  isAdding(words: string): boolean {
    return this.#adding?.test(words) === true
  }

  /** Berg hielt dagegen: “…”; fue tajante: “…”. */
  #subject(from: number, start: number): Told | undefined {
    const before = this.#text.slice(from, start)
    if (this.#pack.bareNouns || before.length > longestAside || /[“”»«„]/u.test(before)) return undefined
    const speaker = this.#phrases.read(this.#text, this.withoutEdges({ start: from, end: start }).start, start)
    const rest = this.#text.slice(speaker?.end ?? from, start)
    if (!/\p{Ll}\p{Ll}/u.test(rest) || !rest.trimEnd().endsWith(':')) return undefined
    const cue = bare(this.#text, { start: speaker?.end ?? from, end: start })
    if (speaker && this.#phrases.isSomebody(this.#text, speaker)) return { cue, speaker }
    return this.#pack.dropsPronouns && /^\p{L}/u.test(before)
      ? { cue, speaker: { start: from, end: from, words: [], isPronoun: true } }
      : undefined
  }

  /** Berg: “…”. */
  besideQuotation({ start }: Quotation, from: number): Phrase | undefined {
    const before = this.#text.slice(from, start)
    if (!this.#pack.bareNouns || before.length > longestAside || !/\p{L}:\s*$/u.test(before)) return undefined
    const clock = /^\s*\d{1,2}[.:]\d\d\.?\s+/.exec(before)?.[0].length ?? 0
    return this.whole(from + clock, from + before.lastIndexOf(':'))
  }

  /** Who stands before the verb, up to the beginning of the clause, or after it. */
  ofVerb(cue: Stretch, from: number, limit: number): Phrase | undefined {
    const after = this.#pack.verbFirst ? this.behind(cue, limit) : undefined
    if (after && after.end > after.start) return after
    const clause = withoutTitles(this.#text.slice(from, cue.start), this.#pack)
    const begins =
      from + Math.max(0, ...[...clause.matchAll(/[;:“”»«!?]\s*/gu)].map(({ index, 0: mark }) => index + mark.length))
    const pieces = clause.slice(begins - from).split(',')
    if (this.#nobody?.test(clause) === true) return undefined
    const holder =
      pieces.length > 2
        ? this.whole(begins, cue.start - (clause.length - clause.trimEnd().replace(/,$/, '').length))
        : undefined
    if (holder?.apposition) return holder
    // «Рубить начали утром, рассказывает Анна Берг: …»
    const teller = pieces.length > 1 && pieces.at(-1)!.trim() === '' ? this.behind(cue, limit) : undefined
    if (teller && teller.end > teller.start && /^[\s:]*$/.test(this.#text.slice(teller.end, limit))) return teller
    const first = this.joined.subject(cue, begins, limit)
    if (first) return first
    const last = this.whole(cue.start - pieces.at(-1)!.length, cue.start, cue)
    if (last) return this.joined.withList(last, begins)
    const subject = this.whole(begins, begins + pieces[0]!.length, cue) ?? after ?? this.behind(cue, limit)
    if (subject && subject.end > subject.start) return subject
    return this.joined.behindAnd(cue.start - pieces.at(-1)!.length, cue.start) ?? subject
  }

  /** Who stands after the verb, also behind a day or a place; nobody is a pronoun that is left out. */
  behind(cue: Stretch, limit: number): Phrase | undefined {
    const first = this.#afterTimes(cue.end, limit)
    const at = first + (matchAt(this.#inserted, this.#text, first, limit)?.[0].length ?? 0)
    const isArticled = this.#pack.smallNouns && !this.#pack.bareNouns
    const until = isArticled ? this.#around.before(this.#text, at, limit) : limit
    const speaker = this.#phrases.read(this.#text, at, until) ?? this.#bodyAt(cue, at, limit)
    const to = this.#toWhom && matchAt(this.#toWhom, this.#text, at, limit)
    const told = to && this.#phrases.read(this.#text, this.#afterTimes(at + to[0].length, limit), limit)
    if (told) return told
    if (speaker) return speaker
    const aside = this.#asides && matchAt(this.#asides, this.#text, at, limit)
    const behind = aside && this.#phrases.read(this.#text, this.#afterTimes(at + aside[0].length, limit), limit)
    if (behind || !this.#pack.dropsPronouns) return behind
    return { start: cue.end, end: cue.end, words: [], isPronoun: true }
  }

  #afterTimes(at: number, limit: number): number {
    for (let i = 0; i < 2; i++)
      for (const skipped of [this.#oblique, this.#times]) at += matchAt(skipped, this.#text, at, limit)?.[0].length ?? 0
    return at
  }

  /** Сообщили в полиции. */
  #bodyAt(cue: Stretch, at: number, limit: number): Phrase | undefined {
    const { bodies } = this.#pack
    if (!bodies?.verb.test(this.#text.slice(cue.start, cue.end))) return undefined
    const before = this.#body && matchAt(this.#body, this.#text, at, limit)
    if (before && matchAt(this.#times, this.#text, at, limit)) return undefined
    return before && this.#phrases.read(this.#text, at + before[0].length, limit)
  }

  /** A phrase that is all of a stretch, but for a day. A pronoun may have a capital there. */
  whole(start: number, end: number, cue?: Stretch): Phrase | undefined {
    const bracket = / \([^()]{1,40}\) ?$/.exec(this.#text.slice(start, end))
    const at = this.withoutEdges({ start, end: bracket ? start + bracket.index : end })
    const words = this.#text.slice(at.start, at.end)
    if (this.#pack.pronouns.includes(words.toLowerCase())) return pronounAt(words, at.start)
    const phrase = this.#phrases.read(this.#text, at.start, at.end)
    const several = cue && this.joined.several(at, cue)
    if (several) return several
    if (phrase?.start === at.start && phrase.end === at.end) return phrase
    if (at.end <= at.start) return undefined
    // “Fuentes de la entidad consultadas por este diario”.
    const isDescribed =
      phrase?.start === at.start &&
      this.#goesOn?.test(withoutTitles(this.#text.slice(phrase.end, at.end), this.#pack)) === true &&
      cue !== undefined
    if (isDescribed) return phrase
    const subject = cue && behindPlace(this.#text, at, this.#places, this.#pack)
    if (subject !== undefined) return this.whole(subject, at.end, cue)
    const body = cue && this.#bodyAt(cue, at.start, at.end)
    if (body?.end === at.end) return body
    const first = matchAt(this.#times, this.#text, at.start, at.end)?.[0].length ?? 0
    if (first > 0 && first < words.length) return this.whole(at.start + first, at.end, cue)
    const isDay = phrase?.start === at.start && this.#afterTimes(phrase.end, at.end) === at.end
    return isDay ? phrase : undefined
  }

  /** Without “außerdem”, “und” and to whom it was said. */
  withoutEdges(stretch: Stretch): Stretch {
    let at = trimmed(this.#text, stretch)
    for (let i = 0; i < 8 && at.end > at.start; i++) {
      const first = matchAt(this.#edges.first, this.#text, at.start, at.end)?.[0].length ?? 0
      const last = this.#edges.last.exec(this.#text.slice(at.start, at.end))?.[0].length ?? 0
      if (first === 0 && last === 0) break
      at = trimmed(this.#text, { start: at.start + first, end: Math.max(at.start + first, at.end - last) })
    }
    return this.#month.test(this.#text.slice(at.start, at.end)) && !/\s/.test(this.#text.slice(at.start, at.end))
      ? { start: at.end, end: at.end }
      : at
  }

  /** The source behind “according to”. */
  accordingAt(match: RegExpExecArray, limit: number): Told | undefined {
    const cue = { start: match.index, end: match.index + match[0].length }
    const theirs = match.slice(1).find((group) => group !== undefined)
    if (theirs) {
      const speaker = pronounAt(theirs, cue.start + match[0].toLowerCase().indexOf(theirs.toLowerCase()))
      return { cue, speaker: { ...speaker, isPronoun: !theirs.includes(' ') } }
    }
    const { bodies } = this.#pack
    const body = bodies && this.#bodyAt(cue, cue.end, limit)
    // “Según informó la policía”, “comme l’a dit le maire”.
    const verb = this.#pack.smallNouns && !this.#pack.bareNouns && this.verbAt(cue.end + 1, limit)
    if (verb) {
      const speaker = this.behind({ start: verb.index, end: verb.index + verb[0].length }, limit)
      return speaker && speaker.end > speaker.start ? { cue, speaker } : undefined
    }
    const speaker = body ?? this.#phrases.read(this.#text, cue.end, limit, { isBare: true })
    const isSource = speaker && !this.#pack.neverSource?.test(this.#text.slice(speaker.start, speaker.end))
    return isSource ? { cue, speaker } : undefined
  }

  /** “Как сообщает агентство со ссылкой на МЧС, …”. */
  citedAt(at: number, limit: number): Told | undefined {
    const match = this.#citing && matchAt(this.#citing, this.#text, at, limit)
    if (!match) return undefined
    const cue = trimmed(this.#text, { start: at + match[0].search(/\p{L}/u), end: at + match[0].length })
    const speaker = this.#phrases.read(this.#text, cue.end, limit, { isBare: true })
    return speaker && { cue, speaker }
  }
}

/** A month's name at a place: a day with a stop before it ends no sentence. */
export function monthAt({ months }: Pack): RegExp {
  return new RegExp(`^\\s*(?:${months.join('|') || '(?!)'})(?!\\p{L})`, 'iu')
}

/** A paper's or a film's name in marks ends no clause. */
function withoutTitles(clause: string, { titlesInMarks }: Pack): string {
  if (!titlesInMarks) return clause
  return clause.replace(/(?<=\p{L} )[«“„"]\p{Lu}[^«»“”„".!?,]{0,60}[»“”"]/gu, (title) => 'x'.repeat(title.length))
}

function pronounAt(text: string, start: number): Phrase {
  const end = start + text.length
  return { start, end, words: [{ text, start, end, isInside: false, isArticle: false }], isPronoun: true }
}
