import type { Draft } from '../drafts.ts'
import { type Range, findPhraseBefore } from '../phrases.ts'
import { type Sentence } from '../sentence-state.ts'
import type { VerbGroup } from '../verb-groups.ts'

/** The subject of a verb: before it, or the subject of the verb that it is joined to. */
export function findSubject(sentence: Sentence, group: VerbGroup): Range | undefined {
  const { tokens } = sentence
  const before = tokens[group.from - 1]
  if (group.form === 'ing' || group.form === 'to') {
    const nominal =
      before && before.quote < 0 && (before.tag === 'NOUN' || before.tag === 'PROPN') && group.form === 'ing'
    return nominal ? findPhraseBefore(tokens, group.from, 0) : subjectOfEarlier(sentence, group)
  }
  if (!before) return undefined
  if (
    before.tag === 'CCONJ' ||
    (before.text === ',' && tokens[group.from - 2]?.quote !== undefined && tokens[group.from - 2]!.quote >= 0)
  )
    return subjectOfEarlier(sentence, group)
  const phrase = findPhraseBefore(tokens, group.from, 0)
  return phrase ?? subjectOfEarlier(sentence, group)
}

/** "confirmed that it was in talks but said …": the content of the first verb ends where the second begins. */
function endsBefore({ tokens }: Sentence, draft: Draft, group: VerbGroup): boolean {
  const end = draft.content.at(-1)?.end ?? 0
  let at = group.from - 1
  while (at > 0 && (tokens[at]!.text === ',' || tokens[at]!.tag === 'CCONJ') && tokens[at]!.start >= end) at--
  return at < group.from - 1 && tokens[at]!.end === end
}

function subjectOfEarlier(sentence: Sentence, group: VerbGroup): Range | undefined {
  const joined = sentence.drafts.findLast((draft) => endsBefore(sentence, draft, group))
  if (joined?.sourceRange && joined.sourceRange.to <= group.from) return joined.sourceRange
  const earlier = sentence.drafts.findLast((draft) => draft.cueRange.to <= group.from && draft.sourceRange)
  const finite = sentence.groups.findLast((other) => other.to <= group.from && other.form === 'finite')
  if (earlier && finite && earlier.cueRange.from >= finite.from) return earlier.sourceRange
  for (let index = sentence.groups.length - 1; index >= 0; index--) {
    const other = sentence.groups[index]!
    if (other.to > group.from || other.form !== 'finite') continue
    const before = sentence.tokens[other.from - 1]
    if (before && before.tag === 'CCONJ') continue
    const phrase = findPhraseBefore(sentence.tokens, other.from, 0)
    if (phrase && sentence.tokens[phrase.from]!.lower !== 'which' && sentence.tokens[phrase.from]!.lower !== 'that')
      return phrase
  }
  if (group.form === 'ing') return undefined
  return earlier?.sourceRange
}
