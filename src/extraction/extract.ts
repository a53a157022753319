import { indexText } from '../anchoring/code-points.ts'
import { foldName } from '../anchoring/fold.ts'
import { findAttributions } from './attributions.ts'
import { arabic } from './abroad/arabic.ts'
import { french } from './abroad/french.ts'
import { german } from './abroad/german.ts'
import { readAbroad } from './abroad/read.ts'
import { russian } from './abroad/russian.ts'
import { spanish } from './abroad/spanish.ts'
import { joinBlocks, Carrying } from './carried.ts'
import { emptyHop } from './chains.ts'
import { measured } from './confidence.ts'
import { isMonth } from './dates.ts'
import type { Surroundings } from './drafts.ts'
import { tellLanguage } from './language.ts'
import { People } from './who/people.ts'
import { withBlocks } from './reading/blocks.ts'
import { Inside } from './inside.ts'
import { findQuotations, type Quotation } from './reading/quotations.ts'
import { statementOf, withoutEchoes } from './made.ts'
import { readProse } from './reading/prose.ts'
import { splitSentences } from './reading/sentences.ts'
import type { Extraction, Hop, Span, Statement } from './statement.ts'
import type { Token } from './reading/token.ts'
import { readParagraphs } from './reading/tokens.ts'
import { statementsOfTurn } from './turns/spoken.ts'
import { findTurns, turnAt } from './turns/turns.ts'

export type Circumstances = {
  publishedOn?: string
  publisher?: string
  /** Called now and then with how much of the text is read, from 0 to 1. */
  progress?: (done: number) => void
}

/** Suggests who said what, through whom and when. Pure: the same text, day and publisher give the same suggestions. */
export function extractStatements(given: string, circumstances: Circumstances = {}): Extraction {
  const found = readStatements(given, circumstances)
  for (const { hops } of found.statements) endBefore(circumstances.publisher, hops)
  return found
}

/** "…, according to a statement seen by the Courier", in the Courier: the page that every chain ends on is no step of it. */
function endBefore(publisher: string | undefined, hops: Hop[]): void {
  const named = (name: string | null | undefined) => foldName((name ?? '').replace(/^the\s+/i, ''))
  const page = named(publisher)
  while (page !== '' && hops.length > 1 && named(hops.at(-1)?.source.name) === page) hops.pop()
}

function readStatements(given: string, circumstances: Circumstances): Extraction {
  const { text, placesOf } = readProse(given)
  const language = tellLanguage(text)
  const marked = findQuotations(text)
  const index = indexText(given)
  const spans = (place: Span) =>
    placesOf(place).map(({ start, end }) => ({ start: index.toCodePoint(start), end: index.toCodePoint(end) }))
  const span = (place: Span) => {
    const places = spans(place)
    return { start: places[0]?.start ?? 0, end: places.at(-1)?.end ?? 0 }
  }
  const pack = packs.get(language)
  if (pack)
    return {
      language,
      statements: readAbroad(text, pack, circumstances.publishedOn, spans),
      notice: onlyPlain(language),
    }
  if (language !== 'en' && language !== 'und')
    return { language, statements: directQuotes(text, marked, spans), notice: onlyDirect(language) }

  const quotations = withBlocks(text, marked)
  const people = new People(text)
  const around: Surroundings = { text, people, publishedOn: circumstances.publishedOn, span, spans }
  const statements: Statement[] = []
  const turns = findTurns(text)
  const askers = [...new Set(turns.flatMap(({ asks, name }) => (asks && name !== null ? [name] : [])))]
  const carrying = new Carrying(quotations, around)
  const inside = new Inside(quotations, around)
  let isHeadline = true
  for (const paragraph of joinBlocks(readParagraphs(text, quotations), (at) => turnAt(turns, at) !== undefined)) {
    const { start } = paragraph[0]!
    circumstances.progress?.(start / text.length)
    const turn = turnAt(turns, start)
    if (turn) {
      statements.push(...statementsOfTurn(paragraph, turn, around, quotations, askers))
      continue
    }
    carrying.openParagraph()
    for (const sentence of splitSentences(
      withoutDateline(isHeadline ? paragraph : withoutBullet(paragraph)),
      quotations,
    )) {
      const carriedOn = sentence.every((token) => token.quote >= 0) ? carrying.takes(sentence, statements) : undefined
      if (carriedOn) {
        statements.push(...inside.reportedIn(sentence, carriedOn))
        continue
      }
      const found = findAttributions(sentence, isHeadline)
      isHeadline = false
      const made = found.map((draft) => statementOf(draft, around, quotations))
      statements.push(...withoutEchoes(made), ...inside.reported(found, made))
      people.notice(sentence)
      carrying.note(found, made)
    }
  }
  statements.sort((a, b) => (a.content[0]?.start ?? 0) - (b.content[0]?.start ?? 0))
  for (const statement of statements)
    for (const hop of statement.hops)
      if (hop.source.name && hop.source.kind === 'person') hop.source.name = people.fullName(hop.source.name)
  return { language, statements }
}

/** Languages besides English in which speakers are looked for. */
const packs = new Map([german, french, spanish, russian, arabic].map((pack) => [pack.language, pack]))

/** "- According to the board, …": the mark of a list's item is no word of it. */
function withoutBullet(paragraph: readonly Token[]): readonly Token[] {
  const [mark, next] = paragraph
  return mark && next && /^[-•▪◦*·‣]$/.test(mark.text) && next.start > mark.end ? paragraph.slice(1) : paragraph
}

/** "PORT ANSEL, March 14 (Coast Wire) – ": where and when it was filed does not belong to what it says. */
function withoutDateline(paragraph: readonly Token[]): Token[] {
  const hour = hourEnd(paragraph)
  if (hour > 0) return withoutDateline(paragraph.slice(hour))
  const [first] = paragraph
  const dash = paragraph.slice(0, 16).findIndex((token) => /^(?:[–—-]|--)$/.test(token.text))
  if (dash <= 0 || first === undefined || first.quote >= 0) return [...paragraph]
  const isPlace = /^\p{Lu}{3,}$/u.test(first.text) || isPlaceAndDay(paragraph.slice(0, dash))
  return isPlace ? paragraph.slice(dash + 1) : [...paragraph]
}

/** After "08.05" or "8:05am –" before an entry of a live report; 0 without one. */
function hourEnd(tokens: readonly Token[]): number {
  if (!/^(?:[01]?\d|2[0-3])[.:][0-5]\d(?:[ap]m)?$/.test(tokens[0]?.text ?? '')) return 0
  let to = 1
  if (/^[ap]\.?m\.?$/.test(tokens[to]?.lower ?? '')) to++
  while (/^[–—:|-]$/.test(tokens[to]?.text ?? '')) to++
  const next = tokens[to]
  return next && (next.quote >= 0 || /^\p{Lu}/u.test(next.text)) ? to : 0
}

/** "Port Ansel, 14 March 2024": a place that is not in capitals needs its day, and nothing else beside it. */
function isPlaceAndDay(head: readonly Token[]): boolean {
  const words = head.map(({ text }) => text)
  const isNamed = words.every((word) => /^(?:\p{Lu}[\p{L}\p{M}.'’-]*|\d{1,4}|[,.()])$/u.test(word))
  const day = words.includes(',') ? words.slice(words.indexOf(',')) : []
  return isNamed && day.some((word) => /^\d/.test(word)) && day.some((word) => isMonth.test(word))
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

function onlyPlain(language: string): string {
  return `This text seems to be in another language than English (${language}): only quotations, clauses after a verb of saying and sources after “according to” are suggested.`
}
