import {
  auxiliaries,
  clauseOpeners,
  occasions,
  relativePronouns,
  subjectPronouns,
  weekdays,
} from './lexicon/small-words.ts'
import { findVerb, verbCues } from './lexicon/verbs.ts'
import { type Range, findPhraseBefore, isNominal } from './phrases.ts'
import { isTerminator } from './reading/sentences.ts'
import type { Token } from './reading/token.ts'
import type { VerbGroup } from './verb-groups.ts'

/** Where a clause that began after a verb of saying ends: at the sentence's end, or where another saying begins. */
export function findClauseEnd(tokens: readonly Token[], from: number, groups: readonly VerbGroup[]): number {
  const end = sentenceEnd(tokens)
  let brackets = 0
  for (const group of groups) {
    if (group.main <= from || group.from >= end) continue
    const cut = cutBefore(tokens, group, from)
    if (cut > from) return cut
    if (group.from - from > 3 && opensOwnSaying(tokens, group, from)) return commaBefore(tokens, group.from, from)
  }
  for (let at = from + 1; at < end; at++) {
    const token = tokens[at]!
    if (token.quote >= 0) continue
    if (tokens[at - 1]!.quote >= 0 && isOnlyDay(tokens, at, end)) return at
    if (token.lower === 'according' && tokens[at + 1]?.lower === 'to') return tokens[at - 1]!.text === ',' ? at - 1 : at
    if (
      token.text === ',' &&
      tokens[at + 1]?.quote === -1 &&
      at - from > 3 &&
      (tokens[at + 1]!.lower === 'compared' || (tokens[at + 1]!.lower === 'contrary' && tokens[at + 2]?.lower === 'to'))
    )
      return at
    if (token.text === ';' || beginsAfterthought(tokens, at, from, end)) return at
    if (token.text === '(') brackets++
    else if (token.text === ')' && brackets-- === 0) return at
  }
  return end
}

/** After a quotation, the day it was said: "last week", "on Monday". */
function isOnlyDay(tokens: readonly Token[], from: number, end: number): boolean {
  for (let at = from; at < end; at++) {
    if (!isDayWord(tokens[at]!.lower)) return false
  }
  return true
}

function isDayWord(lower: string): boolean {
  return dayWords.test(lower) || weekdays.has(lower) || monthNames.test(lower)
}

const dayWords =
  /^(?:on|in|last|this|earlier|late|early|later|week|month|year|yesterday|today|morning|afternoon|evening|night|\d{1,4})$/

/** " - a point others dispute", ", who retired in May.": the reporter's own words at the end of a sentence. */
function beginsAfterthought(tokens: readonly Token[], at: number, from: number, end: number): boolean {
  const [before, mark, next] = [tokens[at - 1]!, tokens[at]!, tokens[at + 1]?.lower ?? '']
  if (/^[–—-]$/.test(mark.text)) return before.end < mark.start && /^(?:an?|the|but|though)$/.test(next)
  if (mark.text === ',' && next === 'nor') return true
  if (mark.text !== ',' || at - from <= 4 || !/^(?:who|which|whom|an?|something)$/.test(next)) return false
  for (let later = at + 1; later < end; later++) if (tokens[later]!.text === ',') return false
  return true
}

/** ", 27 percent said they", ", the mayor said that": a speaker after a comma with their own words to come. */
function opensOwnSaying(tokens: readonly Token[], group: VerbGroup, from: number): boolean {
  const next = tokens[group.to]
  const plain = /^(?:said|says|say|told|tells)$/.test(tokens[group.main]!.lower)
  if (group.form !== 'finite' || !(plain || (next?.lower === 'that' && isSaying(group)))) return false
  if (!next || next.text === ',' || isTerminator(next)) return false
  if (clauseOpeners.has(tokens[from]!.lower) || clauseOpeners.has(tokens[from + 1]?.lower ?? '')) return false
  const subject = findPhraseBefore(tokens, group.from, from)
  return !!subject && subject.from - 1 > from && tokens[subject.from - 1]!.text === ','
}

function commaBefore(tokens: readonly Token[], before: number, from: number): number {
  const subject = findPhraseBefore(tokens, before, from)
  return subject ? subject.from - 1 : before
}

