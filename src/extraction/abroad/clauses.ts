import type { Quotation } from '../reading/quotations.ts'
import { bare, type Stretch } from './matching.ts'
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

  constructor(text: string, pack: Pack, phrases: Phrases, speakers: Speakers, voices: Voices) {
    this.#text = text
    this.#pack = pack
    this.#phrases = phrases
    this.#speakers = speakers
    this.#voices = voices
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
      const before = bare(this.#text, { start: sentence.start, end: cue.start })
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
    for (const word of this.#pack.accordingAfter) {
      const at = words.search(new RegExp(`(?<!\\p{L})${word}(?!\\p{L})`, 'iu'))
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
  #isApart(at: number, sentence: Stretch, quoted: readonly Quotation[]): boolean {
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
  clauseIn(sentence: Stretch, quoted: readonly Quotation[]): Made | undefined {
    const words = this.#text.slice(sentence.start, sentence.end)
    const that = new RegExp(`(?<![\\p{L}])${this.#pack.that}`, 'iu')
    for (const { index, 0: verb } of words.matchAll(this.#speakers.verb)) {
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
      const speaker = this.#speakers.ofVerb(cue, sentence.start, cue.end + begins)
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
    const match = [...words.matchAll(new RegExp(`,\\s+(?=(?:${this.#speakers.verb.source}))`, 'giu'))].at(-1)
    const verb = match && this.#speakers.verbAt(start + match.index + match[0].length, end)
    if (!verb || match.index < 8) return undefined
    const cue = { start: verb.index, end: verb.index + verb[0].length }
    const speaker = this.#phrases.read(this.#text, cue.end, end)
    if (!speaker || speaker.isPronoun || speaker.end < end) return undefined
    const source = this.#voices.sourceOf(speaker)
    return { at: start + match.index, relay: { speaker, source, cue } }
  }

  /** Die Ursache ist unklar, teilte die Polizei mit. */
  clauseBefore(sentence: Stretch, quoted: readonly Quotation[]): Made | undefined {
    if (quoted.length > 0) return undefined
    const words = this.#text.slice(sentence.start, sentence.end)
    for (const { index, 0: verb } of words.matchAll(this.#speakers.verb)) {
      const before = words.slice(0, index)
      if (!/,\s*$/.test(before) || before.split(/\s+/).length < 4) continue
      const cue = { start: sentence.start + index, end: sentence.start + index + verb.length }
      const speaker = this.#speakers.behind(cue, sentence.end)
      if (!speaker || speaker.start === speaker.end) continue
      const begins = sentence.start + (dateline.exec(before)?.[0].length ?? 0)
      const content = [bare(this.#text, { start: begins, end: cue.start - 1 })]
      content[0]!.end -= /,$/.test(this.#text.slice(content[0]!.start, content[0]!.end)) ? 1 : 0
      return { content, cue, speaker, rule: 'clause before the speaker' }
    }
    return undefined
  }
}

/** “СЕВЕРОМОРСК, 26 ноября — ”: where it was filed. */
const dateline = /^\p{Lu}{3,}[^—–]{0,40}[—–]\s+/u

/** What may follow a comma in German and is not what was said. */
const notSaid = /^\s*(?:wenn|weil|um|als|während|und|aber|nachdem|obwohl|bevor|wie|was|wo|sondern)(?!\p{L})/iu
/** It begins a relative clause, unless the comma stands right behind the verb or a day. */
const article = /^\s*(?:die|der|das|den|dem)(?!\p{L})/iu
const isTime = /^(?:am \p{Lu}\p{Ll}+|gestern|heute|zuvor)?$/u
