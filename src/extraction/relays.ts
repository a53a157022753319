import { parentheticalVerb, skipAside } from './asides.ts'
import { findClauseEnd } from './contents.ts'
import type { Draft, Relay } from './drafts.ts'
import { occasions } from './lexicon/small-words.ts'
import { documentWords, groupWords, outletWords, roleWords } from './lexicon/source-words.ts'
import { type Range, findPhraseAfter, findPhraseBefore } from './phrases.ts'
import { isTerminator } from './reading/sentences.ts'
import type { Token } from './reading/token.ts'
import { type Sentence, addDraft, freeFrom, isClosingQuote, quoteEnd } from './sentence-state.ts'
import type { VerbGroup } from './verb-groups.ts'
import { findSubject } from './who/subjects.ts'

const saying =
  /^(?:saying|telling|warning|claiming|arguing|adding|stating|declaring|insisting|denying|confirming|promising|admitting|suggesting|vowing|predicting|lamenting|complaining|conceding|acknowledging|recalling|remarking|joking|asserting|alleging|boasting|pleading|showing)$/
const quoting = /^(?:quote|cite|report)$/
/** Between "quoted" and "as saying" no more words stand than this. */
const reach = 22

/** "the agency quoted Hale as saying", "Hale was quoted by the agency as saying", "was quoted in local media saying". */
export function attributeRelays(sentence: Sentence) {
  const { tokens, groups } = sentence
  for (const group of groups) {
    if (!quoting.test(group.lemma) || sentence.taken[group.main]) continue
    const at = findSaying(tokens, group)
    // "The paper, which first reported it, cited Hale as saying …"
    if (at < 0 || groups.some((other) => other.from > group.to && other.to < at && quoting.test(other.lemma))) continue
    if (group.passive) attributeQuoted(sentence, group, at)
    else attributeQuoting(sentence, group, at)
  }
}

function findSaying(tokens: readonly Token[], group: VerbGroup): number {
  for (let at = group.to; at < Math.min(tokens.length, group.to + reach); at++) {
    const token = tokens[at]!
    if (token.quote >= 0 || isTerminator(token)) return -1
    const before = tokens[at - 1]!.lower
    // "as having said"
    if (before === 'having' && tokens[at - 2]?.lower === 'as' && token.tag === 'VERB') return at
    if (!saying.test(token.lower) || (token.lower === 'showing' && tokens[at + 1]?.lower !== 'that')) continue
    return before === 'as' || group.passive ? at : -1
  }
  return -1
}

/** "The agency quoted Hale as saying …": Hale spoke, the agency passed it on. */
function attributeQuoting(sentence: Sentence, group: VerbGroup, at: number) {
  const { tokens } = sentence
  const as = tokens[at - 1]!.lower === 'having' ? at - 2 : at - 1
  const speaker = { from: group.to, to: tokens[as - 1]!.text === ',' ? as - 1 : as }
  const reporter = findSubject(sentence, group)
  const content = contentOf(sentence, at + 1, reporter?.from ?? group.from)
  if (speaker.to <= speaker.from || !content) return
  add(sentence, group, {
    content,
    speaker,
    at,
    cue: { from: group.from, to: at + 1 },
    relay: { source: reporter, cue: { from: group.from, to: group.to } },
  })
}

/** "Hale was quoted as saying by the agency": and where it was quoted, if that is told instead. */
function attributeQuoted(sentence: Sentence, group: VerbGroup, at: number) {
  const { tokens, end } = sentence
  const speaker = findPhraseBefore(tokens, group.from, 0)
  if (!speaker) return
  const as = tokens[at - 1]!.lower === 'as'
  const inserted = reporterBetween(tokens, group.to, as ? at - 1 : at)
  const by = tokens[at + 1]?.lower === 'by' ? findPhraseAfter(tokens, at + 2, end) : undefined
  const content = contentOf(sentence, by ? by.to : at + 1, speaker.from)
  if (!content) return
  const signed = by || inserted ? undefined : signedBy(tokens, at, end)
  const cue = { from: group.from, to: as && group.to === at - 1 ? at : group.to }
  add(sentence, group, {
    content,
    speaker,
    at,
    cue: { from: group.from, to: at + 1 },
    relay: { source: by ?? inserted ?? signed, cue },
  })
}

/** "by the agency", "in local media": who quoted. */
function reporterBetween(tokens: readonly Token[], from: number, to: number): Range | undefined {
  for (let at = from; at < to - 1; at++) {
    const { lower } = tokens[at]!
    if (lower !== 'by' && lower !== 'in' && lower !== 'on') continue
    const phrase = findPhraseAfter(tokens, at + 1, to)
    if (!phrase) continue
    const timed = tokens
      .slice(phrase.from, phrase.to)
      .findIndex((token) => /^(?:this|last|earlier|later|on|yesterday|today)$/.test(token.lower))
    const source = timed > 0 ? { from: phrase.from, to: phrase.from + timed } : phrase
    const words = tokens.slice(source.from, source.to)
    if (
      lower === 'by' ||
      words.some((token) => outletWords.has(token.lower)) ||
      words.every((token) => token.tag === 'PROPN')
    )
      return source
  }
  return undefined
}

