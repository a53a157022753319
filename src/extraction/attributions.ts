import { sentenceEnd } from './contents.ts'
import type { Draft } from './drafts.ts'
import { attributeAdjectives, attributeAccordingTo, attributeHidden, attributeNouns } from './other-cues.ts'
import type { Range } from './phrases.ts'
import type { Sentence } from './sentence-state.ts'
import { attributeBefore } from './speaker-after.ts'
import type { Token } from './reading/token.ts'
import { attributeHeadline } from './headlines.ts'
import { attributeRelays } from './relays.ts'
import { attributeFrontedAs, attributeTold } from './told.ts'
import { attributeVerbs } from './verb-cues.ts'
import { findVerbGroups } from './verb-groups.ts'

/** The attributions of one sentence, in the order of their contents. */
export function findAttributions(tokens: readonly Token[], isHeadline = false): Draft[] {
  const sentence: Sentence = { tokens, groups: findVerbGroups(tokens), end: sentenceEnd(tokens), taken: [], drafts: [] }
  if (isHeadline) attributeHeadline(sentence)
  attributeRelays(sentence)
  attributeTold(sentence)
  attributeFrontedAs(sentence)
  attributeBefore(sentence)
  attributeAccordingTo(sentence)
  attributeVerbs(sentence)
  attributeAdjectives(sentence)
  attributeNouns(sentence)
  attributeHidden(sentence)
  for (const draft of sentence.drafts)
    draft.elsewhere = sentence.drafts.flatMap((other) =>
      other === draft ? [] : [...(other.aside ? [other.aside] : []), ...contentRanges(tokens, other)],
    )
  return sentence.drafts.sort((a, b) => (a.content[0]?.start ?? 0) - (b.content[0]?.start ?? 0))
}

/** What another says is no place to look for this one's day or medium. */
function contentRanges(tokens: readonly Token[], { content }: Draft): Range[] {
  return content.map(({ start, end }) => ({
    from: tokens.findIndex((token) => token.start >= start),
    to: tokens.findLastIndex((token) => token.end <= end) + 1,
  }))
}
