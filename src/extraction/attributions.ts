import { findClauseEnd, findObjectEnd, sentenceEnd } from './contents.ts'
import { stretchOf, type Draft, type RuleName, type Stretch } from './drafts.ts'
import { nounCues } from './lexicon/nouns.ts'
import { hiddenSources, possessives, questionWords, subjectPronouns, weekdays } from './lexicon/small-words.ts'
import { verbCues, type VerbCue } from './lexicon/verbs.ts'
import { findPhraseAfter, findPhraseBefore, isNominal, type Range } from './phrases.ts'
import { isTerminator } from './sentences.ts'
import type { Token } from './tokens.ts'
import { findVerbGroups, type VerbGroup } from './verb-groups.ts'

type Sentence = { tokens: readonly Token[]; groups: VerbGroup[]; end: number; taken: boolean[]; drafts: Draft[] }

/** The attributions of one sentence, in the order of their contents. */
export function findAttributions(tokens: readonly Token[]): Draft[] {
  const sentence: Sentence = { tokens, groups: findVerbGroups(tokens), end: sentenceEnd(tokens), taken: [], drafts: [] }
  attributeBefore(sentence)
  attributeAccordingTo(sentence)
  attributeVerbs(sentence)
  attributeNouns(sentence)
  attributeHidden(sentence)
  return sentence.drafts.sort((a, b) => (a.content[0]?.start ?? 0) - (b.content[0]?.start ?? 0))
}

/** "…, the ministry said": the content stands before its speaker. */
function attributeBefore(sentence: Sentence) {
  const { tokens, groups } = sentence
  for (const group of groups) {
    const cue = sayingCue(group)
    if (!cue || group.form !== 'finite' || group.passive) continue
    const aside = skipAside(tokens, group.to, sentence.end, cue.frames.includes('o'))
    const closing = tokens[aside.to]
    const parenthetical =
      !closing ||
      aside.to >= sentence.end ||
      closing.text === ',' ||
      closing.text === ':' ||
      closing.quote >= 0 ||
      closing.text === '—' ||
      closing.text === ';'
    const before = tokens[group.from - 1]
    if (before && (before.text === ',' || isClosingQuote(tokens, group.from - 1)) && !isRelativeGap(tokens, group)) {
      const speaker = findPhraseAfter(tokens, group.to, sentence.end)
      if (speaker && inverts.has(cue.lemma) && !hasSubject(tokens, group) && isClosed(sentence, speaker.to)) {
        takeBefore(sentence, group, cue, speaker, group.from - 1, speaker.to)
        continue
      }
    }
    const speaker = findPhraseBefore(tokens, group.from, 0)
    if (!speaker || speaker.from === 0) continue
    const mark = tokens[speaker.from - 1]!
    const quoted = isClosingQuote(tokens, speaker.from - 1) || isClosingQuote(tokens, speaker.from - 2)
    const introduces =
      (closing?.text === ',' && tokens[aside.to + 1]?.quote !== undefined && tokens[aside.to + 1]!.quote >= 0) ||
      (closing && closing.quote >= 0)
    if (introduces && !quoted && mark.text === ',' && !hasOwnVerb(sentence, speaker.from - 1)) continue
    const splits =
      closing?.text === ',' &&
      groups.some((other) => other.from === aside.to + 1 && other.form === 'finite' && !sayingCue(other))
    if (!quoted && (!parenthetical || silent.has(cue.lemma) || !(splits || hasOwnVerb(sentence, speaker.from - 1))))
      continue
    if (
      quoted &&
      !parenthetical &&
      (closing?.lower === 'that' ||
        silent.has(cue.lemma) ||
        clauseAt(sentence, aside.to, cue)?.rule === 'clause without that')
    )
      continue
    if (
      mark.text !== ',' &&
      mark.text !== '—' &&
      mark.text !== '–' &&
      mark.text !== '-' &&
      !isClosingQuote(tokens, speaker.from - 1)
    )
      continue
    if (
      mark.text === ',' &&
      closing?.quote !== undefined &&
      closing.quote >= 0 &&
      !isClosingQuote(tokens, speaker.from - 2) &&
      !isClosingQuote(tokens, speaker.from - 1)
    )
      continue
    if (closing?.text === ':') continue
    takeBefore(sentence, group, cue, speaker, speaker.from - 1, aside.to, aside)
  }
}

