import { adjectiveCues } from './lexicon/adjectives.ts'
import { findSubject } from './who/subjects.ts'
import type { VerbGroup } from './verb-groups.ts'
import { findClauseEnd, findObjectEnd } from './contents.ts'
import { isVerbLike } from './frames.ts'
import { places } from './lexicon/offices.ts'
import { nounCues } from './lexicon/nouns.ts'
import { hiddenSources, possessives } from './lexicon/small-words.ts'
import { type Range, findPhraseAfter, findPhraseBefore, isNominal } from './phrases.ts'
import { relayEarlier } from './relays.ts'
import { type Sentence, addDraft, freeFrom, sayingCue } from './sentence-state.ts'
import { goesOn } from './speaker-after.ts'
import type { Token } from './reading/token.ts'

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

/** "An aide recalled Hale’s warning that …": Hale warned, the aide passes it on. */
export function attributePassedNouns(sentence: Sentence) {
  const { tokens, groups, end } = sentence
  for (const group of groups) {
    if (!/^(?:recall|recount|cite|quote|repeat|relay|remember|report|echo)$/.test(group.lemma) || group.passive)
      continue
    if (group.form !== 'finite' || group.negated) continue
    const noun = tokens.findIndex(
      ({ lower, tag }, at) => at > group.to && at < group.to + 8 && tag === 'NOUN' && nounCues.has(lower),
    )
    if (noun < 0 || noun + 2 >= end || tokens[noun + 1]!.lower !== 'that') continue
    const reporter = findSubject(sentence, group)
    const owner = { from: group.to, to: tokens.findIndex(({ tag }, at) => at > group.to && tag === 'POSS') + 1 }
    const isOwned = owner.to > owner.from && owner.to <= noun && tokens.slice(owner.from, noun).every(isNominal)
    if (!isOwned || !reporter || possessives.has(tokens[owner.from]!.lower)) continue
    const cue = nounCues.get(tokens[noun]!.lower)!
    addDraft(sentence, {
      content: [{ from: noun + 1, to: findClauseEnd(tokens, noun + 1, groups) }],
      cue: { from: owner.to, to: noun + 1 },
      source: owner,
      relayed: [{ source: reporter, cue: { from: group.from, to: group.to } }],
      rule: 'noun of saying',
      cueWord: tokens[noun]!.lower,
      kind: cue.kind,
      act: cue.act,
    })
    for (let at = group.from; at < group.to; at++) sentence.taken[at] = true
  }
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
    const to = clause
      ? Math.min(findClauseEnd(tokens, from, groups), mainVerbAfter(sentence, at))
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
    if (clauses-- === 0) return /^(?:NOUN|PROPN|ADJ|NUM|ADV|PRON)$/.test(tokens[from - 1]!.tag) ? from : end
  }
  return end
}

/** "with one member warning that …". */
function absoluteBefore(tokens: readonly Token[], noun: number): Range | undefined {
  if (!/ing$/.test(tokens[noun]!.lower)) return undefined
  const source = findPhraseBefore(tokens, noun, 0)
  if (!source) return undefined
  const first = tokens[source.from - 1]?.lower === 'with' ? source.from : -1
  return first > 0 && /^(?:NOUN|PROPN|NUM|PRON)$/.test(tokens[noun - 1]!.tag) ? source : undefined
}

/** "his", "Mr. Trump's" before a noun and its adjectives. */
function ownerBefore(tokens: readonly Token[], noun: number): Range | undefined {
  let at = noun - 1
  while (at >= 0 && at > noun - 4 && (tokens[at]!.tag === 'ADJ' || tokens[at]!.tag === 'ADV') && tokens[at]!.quote < 0)
    at--
  const token = tokens[at]
  if (!token || token.quote >= 0) return undefined
  if (token.tag === 'POSS' || token.lower === "'s" || token.lower === '’s') {
    const phrase = findPhraseBefore(tokens, at, 0)
    return phrase ? { from: phrase.from, to: at + 1 } : undefined
  }
  return possessives.has(token.lower) && token.tag === 'PRON' ? { from: at, to: at + 1 } : undefined
}

/** "reportedly", "allegedly": the clause has an unnamed speaker. */
export function attributeHidden(sentence: Sentence) {
  const { tokens, end, taken, groups } = sentence
  for (let at = 0; at < end; at++) {
    const token = tokens[at]!
    if (taken[at] || token.quote >= 0 || !hiddenSources.has(token.lower)) continue
    const from = clauseBegin(sentence, at)
    const to = findObjectEnd(tokens, at, groups)
    const content: Range[] = []
    if (at > from) content.push({ from, to: at })
    if (to > at + 1) content.push({ from: at + 1, to })
    if (content.length > 0)
      addDraft(sentence, {
        content,
        cue: { from: at, to: at + 1 },
        source: undefined,
        rule: 'hidden source',
        cueWord: token.lower,
        kind: 'doubt',
      })
  }
}

function clauseBegin(sentence: Sentence, at: number): number {
  for (let index = at - 1; index >= 0; index--) {
    const token = sentence.tokens[index]!
    if (token.quote < 0 && (token.text === ',' || token.text === ';' || token.text === ':' || sentence.taken[index]))
      return index + 1
  }
  return 0
}

/** "is convinced that …", "are worried about …". */
export function attributeAdjectives(sentence: Sentence) {
  const { tokens, end, taken, groups } = sentence
  for (const group of groups) {
    const at = adjectiveAt(tokens, group)
    const next = tokens[at + 1]
    if (at < 0 || taken[at] || !next || at + 1 >= end || group.form !== 'finite') continue
    const clause = next.lower === 'that'
    const plan =
      next.lower === 'to' &&
      /^(?:eager|willing|unwilling|reluctant|ready|determined|prepared|committed|keen|afraid)$/.test(tokens[at]!.lower)
    const topic = /^(?:of|about|with|at|by|in|on)$/.test(next.lower) && !!tokens[at + 2] && at + 2 < end
    const bare =
      !clause &&
      !plan &&
      /^(?:convinced|confident|sure|certain|afraid|glad|hopeful|worried|positive|adamant|aware|persuaded)$/.test(
        tokens[at]!.lower,
      ) &&
      /^(?:PRON|DET|PROPN|NOUN)$/.test(next.tag) &&
      groups.some((other) => other.from > at + 1 && other.from < at + 9 && other.to <= end && other.form === 'finite')
    if (!clause && !plan && !topic && !bare) continue
    const source = findSubject(sentence, group)
    if (!source) continue
    const from = topic ? at + 2 : at + 1
    const to = clause || bare ? findClauseEnd(tokens, from, groups) : findObjectEnd(tokens, from, groups)
    addDraft(sentence, {
      content: [{ from, to }],
      cue: { from: group.from, to: topic ? at + 2 : at + 1 },
      source,
      group,
      rule: 'state of mind',
      cueWord: tokens[at]!.lower,
    })
  }
}

/** The adjective that a form of "be" or "seem" leads to, over an adverb; -1 where there is none. */
function adjectiveAt(tokens: readonly Token[], group: VerbGroup): number {
  if (adjectiveCues.has(tokens[group.main]!.lower)) return group.passive ? group.main : -1
  if (
    !/^(?:is|are|was|were|be|been|am|seem|seems|seemed|feel|feels|felt|remain|remains|remained|'s|'re|’s|’re|grew|became)$/.test(
      tokens[group.main]!.lower,
    )
  )
    return -1
  let at = group.to
  while (at < group.to + 2 && tokens[at]?.tag === 'ADV') at++
  const token = tokens[at]
  return token && token.quote < 0 && adjectiveCues.has(token.lower) ? at : -1
}
