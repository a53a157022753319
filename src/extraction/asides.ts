import { possessives, subjectPronouns, weekdays } from './lexicon/small-words.ts'
import { type Range, isNominal } from './phrases.ts'
import { quoteEnd } from './sentence-state.ts'
import type { Token } from './reading/token.ts'

const asidePrepositions = new Set(
  'in on at during to after before via through by of from with for about over without until'.split(' '),
)

/** Over addressee, day, place and medium between a verb and its content. */
export function skipAside(
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
  // "wrote back that"
  if (tokens[at]?.lower === 'back' && tokens[at]!.quote < 0 && tokens[at + 1]?.lower === 'that') at++
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
    const relay = token.text === ',' ? relayEnd(tokens, at, end) : -1
    if (relay > 0) {
      at = relay
      continue
    }
    const remark = token.text === ',' ? remarkEnd(tokens, at, end) : -1
    if (remark > 0) {
      at = remark
      continue
    }
    // "as recently as May", "as a child"
    const asLate = tokens[at + 1]?.tag === 'ADV' && tokens[at + 2]?.lower === 'as' ? 3 : 0
    const asWhat = /^an?$/.test(tokens[at + 1]?.lower ?? '') ? 1 : 0
    if (token.lower === 'as' && asLate + asWhat > 0) {
      const since = prepositionalEnd(tokens, at + asLate + asWhat, end)
      if (since < 0) break
      at = since
      continue
    }
    // "the next day"
    if (
      token.lower === 'the' &&
      /^(?:next|following|same|previous)$/.test(tokens[at + 1]?.lower ?? '') &&
      /^(?:day|week|month|year|morning|evening|night|afternoon)$/.test(tokens[at + 2]?.lower ?? '')
    ) {
      at += 3
      continue
    }
    const ago = agoEnd(tokens, at, end)
    if (ago > 0) {
      at = ago
      continue
    }
    if (
      weekdays.has(token.lower) ||
      (/^(?:earlier|later|late|early|shortly|afterward|afterwards|today|yesterday|tonight|recently|again|repeatedly|publicly|flatly|simply|last|this)$/.test(
        token.lower,
      ) &&
        (token.tag === 'ADV' ||
          token.tag === 'NOUN' ||
          (token.tag === 'ADJ' && tokens[at + 1]?.lower === 'on') ||
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
    const listener = token.lower === 'to' ? findObject(tokens, at + 1, Math.min(end, at + 9)) : undefined
    // "admitted to him at half-time that"
    const heard = listener && (timeEnd(tokens, listener.to, end) ?? listener.to)
    if (listener && heard && tokens[heard]?.lower === 'that') {
      addressee ??= listener
      at = heard
      continue
    }
    if (
      token.lower === 'about' &&
      /^(?:half|a|NUM)$/.test(tokens[at + 1]?.tag === 'NUM' ? 'NUM' : (tokens[at + 1]?.lower ?? ''))
    )
      break
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

/** After "at half-time", "last year", "on Sunday"; undefined where no time is told. */
function timeEnd(tokens: readonly Token[], from: number, end: number): number | undefined {
  const bare = bareTimeEnd(tokens, from)
  if (bare !== undefined || !/^(?:at|in|on|during|before|after)$/.test(tokens[from]?.lower ?? '')) return bare
  const to = prepositionalEnd(tokens, from + 1, Math.min(end, from + 7))
  return to > from ? to : undefined
}

/** After "last year", "this week", "yesterday", but not in "this paper" nor "last year's prize". */
function bareTimeEnd(tokens: readonly Token[], from: number): number | undefined {
  const word = tokens[from]?.lower ?? ''
  const to = /^(?:last|this)$/.test(word)
    ? /^(?:night|week|weekend|month|year|morning|evening|afternoon|spring|summer|autumn|winter)$/.test(
        tokens[from + 1]?.lower ?? '',
      )
      ? from + 2
      : undefined
    : /^(?:yesterday|today|later|earlier)$/.test(word)
      ? from + 1
      : undefined
  return to === undefined || tokens[to]?.tag === 'POSS' ? undefined : to
}

/** After "an hour ago", "two days later"; -1 where it is not told so. */
function agoEnd(tokens: readonly Token[], from: number, end: number): number {
  for (let at = from; at < Math.min(end, from + 4); at++) {
    const { lower, tag } = tokens[at]!
    if (
      at > from + 1 - Number(/s$/.test(tokens[from]!.lower)) &&
      /^(?:ago|earlier|later|before|afterwards?)$/.test(lower)
    )
      return /^(?:second|minute|hour|day|week|month|year|decade|moment|night|season)s?$/.test(tokens[at - 1]!.lower)
        ? at + 1
        : -1
    if (!/^(?:DET|NUM|NOUN|ADJ)$/.test(tag)) return -1
  }
  return -1
}

/** After ", according to the agency," or ", her daughter said,": -1 where the comma begins something else. */
function relayEnd(tokens: readonly Token[], comma: number, end: number): number {
  if (tokens[comma + 1]?.lower === 'according' && tokens[comma + 2]?.lower === 'to') {
    for (let at = comma + 3; at < Math.min(end, comma + 20); at++) if (tokens[at]!.text === ',') return at + 1
    return -1
  }
  const verb = parentheticalVerb(tokens, comma, end)
  return verb > 0 && tokens[verb + 2]?.lower === 'that' ? verb + 2 : -1
}

/** After ", among other things," where a clause or quotation follows; -1 where the comma begins something else. */
function remarkEnd(tokens: readonly Token[], comma: number, end: number): number {
  const first = tokens[comma + 1]
  if (!first || first.quote >= 0 || first.lower === 'that') return -1
  for (let at = comma + 2; at < Math.min(end - 1, comma + 16); at++) {
    if (tokens[at]!.quote >= 0) return -1
    if (tokens[at]!.text !== ',') continue
    const next = tokens[at + 1]!
    if (at >= comma + 10 && next.lower !== 'that') return -1
    const conditional = first.lower === 'if' && subjectPronouns.has(next.lower)
    return next.lower === 'that' || conditional || (next.quote >= 0 && first.tag !== 'VERB') ? at + 1 : -1
  }
  return -1
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
    const region = token.text === ',' && at > from && tokens[at - 1]!.tag === 'PROPN' ? regionEnd(tokens, at, end) : -1
    if (region > 0) {
      at = region
      continue
    }
    if (
      token.text === ',' ||
      token.text === ':' ||
      token.lower === 'that' ||
      token.lower === 'to' ||
      token.lower === 'not'
    )
      return at > from ? at : -1
    if (at > from && (subjectPronouns.has(token.lower) || token.lower === 'there')) return at
    if (at > from && token.tag === 'DET' && isNominal(tokens[at - 1]!)) return at
    if (at > from && weekdays.has(token.lower)) return at
    if (at > from && weekdays.has(tokens[at - 1]!.lower) && possessives.has(token.lower) && token.tag === 'PRON')
      return at
    const published =
      /^(?:read|published|released|relayed|posted|issued|filed|given|broadcast|recorded|dated|sent|seen|obtained|reviewed|viewed|leaked|shown|shared|carried|signed|aired|televised|circulated)$/.test(
        token.lower,
      )
    if (
      isNominal(token) ||
      token.tag === 'PRON' ||
      (token.tag === 'VERB' &&
        (at === from || tokens[at - 1]!.tag === 'DET' || (published && tokens[at - 1]!.tag === 'NOUN')))
    )
      at++
    else if (token.tag === 'ADP' && at > from) return at
    else if (
      token.tag === 'ADV' &&
      (token.lower.endsWith('ly') || /^(?:afterwards?|later|earlier|too|again)$/.test(token.lower))
    )
      return at
    else return at > from && (token.tag === 'PUNCT' || token.tag === 'SCONJ' || token.tag === 'CCONJ') ? at : -1
  }
  return at >= end && at > from ? end : -1
}

/** After ", New York," behind the name of a town. */
function regionEnd(tokens: readonly Token[], comma: number, end: number): number {
  let at = comma + 1
  while (at < end && at < comma + 4 && tokens[at]!.tag === 'PROPN' && tokens[at]!.quote < 0) at++
  return at > comma + 1 && tokens[at]?.text === ',' ? at + 1 : -1
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
export function cueEndOf(tokens: readonly Token[], after: number, asideEnd: number): number {
  const [first, second, third] = [0, 1, 2].map((step) => tokens[after + step]?.lower)
  if (first === 'in' && (second === 'a' || second === 'an') && third === 'statement' && asideEnd >= after + 3)
    return after + 3
  return after
}

/** "told the jury his car was gone", but not "his name and address". */
function hasVerb(tokens: readonly Token[], from: number, end: number): boolean {
  return tokens
    .slice(from, Math.min(end, from + 8))
    .some(({ tag }, at) => at > 0 && (tag === 'AUX' || tag === 'VERB') && tokens[from + at - 1]!.tag !== 'CCONJ')
}

/** The listener: a pronoun, or a noun phrase up to the content. */
export function findObject(tokens: readonly Token[], from: number, end: number): Range | undefined {
  const first = tokens[from]
  if (!first || from >= end || first.quote >= 0) return undefined
  if (
    /^(?:him|her|them|me|us|you|it|himself|herself|themselves)$/.test(first.lower) &&
    !(
      first.lower === 'her' &&
      tokens[from + 1] &&
      isNominal(tokens[from + 1]!) &&
      !/^(?:DET|PRON)$/.test(tokens[from + 1]!.tag)
    )
  )
    return { from, to: from + 1 }
  if (first.lower === 'that' || first.lower === 'to') return undefined
  let at = from
  while (at < end && at < from + 20) {
    const token = tokens[at]!
    if (token.quote >= 0 && at > from && tokens[at - 1]!.tag === 'POSS' && quoteIsName(tokens, at)) {
      at = quoteEnd(tokens, at, end)
      continue
    }
    if (token.quote >= 0 || token.lower === 'that' || token.lower === 'to' || weekdays.has(token.lower)) break
    // "told the daily last year that"
    if (at > from && bareTimeEnd(tokens, at) !== undefined) break
    if (
      at > from &&
      (subjectPronouns.has(token.lower) ||
        (token.tag === 'PRON' &&
          possessives.has(token.lower) &&
          tokens[at - 1]!.tag === 'NOUN' &&
          hasVerb(tokens, at + 1, end)) ||
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
  while (at > from && (tokens[at - 1]!.tag === 'ADP' || (tokens[at - 1]!.tag === 'PUNCT' && tokens[at - 1]!.quote < 0)))
    at--
  return at > from ? { from, to: at } : undefined
}

const asideOnly = new Set('in on at during after before about as'.split(' '))

/** The verb of ", her daughter said,"; -1 where the commas hold something else. */
export function parentheticalVerb(tokens: readonly Token[], comma: number, end: number): number {
  for (let at = comma + 2; at < Math.min(end, comma + 12); at++) {
    const token = tokens[at]!
    if (token.text === ',' || token.quote >= 0) return -1
    if (/^(?:said|says|reported|reports|added|told|wrote)$/.test(token.lower) && tokens[at + 1]?.text === ',') return at
  }
  return -1
}
