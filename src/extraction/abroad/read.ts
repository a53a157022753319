import { emptyHop } from '../chains.ts'
import type { RuleName } from '../drafts.ts'
import type { Quotation } from '../reading/quotations.ts'
import type { HopSource, Span, Statement } from '../statement.ts'
import type { Pack } from './pack.ts'
import { type Phrase, Phrases } from './phrases.ts'

type Stretch = { start: number; end: number }
type Made = { content: Stretch[]; cue?: Stretch; speaker?: Phrase; source?: HopSource; rule: RuleName }

/** As our own articles in these languages went; there is no corpus to measure them on. */
const confidences: Partial<Record<RuleName, number>> = {
  'quotation before the speaker': 0.85,
  'speaker before a quotation': 0.75,
  'that-clause': 0.7,
  'clause without that': 0.5,
  'clause before the speaker': 0.6,
  'according to': 0.65,
  'quotation carried over': 0.55,
}
const alone = 0.4
/** Shorter quotations without a speaker are as often titles or terms as someone's words. */
const fewestWords = 4
/** Between a verb and what is said: to whom, where and when. */
const longestAside = 120
const longestSentence = 3000

/** Who says what in a text that is not in English: quotations, clauses after a verb, and "according to". */
export function readAbroad(
  text: string,
  quotations: readonly Quotation[],
  pack: Pack,
  spans: (place: Span) => Span[],
): Statement[] {
  return new Reading(text, quotations, pack).read().map((made) => statementOf(made, text, spans))
}

class Reading {
  readonly #text: string
  readonly #quotations: readonly Quotation[]
  readonly #pack: Pack
  readonly #phrases: Phrases
  readonly #verb: RegExp
  readonly #times: RegExp
  readonly #made: Made[] = []
  #before: HopSource | undefined
  #next = 0