/** "as saying in a statement signed by his spokeswoman". */
function signedBy(tokens: readonly Token[], saying: number, end: number): Range | undefined {
  const at = tokens.findIndex(
    ({ lower }, index) =>
      index > saying &&
      index < saying + 7 &&
      /^(?:signed|issued|released|carried|published|broadcast)$/.test(lower) &&
      tokens[index + 1]?.lower === 'by',
  )
  return at < 0 ? undefined : findPhraseAfter(tokens, at + 2, end)
}

/** After the cue, or before the one who is named first. */
function contentOf(sentence: Sentence, after: number, first: number): Range | undefined {
  const { tokens, groups, end } = sentence
  const from = skipAside(tokens, after, end, false).to
  const at = /^[,:]$/.test(tokens[from]?.text ?? '') ? from + 1 : from
  const token = tokens[at]
  const quoted = isClosingQuote(tokens, first - 1) && token?.quote === -1 && tokens[from]?.lower !== 'that'
  if (token && !quoted && (at < end || token.quote >= 0)) {
    const to = token.quote >= 0 ? quoteEnd(tokens, at, tokens.length) : findClauseEnd(tokens, at, groups)
    return to > at ? { from: at, to } : undefined
  }
  const mark = first - 1
  if (mark < 1 || !(tokens[mark]!.text === ',' || isClosingQuote(tokens, mark))) return undefined
  const to = tokens[mark]!.quote >= 0 ? mark + 1 : mark
  const begin = freeFrom(sentence, to)
  return begin < to ? { from: begin, to } : undefined
}

type Found = { content: Range; speaker: Range; at: number; cue: Range; relay: Relay }

function add(sentence: Sentence, group: VerbGroup, { content, speaker, at, cue, relay }: Found) {
  addDraft(sentence, {
    content: [content],
    cue,
    source: speaker,
    group: { ...group, main: at },
    ownCue: { from: at, to: at + 1 },
    relayed: [relay],
    rule: content.to <= speaker.from ? 'quotation before the speaker' : 'that-clause',
  })
}

/** ", according to the agency,", ", her daughter said,": who passes on what goes on behind it. */
export function relayInside(tokens: readonly Token[], aside: Range | undefined): Relay | undefined {
  if (!aside) return undefined
  for (let at = aside.from; at < aside.to - 2; at++) {
    if (tokens[at]!.text !== ',') continue
    if (tokens[at + 1]!.lower === 'according' && tokens[at + 2]!.lower === 'to') {
      const source = findPhraseAfter(tokens, at + 3, aside.to)
      return source && { source, cue: { from: at + 1, to: at + 3 } }
    }
    const verb = parentheticalVerb(tokens, at, aside.to)
    if (verb > 0) return { source: { from: at + 1, to: verb }, cue: { from: verb, to: verb + 1 } }
  }
  return undefined
}

/** "She read out an email in which the director said …": who reads it out passes it on. */
export function relayOfReading(tokens: readonly Token[], source: Range | undefined): Relay | undefined {
  const which = (source?.from ?? 0) - 1
  if (which < 4 || !/^(?:which|whom)$/.test(tokens[which]!.lower) || tokens[which - 1]!.lower !== 'in') return undefined
  const read = tokens.findLastIndex(
    ({ lower, quote }, at) =>
      at < which - 1 &&
      at > which - 14 &&
      quote < 0 &&
      (/^(?:quoted|quotes|produced|published|posted|released|shared|shows?|showed|aired?|airs|broadcasts?|carried|uploaded|played)$/.test(
        lower,
      ) ||
        (/^reads?$/.test(lower) && tokens[at + 1]?.lower === 'out')),
  )
  const reader = read > 0 ? findPhraseBefore(tokens, read, 0) : undefined
  return reader && { source: reader, cue: { from: read, to: tokens[read + 1]?.lower === 'out' ? read + 2 : read + 1 } }
}

