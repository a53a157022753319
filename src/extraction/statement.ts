/** Offsets are Unicode code points, half-open. */
export type Span = { start: number; end: number }

export type Mode = 'direct' | 'indirect' | 'mixed' | 'words'
export type Act = 'says' | 'asks' | 'answers' | 'denies' | 'promises' | 'warns' | 'confirms' | 'declines'
export type Polarity = 'positive' | 'negative'
export type CueKind = 'neutral' | 'doubt' | 'certainty' | 'denial' | 'question' | 'prediction'
export type SourceKind = 'person' | 'organisation' | 'outlet' | 'government' | 'group' | 'document' | 'unknown'
export type Anonymity = 'named' | 'described' | 'unstated'
export type Precision = 'day' | 'week' | 'month' | 'season' | 'year'

export type HopSource = {
  /** The fullest name or description the text gives; null where the text hides who it is. */
  name: string | null
  mention: string | null
  start: number | null
  end: number | null
  kind: SourceKind
  role: string | null
  anonymity: Anonymity
  /** For a source described but not named: the words that describe it. */
  description?: string
  /** Why the source is not named, if the text says so. */
  reason?: string
  /** The words that say why the source would know. */
  basis?: string
}

export type HopCue = { text: string; start: number; end: number; kind: CueKind; relay: boolean }

export type HopDate = { text: string; iso: string; precision: Precision; start: number; end: number }

/** One step of the chain from the speaker to the page. */
export type Hop = {
  source: HopSource
  cue: HopCue | null
  addressee: string | null
  medium: string | null
  place: string | null
  date: HopDate | null
}

export type Statement = {
  content: Span[]
  cue: Span[]
  source: Span[]
  mode: Mode
  act: Act
  polarity: Polarity
  /** The word that weakens the assertion: "reportedly", "appears". */
  hedge: string | null
  /** For an answer in one word: the words of the question. */
  rule: string
  reason: string
  confidence: number
  /** From the speaker outwards to the page. */
  hops: Hop[]
}

export type Extraction = {
  language: string
  statements: Statement[]
  /** What people who read the suggestions should know about their limits. */
  notice?: string
}
