import type { Quotation } from '../reading/quotations.ts'
import type { Around } from './around.ts'
import { alternatives, bare, type Stretch, wholeWords } from './matching.ts'
import type { Pack } from './pack.ts'
import type { Phrases } from './phrases.ts'
import type { Speakers } from './speakers.ts'
import type { Made } from './told.ts'
import type { Voices } from './voices.ts'

/** Reads what else a sentence tells of what is said in it: when and to whom, who passed it on, and what the speaker added. */
export class Further {
  readonly #text: string
  readonly #pack: Pack
  readonly #phrases: Phrases
  readonly #around: Around
  readonly #speakers: Speakers
  readonly #voices: Voices
  readonly #citing: { always: RegExp; passing: RegExp }
  readonly #adding: RegExp
  readonly #quotedBy: RegExp | undefined

  constructor(text: string, pack: Pack, phrases: Phrases, around: Around, speakers: Speakers, voices: Voices) {
    this.#text = text
    this.#pack = pack
    this.#phrases = phrases
    this.#around = around
    this.#speakers = speakers
    this.#voices = voices
    const { citing, passing, adding = [], joined = ' ', that, infinitive = '(?!)', quotedBy } = pack
    this.#quotedBy = quotedBy === undefined ? undefined : new RegExp(`,\\s+(?:${quotedBy})\\s+`, 'iu')
    const citingBy = (words: readonly string[]) => new RegExp(`(?<![\\p{L}])(?:${wholeWords(words)})`, 'iu')
    this.#citing = { always: citingBy(citing), passing: citingBy([...citing, ...(passing ? [passing.from] : [])]) }
    this.#adding = new RegExp(
      `(?:[,;]\\s+(?:[${joined}]?)(?<adding>${alternatives(adding) || '(?!)'})|\\s+(?:y|e|et|und|и) (?<verb>${speakers.verb.source}))(?!\\p{L})(?: [^,.;:!?]{0,30}?)??,?\\s+(?=${that}|${infinitive})`,
      'iu',
    )
  }

  /** When and to whom it was said, and who passed it on, in the words around. */
  readInto(sentence: Stretch, quoted: readonly Quotation[], made: readonly Made[]): Made[] {
    const [first] = made
    if (!first) return []
    const own = this.#ownWords(sentence, quoted, made)
    const added = this.#added(first, sentence)
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
    this.#readQuotedBy(first, own)
    this.#readPassedOn(made.at(-1)!, own)
    return added
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
    const passes = passing?.verb.test(this.#text.slice(made.cue.start, made.cue.end)) === true
    const citing = passes ? this.#citing.passing : this.#citing.always
    for (const { start, end } of own) {
      const match = citing.exec(this.#text.slice(start, end))
      if (!match) continue
      const cue = { start: start + match.index, end: start + match.index + match[0].length }
      const speaker = this.#phrases.read(this.#text, cue.end, end, { isBare: true })
      if (!speaker) continue
      const outer = { speaker: made.speaker, source: made.source, cue: made.cue }
      made.relays = [outer, ...(made.relays ?? [])]
      Object.assign(made, { speaker, source: this.#voices.sourceOf(speaker), cue })
      return
    }
  }

  /** “Laut der Zeitung sagte Berg …”; “…, sagte Berg, wie die Zeitung berichtet”. */
  #readReporter(made: Made, own: readonly Stretch[]) {
    if (made.rule === 'according to' || made.relays || !made.cue) return
    for (const stretch of own)
      for (const match of this.#text.slice(stretch.start, stretch.end).matchAll(this.#speakers.according)) {
        match.index += stretch.start
        if (made.cue.start <= match.index && match.index < made.cue.end) continue
        const told = this.#speakers.accordingAt(match, stretch.end)
        if (!told || told.speaker.isPronoun || overlap(told.speaker, made.speaker)) continue
        made.relays = [{ speaker: told.speaker, source: this.#voices.sourceOf(told.speaker), cue: told.cue }]
        return
      }
  }

  /** « … », a lancé le ministre, cité par « L’Orient ». */
  #readQuotedBy(made: Made, own: readonly Stretch[]) {
    if (!this.#quotedBy || made.relays || !made.cue) return
    for (const { start, end } of own) {
      const match = this.#quotedBy.exec(this.#text.slice(start, end))
      if (!match) continue
      const cue = { start: start + match.index + 1, end: start + match.index + match[0].length }
      const speaker = this.#phrases.read(this.#text, cue.end, end, { isBare: true })
      if (!speaker || speaker.isPronoun) continue
      const at = bare(this.#text, cue)
      made.relays = [{ speaker, source: this.#voices.sourceOf(speaker), cue: at }]
      return
    }
  }

  /** «…», — сказал Петров, передаёт ТАСС. */
  #readPassedOn(made: Made, own: readonly Stretch[]) {
    const last = own.at(-1)
    if (!last || !made.cue || !made.speaker || made.relays || !this.#pack.bareNouns) return
    const from = Math.max(last.start, made.cue.end, made.speaker.end)
    const { start, end } = bare(this.#text, { start: from, end: last.end })
    const verb = /^\s*,/.test(this.#text.slice(from, last.end)) ? this.#speakers.verbAt(start, end) : undefined
    if (!verb) return
    const cue = { start: verb.index, end: verb.index + verb[0].length }
    const speaker = this.#phrases.read(this.#text, cue.end, end)
    if (!speaker || speaker.isPronoun || speaker.end < end) return
    made.relays = [{ speaker, source: this.#voices.sourceOf(speaker), cue }]
  }

  /** “…, отметив, что …”: the same speaker goes on. */
  #added(made: Made, sentence: Stretch): Made[] {
    const last = made.content.at(-1)!
    if (!made.source) return []
    const from = made.rule.includes('quotation') ? Math.max(last.end, made.speaker?.end ?? 0) : last.start
    const words = this.#text.slice(from, sentence.end)
    const further = this.#adding.exec(words)
    if (!further) return []
    const at = from + further.index
    const verb = further.groups?.['adding'] ?? further.groups?.['verb'] ?? ''
    const cueStart = at + further[0].indexOf(verb)
    const content = bare(this.#text, { start: at + further[0].length, end: sentence.end })
    if (content.end - content.start < 8) return []
    if (last.end > at) last.end = at
    return [
      {
        content: [content],
        cue: { start: cueStart, end: cueStart + verb.length },
        speaker: { start: cueStart, end: cueStart, words: [], isPronoun: true },
        source: { ...made.source, mention: null, start: null, end: null },
        rule: 'that-clause',
      },
    ]
  }
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