/** "Price, who has led the choir, said": the verb has its subject before it. */
function hasSubject(tokens: readonly Token[], group: VerbGroup): boolean {
  if (tokens[group.from - 1]!.quote >= 0) return false
  const subject = findPhraseBefore(tokens, group.from, 0)
  return !!subject && tokens.slice(subject.from, subject.to).some((token) => token.text === ',')
}

/** Verbs that seldom stand after their content: "…, he knew". */
const silent = new Set(
  'know find feel continue show learn realize notice see begin prove decide determine state read appear seem'.split(
    ' ',
  ),
)

/** Whether the free words before a speaker are a clause of their own, and not "In an interview,". */
function hasOwnVerb(sentence: Sentence, before: number): boolean {
  const from = freeFrom(sentence, before)
  const first = sentence.tokens[from]
  if (!first) return false
  const verb = sentence.groups.find((group) => group.from >= from && group.to <= before && group.form === 'finite')
  if (!verb) return false
  if (
    !/^(?:when|while|after|before|as|in|on|at|during|since|asked|despite|although|though|because|if|with|for)$/.test(
      first.lower,
    )
  )
    return true
  const comma = sentence.tokens.findIndex(
    (token, at) => at > from && at < before && token.text === ',' && token.quote < 0,
  )
  return (
    comma > 0 && sentence.groups.some((group) => group.from > comma && group.to <= before && group.form === 'finite')
  )
}

const inverts = new Set(
  'say add write ask reply respond explain warn tweet note continue argue claim announce declare report insist recall joke answer conclude quip'.split(
    ' ',
  ),
)

function isRelativeGap(tokens: readonly Token[], group: VerbGroup): boolean {
  return tokens[group.from]!.lower === 'which'
}

function isClosed(sentence: Sentence, at: number): boolean {
  const token = sentence.tokens[at]
  return (
    !token ||
    at >= sentence.end ||
    token.text === ',' ||
    token.quote >= 0 ||
    token.tag === 'ADP' ||
    token.tag === 'SCONJ' ||
    weekdays.has(token.lower) ||
    token.tag === 'ADV' ||
    token.tag === 'PUNCT'
  )
}

function takeBefore(
  sentence: Sentence,
  group: VerbGroup,
  cue: VerbCue,
  speaker: Range,
  mark: number,
  after: number,
  aside?: Range & { addressee?: Range | undefined },
) {
  const { tokens } = sentence
  const from = freeFrom(sentence, mark)
  const to = isClosingQuote(tokens, mark) ? mark + 1 : mark
  if (to <= from) return
  const content: Range[] = [{ from: isClosingQuote(tokens, mark) ? from : afterEarlierSaying(sentence, from, to), to }]
  const next = tokens[after]
  const following = next?.text === ',' ? after + 1 : after
  if (
    next &&
    following < sentence.end &&
    (next.text === ',' || next.quote >= 0) &&
    (goesOn(sentence, following) || (to === mark && !hasOwnVerb(sentence, mark) && tokens[mark]!.text === ','))
  ) {
    const end =
      tokens[following]!.quote >= 0
        ? quoteEnd(tokens, following, tokens.length)
        : findClauseEnd(tokens, following, sentence.groups)
    content.push({ from: following, to: end })
  }
  const quoted = tokens[to - 1]!.quote >= 0
  draft(sentence, {
    content,
    cue: { from: group.from, to: group.to },
    source: speaker,
    verb: cue,
    group,
    aside:
      aside && aside.to > aside.from
        ? { from: aside.from, to: aside.to }
        : speaker.from > group.from
          ? { from: speaker.to, to: Math.min(sentence.end, speaker.to + 12) }
          : undefined,
    addressee: aside?.addressee,
    rule: quoted ? 'quotation before the speaker' : 'clause before the speaker',
  })
}

/** "was asked whether it would help, where the need is growing, an official warned": the earlier saying keeps its own words. */
function afterEarlierSaying(sentence: Sentence, from: number, to: number): number {
  const { tokens, groups } = sentence
  const earlier = groups.find(
    (group) => group.from >= from && group.to < to && /^(?:ask|question|wonder|tell)$/.test(group.lemma),
  )
  if (!earlier) return from
  for (let at = to - 1; at > earlier.to; at--) {
    if (tokens[at]!.text === ',' && /^(?:where|which|when|as|while)$/.test(tokens[at + 1]?.lower ?? '')) return at + 1
  }
  return from
}