/** "He cites a study, which found that …": whoever points to it passes on what it says. */
export function relayOfCiting({ tokens, sourceRange, cueRange }: Draft): Relay | undefined {
  if (!sourceRange || sourceRange.to > cueRange.from) return undefined
  const which = tokens[cueRange.from - 1]!.lower
  const isAlone = sourceRange.to - sourceRange.from === 1
  const comma = tokens[sourceRange.from - 1]?.text === ',' ? 1 : 0
  const cited = isAlone ? findPhraseBefore(tokens, sourceRange.from - comma, 0) : sourceRange
  if (!cited) return undefined
  const to = tokens[cited.from - 1]?.lower === 'to' ? 1 : 0
  const at = cited.from - 1 - to
  const isCiting = to === 1 ? /^point(?:s|ed)$/ : /^(?:cit|quot)(?:es?|ed)$/
  if (!/^(?:which|that)$/.test(which) || !isCiting.test(tokens[at]?.lower ?? '') || tokens[at]!.quote >= 0)
    return undefined
  const source = findPhraseBefore(tokens, at, 0)
  return source && { source, cue: { from: at, to: at + 1 + to } }
}

const seeing = new Set('seen obtained reviewed viewed read'.split(' '))
const publishing = new Set(
  'carried broadcast aired televised published leaked shared reported shown sent passed handed relayed'.split(' '),
)
const passing = /^(?:leaked|shown|sent|passed|handed)$/

/** "minutes seen by the Echo", "said in a letter seen by the Courier": the paper that has seen a document passes on what it says. */
export function relayOfSeen({ tokens, content, sourceRange, cueRange }: Draft): Relay | undefined {
  const inContent = ({ start }: Token) => content.some((piece) => start >= piece.start && start < piece.end)
  const begin = tokens.findIndex(inContent)
  const between = { from: cueRange.to, to: begin }
  const whose =
    relayOfWhose(tokens, sourceRange, 14) ?? (begin > cueRange.to ? relayOfWhose(tokens, between, 0) : undefined)
  if (whose) return whose
  for (let at = 1; at + 2 < tokens.length; at++) {
    const { lower, quote } = tokens[at]!
    if (quote >= 0 || !(seeing.has(lower) || publishing.has(lower)) || inContent(tokens[at]!)) continue
    const by = tokens[at + 1]!.lower
    if (by !== 'by' && !(by === 'to' && passing.test(lower) && !isPress(tokens.slice(at + 2, at + 5)))) continue
    const source = viewerAt(tokens, at, sourceRange, inContent)
    if (source && (publishing.has(lower) || isOutlet(tokens.slice(source.from, source.to))))
      return { source, cue: { from: at, to: at + 2 } }
  }
  return undefined
}

/** "The letter, which this magazine has read, says", "a copy of which the Echo has seen". */
function relayOfWhose(tokens: readonly Token[], speaker: Range | undefined, beyond: number): Relay | undefined {
  if (!speaker || !tokens.slice(speaker.from, speaker.to).some(({ lower }) => documentWords.has(lower)))
    return undefined
  const reach = Math.min(tokens.length - 1, speaker.to + beyond)
  for (let at = speaker.from + 1; at < reach; at++) {
    if (tokens[at]!.lower !== 'which' || tokens[at]!.quote >= 0) continue
    const has = tokens.findIndex(
      ({ lower }, index) => index > at + 1 && index < at + 8 && /^(?:has|have|had)$/.test(lower),
    )
    const seen = tokens[has + 1]
    const source = { from: at + 1, to: has }
    if (has > 0 && seen && seeing.has(seen.lower) && isOutlet(tokens.slice(source.from, source.to)))
      return { source, cue: { from: has, to: has + 2 } }
    return undefined
  }
  return undefined
}

/** "A note shown to reporters": any of them; nobody is told who passed its words on. */
function isPress(words: readonly Token[]): boolean {
  const [first, second] = words[0]?.lower === 'the' ? words.slice(1) : words
  const several = /^(?:reporters|journalists|newsmen|correspondents|media|press|us)$/.test(first?.lower ?? '')
  return several && !/^\p{Lu}/u.test(first!.text) && second?.tag !== 'NOUN'
}

/** Who stands behind "seen by", where a document stands before it: the source, or "in a letter". */
function viewerAt(
  tokens: readonly Token[],
  at: number,
  speaker: Range | undefined,
  inContent: (token: Token) => boolean,
): Range | undefined {
  const from = at + 2
  if (speaker && at > speaker.from && at < speaker.to - 2) return { from, to: speaker.to }
  const first = tokens[at - 1]!.tag === 'ADV' ? at - 1 : at
  if (
    speaker &&
    at >= speaker.to &&
    at < speaker.to + 12 &&
    tokens[first - 1]?.text === ',' &&
    tokens[at + 1]!.lower === 'by'
  ) {
    const comma = tokens.findIndex(({ text }, index) => index > from && text === ',')
    return { from, to: comma < 0 ? Math.min(speaker.to + 12, tokens.length) : comma }
  }
  const before = tokens[at - 1]!.lower
  if (
    !/^(?:seen|obtained|reviewed|viewed|carried|broadcast|aired|televised|relayed)$/.test(tokens[at]!.lower) ||
    !(documentWords.has(before) || occasions.has(before) || /^(?:message|note|recording|voicemail|clip)$/.test(before))
  )
    return undefined
  const said = tokens.findIndex((token, index) => index > at && inContent(token))
  const source = findPhraseAfter(tokens, from, said > 0 ? said : tokens.length)
  return source && withoutRest(tokens, source, speaker)
}

