import type { Quotation } from '../reading/quotations.ts'
import { alternatives, bare, type Stretch } from './matching.ts'
import type { Pack } from './pack.ts'
import type { Phrase, Phrases } from './phrases.ts'
import { longestAside, type Speakers, type Told } from './speakers.ts'
import type { Made } from './told.ts'

/** What stands before an inserted speaker is short: “L’État, a-t-il ajouté, paiera”. */
const mostBeforeInserted = 3

/** Somebody was asked: no clause of theirs. */
const asked = /^(?:Auf (?:die|eine) (?:Frage|Nachfrage)|Gefragt|Angesprochen|Preguntad|Interrogé|Отвечая|На вопрос)/u

/** Reads clauses that stand before their speaker or around them, and what somebody is called. */
export class ClausesBefore {
  readonly #text: string
  readonly #pack: Pack
  readonly #phrases: Phrases
  readonly #speakers: Speakers
  readonly #judging: RegExp | undefined
  /** What is told of whoever speaks, or of what they add. */
  readonly #told: RegExp
  readonly #relative: RegExp
  readonly #inserted: RegExp
  /** A clause that goes on behind its subject with neither a day nor a place. */
  readonly #goesOn: RegExp
  readonly #prepositions: RegExp
  readonly #apposed: RegExp