/** After "…, he said, " the words go on, unless another saying or a clause of the reporter's follows. */
function goesOn(sentence: Sentence, at: number): boolean {
  const token = sentence.tokens[at]!
  if (token.quote >= 0) return true
  if (sentence.groups.some((group) => group.from === at)) return false
  return !/^(?:while|when|after|before|but|and|who|which|as|in|according|although|though|during|noting|adding|with|citing|referring|at|on|speaking)$/.test(
    token.lower,
  )
}

function attributeAccordingTo({ ...sentence }: Sentence) {
  const { tokens, end } = sentence
  for (let at = 0; at < end; at++) {
    const token = tokens[at]!
    if (token.quote >= 0 || sentence.taken[at]) continue
    const length = accordingLength(tokens, at)
    if (length === 0) continue
    if (token.lower === 'as' && sentence.drafts.length > 0) continue
    const fronted = at === 0 || (isBoundary(tokens[at - 1]!) && at < 3)
    const source = fronted ? frontedSource(tokens, at + length, end) : findPhraseAfter(tokens, at + length, end)
    if (!source) continue
    const content: Range[] = []
    if (fronted) {
      const from = tokens[source.to]?.text === ',' ? source.to + 1 : source.to
      if (from < end) content.push({ from, to: findClauseEnd(tokens, from, sentence.groups) })
    } else {
      const from = freeFrom(sentence, at)
      const to = tokens[at - 1]?.text === ',' ? at - 1 : at
      if (to > from) content.push({ from, to })
      const after = source.to
      if (tokens[after]?.text === ',' && after + 1 < end && tokens[at - 1]?.text === ',' && goesOn(sentence, after + 1))
        content.push({ from: after + 1, to: findClauseEnd(tokens, after + 1, sentence.groups) })
    }
    if (content.length === 0) continue
    draft(sentence, {
      content,
      cue: { from: at, to: at + length },
      source,
      rule: 'according to',
      cueWord: tokens[at]!.lower,
    })
  }
}

function accordingLength(tokens: readonly Token[], at: number): number {
  const [first, second, third, fourth] = [0, 1, 2, 3].map((step) => tokens[at + step]?.lower)
  if (first === 'according' && second === 'to') return 2
  if (first === 'as' && (second === 'reported' || second === 'cited' || second === 'noted') && third === 'by') return 3
  if (first === 'in' && second === 'the' && (third === 'words' || third === 'view') && fourth === 'of') return 4
  return 0
}

function frontedSource(tokens: readonly Token[], from: number, end: number): Range | undefined {
  let to = from
  while (to < end && tokens[to]!.text !== ',') to++
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
  return to > from && to < end ? { from, to } : findPhraseAfter(tokens, from, end)
}

function isBoundary(token: Token): boolean {
  return token.tag === 'PUNCT' || token.tag === 'CCONJ'
}

/** Verbs whose content stands after them. */
function attributeVerbs(sentence: Sentence) {
  const { tokens, groups, taken } = sentence
  for (const group of groups) {
    if (taken[group.main]) continue
    for (const cue of verbCues.get(group.lemma) ?? []) {
      const particleEnd = matchParticle(tokens, group.to, cue)
      if (particleEnd < 0) continue
      if (
        group.passive
          ? attributePassive(sentence, group, cue, particleEnd)
          : attributeActive(sentence, group, cue, particleEnd)
      )
        break
    }
  }
}

function matchParticle(tokens: readonly Token[], from: number, cue: VerbCue): number {
  let at = from
  for (const word of cue.particle) {
    if (tokens[at]?.lower !== word) return -1
    at++
  }
  return at
}

