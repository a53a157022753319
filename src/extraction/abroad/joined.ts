import type { Stretch } from './matching.ts'
import type { Pack } from './pack.ts'
import type { Phrase, Phrases } from './phrases.ts'

/** Finds phrases beside a verb. */
type Finds = {
  behind: (cue: Stretch, limit: number) => Phrase | undefined
  whole: (start: number, end: number) => Phrase | undefined
  withoutEdges: (stretch: Stretch) => Stretch
}

/** “Norwegen, Schweden und Dänemark”: what stands before a comma in a list is short. */
const mostInList = 6

const ands = /(?<!\p{L})(?:y|e|et|und|и)\s+/gu
const endsWithAnd = /\p{L}\s+(?:y|e|et|und|и) $/u

/** Tells whose a verb is where another clause is joined before it. */
export class Joined {
  readonly #text: string
  readonly #pack: Pack
  readonly #phrases: Phrases
  readonly #finds: Finds
  readonly #finite: RegExp | undefined
  /** What stands before a verb where a clause of its own begins: a comma, a joined "and", or "while". */
  readonly #anew: RegExp

  constructor(text: string, pack: Pack, phrases: Phrases, finds: Finds) {
    this.#text = text
    this.#pack = pack
    this.#phrases = phrases
    this.#finds = finds
    const { finite, joined = ',', but } = pack
    this.#finite = finite === undefined ? undefined : new RegExp(`(?<![\\p{L}’'-])(?:${finite})(?![\\p{L}-])`, 'u')
    this.#anew = new RegExp(`(?:,\\s+|\\s[${joined}]|(?<!\\p{L})(?:${but})\\s+)$`, 'u')
  }

  /** Of a verb with another before it in its clause. */
  subject(cue: Stretch, from: number, limit: number): Phrase | undefined {
    return (
      this.#behindBoth(cue, from, limit) ?? this.#besideAnother(from, cue.start) ?? this.#subjectOfBoth(from, cue.start)
    )
  }

  /** “La policía detuvo al hombre y afirmó el abogado que …”: a subject of its own behind the verb, although others act before it. */
  #behindBoth(cue: Stretch, from: number, limit: number): Phrase | undefined {
    const { dropsPronouns, smallNouns, verbFirst } = this.#pack
    if (!dropsPronouns || !smallNouns || verbFirst || !endsWithAnd.test(this.#text.slice(from, cue.start)))
      return undefined
    const subject = this.#finds.behind(cue, limit)
    const rest = subject && this.#text.slice(subject.end, limit)
    const isDefinite = subject && /^(?:el|la|los|las|\p{Lu})/u.test(this.#text.slice(subject.start, subject.end))
    return isDefinite && subject.end > subject.start && /^\s*(?:que )?$/u.test(rest!) ? subject : undefined
  }

  /**
   * “Le maire a quitté la salle et la ministre a déclaré que …”: whoever stands between the “and” behind another verb and
   * this one; nobody there, then whoever stands before the other.
   */
  #besideAnother(from: number, to: number): Phrase | undefined {
    const clause = this.#text.slice(from, to)
    const other = this.#finite?.exec(clause)?.index ?? -1
    const and = [...clause.matchAll(ands)].findLast(({ index }) => index > other)
    if (other < 0 || !and) return undefined
    const behind = from + and.index + and[0].length
    if (behind < to) return this.#finds.whole(behind, to)
    const comma = clause.lastIndexOf(',', other) + 1
    return this.#finds.whole(from, from + other) ?? this.#finds.whole(from + comma, from + other)
  }

  /** Whether a verb has a subject of its own, though another verb stands before it: behind it, or before it and behind an “and”. */
  hasOwn(cue: Stretch, from: number, limit: number): boolean {
    const between = this.#text.slice(from, cue.start)
    if (this.#pack.verbFirst) {
      const speaker = this.#anew.test(between) ? this.#finds.behind(cue, limit) : undefined
      return speaker !== undefined && speaker.end > speaker.start
    }
    const and = [...between.matchAll(ands)].at(-1)
    return and !== undefined && this.#finds.whole(from + and.index + and[0].length, cue.start) !== undefined
  }

  /** “Der Bürgermeister und die Ministerin sagten”, “le secrétaire d’État et ministre a déclaré”: all of a stretch. */
  several(stretch: Stretch, cue: Stretch): Phrase | undefined {
    const clause = this.#text.slice(stretch.start, stretch.end)
    const areSeveral = this.#pack.several?.test(this.#text.slice(cue.start, cue.end)) === true
    for (const { index, 0: and } of clause.matchAll(ands)) {
      const first = this.#finds.whole(stretch.start, stretch.start + index)
      if (!first) continue
      const at = stretch.start + index + and.length
      const second = this.#finds.whole(at, stretch.end) ?? this.#bare(at, stretch.end)
      if (!second || (!areSeveral && second.words[0]?.isArticle !== false)) continue
      const { start } = first
      return {
        start,
        end: second.end,
        words: [...first.words, ...second.words],
        isPronoun: false,
        isSeveral: areSeveral,
      }
    }
    return undefined
  }

  /** “… et ministre”: a noun without an article. */
  #bare(start: number, end: number): Phrase | undefined {
    const phrase = this.#phrases.read(this.#text, start, end, { isBare: true })
    return phrase?.start === start && phrase.end === end ? phrase : undefined
  }

  /** “Norwegen, Schweden und Dänemark”: the last two with those before them, as far as each is nothing but somebody. */
  withList(last: Phrase, from: number): Phrase {
    if (last.isSeveral !== true) return last
    const pieces = this.#text.slice(from, last.start).split(',')
    if (pieces.length < 2 || pieces.length > mostInList || pieces.at(-1)!.trim() !== '') return last
    let at = from
    for (const piece of pieces.slice(0, -1)) {
      if (!this.#finds.whole(at, at + piece.length)) return last
      at += piece.length + 1
    }
    const start = from + pieces[0]!.length - pieces[0]!.trimStart().length
    return { ...last, start: this.#finds.withoutEdges({ start, end: last.end }).start }
  }

  /** “Der Minister geht und die Sprecherin sagte”: behind the last “and”, where the stretch as a whole is nobody. */
  behindAnd(from: number, to: number): Phrase | undefined {
    const and = [...this.#text.slice(from, to).matchAll(ands)].at(-1)
    const subject = and && and.index > 0 ? this.#finds.whole(from + and.index + and[0].length, to) : undefined
    return subject?.words[0]?.isArticle === true || subject?.isPronoun === true ? subject : undefined
  }

  /** “El Gobierno rechazó la acusación y afirmó que …”: the verb before it has the same subject. */
  #subjectOfBoth(from: number, to: number): Phrase | undefined {
    const clause = this.#text.slice(from, to)
    if (!endsWithAnd.test(clause)) return undefined
    const subject = this.#phrases.read(this.#text, this.#finds.withoutEdges({ start: from, end: to }).start, to)
    if (!subject || subject.isPronoun || subject.end - from >= clause.length - 8) return undefined
    return /^\s\p{Ll}/u.test(this.#text.slice(subject.end, to)) &&
      !/^\s(?:y|e|et|und|и)\s/u.test(this.#text.slice(subject.end, to))
      ? subject
      : undefined
  }
}