/** "the Valley Courier", "reporters", but not "his mother". */
function isOutlet(words: readonly Token[]): boolean {
  return words.some(
    ({ lower, text }) =>
      /^\p{Lu}/u.test(text) ||
      outletWords.has(lower) ||
      /^(?:reporters|journalists|programme|program|podcast|paper)$/.test(lower),
  )
}

/** "In a letter seen by the Courier, the mayor said": what stands behind the comma is another. */
function withoutRest(tokens: readonly Token[], source: Range, speaker: Range | undefined): Range {
  const comma = tokens.findIndex(({ text }, at) => at > source.from && at < source.to && text === ',')
  return comma > 0 && speaker && speaker.from >= comma ? { from: source.from, to: comma } : source
}

/** "The mayor, quoted by the radio, says", "said through an aide that": who passes it on stands beside. */
export function relayBeside(
  tokens: readonly Token[],
  source: Range | undefined,
  aside: Range | undefined,
  cue: Range,
): Relay | undefined {
  const places = [source && { from: source.to, to: source.to + 12 }, source, aside]
  for (const place of places) {
    for (let at = place?.from ?? 0; place && at < Math.min(place.to, tokens.length) - 1; at++) {
      const [token, next] = [tokens[at]!, tokens[at + 1]!]
      const opens = tokens[at - 1]?.text === ',' || (tokens[at - 1]?.tag === 'ADV' && tokens[at - 2]?.text === ',')
      const isBeside = opens || (place === source && at > place.from)
      const quoted =
        /^(?:quoted|cited)$/.test(token.lower) &&
        isBeside &&
        (next.lower === 'by' || (next.lower === 'in' && isRecorded(tokens.slice(at + 2, Math.min(at + 8, cue.from)))))
      const through =
        (place === aside || (place !== source && opens && at < cue.from)) &&
        token.lower === 'through' &&
        /^(?:an?|his|her|their|its)$/.test(next.lower) &&
        maySpeakFor(tokens.slice(at + 2, Math.min(place.to, place === aside ? tokens.length : cue.from)))
      if (!quoted && !through) continue
      const from = quoted ? at + 2 : at + 1
      const comma = tokens.findIndex(({ text }, index) => index > from && text === ',')
      const to = quoted || place !== aside ? (comma < 0 ? place.to : comma) : place.to
      return { source: { from, to: Math.min(to, tokens.length) }, cue: { from: at, to: from } }
    }
  }
  return undefined
}

/** "cited in the trustees’ minutes", "quoted in the Echo". */
function isRecorded(words: readonly Token[]): boolean {
  return words.some(({ lower, tag }) => documentWords.has(lower) || outletWords.has(lower) || tag === 'PROPN')
}

/** "through her lawyer", but not "through her teeth". */
function maySpeakFor(words: readonly Token[]): boolean {
  const end = words.findIndex(({ tag, text, lower }) => tag === 'ADP' || text === ',' || /^(?:who|that)$/.test(lower))
  const head = (end < 0 ? words : words.slice(0, end)).at(-1)
  if (!head) return false
  const { lower } = head
  const names = words.slice(0, end < 0 ? words.length : end).filter(({ tag }) => tag === 'PROPN')
  return roleWords.has(lower) || groupWords.has(lower) || speakingFor.has(lower) || names.length > 1
}

const speakingFor = new Set(
  'interpreter interpreters translator translators publicist agent agents go-between intermediary intermediaries counsel carer carers secretary assistant office embassy agency ministry party union company club foundation charity firm'.split(
    ' ',
  ),
)

/** "“…,” the captain told investigators, the report says": passed on by whoever is named behind the whole. */
export function relayEarlier(sentence: Sentence, before: number, relay: Relay): boolean {
  const earlier = sentence.drafts.find(({ cueRange, aside, sourceRange, addressee }) => {
    // Behind an inverted speaker the aside only says how far to look.
    const beside = sourceRange && sourceRange.from >= cueRange.to ? 0 : (aside?.to ?? 0)
    const reach = Math.max(cueRange.to, beside, sourceRange?.to ?? 0, addressee?.to ?? 0)
    return reach === before || reach === before + 1
  })
  if (!earlier || !/^(?:,|[”"])$/.test(sentence.tokens[before]?.text ?? '')) return false
  for (const { from, to } of [relay.cue, relay.source ?? relay.cue]) sentence.taken.fill(true, from, to)
  earlier.relayed = [...(earlier.relayed ?? []), relay]
  return true
}
