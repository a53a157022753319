import type { Quotation } from '../reading/quotations.ts'
import { alternatives, bare, matchAt, type Stretch } from './matching.ts'
import type { Pack } from './pack.ts'
import type { Phrase, Phrases } from './phrases.ts'
import { longestAside, type Speakers } from './speakers.ts'
import type { Made, Relay } from './told.ts'
import type { Voices } from './voices.ts'

/** Reads what is said without marks: clauses behind a verb of saying or before it, and what is so "according to" somebody. */
export class Clauses {
  readonly #text: string
  readonly #pack: Pack
  readonly #phrases: Phrases
  readonly #speakers: Speakers
  readonly #voices: Voices
  readonly #that: RegExp
  readonly #after: readonly RegExp[]
  readonly #told: RegExp | undefined
  readonly #goesOn: RegExp | undefined
  readonly #behindRelative: RegExp
  readonly #passed: RegExp
  readonly #but: RegExp
  readonly #adding: RegExp
  readonly #saying: RegExp | undefined

  constructor(text: string, pack: Pack, phrases: Phrases, speakers: Speakers, voices: Voices) {
    this.#text = text
    this.#pack = pack
    this.#phrases = phrases
    this.#speakers = speakers
    this.#voices = voices
    const { adding = [], that, infinitive = '(?!)', accordingAfter, relative, goesOn, times } = pack
    this.#that = new RegExp(`(?<![\\p{L}])${that}|^\\s+(?:pourtant |\\p{Ll}+ment )?(?=${infinitive})`, 'iu')
    this.#behindRelative = new RegExp(`(?<!\\p{L})${relative ?? '(?!)'}\\s+$`, 'iu')
    this.#after = accordingAfter.map((word) => new RegExp(`(?<!\\p{L})${word}(?!\\p{L})`, 'iu'))
    this.#told = relative === undefined ? undefined : new RegExp(`^\\s*, ${relative} [^,.;:!?«»“”]{3,}(?=,)`, 'iu')
    this.#goesOn = goesOn === undefined ? undefined : new RegExp(`^\\s+(?:${goesOn}|${times})[^,.;:!?«»“”]*(?=,)`, 'iu')
    this.#saying = pack.soTheySay === undefined ? undefined : new RegExp(`,\\s+(?:${pack.soTheySay})(?!\\p{L})`, 'iu')
    this.#but = new RegExp(`[,;:]\\s+(?:(?:${pack.but})(?!\\p{L})\\s*)|:\\s+`, 'giu')
    this.#passed = new RegExp(`,\\s+(?=(?:${speakers.verb.source}))`, 'giu')
    this.#adding = new RegExp(`,\\s+(${alternatives(adding) || '(?!)'})(?!\\p{L}),?\\s+(?=${that})`, 'iu')
  }