function attributeActive(sentence: Sentence, group: VerbGroup, cue: VerbCue, after: number): boolean {
  const { tokens, groups, end } = sentence
  if (
    cue.lemma === 'ask' &&
    group.to - group.from === 1 &&
    /^(?:asked|pressed)$/.test(tokens[group.main]!.lower) &&
    isAskedOf(tokens, group.main)
  )
    return attributePassive(sentence, group, cue, after)
  if (cue.act === 'answers' && attributeAnswer(sentence, group, cue, after)) return true
  if (cue.frames === 'r') return attributeSeeming(sentence, group, cue, after)
  const found = matchFrame(sentence, cue, after)
  if (!found) return false
  const source = findSubject(sentence, group)
  if (group.form === 'to' && found.rule !== 'that-clause' && found.rule !== 'speaker before a quotation') return false
  if (found.rule === 'clause without that' && !source) return false
  if (tokens[group.main - 1]?.text === '-') return false
  if (
    /^so-?called$/i.test(tokens[group.main]!.text) ||
    (group.lemma === 'call' && tokens[group.from - 1]?.lower === 'so')
  )
    return false
  const to =
    found.to ??
    (found.rule === 'what is spoken of' || found.rule === 'intention'
      ? findObjectEnd(tokens, found.from, groups)
      : findClauseEnd(tokens, found.from, groups))
  if (to <= found.from || found.from >= end + 1) return false
  draft(sentence, {
    content: [{ from: found.from, to }],
    cue: { from: group.from, to: found.cueEnd ?? after },
    source,
    verb: cue,
    group,
    aside: found.aside,
    addressee: found.addressee,
    rule: found.rule,
  })
  return true
}

/** "replied in the affirmative": what is said are the words of the question. */
function attributeAnswer(sentence: Sentence, group: VerbGroup, cue: VerbCue, after: number): boolean {
  const { tokens } = sentence
  const at = tokens.findIndex(
    (token, index) => index >= after && index < after + 3 && /^(?:affirmative|negative)$/.test(token.lower),
  )
  const source = findSubject(sentence, group)
  if (at < 0 || !source) return false
  const from = tokens.findIndex((token, index) => token.lower === 'whether' && index < source.from)
  const to = tokens[source.from - 1]?.text === ',' ? source.from - 1 : source.from
  if (from < 0 || to <= from) return false
  const answer = { ...group, negated: tokens[at]!.lower === 'negative' }
  draft(sentence, {
    content: [{ from, to }],
    cue: { from: group.from, to: at + 1 },
    source,
    verb: cue,
    group: answer,
    rule: 'question',
  })
  return true
}

/** "Asked whether …", "When asked about …". */
function isAskedOf(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1]
  return !before || before.tag === 'SCONJ' || before.text === ',' || before.lower === 'when' || before.lower === 'if'
}

/** "appears to …", "seems likely": nobody says who thinks so. */
function attributeSeeming(sentence: Sentence, group: VerbGroup, cue: VerbCue, after: number): boolean {
  const { tokens, groups, end } = sentence
  const subject = findPhraseBefore(tokens, group.from, 0)
  const next = tokens[after]
  if (!subject || !next || after >= end || group.form !== 'finite') return false
  const clause = next.lower === 'that' || tokens[subject.from]!.lower === 'it'
  if (!clause && next.lower !== 'to' && next.tag !== 'ADJ' && next.tag !== 'VERB' && next.lower !== 'like') return false
  const to = clause ? findClauseEnd(tokens, after, groups) : findObjectEnd(tokens, after, groups)
  const content = clause ? [{ from: after, to }] : [subject, { from: after, to }]
  draft(sentence, {
    content,
    cue: { from: group.from, to: after },
    source: undefined,
    verb: cue,
    group,
    rule: 'expected of someone',
  })
  return true
}

type Frame = {
  from: number
  to?: number
  cueEnd?: number
  aside?: Range
  addressee?: Range | undefined
  rule: RuleName
}

