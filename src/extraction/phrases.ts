import { relativePronouns, subjectPronouns, weekdays } from './lexicon/small-words.ts'
import { isNominal, standing } from './nominal.ts'
import {
  closesLeft,
  isAskedOne,
  isCueSubjectBreak,
  isMadeFor,
  knowing,
  openingBracket,
  quoteBegin,
  quoteEnd,
  asideBefore,
  timeBefore,
} from './phrase-parts.ts'
import { documentWords, roleWords } from './lexicon/source-words.ts'
import type { Token } from './reading/token.ts'

export { isNominal } from './nominal.ts'

/** Token indexes, half-open. */
export type Range = { from: number; to: number }

const linking = new Set(
  'of for in at from with on by against to into about near under over behind between among within inside outside across including like as than'.split(
    ' ',
  ),
)
const objectPronouns = new Set(['him', 'her', 'them', 'me', 'us', 'you', 'it', 'hers', 'theirs', 'mine'])
const interruptions = new Set('however meanwhile though too also instead therefore then reportedly'.split(' '))

/**
 * The noun phrase that ends before a verb, with its titles, places, appositions and relative clauses, and without the
 * asides between it and the verb: "Cruz, speaking in Iowa, said".
 */
export function findPhraseBefore(tokens: readonly Token[], end: number, floor: number): Range | undefined {
  let to = end
  for (let asides = 0; asides < 3 && to > floor; asides++) {
    const last = tokens[to - 1]!
    const publishing = weekdays.has(last.lower) ? publishedBefore(tokens, to - 1) : -1
    if (publishing > floor) {
      const published = simplePhraseBefore(tokens, publishing, floor)
      return published && { from: published.from, to }
    }
    if (weekdays.has(last.lower) && to - 1 > floor && tokens[to - 2]!.text !== ',') {
      to -= tokens[to - 2]?.lower === 'on' ? 2 : 1
      continue
    }
    const timed = timeBefore(tokens, to)
    if (timed > floor) {
      to = timed
      continue
    }
    // "A former inspector there said"
    if (/^(?:there|here)$/.test(last.lower) && to - 2 > floor && /^(?:NOUN|PROPN)$/.test(tokens[to - 2]!.tag)) {
      to--
      continue
    }
    const present = presentBefore(tokens, to, floor)
    if (present) return present
    const quoted = quotedAside(tokens, to - 1, floor)
    if (quoted > floor) {
      to = quoted
      continue
    }
    if (
      interruptions.has(last.lower) &&
      last.tag === 'ADV' &&
      last.lower !== 'reportedly' &&
      tokens[to - 2]?.text !== ','
    ) {
      to--
      continue
    }
    if (last.text !== ',' && last.text !== '—' && last.text !== '–') break
    const open = previousMark(tokens, to - 2, floor, last.text)
    if (open < 0) {
      to--
      continue
    }
    const head = simplePhraseBefore(tokens, open, floor)
    if (!head) return undefined
    const aside = asideBefore(tokens, head.from)
    if (aside > floor) {
      to = aside
      continue
    }
    if (isApposition(tokens, open + 1, to - 1)) return withNameBefore(tokens, { from: head.from, to: to - 1 }, floor)
    to = open
  }
  const phrase = simplePhraseBefore(tokens, to, floor)
  return phrase && withNameBefore(tokens, phrase, floor)
}

/** "Mr. Hale, citing “the spirit of the place,” said": the comma before an aside that ends in a quotation; -1 without one. */
function quotedAside(tokens: readonly Token[], at: number, floor: number): number {
  const last = tokens[at]!
  if (last.quote < 0 || tokens[at - 1]?.text !== ',') return -1
  const open = previousMark(tokens, quoteBegin(tokens, at, floor) - 1, floor, ',')
  return open > floor &&
    /^(?:citing|quoting|calling|saying|who|speaking|describing|noting)$/.test(tokens[open + 1]!.lower)
    ? open
    : -1
}

/** "A fireman who was there said". */
function presentBefore(tokens: readonly Token[], to: number, floor: number): Range | undefined {
  if (!/^(?:there|here)$/.test(tokens[to - 1]!.lower) || !/^(?:AUX|VERB)$/.test(tokens[to - 2]?.tag ?? ''))
    return undefined
  const who = relativeBefore(tokens, to - 1, floor)
  const head = who > floor ? simplePhraseBefore(tokens, who, floor) : undefined
  return head && { from: head.from, to }
}

