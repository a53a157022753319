import { sentenceEnd } from './contents.ts'
import { type Draft, stretchOf } from './drafts.ts'
import { attributeAccordingTo } from './according-to.ts'
import { attributeNouns, attributePassedNouns } from './nouns-of-saying.ts'
import { attributeAdjectives, attributeHidden } from './other-cues.ts'
import { type Range, findPhraseBefore } from './phrases.ts'
import type { Sentence } from './sentence-state.ts'
import { attributeBefore } from './speaker-after.ts'
import type { Token } from './reading/token.ts'
import { attributeHeadline } from './headlines.ts'
import { attributeSigned } from './signed.ts'
import { attributeOverheard } from './overheard.ts'
import { attributeRelays } from './relays.ts'
import { attributeCalled, attributeFrontedAs, attributeTold } from './told.ts'
import { attributeVerbs } from './verb-cues.ts'
import { findVerbGroups } from './verb-groups.ts'

/** The attributions of one sentence, in the order of their contents. */
export function findAttributions(tokens: readonly Token[], isHeadline = false): Draft[] {
  const sentence: Sentence = { tokens, groups: findVerbGroups(tokens), end: sentenceEnd(tokens), taken: [], drafts: [] }
  if (isHeadline) attributeHeadline(sentence)
  attributeSigned(sentence)
  attributeRelays(sentence)
  attributeOverheard(sentence)
  attributeCalled(sentence)
  attributeFrontedAs(sentence)
  attributeBefore(sentence)
  attributePassedNouns(sentence)
  attributeAccordingTo(sentence)
  attributeTold(sentence)
  attributeVerbs(sentence)
  attributeAdjectives(sentence)
  attributeNouns(sentence)
  attributeHidden(sentence)
  if (isHeadline && !isSentence(tokens)) sentence.drafts = sentence.drafts.filter(({ rule }) => !deeds.has(rule))
  sentence.drafts = sentence.drafts.filter((draft) => !isWithin(draft, sentence.drafts))
  for (const draft of sentence.drafts) passOnJoined(sentence, draft)
  for (const draft of sentence.drafts)
    draft.elsewhere = sentence.drafts.flatMap((other) =>
      other === draft ? [] : [...(other.aside ? [other.aside] : []), ...contentRanges(tokens, other)],
    )
  return sentence.drafts.sort((a, b) => (a.content[0]?.start ?? 0) - (b.content[0]?.start ?? 0))
}

/** What one does to say something. */
const reaching =
  /^(?:called|phoned|telephoned|rung|texted|emailed|contacted|approached|apologised|apologized|replied|answered|messaged)$/

/**
 * "Haddam said that the envoy had telephoned him and promised that …": the envoy promised, and Haddam passes it on. What
 * had happened before somebody spoke goes on behind "and".
 */
function passOnJoined({ tokens, groups, drafts }: Sentence, draft: Draft) {
  const { sourceRange: source, cueRange } = draft
  const and = cueRange.from - 1
  if (!source || !/^(?:and|but)$/.test(tokens[and]?.lower ?? '')) return
  const end = tokens[tokens[and - 1]?.text === ',' ? and - 2 : and - 1]?.end
  const outer = drafts.find(
    (other) => other.sourceRange?.from === source.from && other.content.length === 1 && other.content[0]!.end === end,
  )
  const from = outer ? tokens.findIndex(({ start }) => start >= outer.content[0]!.start) : -1
  const had = groups.find((group) => group.from > from && group.to <= and && group.form === 'finite')
  if (!outer || from < 0 || !had || had.passive || tokens[had.from]!.lower !== 'had') return
  const isReaching = reaching.test(tokens[had.main]!.lower) && /^(?:PRON|ADP|PART|ADV|CCONJ)$/.test(tokens[had.to]!.tag)
  if (!isReaching && tokens[cueRange.from]!.lower !== 'had') return
  const subject = findPhraseBefore(tokens, had.from, from)
  if (!subject || /^(?:he|she|it|they|we|i|that|who)$/.test(tokens[subject.to - 1]!.lower)) return
  draft.sourceRange = subject
  draft.source = [stretchOf(tokens, subject)]
  draft.relayed = [...(draft.relayed ?? []), { source, cue: outer.cueRange }]
}

/** "An aide said she had been told the plan would fail": whoever told her is nobody, and the aide has said it all. */
function isWithin(draft: Draft, drafts: readonly Draft[]): boolean {
  const [first] = draft.content
  if (draft.source.length > 0 || draft.heardIn || !draft.addressee || !first || draft.content.length > 1) return false
  return drafts.some(
    (other) =>
      other !== draft &&
      other.source.length > 0 &&
      other.content.some(({ start, end }) => start < first.start && end >= first.end),
  )
}

/** "Bakers ask for cheaper flour": a headline that tells what somebody does or wants carries no words of theirs. */
const deeds = new Set<string>([
  'what is spoken of',
  'intention',
  'state of mind',
  'noun of saying',
  'expected of someone',
  'hidden source',
  'judged as',
])

function isSentence(tokens: readonly Token[]): boolean {
  const last = tokens.at(-1)
  return !!last && /[.!?…”"]$/.test(last.text)
}

/** What another says is no place to look for this one's day or medium. */
function contentRanges(tokens: readonly Token[], { content }: Draft): Range[] {
  return content.map(({ start, end }) => ({
    from: tokens.findIndex((token) => token.start >= start),
    to: tokens.findLastIndex((token) => token.end <= end) + 1,
  }))
}