/** ", adding that", "and said", ", but he denied": a new saying ends the one before. */
function cutBefore(tokens: readonly Token[], group: VerbGroup, from: number): number {
  if (isJudging(tokens, group)) return group.from - 1
  if (!isSaying(group) && !(group.form === 'finite' && judging.has(group.lemma))) return -1
  const before = tokens[group.from - 1]
  if (!before || (before.quote >= 0 && before.text !== '”' && before.text !== '"')) return -1
  if (group.form === 'ing') {
    if (before.text === ',' || before.quote >= 0) return group.from - 1
    const comma = tokens[group.from - 2]?.text === ','
    return /^(?:and|but)$/.test(before.lower) && comma ? group.from - 2 : -1
  }
  if (before.lower === 'but' && group.form === 'finite' && tokens[group.from - 2]?.text === ',') return group.from - 2
  if (group.form !== 'finite') return -1
  // "The mayor, asked whether he knew, said that …"
  if (
    before.text === ',' &&
    tokens[from - 2]?.text === ',' &&
    /^(?:whether|if)$/.test(tokens[from]!.lower) &&
    /^(?:said|says|told)$/.test(tokens[group.main]!.lower)
  )
    return group.from - 1
  if (before.lower === 'and' || before.lower === 'but') {
    const comma = tokens[group.from - 2]?.text === ','
    const word = tokens[group.main]!.lower
    if (!/ed$|^(?:said|says|told|wrote|tells|writes|notes|adds)$/.test(word)) return -1
    if (goesOnTelling(tokens, group, from)) return -1
    return group.from - (comma ? 2 : 1)
  }
  const joined = joinedSubject(tokens, group, from)
  if (joined > from) return joined
  if (
    subjectPronouns.has(before.lower) &&
    /^(?:and|but|while)$/.test(tokens[group.from - 2]?.lower ?? '') &&
    tokens[group.from - 3]?.text === ',' &&
    group.from - 3 > from
  )
    return group.from - 3
  return -1
}

/** "said his brother had come to the door and told her": whoever had come told her as well. */
function goesOnTelling(tokens: readonly Token[], group: VerbGroup, from: number): boolean {
  return (
    /^(?:him|her|them|me|us)$/.test(tokens[group.to]?.lower ?? '') &&
    tokens[group.main]!.lower === 'told' &&
    tokens.slice(from, group.from).some(({ lower, quote }) => quote < 0 && lower === 'had')
  )
}

/** ", while others said": the comma before a conjunction and a short subject of its own. */
function joinedSubject(tokens: readonly Token[], group: VerbGroup, from: number): number {
  const next = tokens[group.to]
  const introduces =
    /^(?:said|says|say|told)$/.test(tokens[group.main]!.lower) || next?.lower === 'that' || (!!next && next.quote >= 0)
  const subject = introduces || judging.has(group.lemma) ? findPhraseBefore(tokens, group.from, from) : undefined
  const joins = subject ? tokens[subject.from - 1] : undefined
  if (
    subject &&
    subject.from - 2 > from &&
    /^(?:and|but)$/.test(joins!.lower) &&
    tokens[subject.from - 2]!.text === ','
  )
    return subject.from - 2
  for (let at = group.from - 2; at > from && at > group.from - 8; at--) {
    const token = tokens[at]!
    if (token.quote >= 0) return -1
    if (tokens[at - 1]!.text !== ',') continue
    if (/^(?:but|while|though|although|whereas)$/.test(token.lower)) return at - 1
    if (introduces && /^(?:and|as|after|before)$/.test(token.lower)) return at - 1
  }
  return -1
}

function isSaying(group: VerbGroup): boolean {
  const cues = verbCues.get(group.lemma)
  return !!cues && cues.some((cue) => cue.frames.includes('s') && cue.particle.length === 0)
}

/** ", calling them", ", accusing him of": what the same speaker says of something else. */
function isJudging(tokens: readonly Token[], group: VerbGroup): boolean {
  return group.form === 'ing' && judging.has(group.lemma) && tokens[group.from - 1]?.text === ','
}

const judging = new Set(
  'call describe refer accuse blame praise criticize criticise urge brand label denounce condemn characterize dismiss cite quote vow pledge promise express demand'.split(
    ' ',
  ),
)

