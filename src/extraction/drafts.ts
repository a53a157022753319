import type { Act, CueKind, Span } from './statement.ts'
import type { Range } from './phrases.ts'
import type { Token } from './reading/token.ts'
import type { People } from './who/people.ts'

/** UTF-16 units, half-open: matches before their positions are converted to code points. */
export type Stretch = { start: number; end: number }

/** An attribution found in one sentence, before its chain is worked out. */
export type Draft = {
  tokens: readonly Token[]
  content: Stretch[]
  cue: Stretch[]
  source: Stretch[]
  /** The source's position among the tokens, if it is a phrase of this sentence. */
  sourceRange: Range | undefined
  cueRange: Range
  cueWord: string
  /** The words between cue and content: addressee, place, medium, date. */
  aside: Range | undefined
  addressee: Range | undefined
  /** Where in the sentence other attributions tell their own day, place and medium. */
  elsewhere: Range[]
  kind: CueKind
  act: Act
  relay: boolean
  negated: boolean
  hedge: string | null
  rule: RuleName
  /** Of a cue that tells who passed it on as well, the words of the one who spoke. */
  ownCue?: Range
  /** Who passed it on, from the speaker outwards. */
  relayed?: readonly Relay[]
  /** The court or committee that heard it. */
  heardIn?: Range
  /** The words of the sentence before this one’s, where it stands in what another says. */
  within?: readonly Token[]
}

export type Relay = { source: Range | undefined; cue: Range }

export type RuleName =
  | 'quotation before the speaker'
  | 'speaker before a quotation'
  | 'clause before the speaker'
  | 'that-clause'
  | 'clause without that'
  | 'relative clause'
  | 'question'
  | 'intention'
  | 'what is spoken of'
  | 'judged as'
  | 'expected of someone'
  | 'state of mind'
  | 'according to'
  | 'noun of saying'
  | 'hidden source'
  | 'label and colon'
  | 'transcript'
  | 'name beside a quotation'
  | 'quotation carried over'
  | 'quotation without attribution'

export function stretchOf(tokens: readonly Token[], range: Range): Stretch {
  return { start: tokens[range.from]!.start, end: tokens[range.to - 1]!.end }
}
export type Surroundings = {
  text: string
  people: People
  publishedOn: string | undefined
  span: (place: Span) => Span
  /** In pieces, where words that are nobody's lie between. */
  spans: (place: Span) => Span[]
}
