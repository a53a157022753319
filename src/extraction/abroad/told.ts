import { emptyHop } from '../chains.ts'
import type { FoundDate } from '../dates.ts'
import type { RuleName } from '../drafts.ts'
import type { Act, Hop, HopSource, Span, Statement } from '../statement.ts'
import type { Stretch } from './matching.ts'
import type { Phrase } from './phrases.ts'

/** Who said what in one sentence, before its offsets are those of the text as given. */
export type Made = {
  content: Stretch[]
  cue?: Stretch
  speaker?: Phrase
  source?: HopSource
  rule: RuleName
  act?: Act
  /** Who passed it on, from the speaker outwards. */
  relays?: Relay[]
  addressee?: Stretch
  date?: FoundDate
}
export type Relay = { speaker: Phrase; source: HopSource; cue?: Stretch; isTurn?: boolean }

/** As our own articles in these languages went; there is no corpus to measure them on. */
const confidences: Partial<Record<RuleName, number>> = {
  'quotation before the speaker': 0.85,
  'speaker before a quotation': 0.75,
  'name beside a quotation': 0.75,
  'that-clause': 0.7,
  'clause without that': 0.5,
  'clause before the speaker': 0.6,
  'according to': 0.65,
  'quotation carried over': 0.55,
  transcript: 0.7,
}
const alone = 0.4

export function statementOf(made: Made, print: (place: Span) => string, spans: (place: Span) => Span[]): Statement {
  const { content, cue, source, speaker, rule, relays = [], addressee, date } = made
  const cueAt = cue && spans(cue)[0]
  const at = placeOf(speaker, spans)
  const isQuoted = rule.includes('quotation') || rule === 'transcript'
  const confidence = confidences[rule] ?? alone
  const when = date && spans(date)[0]
  const origin: Hop = {
    ...emptyHop(),
    ...(source && { source: placed(source, at) }),
    cue: cueOf(cue, false, print, spans),
    addressee: addressee ? print(addressee) : null,
    ...(rule === 'transcript' && { medium: 'transcript' as const }),
    date: date && when ? { text: print(date), iso: date.iso, precision: date.precision, ...when } : null,
  }
  return {
    content: content.flatMap((piece) => spans(piece)),
    cue: cueAt ? [cueAt] : [],
    source: at ? [at] : [],
    mode: isQuoted ? 'direct' : content.some((piece) => /[“”„«»"]/u.test(print(piece))) ? 'mixed' : 'indirect',
    act: made.act ?? 'says',
    polarity: 'positive',
    hedge: null,
    rule,
    reason: reasonOf(rule, cue ? print(cue) : ''),
    confidence: source || rule === 'quotation without attribution' ? confidence : confidence - 0.15,
    hops: [
      origin,
      ...relays.map((relay) => ({
        ...emptyHop(),
        source: placed(relay.source, placeOf(relay.speaker, spans)),
        cue: cueOf(relay.cue, relay.isTurn !== true, print, spans),
        ...(relay.isTurn === true && { medium: 'transcript' as const }),
      })),
    ],
  }
}

function placeOf(speaker: Phrase | undefined, spans: (place: Span) => Span[]): Span | undefined {
  return speaker && speaker.end > speaker.start ? spans(speaker)[0] : undefined
}

function placed(source: HopSource, at: Span | undefined): HopSource {
  return { ...source, start: at?.start ?? null, end: at?.end ?? null }
}

function cueOf(
  cue: Stretch | undefined,
  relay: boolean,
  print: (place: Span) => string,
  spans: (place: Span) => Span[],
): Hop['cue'] {
  const at = cue && spans(cue)[0]
  return cue && at ? { text: print(cue), ...at, kind: 'neutral', relay } : null
}

function reasonOf(rule: RuleName, cue: string): string {
  if (rule === 'quotation carried over') return 'a quotation alone in its sentence; the speaker of the one before it'
  if (rule === 'transcript') return 'somebody’s turn, which lasts until the next speaker'
  if (rule === 'quotation without attribution')
    return 'words in quotation marks; nobody beside them is named as saying them'
  if (rule === 'name beside a quotation') return 'a name and a colon before the quotation'
  if (rule === 'according to') return `“${cue}” with the source of the rest of the sentence`
  if (cue === '' && rule === 'clause without that')
    return 'a sentence in the mood of indirect speech; the speaker of what was said before'
  return rule.includes('quotation')
    ? `a quotation with “${cue}” and a speaker beside it`
    : `“${cue}”, a speaker and a clause after it`
}