/** Where a noun phrase or "to …" that is spoken of ends: it stops sooner than a clause. */
export function findObjectEnd(tokens: readonly Token[], from: number, groups: readonly VerbGroup[]): number {
  const end = findClauseEnd(tokens, from, groups)
  for (let at = from + 1; at < end; at++) {
    const token = tokens[at]!
    const next = tokens[at + 1]
    if (token.quote >= 0) {
      if (next && closesAtComma(tokens, at) && endsObject(tokens, at, end, groups)) return at + 1
      continue
    }
    if (!next) break
    if (token.text === ',' && endsObject(tokens, at, end, groups) && !isListed(tokens, from, at, groups)) return at
    if (
      (isAdjunct(tokens, at, groups) || isFollowed(tokens, from, at, groups)) &&
      !groups.some((group) => group.from > from && group.to <= at && group.form === 'finite')
    )
      return at
    const spaced = token.start > tokens[at - 1]!.end
    if (
      token.text === '—' ||
      token.text === '--' ||
      (token.text === '–' && spaced) ||
      token.text === ':' ||
      (token.text === '-' && next.text === '-')
    )
      return at
    if (
      (token.lower === 'and' || token.lower === 'but') &&
      groups.some(
        (group) => group.from === at + 1 && group.form === 'finite' && !isJoinedInfinitive(tokens, from, group, groups),
      )
    )
      return at
    if (token.lower === 'but' && beginsClause(tokens, at + 1, end, groups)) return at
    if (/^(?:while|whereas|although|though)$/.test(token.lower)) return at
    if (isTimeAside(tokens, at) && !leadsOn(tokens, at, end)) return at
  }
  return end
}

/** "claimed the attack but officials doubted it": behind "but" somebody else does something. */
function beginsClause(tokens: readonly Token[], from: number, end: number, groups: readonly VerbGroup[]): boolean {
  const verb = groups.find((group) => group.from >= from && group.form === 'finite')
  if (!verb || verb.from >= end || verb.from > from + 10) return false
  return findPhraseBefore(tokens, verb.from, from)?.from === from
}

/** A quotation that ends here with a comma inside its mark: “a strong leader,” */
function closesAtComma(tokens: readonly Token[], at: number): boolean {
  return tokens[at - 1]!.text === ',' && tokens[at + 1]!.quote !== tokens[at]!.quote
}

/** "during the debate", "because she was ill", "as the vote began", "in a statement": how and when it was said, not what. */
function isAdjunct(tokens: readonly Token[], at: number, groups: readonly VerbGroup[]): boolean {
  const [token, next] = [tokens[at]!, tokens[at + 1]!]
  if (/^(?:during|because|when|whenever|since|amid)$/.test(token.lower)) return true
  if (token.lower === 'as' && tokens[at - 1]!.lower !== 'such') {
    const verb = groups.find((group) => group.from > at)
    const subject =
      verb && verb.form === 'finite' && verb.from < at + 6 ? findPhraseBefore(tokens, verb.from, at) : undefined
    return subject?.from === at + 1 && verb?.passive !== true && !/^(?:an?)$/.test(next.lower)
  }
  if (!/^(?:in|on|at|during|via)$/.test(token.lower)) return false
  for (let to = at + 1; to < Math.min(tokens.length, at + 6); to++) {
    const word = tokens[to]!
    if (word.quote >= 0 || !(isNominal(word) || tokens[to + 1]?.text === '-')) return false
    if (occasions.has(word.lower) && (!tokens[to + 1] || !isNominal(tokens[to + 1]!))) return true
  }
  return false
}

/** "accused him of lying after he left": when it was said; but not "told to call before they come". */
function isFollowed(tokens: readonly Token[], from: number, at: number, groups: readonly VerbGroup[]): boolean {
  if (!/^(?:after|before)$/.test(tokens[at]!.lower)) return false
  if (groups.some((group) => group.form === 'to' && group.from >= from && group.to <= at)) return false
  const verb = groups.find((group) => group.from > at && group.form === 'finite')
  return !!verb && verb.from < at + 8 && findPhraseBefore(tokens, verb.from, at)?.from === at + 1
}

const monthNames = /^(?:january|february|march|april|may|june|july|august|september|october|november|december)$/

