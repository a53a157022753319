import { findQuotations, type Quotation } from '../reading/quotations.ts'
import type { Act, HopSource, Span, Statement } from '../statement.ts'
import { Around } from './around.ts'
import { ClausesBefore } from './clauses-before.ts'
import { Clauses } from './clauses.ts'
import { fold } from './folded.ts'
import { Further } from './further.ts'
import { type Stretch, trimmed } from './matching.ts'
import type { Pack } from './pack.ts'
import { type Phrase, Phrases } from './phrases.ts'
import { spokenPieces } from './spoken.ts'
import { sentencesOf } from './sentences.ts'
import { longestAside, Speakers, type Told } from './speakers.ts'
import { type Made, statementOf } from './told.ts'
import { findTurnLines, type TurnLine } from './turns.ts'
import { Voices } from './voices.ts'

/** Shorter quotations without a speaker are as often titles or terms as someone's words. */
const fewestWords = 4
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
  readonly #wholes: readonly Quotation[]
  readonly #pack: Pack
  readonly #speakers: Speakers
  readonly #voices: Voices
  readonly #clauses: Clauses
  readonly #before: ClausesBefore
  readonly #further: Further
  readonly #turns: readonly TurnLine[]
  readonly #made: Made[] = []
  #turn = 0
  #next = 0
  /** The sentence before, if nobody is known to have said it. */
  #unsaid: Stretch | undefined

  constructor(text: string, pack: Pack, print: (place: Span) => string, publishedOn: string | undefined) {
    this.#text = text
    this.#pack = pack
    const phrases = new Phrases(pack, text, print)
    const around = new Around(pack, publishedOn)
    this.#speakers = new Speakers(text, pack, phrases, around)
    this.#voices = new Voices(text, pack, phrases, this.#speakers)
    this.#clauses = new Clauses(text, pack, phrases, this.#speakers, this.#voices)
    this.#before = new ClausesBefore(text, pack, phrases, this.#speakers)
    this.#further = new Further(text, pack, phrases, around, this.#speakers, this.#voices)
    this.#turns = findTurnLines(text, pack, this.#voices.names)
    const { pieces, wholes } = spokenPieces(text, findQuotations(text), pack, this.#speakers.verb)
    this.#quotations = pieces
    this.#wholes = wholes
  }

  read(): Made[] {
    for (const sentence of sentencesOf(this.#text, this.#wholes, this.#pack)) this.#read(sentence)
    return this.#made.sort((a, b) => a.content[0]!.start - b.content[0]!.start)
  }

  #read(sentence: Stretch) {
    while ((this.#turns[this.#turn]?.end ?? Infinity) <= sentence.start) this.#turn++
    const turn = this.#turns[this.#turn]
    if (turn && turn.start < sentence.end) this.#readInTurn(sentence, turn)
    else this.#readSentence(sentence)
  }

  /** What is said in a turn, and what is reported of others in it. */
  #readInTurn(sentence: Stretch, turn: TurnLine) {
    const { label, name, asks, words, end } = turn
    const isLabelled = label.end > label.start
    const speaker: Phrase = { ...label, words: [], isPronoun: false }
    const mention = isLabelled ? this.#text.slice(label.start, label.end) : null
    const source: HopSource = {
      name: name ?? null,
      mention,
      kind: 'person',
      role: null,
      anonymity: name === undefined ? 'described' : 'named',
      ...(name === undefined && { description: asks ? 'a questioner' : 'the one who answers' }),
      start: isLabelled ? label.start : null,
      end: isLabelled ? label.end : null,
    }
    const colon = isLabelled && this.#text[label.end] === ':' ? { start: label.end, end: label.end + 1 } : undefined
    const said = { speaker, source, ...(colon && { cue: colon }) }
    if (sentence.start <= turn.start)
      this.#made.push({ content: [{ start: words, end }], rule: 'transcript', act: asks ? 'asks' : 'says', ...said })
    const count = this.#made.length
    const start = Math.max(sentence.start, words)
    this.#readSentence(trimmed(this.#text, { start, end: sentence.end }))
    const reported = this.#made
      .splice(count)
      .filter((made) => made.speaker && made.speaker.end > made.speaker.start && made.source)
    this.#made.push(
      ...reported.map((made) => ({ ...made, relays: [...(made.relays ?? []), { ...said, isTurn: true }] })),
    )
  }

  #readSentence(whole: Stretch) {
    const sentence = this.#withoutDateline(whole)
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
    const before = this.#made.length > count ? this.#clauseBeforeColon(sentence, quoted[0]) : undefined
    if (before) this.#made.push({ ...before, ...this.#sourceBefore(before.speaker!, this.#made.at(-1)!) })
    if (this.#made.length === count) {
      const made =
        this.#clauses.saidBefore(sentence, this.#unsaid) ??
        this.#clauses.according(sentence, quoted) ??
        this.#clauses.clauseIn(sentence, quoted) ??
        this.#before.read(sentence, quoted) ??
        this.#before.judged(sentence, quoted) ??
        this.#clauses.behindColon(sentence, quoted) ??
        this.#clauses.addedAlone(sentence) ??
        this.#clauses.reported(sentence, quoted, this.#made.at(-1))
      if (made) this.#add(made)
    }
    if (this.#made.length === count) this.#voices.notice(sentence)
    this.#made.push(...this.#clauses.alsoBehindColon(sentence, quoted, this.#made.slice(count)))
    this.#made.push(...this.#further.readInto(sentence, quoted, this.#made.slice(count)))
    for (const quotation of left) this.#leaveAlone(sentence, quotation, this.#made.length > count)
    this.#unsaid = this.#made.length === count ? sentence : undefined
  }

  /** “СЕВЕРОМОРСК, 26 ноября — ”, “BUENOS AIRES.- ”: where it was filed. */
  #withoutDateline({ start, end }: Stretch): Stretch {
    if (start > 0 && this.#text[start - 1] !== '\n') return { start, end }
    const words = this.#text.slice(start, Math.min(end, start + 80))
    const line = this.#pack.noCapitals ? filedWithoutCapitals.exec(words) : filed.exec(words)
    return { start: start + (line?.[0].length ?? 0), end }
  }

  /** Returns those that have no speaker. */
  #readQuotations(sentence: Stretch, quoted: Quotation[]): Quotation[] {
    const left: Quotation[] = []
    let last: Made | undefined
    for (const quotation of quoted) {
      const after = this.#speakers.afterQuotation(quotation, sentence.end)
      if (after) this.#add((last = this.#saidBy(this.#partOf(sentence, quotation, quoted), quotation, after)))
      else if (last && this.#goesOn(last, quotation)) last.content.push(quotation)
      else {
        const before = this.#speakers.beforeQuotation(quotation, sentence.start)
        const beside = before ? undefined : this.#speakers.besideQuotation(quotation, sentence.start)
        if (before) this.#add((last = { content: [quotation], rule: 'speaker before a quotation', ...before }))
        else if (beside) this.#add((last = { content: [quotation], rule: 'name beside a quotation', speaker: beside }))
        else left.push(quotation)
      }
    }
    return left
  }

  /** Sie erzählte, dass sie fiel: „…“ */
  #clauseBeforeColon({ start }: Stretch, first: Quotation | undefined): Made | undefined {
    if (!first || !/:\s*$/.test(this.#text.slice(start, first.start))) return undefined
    const before = { start, end: first.start - /:\s*$/.exec(this.#text.slice(start, first.start))![0].length }
    const made = this.#clauses.clauseIn(before, []) ?? this.#before.read(before, [])
    return made?.speaker && (made.rule === 'that-clause' || made.rule === 'clause before the speaker')
      ? made
      : undefined
  }

  /** Die Arbeiten seien „fertig“, sagte Berg: a quotation that ends a clause is said with it. */
  #partOf({ start }: Stretch, quotation: Quotation, [first]: readonly Quotation[]): Stretch {
    const before = this.#text.slice(start, quotation.start)
    if (first !== quotation || !/^[\p{Lu}\p{Lo}][^:;]*\p{L} $/u.test(before)) return quotation
    const isSmall = /^\p{Ll}/u.test(this.#text.slice(quotation.innerStart, quotation.innerEnd).trimStart())
    const isPart = this.#pack.reported?.test(before) === true || (isSmall && before.split(' ').length > 3)
    const isTold = new RegExp(this.#speakers.verb.source, 'iu').test(before)
    return isPart && !isTold ? { start, end: quotation.end } : quotation
  }

  /** Whoever says the quotation says the clause before its colon, too, unless somebody else stands there. */
  #sourceBefore(speaker: Phrase, { source, speaker: quoted }: Made): Pick<Made, 'source'> {
    const isOther = speaker.end > speaker.start && quoted !== undefined && quoted.start !== speaker.start
    return { source: source && !isOther ? source : this.#voices.sourceOf(speaker) }
  }

  #saidBy(said: Stretch, quotation: Quotation, { cue, speaker, outer }: Told): Made {
    const relays = outer && [{ speaker: outer, source: this.#voices.sourceOf(outer), cue }]
    return {
      content: [said],
      rule: said === quotation ? 'quotation before the speaker' : 'clause before the speaker',
      cue,
      speaker,
      ...(relays && { relays }),
    }
  }

  #add(made: Made) {
    this.#voices.give(made)
    const act = made.cue && actOf(this.#text.slice(made.cue.start, made.cue.end), this.#pack)
    if (act) made.act = act
    this.#made.push(made)
  }

  /** “…”, sagte Berg, “…”. */
  #goesOn({ speaker, content }: Made, { start }: Quotation): boolean {
    const from = Math.max(speaker?.end ?? 0, content.at(-1)!.end)
    const between = this.#text.slice(from, start)
    if (start < from || start - from >= longestAside || this.#speakers.isInClause(between)) return false
    if (this.#speakers.isAdding(between)) return false
    if (this.#pack.dialogue === 'comma' && !/[«»“”"\n]/.test(between) && !/[«“"„]/.test(this.#text[start]!)) return true
    return !/[.!?;]\s/.test(this.#pack.dialogue ? between.replace(/(?:[.,:]\s+[—–-]|[—–][.,:;]?)\s+$/u, '') : between)
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

const filed = /^(?:\p{Lu}{2,}|\p{Lu}\p{L}+ \()[^—–.\n]{0,40}(?:[—–]|\.\s?[-–—]|\)\s[-–—])\s+/u
const filedWithoutCapitals = /^\p{L}+(?: \p{L}+){0,2} ?(?:\([^)]{1,20}\) ?)?(?:-\p{L}+:|- )(?: ?\([^)]{1,20}\) - )?\s*/u

function actOf(cue: string, { acts }: Pack): Act | undefined {
  return acts.find(([verbs]) => verbs.test(cue.toLowerCase()))?.[1]
}
