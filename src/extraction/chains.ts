import { findObject } from './asides.ts'
import { innerAttribution, speaking } from './inner-reports.ts'
import { relayBeside, relayInside, relayOfCiting, relayOfReading, relayOfSeen } from './relays.ts'
import type { Draft, Relay, Surroundings } from './drafts.ts'
import { dateOf, mediumOf, nearCue, placeOf } from './near-cue.ts'
import { findPhraseAfter, findPhraseBefore } from './phrases.ts'
import { peopleWords } from './lexicon/offices.ts'
import { isSourceWord } from './lexicon/source-words.ts'
import type { Hop, HopSource, Span } from './statement.ts'
import { subjectOf } from './who/opening.ts'
import { isBareBody } from './who/bodies.ts'
import { textOf } from './who/source-phrases.ts'
import type { Token } from './reading/token.ts'

/** A draft with the rest of its content, after everyone who passed it on was taken out. */
export type Chain = { content: Span[]; cue: Span[]; source: Span[]; hops: Hop[]; draft: Draft }

/** The hops of an attribution, from the one who spoke outwards. */
export function buildChain(draft: Draft, around: Surroundings, depth = 0): Chain {
  const inner = depth < deepest ? innerAttribution(draft) : undefined
  const outer = hopsOf(draft, around)
  if (!inner) return { content: draft.content, cue: draft.cue, source: draft.source, hops: outer, draft }
  const chain = buildChain(inner, around, depth + 1)
  const [told, teller] = [chain.hops.at(-1)?.source, outer[0]?.source]
  if (told && told.name === teller?.name) {
    // "Moss said he had warned them": nobody passes on their own words.
    if (!isAnother(told.mention, teller?.mention))
      return { content: draft.content, cue: draft.cue, source: draft.source, hops: outer, draft }
    Object.assign(told, { name: told.mention, anonymity: 'described', description: told.mention })
  }
  const passedOn = draft.rule === 'according to' && isReport(chain.hops, outer)
  return { ...chain, hops: passedOn ? [...outer, ...chain.hops] : [...chain.hops, ...outer] }
}

/** "The mayor said the woman had warned him": who is told of in other words than a name or "he" is somebody else. */
function isAnother(mention: string | null, outer: string | null | undefined): boolean {
  return (
    !!mention &&
    /^(?:the|an?|his|her|their|one)\s/i.test(mention) &&
    /^(?:the|an?|his|her|their)\s/i.test(outer ?? '') &&
    mention.toLowerCase() !== outer?.toLowerCase()
  )
}

/** "The paper reported that he had left, according to an aide": the paper has it from the aide. */
function isReport([inner]: readonly Hop[], [outer]: readonly Hop[]): boolean {
  const { kind, anonymity } = inner?.source ?? {}
  // Doctors report as well, and the ministry has it from them; a name may be an outlet's.
  const mayBeOutlet = kind !== 'government' && anonymity === 'named' && /\breport(?:s|ed)$/.test(inner?.cue?.text ?? '')
  const reports = kind === 'outlet' || mayBeOutlet
  return reports && !!outer && !/^(?:outlet|document)$/.test(outer.source.kind)
}

/** A longer chain than this is not news but noise. */
const deepest = 4

function hopsOf(draft: Draft, around: Surroundings): Hop[] {
  const { tokens, sourceRange } = draft
  const source = sourceRange ? tokens.slice(sourceRange.from, sourceRange.to) : []
  const cue = tokens.slice(draft.cueRange.from, draft.cueRange.to)
  const hidden =
    cue.length > 1
      ? cue.find((token) => /^(?:reportedly|allegedly|supposedly|purportedly)$/.test(token.lower))
      : undefined
  const own = draft.ownCue
    ? tokens.slice(draft.ownCue.from, draft.ownCue.to)
    : hidden
      ? cue.filter((token) => token !== hidden)
      : cue
  const near = nearCue(draft)
  const hop: Hop = {
    source: tellSource(source, draft, around),
    cue: tellCue(own, draft.kind, draft.relay, around),
    addressee: draft.addressee ? textOf(around.text, tokens.slice(draft.addressee.from, draft.addressee.to)) : null,
    medium: draft.heardIn
      ? textOf(around.text, tokens.slice(draft.heardIn.from, draft.heardIn.to))
      : mediumOf(draft, near, around),
    place: placeOf(near, around),
    date: dateOf(near, around, draft),
  }
  const hops = [hop]
  if (hidden) hops.push({ ...emptyHop(), source: unstated(), cue: tellCue([hidden], 'doubt', true, around) })
  for (const { source, cue } of relaysOf(draft))
    hops.push({
      ...emptyHop(),
      source: tellSource(source ? tokens.slice(source.from, source.to) : [], draft, around),
      cue: tellCue(tokens.slice(cue.from, cue.to), 'neutral', true, around),
    })
  for (const origin of [citedBy(draft), spokenFor(draft)])
    if (origin)
      hops.unshift({
        ...emptyHop(),
        source: tellSource(origin.source, draft, around),
        cue: tellCue(origin.cue, 'neutral', false, around),
      })
  const reporter = reportedBy(draft)
  if (reporter)
    hops.push({
      ...emptyHop(),
      source: tellSource(reporter.source, draft, around),
      cue: tellCue(reporter.cue, 'neutral', true, around),
    })
  // "He repeated Trump's warning", and he is Trump.
  return hops.filter(
    ({ source }, at) => source.kind !== 'person' || !source.name || source.name !== hops[at - 1]?.source.name,
  )
}

