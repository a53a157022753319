import { indexText } from '../anchoring/code-points.ts'
import { findAttributions } from './attributions.ts'
import { buildChain, emptyHop } from './chains.ts'
import { type Surroundings } from './drafts.ts'
import { judgeConfidence, measured } from './confidence.ts'
import type { Draft } from './drafts.ts'
import { tellLanguage } from './language.ts'
import { People } from './who/people.ts'
import { findQuotations, type Quotation } from './reading/quotations.ts'
import { giveReason } from './reasons.ts'
import { readProse } from './reading/prose.ts'
import { splitSentences } from './reading/sentences.ts'
import type { Extraction, Mode, Span, Statement } from './statement.ts'
import type { Token } from './reading/token.ts'
import { readParagraphs } from './reading/tokens.ts'
import { findTurns } from './transcripts.ts'

export type Circumstances = {
  publishedOn?: string
  publisher?: string
  /** Called now and then with how much of the text is read, from 0 to 1. */
  progress?: (done: number) => void
}

/** Suggests who said what, through whom and when. Pure: the same text and day give the same suggestions. */
export function extractStatements(given: string, circumstances: Circumstances = {}): Extraction {
  const { text, placesOf } = readProse(given)
  const language = tellLanguage(text)
  const quotations = findQuotations(text)
  const index = indexText(given)
  const spans = (place: Span) =>
    placesOf(place).map(({ start, end }) => ({ start: index.toCodePoint(start), end: index.toCodePoint(end) }))
  const span = (place: Span) => {
    const places = spans(place)
    return { start: places[0]?.start ?? 0, end: places.at(-1)?.end ?? 0 }
  }
  if (language !== 'en' && language !== 'und')
    return { language, statements: directQuotes(text, quotations, spans), notice: onlyDirect(language) }

  const people = new People(text)
  const around: Surroundings = { text, people, publishedOn: circumstances.publishedOn, span, spans }
  const statements: Statement[] = []
  const turns = findTurns(text)
  for (const turn of turns) statements.push(statementOfTurn(text, turn, span, spans))
  let carried: Statement | undefined
  let isHeadline = true
  for (const paragraph of readParagraphs(text, quotations)) {
    circumstances.progress?.(paragraph[0]!.start / text.length)
    if (isInTurn(turns, paragraph[0]!.start)) continue
    let last: Statement | undefined
    for (const sentence of splitSentences(withoutDateline(paragraph), quotations)) {
      const alone = sentence.every((token) => token.quote >= 0)
      const before = last ?? (goesOnFromBefore(quotations[sentence[0]!.quote]) ? carried : undefined)
      if (alone && before) {
        before.content.push(...spans({ start: sentence[0]!.start, end: sentence.at(-1)!.end }))
        last = before
        continue
      }
      const found = findAttributions(sentence, isHeadline)
      isHeadline = false
      const made = found.map((draft) => statementOf(draft, around, quotations))
      statements.push(...withoutEchoes(made))
      people.notice(sentence)
      if (made.length > 0) last = made[lastQuoted(found)] ?? made.at(-1)
    }
    carried = last
  }
  statements.sort((a, b) => (a.content[0]?.start ?? 0) - (b.content[0]?.start ?? 0))
  for (const statement of statements)
    for (const hop of statement.hops)
      if (hop.source.name && hop.source.kind === 'person') hop.source.name = people.fullName(hop.source.name)
  return { language, statements }
}

/** "PORT ANSEL, March 14 (Coast Wire) – ": where and when it was filed does not belong to what it says. */
function withoutDateline(paragraph: readonly Token[]): Token[] {
  const [first] = paragraph
  const dash = paragraph.slice(0, 16).findIndex((token) => /^(?:[–—-]|--)$/.test(token.text))
  const isPlace = first !== undefined && /^\p{Lu}{3,}$/u.test(first.text) && first.quote < 0
  return dash > 0 && isPlace ? paragraph.slice(dash + 1) : [...paragraph]
}

/** "…, citing a letter": where that is a step of a statement's chain, it is no statement of its own. */
function withoutEchoes(statements: Statement[]): Statement[] {
  const steps = new Set(
    statements.flatMap(({ hops }) => (hops.length > 1 ? hops.map((hop) => hop.cue?.start ?? -1) : [])),
  )
  return statements.filter(({ hops, cue }) => hops.length > 1 || !steps.has(cue[0]?.start ?? -2))
}

