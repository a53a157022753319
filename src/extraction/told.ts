import { skipAside } from './asides.ts'
import { findClauseEnd, findObjectEnd } from './contents.ts'
import { clauseAt, isVerbLike } from './frames.ts'
import { hearings } from './lexicon/offices.ts'
import { questionWords } from './lexicon/small-words.ts'
import { verbCues } from './lexicon/verbs.ts'
import { timeBefore } from './phrase-parts.ts'
import { type Range, findPhraseAfter, findPhraseBefore } from './phrases.ts'
import { isTerminator } from './reading/sentences.ts'
import type { Token } from './reading/token.ts'
import { type Sentence, addDraft, freeFrom, isClosingQuote, quoteEnd, sayingCue } from './sentence-state.ts'
import type { VerbGroup } from './verb-groups.ts'

const toldVerbs = /^(?:tell|inform|advise|warn|assure|remind|notify|brief|promise)$/
/** Whoever is ordered "by the militants" is told what to do. */
const orderingVerbs = /^(?:order|instruct|urge|beg|command|direct|ask)$/

/** "The inquiry heard that …", "MPs were told by the minister that …": the subject hears; who speaks may not be said. */
export function attributeTold(sentence: Sentence) {
  // What closes its sentence comes first: "…, a jury has heard."
  const last = sentence.groups.at(-1)
  const groups = last?.to === sentence.end ? [last, ...sentence.groups.slice(0, -1)] : sentence.groups
  for (const group of groups) {
    if (sentence.taken[group.main] || group.form !== 'finite') continue
    const hears = group.lemma === 'hear' && !group.passive
    const isFirst = !sentence.groups.some((other) => other.to <= group.from && sayingCue(other))
    const orders = isFirst && orderingVerbs.test(group.lemma) && teller(sentence.tokens, group.to) > 0
    if (!hears && !(group.passive && (toldVerbs.test(group.lemma) || orders))) continue
    const subject = findPhraseBefore(sentence.tokens, group.from, 0)
    if (!subject) continue
    const isHearing = sentence.tokens.slice(subject.from, subject.to).some(({ lower }) => hearings.has(lower))
    if (hears && !isHearing) continue
    attribute(sentence, group, subject, isHearing)
  }
}

function attribute(sentence: Sentence, group: VerbGroup, subject: Range, isHearing: boolean) {
  const { tokens, groups, end } = sentence
  const at = teller(tokens, group.to)
  const by = at > 0 ? findPhraseAfter(tokens, at + 1, end) : undefined
  const named = by && cutAtThat(tokens, by)
  const time = named ? timeBefore(tokens, named.to) : -1
  // "told by inspectors last year that"
  const speaker = named && time > named.from ? { from: named.from, to: time } : named
  const self = /^(?:him|her|it|them)sel(?:f|ves)$/.test(tokens[speaker?.to ?? -1]?.lower ?? '') ? 1 : 0
  const after = speaker ? speaker.to + self : group.to
  const aside = skipAside(tokens, after, end, false)
  const verb = verbCues.get('say')![0]!
  const told = { ...verb, lemma: 'say', frames: 'sw', kind: verb.kind, act: verb.act }
  const next = tokens[aside.to]
  const isOrder = orderingVerbs.test(group.lemma)
  const isSourced = next?.text === ',' && tokens[aside.to + 1]?.lower === 'according'
  const clause = isOrder || isSourced ? undefined : clauseAt(sentence, aside.to, told)
  const command = group.lemma !== 'hear' && isCommand(tokens, aside.to)
  let content: Range | undefined
  if (clause) content = { from: clause.from, to: clause.to ?? findClauseEnd(tokens, clause.from, groups) }
  else if (!isOrder && next && aside.to < end && questionWords.has(next.lower))
    content = { from: aside.to, to: findClauseEnd(tokens, aside.to, groups) }
  else if (command) content = { from: aside.to, to: findObjectEnd(tokens, aside.to, groups) }
  else if (!isOrder && (!next || aside.to >= end || isTerminator(next) || next.text === ','))
    content = contentBefore(sentence, subject.from)
  if (!content || content.to <= content.from) return
  addDraft(sentence, {
    content: [content],
    cue: { from: group.from, to: group.to },
    source: speaker,
    group,
    aside: { from: after, to: aside.to },
    ...(isHearing ? { heardIn: subject } : {}),
    ...(group.lemma === 'hear' ? {} : { addressee: subject }),
    rule:
      content.to <= subject.from
        ? 'clause before the speaker'
        : clause
          ? clause.rule
          : command
            ? 'intention'
            : 'question',
  })
}