function relaysOf(draft: Draft): readonly Relay[] {
  const { tokens, aside, sourceRange, relayed = [] } = draft
  const more = [
    relayOfReading(tokens, sourceRange),
    relayOfCiting(draft),
    relayOfSeen(draft),
    relayInside(tokens, aside),
    relayBeside(tokens, sourceRange, aside, draft.cueRange),
  ]
  return [...relayed, ...more.filter((relay) => relay !== undefined)]
}

/** "…, the agency said, citing officials": those cited are the origin. */
function citedBy({ tokens, cueRange, content, rule: draftRule }: Draft): { cue: Token[]; source: Token[] } | undefined {
  const inContent = (token: Token) => content.some((piece) => token.start >= piece.start && token.end <= piece.end)
  const at = tokens.findIndex(
    (token, index) =>
      (/^(?:citing|quoting)$/.test(token.lower) ||
        (/^(?:cited|quoted)$/.test(token.lower) &&
          /^(?:which|who)$/.test(tokens[index - 1]?.lower ?? '') &&
          draftRule === 'according to')) &&
      token.quote < 0 &&
      !inContent(token) &&
      index !== cueRange.from,
  )
  if (at < 0) return undefined
  const source: Token[] = []
  for (const token of tokens.slice(at + 1)) {
    if (
      token.text === ',' ||
      token.text === '.' ||
      token.quote >= 0 ||
      speaking.test(token.lower) ||
      /^report(?:s|ed)$/.test(token.lower)
    )
      break
    source.push(token)
  }
  return source.length > 0 && mayHaveSaid(source) ? { cue: [tokens[at]!], source } : undefined
}

/** "citing officials", but not "citing its cost". */
function mayHaveSaid(source: readonly Token[]): boolean {
  const end = source.findIndex(
    ({ tag, lower }, at) => at > 0 && (tag === 'ADP' || tag === 'VERB' || /^(?:who|that|familiar|close)$/.test(lower)),
  )
  const head = (end < 0 ? source : source.slice(0, end)).at(-1)!
  return (
    head.tag === 'PROPN' ||
    head.tag === 'PRON' ||
    /^(?:person|people)$/.test(head.lower) ||
    peopleWords.has(head.lower) ||
    peopleWords.has(`${head.lower}s`) ||
    isSourceWord(head.lower)
  )
}

/** "A spokesman, on behalf of its founder, said": the words are the founder's. */
function spokenFor({ tokens, sourceRange, cueRange }: Draft): { cue: Token[]; source: Token[] } | undefined {
  const at = tokens.findIndex(
    ({ lower, quote }, index) =>
      index > 0 &&
      index < cueRange.from - 2 &&
      lower === 'behalf' &&
      quote < 0 &&
      tokens[index - 1]!.lower === 'on' &&
      tokens[index + 1]!.lower === 'of',
  )
  if (at < 0 || !sourceRange || sourceRange.to > at || at - sourceRange.to > 6) return undefined
  const phrase = findPhraseAfter(tokens, at + 2, cueRange.from)
  return phrase && { cue: tokens.slice(at - 1, at + 2), source: tokens.slice(phrase.from, phrase.to) }
}