function lastQuoted(found: readonly Draft[]): number {
  return found.findLastIndex(
    (draft) => draft.rule === 'quotation before the speaker' || draft.rule === 'speaker before a quotation',
  )
}

function goesOnFromBefore(quotation: Quotation | undefined): boolean {
  return quotation !== undefined && quotation.continues >= 0
}

function statementOf(draft: Draft, around: Surroundings, quotations: readonly Quotation[]): Statement {
  const chain = buildChain(draft, around)
  const hidden = chain.hops.find(
    (hop) => hop.cue && /^(?:reportedly|allegedly|supposedly|purportedly|apparently)$/i.test(hop.cue.text),
  )
  return {
    content: sorted(chain.content).flatMap(around.spans),
    cue: chain.cue.map(around.span),
    source: chain.source.map(around.span),
    mode: modeOf(chain.content, chain.draft, quotations),
    act: chain.draft.act,
    polarity: draft.negated ? 'negative' : 'positive',
    hedge: hidden?.cue?.text.toLowerCase() ?? (/^(?:appear|seem)/.test(draft.cueWord) ? draft.cueWord : null),
    rule: draft.rule,
    reason: giveReason(draft),
    confidence: judgeConfidence(draft),
    hops: chain.hops,
  }
}

function sorted(spans: readonly Span[]): Span[] {
  return spans.toSorted((a, b) => a.start - b.start || a.end - b.end)
}

/** Direct where all of it is quoted, mixed where some is. */
function modeOf(content: readonly Span[], { tokens }: Draft, quotations: readonly Quotation[]): Mode {
  let [quoted, plain] = [0, 0]
  for (const token of tokens) {
    if (token.tag === 'PUNCT' || !content.some((piece) => token.start >= piece.start && token.end <= piece.end))
      continue
    if (token.quote >= 0 && quotations[token.quote]) quoted++
    else plain++
  }
  if (quoted === 0) return 'indirect'
  if (plain > 0) return plain <= 4 && quoted <= 3 ? 'words' : 'mixed'
  return quoted <= 2 ? 'words' : 'direct'
}

type Move = (span: Span) => Span

function isInTurn(turns: readonly { start: number; end: number }[], at: number): boolean {
  let [low, high] = [0, turns.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (turns[middle]!.end <= at) low = middle + 1
    else high = middle
  }
  const turn = turns[low]
  return !!turn && turn.start <= at
}

function statementOfTurn(
  text: string,
  turn: ReturnType<typeof findTurns>[number],
  span: Move,
  spans: (span: Span) => Span[],
): Statement {
  const label = span(turn.label)
  const colon = span({ start: turn.label.end, end: turn.label.end + 1 })
  const mention = text.slice(turn.label.start, turn.label.end)
  const hop = {
    ...emptyHop(),
    source: { name: turn.name, mention, ...label, kind: 'person' as const, role: null, anonymity: 'named' as const },
    cue: { text: ':', ...colon, kind: 'neutral' as const, relay: false },
    medium: 'transcript',
  }
  return {
    content: spans(turn.content),
    cue: [colon],
    source: [label],
    mode: 'direct',
    act: 'says',
    polarity: 'positive',
    hedge: null,
    rule: 'transcript',
    reason: 'a name and a colon before the words',
    confidence: measured.transcript,
    hops: [hop],
  }
}

/** Shorter quotations in another language are as often titles or terms as someone's words. */
const fewestWords = 4

function directQuotes(text: string, quotations: readonly Quotation[], spans: (span: Span) => Span[]): Statement[] {
  return quotations
    .filter(({ innerStart, innerEnd }) => text.slice(innerStart, innerEnd).trim().split(/\s+/).length >= fewestWords)
    .map((quotation) => ({
      content: spans(quotation),
      cue: [],
      source: [],
      mode: 'direct',
      act: 'says',
      polarity: 'positive',
      hedge: null,
      rule: 'quotation without attribution',
      reason: 'words in quotation marks; who said them is not looked for in this language',
      confidence: measured['quotation without attribution'],
      hops: [emptyHop()],
    }))
}

function onlyDirect(language: string): string {
  return `This text seems to be in another language than English (${language}): only direct quotations are suggested, without their speakers.`
}
