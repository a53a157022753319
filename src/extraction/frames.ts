import { cueEndOf, findObject, skipAside } from './asides.ts'
import { findClauseEnd } from './contents.ts'
import type { RuleName } from './drafts.ts'
import { questionWords, subjectPronouns, weekdays } from './lexicon/small-words.ts'
import { groupWords, roleWords } from './lexicon/source-words.ts'
import type { VerbCue } from './lexicon/verbs.ts'
import { type Range, isNominal } from './phrases.ts'
import { type Sentence, quoteEnd } from './sentence-state.ts'
import { isTerminator } from './reading/sentences.ts'
import type { Token } from './reading/token.ts'
import type { VerbGroup } from './verb-groups.ts'

type Frame = {
  from: number
  /** A separate part of the content: "urged governments on Friday to wait". */
  before?: Range
  to?: number
  cueEnd?: number
  aside?: Range
  addressee?: Range | undefined
  rule: RuleName
}

export function matchFrame(sentence: Sentence, cue: VerbCue, after: number): Frame | undefined {
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
    if (tokens[at] && questionWords.has(tokens[at].lower) && at < end)
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
    const day = addressee ? skipAside(tokens, at, Math.min(end, at + 6), false) : undefined
    if (addressee && day && day.to > at && /^(?:to|not)$/.test(tokens[day.to]?.lower ?? ''))
      return { from: day.to, before: addressee, rule: 'intention', addressee, aside: { from: at, to: day.to } }
    const not = /^(?:not|never)$/.test(tokens[at]?.lower ?? '') ? 1 : 0
    const verb = tokens[at + not + 1]
    if (tokens[at + not]?.lower === 'to' && (isVerbLike(verb) || (verb && verb.quote >= 0)))
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
    return isDoneTo(tokens, cue, after, end) ? undefined : { from: after, rule: 'what is spoken of' }
  const beside = frames.includes('n') ? behindRemark(tokens, after, end) : -1
  if (beside > 0) return { from: beside, rule: 'what is spoken of' }
  return undefined
}