  constructor(text: string, pack: Pack, phrases: Phrases, speakers: Speakers) {
    this.#text = text
    this.#pack = pack
    this.#phrases = phrases
    this.#speakers = speakers
    const { citing, adding = [], relative = '(?!)', quotedBy = '(?!)', inserted = '(?!)' } = pack
    this.#inserted = new RegExp(`^,\\s+(?:${inserted})$`, 'iu')
    this.#told = new RegExp(
      `^(?:${alternatives([...citing, ...adding]) || '(?!)'}|${relative}|${quotedBy})(?!\\p{L})`,
      'iu',
    )
    // “aus Kiel, der …”: where a form of the verb would tell a clause.
    const from = pack.reported ? `(?:\\s(?:von|vom|${pack.prepositions})(?!\\p{L})[^,]{2,60})?` : ''
    this.#relative = new RegExp(`^(?<from>${from}),\\s+(?:\\p{Ll}{1,5} )?${relative}(?!\\p{L})[^,]*$`, 'iu')
    this.#goesOn = new RegExp(`^\\s+(?!(?:${pack.prepositions}|gegenüber|${pack.times})(?!\\p{L}))\\p{Ll}`, 'u')
    this.#prepositions = new RegExp(`^(?:${pack.prepositions})(?!\\p{L})`, 'iu')
    this.#apposed = new RegExp(
      `^(?:\\p{Ll}{1,5} )?(?:${relative}|${alternatives(pack.articles) || '(?!)'})(?!\\p{L})`,
      'iu',
    )
    this.#judging =
      pack.judging === undefined
        ? undefined
        : new RegExp(
            `(?<![\\p{L}-])(?:${alternatives([pack.joined ?? ''].filter(Boolean))})?(?:${pack.judging})(?!\\p{L})`,
            'iu',
          )
  }

  /** Die Ursache ist unklar, teilte die Polizei mit; l’État, a-t-il ajouté, paiera. */
  read(sentence: Stretch, quoted: readonly Quotation[]): Made | undefined {
    const words = this.#text.slice(sentence.start, sentence.end)
    for (const { index, 0: gap } of words.matchAll(/,\s+/g)) {
      const at = sentence.start + index + gap.length
      if (quoted.some(({ start, end }) => start < at && at < end)) continue
      const before = words.slice(0, index)
      const told = this.#toldAt(at, sentence.end, before)
      if (!told) continue
      const made = this.#said(sentence, quoted, { ...told, at: sentence.start + index })
      if (made) return made
    }
    return undefined
  }

  /** A verb and its speaker; in the mood of indirect speech any verb may tell who speaks. */
  #toldAt(at: number, limit: number, before: string): (Told & { isNobody: boolean }) | undefined {
    const inverted = this.#speakers.invertedAt(at, limit)
    if (inverted) return { ...inverted, isNobody: false }
    const isReported = this.#pack.reported?.test(before) === true
    const verb = this.#speakers.verbAt(at, limit) ?? (isReported ? this.#speakers.anyVerbBefore(at, limit) : undefined)
    // «سجل الفريق الهدف، ودافع الحارس …»: behind a joined “and” begins a clause of its own.
    if (!verb || verb.index > at) return undefined
    const cue = { start: verb.index, end: verb.index + verb[0].trimEnd().length }
    const speaker = this.#speakers.behind(cue, limit)
    const isNobody = !speaker || speaker.start === speaker.end
    const isSaidThere = this.#pack.bodies?.verb.test(verb[0]) === true && this.#pack.reported !== undefined
    if (isNobody && !isSaidThere) return undefined
    if (speaker && this.#isNoSubject(verb[0], speaker, limit)) return undefined
    return { cue, speaker: speaker!, isNobody }
  }

  /** “Er nahm das Brot, erklärte den Weg und ging”, “Der Zug hielt, so der Fahrer es wollte, …”. */
  #isNoSubject(verb: string, { start, end }: Phrase, limit: number): boolean {
    const { bodies, neverSubject } = this.#pack
    if (!bodies?.verb.test(verb) && neverSubject?.test(this.#text.slice(start, end)) === true) return true
    return verb === 'so ' && this.#goesOn.test(this.#text.slice(end, limit))
  }

  #said(
    sentence: Stretch,
    quoted: readonly Quotation[],
    { cue, speaker, isNobody, at }: Told & { isNobody: boolean; at: number },
  ): Made | undefined {
    const before = this.#text.slice(sentence.start, at)
    const rest = isNobody ? undefined : this.#restBehind(speaker, sentence.end)
    const most = speaker?.isPronoun ? 2 * mostBeforeInserted : mostBeforeInserted
    if (rest && before.split(/\s+/).length <= most && !before.includes(','))
      return {
        content: [bare(this.#text, { start: sentence.start, end: at }), rest],
        cue,
        speaker,
        rule: 'clause before the speaker',
      }
    if (before.split(/\s+/).length < 3 || asked.test(before) || !this.#isClause(sentence.start, at)) return undefined
    if (quoted.some(({ end }) => end > at)) return undefined
    const colon = Math.max(before.lastIndexOf(': '), before.lastIndexOf('; '))
    const isBehindColon = colon > 0 && this.#pack.reported?.test(before.slice(colon)) === true
    const begins = sentence.start + (isBehindColon ? colon + 2 : 0)
    const content = [bare(this.#text, { start: begins, end: at })]
    const theirs = isBehindColon && speaker.isPronoun ? this.#phrases.read(this.#text, sentence.start, at) : speaker
    return { content, cue, ...(!isNobody && theirs && { speaker: theirs }), rule: 'clause before the speaker' }
  }

  /** “La ministre, Anne Leroy, a promis une loi”, “Nach dem Unfall, bei dem …, forderte Berg Regeln”: a subject or a place is no clause. */
  #isClause(start: number, at: number): boolean {
    const subject = this.#phrases.read(this.#text, start, at)
    const rest = this.#text.slice(subject?.end ?? start, at)
    const from = this.#relative.exec(rest)?.groups?.['from']
    const isDescribed = from !== undefined && !this.#hasVerb(from)
    if (subject && ((rest.trim() === '' && subject.apposition) || isDescribed || this.#inserted.test(rest)))
      return false
    const [first = '', second, third] = this.#text.slice(start, at).split(/,\s+/)
    return second === undefined || third !== undefined || !this.#prepositions.test(first) || !this.#apposed.test(second)
  }

  #hasVerb(words: string): boolean {
    const { reported, finite } = this.#pack
    return reported?.test(words) === true || (finite !== undefined && new RegExp(finite, 'u').test(words))
  }

  /** What goes on behind the comma that ends the inserted words. */
  #restBehind({ end }: Phrase, limit: number): Stretch | undefined {
    const comma = /^[^,.;:!?«»“”„"]{0,80},\s+/u.exec(this.#text.slice(end, Math.min(limit, end + longestAside)))
    if (!comma) return undefined
    const rest = bare(this.#text, { start: end + comma[0].length, end: limit })
    const isLong = this.#text.slice(rest.start, rest.end).split(/\s+/).length > 1
    const words = this.#text.slice(rest.start, rest.end)
    return isLong && /^[\p{Ll}\p{Lo}«“„"]/u.test(words) && !this.#told.test(words) ? rest : undefined
  }

  /** “Kahl nannte das Gutachten „lückenhaft“”: what is judged, up to the quotation that ends the sentence. */
  judged(sentence: Stretch, quoted: readonly Quotation[]): Made | undefined {
    const last = quoted.at(-1)
    if (!this.#judging || !last || sentence.end - last.end > 1) return undefined
    const verb = this.#judging.exec(this.#text.slice(sentence.start, last.start))
    if (!verb) return undefined
    const cue = { start: sentence.start + verb.index, end: sentence.start + verb.index + verb[0].length }
    const isBehind = this.#pack.verbFirst === true
    const speaker = isBehind
      ? this.#speakers.behind(cue, last.start)
      : this.#speakers.ofVerb(cue, sentence.start, cue.end)
    if (!speaker || (isBehind && speaker.end <= speaker.start)) return undefined
    const start = isBehind ? speaker.end : cue.end
    return { content: [bare(this.#text, { start, end: sentence.end })], cue, speaker, rule: 'judged as' }
  }
}
