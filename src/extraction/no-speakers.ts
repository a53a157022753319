import { outletWords } from './lexicon/source-words.ts'
import type { Range } from './phrases.ts'
import type { Token } from './reading/token.ts'
import type { Sentence } from './sentence-state.ts'
import type { VerbGroup } from './verb-groups.ts'

/** "…, said intelligence shared with allies suggested that …": what is said, and nobody who says it. */
export function holdsClause({ tokens, groups }: Sentence, speaker: Range): boolean {
  const telling = groups.find(
    ({ from, to, form }) =>
      from > speaker.from && from < speaker.to && form === 'finite' && tokens[to]?.lower === 'that',
  )
  if (!telling) return false
  return !tokens
    .slice(speaker.from, telling.from)
    .some(({ lower, text }) => text === ',' || /^(?:who|which|that|whose)$/.test(lower))
}

/** "…, a claim the Echo could not verify": what stands before, and nobody. */
export function isDoubted(words: readonly Token[], { lemma }: VerbGroup): boolean {
  return (
    words.length > 2 &&
    /^an?$/.test(words[0]!.lower) &&
    /^(?:claim|account|figure|allegation|assertion|charge|statement|report|suggestion|reading|toll|number|accusation|version)$/.test(
      words[1]!.lower,
    ) &&
    /^(?:verify|confirm|substantiate|corroborate|check|establish|dispute|deny|reject|call|dismiss)$/.test(lemma) &&
    /^(?:DET|PROPN|PRON)$/.test(words[2]!.tag)
  )
}

/** "…, the study found", "…, the Echo has learned", but not "…, the family learned". */
export function mayClose(tokens: readonly Token[], speaker: Range, group: VerbGroup): boolean {
  if (/^(?:show|find)$/.test(group.lemma)) return true
  const head = tokens[speaker.to - 1]!
  const isOutlet = head.tag === 'PROPN' || outletWords.has(head.lower)
  return isOutlet && /^(?:ha(?:s|ve) learn(?:ed|t)|understands?)$/.test(wordsOf(tokens, group))
}

function wordsOf(tokens: readonly Token[], { from, to }: VerbGroup): string {
  return tokens
    .slice(from, to)
    .map(({ lower }) => lower)
    .join(' ')
}
