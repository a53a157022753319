import { findVerb } from '../lexicon/verbs.ts'
import { particles } from '../lexicon/offices.ts'
import { mensNames, personTitles, roleWords, womensNames } from '../lexicon/source-words.ts'
import { mendVerbs } from './mended-verbs.ts'
import type { Token } from './token.ts'

/** What the tagger often takes for something else: stops after common words, surnames that are verbs, bodies called WHO. */
export function mendWords(tokens: readonly Token[]): Token[] {
  const mended = withStops(tokens)
  mendNames(mended)
  mendCapitals(mended)
  return mended
}

/** Common words that are also written as abbreviations. */
const common = new Set(
  'ill no so sat sun fig art may mar gal ham mass wash miss pa in be do go mill arm cap chap col con dist ed hon'.split(
    ' ',
  ),
)
const opening = new Set(
  'the a an he she it they we i but and in on at his her their its our my this that these those there if when while after before what who how why some many most no not yet so for as by police officials'.split(
    ' ',
  ),
)
const neverLast =
  /^(?:mr|mrs|ms|dr|prof|sen|rep|gov|gen|col|lt|maj|capt|cmdr|sgt|rev|hon|st|mt|vs|cf|no|nos|pp|vol|fig)\.$/

/** "he was ill. The judge", "Acme Inc. The firm": a stop that the tagger left with its word ends the sentence. */
function withStops(tokens: readonly Token[]): Token[] {
  const result: Token[] = []
  for (let at = 0; at < tokens.length; at++) {
    const [token, next] = [tokens[at]!, tokens[at + 1]]
    if (!endsWithStop(token, next)) {
      result.push(token)
      continue
    }
    const end = token.end - 1
    result.push({ ...token, text: token.text.slice(0, -1), lower: token.lower.slice(0, -1), end })
    result.push({ text: '.', lower: '.', start: end, end: token.end, tag: 'PUNCT', quote: -1 })
  }
  return result
}