/** "a poll out Monday", "a report released Thursday": the day belongs to the source. */
function publishedBefore(tokens: readonly Token[], day: number): number {
  const at = tokens[day - 1]?.lower === 'on' ? day - 2 : day - 1
  return tokens[at] && isPublished(tokens[at]) ? at : -1
}

function isPublished({ lower }: Token): boolean {
  return /^(?:out|released|published|filed|issued|conducted|obtained)$/.test(lower)
}

function previousMark(tokens: readonly Token[], from: number, floor: number, mark: string): number {
  for (let at = from; at > floor && at > from - 40; at--) {
    const token = tokens[at]!
    if (token.text === mark && token.quote < 0) return at
    if (token.text === ';' || token.text === ':') return -1
  }
  return -1
}

function isApposition(tokens: readonly Token[], from: number, to: number): boolean {
  const first = tokens[from]
  if (!first || to <= from) return false
  if (relativePronouns.has(first.lower) || first.lower === 'whose') return true
  if (interruptions.has(first.lower) || first.tag === 'ADP' || first.tag === 'SCONJ' || first.tag === 'CCONJ')
    return false
  if (first.tag === 'VERB' && !/ed$/.test(first.lower)) return false
  return isNominal(first) || first.tag === 'ADV' || first.tag === 'VERB'
}

/** "Kevin Madden, a strategist" said: the name before the description belongs to it. */
function withNameBefore(tokens: readonly Token[], phrase: Range, floor: number): Range {
  const first = tokens[phrase.from]
  const comma = tokens[phrase.from - 1]
  if (!first || comma?.text !== ',' || comma.quote >= 0 || phrase.from - 2 < floor) return phrase
  const describes =
    (first.lower === 'a' || first.lower === 'an' || first.lower === 'the' || first.tag === 'NUM') &&
    tokens[phrase.to]?.text === ','
  if (tokens[phrase.from - 3]?.tag === 'ADP' || tokens[phrase.from - 4]?.tag === 'ADP') return phrase
  const aside = tokens.findIndex((token, at) => at > phrase.from && at < phrase.to && token.text === ',')
  const name = tokens.slice(phrase.from, aside > 0 ? aside : phrase.to)
  const isName = name.length > 1 && name.every((token) => token.tag === 'PROPN')
  if (!describes && !isName) return phrase
  if (describes && tokens[phrase.from - 2]?.tag !== 'PROPN') return phrase
  const head = simplePhraseBefore(tokens, phrase.from - 1, floor)
  if (!head || (isName && !tokens.slice(head.from, head.to).some((token) => roleWords.has(token.lower)))) return phrase
  return { from: head.from, to: phrase.to }
}