function matchFrame(sentence: Sentence, cue: VerbCue, after: number): Frame | undefined {
  const { tokens, end } = sentence
  const frames = cue.frames
  const addressed = frames.includes('o')
  if (frames.includes('s')) {
    const aside = skipAside(tokens, after, end, addressed)
    const clause = clauseAt(sentence, aside.to, cue)
    if (clause && (!addressed || aside.addressee || clause.rule !== 'clause without that')) {
      return {
        ...clause,
        aside: { from: aside.from, to: aside.to },
        addressee: aside.addressee,
        cueEnd: cueEndOf(tokens, after, aside.to),
      }
    }
  }
  const next = tokens[after]
  if (!next || after >= end) return undefined
  if (frames.includes('w')) {
    const aside = skipAside(tokens, after, end, addressed)
    const at = aside.to
    if (tokens[at] && questionWords.has(tokens[at]!.lower) && at < end)
      return { from: at, rule: 'question', addressee: aside.addressee }
  }
  if (frames.includes('t')) {
    let at = after
    let addressee: Range | undefined
    if (addressed && next.lower !== 'to') {
      const object = findObject(tokens, after, end)
      if (object) {
        addressee = object
        at = object.to
      }
    }
    if ((!addressed || next.tag === 'ADP') && next.lower !== 'to') {
      const aside = skipAside(tokens, after, Math.min(end, after + 8), false)
      if (aside.to > after && tokens[aside.to]?.lower === 'to' && isVerbLike(tokens[aside.to + 1]))
        return { from: aside.to, rule: 'intention', aside: { from: after, to: aside.to } }
    }
    if (tokens[at]?.lower === 'to' && isVerbLike(tokens[at + 1]))
      return { from: addressee ? addressee.from : at, rule: 'intention', addressee }
    if (
      /^(?:want|expect|urge|encourage|order|ask|instruct|prefer)$/.test(cue.lemma) &&
      next.quote < 0 &&
      isNominalStart(next)
    ) {
      return { from: after, rule: 'intention' }
    }
  }
  if (frames.includes('n') && (isNominalStart(next) || next.quote >= 0))
    return { from: after, rule: 'what is spoken of' }
  return undefined
}

function isVerbLike(token: Token | undefined): boolean {
  return (
    !!token &&
    token.quote < 0 &&
    (token.tag === 'VERB' || token.tag === 'AUX' || token.tag === 'NOUN' || token.tag === 'ADV' || token.lower === 'be')
  )
}

function isNominalStart(token: Token): boolean {
  return (
    token.tag !== 'POSS' &&
    ((isNominal(token) && (token.tag !== 'PUNCT' || token.text === '$' || token.text === '#')) ||
      (token.tag === 'PRON' && token.lower !== 'who') ||
      (token.tag === 'VERB' && token.lower.endsWith('ing')) ||
      (token.tag === 'ADV' && /^(?:more|only|just|how|why|what)$/.test(token.lower)))
  )
}

/** A clause, a quotation or a question where the verb's content should begin. */
function clauseAt(sentence: Sentence, at: number, cue: VerbCue): Frame | undefined {
  const { tokens, groups, end } = sentence
  let index = at
  let marked = false
  if (tokens[index]?.text === ',' || tokens[index]?.text === ':') {
    index++
    marked = true
  }
  const token = tokens[index]
  if (!token) return undefined
  if (token.lower === 'that' && token.quote < 0 && index < end) {
    if (marked && tokens[at]!.text === ',') return { from: index, rule: 'that-clause' }
    const follow = tokens[index + 1]
    if (!follow || index + 1 >= end) return undefined
    return { from: index, rule: 'that-clause' }
  }
  if (token.quote >= 0) {
    const close = quoteEnd(tokens, index, tokens.length)
    const whole = close >= end || isTerminator(tokens[close - 2] ?? token) || tokens[close]?.text === ','
    return {
      from: index,
      to: marked || whole ? close : findClauseEnd(tokens, index, groups),
      rule: 'speaker before a quotation',
    }
  }
  if (marked && tokens[at]!.text === ',') return undefined
  if (marked) return { from: index, to: tokens.length, rule: 'clause without that' }
  if (index >= end) return undefined
  if (cue.lemma === 'go') return undefined
  if (cue.frames.includes('w') && questionWords.has(token.lower)) return undefined
  const starts =
    isNominalStart(token) ||
    subjectPronouns.has(token.lower) ||
    /^(?:there|if|when|while|in|after|by|what|not|without|with|under|even|as|despite|because)$/.test(token.lower) ||
    token.tag === 'ADV'
  if (!starts) return undefined
  const verb = groups.find((group) => group.from > index - 1 && group.form === 'finite')
  if (!verb || verb.from >= end) return undefined
  if (
    /^(?:in|after|by|with|under|as|when|while|because|despite)$/.test(token.lower) &&
    !tokens.slice(index, verb.from).some((between) => between.text === ',')
  )
    return undefined
  if (cue.frames.includes('n') && cue.lemma !== 'say' && !bareClause(tokens, index, verb)) return undefined
  return { from: index, rule: 'clause without that' }
}

