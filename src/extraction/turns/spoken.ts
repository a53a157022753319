import { findAttributions } from '../attributions.ts'
import { emptyHop } from '../chains.ts'
import { womensTitles } from '../lexicon/source-words.ts'
import { measured } from '../confidence.ts'
import { findObject } from '../asides.ts'
import type { Draft, Surroundings } from '../drafts.ts'
import { statementOf } from '../made.ts'
import { readInner } from '../reading/inner.ts'
import type { Quotation } from '../reading/quotations.ts'
import { splitSentences } from '../reading/sentences.ts'
import type { Token } from '../reading/token.ts'
import type { Hop, Statement } from '../statement.ts'
import type { Turn } from './labels.ts'

/** What a speaker says in one paragraph of their turn, and what they report of others in it. */
export function statementsOfTurn(
  paragraph: readonly Token[],
  turn: Turn,
  around: Surroundings,
  quotations: readonly Quotation[],
  askers: readonly string[] = [],
): Statement[] {
  const words = withoutRemarks(paragraph.filter((token) => token.start >= turn.words && !/^\*+$/.test(token.text)))
  const [first, last] = [words[0], words.at(-1)]
  if (
    isHeading(words, turn) ||
    !first ||
    !last ||
    isRemark(/^["“]$/.test(first.text) ? (words[1] ?? first) : first, last)
  )
    return []
  const hop = hopOf(turn, around)
  const colon =
    around.text.charAt(turn.label.end) === ':' ? [around.span({ start: turn.label.end, end: turn.label.end + 1 })] : []
  const label = turn.label.end > turn.label.start ? [around.span(turn.label)] : []
  const whole: Statement = {
    content: around.spans({ start: first.start, end: last.end }),
    cue: colon,
    source: label,
    mode: 'direct',
    act: turn.asks ? 'asks' : 'says',
    polarity: 'positive',
    hedge: null,
    rule: 'transcript',
    reason: 'somebody’s turn, which lasts until the next speaker',
    confidence: measured.transcript,
    hops: [hop],
  }
  around.people.hear([...(turn.name === null ? [] : [turn.name]), ...(turn.asks ? [] : askers)])
  const quotation = quotations[first.quote]
  const isQuoted = quotation !== undefined && words.every(({ quote }) => quote === first.quote)
  const inner = isQuoted ? readInner(around.text, quotation, words) : { words, quotations }
  const reported = reportedIn(inner.words, around, inner.quotations)
  around.people.hear([])
  return [whole, ...reported.map((statement) => ({ ...statement, hops: [...statement.hops, hop] }))]
}

/** "Company Participants", below what somebody said: no sentence, and each word with a capital. */
function isHeading(words: readonly Token[], turn: Turn): boolean {
  const [first, last] = [words[0], words.at(-1)]
  if (!first || !last || words.length > longestHeading || /^[.?!…,;:”"’'—–-]$/.test(last.text)) return false
  const long = words.filter(({ text }) => /^\p{L}{4,}/u.test(text))
  const isLater = first.start > turn.words + 2
  return long.length > (isLater ? 0 : 1) && long.every(({ text }) => /^\p{Lu}/u.test(text))
}

const longestHeading = 10

/** "(Applause.)", "[laughter]": the reporter's. */
function isRemark(first: Token, last: Token): boolean {
  return /^[([]$/.test(first.text) && /^[)\]]$/.test(last.text)
}

/** "[laughs]", "[pause]" between the words are nobody's. */
function withoutRemarks(words: readonly Token[]): Token[] {
  let until = -1
  return words.filter(({ text }, at) => {
    if (text === '[') {
      const close = words.findIndex((token, index) => index > at && token.text === ']')
      if (close > 0 && close - at <= longestRemark && /^\p{L}/u.test(words[at + 1]!.text)) until = close
    }
    return at > until
  })
}

const longestRemark = 5

function hopOf(turn: Turn, around: Surroundings): Hop {
  const isLabelled = turn.label.end > turn.label.start
  const place = isLabelled ? around.span(turn.label) : { start: null, end: null }
  const mention = isLabelled ? around.text.slice(turn.label.start, turn.label.end) : null
  const { name, role } = turn
  const isNamed = name !== null && turn.isTitle !== true
  const colon =
    around.text.charAt(turn.label.end) === ':' ? { start: turn.label.end, end: turn.label.end + 1 } : undefined
  return {
    ...emptyHop(),
    source: {
      name: name ?? mention,
      mention,
      ...place,
      kind: 'person',
      role,
      anonymity: isNamed ? 'named' : 'described',
      ...(!isNamed && { description: name?.toLowerCase() ?? (turn.asks ? 'a questioner' : 'the one who answers') }),
    },
    cue: colon ? { text: ':', ...around.span(colon), kind: 'neutral', relay: false } : null,
    medium: 'transcript',
  }
}

const reporting = new Set([
  'that-clause',
  'clause without that',
  'speaker before a quotation',
  'quotation before the speaker',
  'clause before the speaker',
  'according to',
  'question',
])

/** What others are said to have said; the speaker's own "I" and "we" are no sources, and "you" are those spoken to. */
export function reportedIn(
  words: readonly Token[],
  around: Surroundings,
  quotations: readonly Quotation[],
  counts: (draft: Draft) => boolean = () => true,
): Statement[] {
  return splitSentences(words, quotations).flatMap((sentence) => {
    const made = findAttributions(sentence)
      .filter((draft) => isOfAnother(draft) && counts(draft))
      .map((draft) => statementOf(draft, around, quotations))
      .filter(({ hops }) => hops[0]?.source.name?.toLowerCase() !== 'it')
    around.people.notice(sentence)
    around.people.noticeAsked(sentence)
    noticeListener(sentence, around)
    return made.map((statement) => ({ ...statement, confidence: Math.min(statement.confidence, reportedAtMost) }))
  })
}

const addressing =
  /^(?:ask|asked|told|tell|rang|called|phoned|telephoned|emailed|texted|contacted|warned|begged|visited|met|saw)$/

/** "I asked the attorney to look", "The priest told my mother": whom one has spoken to answers in the next sentence. */
function noticeListener(sentence: readonly Token[], around: Surroundings) {
  const at = sentence.findLastIndex(({ lower, quote }) => quote < 0 && addressing.test(lower))
  const object = at > 0 ? findObject(sentence, at + 1, sentence.length) : undefined
  const whom = object ? sentence.slice(object.from, object.to) : []
  if (whom.length < 2 && whom[0]?.tag !== 'PROPN') return
  const speaker = sentence[at - 1]!.lower === 'have' ? sentence[at - 2] : sentence[at - 1]
  const isOwn = /^(?:i|we|’ve|'ve)$/.test(speaker?.lower ?? '')
  if (isOwn || whom.some(({ lower }) => womensTitles.has(lower))) around.people.recognise(whom)
}

/** "He told me to stop": what somebody was asked to do is said, where they were told it. */
const ordering = /^(?:tell|told|ask|order|instruct|urge|beg|warn|advise|invite|forb[ai])/

function isOfAnother({ rule, sourceRange, addressee, cueWord, tokens }: Draft): boolean {
  const isOrder = rule === 'intention' && ordering.test(cueWord)
  if (!(reporting.has(rule) || isOrder) || /^(?:know|feel|hope|see|find|show|mean|guess|suppose)/.test(cueWord))
    return false
  if (!sourceRange) return addressee !== undefined && isSpeaker(tokens.slice(addressee.from, addressee.to))
  const source = tokens.slice(sourceRange.from, sourceRange.to)
  if (isOrder && source.length === 1 && /^(?:any|no|some|every)(?:one|body)$/.test(source[0]!.lower)) return false
  return !(
    source.some(({ lower }) => /^(?:i|we|you|me|us)$/.test(lower)) ||
    (source.length === 1 && /^(?:who|that|which)$/.test(source[0]!.lower))
  )
}

/** "I am told that …": by whom is not said. */
function isSpeaker(words: readonly Token[]): boolean {
  return words.length === 1 && /^(?:i|we)$/.test(words[0]!.lower)
}

/** What somebody reports while speaking is looser than what a reporter writes. */
const reportedAtMost = 0.7
