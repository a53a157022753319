import type { HopSource } from '../statement.ts'
import type { Stretch } from './matching.ts'
import type { Pack } from './pack.ts'
import { People } from './people.ts'
import type { Phrase, Phrases } from './phrases.ts'
import type { Speakers } from './speakers.ts'
import type { Made } from './told.ts'

/** Who has spoken so far: whom a pronoun means, or a verb without a speaker. */
export class Voices {
  readonly #text: string
  readonly #pack: Pack
  readonly #phrases: Phrases
  readonly #speakers: Speakers
  readonly #people: People
  readonly #verb: RegExp
  #before: HopSource | undefined

  constructor(text: string, pack: Pack, phrases: Phrases, speakers: Speakers) {
    this.#text = text
    this.#pack = pack
    this.#phrases = phrases
    this.#speakers = speakers
    this.#verb = new RegExp(speakers.verb.source, 'iu')
    this.#people = new People(text, pack, (place) => phrases.print(place))
  }

  get names(): readonly string[] {
    return this.#people.names
  }

  /** Gives what is said its source. */
  give(made: Made) {
    if (made.speaker && made.speaker.start === made.speaker.end) {
      // Nobody is written there: it is who spoke before, if anybody.
      if (this.#before) made.source = { ...this.#before, mention: null, start: null, end: null }
    } else if (made.speaker) {
      made.source = this.sourceOf(made.speaker)
      if (made.source.anonymity === 'named') this.#before = made.source
      else if (this.#pack.dropsPronouns && !made.speaker.isPronoun) this.#before = made.source
    }
  }

  sourceOf(speaker: Phrase): HopSource {
    const { start, end } = speaker
    const source = { ...this.#phrases.source(this.#text, speaker, this.#before), start, end }
    return speaker.isPronoun ? source : this.#people.recognise(source)
  }

  /** Whether it is a person who was named before in full. */
  knows(phrase: Phrase): boolean {
    const { anonymity, kind, name } = this.sourceOf(phrase)
    return anonymity === 'named' && kind === 'person' && name?.includes(' ') === true
  }

  /** Who is named where nothing is said may be meant by a pronoun later: at its beginning, or behind a verb of saying. */
  notice(sentence: Stretch) {
    const first = this.#phrases.read(this.#text, sentence.start, sentence.end)
    const verb = this.#verb.exec(this.#text.slice(sentence.start, sentence.end))
    const at = sentence.start + (verb?.index ?? 0)
    const told = verb ? this.#speakers.behind({ start: at, end: at + verb[0].length }, sentence.end) : undefined
    for (const phrase of [told, first]) {
      if (!phrase || phrase.isPronoun) continue
      const { start, end } = phrase
      const source = this.#people.recognise({ ...this.#phrases.source(this.#text, phrase, undefined), start, end })
      if (source.kind !== 'person' || source.anonymity !== 'named') continue
      this.#before = source
      return
    }
    this.#before = this.#people.firstIn(sentence) ?? this.#before
  }
}