function simplePhraseBefore(tokens: readonly Token[], end: number, floor: number): Range | undefined {
  const last = tokens[end - 1]
  if (!last || end <= floor) return undefined
  if (end - floor > 1 && (last.lower === 'that' || last.lower === 'which')) return { from: end - 1, to: end }
  if (/^(?:him|her|it)self$|^themselves$/.test(last.lower) && end - 1 > floor) {
    const owner = simplePhraseBefore(tokens, end - 1, floor)
    if (owner) return owner
  }
  const objective = objectPronouns.has(last.lower) && tokens[end - 2]?.tag === 'ADP'
  if (!objective && (subjectPronouns.has(last.lower) || (last.tag === 'PRON' && !isNominal(last))))
    return { from: end - 1, to: end }
  let at = objective ? end - 1 : end
  let sawAnd = false
  while (at > floor) {
    const token = tokens[at - 1]!
    const left = at - 2 >= floor ? tokens[at - 2] : undefined
    const right = tokens[at]
    // "messages in which Sung told": the phrase begins behind the pronoun.
    if (at < end && left?.tag === 'ADP' && /^(?:which|whom)$/.test(token.lower)) break
    if (token.quote >= 0) {
      const begin = quoteBegin(tokens, at - 1, floor)
      if (at - begin > 8 || at === end || /^[,.?!]$/.test(tokens[at - 2]?.text ?? '') || !right || !isNominal(right))
        break
      at = begin
      continue
    }
    const publishing = weekdays.has(token.lower) ? publishedBefore(tokens, at - 1) : -1
    if (publishing >= floor) {
      at = publishing + 1
      continue
    }
    if (weekdays.has(token.lower) && right?.tag !== 'POSS' && at !== end && right?.tag !== 'NOUN') break
    if (token.text === ')') {
      const open = openingBracket(tokens, at - 1, floor)
      if (open < 0) break
      at = open
      continue
    }
    if (isNominal(token)) {
      at--
      if (
        closesLeft(token) &&
        !(
          left &&
          (left.lower === 'all' ||
            left.lower === 'both' ||
            left.lower === 'half' ||
            left.tag === 'ADP' ||
            left.tag === 'CCONJ' ||
            left.text === ',' ||
            left.tag === 'VERB' ||
            tokens[at - 2]?.lower === 'who')
        )
      )
        break
      continue
    }
    // "its head of polling"
    if (at === end && /ing$/.test(token.lower) && left?.lower === 'of') {
      at--
      continue
    }
    if (at === end && left && isAskedOne(token, left)) {
      at--
      continue
    }
    if (at === end) {
      const relative = token.tag === 'VERB' ? relativeBefore(tokens, at, floor) : -1
      if (relative < 0) break
      at = relative
      continue
    }
    if (token.tag === 'VERB' && left?.text === '-' && right && isNominal(right)) at--
    else if (
      token.tag === 'ADP' &&
      (linking.has(token.lower) || (token.lower === 'before' && !!left && documentWords.has(left.lower))) &&
      left &&
      ((isNominal(left) && left.tag !== 'DET' && !(weekdays.has(left.lower) && publishedBefore(tokens, at - 2) < 0)) ||
        left.text === ')')
    )
      at--
    else if (token.tag === 'ADP' && isMadeFor(tokens, at - 1)) at -= 2
    else if (token.tag === 'ADP' && left && /^(?:out|up|off|over)$/.test(left.lower) && isMadeFor(tokens, at - 2))
      at -= 3
    else if (token.tag === 'ADP' && left && knowing.test(left.lower) && tokens[at - 3] && isNominal(tokens[at - 3]!))
      at -= 2
    else if (token.tag === 'ADV' && right && (right.tag === 'ADJ' || right.tag === 'NUM')) at--
    else if (token.tag === 'CCONJ' && left && right && isNominal(left) && token.lower !== 'but') {
      sawAnd = true
      at--
    } else if (token.text === ',' && sawAnd && left && isNominal(left)) at--
    else if (
      token.text === ',' &&
      left?.tag === 'ADJ' &&
      right?.tag === 'ADJ' &&
      !/^(?:NOUN|PROPN)$/.test(tokens[at - 3]?.tag ?? '')
    )
      at--
    else if (token.tag === 'VERB' && left?.tag === 'DET' && right?.tag === 'NOUN' && /(?:ing|ed|en)$/.test(token.lower))
      at--
    else if (
      token.tag === 'VERB' &&
      left &&
      (left.tag === 'NOUN' || (left.tag === 'PRON' && standing.has(left.lower))) &&
      right &&
      !isCueSubjectBreak(tokens, at - 1) &&
      /(?:ing|ed|n|wn|ld)$/.test(token.lower)
    )
      at--
    else {
      const relative = relativeBefore(tokens, at, floor)
      if (relative < 0) break
      at = relative
    }
  }
  while (at < end && isLoose(tokens[at]!, tokens[at + 1])) at++
  return at < end ? { from: at, to: end } : undefined
}

/** From inside "people who live there" back to "people". */
function relativeBefore(tokens: readonly Token[], at: number, floor: number): number {
  for (let index = at - 1; index > floor && index > at - 25; index--) {
    const token = tokens[index]!
    if (token.tag === 'PUNCT' && token.quote < 0 && token.text !== '-' && token.text !== "'") return -1
    if (
      (token.lower === 'who' || token.lower === 'that' || token.lower === 'which') &&
      isNominal(tokens[index - 1]!) &&
      tokens[index - 1]!.tag !== 'DET'
    )
      return index
    if (/^(?:said|says)$/.test(token.lower)) return -1
  }
  return -1
}

