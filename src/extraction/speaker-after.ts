import { skipAside } from './asides.ts'
import { findClauseEnd } from './contents.ts'
import { clauseAt } from './frames.ts'
import { occasions, weekdays } from './lexicon/small-words.ts'
import { holdsClause, isDoubted, mayClose } from './no-speakers.ts'
import { type VerbCue, verbCues } from './lexicon/verbs.ts'
import { type Range, findPhraseAfter, findPhraseBefore, isNominal } from './phrases.ts'
import { relayEarlier } from './relays.ts'
import { type Sentence, addDraft, freeFrom, isClosingQuote, quoteEnd, sayingCue } from './sentence-state.ts'
import type { Token } from './reading/token.ts'
import { type VerbGroup, isAuxiliary } from './verb-groups.ts'

type Aside = Range & { addressee?: Range | undefined }

/** "…, the ministry said": the content comes before its speaker. */
export function attributeBefore(sentence: Sentence) {
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
      closing.text === ';' ||
      (aside.to > group.to && /^(?:because|since|although|while|after|before|when)$/.test(closing.lower))
    const before = tokens[group.from - 1]
    if (before && (before.text === ',' || isClosingQuote(tokens, group.from - 1))) {
      const speaker = findPhraseAfter(tokens, group.to, sentence.end)
      if (
        speaker &&
        (inverts.has(cue.lemma) || isClosingQuote(tokens, group.from - 1)) &&
        !hasSubject(tokens, group) &&
        !holdsClause(sentence, speaker) &&
        isClosed(sentence, speaker.to)
      ) {
        takeBefore(sentence, group, cue, speaker, group.from - 1, speaker.to)
        continue
      }
    }
    const speaker = findPhraseBefore(tokens, group.from, 0)
    if (!speaker || speaker.from === 0 || isDoubted(tokens.slice(speaker.from, speaker.to), group)) continue
    if (tokens[speaker.from - 1]!.lower === 'as' && attributeAsSaid(sentence, group, cue, speaker, aside)) continue
    const mark = tokens[speaker.from - 1]!
    if (
      closing?.text === ',' &&
      tokens[aside.to + 1]?.lower === 'that' &&
      groups.some(
        ({ to }) =>
          to <= speaker.from - 1 && to > speaker.from - 1 - 6 && tokens.slice(to, speaker.from - 1).every(isNominal),
      )
    )
      continue
    const quoted = isClosingQuote(tokens, speaker.from - 1) || isClosingQuote(tokens, speaker.from - 2)
    const introduces =
      (closing?.text === ',' && tokens[aside.to + 1]?.quote !== undefined && tokens[aside.to + 1]!.quote >= 0) ||
      (closing && closing.quote >= 0)
    if (introduces && !quoted && mark.text === ',' && !hasOwnVerb(sentence, speaker.from - 1)) continue
    const ends = aside.to >= sentence.end || (closing?.text === ',' && tokens[aside.to + 1]?.lower === 'with')
    const closes = ends && speaker.to - speaker.from < 16
    if (!quoted && mark.text === ',' && closing?.text === ',' && takesFronted(sentence, group, cue, speaker, aside))
      continue
    if (closing === undefined || aside.to >= sentence.end) {
      const relay = { source: speaker, cue: { from: group.from, to: group.to } }
      if (
        mark.text === ',' &&
        tokens.slice(freeFrom(sentence, speaker.from - 1), speaker.from - 1).every(({ quote }) => quote < 0) &&
        relayEarlier(sentence, speaker.from - 1, relay)
      )
        continue
    }
    const splits =
      closing?.text === ',' &&
      groups.some(
        (other) =>
          other.from === aside.to + 1 &&
          other.form === 'finite' &&
          (tokens[other.from]!.tag === 'AUX' || !sayingCue(other)),
      )
    if (
      !quoted &&
      (!parenthetical ||
        (silent.has(cue.lemma) && !(closes && mayClose(tokens, speaker, group))) ||
        !(splits || (closes && isWholeBefore(sentence, speaker.from - 1)) || hasOwnVerb(sentence, speaker.from - 1)))
    )
      continue
    if (
      quoted &&
      !parenthetical &&
      (closing?.lower === 'that' ||
        silent.has(cue.lemma) ||
        (cue.lemma !== 'tell' && clauseAt(sentence, aside.to, cue)?.rule === 'clause without that'))
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

/** "To prevent fires, he said, people should be careful": what stands before belongs to the clause behind. */
function takesFronted(sentence: Sentence, group: VerbGroup, cue: VerbCue, speaker: Range, aside: Aside): boolean {
  const { tokens, groups, end } = sentence
  const [mark, from] = [speaker.from - 1, aside.to + 1]
  const begin = freeFrom(sentence, mark)
  const first = tokens[begin]
  if (
    !first ||
    mark - begin < 2 ||
    !/^(?:say|add|argue|warn|note|explain|tell)$/.test(cue.lemma) ||
    hasOwnVerb(sentence, mark)
  )
    return false
  const at = /^(?:but|and)$/.test(first.lower) ? begin + 1 : begin
  const fronted = tokens[at]!
  if (!(fronted.tag === 'ADP' || fronted.tag === 'SCONJ' || fronted.tag === 'ADV' || fronted.lower === 'to'))
    return false
  if (/^(?:according|speaking|asked|as)$/.test(fronted.lower) || tellsOccasion(tokens, at, mark)) return false
  if (from >= end || tokens[from]!.quote >= 0 || !goesOn(sentence, from)) return false
  if (!groups.some((other) => other.from > from && other.form === 'finite')) return false
  addDraft(sentence, {
    content: [
      { from: at, to: mark },
      { from, to: findClauseEnd(tokens, from, groups) },
    ],
    cue: { from: group.from, to: group.to },
    source: speaker,
    verb: cue,
    group,
    aside: aside.to > aside.from ? { from: aside.from, to: aside.to } : undefined,
    addressee: aside.addressee,
    rule: 'clause before the speaker',
  })
  return true
}

/** "In an interview on Monday, she said, …": when and in what it was said. */
function tellsOccasion(tokens: readonly Token[], from: number, to: number): boolean {
  return tokens
    .slice(from, to)
    .some(
      ({ lower }) =>
        weekdays.has(lower) ||
        occasions.has(lower) ||
        /^(?:earlier|later|afterwards?|yesterday|however|meanwhile|instead|then)$/.test(lower),
    )
}

/** "The race is close, as the senator said on Monday": the clause before "as". */
function attributeAsSaid(sentence: Sentence, group: VerbGroup, cue: VerbCue, speaker: Range, aside: Aside): boolean {
  const { tokens } = sentence
  const mark = speaker.from - 2
  const comma = tokens[mark]
  if (!comma || (comma.text !== ',' && !isClosingQuote(tokens, mark)) || silent.has(cue.lemma)) return false
  const closing = tokens[aside.to]
  if (closing && aside.to < sentence.end && !/^[,;:—–]$/.test(closing.text)) return false
  const whole = hasOwnVerb(sentence, mark)
  if (!whole && (closing?.text !== ',' || freeFrom(sentence, mark) === mark)) return false
  takeBefore(sentence, group, cue, speaker, mark, whole ? sentence.end : aside.to, aside)
  return true
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

const inverts = new Set(
  'say add write ask reply respond explain warn tweet note continue argue claim announce declare report insist recall joke answer conclude quip'.split(
    ' ',
  ),
)

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

/** Whether the free words before a speaker are a clause of their own, and not "In an interview,". */
function hasOwnVerb(sentence: Sentence, before: number): boolean {
  const from = freeFrom(sentence, before)
  const first = sentence.tokens[from]
  if (!first) return false
  const verb = sentence.groups.find((group) => group.from >= from && group.to <= before && group.form === 'finite')
  if (first.quote >= 0 && quoteEnd(sentence.tokens, from, before) - from > 4) return true
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

/** "Eating late raises blood pressure, a study has found.": what else would stand before a verb that ends its sentence? */
function isWholeBefore(sentence: Sentence, mark: number): boolean {
  const from = freeFrom(sentence, mark)
  const first = sentence.tokens[from]
  if (!first || mark - from < 4 || sentence.tokens[mark]!.text !== ',') return false
  return (
    !/^(?:ADP|SCONJ|ADV|NUM)$/.test(first.tag) &&
    !/^(?:last|next|this|that|earlier|later|once|still|yet|but|and)$|ed$/.test(first.lower)
  )
}

function takeBefore(
  sentence: Sentence,
  group: VerbGroup,
  cue: VerbCue,
  speaker: Range,
  mark: number,
  after: number,
  aside?: Aside,
) {
  const { tokens } = sentence
  const to = isClosingQuote(tokens, mark) ? mark + 1 : mark
  const from = Math.max(freeFrom(sentence, mark), introducedFrom(tokens, to))
  if (to <= from) return
  const content: Range[] = [{ from: isClosingQuote(tokens, mark) ? from : afterEarlierSaying(sentence, from, to), to }]
  const next = tokens[after]
  const following = next?.text === ',' ? after + 1 : after
  if (
    next &&
    following < sentence.end &&
    (next.text === ',' || next.quote >= 0) &&
    !passesOn(sentence, following) &&
    (goesOn(sentence, following) || (to === mark && !hasOwnVerb(sentence, mark) && tokens[mark]!.text === ','))
  ) {
    const end =
      tokens[following]!.quote >= 0
        ? quoteEnd(tokens, following, tokens.length)
        : findClauseEnd(tokens, following, sentence.groups)
    content.push({ from: following, to: end })
  }
  const quoted = tokens[to - 1]!.quote >= 0
  addDraft(sentence, {
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

/** "…, the report says.": nothing more is said, but passed on. */
function passesOn({ tokens, groups, end }: Sentence, from: number): boolean {
  const last = groups.find((group) => group.from > from)
  if (!last || last.form !== 'finite' || last.passive || last.to < end || !sayingCue(last)) return false
  return tokens[from]!.quote < 0 && findPhraseBefore(tokens, last.from, from)?.from === from
}

/** Where a quotation that ends here began, if a mark sets it off from the words before it; else 0. */
function introducedFrom(tokens: readonly Token[], to: number): number {
  const last = tokens[to - 1]!
  if (last.quote < 0) return 0
  let from = to - 1
  while (from > 0 && tokens[from - 1]!.quote === last.quote) from--
  const [mark, first] = [tokens[from - 1], tokens[from + 1]]
  if (!mark || !first) return 0
  return /^[:—–-]$/.test(mark.text) || (mark.text === ',' && /^\p{Lu}/u.test(first.text)) ? from : 0
}

/**
 * "was asked whether it would help, where the need is growing, an official warned": the earlier attribution keeps its
 * words.
 */
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

/** After "…, he said, " the words continue, unless another attribution or a clause of the reporter's follows. */
export function goesOn(sentence: Sentence, at: number): boolean {
  const token = sentence.tokens[at]!
  if (token.quote >= 0) return true
  if (sentence.groups.some((group) => group.from === at)) return false
  if (token.tag === 'DET' && /^(?:a|an|another)$/.test(token.lower)) return false
  if (/^(?:second|minute|hour|day|week|month|year|moment)s?$/.test(token.lower) && isAround(sentence.tokens[at + 1]))
    return false
  const joined = sentence.groups.find((group) => group.from === at + 1 && group.form === 'finite')
  // "He had paid, she added, and had written to the owner": the perfect goes on.
  const perfect = joined && joined.main > joined.from && isAuxiliary(sentence.tokens, joined.from)
  if (joined && /^(?:and|but)$/.test(token.lower)) return perfect || !verbCues.has(joined.lemma)
  return !/^(?:while|when|after|before|but|and|who|which|as|in|according|although|though|during|noting|adding|with|citing|referring|at|on|speaking)$/.test(
    token.lower,
  )
}

/** "hours after the truce": when it was said. */
function isAround(next: Token | undefined): boolean {
  return /^(?:after|before|ahead|later|earlier)$/.test(next?.lower ?? '')
}