function endsWithStop({ text, lower, end }: Token, next: Token | undefined): boolean {
  if (/^[ghlm]\.$/.test(text) && next && next.start > end) return /^\p{Lu}/u.test(next.text) && opening.has(next.lower)
  if (text.length < 3 || !text.endsWith('.') || text.endsWith('..')) return false
  const bare = lower.slice(0, -1)
  if (!next) return /^\p{Ll}+$/u.test(text.slice(0, -1)) && common.has(bare)
  if (next.start === end || !/^[\p{Lu}“"‘'\d]/u.test(next.text)) return false
  if (opening.has(next.lower) && /^\p{Lu}/u.test(next.text)) return !neverLast.test(lower) || text === lower
  return common.has(bare) && text === lower && /^[\p{Lu}“"‘]/u.test(next.text)
}

/** "Mr. Welch said": a surname that is also a verb is a name after a title or a name; what follows "according to" is no verb. */
function mendNames(tokens: readonly Token[]) {
  mendNouns(tokens)
  mendRelatives(tokens)
  mendVerbs(tokens)
  mendCalled(tokens)
  for (const token of tokens) if (/^I['’]/.test(token.text)) token.tag = 'PRON'
  const [first, second] = [tokens[0], tokens[1]]
  for (const [at, token] of tokens.entries())
    if (
      token.tag === 'VERB' &&
      /^\p{Lu}/u.test(token.text) &&
      /^(?:Street|Road|Square|Palace|House|College)$/.test(tokens[at + 1]?.text ?? '')
    )
      token.tag = 'PROPN'
  if (first && second?.lower === 'that' && findVerb(first.lower)?.forms.includes('ing')) first.tag = 'VERB'
  for (let at = 0; at < tokens.length - 1; at++)
    if (isNameByPlace(tokens, at) || isOddName(tokens, at)) tokens[at]!.tag = 'PROPN'
  for (let at = 1; at < tokens.length - 1; at++) {
    const [before, token, next] = [tokens[at - 1]!, tokens[at]!, tokens[at + 1]!]
    if (token.tag === 'VERB' && before.lower === 'to' && tokens[at - 2]?.lower === 'according') token.tag = 'NOUN'
    if (token.tag !== 'VERB' && token.tag !== 'ADJ') continue
    if (token.lower === 'lead' && next.tag === 'NOUN' && /^(?:said|says|,)$/.test(before.lower)) token.tag = 'ADJ'
    if (!/^\p{Lu}\p{Ll}/u.test(token.text)) continue
    if (token.tag === 'VERB' && before.tag === 'DET') token.tag = 'PROPN'
    if (before.tag !== 'PROPN') continue
    if (/^(?:VERB|AUX)$/.test(next.tag) && /^\p{Ll}/u.test(next.text)) token.tag = 'PROPN'
    if (personTitles.has(before.lower) || /^(?:said|says|told|,)$/.test(next.lower) || findVerb(next.lower))
      token.tag = 'PROPN'
  }
}

/** "Jolly said": before a verb of saying, a capital at the beginning of a sentence is somebody's. */
function isOddName(tokens: readonly Token[], at: number): boolean {
  const [before, first, second] = [tokens[at - 1], tokens[at]!, tokens[at + 1]!]
  return (
    /^(?:ADV|ADJ|INTJ)$/.test(first.tag) &&
    (!before || /[.?!…:"”’'–—]$/.test(before.text)) &&
    /^\p{Lu}\p{Ll}{2}/u.test(first.text) &&
    /^(?:said|says|told|added)$/.test(second.lower) &&
    second.quote === first.quote &&
    !/^(?:also|then|later|earlier|once|never|often|again|still|just|only|not|even|so|thus|here|nobody|others|some|many|most|few|both|all|none|more|another|several|elsewhere|afterwards?)$/.test(
      first.lower,
    )
  )
}

/** "a carmaker which accounts for half of them", "earlier work by the team". */
function mendRelatives(tokens: readonly Token[]) {
  for (let at = 1; at < tokens.length - 1; at++) {
    const [before, token, next] = [tokens[at - 1]!, tokens[at]!, tokens[at + 1]!]
    if (
      token.tag === 'NOUN' &&
      /^(?:which|who)$/.test(before.lower) &&
      /[^s]s$/.test(token.lower) &&
      next.tag === 'ADP'
    )
      token.tag = 'VERB'
    if (token.lower === 'half' && next.lower === 'of') token.tag = 'NOUN'
    if (token.lower === 'work' && token.tag === 'VERB' && /^(?:earlier|previous|recent)$/.test(before.lower))
      token.tag = 'NOUN'
  }
}

/** "A lineman named Ed Sorrel said": the name belongs to the noun, and nobody names anybody. */
function mendCalled(tokens: readonly Token[]) {
  for (let at = 2; at < tokens.length - 1; at++) {
    const [noun, token, next] = [tokens[at - 1]!, tokens[at]!, tokens[at + 1]!]
    if (!isCalled(token) || token.tag !== 'VERB' || noun.tag !== 'NOUN' || !/^\p{Lu}/u.test(next.text)) continue
    if (!tokens.slice(Math.max(0, at - 5), at - 1).some(({ lower }) => /^(?:an?|one|another)$/.test(lower))) continue
    let to = at + 2
    while (tokens[to] && (tokens[to]!.tag === 'PROPN' || particles.has(tokens[to]!.lower))) to++
    const after = tokens[to]
    const opens = !tokens.slice(Math.max(0, at - 12), at).some(({ tag }) => /^(?:VERB|AUX)$/.test(tag))
    if (opens ? /^(?:VERB|AUX)$/.test(after?.tag ?? '') || after?.text === ',' : after?.lower !== 'as')
      token.tag = 'ADJ'
  }
}

/** Whether it stands between what somebody is and their name. */
export function isCalled({ lower }: Token): boolean {
  return lower === 'named' || lower === 'called' || lower === 'nicknamed'
}

/** "a campaign stop", "the club strike": behind "a" and a noun, no verb of the present has this form. */
function mendNouns(tokens: readonly Token[]) {
  for (let at = 2; at < tokens.length; at++) {
    const [article, noun, token] = [tokens[at - 2]!, tokens[at - 1]!, tokens[at]!]
    if (token.tag === 'VERB' && /^an?$/.test(article.lower) && noun.tag === 'NOUN' && alsoNouns.has(token.lower))
      token.tag = 'NOUN'
  }
}

const alsoNouns = new Set(
  'stop rally fight vote race drive talk visit walk march strike attack protest debate report appeal launch tour plan review bid hunt probe watch call show speech claim answer demand offer record trial'.split(
    ' ',
  ),
)

/** "Colorado Springs", "Lynch said": a verb with a capital among small letters, or before a verb of its own. */
function isNameByPlace(tokens: readonly Token[], at: number): boolean {
  const [before, token, next, after] = [tokens[at - 1], tokens[at]!, tokens[at + 1]!, tokens[at + 2]]
  if (token.tag !== 'VERB' || !/^\p{Lu}\p{Ll}/u.test(token.text) || next.quote !== token.quote) return false
  if (next.tag === 'POSS') return true
  // "Ted Lomas said"
  if (next.tag === 'PROPN' && (mensNames.has(token.lower) || womensNames.has(token.lower))) return true
  if (next.tag === 'PROPN' && roleWords.has(before?.lower ?? '')) return true
  if (before && before.quote === token.quote && /^(?:\p{Ll}|,$)/u.test(before.text))
    return (
      /^(?:said|says)$/.test(before.lower) ||
      !/^\p{Lu}/u.test(next.text) ||
      (before.text === ',' && next.tag === 'PROPN' && after?.text === ',')
    )
  // "Lorna Peck of Leeds"
  if (before?.tag === 'PROPN' && next.lower === 'of' && (womensNames.has(before.lower) || mensNames.has(before.lower)))
    return true
  if (before?.tag === 'PROPN') return /^(?:that|,)$/.test(next.text) && isTold(tokens, at)
  if (before && !/[.?!…:"”’'–—]$/.test(before.text)) return false
  if (/ing$/.test(token.lower) || !/^\p{Ll}|^,$/u.test(next.text)) return false
  if (next.text === ',') return /^(?:who|\d\d)$/.test(after?.lower ?? '')
  return (
    /^(?:said|says|told|tells|has|had|is|was|will|would|did|also)$/.test(next.lower) ||
    !!findVerb(next.lower)?.forms.some((form) => form === 'past' || form === 's')
  )
}

/** Whether a verb in small letters stands shortly before: in a headline there is none. */
function isTold(tokens: readonly Token[], at: number): boolean {
  return tokens.slice(Math.max(0, at - 12), at).some(({ tag, text }) => tag === 'VERB' && /^\p{Ll}/u.test(text))
}

/** "The WHO", "the US", "IT": capitals among small letters are no pronouns. */
function mendCapitals(tokens: readonly Token[]) {
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at]!
    if (!/^(?:WHO|US|IT|ME|WE|AS|IN|OR|AM|ALL|CAN|MAY|WILL)$/.test(token.text)) continue
    const [before, next] = [tokens[at - 1], tokens[at + 1]]
    if (isShouted(before) || isShouted(next)) continue
    token.lower = token.text
    token.tag = 'PROPN'
  }
}

function isShouted(token: Token | undefined): boolean {
  return !!token && /^\p{Lu}{2,}$/u.test(token.text)
}