/** "recalled 40,000 cars", "warned members", "promised her the moon", "reports Monday to prison": a deed, and nothing said. */
function isDoneTo(tokens: readonly Token[], { lemma, particle }: VerbCue, from: number, end: number): boolean {
  if (tokens[from]!.quote >= 0 || !/^(?:recall|warn|promise|report|call)$/.test(lemma)) return false
  const first = tokens[from]!
  if (weekdays.has(first.lower)) return tokens[from + 1]?.tag !== 'POSS'
  const object = findObject(tokens, from, end)
  if (!object) return false
  const words = tokens.slice(object.from, object.to)
  const rest = words.findIndex(({ tag }, at) => at > 0 && tag === 'ADP')
  const head = (rest < 0 ? words : words.slice(0, rest)).at(-1)!
  if (lemma === 'call') {
    // "called a strike a last resort"
    const judged = tokens[object.to]?.quote !== -1 || /^(?:an?|the)$/.test(tokens[object.to]!.lower)
    const isNamed = object.to < end && judged
    return particle.length === 0 && /^an?$/.test(first.lower) && held.has(head.lower) && !isNamed
  }
  if (lemma === 'recall') return first.tag === 'NUM' || calledBack.has(head.lower)
  const pronoun = words.length === 1 && /^(?:him|her|them|me|us|you)$/.test(first.lower)
  // "promised residents cleaner water", but not "promised workers’ housing"
  const listens = groupWords.has(first.lower) && !/^['’]/.test(words[1]?.text ?? '')
  const person =
    pronoun ||
    listens ||
    roleWords.has(head.lower) ||
    groupWords.has(head.lower) ||
    words.every(({ tag }) => tag === 'PROPN')
  return person && (lemma !== 'report' || pronoun || tokens[object.to]?.lower === 'to')
}

/** What is called so that it takes place or comes, and not by a name. */
const held = new Set(
  'meeting assembly election elections referendum vote strike summit session conference halt truce taxi cab doctor ambulance'.split(
    ' ',
  ),
)

/** Goods and people that are called back. */
const calledBack = new Set(
  `car cars vehicle vehicles van vans truck trucks lorry lorries bus buses model models product products toy toys battery batteries
  phone phones tyre tyres tire tires crib cribs pram prams batch batches meat eggs milk cheese chicken beef lettuce drug drugs
  medicine medicines pills device devices appliance appliances airbag airbags item items bike bikes ambassador ambassadors envoy
  envoys diplomat diplomats troops parliament mps lawmakers striker midfielder goalkeeper`.split(/\s+/),
)

/** "described, in fairly plain terms, a set of errors": behind the second comma; -1 without such a remark. */
function behindRemark(tokens: readonly Token[], comma: number, end: number): number {
  if (tokens[comma]?.text !== ',' || !/^(?:ADP|ADV)$/.test(tokens[comma + 1]?.tag ?? '')) return -1
  const close = tokens.findIndex(
    ({ text, quote }, at) => at > comma + 1 && at < comma + 10 && text === ',' && quote < 0,
  )
  const next = tokens[close + 1]
  return close > 0 && close + 1 < end && next?.quote === -1 && next.tag === 'DET' ? close + 1 : -1
}

export function isVerbLike(token: Token | undefined): boolean {
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

const timeOf = /^(?:night|day|week|month|year|morning|evening|afternoon)$/

/** A clause, a quotation or a question where the verb's content should begin. */
export function clauseAt(sentence: Sentence, at: number, cue: VerbCue): Frame | undefined {
  const { tokens, groups, end } = sentence
  let index = at
  let marked = false
  if (tokens[index]?.text === ',' || tokens[index]?.text === ':') {
    index++
    marked = true
  }
  // "recorded that night that …": when, and then what.
  if (
    tokens[index]?.lower === 'that' &&
    timeOf.test(tokens[index + 1]?.lower ?? '') &&
    tokens[index + 2]?.lower === 'that'
  )
    index += 2
  const token = tokens[index]
  if (!token) return undefined
  if (token.lower === 'that' && token.quote < 0 && index < end) {
    if (marked && tokens[at]!.text === ',') return { from: index, rule: 'that-clause' }
    const follow = tokens[index + 1]
    if (
      !follow ||
      index + 1 >= end ||
      ((inAManner.has(cue.lemma) || onlyThat.has(cue.lemma)) && pointsAt(sentence, index))
    )
      return undefined
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
  if (marked && tokens[at]!.text === ',') {
    const runsOn =
      cue.lemma === 'say' &&
      index < end &&
      isNominalStart(token) &&
      groups.some((group) => group.from > index && group.form === 'finite')
    return runsOn ? { from: index, rule: 'clause without that' } : undefined
  }
  if (marked) return { from: index, to: tokens.length, rule: 'clause without that' }
  if (index >= end) return undefined
  if (cue.lemma === 'go' || (token.lower === 'not' && tokens[index + 1]?.lower === 'to')) return undefined
  if (cue.frames.includes('w') && questionWords.has(token.lower)) return undefined
  if (onlyThat.has(cue.lemma)) return undefined
  const starts =
    isNominalStart(token) ||
    subjectPronouns.has(token.lower) ||
    /^(?:there|if|when|while|in|after|by|what|not|without|with|under|even|as|despite|because)$/.test(token.lower) ||
    token.tag === 'ADV' ||
    isQuantity(tokens, index)
  if (!starts) return undefined
  if (/^(?:say|insist|claim|argue|maintain|contend|add|explain)$/.test(cue.lemma) && opensQuotedVerb(sentence, index))
    return { from: index, rule: 'clause without that' }
  const verb = groups.find((group) => group.from > index - 1 && group.form === 'finite')
  if (!verb || verb.from >= end) return undefined
  // "admitting patients after inspectors said": whom they admitted, and no clause.
  if (
    cue.lemma === 'admit' &&
    tokens.slice(index + 1, verb.from).some(({ lower }) => /^(?:after|before|because|since|while|when)$/.test(lower))
  )
    return undefined
  if (
    /^(?:in|after|by|with|under|as|when|while|because|despite)$/.test(token.lower) &&
    !tokens.slice(index, verb.from).some((between) => between.text === ',')
  )
    return undefined
  if (cue.lemma !== 'say' && !bareClause(tokens, index, verb, cue.frames.includes('n'))) return undefined
  return { from: index, rule: 'clause without that' }
}

/** "submitted a bid which was late", "posted a picture": what these say begins with "that" or a mark. */
const onlyThat = new Set('submit depose gather record give outline direct post query'.split(' '))

/** Verbs that take an object besides what was said. */
const inAManner = new Set(
  'sing chant joke quip muse intone exclaim shout yell scream whisper mutter murmur crow gush snap vent chime laugh sigh moan write type text blog repeat explain recall gather record'.split(
    ' ',
  ),
)

/** "sang that night, and he left": "that" points at something, where no verb of its own follows the noun behind it. */
function pointsAt({ tokens, groups, end }: Sentence, that: number): boolean {
  const noun = tokens[that + 1]!
  if (noun.tag !== 'NOUN' || /[^s]s$/.test(noun.lower)) return false
  const verb = groups.find(({ from, form }) => from > that && form === 'finite')
  if (!verb || verb.from >= end) return true
  return tokens.slice(that + 1, verb.from).some(({ text, tag }, at, between) => {
    const next = between[at + 1]
    if (text === ',') return !!next && (next.tag === 'CCONJ' || subjectPronouns.has(next.lower))
    return tag === 'CCONJ' && at === between.length - 2 && !!next && subjectPronouns.has(next.lower)
  })
}

/** "said she “isn’t going to win”": the verb of the clause is within the quotation behind its subject. */
function opensQuotedVerb({ tokens, groups, end }: Sentence, from: number): boolean {
  const quote = tokens.findIndex(({ quote }, at) => at > from && at < Math.min(end, from + 9) && quote >= 0)
  const first = tokens[quote + 1]
  if (quote < 0 || !first || !/^(?:AUX|VERB)$/.test(first.tag) || /ing$/.test(first.lower)) return false
  return (
    !groups.some((group) => group.from >= from && group.from < quote) &&
    tokens.slice(from, quote).every((token) => isNominal(token) || /^(?:PRON|ADV|ADP)$/.test(token.tag))
  )
}

/** "about half of …", "at least six planes", "up to 40 people". */
function isQuantity(tokens: readonly Token[], at: number): boolean {
  const [first, second] = [tokens[at]!.lower, tokens[at + 1]?.lower ?? '']
  const amount = /^(?:at least|at most|up to|more than|less than|fewer than|as many)$/.test(`${first} ${second}`)
    ? tokens[at + 2]
    : /^(?:about|around|over|under|between|some)$/.test(first)
      ? tokens[at + 1]
      : undefined
  return !!amount && (amount.tag === 'NUM' || /^(?:half|a|an|as|one|two|three|\$)$/.test(amount.lower))
}

/**
 * Whether the words up to the verb are only its subject, to distinguish "announced the plan failed" from "announced the
 * plan, which failed".
 */
function bareClause(tokens: readonly Token[], from: number, verb: VerbGroup, mayTakeObject: boolean): boolean {
  if (subjectPronouns.has(tokens[from]!.lower)) return true
  if (mayTakeObject && verb.from - from > 12) return false
  if (!mayTakeObject && (tokens[from]!.tag === 'SCONJ' || tokens[from]!.tag === 'ADV')) return true
  for (let at = from; at < verb.from; at++) {
    const token = tokens[at]!
    if (mayTakeObject && (token.text === ',' || token.tag === 'CCONJ')) return false
    if (token.lower === 'who' || token.lower === 'which' || token.lower === 'that' || token.tag === 'SCONJ')
      return false
  }
  return verb.main > verb.from || !/ing$/.test(tokens[verb.main]!.lower)
}