/** Whether the words up to the verb are just its subject, so that "announced the plan failed" is told from "announced the plan, which failed". */
function bareClause(tokens: readonly Token[], from: number, verb: VerbGroup): boolean {
  if (subjectPronouns.has(tokens[from]!.lower)) return true
  if (verb.from - from > 12) return false
  for (let at = from; at < verb.from; at++) {
    const token = tokens[at]!
    if (
      token.text === ',' ||
      token.lower === 'who' ||
      token.lower === 'which' ||
      token.lower === 'that' ||
      token.tag === 'CCONJ' ||
      token.tag === 'SCONJ'
    )
      return false
  }
  return !/ing$/.test(tokens[verb.main]!.lower)
}

const asidePrepositions = new Set('in on at during to after before via through by of from with for about'.split(' '))

/** Over addressee, day, place and medium between a verb and its content. */
function skipAside(
  tokens: readonly Token[],
  from: number,
  end: number,
  addressed: boolean,
): Range & { addressee?: Range | undefined } {
  let at = from
  let addressee: Range | undefined
  if (addressed) {
    addressee = findObject(tokens, at, end)
    if (addressee) at = addressee.to
  }
  for (let steps = 0; steps < 5 && at < end; steps++) {
    const token = tokens[at]!
    if (token.quote >= 0) break
    if (token.text === ',' && /^(?:citing|quoting)$/.test(tokens[at + 1]?.lower ?? '')) {
      let close = at + 2
      while (close < end && close < at + 14 && tokens[close]!.text !== ',') close++
      if (tokens[close]?.text !== ',') break
      at = close + 1
      continue
    }
    if (
      weekdays.has(token.lower) ||
      (/^(?:earlier|later|afterward|afterwards|today|yesterday|tonight|recently|again|repeatedly|publicly|flatly|simply|last|this)$/.test(
        token.lower,
      ) &&
        (token.tag === 'ADV' ||
          token.tag === 'NOUN' ||
          (tokens[at + 1] &&
            /^(?:week|month|year|morning|night|afternoon|evening|fall|spring|summer|winter)$/.test(
              tokens[at + 1]!.lower,
            )))) ||
      (token.tag === 'ADV' && token.lower.endsWith('ly'))
    ) {
      at++
      while (
        at < end &&
        /^(?:morning|night|afternoon|evening|week|month|year|this|last|in|the|day)$/.test(tokens[at]!.lower) &&
        tokens[at]!.tag !== 'ADP'
      )
        at++
      continue
    }
    if (token.tag === 'ADP' && asidePrepositions.has(token.lower)) {
      const phrase = prepositionalEnd(tokens, at + 1, end)
      if (phrase < 0) break
      at = phrase
      continue
    }
    break
  }
  return { from, to: at, addressee }
}

/** The end of "in a statement on Monday" where a clause, quotation or stop follows; -1 where the words run on. */
function prepositionalEnd(tokens: readonly Token[], from: number, end: number): number {
  let at = from
  while (at < end && at < from + 14) {
    const token = tokens[at]!
    if (token.quote >= 0)
      return at > from
        ? quoteIsName(tokens, at)
          ? quoteEnd(tokens, at, end)
          : at
        : quoteIsName(tokens, at)
          ? quoteEnd(tokens, at, end)
          : -1
    if (token.text === ',' && /^(?:19|20)\d\d$/.test(tokens[at + 1]?.text ?? '')) {
      at += 2
      continue
    }
    if (token.text === ',' && /^(?:19|20)\d\d$/.test(tokens[at + 1]?.text ?? '')) {
      at += 2
      continue
    }
    if (token.text === ',' || token.text === ':' || token.lower === 'that' || token.lower === 'to')
      return at > from ? at : -1
    if (at > from && subjectPronouns.has(token.lower)) return at
    if (at > from && token.tag === 'DET' && isNominal(tokens[at - 1]!)) return at
    if (at > from && weekdays.has(token.lower)) return at
    if (isNominal(token) || token.tag === 'PRON' || (token.tag === 'VERB' && at === from)) at++
    else if (token.tag === 'ADP' && at > from) return at
    else if (token.tag === 'ADV' && token.lower.endsWith('ly')) return at
    else return at > from && (token.tag === 'PUNCT' || token.tag === 'SCONJ' || token.tag === 'CCONJ') ? at : -1
  }
  return at >= end && at > from ? end : -1
}

