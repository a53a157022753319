import { mensNames, organisationWords, personTitles, roleWords, womensNames } from '../lexicon/source-words.ts'
import { fields, offices, particles, peopleWords, places } from '../lexicon/offices.ts'
import { isCalled } from '../reading/mended-words.ts'
import type { Token } from '../reading/token.ts'

export function isPart(token: Token | undefined): boolean {
  return token?.tag === 'PROPN' && token.quote < 0 && /^\p{Lu}\p{Ll}/u.test(token.text)
}

export function isTitle({ lower }: Token): boolean {
  return personTitles.has(lower) || roleWords.has(lower) || offices.has(lower)
}

/** "the Swede", "the 44-year-old": someone named before. */
export function meansNamed(words: readonly Token[]): boolean {
  const [first, second] = words
  if (!first) return false
  if (words.length === 1) return isDemonym(first)
  if (/^\d/.test(first.text) && /^\d{1,3}-?year-?old$/.test(words.map(({ lower }) => lower).join(''))) return true
  // "the Republican from Ohio"
  return (
    /^(?:Republican|Democrat|Conservative|Liberal|Socialist|Tory|Green)$/.test(first.text) &&
    /^(?:from|of)$/.test(second!.lower)
  )
}

function isDemonym({ text, lower }: Token): boolean {
  return /-year-old$/.test(lower) || (/^\p{Lu}/u.test(text) && demonyms.has(lower))
}

const demonyms = new Set(
  'swede dane finn norwegian icelander briton englishman scot scotsman welshman irishman dutchman frenchman frenchwoman german austrian swiss italian spaniard portuguese greek turk pole czech slovak hungarian romanian bulgarian serb croat ukrainian russian american canadian mexican brazilian argentine argentinian australian japanese korean chinese indian pakistani nigerian kenyan egyptian israeli iranian iraqi californian texan'.split(
    ' ',
  ),
)

/** What people are called by what they do: "farmer", "lineman", "climber". */
export function isSomebody({ lower }: Token): boolean {
  return (roleWords.has(lower) || /(?:er|or|man|woman|ist)$/.test(lower)) && !organisationWords.has(lower)
}

/** "Peggy Amos, 79,": only people are mentioned with their age. */
function isAged(tokens: readonly Token[], from: number): boolean {
  const at = tokens[from]?.tag === 'PROPN' ? from + 1 : from
  return tokens[at]?.text === ',' && /^\d\d$/.test(tokens[at + 1]?.text ?? '')
}

/** "the former mayor of Lund, Per Ekman, …": a name beside what someone is. */
function isApposed(tokens: readonly Token[], at: number): boolean {
  const [comma, first, next, after] = [tokens[at - 1], tokens[at]!, tokens[at + 1], tokens[at + 2]]
  if (
    comma?.text !== ',' ||
    !/^\p{Lu}\p{Ll}/u.test(first.text) ||
    next?.tag !== 'PROPN' ||
    !/^[,.;]$/.test(after?.text ?? '')
  )
    return false
  return tokens.slice(Math.max(0, at - 7), at - 1).some((token) => roleWords.has(token.lower))
}

export function isPersonal(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at]!
  if (token.quote >= 0) return false
  if (isApposed(tokens, at)) return true
  // "a farmer called Wietske van den Berg"
  if (at > 1 && isCalled(tokens[at - 1]!) && tokens[at - 1]!.tag === 'ADJ' && isSomebody(tokens[at - 2]!)) return true
  if (token.tag !== 'PROPN') return false
  const before = tokens[at - 1]
  if (before?.tag !== 'PROPN' && isAged(tokens, at + 1)) return true
  if (before && (isTitle(before) || isTrade(before)) && isPart(token) && isPart(tokens[at + 1]) && !isTitle(token))
    return true
  if (before?.tag === 'PROPN' && !personTitles.has(before.lower)) return false
  if (tokens[at + 1]?.tag === 'PROPN' && isAged(tokens, at + 2)) return true
  return (
    (!!before && personTitles.has(before.lower) && !personTitles.has(token.lower)) ||
    (!!before && isTitle(before) && isPart(token) && isPart(tokens[at + 1]) && !isTitle(token)) ||
    ((womensNames.has(token.lower) || mensNames.has(token.lower)) &&
      (tokens[at + 1]?.tag === 'PROPN' || (tokens[at + 1]?.text === '-' && tokens[at + 2]?.tag === 'PROPN')))
  )
}

/** "the campanologist Piers Brown". */
function isTrade({ tag, text, lower }: Token): boolean {
  return (
    tag === 'NOUN' && /^\p{Ll}/u.test(text) && /(?:[aeo]log|[^l])ist$|ographer$|ician$/.test(lower) && lower.length > 7
  )
}

/** Where the name that begins here ends, with its hyphens and particles. */
export function nameEnd(tokens: readonly Token[], from: number): number {
  let to = from + 1
  while (to < tokens.length && to < from + 7) {
    const [before, token, next] = [tokens[to - 1]!, tokens[to]!, tokens[to + 1]]
    if (token.quote >= 0 || token.start - before.end > 1) break
    if (token.tag === 'PROPN' && !/^\p{Ll}/u.test(token.text)) to++
    else if (
      token.text === '-' &&
      token.start === before.end &&
      next?.start === token.end &&
      /^\p{Lu}/u.test(next.text)
    )
      to += 2
    else if (
      particles.has(token.lower) &&
      next &&
      (isPart(next) || (particles.has(next.lower) && isPart(tokens[to + 2])))
    )
      to++
    else break
  }
  return to
}

/** "Olabisi spoke first": a name in no list is a person's where it is the subject of a sentence, and no body, place or office. */
export function isSubjectName(tokens: readonly Token[], from: number, to: number): boolean {
  const [first, last, next] = [tokens[from]!, tokens[to - 1]!, tokens[to]]
  if (to - from > 4 || first.quote >= 0 || !next || !opens(tokens, from)) return false
  for (let at = from; at < to; at++) {
    const { lower, text } = tokens[at]!
    if (text === '-' || particles.has(lower)) continue
    if (!/^\p{Lu}[\p{Ll}’']/u.test(text) || places.has(lower) || organisationWords.has(lower) || notNames.has(lower))
      return false
  }
  const one = first.lower.replace(/s$/, '')
  if (one !== first.lower && (organisationWords.has(one) || roleWords.has(one))) return false
  if (offices.has(last.lower) || fields.has(first.lower) || peopleWords.has(first.lower) || roleWords.has(first.lower))
    return false
  if (next.tag === 'VERB') return to - from > 1 || !/ing$/.test(next.lower)
  return (
    (next.tag === 'AUX' && to - from > 1) ||
    (next.text === ',' && /^(?:who|\d\d|a|an|the|whose)$/.test(tokens[to + 1]?.lower ?? ''))
  )
}

function opens(tokens: readonly Token[], from: number): boolean {
  const before = tokens[from - 1]
  return !before || before.text === ',' || before.tag === 'SCONJ' || before.tag === 'CCONJ' || before.quote >= 0
}

const notNames = new Set(
  'the a an this that these those it he she they we i you my his her their our its there here what who when where why how if but and or so yet for nor no not all some many most few several each every both either neither one two three four five six seven eight nine ten another such other after before since until while because although though as in on at by to from with without under over into about against during according however meanwhile also then now today yesterday tomorrow yes earlier later'.split(
    ' ',
  ),
)
