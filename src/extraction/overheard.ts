import { skipAside } from './asides.ts'
import { findClauseEnd } from './contents.ts'
import { type Range, findPhraseAfter, findPhraseBefore, isNominal } from './phrases.ts'
import type { Token } from './reading/token.ts'
import { type Sentence, addDraft, quoteEnd } from './sentence-state.ts'
import type { VerbGroup } from './verb-groups.ts'
import { findSubject } from './who/subjects.ts'

/** Who remembers or hears somebody say it passes it on. */
const hearing = /^(?:hear|overhear|remember|recall|record|film|recount|describe)$/
/** "can be heard saying", "was filmed telling". */
const caught = /^(?:(?:over)?heard|seen|filmed|recorded|caught|pictured|taped)$/
const saying =
  /^(?:saying|telling|shouting|warning|claiming|arguing|insisting|denying|boasting|admitting|promising|announcing|asking|ordering)$/
const bareSaying = /^(?:say|tell|shout|warn|claim|boast|admit|promise|announce)$/
/** Between the verb and the word of saying no more words stand than this. */
const reach = 12

/** "Ortiz remembers a colleague telling her that …", "in footage the mayor can be heard saying that …". */
export function attributeOverheard(sentence: Sentence) {
  const { tokens, groups, taken } = sentence
  for (const group of groups) {
    if (taken[group.main] || group.negated || group.form === 'to') continue
    const heard = tokens[group.to]?.lower === 'hearing' ? group.to + 1 : group.to
    if (group.passive && caught.test(tokens[group.main]!.lower)) attributeCaught(sentence, group)
    else if (!group.passive && hearing.test(group.lemma)) attributeHeard(sentence, group, heard)
  }
}

/** "Neighbours heard a man shout that …": the man said it, and they pass it on. */
function attributeHeard(sentence: Sentence, group: VerbGroup, from: number) {
  const { tokens, end } = sentence
  const mayBeBare = from > group.to || /^(?:over)?hear$/.test(group.lemma)
  const at = tokens.findIndex(
    ({ lower, quote }, index) =>
      index > from &&
      index < Math.min(end, from + reach) &&
      quote < 0 &&
      (saying.test(lower) || (mayBeBare && bareSaying.test(lower))),
  )
  const speaker = { from, to: at }
  // "recalled Tuesday's warning that"
  const isVerb = /^(?:NOUN|PROPN|PRON|NUM)$/.test(tokens[at - 1]?.tag ?? '')
  const source = isVerb && isSomebody(tokens.slice(from, at)) ? findSubject(sentence, group) : undefined
  if (source) add(sentence, { speaker, at, relay: { source, cue: { from: group.from, to: from } } })
}

/** "The mayor was filmed by a neighbour saying …" */
function attributeCaught(sentence: Sentence, group: VerbGroup) {
  const { tokens, end } = sentence
  const told = tokens.findIndex(({ lower }, at) => at > group.to && at < group.to + reach && saying.test(lower))
  const by = tokens[group.to]?.lower === 'by' ? findPhraseAfter(tokens, group.to + 1, told > 0 ? told : end) : undefined
  const after = skipAside(tokens, by?.to ?? group.to, end, false).to
  const at = [by?.to, after, group.to].find((place) => place !== undefined && saying.test(tokens[place]?.lower ?? ''))
  const speaker = findPhraseBefore(tokens, group.from, 0)
  if (at === undefined || !speaker) return
  const cue = { from: group.from, to: by ? group.to + 1 : group.to }
  add(sentence, { speaker, at, relay: by && { source: by, cue } })
}

function isSomebody(words: readonly Token[]): boolean {
  const one = words.length === 1 && words[0]!.tag === 'PRON'
  return one || words.every((word) => isNominal(word) || word.tag === 'ADP' || word.text === ',')
}

type Said = { speaker: Range; at: number; relay: { source: Range; cue: Range } | undefined }

function add(sentence: Sentence, { speaker, at, relay }: Said) {
  const { tokens, groups, end } = sentence
  const aside = skipAside(tokens, at + 1, end, /^(?:tell|warn|ask|order)/.test(tokens[at]!.lower))
  const colon = /^[,:]$/.test(tokens[aside.to]?.text ?? '') ? 1 : 0
  const first = tokens[aside.to + colon]
  if (!first || (first.quote < 0 && (aside.to >= end || colon > 0))) return
  const from = aside.to + colon
  const to = first.quote >= 0 ? quoteEnd(tokens, from, tokens.length) : findClauseEnd(tokens, from, groups)
  if (to <= from) return
  addDraft(sentence, {
    content: [{ from, to }],
    cue: { from: at, to: at + 1 },
    source: speaker,
    aside: { from: at + 1, to: aside.to },
    addressee: aside.addressee,
    ...(relay && { relayed: [relay] }),
    rule: 'that-clause',
  })
  if (relay) sentence.taken.fill(true, relay.cue.from, relay.cue.to)
}
