import { findQuotations, type Quotation } from '../reading/quotations.ts'
import type { HopSource, Span, Statement } from '../statement.ts'
import { Around } from './around.ts'
import { fold } from './folded.ts'
import { alternatives, bare, matchAt, wholeWords, type Stretch, trimmed } from './matching.ts'
import type { Pack } from './pack.ts'
import { type Phrase, Phrases } from './phrases.ts'
import { spokenPieces } from './spoken.ts'
import { type Made, statementOf, type Relay } from './told.ts'

/** Shorter quotations without a speaker are as often titles or terms as someone's words. */
const fewestWords = 4
/** Between a verb and what is said: to whom, where and when. */
const longestAside = 120
const longestSentence = 3000

/** Who says what in a text that is not in English: quotations, clauses after a verb, and "according to". */
export function readAbroad(
  given: string,
  pack: Pack,
  publishedOn: string | undefined,
  spans: (place: Span) => Span[],
): Statement[] {
  const { text, placeOf } = fold(withPlainMarks(given, pack), pack.letters)
  const places = (place: Span) => spans(placeOf(place))
  const print = (place: Span) => {
    const { start, end } = placeOf(place)
    return given.slice(start, end)
  }
  return new Reading(text, pack, print, publishedOn).read().map((made) => statementOf(made, print, places))
}

/** In a text from right to left some open with the mark that closes elsewhere. */
function withPlainMarks(text: string, { noCapitals }: Pack): string {
  if (!noCapitals) return text
  return text.replace(/(?<=^|[\s(:])”(?=\S)/gmu, '“').replace(/(?<=\S)“(?=[\s.,:;،؛؟!)]|$)/gmu, '”')
}

class Reading {
  readonly #text: string
  readonly #quotations: readonly Quotation[]
  readonly #pack: Pack
  readonly #phrases: Phrases
  readonly #around: Around
  readonly #verb: RegExp
  readonly #times: RegExp
  readonly #asides: RegExp | undefined
  readonly #according: RegExp
  readonly #oblique: RegExp
  readonly #edges: { first: RegExp; last: RegExp }
  readonly #month: RegExp
  readonly #made: Made[] = []
  #before: HopSource | undefined
  #next = 0

