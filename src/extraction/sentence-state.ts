import { type Draft, type Relay, type RuleName, type Stretch, stretchOf } from './drafts.ts'
import { type VerbCue, verbCues } from './lexicon/verbs.ts'
import type { Range } from './phrases.ts'
import type { Token } from './reading/token.ts'
import type { VerbGroup } from './verb-groups.ts'

export { quoteEnd } from './phrase-parts.ts'

export type Sentence = { tokens: readonly Token[]; groups: VerbGroup[]; end: number; taken: boolean[]; drafts: Draft[] }

type Finding = {
  content: Range[]
  cue: Range
  source: Range | undefined
  rule: RuleName
  verb?: VerbCue
  group?: VerbGroup
  cueWord?: string
  kind?: Draft['kind']
  act?: Draft['act']
  aside?: Range | undefined
  addressee?: Range | undefined
  ownCue?: Range
  relayed?: readonly Relay[]
  heardIn?: Range
}

export function addDraft(sentence: Sentence, finding: Finding) {
  const { tokens, taken } = sentence
  const content: Stretch[] = finding.content.map((range) => stretchOf(tokens, range))
  for (const range of [...finding.content, finding.cue]) for (let at = range.from; at < range.to; at++) taken[at] = true
  sentence.drafts.push({
    tokens,
    content,
    cue: [stretchOf(tokens, finding.cue)],
    source: finding.source ? [stretchOf(tokens, finding.source)] : [],
    sourceRange: finding.source,
    cueRange: finding.cue,
    cueWord: finding.cueWord ?? tokens[finding.group?.main ?? finding.cue.from]!.lower,
    aside: finding.aside,
    addressee: finding.addressee,
    elsewhere: [],
    kind: finding.kind ?? finding.verb?.kind ?? 'neutral',
    act: finding.act ?? finding.verb?.act ?? 'says',
    relay: finding.verb?.relay ?? false,
    // Declining is silence as not saying is; not declining is not.
    negated: (finding.group?.negated ?? false) !== (finding.verb?.act === 'declines'),
    hedge: null,
    rule: finding.rule,
    ...(finding.ownCue && { ownCue: finding.ownCue }),
    ...(finding.relayed && { relayed: finding.relayed }),
    ...(finding.heardIn && { heardIn: finding.heardIn }),
  })
}

/** Where free words before a place begin: after what another attribution has taken. */
export function freeFrom(sentence: Sentence, before: number): number {
  let at = before
  let brackets = 0
  while (at > 0 && !sentence.taken[at - 1]) {
    const mark = sentence.tokens[at - 1]!.text
    if (mark === ')') brackets++
    else if (mark === '(' && brackets-- === 0) break
    at--
  }
  while (at < before && (sentence.tokens[at]!.text === ',' || (sentence.tokens[at]!.tag === 'CCONJ' && at > 0))) at++
  return at
}

export function sayingCue(group: VerbGroup): VerbCue | undefined {
  return verbCues.get(group.lemma)?.find((cue) => cue.frames.includes('s') && cue.particle.length === 0)
}

export function isClosingQuote(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at]
  return !!token && token.quote >= 0 && tokens[at + 1]?.quote !== token.quote
}