/** "…, as reported by the agency". */
function reportedBy({ tokens, cueRange }: Draft): { cue: Token[]; source: Token[] } | undefined {
  const at = tokens.findIndex(
    (token, index) =>
      token.lower === 'as' &&
      token.quote < 0 &&
      /^(?:reported|quoted|cited)$/.test(tokens[index + 1]?.lower ?? '') &&
      tokens[index + 2]?.lower === 'by',
  )
  if (at < 0 || at === cueRange.from) return undefined
  const source = tokens.slice(at + 3).filter((token) => token.text !== '.')
  const end = source.findIndex((token) => token.text === ',')
  return source.length > 0
    ? { cue: tokens.slice(at, at + 3), source: end > 0 ? source.slice(0, end) : source }
    : undefined
}

function tellSource(phrase: readonly Token[], draft: Draft, around: Surroundings): HopSource {
  // "the case that prosecutors had called …"
  const relative = phrase.length > 1 && phrase[0]!.lower === 'that' && phrase[0]!.tag !== 'DET'
  const tokens = relative ? phrase.slice(1) : phrase
  const [first, last] = [tokens[0], tokens.at(-1)]
  if (!first || !last) return unstated()
  const described = recogniseIn(antecedentOf(tokens, draft) ?? tokens, draft, around)
  const mention = textOf(around.text, tokens)
  const place = around.span({ start: first.start, end: last.end })
  const collective =
    described.kind === 'government' ||
    described.kind === 'organisation' ||
    described.kind === 'outlet' ||
    described.kind === 'document'
  const anonymity =
    described.proper || (collective && !described.plural && !/s$/.test(described.head)) ? 'named' : 'described'
  const source: HopSource = {
    name: described.name ?? withoutClause(textOf(around.text, antecedentOf(tokens, draft) ?? tokens)),
    mention,
    ...place,
    kind: described.kind,
    role: described.role,
    anonymity,
  }
  if (anonymity === 'named') return source
  const sentence = textOf(around.text, draft.tokens)
  const reason =
    /\b(?:(?:on|under)(?: the)? condition of anonymity|ask(?:ed|ing) not to be (?:named|identified)|did not want to be (?:named|identified)|ask(?:ed|ing) that (?:his|her|their) surnames? not be (?:used|published)|declined to be (?:named|identified)|requested anonymity|asked that (?:their|his|her) names? (?:be withheld|not be used|not be published)|(?:was|were) granted anonymity)\b(?:\s+(?:because|since|to|in order to|for|as)\s+([^.,;"“”]{3,160}))?|\b((?:was|were|is|are)(?: not|n.t) authorized to [^.,;"“”]{3,120})/i.exec(
      sentence.slice(0, 2000),
    )
  const basis =
    /\b(?:familiar with|with (?:direct |first-hand |detailed )?knowledge of|briefed on|involved in|close to|present at|who (?:attended|saw|has seen|have seen|heard)|with access to)\b[^,;."“”]{2,100}/i.exec(
      mention,
    )
  return {
    ...source,
    description: isPronoun.test(mention) ? (described.name ?? mention) : withoutClause(mention),
    ...(reason ? { reason: (reason[1] ?? reason[2] ?? reason[0]).trim() } : {}),
    ...(basis ? { basis: basis[0].trim() } : {}),
  }
}

/** "Agnes Moss, who has died, was shy, she said": of a pronoun that nobody before the sentence can be, the sentence tells. */
function recogniseIn(tokens: readonly Token[], draft: Draft, { people }: Surroundings) {
  const [first] = tokens
  const clause =
    first && /^(?:he|she|it|they)$/.test(first.lower) && tokens.length === 1 ? clauseBefore(draft, first) : []
  if (clause.length > 0) people.notice(clause, false)
  if (tokens.length === 1 && first && draft.tokens[draft.tokens.indexOf(first) - 1]?.tag === 'CCONJ') {
    const asked = whomAsked(draft.tokens, draft.tokens.indexOf(first))
    const whom = asked.length === 0 && first.lower === 'they' ? subjectOf(draft.tokens) : asked
    if (whom.length > 0 && whom.at(-1)!.end < first.start) people.recognise(whom)
  }
  if (isBareBody(tokens)) people.noticeBodies(draft.tokens.slice(0, draft.tokens.indexOf(first!)))
  const described = people.recognise(tokens)
  if (described.name !== null || tokens.length !== 1 || !first || !/^(?:he|she|it)$/.test(first.lower)) return described
  people.notice([...(draft.within ?? []), ...draft.tokens.slice(0, draft.tokens.indexOf(first))])
  return people.recognise(tokens)
}

/** "I asked the lobbyist, and he told me": whom one has asked, answers. */
function whomAsked(tokens: readonly Token[], pronoun: number): readonly Token[] {
  if (!/^(?:he|she|they)$/.test(tokens[pronoun]!.lower)) return []
  const asked = tokens.findIndex(
    ({ lower }, at) =>
      at < pronoun &&
      /^(?:asked|rang|called|phoned|telephoned|emailed|questioned|contacted)$/.test(lower) &&
      /^(?:i|we)$/.test(tokens[at - 1]?.lower ?? ''),
  )
  const object = asked < 0 ? undefined : findObject(tokens, asked + 1, pronoun)
  if (!object) return []
  const to = tokens[object.to - 1]!.tag === 'CCONJ' ? object.to - 1 : object.to
  return tokens.slice(object.from, besideEnd(tokens, to, pronoun))
}

/** Behind ", Jonas Ek," where the name of whom one has asked stands beside. */
function besideEnd(tokens: readonly Token[], comma: number, end: number): number {
  if (tokens[comma]?.text !== ',') return comma
  let to = comma + 1
  while (to < end && tokens[to]!.tag === 'PROPN') to++
  return to > comma + 1 && tokens[to]?.text === ',' ? to : comma
}

/** "Her colleague was less sure: he called it a guess": what a colon or semicolon parts from the pronoun's clause. */
function clauseBefore({ tokens }: Draft, pronoun: Token): readonly Token[] {
  const at = tokens.indexOf(pronoun)
  const mark = tokens.findLastIndex(({ text, quote }, index) => index < at && /^[:;]$/.test(text) && quote < 0)
  if (mark !== at - 1 || mark <= 2) return []
  const clause = tokens.slice(0, mark)
  // "One founder told her that it was late; she answered": she is whom he told.
  const told = objectsOf.get(pronoun.lower)
  return clause.some(({ lower, tag }, index) => lower === told && tag === 'PRON' && clause[index - 1]?.tag === 'VERB')
    ? []
    : clause
}

const objectsOf = new Map([
  ['he', 'him'],
  ['she', 'her'],
  ['they', 'them'],
])

const isPronoun = /^(?:he|she|it|they|who|which|that)$/i

/** Whom "who" or "which" means: the phrase before it. */
function antecedentOf(tokens: readonly Token[], draft: Draft): readonly Token[] | undefined {
  const [pronoun] = tokens
  if (tokens.length !== 1 || !pronoun || !/^(?:who|which|that)$/.test(pronoun.lower)) return undefined
  const own = draft.tokens.indexOf(pronoun)
  // "the surgeon who gave it to him and who used to say"
  const joined = draft.tokens[own - 1]?.tag === 'CCONJ'
  const earlier = draft.tokens.findLastIndex(({ lower }, index) => index < own && lower === pronoun.lower)
  const at = joined && earlier > 0 ? earlier : own
  const phrase = findPhraseBefore(draft.tokens, draft.tokens[at - 1]?.text === ',' ? at - 1 : at, 0)
  return phrase && draft.tokens.slice(phrase.from, phrase.to)
}

/** "a senior official, who was not authorized to speak": the clause says why, not who. */
function withoutClause(mention: string): string {
  return mention.replace(
    /,\s+(?:who|whom|a copy of which|which|whose|speaking|citing|(?:first |originally |previously )?(?:seen|\w+ed) by|led by|written by)\s.*$|(?<!\s)\s+who\s+(?:asked|wished|declined|requested|spoke|refused|wanted)\s.*$|(?<![\s,]),?\s+(?:quoted|cited)\s+(?:by|in)\s.*$/s,
    '',
  )
}

function unstated(): HopSource {
  return { name: null, mention: null, start: null, end: null, kind: 'unknown', role: null, anonymity: 'unstated' }
}

export function emptyHop(): Hop {
  return { source: unstated(), cue: null, addressee: null, medium: null, place: null, date: null }
}

function tellCue(tokens: readonly Token[], kind: Draft['kind'], relay: boolean, around: Surroundings): Hop['cue'] {
  const [first, last] = [tokens[0], tokens.at(-1)]
  return first && last
    ? { text: textOf(around.text, tokens), ...around.span({ start: first.start, end: last.end }), kind, relay }
    : null
}
