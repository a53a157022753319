import { findClauseEnd, findObjectEnd } from './contents.ts'
import type { Relay } from './drafts.ts'
import { isVerbLike } from './frames.ts'
import { nounCues } from './lexicon/nouns.ts'
import { peopleWords } from './lexicon/offices.ts'
import { possessives } from './lexicon/small-words.ts'
import { isSourceWord, roleWords } from './lexicon/source-words.ts'
import { isTime } from './phrase-parts.ts'
import { type Range, findPhraseAfter, findPhraseBefore, isNominal } from './phrases.ts'
import type { Token } from './reading/token.ts'
import { type Sentence, addDraft } from './sentence-state.ts'
import type { VerbGroup } from './verb-groups.ts'
import { findSubject } from './who/subjects.ts'

/** What passes a saying on: "recalled Hale’s warning that …", "Hale’s warning that … was repeated by an aide". */
const passing = /^(?:recall|recount|cite|quote|repeat|relay|remember|report|echo)$/
const passingBehind = /^(?:repeat|echo|relay|cite|quote|share|report|carry|broadcast|publish|retweet)$/

/** "An aide recalled Hale’s warning that …": Hale warned, the aide passes it on. */
export function attributePassedNouns(sentence: Sentence) {
  const { tokens, groups, end } = sentence
  for (const group of groups) {
    if (group.form !== 'finite' || group.negated) continue
    if (group.passive) attributePassedBehind(sentence, group)
    else if (giving.test(group.lemma)) attributeGiven(sentence, group)
    if (!passing.test(group.lemma) || group.passive) continue
    const noun = tokens.findIndex(
      ({ lower, tag }, at) => at > group.to && at < group.to + 8 && tag === 'NOUN' && nounCues.has(lower),
    )
    if (noun < 0 || noun + 2 >= end || tokens[noun + 1]!.lower !== 'that') continue
    const source = findSubject(sentence, group)
    const owner = { from: group.to, to: tokens.findIndex(({ tag }, at) => at > group.to && tag === 'POSS') + 1 }
    const isOwned = owner.to > owner.from && owner.to <= noun && tokens.slice(owner.from, noun).every(isNominal)
    if (!isOwned || !source || possessives.has(tokens[owner.from]!.lower)) continue
    const relay = { source, cue: { from: group.from, to: group.to } }
    addPassed(sentence, { noun, owner, to: findClauseEnd(tokens, noun + 1, groups), relay })
  }
}

const giving = /^(?:give|issue|make|offer|deliver|send)$/

/** "The chair had given him a personal assurance that …". */
function attributeGiven(sentence: Sentence, group: VerbGroup) {
  const { tokens, groups, end, taken } = sentence
  const noun = tokens.findIndex(
    ({ lower, tag }, at) => at > group.to && at < group.to + 8 && tag === 'NOUN' && nounCues.has(lower),
  )
  if (noun < 0 || noun + 2 >= end || tokens[noun + 1]!.lower !== 'that' || taken[group.main]) return
  const between = tokens.slice(group.to, noun)
  const isGiven = between.every((token) => isNominal(token) || token.tag === 'PRON') && !between.some(isOwner)
  const source = isGiven ? findSubject(sentence, group) : undefined
  if (!source) return
  const cue = nounCues.get(tokens[noun]!.lower)!
  const object = between[0]?.tag === 'PRON' ? { from: group.to, to: group.to + 1 } : undefined
  addDraft(sentence, {
    content: [{ from: noun + 1, to: findClauseEnd(tokens, noun + 1, groups) }],
    cue: { from: group.from, to: noun + 1 },
    source,
    group,
    ...(object && { addressee: object }),
    rule: 'noun of saying',
    cueWord: tokens[noun]!.lower,
    kind: cue.kind,
    act: cue.act,
  })
}

function isOwner({ tag, lower }: Token): boolean {
  return tag === 'POSS' || possessives.has(lower)
}

/** "Hale’s warning that … was repeated by an aide." */
function attributePassedBehind(sentence: Sentence, group: VerbGroup) {
  const { tokens, end } = sentence
  if (!passingBehind.test(group.lemma) || tokens[group.to]?.lower !== 'by') return
  const noun = tokens.findIndex(
    ({ lower, tag }, at) =>
      at > 0 && at + 2 < group.from && tag === 'NOUN' && nounCues.has(lower) && tokens[at + 1]!.lower === 'that',
  )
  const owner = noun > 0 && mainVerbAfter(sentence, noun) === group.from ? ownerBefore(tokens, noun) : undefined
  const source = owner && findPhraseAfter(tokens, group.to + 1, end)
  if (!source || isTime(tokens.slice(source.from, source.to))) return
  addPassed(sentence, { noun, owner, to: group.from, relay: { source, cue: { from: group.from, to: group.to + 1 } } })
}

type Passed = { noun: number; owner: Range; to: number; relay: Relay }

function addPassed(sentence: Sentence, { noun, owner, to, relay }: Passed) {
  const { tokens, taken } = sentence
  const cue = nounCues.get(tokens[noun]!.lower)!
  addDraft(sentence, {
    content: [{ from: noun + 1, to }],
    cue: { from: owner.to, to: noun + 1 },
    source: isTime(tokens.slice(owner.from, owner.to - 1)) ? undefined : owner,
    relayed: [relay],
    rule: 'noun of saying',
    cueWord: tokens[noun]!.lower,
    kind: cue.kind,
    act: cue.act,
  })
  taken.fill(true, relay.cue.from, relay.cue.to)
}

