import { findAttributions } from '../attributions.ts'
import { emptyHop } from '../chains.ts'
import { measured } from '../confidence.ts'
import type { Draft, Surroundings } from '../drafts.ts'
import { statementOf } from '../made.ts'
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
  const words = paragraph.filter((token) => token.start >= turn.words && !/^\*+$/.test(token.text))
  const [first, last] = [words[0], words.at(-1)]
  if (!first || !last || isRemark(/^["“]$/.test(first.text) ? (words[1] ?? first) : first, last)) return []
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
  const reported = reportedIn(words, around, quotations)
  around.people.hear([])
  return [whole, ...reported.map((statement) => ({ ...statement, hops: [...statement.hops, hop] }))]
}

/** "(Applause.)", "[laughter]": the reporter's. */
function isRemark(first: Token, last: Token): boolean {
  return /^[([]$/.test(first.text) && /^[)\]]$/.test(last.text)
}

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
function reportedIn(words: readonly Token[], around: Surroundings, quotations: readonly Quotation[]): Statement[] {
  return splitSentences(words, quotations).flatMap((sentence) => {
    const made = findAttributions(sentence)
      .filter(isOfAnother)
      .map((draft) => statementOf(draft, around, quotations))
      .filter(({ hops }) => hops[0]?.source.name?.toLowerCase() !== 'it')
    around.people.notice(sentence)
    around.people.noticeAsked(sentence)
    return made.map((statement) => ({ ...statement, confidence: Math.min(statement.confidence, reportedAtMost) }))
  })
}

function isOfAnother({ rule, sourceRange, addressee, cueWord, tokens }: Draft): boolean {
  if (!reporting.has(rule) || /^(?:know|feel|hope|see|find|show|mean|guess|suppose)/.test(cueWord)) return false
  if (!sourceRange) return addressee !== undefined && isSpeaker(tokens.slice(addressee.from, addressee.to))
  const source = tokens.slice(sourceRange.from, sourceRange.to)
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