/** The title of a broadcast: said on "Meet the Press." */
function quoteIsName(tokens: readonly Token[], at: number): boolean {
  const close = quoteEnd(tokens, at, tokens.length)
  if (close - at > 7) return false
  for (let index = at + 1; index < close - 1; index++)
    if (/^\p{Ll}/u.test(tokens[index]!.text) && tokens[index]!.text.length > 3) return false
  return true
}

/** "in a statement" is part of how something was said; other asides are not. */
function cueEndOf(tokens: readonly Token[], after: number, asideEnd: number): number {
  const [first, second, third] = [0, 1, 2].map((step) => tokens[after + step]?.lower)
  if (first === 'in' && (second === 'a' || second === 'an') && third === 'statement' && asideEnd >= after + 3)
    return after + 3
  return after
}

/** Who is told: a pronoun, or a noun phrase up to the content. */
function findObject(tokens: readonly Token[], from: number, end: number): Range | undefined {
  const first = tokens[from]
  if (!first || from >= end || first.quote >= 0) return undefined
  if (
    /^(?:him|her|them|me|us|you|it|himself|herself|themselves)$/.test(first.lower) &&
    !(first.lower === 'her' && tokens[from + 1] && isNominal(tokens[from + 1]!) && tokens[from + 1]!.tag !== 'DET')
  )
    return { from, to: from + 1 }
  if (first.lower === 'that' || first.lower === 'to') return undefined
  let at = from
  while (at < end && at < from + 20) {
    const token = tokens[at]!
    if (token.quote >= 0 || token.lower === 'that' || token.lower === 'to' || weekdays.has(token.lower)) break
    if (
      at > from &&
      (subjectPronouns.has(token.lower) ||
        (token.tag === 'DET' && tokens[at - 1]!.tag !== 'ADP' && tokens[at - 1]!.tag !== 'CCONJ'))
    )
      break
    if (
      isNominal(token) ||
      (token.tag === 'ADP' && at > from && !asideOnly.has(token.lower)) ||
      (token.tag === 'CCONJ' && tokens[at + 1] && isNominal(tokens[at + 1]!))
    )
      at++
    else break
  }
  while (at > from && (tokens[at - 1]!.tag === 'ADP' || tokens[at - 1]!.tag === 'PUNCT')) at--
  return at > from ? { from, to: at } : undefined
}

const asideOnly = new Set('in on at during after before about as'.split(' '))

/** "is expected to …", "was asked whether …", "was criticized by …". */
function attributePassive(sentence: Sentence, group: VerbGroup, cue: VerbCue, after: number): boolean {
  const { tokens, groups, end } = sentence
  const subject = findPhraseBefore(tokens, group.from, 0)
  const next = tokens[after]
  if (!next) return false
  if (next.lower === 'by' && tokens[after + 1]) {
    const source = findPhraseAfter(tokens, after + 1, end)
    if (!source || !subject || !cue.frames.includes('n')) return false
    draft(sentence, {
      content: [subject],
      cue: { from: group.from, to: after },
      source,
      verb: cue,
      group,
      rule: 'what is spoken of',
    })
    return true
  }
  if (cue.lemma === 'ask' && next.lower !== 'about' && !questionWords.has(next.lower)) {
    const aside = skipAside(tokens, after, Math.min(end, after + 14), next.lower !== 'by')
    const word = tokens[aside.to]
    if (word && aside.to > after && questionWords.has(word.lower)) {
      draft(sentence, {
        content: [{ from: aside.to, to: findClauseEnd(tokens, aside.to, groups) }],
        cue: { from: group.from, to: after },
        source: next.lower === 'by' ? findPhraseAfter(tokens, after + 1, aside.to) : undefined,
        verb: cue,
        group,
        rule: 'question',
        addressee: subject,
      })
      return true
    }
  }
  if (cue.lemma === 'ask' && (questionWords.has(next.lower) || next.lower === 'about' || cue.particle.length > 0)) {
    const from = next.lower === 'about' ? after + 1 : after
    draft(sentence, {
      content: [
        {
          from,
          to: questionEnd(sentence, group, from, !questionWords.has(next.lower)),
        },
      ],
      cue: { from: group.from, to: from },
      source: undefined,
      verb: cue,
      group,
      rule: 'question',
      addressee: subject,
    })
    return true
  }
  if (next.lower === 'to' && subject && /^(?:expect|say|believe|think|know|allege|report|suppose)$/.test(cue.lemma)) {
    draft(sentence, {
      content: [subject, { from: after, to: findObjectEnd(tokens, after, groups) }],
      cue: { from: group.from, to: after },
      source: undefined,
      verb: cue,
      group,
      rule: 'expected of someone',
    })
    return true
  }
  return false
}