/** The "by" of "was told by", "was told in 2023, by"; -1 without one. */
function teller(tokens: readonly Token[], from: number): number {
  for (let at = from; at < Math.min(tokens.length, from + 7); at++) {
    const { lower, tag, text } = tokens[at]!
    const next = tokens[at + 1]
    if (lower === 'by' && meansOrTime.test(next?.lower ?? '')) return -1
    if (lower === 'by' && !/^\d/.test(next?.text ?? '') && next?.tag !== 'VERB') return at
    if (
      !(text === ',' || /^(?:ADP|NUM|NOUN|PROPN|ADV)$/.test(tag) || tag === 'DET' || tag === 'ADJ') ||
      lower === 'that'
    )
      return -1
  }
  return -1
}

/** "told by phone", "by noon", "by mistake": nobody who told them. */
const meansOrTime =
  /^(?:noon|midnight|night|day|now|then|phone|telephone|letter|email|e-mail|mail|post|text|message|video|radio|fax|mistake|accident|chance|law|candlelight)$/

/** "told to leave", "advised not to speak". */
function isCommand(tokens: readonly Token[], at: number): boolean {
  const to = /^(?:not|never)$/.test(tokens[at]?.lower ?? '') ? at + 1 : at
  return tokens[to]?.lower === 'to'
}

const naming = /^(?:call|describe|term|dub|label|brand)$/

/** "apologised for what he called “a failure”": the quotation is theirs, whatever the sentence says besides. */
export function attributeCalled(sentence: Sentence) {
  const { tokens, groups, taken } = sentence
  for (const group of groups) {
    if (!naming.test(group.lemma) || group.passive || group.form !== 'finite') continue
    const from = tokens[group.to]?.lower === 'as' ? group.to + 1 : group.to
    const first = tokens[from]
    const source = first && first.quote >= 0 ? findPhraseBefore(tokens, group.from, 0) : undefined
    if (!source || source.from < 1 || tokens[source.from - 1]!.lower !== 'what') continue
    const content = { from, to: quoteEnd(tokens, from, tokens.length) }
    addDraft(sentence, {
      content: [content],
      cue: { from: group.from, to: from },
      source,
      group,
      verb: verbCues.get(group.lemma)?.find((cue) => cue.particle.length === 0) ?? verbCues.get('call')![0]!,
      rule: 'speaker before a quotation',
    })
    taken.fill(false, content.from, content.to)
  }
}

/** "As Lund told the Echo, the plan was dead." */
export function attributeFrontedAs(sentence: Sentence) {
  const { tokens, groups, end } = sentence
  const as = /^(?:but|and)$/.test(tokens[0]?.lower ?? '') ? 1 : 0
  const group = groups.find(({ from }) => from > as + 1)
  if (tokens[as]?.lower !== 'as' || !group || group.from > as + 12 || group.passive || group.form !== 'finite') return
  const cue = sayingCue(group)
  if (!cue || !/^(?:say|tell|write|report|note|put it|point out|explain|warn|argue|observe)$/.test(cue.lemma)) return
  const source = findPhraseBefore(tokens, group.from, as + 1)
  const aside = skipAside(tokens, group.to, end, cue.frames.includes('o'))
  const from = aside.to + 1
  if (source?.from !== as + 1 || tokens[aside.to]?.text !== ',' || from >= end) return
  addDraft(sentence, {
    content: [{ from, to: findClauseEnd(tokens, from, groups) }],
    cue: { from: group.from, to: group.to },
    source,
    verb: cue,
    group,
    aside: { from: aside.from, to: aside.to },
    addressee: aside.addressee,
    rule: 'clause before the speaker',
  })
}

function cutAtThat(tokens: readonly Token[], range: Range): Range {
  for (let at = range.from + 1; at < range.to; at++)
    if (
      tokens[at]!.lower === 'that' ||
      (tokens[at]!.text === ',' && tokens[at + 1]?.lower === 'that') ||
      // "by engineers the dam would hold"
      (/^(?:DET|PRON)$/.test(tokens[at]!.tag) && /^(?:NOUN|PROPN)$/.test(tokens[at - 1]!.tag)) ||
      (tokens[at]!.lower === 'to' && isVerbLike(tokens[at + 1])) ||
      (tokens[at]!.lower === 'not' && tokens[at + 1]?.lower === 'to')
    )
      return { from: range.from, to: at }
  return range
}

/** "…, a court heard": the clause before the comma. */
function contentBefore(sentence: Sentence, subject: number): Range | undefined {
  const mark = subject - 1
  const before = sentence.tokens[mark]
  if (!before || !(before.text === ',' || isClosingQuote(sentence.tokens, mark))) return undefined
  const to = before.quote >= 0 ? mark + 1 : mark
  const from = freeFrom(sentence, mark)
  const whole =
    before.quote >= 0 ||
    sentence.groups.some((group) => group.from >= from && group.to <= to && group.form === 'finite')
  return whole && from < to ? { from, to } : undefined
}