  constructor(text: string, quotations: readonly Quotation[], pack: Pack) {
    this.#text = text
    this.#quotations = quotations
    this.#pack = pack
    this.#phrases = new Phrases(pack)
    this.#times = new RegExp(`\\s*${pack.times}(?!\\p{L})`, 'iu')
    this.#verb = new RegExp(`(?<![\\p{L}-])(?:${alternatives(pack.verbs)})(?![\\p{L}-])`, 'giu')
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
        if (/^[\s,]*\p{Ll}/u.test(this.#text.slice(end, end + 12)) || this.#text[end] === ',') continue
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
    if (this.#made.length === count) this.#readClause(sentence, quoted)
    if (this.#made.length === count) this.#readClauseBefore(sentence, quoted)
    if (this.#made.length === count) this.#notice(sentence)
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
        if (before) this.#add((last = { content: [quotation], rule: 'speaker before a quotation', ...before }))
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
      const { start, end } = made.speaker
      made.source = { ...this.#phrases.source(this.#text, made.speaker, this.#before), start, end }
      if (made.source.anonymity === 'named') this.#before = made.source
    }
    this.#made.push(made)
  }

  /** “…”, sagte Berg, “…”. */
  #goesOn({ speaker, content }: Made, { start }: Quotation): boolean {
    const from = Math.max(speaker?.end ?? 0, content.at(-1)!.end)
    return start >= from && start - from < longestAside && !/[.!?;]\s/.test(this.#text.slice(from, start))
  }

  #speakerAfter({ end }: Quotation, limit: number): { cue: Stretch; speaker: Phrase } | undefined {
    const gap = /^[\s,.]*(?:[–—-]\s*)?/u.exec(this.#text.slice(end, Math.min(limit, end + 8)))?.[0].length ?? 0
    const at = end + gap
    const inverted = this.#pack.inverted && matchAt(this.#pack.inverted, this.#text, at, limit)
    if (inverted) {
      const pronoun = inverted.slice(1).find((group) => group !== undefined) ?? ''
      const start = at + inverted[0].toLowerCase().indexOf(`-${pronoun.toLowerCase()}`) + 1
      const words = [{ text: pronoun, isInside: false, isArticle: false }]
      const cue = { start: at, end: at + inverted[0].length }
      const named = this.#phrases.read(this.#text, cue.end, Math.min(limit, cue.end))
      return { cue, speaker: named ?? { start, end: start + pronoun.length, words, isPronoun: true } }
    }
    const { afterQuotation } = this.#pack
    const verb =
      (afterQuotation && matchAt(afterQuotation, this.#text, at, limit)) ?? matchAt(this.#verb, this.#text, at, limit)
    if (verb) {
      const cue = { start: at, end: at + verb[0].trimEnd().length }
      const speaker = this.#after(cue.end, limit)
      return speaker && { cue, speaker }
    }
    // “…”, Berg sagte.
    const speaker = this.#phrases.read(this.#text, at, limit)
    const next = speaker && matchAt(this.#verb, this.#text, speaker.end + 1, limit)
    return next && { cue: { start: speaker.end + 1, end: speaker.end + 1 + next[0].length }, speaker }
  }

  /** Berg sagte am Montag: “…”. */
  #speakerBefore({ start }: Quotation, from: number): { cue: Stretch; speaker: Phrase } | undefined {
    const begins = Math.max(from, start - 2 * longestAside)
    const words = this.#text.slice(begins, start)
    const verb = [...words.matchAll(this.#verb)].at(-1)
    if (!verb || /[.;!?]\s|[“”»«„]/u.test(words.slice(verb.index))) return undefined
    const cue = { start: begins + verb.index, end: begins + verb.index + verb[0].length }
    const speaker = this.#speakerAt(cue, from, start)
    return speaker && { cue, speaker }
  }

  /** Who stands before the verb, up to the beginning of the clause, or after it. */
  #speakerAt({ start, end }: Stretch, from: number, limit: number): Phrase | undefined {
    const clause = this.#text.slice(from, start)
    const begins =
      from + Math.max(0, ...[...clause.matchAll(/[;:“”»«!?]\s*/gu)].map(({ index, 0: mark }) => index + mark.length))
    const pieces = this.#text.slice(begins, start).split(',')
    const first = this.#whole(begins, begins + pieces[0]!.length)
    if (first && pieces.length !== 2) return first
    const lastStart = start - pieces.at(-1)!.length
    return first ?? this.#whole(lastStart, start) ?? this.#after(end, limit)
  }

  /** Who stands after the verb, also behind a day; nobody is a pronoun that is left out. */
  #after(at: number, limit: number): Phrase | undefined {
    const day = matchAt(this.#times, this.#text, at, limit)?.[0].length ?? 0
    const speaker = this.#phrases.read(this.#text, at + day, limit)
    if (speaker || !this.#pack.dropsPronouns) return speaker
    return { start: at, end: at, words: [], isPronoun: true }
  }

  /** A phrase that is all of a stretch. A pronoun may have a capital there. */
  #whole(start: number, end: number): Phrase | undefined {
    const at = trimmed(this.#text, { start, end })
    const words = this.#text.slice(at.start, at.end)
    if (this.#pack.pronouns.includes(words.toLocaleLowerCase(this.#pack.language)))
      return { ...at, words: [{ text: words, isInside: false, isArticle: false }], isPronoun: true }
    const phrase = this.#phrases.read(this.#text, at.start, at.end)
    return phrase?.start === at.start && phrase.end === at.end ? phrase : undefined
  }

  /** Laut Polizei …; …, selon la police. */
  #readAccording(sentence: Stretch, quoted: Quotation[]) {
    const words = this.#text.slice(sentence.start, sentence.end)
    const pattern = new RegExp(`(?<![\\p{L}-])(?:${alternatives(this.#pack.according)})(?![\\p{L}])`, 'giu')
    for (const { index, 0: cueWords } of words.matchAll(pattern)) {
      const cue = { start: sentence.start + index, end: sentence.start + index + cueWords.length }
      const before = words.slice(0, index)
      if (quoted.some(({ start, end }) => start < cue.start && cue.start < end)) continue
      if (before.trim() !== '' && !/[,–—(]\s*$/u.test(before)) continue
      const speaker = this.#phrases.read(this.#text, cue.end, sentence.end, { isBare: true })
      if (!speaker) continue
      const pieces = [
        { start: sentence.start, end: cue.start },
        { start: speaker.end, end: sentence.end },
      ].map((piece) => bare(this.#text, piece))
      const content = pieces.filter(({ start, end }) => end - start > 2)
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

  /** Berg sagte, dass …; she said, in German, it is so. */
  #readClause(sentence: Stretch, quoted: Quotation[]) {
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
      return this.#add({ content: [content], cue, speaker, rule: isBare ? 'clause without that' : 'that-clause' })
    }
  }

  /** Die Ursache ist unklar, teilte die Polizei mit. */
  #readClauseBefore(sentence: Stretch, quoted: Quotation[]) {
    if (quoted.length > 0) return
    const words = this.#text.slice(sentence.start, sentence.end)
    for (const { index, 0: verb } of words.matchAll(this.#verb)) {
      const before = words.slice(0, index)
      if (!/,\s*$/.test(before) || before.split(/\s+/).length < 4) continue
      const cue = { start: sentence.start + index, end: sentence.start + index + verb.length }
      const speaker = this.#after(cue.end, sentence.end)
      if (!speaker || speaker.start === speaker.end) continue
      const content = [bare(this.#text, { start: sentence.start, end: cue.start - 1 })]
      content[0]!.end -= /,$/.test(this.#text.slice(content[0]!.start, content[0]!.end)) ? 1 : 0
      return this.#add({ content, cue, speaker, rule: 'clause before the speaker' })
    }
  }

  /** Who is named where nothing is said may be meant by a pronoun later. */
  #notice(sentence: Stretch) {
    const phrase = this.#phrases.read(this.#text, sentence.start, sentence.end)
    if (!phrase || phrase.isPronoun) return
    const source = this.#phrases.source(this.#text, phrase, undefined)
    if (source.kind === 'person' && source.anonymity === 'named')
      this.#before = { ...source, start: phrase.start, end: phrase.end }
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

/** What may follow a comma in German and is not what was said. */
const notSaid = /^\s*(?:wenn|weil|um|als|während|und|aber|nachdem|obwohl|bevor|wie|was|wo|sondern)(?!\p{L})/iu
/** It begins a relative clause, unless the comma stands right behind the verb or a day. */
const article = /^\s*(?:die|der|das|den|dem)(?!\p{L})/iu
const isTime = /^(?:am \p{Lu}\p{Ll}+|gestern|heute|zuvor)?$/u

function statementOf(
  { content, cue, source, speaker, rule }: Made,
  text: string,
  spans: (place: Span) => Span[],
): Statement {
  const cueAt = cue && spans(cue)[0]
  const at = speaker && speaker.end > speaker.start ? spans(speaker)[0] : undefined
  const isQuoted = rule.includes('quotation')
  const hop = emptyHop()
  const confidence = confidences[rule] ?? alone
  return {
    content: content.flatMap((piece) => spans(piece)),
    cue: cueAt ? [cueAt] : [],
    source: at ? [at] : [],
    mode: isQuoted
      ? 'direct'
      : content.some(({ start, end }) => /[“”„«»"]/u.test(text.slice(start, end)))
        ? 'mixed'
        : 'indirect',
    act: 'says',
    polarity: 'positive',
    hedge: null,
    rule,
    reason: reasonOf(rule, cue ? text.slice(cue.start, cue.end) : ''),
    confidence: source || rule === 'quotation without attribution' ? confidence : confidence - 0.15,
    hops: [
      {
        ...hop,
        source: source ? { ...source, start: at?.start ?? null, end: at?.end ?? null } : hop.source,
        cue: cueAt && cue ? { text: text.slice(cue.start, cue.end), ...cueAt, kind: 'neutral', relay: false } : null,
      },
    ],
  }
}

function reasonOf(rule: RuleName, cue: string): string {
  if (rule === 'quotation carried over') return 'a quotation alone in its sentence; the speaker of the one before it'
  if (rule === 'quotation without attribution')
    return 'words in quotation marks; nobody beside them is named as saying them'
  if (rule === 'according to') return `“${cue}” with the source of the rest of the sentence`
  return rule.includes('quotation')
    ? `a quotation with “${cue}” and a speaker beside it`
    : `“${cue}”, a speaker and a clause after it`
}

function alternatives(forms: readonly string[]): string {
  return forms
    .toSorted((a, b) => b.length - a.length)
    .map((form) => form.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .join('|')
}

/** Where the pattern matches at exactly this place. */
function matchAt(pattern: RegExp, text: string, at: number, limit: number): RegExpExecArray | undefined {
  const words = text.slice(at, Math.min(limit, at + 60))
  const found = new RegExp(pattern.source, pattern.flags.replace('g', '')).exec(words)
  return found?.index === 0 ? found : undefined
}

function trimmed(text: string, { start, end }: Stretch): Stretch {
  const words = text.slice(start, end)
  const from = start + words.length - words.trimStart().length
  return { start: from, end: Math.max(from, start + words.trimEnd().length) }
}

/** Without the marks at its ends that belong to the sentence around it. */
function bare(text: string, { start, end }: Stretch): Stretch {
  const words = text.slice(start, end)
  const from = start + (/^[\s,:;–—)]*/u.exec(words)?.[0].length ?? 0)
  let to = words.length
  while (to > 0 && /[\s,.;:!?–—(]/u.test(words[to - 1]!)) to--
  return { start: from, end: Math.max(from, start + to) }
}
