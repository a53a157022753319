import { findClauseEnd } from './contents.ts'
import { places } from './lexicon/offices.ts'
import { ownerBefore } from './nouns-of-saying.ts'
import { type Range, findPhraseAfter } from './phrases.ts'
import type { Token } from './reading/token.ts'
import { relayEarlier } from './relays.ts'
import { type Sentence, addDraft, freeFrom, sayingCue } from './sentence-state.ts'
import { goesOn } from './speaker-after.ts'
import { findSubject } from './who/subjects.ts'

export function attributeAccordingTo(sentence: Sentence) {
  const { tokens, end } = sentence
  attributeView(sentence)
  for (let at = 0; at < end; at++) {
    const token = tokens[at]!
    if (token.quote >= 0 || sentence.taken[at]) continue
    const length = accordingLength(tokens, at)
    if (length === 0) continue
    if (token.lower === 'as' && sentence.drafts.length > 0) continue
    const fronted = at === 0 || (isBoundary(tokens[at - 1]!) && at < 3)
    const opens = fronted || (tokens[at - 1]?.text === ',' && tokens[at - 2]?.lower === 'that')
    const source = opens ? frontedSource(tokens, at + length, end) : findPhraseAfter(tokens, at + length, end)
    if (!source || (!fronted && goesOnWithThat(tokens, at + length))) continue
    if (
      !fronted &&
      (relayEarlier(sentence, at - 1, { source, cue: { from: at, to: at + length } }) ||
        relaysInner(sentence, at, length, source))
    )
      continue
    const content: Range[] = []
    if (fronted) {
      const from = tokens[source.to]?.text === ',' ? source.to + 1 : source.to
      if (from < end) content.push({ from, to: findClauseEnd(tokens, from, sentence.groups) })
    } else {
      const from = freeFrom(sentence, at)
      const to = tokens[at - 1]?.text === ',' ? at - 1 : at
      if (to > from) content.push({ from, to })
      const after = source.to
      const parted = tokens[after]?.text === ',' && after + 1 < end && tokens[at - 1]?.text === ','
      if (parted && (goesOn(sentence, after + 1) || !hasVerb(sentence, from, to)))
        content.push({ from: after + 1, to: findClauseEnd(tokens, after + 1, sentence.groups) })
    }
    if (content.length === 0) continue
    addDraft(sentence, {
      content,
      cue: { from: at, to: at + length },
      source,
      rule: 'according to',
      cueWord: tokens[at]!.lower,
    })
  }
}

/** "The paper reported that, according to the union, jobs would go": the union says it, the paper passes it on. */
function relaysInner(sentence: Sentence, at: number, length: number, source: Range): boolean {
  const { tokens, groups, end } = sentence
  const from = source.to + 1
  if (
    tokens[at - 1]?.text !== ',' ||
    tokens[at - 2]?.lower !== 'that' ||
    tokens[source.to]?.text !== ',' ||
    from >= end
  )
    return false
  const outer = groups.findLast((group) => group.to <= at - 2 && sayingCue(group))
  const reporter = outer && findSubject(sentence, outer)
  if (!outer || !reporter) return false
  addDraft(sentence, {
    content: [{ from, to: findClauseEnd(tokens, from, groups) }],
    cue: { from: at, to: at + length },
    source,
    relayed: [{ source: reporter, cue: { from: outer.from, to: outer.to } }],
    rule: 'according to',
    cueWord: tokens[at]!.lower,
  })
  for (let place = outer.from; place < outer.to; place++) sentence.taken[place] = true
  return true
}

/** "said, according to the agency, that …": what is said comes behind it. */
function goesOnWithThat(tokens: readonly Token[], from: number): boolean {
  for (let at = from; at < from + 12; at++) if (tokens[at]?.text === ',') return tokens[at + 1]?.lower === 'that'
  return false
}

/** "His trouble, according to the paper, was …": without a verb the words before cannot stand alone. */
function hasVerb({ groups }: Sentence, from: number, to: number): boolean {
  return groups.some((group) => group.from >= from && group.to <= to && group.form === 'finite')
}

function accordingLength(tokens: readonly Token[], at: number): number {
  const [first, second, third, fourth] = [0, 1, 2, 3].map((step) => tokens[at + step]?.lower)
  if (first === 'according' && second === 'to') return 2
  if (
    first === 'as' &&
    /^(?:first|originally|previously|earlier|also)$/.test(second ?? '') &&
    third === 'reported' &&
    fourth === 'by'
  )
    return 4
  if (first === 'as' && (second === 'reported' || second === 'cited' || second === 'noted') && third === 'by') return 3
  if (first === 'in' && second === 'the' && (third === 'words' || third === 'view') && fourth === 'of') return 4
  return 0
}

/** "In the mayor's view, the bridge is safe." */
function attributeView(sentence: Sentence) {
  const { tokens, end } = sentence
  if (tokens[0]?.lower !== 'in') return
  const noun = tokens.findIndex(
    (token, at) => at < 12 && /^(?:view|opinion|telling|words|estimation)$/.test(token.lower),
  )
  const source = noun > 1 && tokens[noun + 1]?.text === ',' ? ownerBefore(tokens, noun) : undefined
  if (!source || noun + 2 >= end) return
  addDraft(sentence, {
    content: [{ from: noun + 2, to: findClauseEnd(tokens, noun + 2, sentence.groups) }],
    cue: { from: source.to, to: noun + 1 },
    source,
    rule: 'according to',
    cueWord: tokens[noun]!.lower,
  })
}

function frontedSource(tokens: readonly Token[], from: number, end: number): Range | undefined {
  let to = from
  while (to < end && tokens[to]!.text !== ',') to++
  const first = to
  while (
    to < end &&
    tokens[to]!.text === ',' &&
    tokens[to + 1] &&
    (tokens[to + 1]!.lower === 'a' ||
      tokens[to + 1]!.lower === 'an' ||
      tokens[to + 1]!.lower === 'who' ||
      tokens[to + 1]!.lower === 'which')
  ) {
    to++
    while (to < end && tokens[to]!.text !== ',') to++
  }
  // "According to her niece, Joan Moss, …"
  let name = first + 1
  while (name < end && tokens[name]!.tag === 'PROPN' && tokens[name]!.quote < 0) name++
  const own = /^(?:his|her|their|its)$/.test(tokens[from]?.lower ?? '')
  const apposed =
    to === first &&
    (name > first + 2 || (own && name === first + 2 && !places.has(tokens[first + 1]!.lower))) &&
    tokens[name]?.text === ',' &&
    tokens[first - 1]?.tag === 'NOUN'
  if (apposed) return { from, to: name }
  if (to > from && to < end) return { from, to }
  return first < end && first > from ? { from, to: first } : findPhraseAfter(tokens, from, end)
}

function isBoundary(token: Token): boolean {
  return token.tag === 'PUNCT' || token.tag === 'CCONJ'
}
