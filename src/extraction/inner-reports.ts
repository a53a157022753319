import { findAttributions } from './attributions.ts'
import type { Draft } from './drafts.ts'
import { nounCues } from './lexicon/nouns.ts'
import { documentWords } from './lexicon/source-words.ts'
import type { Token } from './reading/token.ts'

const passesOn = new Set<string>([
  'that-clause',
  'clause without that',
  'clause before the speaker',
  'quotation before the speaker',
  'according to',
])
export const speaking =
  /^(?:say|said|says|saying|tell|told|tells|warn|claim|insist|admit|deny|announced|warned|denied|confirmed|claimed|stated|insisted|promised|pledged|vowed|threatened|declared|admitted|acknowledged|conceded|argued|testified|reported|recorded|asked|wrote|assured|informed|advised|claims|insists|admits|denies|warns|added|explained|accepted|maintained|maintains|replied|responded|added|complained|recalled|alleged|alleges|contended|determined|confessed|remarked|notified|reminded|stressed|confided|whispered|disclosed|revealed|noted|observed|boasted|hinted|mentioned|predicted|cautioned|posted|tweeted)$/
/** "…, who believes that …, according to his spokeswoman": elsewhere a belief is a part of what is said. */
const believing = /^(?:believes?|believed|thinks?|fears?|feared|hopes?|hoped)$/

/** "an internal review found that": what a document tells, and no deed of anybody's. */
const telling = /^(?:suggest(?:s|ed)|found|finds|show(?:s|ed))$/
const asking = /^(?:whether|if|to|not|who|whom|what|why|how|when|where|which|that)$/

/** The attribution that is a content's whole text: "that [the envoy told reporters that …]". */
export function innerAttribution(draft: Draft): Draft | undefined {
  const [first] = draft.content
  if (!passesOn.has(draft.rule) || !first || draft.negated || (draft.content.length > 1 && !isInterrupted(draft)))
    return undefined
  const from = draft.tokens.findIndex((token) => token.start >= first.start)
  const skip = draft.tokens[from]?.lower === 'that' ? 1 : 0
  const tokens = draft.content
    .flatMap(({ start, end }) => draft.tokens.filter((token) => token.start >= start && token.end <= end))
    .slice(skip)
  if ((tokens[0]?.quote ?? 0) >= 0) return undefined
  const mayBelieve =
    draft.rule === 'according to' ||
    (draft.rule === 'clause before the speaker' &&
      !/^(?:i|we|nobody|none|no|few|hardly|neither)$/.test(tokens[0]?.lower ?? ''))
  const isTold = tokens.some(({ lower }, at) => telling.test(lower) && tellsByItself(tokens.slice(0, at)))
  const isSaying = (word: string) =>
    speaking.test(word) || (mayBelieve && believing.test(word)) || (isTold && telling.test(word))
  if (!tokens.some((token) => token.quote < 0 && (isSaying(token.lower) || nounCues.has(token.lower)))) return undefined
  const inner = findAttributions(tokens).find((one) => (isSaying(one.cueWord) || isGiven(one)) && one.source.length > 0)
  if (!inner?.sourceRange || (inner.rule === 'what is spoken of' && !tellsDoing(tokens, inner))) return undefined
  // "it had asked the bank for its records" tells no words.
  const asked = /^asks?(?:ed)?$/.test(inner.cueWord)
  if (asked && !asking.test(tokens.find(({ start }) => start >= inner.content[0]!.start)?.lower ?? '')) return undefined
  // "her client had been told by the owner that …"
  const told = inner.addressee && inner.addressee.to <= inner.cueRange.from ? inner.addressee.from : undefined
  if (!opensWith(tokens, told ?? inner.sourceRange.from)) return undefined
  if (told === undefined && inner.cueRange.from < inner.sourceRange.from) return undefined
  const length = inner.content.reduce((sum, piece) => sum + piece.end - piece.start, 0)
  const within = [...(draft.within ?? []), ...draft.tokens.slice(0, from)]
  return length * 5 > first.end - first.start ? { ...inner, within } : undefined
}

/** "The Red Cross, she said, had told her …": a subject and its verb, with the speaker between them. */
function isInterrupted({ content, tokens, rule }: Draft): boolean {
  const [first, second] = content
  if (rule !== 'clause before the speaker' || !first || !second || content.length > 2 || second.start < first.end)
    return false
  const subject = tokens.filter(({ start, end }) => start >= first.start && end <= first.end)
  return subject.every(({ tag, quote }) => quote < 0 && tag !== 'AUX' && tag !== 'VERB')
}

/** "had given him an assurance that …". */
function isGiven({ rule, tokens, cueRange }: Draft): boolean {
  const words = tokens.slice(cueRange.from, cueRange.to - 1)
  return rule === 'noun of saying' && words.some(({ lower }) => /^(?:given|gave|issued|made|offered|sent)$/.test(lower))
}

/** "an internal review", "intelligence shared with allies". */
function tellsByItself(words: readonly Token[]): boolean {
  return words.some(
    ({ lower, quote }) =>
      quote < 0 &&
      (documentWords.has(lower) ||
        /^(?:review|inquiry|tests?|intelligence|data|evidence|figures|records)$/.test(lower)),
  )
}

/** "rescuers had reported hearing voices": what they did or saw, and not what they spoke of. */
function tellsDoing(tokens: readonly Token[], { content: [first], cueWord }: Draft): boolean {
  const begin = tokens.find(({ start }) => start >= (first?.start ?? Infinity))
  const tells = /^(?:reported|reports|den(?:y|ied|ies)|admit(?:s|ted)?|recalled|recalls|acknowledged|confessed)$/
  return tells.test(cueWord) && !!begin && begin.quote < 0 && /ing$/.test(begin.lower) && !things.test(begin.lower)
}

const things =
  /^(?:(?:any|every|no|some)?thing|wrongdoing|building|meeting|funding|spending|training|housing|king|evening|morning)$/

/** The speaker comes first, but for a few words or "Two days earlier,". */
function opensWith(tokens: readonly Token[], from: number): boolean {
  // "It was the governor who told them that …"
  // "stopped admitting patients after inspectors said …": why, and not what.
  if (
    tokens.slice(0, from).some(({ lower }) => /^(?:after|before|because|since|as|while|when)$/.test(lower)) &&
    from <= 3
  )
    return false
  if (from <= 3 || (from <= 8 && tokens[0]!.lower === 'it' && tokens[from]!.lower === 'who')) return true
  if (tokens[from - 1]!.text !== ',') return false
  // "When he was asked about it, the captain replied that …"
  return from <= 6 || (from <= 16 && /^(?:when|asked|questioned|speaking|after|once)$/.test(tokens[0]!.lower))
}