/** "his claim that …", "criticism of …". */
export function attributeNouns(sentence: Sentence) {
  const { tokens, groups, end, taken } = sentence
  for (let at = 0; at < end - 1; at++) {
    const token = tokens[at]!
    const cue = token.quote < 0 && !taken[at] ? nounCues.get(token.lower) : undefined
    if (!cue || (token.tag !== 'NOUN' && token.tag !== 'PROPN')) continue
    const next = tokens[at + 1]!
    const owner = ownerBefore(tokens, at)
    const clause =
      next.lower === 'that' && !/^(?:is|are|was|were|has|have|would|will|could|can)$/.test(tokens[at + 2]?.lower ?? '')
    const plan = next.lower === 'to' && isVerbLike(tokens[at + 2]) && owner
    const topic = /^(?:of|about|against|on|for)$/.test(next.lower) && owner
    if (!clause && !plan && !topic) continue
    const from = topic ? at + 2 : at + 1
    if (from >= end) continue
    const main = clause ? mainVerbAfter(sentence, at) : end
    const to = clause
      ? Math.min(findClauseEnd(tokens, from, groups), main, frontedEnd(sentence, at))
      : findObjectEnd(tokens, from, groups)
    const source = owner ?? (clause ? absoluteBefore(tokens, at) : undefined)
    addDraft(sentence, {
      content: [{ from, to }],
      cue: { from: owner?.to ?? at, to: topic ? at + 2 : at + 1 },
      source,
      rule: 'noun of saying',
      cueWord: token.lower,
      kind: cue.kind,
      act: cue.act,
    })
  }
}

/** "Hale’s claim that officials take bribes has angered many": where the verb of the whole sentence begins. */
function mainVerbAfter({ tokens, groups, end }: Sentence, noun: number): number {
  const finite = groups.filter(({ form, from, to }) => form === 'finite' && to <= end && tokens[from]!.quote < 0)
  if (finite.some(({ from }) => from < noun)) return end
  let clauses = 1
  let at = noun + 2
  for (const { from, to } of finite) {
    for (; at < from; at++) {
      const { lower, tag } = tokens[at]!
      if (tokens[at]!.text === ',' || tokens[at]!.quote >= 0) return end
      if (tag === 'SCONJ' || /^(?:who|which|that|where|when|because|if|while|and|but|or)$/.test(lower)) clauses++
    }
    at = to
    const next = finite.find((group) => group.from === to)
    if (clauses-- === 0) return /^(?:NOUN|PROPN|ADJ|NUM|ADV|PRON|VERB)$/.test(tokens[from - 1]!.tag) ? from : end
    // "that Ek lied was repeated": two verbs beside one another are of two clauses.
    if (next && clauses === 0) return to
  }
  return end
}

/** "Despite a warning that the dam may fail, the town slept": what opens a sentence ends at the comma before its subject. */
function frontedEnd({ tokens, groups, end }: Sentence, noun: number): number {
  if (!/^(?:despite|with|amid|after|following|given|on|in|under|without|since)$/.test(tokens[0]?.lower ?? ''))
    return end
  const finite = groups.filter(({ form, from }) => form === 'finite' && tokens[from]!.quote < 0)
  const [first] = finite
  if (!first || first.from < noun) return end
  const comma = tokens.findIndex(({ text, quote }, at) => at > first.from && at < end && text === ',' && quote < 0)
  return comma > 0 && finite.some(({ from }) => from > comma + 1) ? comma : end
}

/** "with one member warning that …". */
function absoluteBefore(tokens: readonly Token[], noun: number): Range | undefined {
  if (!/ing$/.test(tokens[noun]!.lower)) return undefined
  const source = findPhraseBefore(tokens, noun, 0)
  if (!source) return undefined
  const first = tokens[source.from - 1]?.lower === 'with' && mayWarn(tokens, source) ? source.from : -1
  return first > 0 && /^(?:NOUN|PROPN|NUM|PRON)$/.test(tokens[noun - 1]!.tag) ? source : undefined
}

/** "with one member warning", but not "with a storm warning". */
function mayWarn(tokens: readonly Token[], { from, to }: Range): boolean {
  const head = tokens[to - 1]!
  return (
    head.tag !== 'NOUN' ||
    roleWords.has(head.lower) ||
    peopleWords.has(head.lower) ||
    isSourceWord(head.lower) ||
    tokens[from]!.tag === 'NUM' ||
    head.lower.endsWith('s')
  )
}

/** "his", "Mr. Trump's" before a noun and its adjectives. */
export function ownerBefore(tokens: readonly Token[], noun: number): Range | undefined {
  let at = noun - 1
  while (at >= 0 && at > noun - 4 && (tokens[at]!.tag === 'ADJ' || tokens[at]!.tag === 'ADV') && tokens[at]!.quote < 0)
    at--
  const token = tokens[at]
  if (!token || token.quote >= 0) return undefined
  if (token.tag === 'POSS' || token.lower === "'s" || token.lower === '’s') {
    const phrase = findPhraseBefore(tokens, at, 0)
    return phrase && !isTime(tokens.slice(phrase.from, phrase.to)) ? { from: phrase.from, to: at + 1 } : undefined
  }
  return possessives.has(token.lower) && token.tag === 'PRON' ? { from: at, to: at + 1 } : undefined
}