/** A question that opens its sentence ends at the comma before the answer. */
function questionEnd({ tokens, groups }: Sentence, group: VerbGroup, from: number, phrase: boolean): number {
  const end = phrase ? findObjectEnd(tokens, from, groups) : findClauseEnd(tokens, from, groups)
  if (group.from > 1) return end
  const comma = tokens.findIndex((token, at) => at > from && token.text === ',' && token.quote < 0)
  return comma > 0 ? Math.min(end, comma) : end
}

/** The phrase that does what a verb says: before it, or the subject of the verb it is joined to. */
function findSubject(sentence: Sentence, group: VerbGroup): Range | undefined {
  const { tokens, groups } = sentence
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

function subjectOfEarlier(sentence: Sentence, group: VerbGroup): Range | undefined {
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

/** "his claim that …", "criticism of …". */
function attributeNouns(sentence: Sentence) {
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
    const to = clause ? findClauseEnd(tokens, from, groups) : findObjectEnd(tokens, from, groups)
    draft(sentence, {
      content: [{ from, to }],
      cue: { from: owner?.to ?? at, to: topic ? at + 2 : at + 1 },
      source: owner,
      rule: 'noun of saying',
      cueWord: token.lower,
      kind: cue.kind,
      act: cue.act,
    })
  }
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

/** "reportedly", "allegedly": someone unnamed stands behind the clause. */
function attributeHidden(sentence: Sentence) {
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
      draft(sentence, {
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

function sayingCue(group: VerbGroup): VerbCue | undefined {
  return verbCues.get(group.lemma)?.find((cue) => cue.frames.includes('s') && cue.particle.length === 0)
}

/** Where free words before a place begin: after what another attribution has taken. */
function freeFrom(sentence: Sentence, before: number): number {
  let at = before
  while (at > 0 && !sentence.taken[at - 1]) at--
  while (at < before && (sentence.tokens[at]!.text === ',' || (sentence.tokens[at]!.tag === 'CCONJ' && at > 0))) at++
  return at
}

export function quoteEnd(tokens: readonly Token[], at: number, limit: number): number {
  const quote = tokens[at]!.quote
  let end = at
  while (end < limit && tokens[end]!.quote === quote) end++
  return end
}

function isClosingQuote(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at]
  return !!token && token.quote >= 0 && tokens[at + 1]?.quote !== token.quote
}

type Finding = {
  content: Range[]
  cue: Range
  source: Range | undefined
  rule: RuleName
  verb?: VerbCue
  group?: VerbGroup
  cueWord?: string
  kind?: Draft['kind']
  act?: Draft['act']
  aside?: Range | undefined
  addressee?: Range | undefined
}

function draft(sentence: Sentence, finding: Finding) {
  const { tokens, taken } = sentence
  const content: Stretch[] = finding.content.map((range) => stretchOf(tokens, range))
  for (const range of [...finding.content, finding.cue]) for (let at = range.from; at < range.to; at++) taken[at] = true
  if (finding.source) for (let at = finding.source.from; at < finding.source.to; at++) taken[at] = true
  sentence.drafts.push({
    tokens,
    content,
    cue: [stretchOf(tokens, finding.cue)],
    source: finding.source ? [stretchOf(tokens, finding.source)] : [],
    sourceRange: finding.source,
    cueRange: finding.cue,
    cueWord: finding.cueWord ?? tokens[finding.group?.main ?? finding.cue.from]!.lower,
    aside: finding.aside,
    addressee: finding.addressee,
    kind: finding.kind ?? finding.verb?.kind ?? 'neutral',
    act: finding.act ?? finding.verb?.act ?? 'says',
    relay: finding.verb?.relay ?? false,
    negated: finding.group?.negated ?? false,
    hedge: null,
    rule: finding.rule,
  })
}