/** "on Thursday", "in November": when it was said, not what. */
function isTimeAside(tokens: readonly Token[], at: number): boolean {
  const [before, token, next] = [tokens[at - 1]!, tokens[at]!, tokens[at + 1]!]
  if (token.lower === 'on') return weekdays.has(next.lower)
  if (token.lower === 'in') return monthNames.test(next.lower)
  if (!weekdays.has(token.lower) || next.tag === 'NOUN' || next.tag === 'POSS') return false
  return before.tag === 'NOUN' || before.tag === 'PROPN' || before.tag === 'VERB'
}

/** "called it on Friday “a disgrace”": what is said of it, without the day between. */
export function aroundDay(tokens: readonly Token[], from: number, to: number): Range[] {
  const next = tokens.findIndex(({ quote, lower }, at) => at > from && at < to && (quote >= 0 || lower === 'as'))
  let day = next
  while (day > from && isDayWord(tokens[day - 1]!.lower)) day--
  const tells = tokens
    .slice(Math.max(day, 0), Math.max(next, 0))
    .some(({ lower }) => weekdays.has(lower) || monthNames.test(lower) || lower === 'yesterday')
  // The day behind a noun may be the noun's: "his remarks on Friday".
  if (day === from + 1 && tells && /^(?:it|him|her|them)$/.test(tokens[from]!.lower))
    return [
      { from, to: day },
      { from: next, to },
    ]
  return [{ from, to }]
}

/** "called it on Friday “a disgrace”": behind the day the words go on. */
function leadsOn(tokens: readonly Token[], from: number, end: number): boolean {
  const quote = tokens.findIndex(
    (token, at) => at > from && at < Math.min(end, from + 4) && (token.quote >= 0 || token.lower === 'as'),
  )
  return quote > 0 && tokens.slice(from + 1, quote).every(({ text }) => text !== ',')
}

/** "to clean up the mines and reclaim the land": a verb without an ending belongs to the "to" before it. */
function isJoinedInfinitive(
  tokens: readonly Token[],
  from: number,
  { main, to: end, from: begin }: VerbGroup,
  groups: readonly VerbGroup[],
): boolean {
  const { lower } = tokens[main]!
  if (end - main !== 1 || auxiliaries.has(tokens[begin]!.lower) || !isBase(lower)) return false
  return groups.some((group) => group.form === 'to' && group.from >= from && group.to <= begin)
}

/** "to stop, turn back and wait", "to stop, and wait": the verbs behind the comma are of the same list. */
function isListed(tokens: readonly Token[], from: number, comma: number, groups: readonly VerbGroup[]): boolean {
  const next = /^(?:and|then|or)$/.test(tokens[comma + 1]!.lower) ? comma + 2 : comma + 1
  const group = groups.find((one) => one.from === next)
  return group?.form === 'finite' && isJoinedInfinitive(tokens, from, group, groups)
}

function isBase(word: string): boolean {
  const known = findVerb(word)
  return known ? known.forms.includes('base') : !/(?:ed|ing|[^s]s)$/.test(word) && !pasts.has(word)
}

const pasts = new Set(
  'went gave took came made won lost left ran got held led kept began became brought stood sat sent paid fell rose grew drew broke chose drove met built spent sold caught fought'.split(
    ' ',
  ),
)

function endsObject(tokens: readonly Token[], comma: number, end: number, groups: readonly VerbGroup[]): boolean {
  const next = tokens[comma + 1]!
  if (next.quote >= 0) return false
  if (clauseOpeners.has(next.lower)) return true
  if (next.lower === 'but' || next.lower === 'so' || next.lower === 'yet') return true
  if (next.lower === 'and') {
    const follow = groups.find((group) => group.main > comma && group.form === 'finite')
    return !!follow && follow.from < Math.min(end, comma + 9)
  }
  if (relativePronouns.has(next.lower)) return true
  if (next.lower === 'including') return false
  if (groups.some((group) => group.from === comma + 1)) return true
  if (subjectPronouns.has(next.lower)) return true
  return false
}

export function sentenceEnd(tokens: readonly Token[]): number {
  let end = tokens.length
  while (end > 0 && isTerminator(tokens[end - 1]!) && tokens[end - 1]!.quote < 0) end--
  return end
}