  constructor(text: string, pack: Pack, print: (place: Span) => string, publishedOn: string | undefined) {
    this.#text = text
    this.#pack = pack
    this.#phrases = new Phrases(pack, text, print)
    this.#around = new Around(pack, publishedOn)
    this.#times = new RegExp(`\\s*${pack.times}(?!\\p{L})`, 'iu')
    this.#asides = pack.asides === undefined ? undefined : new RegExp(`\\s*${pack.asides}`, 'iu')
    const { oblique = '(?!)', particles = [] } = pack
    this.#oblique = new RegExp(`\\s*(?:${oblique})`, 'u')
    const edge = `(?:${alternatives(particles) || '(?!)'})`
    this.#edges = {
      first: new RegExp(`(?:${edge}|${oblique})(?!\\p{L})[\\s,]*`, 'iu'),
      last: new RegExp(`(?<!\\p{L})(?:${edge}|${oblique})\\s*$`, 'iu'),
    }
    this.#month = new RegExp(`^\\s*(?:${pack.months.join('|') || '(?!)'})(?!\\p{L})`, 'iu')
    const joined = pack.joined === undefined ? '' : `(?<=(?<![\\p{L}])[${pack.joined}])|`
    const begins = `(?:${joined}(?<![\\p{L}-]))`
    this.#verb = new RegExp(`${begins}(?:${alternatives(pack.verbs)})(?![\\p{L}-])`, 'giu')
    const theirs = pack.inTheirWords === undefined ? '' : `(?:${pack.inTheirWords})(?!\\p{L})|`
    this.#according = new RegExp(`${begins}(?:${theirs}${wholeWords(pack.according)})`, 'giu')
    this.#quotations = spokenPieces(text, findQuotations(text), pack, this.#verb)
  }

  read(): Made[] {
    for (const sentence of this.#sentences()) this.#readSentence(sentence)
    return this.#made.sort((a, b) => a.content[0]!.start - b.content[0]!.start)
  }

  /** A sentence does not end within a quotation. */
  *#sentences(): Generator<Stretch> {
    const segmenter = new Intl.Segmenter(this.#pack.language, { granularity: 'sentence' })
    let at = 0
    let quotation = 0
    for (const line of this.#text.split('\n')) {
      let start = at
      for (const { index, segment } of segmenter.segment(line)) {
        const end = at + index + segment.length
        while ((this.#quotations[quotation]?.end ?? Infinity) <= end) quotation++
        if ((this.#quotations[quotation]?.start ?? Infinity) < end && end < at + line.length) continue
        // „…?“, fragte sie: what follows with a small letter or a comma belongs to it.
        const next = this.#text.slice(end, end + 12)
        if (/^[\s,]*\p{Ll}/u.test(next) || this.#text[end] === ',') continue
        if (this.#pack.dialogue && /^[—–-]\s/.test(next)) continue
        if (/(?<!\d)\d{1,2}\.\s*$/.test(this.#text.slice(end - 5, end)) && this.#month.test(next)) continue
        yield* this.#cut({ start, end })
        start = end
      }
      if (start < at + line.length) yield* this.#cut({ start, end: at + line.length })
      at += line.length + 1
    }
  }

  /** Where a quotation ends with its own sentence and a capital follows, another sentence begins. */
  *#cut({ start, end }: Stretch): Generator<Stretch> {
    let from = start
    for (let i = this.#next; (this.#quotations[i]?.start ?? Infinity) < end; i++) {
      const quotation = this.#quotations[i]!
      const isWhole = /[.!?…]\s*$/u.test(this.#text.slice(quotation.innerStart, quotation.innerEnd))
      if (!isWhole || quotation.end >= end || !/^\s+\p{Lu}/u.test(this.#text.slice(quotation.end, quotation.end + 4)))
        continue
      yield trimmed(this.#text, { start: from, end: quotation.end })
      from = quotation.end
    }
    yield trimmed(this.#text, { start: from, end })
  }

  #readSentence(sentence: Stretch) {
    if (sentence.end <= sentence.start) return
    const quoted: Quotation[] = []
    for (; (this.#quotations[this.#next]?.start ?? Infinity) < sentence.end; this.#next++)
      quoted.push(this.#quotations[this.#next]!)
    const count = this.#made.length
    // Nobody writes such a sentence; each verb in it would read all of it again.
    if (sentence.end - sentence.start > longestSentence) {
      for (const quotation of quoted) this.#leaveAlone(sentence, quotation, false)
      return
    }
    const left = this.#readQuotations(sentence, quoted)
    if (this.#made.length === count) this.#readAccording(sentence, quoted)
    if (this.#made.length === count) {
      const clause = this.#clauseIn(sentence, quoted)
      if (clause) this.#add(clause)
    }
    if (this.#made.length === count) this.#readClauseBefore(sentence, quoted)
    if (this.#made.length === count) this.#notice(sentence)
    this.#lookAround(sentence, quoted, this.#made.slice(count))
    for (const quotation of left) this.#leaveAlone(sentence, quotation, this.#made.length > count)
  }

  /** Returns those that have no speaker. */
  #readQuotations(sentence: Stretch, quoted: Quotation[]): Quotation[] {
    const left: Quotation[] = []
    let last: Made | undefined
    for (const quotation of quoted) {
      const after = this.#speakerAfter(quotation, sentence.end)
      if (after) this.#add((last = { content: [quotation], rule: 'quotation before the speaker', ...after }))
      else if (last && this.#goesOn(last, quotation)) last.content.push(quotation)
      else {
        const before = this.#speakerBefore(quotation, sentence.start)
        const beside = before ? undefined : this.#nameBeside(quotation, sentence.start)
        if (before) this.#add((last = { content: [quotation], rule: 'speaker before a quotation', ...before }))
        else if (beside) this.#add((last = { content: [quotation], rule: 'name beside a quotation', speaker: beside }))
        else left.push(quotation)
      }
    }
    return left
  }

  #add(made: Made) {
    if (made.speaker && made.speaker.start === made.speaker.end) {
      // Nobody is written there: it is who spoke before, if anybody.
      if (this.#before) made.source = { ...this.#before, mention: null, start: null, end: null }
    } else if (made.speaker) {
      made.source = this.#sourceOf(made.speaker)
      if (made.source.anonymity === 'named') this.#before = made.source
      else if (this.#pack.dropsPronouns && !made.speaker.isPronoun) this.#before = made.source
    }
    this.#made.push(made)
  }

  #sourceOf(speaker: Phrase): HopSource {
    const { start, end } = speaker
    return { ...this.#phrases.source(this.#text, speaker, this.#before), start, end }
  }

  /** “…”, sagte Berg, “…”. */
  #goesOn({ speaker, content }: Made, { start }: Quotation): boolean {
    const from = Math.max(speaker?.end ?? 0, content.at(-1)!.end)
    const between = this.#text.slice(from, start)
    if (start < from || start - from >= longestAside) return false
    return !/[.!?;]\s/.test(this.#pack.dialogue ? between.replace(/[.,:]\s+[—–-]\s+$/u, '') : between)
  }

  #speakerAfter({ end }: Quotation, limit: number): Told | undefined {
    const gap = /^[\s,.!?…]*(?:[–—-]\s*)?/u.exec(this.#text.slice(end, Math.min(limit, end + 8)))?.[0].length ?? 0
    const at = end + gap
    const inverted = this.#pack.inverted && matchAt(this.#pack.inverted, this.#text, at, limit)
    if (inverted) {
      const pronoun = inverted.slice(1).find((group) => group !== undefined) ?? ''
      const start = at + inverted[0].toLowerCase().indexOf(`-${pronoun.toLowerCase()}`) + 1
      return {
        cue: { start: at, end: at + inverted[0].length },
        speaker: pronounAt(pronoun, start),
      }
    }
    const quoting = this.#quotingAfter(at, limit)
    if (quoting) return quoting
    const { afterQuotation } = this.#pack
    const verb = (afterQuotation && matchAt(afterQuotation, this.#text, at, limit)) ?? this.#verbAt(at, limit)
    if (verb) {
      const cue = { start: verb.index, end: verb.index + verb[0].trimEnd().length }
      const speaker = this.#after(cue, limit)
      return speaker && { cue, speaker }
    }
    const according = matchAt(this.#according, this.#text, at, limit)
    if (according) return this.#accordingAt(according, limit)
    // “…”, Berg sagte.
    const speaker = this.#phrases.read(this.#text, at, limit)
    const next = speaker && this.#verbAt(speaker.end + 1, limit)
    return next && { cue: { start: next.index, end: next.index + next[0].length }, speaker }
  }

  /** «…», — цитирует Иванова газета. */
  #quotingAfter(at: number, limit: number): Told | undefined {
    const { quoting } = this.#pack
    const verb = quoting && matchAt(new RegExp(alternatives(quoting), 'iu'), this.#text, at, limit)
    if (!verb) return undefined
    const cue = { start: at, end: at + verb[0].length }
    const theirs = /^\s*(его|ее|их)\s/iu.exec(this.#text.slice(cue.end, Math.min(limit, cue.end + 8)))
    const speaker = theirs
      ? pronounAt(theirs[1]!, cue.end + theirs[0].indexOf(theirs[1]!))
      : this.#phrases.read(this.#text, cue.end, limit)
    const outer = speaker && this.#phrases.read(this.#text, speaker.end, limit)
    return outer && { cue, speaker, relays: [{ speaker: outer, source: this.#sourceOf(outer), cue }] }
  }

  /** Also behind a letter that is joined to it. */
  #verbAt(at: number, limit: number): RegExpExecArray | undefined {
    const isJoined = this.#pack.joined?.includes(this.#text[at] ?? ' ')
    return (
      matchAt(this.#verb, this.#text, at, limit) ??
      (isJoined ? matchAt(this.#verb, this.#text, at + 1, limit) : undefined)
    )
  }

  /** Berg sagte am Montag: “…”. */
  #speakerBefore({ start }: Quotation, from: number): Told | undefined {
    const begins = Math.max(from, start - 2 * longestAside)
    const words = this.#text.slice(begins, start)
    const verb = [...words.matchAll(this.#verb)].at(-1)
    if (!verb || /[.;!?]\s|[“”»«„]/u.test(words.slice(verb.index))) return undefined
    const cue = { start: begins + verb.index, end: begins + verb.index + verb[0].length }
    const speaker = this.#speakerAt(cue, from, start)
    return speaker && { cue, speaker }
  }

  /** Berg: “…”. */
  #nameBeside({ start }: Quotation, from: number): Phrase | undefined {
    const before = this.#text.slice(from, start)
    if (!this.#pack.bareNouns || before.length > longestAside || !/\p{L}:\s*$/u.test(before)) return undefined
    const clock = /^\s*\d{1,2}[.:]\d\d\.?\s+/.exec(before)?.[0].length ?? 0
    return this.#whole(from + clock, from + before.lastIndexOf(':'))
  }

  /** Who stands before the verb, up to the beginning of the clause, or after it. */
  #speakerAt(cue: Stretch, from: number, limit: number): Phrase | undefined {
    const after = this.#pack.verbFirst ? this.#after(cue, limit) : undefined
    if (after && after.end > after.start) return after
    const clause = this.#text.slice(from, cue.start)
    const begins =
      from + Math.max(0, ...[...clause.matchAll(/[;:“”»«!?]\s*/gu)].map(({ index, 0: mark }) => index + mark.length))
    const pieces = this.#text.slice(begins, cue.start).split(',')
    const { nobody } = this.#pack
    if (nobody !== undefined && new RegExp(`(?<!\\p{L})${nobody}\\s+$`, 'iu').test(clause)) return undefined
    const last = this.#whole(cue.start - pieces.at(-1)!.length, cue.start, cue)
    return last ?? this.#whole(begins, begins + pieces[0]!.length, cue) ?? after ?? this.#after(cue, limit)
  }

  /** Who stands after the verb, also behind a day or a place; nobody is a pronoun that is left out. */
  #after(cue: Stretch, limit: number): Phrase | undefined {
    const at = this.#afterTimes(cue.end, limit)
    const isArticled = this.#pack.smallNouns && !this.#pack.bareNouns
    const until = isArticled ? this.#around.before(this.#text, at, limit) : limit
    const speaker = this.#phrases.read(this.#text, at, until) ?? this.#bodyAt(cue, at, limit)
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
    const before = matchAt(new RegExp(`\\s*${bodies.before}\\s+`, 'iu'), this.#text, at, limit)
    return before && this.#phrases.read(this.#text, at + before[0].length, limit)
  }

  /** A phrase that is all of a stretch, but for a day. A pronoun may have a capital there. */
  #whole(start: number, end: number, cue?: Stretch): Phrase | undefined {
    const at = this.#withoutEdges({ start, end })
    const words = this.#text.slice(at.start, at.end)
    if (this.#pack.pronouns.includes(words.toLocaleLowerCase(this.#pack.language))) return pronounAt(words, at.start)
    const phrase = this.#phrases.read(this.#text, at.start, at.end)
    if (phrase?.start === at.start && phrase.end === at.end) return phrase
    if (at.end <= at.start) return undefined
    const body = cue && this.#bodyAt(cue, at.start, at.end)
    if (body?.end === at.end) return body
    const first = matchAt(this.#times, this.#text, at.start, at.end)?.[0].length ?? 0
    if (first > 0 && first < words.length) return this.#whole(at.start + first, at.end, cue)
    const isDay = phrase?.start === at.start && this.#afterTimes(phrase.end, at.end) === at.end
    return isDay ? phrase : undefined
  }

  /** Without “außerdem”, “und” and to whom it was said. */
  #withoutEdges(stretch: Stretch): Stretch {
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
  #accordingAt(match: RegExpExecArray, limit: number): Told | undefined {
    const cue = { start: match.index, end: match.index + match[0].length }
    const theirs = match.slice(1).find((group) => group !== undefined)
    if (theirs)
      return { cue, speaker: pronounAt(theirs, cue.start + match[0].toLowerCase().indexOf(theirs.toLowerCase())) }
    const { bodies } = this.#pack
    const body = bodies && this.#bodyAt(cue, cue.end, limit)
    const speaker = body ?? this.#phrases.read(this.#text, cue.end, limit, { isBare: true })
    return speaker && { cue, speaker }
  }

  /** Laut Polizei …; …, selon la police. */
  #readAccording(sentence: Stretch, quoted: Quotation[]) {
    const words = this.#text.slice(sentence.start, sentence.end)
    for (const match of words.matchAll(this.#according)) {
      match.index += sentence.start
      const told = this.#isApart(match.index, sentence, quoted) ? this.#accordingAt(match, sentence.end) : undefined
      if (!told) continue
      const { cue, speaker } = told
      const cited = this.#citedAfter(speaker.end, sentence.end)
      const end = this.#sourceEnd(match[0], cited?.speaker ?? speaker, sentence.end)
      const after = bare(this.#text, { start: Math.max(cue.end, end), end: sentence.end })
      const before = bare(this.#text, { start: sentence.start, end: cue.start })
      const whole = cue.start - sentence.start < 3 ? after : after.end - after.start < 3 ? before : undefined
      const inner = whole && this.#clauseIn(whole, quoted)
      if (whole && inner?.speaker && this.#opensWith(inner, whole)) {
        const relay = { speaker, source: this.#sourceOf(speaker), cue }
        return this.#add({ ...inner, relays: [relay] })
      }
      const pieces = [before, after]
      const content = pieces.filter(({ start, end }) => end - start > 2)
      if (content.length > 0 && cited)
        return this.#add({
          content,
          ...cited,
          rule: 'according to',
          relays: [{ speaker, source: this.#sourceOf(speaker), cue }],
        })
      if (content.length > 0) return this.#add({ content, cue, speaker, rule: 'according to' })
    }
    for (const word of this.#pack.accordingAfter) {
      const at = words.search(new RegExp(`(?<!\\p{L})${word}(?!\\p{L})`, 'iu'))
      const speaker = at > 0 ? this.#whole(sentence.start, sentence.start + at) : undefined
      const cue = { start: sentence.start + at, end: sentence.start + at + word.length }
      if (speaker)
        return this.#add({
          content: [bare(this.#text, { start: cue.end, end: sentence.end })],
          cue,
          speaker,
          rule: 'according to',
        })
    }
  }

  /** “Как сообщает агентство со ссылкой на МЧС, …”. */
  #citedAfter(at: number, limit: number): Told | undefined {
    const citing = new RegExp(`\\s*,?\\s*(?:${wholeWords(this.#pack.citing)})`, 'iu')
    const match = this.#pack.citing.length > 0 ? matchAt(citing, this.#text, at, limit) : undefined
    if (!match) return undefined
    const cue = trimmed(this.#text, { start: at + match[0].search(/\p{L}/u), end: at + match[0].length })
    const speaker = this.#phrases.read(this.#text, cue.end, limit, { isBare: true })
    return speaker && { cue, speaker }
  }

  /** Behind what a source goes on with, up to a comma, and the verb of “wie der Spiegel berichtet”. */
  #sourceEnd(cue: string, { end }: Phrase, limit: number): number {
    const { goesOn } = this.#pack
    const rest = this.#text.slice(end, Math.min(limit, end + longestAside))
    const further =
      goesOn === undefined
        ? null
        : new RegExp(`^\\s+(?:${goesOn}|${this.#pack.times})[^,.;:!?«»“”]*(?=,)`, 'iu').exec(rest)
    if (further) return end + further[0].length
    const verb = /^wie$/i.test(cue) ? /^\s+\p{L}+(?=[,.]|$)/u.exec(rest) : null
    return end + (verb?.[0].length ?? 0)
  }

  /** Whether it begins the sentence or stands behind a comma, and in no quotation. */
  #isApart(at: number, sentence: Stretch, quoted: Quotation[]): boolean {
    if (quoted.some(({ start, end }) => start < at && at < end)) return false
    const before = this.#text.slice(sentence.start, at)
    return before.trim() === '' || /[,–—(]\s*$/u.test(before) || this.#pack.joined?.includes(before.trim()) === true
  }

  /** The speaker and the verb of what is passed on stand at its beginning. */
  #opensWith({ speaker, cue }: Made, { start }: Stretch): boolean {
    const first = Math.min(speaker!.start === speaker!.end ? Infinity : speaker!.start, cue!.start)
    return first - start < 25 && speaker!.start - cue!.end < 60
  }

  /** Berg sagte, dass …; she said, in German, it is so. */
  #clauseIn(sentence: Stretch, quoted: Quotation[]): Made | undefined {
    const words = this.#text.slice(sentence.start, sentence.end)
    const that = new RegExp(`(?<![\\p{L}])${this.#pack.that}`, 'iu')
    for (const { index, 0: verb } of words.matchAll(this.#verb)) {
      const cue = { start: sentence.start + index, end: sentence.start + index + verb.length }
      if (quoted.some(({ start, end }) => start < cue.start && cue.start < end)) continue
      const aside = /^[^.;:!?]*/u.exec(words.slice(index + verb.length))![0].slice(0, longestAside)
      const clause = that.exec(aside)?.index
      const comma = aside.indexOf(',')
      const isBare =
        clause === undefined &&
        this.#pack.bareClause &&
        comma >= 0 &&
        !notSaid.test(aside.slice(comma + 1)) &&
        (isTime.test(aside.slice(0, comma).trim()) || !article.test(aside.slice(comma + 1)))
      const begins = clause ?? (isBare ? comma + 1 : -1)
      if (begins < 0) continue
      const content = bare(this.#text, { start: cue.end + begins, end: sentence.end })
      const speaker = this.#speakerAt(cue, sentence.start, cue.end + begins)
      if (!speaker || content.end - content.start < 8) continue
      const passed = this.#passedAtEnd(content)
      if (passed) content.end = passed.at
      return {
        content: [content],
        cue,
        speaker,
        rule: isBare ? 'clause without that' : 'that-clause',
        ...(passed && { relays: [passed.relay] }),
      }
    }
    return undefined
  }

  /** “…, что мост закрыт, сообщает агентство”. */
  #passedAtEnd({ start, end }: Stretch): { at: number; relay: Relay } | undefined {
    const words = this.#text.slice(start, end)
    const match = [...words.matchAll(new RegExp(`,\\s+(?=(?:${this.#verb.source}))`, 'giu'))].at(-1)
    const verb = match && this.#verbAt(start + match.index + match[0].length, end)
    if (!verb || match.index < 8) return undefined
    const cue = { start: verb.index, end: verb.index + verb[0].length }
    const speaker = this.#phrases.read(this.#text, cue.end, end)
    if (!speaker || speaker.isPronoun || speaker.end < end) return undefined
    const source = this.#sourceOf(speaker)
    return { at: start + match.index, relay: { speaker, source, cue } }
  }

  /** Die Ursache ist unklar, teilte die Polizei mit. */
  #readClauseBefore(sentence: Stretch, quoted: Quotation[]) {
    if (quoted.length > 0) return
    const words = this.#text.slice(sentence.start, sentence.end)
    for (const { index, 0: verb } of words.matchAll(this.#verb)) {
      const before = words.slice(0, index)
      if (!/,\s*$/.test(before) || before.split(/\s+/).length < 4) continue
      const cue = { start: sentence.start + index, end: sentence.start + index + verb.length }
      const speaker = this.#after(cue, sentence.end)
      if (!speaker || speaker.start === speaker.end) continue
      const begins = sentence.start + (dateline.exec(before)?.[0].length ?? 0)
      const content = [bare(this.#text, { start: begins, end: cue.start - 1 })]
      content[0]!.end -= /,$/.test(this.#text.slice(content[0]!.start, content[0]!.end)) ? 1 : 0
      return this.#add({ content, cue, speaker, rule: 'clause before the speaker' })
    }
  }

  /** When and to whom it was said, and who passed it on, in the words around. */
  #lookAround(sentence: Stretch, quoted: readonly Quotation[], made: readonly Made[]) {
    const [first] = made
    if (!first) return
    const own = this.#ownWords(sentence, quoted, made)
    this.#readFurther(first, sentence)
    for (const one of made) {
      if (one.rule === 'according to') continue
      const outside = own.flatMap((stretch) => without(stretch, one.speaker))
      const date = one.cue && this.#around.date(this.#text, outside, one.cue.start)
      const addressee = this.#around.addressee(this.#text, outside)
      if (date) one.date = date
      if (addressee) one.addressee = addressee
    }
    this.#readCited(first, sentence, own)
    this.#readReporter(first, own)
  }

  /** What is neither said nor quoted in the sentence. */
  #ownWords(sentence: Stretch, quoted: readonly Quotation[], made: readonly Made[]): Stretch[] {
    const taken = [...quoted, ...made.flatMap(({ content }) => content)].sort((a, b) => a.start - b.start)
    const own: Stretch[] = []
    let from = sentence.start
    for (const { start, end } of taken) {
      if (start > from) own.push({ start: from, end: start })
      from = Math.max(from, end)
    }
    if (from < sentence.end) own.push({ start: from, end: sentence.end })
    return own
  }

  /** “…, сообщает агентство со ссылкой на полицию”: those cited are the origin. */
  #readCited(made: Made, sentence: Stretch, own: readonly Stretch[]) {
    const { citing: before, passing } = this.#pack
    if (before.length === 0 || !made.speaker || !made.source || !made.cue) return
    if (made.rule === 'according to' && made.relays) return
    const passes = passing?.verb.test(this.#text.slice(made.cue.start, made.cue.end)) ? [passing.from] : []
    const citing = new RegExp(`(?<![\\p{L}])(?:${wholeWords([...before, ...passes])})`, 'iu')
    for (const { start, end } of own) {
      const match = citing.exec(this.#text.slice(start, end))
      if (!match) continue
      const cue = { start: start + match.index, end: start + match.index + match[0].length }
      const speaker = this.#phrases.read(this.#text, cue.end, end, { isBare: true })
      if (!speaker) continue
      const outer = { speaker: made.speaker, source: made.source, cue: made.cue }
      made.relays = [outer, ...(made.relays ?? [])]
      Object.assign(made, { speaker, source: this.#sourceOf(speaker), cue })
      return
    }
  }

  /** “Laut der Zeitung sagte Berg …”; “…, sagte Berg, wie die Zeitung berichtet”. */
  #readReporter(made: Made, own: readonly Stretch[]) {
    if (made.rule === 'according to' || made.relays || !made.cue) return
    for (const stretch of own)
      for (const match of this.#text.slice(stretch.start, stretch.end).matchAll(this.#according)) {
        match.index += stretch.start
        if (made.cue.start <= match.index && match.index < made.cue.end) continue
        const told = this.#accordingAt(match, stretch.end)
        if (!told || told.speaker.isPronoun || overlap(told.speaker, made.speaker)) continue
        made.relays = [{ speaker: told.speaker, source: this.#sourceOf(told.speaker), cue: told.cue }]
        return
      }
  }

  /** “…, отметив, что …”: the same speaker goes on. */
  #readFurther(made: Made, sentence: Stretch) {
    const { adding } = this.#pack
    const last = made.content.at(-1)!
    if (!adding || !made.source) return
    const from = made.rule.includes('quotation') ? Math.max(last.end, made.speaker?.end ?? 0) : last.start
    const words = this.#text.slice(from, sentence.end)
    const further = new RegExp(
      `[,;]\\s+(?:[${this.#pack.joined ?? ' '}]?)(${alternatives(adding)})(?!\\p{L})(?: [^,.;:!?]{0,30}?)?,?\\s+(?=${this.#pack.that})`,
      'iu',
    ).exec(words)
    if (!further) return
    const at = from + further.index
    const cueStart = at + further[0].indexOf(further[1]!)
    const content = bare(this.#text, { start: at + further[0].length, end: sentence.end })
    if (content.end - content.start < 8) return
    if (last.end > at) last.end = at
    this.#made.push({
      content: [content],
      cue: { start: cueStart, end: cueStart + further[1]!.length },
      speaker: { start: cueStart, end: cueStart, words: [], isPronoun: true },
      source: { ...made.source, mention: null, start: null, end: null },
      rule: 'that-clause',
    })
  }

  /** Who is named where nothing is said may be meant by a pronoun later: at its beginning, or behind a verb of saying. */
  #notice(sentence: Stretch) {
    const first = this.#phrases.read(this.#text, sentence.start, sentence.end)
    const verb = new RegExp(this.#verb.source, 'iu').exec(this.#text.slice(sentence.start, sentence.end))
    const at = sentence.start + (verb?.index ?? 0)
    const told = verb ? this.#after({ start: at, end: at + verb[0].length }, sentence.end) : undefined
    for (const phrase of [told, first]) {
      if (!phrase || phrase.isPronoun) continue
      const source = this.#phrases.source(this.#text, phrase, undefined)
      if (source.kind !== 'person' || source.anonymity !== 'named') continue
      this.#before = { ...source, start: phrase.start, end: phrase.end }
      return
    }
  }

  /** A quotation alone in its sentence is given to who spoke just before; others are only told if they are long enough. */
  #leaveAlone(sentence: Stretch, quotation: Quotation, isOfClause: boolean) {
    const { start, end, innerStart, innerEnd } = quotation
    if (isOfClause && this.#made.at(-1)?.content.some((one) => one.start <= start && end <= one.end)) return
    if (this.#text.slice(innerStart, innerEnd).trim().split(/\s+/).length < fewestWords) return
    const last = this.#made.at(-1)
    const isAlone = start - sentence.start <= 1 && sentence.end - end <= 1
    const isNext = last?.source && start - Math.max(last.content.at(-1)!.end, last.source.end ?? 0) < longestAside
    if (isAlone && isNext && last.source)
      this.#made.push({
        content: [quotation],
        source: { ...last.source, mention: null, start: null, end: null },
        rule: 'quotation carried over',
      })
    else this.#made.push({ content: [quotation], rule: 'quotation without attribution' })
  }
}

type Told = { cue: Stretch; speaker: Phrase; relays?: Relay[] }

function pronounAt(text: string, start: number): Phrase {
  const end = start + text.length
  return { start, end, words: [{ text, start, end, isInside: false, isArticle: false }], isPronoun: true }
}

function overlap(one: Stretch, other: Stretch | undefined): boolean {
  return other !== undefined && one.start < other.end && other.start < one.end
}

function without(stretch: Stretch, taken: Stretch | undefined): Stretch[] {
  if (!taken || !overlap(stretch, taken)) return [stretch]
  return [
    { start: stretch.start, end: taken.start },
    { start: taken.end, end: stretch.end },
  ].filter(({ start, end }) => end > start)
}

/** “СЕВЕРОМОРСК, 26 ноября — ”: where it was filed. */
const dateline = /^\p{Lu}{3,}[^—–]{0,40}[—–]\s+/u

/** What may follow a comma in German and is not what was said. */
const notSaid = /^\s*(?:wenn|weil|um|als|während|und|aber|nachdem|obwohl|bevor|wie|was|wo|sondern)(?!\p{L})/iu
/** It begins a relative clause, unless the comma stands right behind the verb or a day. */
const article = /^\s*(?:die|der|das|den|dem)(?!\p{L})/iu
const isTime = /^(?:am \p{Lu}\p{Ll}+|gestern|heute|zuvor)?$/u