function isLoose(token: Token, next: Token | undefined): boolean {
  if (token.tag === 'ADP') return !(next?.tag === 'NUM')
  if (token.tag === 'ADV') return !(next?.tag === 'NUM' || next?.tag === 'ADJ')
  return (
    token.tag === 'CCONJ' ||
    token.tag === 'SCONJ' ||
    token.tag === 'POSS' ||
    (token.tag === 'PUNCT' &&
      token.text !== '(' &&
      token.text !== '"' &&
      token.quote < 0 &&
      token.text !== '@' &&
      token.text !== '#' &&
      token.text !== '$')
  )
}

const afterStops = new Set(
  'during after before while when since until despite because if although though amid'.split(' '),
)

/** The noun phrase that begins after "according to" or an inverted "said", with its appositions and relative clauses. */
export function findPhraseAfter(tokens: readonly Token[], start: number, ceiling: number): Range | undefined {
  const first = tokens[start]
  if (!first || start >= ceiling) return undefined
  if (
    (subjectPronouns.has(first.lower) && first.lower !== 'who') ||
    (objectPronouns.has(first.lower) &&
      first.tag === 'PRON' &&
      !(first.lower === 'her' && /^(?:NOUN|PROPN|ADJ)$/.test(tokens[start + 1]?.tag ?? '')))
  )
    return { from: start, to: start + 1 }
  let at = start
  while (at < ceiling) {
    const token = tokens[at]!
    const next = tokens[at + 1]
    if (token.quote >= 0) {
      if (at === start) return undefined
      const end = quoteEnd(tokens, at, ceiling)
      if (end - at > 8) break
      at = end
    } else if (token.lower === 'of' && at > start && /^(?:them|us|those|these)$/.test(next?.lower ?? '')) at += 2
    else if (weekdays.has(token.lower) && next?.tag !== 'NOUN' && next?.tag !== 'POSS' && next?.lower !== 'night') break
    else if (at > start && relativePronouns.has(token.lower) && token.tag !== 'DET') at = clauseEnd(tokens, at, ceiling)
    else if (isNominal(token)) at++
    else if (at === start) return undefined
    else if (token.text === '(') {
      while (at < ceiling && tokens[at]!.text !== ')') at++
      at = Math.min(at + 1, ceiling)
    } else if (token.tag === 'ADP' || token.lower === 'to') {
      if (
        !next ||
        afterStops.has(token.lower) ||
        (token.lower === 'on' && weekdays.has(next.lower)) ||
        !(isNominal(next) || next.tag === 'VERB' || next.quote >= 0)
      )
        break
      if (token.lower === 'in' && /^(?:an?|his|her|their|response)$/.test(next.lower)) break
      if ((token.lower === 'at' || token.lower === 'on') && /^(?:an?|his|her|twitter|facebook)$/.test(next.lower)) break
      at++
    } else if (token.tag === 'CCONJ' && next && isNominal(next) && token.lower !== 'but') at++
    else if (relativePronouns.has(token.lower) || (token.tag === 'VERB' && tokens[at - 1]!.tag !== 'POSS')) {
      if (token.tag === 'VERB' && /^(?:said|says|say|told)$/.test(token.lower)) break
      at = clauseEnd(tokens, at, ceiling)
    } else if (token.text === ',' && next && (next.lower === 'whose' || next.lower === 'which'))
      at = clauseEnd(tokens, at + 1, ceiling)
    else if (
      token.text === ',' &&
      next &&
      isNominal(next) &&
      isApposition(tokens, at + 1, ceiling) &&
      !subjectPronouns.has(next.lower)
    )
      at++
    else if (token.text === ',' && next && relativePronouns.has(next.lower)) at = clauseEnd(tokens, at + 1, ceiling)
    else if (token.tag === 'ADV' && next && isNominal(next)) at++
    else break
  }
  let to = at
  while (
    to > start &&
    (tokens[to - 1]!.text === ',' || tokens[to - 1]!.tag === 'ADP' || tokens[to - 1]!.tag === 'CCONJ')
  )
    to--
  return to > start ? { from: start, to } : undefined
}

function clauseEnd(tokens: readonly Token[], at: number, ceiling: number): number {
  let end = at
  while (end < ceiling && tokens[end]!.text !== ',' && tokens[end]!.text !== ';' && tokens[end]!.text !== '—') end++
  return end
}