  /** Laut Polizei …; …, selon la police. */
  according(sentence: Stretch, quoted: readonly Quotation[]): Made | undefined {
    const words = this.#text.slice(sentence.start, sentence.end)
    for (const match of words.matchAll(this.#speakers.according)) {
      match.index += sentence.start
      const told = this.#isApart(match.index, sentence, quoted)
        ? this.#speakers.accordingAt(match, sentence.end)
        : undefined
      if (!told) continue
      const { cue, speaker } = told
      const cited = this.#speakers.citedAt(speaker.end, sentence.end)
      const end = this.#sourceEnd(match[0], cited?.speaker ?? speaker, sentence.end)
      const after = bare(this.#text, { start: Math.max(cue.end, end), end: sentence.end })
      const before = this.#ownClause({ start: sentence.start, end: cue.start })
      const whole = cue.start - sentence.start < 3 ? after : after.end - after.start < 3 ? before : undefined
      const inner = whole && this.clauseIn(whole, quoted)
      if (whole && inner?.speaker && this.#opensWith(inner, whole)) {
        const relay = { speaker, source: this.#voices.sourceOf(speaker), cue }
        return { ...inner, relays: [relay] }
      }
      const pieces = [before, after]
      const content = pieces.filter(({ start, end }) => end - start > 2)
      if (content.length > 0 && cited)
        return {
          content,
          ...cited,
          rule: 'according to',
          relays: [{ speaker, source: this.#voices.sourceOf(speaker), cue }],
        }
      if (content.length > 0) return { content, cue, speaker, rule: 'according to' }
    }
    const eyes = this.#inTheEyesOf(sentence)
    if (eyes) return eyes
    for (const after of this.#after) {
      const { index: at = 0, 0: word = '' } = after.exec(words) ?? {}
      const speaker = at > 0 ? this.#speakers.whole(sentence.start, sentence.start + at) : undefined
      const cue = { start: sentence.start + at, end: sentence.start + at + word.length }
      if (speaker)
        return {
          content: [bare(this.#text, { start: cue.end, end: sentence.end })],
          cue,
          speaker,
          rule: 'according to',
        }
    }
    return undefined
  }

  /** “Она вызвала полицию, но та, по словам соседки, …”: the clause that the source is inserted into. */
  #ownClause({ start, end }: Stretch): Stretch {
    const words = this.#text.slice(start, end)
    const from = Math.max(0, ...[...words.matchAll(this.#but)].map(({ index, 0: gap }) => index + gap.length))
    return bare(this.#text, { start: start + from, end })
  }

  /** “Para Reed, …”: only for a person who is known, as so much else begins so. */
  #inTheEyesOf({ start, end }: Stretch): Made | undefined {
    const { inTheEyesOf } = this.#pack
    if (inTheEyesOf === undefined || !this.#text.startsWith(`${inTheEyesOf} `, start)) return undefined
    const cue = { start, end: start + inTheEyesOf.length }
    const speaker = this.#phrases.read(this.#text, cue.end, end)
    if (!speaker || this.#text[speaker.end] !== ',' || !this.#voices.knows(speaker)) return undefined
    return { content: [bare(this.#text, { start: speaker.end, end })], cue, speaker, rule: 'according to' }
  }

  /** Behind what a source goes on with, up to a comma, and the verb of “wie der Spiegel berichtet”. */
  #sourceEnd(cue: string, { end }: Phrase, limit: number): number {
    const rest = this.#text.slice(end, Math.min(limit, end + longestAside))
    const further = this.#goesOn?.exec(rest)
    if (further) return end + further[0].length
    const about = this.#told?.exec(rest)
    if (about) return end + about[0].length
    const verb = /^wie(?:$| )/i.test(cue) ? /^\s+\p{L}+(?: \p{L}+){0,2}(?=[,.]|$)/u.exec(rest) : null
    return end + (verb?.[0].length ?? 0)
  }

  /** Whether it begins the sentence or stands behind a comma, and in no quotation. */
  #isApart(at: number, sentence: Stretch, quoted: readonly Quotation[]): boolean {
    if (quoted.some(({ start, end }) => start < at && at < end)) return false
    const before = this.#text.slice(sentence.start, at)
    if (this.#pack.accordingInside?.test(this.#text.slice(at, at + 12)) === true) return true
    return before.trim() === '' || /[,–—(:]\s*$/u.test(before) || this.#pack.joined?.includes(before.trim()) === true
  }

  /** The speaker and the verb of what is passed on stand at its beginning. */
  #opensWith({ speaker, cue }: Made, { start }: Stretch): boolean {
    const first = Math.min(speaker!.start === speaker!.end ? Infinity : speaker!.start, cue!.start)
    return first - start < 25 && speaker!.start - cue!.end < 60
  }

  /** Berg sagte, dass …; she said, in German, it is so. */
  clauseIn(sentence: Stretch, quoted: readonly Quotation[]): Made | undefined {
    const words = this.#text.slice(sentence.start, sentence.end)
    for (const { index, 0: verb } of words.matchAll(this.#speakers.verb)) {
      const cue = { start: sentence.start + index, end: sentence.start + index + verb.length }
      if (quoted.some(({ start, end }) => start < cue.start && cue.start < end)) continue
      const aside = /^[^.;:!?]*/u.exec(words.slice(index + verb.length))![0].slice(0, longestAside)
      const found = this.#that.exec(aside)
      const clause = found && found.index + (found[0].trim().length > 0 && !/^\s/.test(found[0]) ? 0 : found[0].length)
      const comma = aside.indexOf(',')
      const isBare =
        found === null &&
        this.#pack.bareClause &&
        comma >= 0 &&
        !notSaid.test(aside.slice(comma + 1)) &&
        (isTime.test(aside.slice(0, comma).trim()) ||
          this.#pack.reported?.test(/^[^,]*/.exec(aside.slice(comma + 1))![0]) === true ||
          !article.test(aside.slice(comma + 1)))
      const begins = clause ?? (isBare ? comma + 1 : -1)
      if (begins < 0 || (found && this.#isOfAnother({ start: cue.end, end: cue.end + found.index }))) continue
      if (found && /^\s/.test(found[0]) && this.#isAside(words, index, index + verb.length)) continue
      const content = this.#withoutSaying(bare(this.#text, { start: cue.end + begins, end: sentence.end }))
      const subject = this.#speakers.ofVerb(cue, sentence.start, cue.end + begins)
      const isOn = subject?.isPronoun === true && /^on$/i.test(this.#text.slice(subject.start, subject.end))
      const speaker = (isOn ? this.#speakers.bodyBehind(cue.end, cue.end + begins) : undefined) ?? subject
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

  /** “Un funcionario que pidió no ser citado dijo que …”: a verb that only tells of the subject of the next. */
  #isAside(words: string, index: number, end: number): boolean {
    if (!this.#behindRelative.test(words.slice(0, index))) return false
    const next = [...words.slice(end).matchAll(this.#speakers.verb)][0]
    return next !== undefined && this.#that.test(words.slice(end + next.index + next[0].length))
  }

  /** «أيد البرلمان القانون، وقال علي حسن إن …»: between a verb and “that”, where another one has begun to tell. */
  #isOfAnother({ start, end }: Stretch): boolean {
    const between = this.#text.slice(start, end)
    const isOf = ({ index, 0: verb }: RegExpExecArray) =>
      this.#speakers.joined.hasOwn({ start: start + index, end: start + index + verb.length }, start, end)
    return [...between.matchAll(this.#speakers.verb)].some(isOf) || this.#beginsAnew(between)
  }

  /** «…، وعلم الجميع أن …»: behind the last comma an “and” or a “but” that no comma ends. */
  #beginsAnew(between: string): boolean {
    const { joined, but, noCapitals } = this.#pack
    if (!noCapitals || joined === undefined) return false
    const word = /,\s+(?:(\p{L}+)\s[^,]*)$/u.exec(between)?.[1]
    if (word === undefined || noCapitals.nouns.has(word) || noCapitals.given.has(word)) return false
    return (joined.includes(word[0]!) && word.length > 3) || new RegExp(`^(?:${but})$`, 'u').test(word)
  }

  /** Without “على حد تعبيره” at its end, and without what the writer goes on with in the first person. */
  #withoutSaying(content: Stretch): Stretch {
    const words = this.#text.slice(content.start, content.end)
    const end = this.#saying?.exec(words)?.index
    return end === undefined ? content : bare(this.#text, { start: content.start, end: content.start + end })
  }

  /** “…, что мост закрыт, сообщает агентство”. */
  #passedAtEnd({ start, end }: Stretch): { at: number; relay: Relay } | undefined {
    const words = this.#text.slice(start, end)
    const match = [...words.matchAll(this.#passed)].at(-1)
    const verb = match && this.#speakers.verbAt(start + match.index + match[0].length, end)
    if (!verb || match.index < 8) return undefined
    const cue = { start: verb.index, end: verb.index + verb[0].length }
    const speaker = this.#phrases.read(this.#text, cue.end, end)
    if (!speaker || speaker.isPronoun || speaker.end < end) return undefined
    const source = this.#voices.sourceOf(speaker)
    return { at: start + match.index, relay: { speaker, source, cue } }
  }

  /** „Er habe nichts gewusst.“ without a verb of saying: the speaker of what was said before, or of what stands before a colon. */
  reported(sentence: Stretch, quoted: readonly Quotation[], last: Made | undefined): Made | undefined {
    const words = this.#text.slice(sentence.start, sentence.end)
    const own = quoted.reduce(
      (text, { start, end }) => text.replace(this.#text.slice(start, end), (piece) => ' '.repeat(piece.length)),
      words,
    )
    const first = /^[^,]*/.exec(own)![0]
    if (!this.#pack.reported?.test(own) || /(?<!\p{L})(?:ich|wir|wenn|falls)(?!\p{L})/iu.test(own)) return undefined
    const colon = own.indexOf(': ')
    const rule = 'clause without that'
    if (colon > 0 && this.#pack.reported.test(own.slice(colon))) {
      const speaker = this.#phrases.read(this.#text, sentence.start, sentence.start + colon)
      const content = [bare(this.#text, { start: sentence.start + colon + 1, end: sentence.end })]
      return speaker && { content, speaker, rule }
    }
    if (!this.#pack.reported.test(first)) return undefined
    const between = last && this.#text.slice(Math.max(last.content.at(-1)!.end, last.speaker?.end ?? 0), sentence.start)
    if (
      !last?.source ||
      between === undefined ||
      between.length > longestAside ||
      /\n|[.!?]\s+\p{Lu}.*[.!?]\s/u.test(between)
    )
      return undefined
    const content = [bare(this.#text, sentence)]
    return { content, source: { ...last.source, mention: null, start: null, end: null }, rule }
  }

  /** «Она признала: бюджет недополучил доходы»: behind a verb and a colon. */
  behindColon(sentence: Stretch, quoted: readonly Quotation[]): Made | undefined {
    if (quoted.length > 0) return undefined
    const words = this.#text.slice(sentence.start, sentence.end)
    const colon = /(?<=\p{L}):\s+(?=\S)/u.exec(words)
    if (!colon || colon.index > longestAside) return undefined
    const verb = [...words.slice(0, colon.index).matchAll(this.#speakers.verb)].at(-1)
    if (!verb) return undefined
    const cue = { start: sentence.start + verb.index, end: sentence.start + verb.index + verb[0].length }
    const limit = sentence.start + colon.index
    const speaker = this.#speakers.ofVerb(cue, sentence.start, limit)
    const isNext = cue.end === limit || (speaker !== undefined && speaker.end === limit)
    if (!isNext || !speaker || speaker.end <= speaker.start) return undefined
    const content = bare(this.#text, { start: limit + colon[0].length, end: sentence.end })
    return content.end - content.start < 8
      ? undefined
      : { content: [content], cue, speaker, rule: 'clause without that' }
  }

  /** „Grau warnte davor, alle zu fördern: Wer allen helfe, helfe niemandem“: the same speaker goes on behind the colon. */
  alsoBehindColon(sentence: Stretch, quoted: readonly Quotation[], [made]: readonly Made[]): Made[] {
    const last = made?.content.at(-1)
    const { reported } = this.#pack
    if (!last || !reported || !made?.source || made.rule === 'clause before the speaker') return []
    const from = Math.max(last.start, made.speaker?.end ?? 0, made.cue?.end ?? 0)
    const words = this.#text.slice(from, sentence.end)
    const colon = /:\s+(?=\p{Lu})/u.exec(words)
    if (!colon || !reported.test(words.slice(colon.index)) || quoted.some(({ end }) => end > from + colon.index))
      return []
    const content = bare(this.#text, { start: from + colon.index + colon[0].length, end: sentence.end })
    if (last.end > from + colon.index) last.end = bare(this.#text, { start: last.start, end: from + colon.index }).end
    const source = { ...made.source, mention: null, start: null, end: null }
    return [{ content: [content], source, rule: 'clause without that' }]
  }

  /** “Er wies das zurück, versichernd, dass …”: a participle that says, where the verb does not. */
  addedAlone({ start, end }: Stretch): Made | undefined {
    const { verbFirst } = this.#pack
    const further = this.#adding.exec(this.#text.slice(start, end))
    if (!further || further.index < 8) return undefined
    const at = start + further.index
    const first = this.#text.slice(start, at)
    const begins = start + (verbFirst ? /^(?:[^,]*,\s*)?\S+\s+/u.exec(first)![0].length : 0)
    const speaker = this.#phrases.read(this.#text, begins, at)
    if (!speaker) return undefined
    const cueStart = at + further[0].indexOf(further[1]!)
    const content = bare(this.#text, { start: at + further[0].length, end })
    return {
      content: [content],
      cue: { start: cueStart, end: cueStart + further[1]!.length },
      speaker,
      rule: 'that-clause',
    }
  }

  /** “Das berichten Forscher”, «Об этом сообщил министр»: they said what stands in the sentence before. */
  saidBefore(sentence: Stretch, before: Stretch | undefined): Made | undefined {
    const begins = this.#pack.saidBefore && matchAt(this.#pack.saidBefore, this.#text, sentence.start, sentence.end)
    if (!begins || !before || /\n/.test(this.#text.slice(before.end, sentence.start))) return undefined
    const at = sentence.start + begins[0].length
    const verb = this.#speakers.verbAt(at, sentence.end)
    const cue = verb ? { start: at, end: at + verb[0].length } : { start: sentence.start, end: at }
    const speaker = verb ? this.#speakers.behind(cue, sentence.end) : undefined
    if (!speaker || speaker.end === speaker.start) return undefined
    return { content: [bare(this.#text, before)], cue, speaker, rule: 'clause before the speaker' }
  }
}

/** What may follow a comma in German and is not what was said. */
const notSaid = /^\s*(?:wenn|weil|um|als|während|und|aber|nachdem|obwohl|bevor|wie|was|wo|sondern)(?!\p{L})/iu
/** It begins a relative clause, unless the comma stands right behind the verb or a day. */
const article = /^\s*(?:die|der|das|den|dem)(?!\p{L})/iu
const isTime = /^(?:am \p{Lu}\p{Ll}+|gestern|heute|zuvor)?$/u
