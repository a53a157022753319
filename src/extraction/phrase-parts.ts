import { possessives, weekdays } from './lexicon/small-words.ts'
import { roleWords } from './lexicon/source-words.ts'
import type { Token } from './reading/token.ts'

/** "those surveyed", "voters interviewed": what was done to them says who they are. */
export function isAskedOne({ tag, lower }: Token, left: Token): boolean {
  return (
    (tag === 'VERB' || tag === 'ADJ') &&
    /^(?:surveyed|polled|interviewed|questioned|affected|involved|canvassed|contacted|present|charged|arrested)$/.test(
      lower,
    ) &&
    (/^(?:those|some|many|most|all|people|women|men)$/.test(left.lower) ||
      (left.tag === 'NOUN' && left.lower.endsWith('s')))
  )
}

/** "a diplomat briefed on the talks": why they would know belongs to who they are. */
export const knowing =
  /^(?:briefed|involved|familiar|close|privy|present|interviewed|based|seen|obtained|reviewed|viewed|leaked|commissioned|published|released|conducted|led|funded|written|compiled|kept|held|filed|gathered|collected)$/

export function quoteBegin(tokens: readonly Token[], at: number, floor: number): number {
  const quote = tokens[at]!.quote
  let begin = at
  while (begin > floor && tokens[begin - 1]!.quote === quote && at - begin < 10) begin--
  return begin
}

export function quoteEnd(tokens: readonly Token[], at: number, ceiling: number): number {
  const quote = tokens[at]!.quote
  let end = at
  while (end < ceiling && tokens[end]!.quote === quote) end++
  return end
}

export function openingBracket(tokens: readonly Token[], at: number, floor: number): number {
  for (let open = at; open >= floor && open > at - 14; open--) if (tokens[open]!.text === '(') return open
  return -1
}

/** An article or possessive pronoun begins a noun phrase. */
export function closesLeft(token: Token): boolean {
  return (
    (token.tag === 'DET' && token.lower !== 'all' && token.lower !== 'both') ||
    (token.tag === 'PRON' && possessives.has(token.lower))
  )
}

/** "by night", "last week’s": when, and not who. */
export function isTime(phrase: readonly Token[]): boolean {
  const { lower, tag } = headOf(phrase)
  return tag === 'NUM' || weekdays.has(lower) || times.has(lower)
}

const times = new Set(
  `january february march april june july august september october november december christmas easter night day dawn dusk
  noon midday midnight morning afternoon evening daylight moonlight now then today tomorrow yesterday tonight end time week month
  year weekend spring summer autumn winter half mid-morning`.split(/\s+/),
)

/** The noun of a phrase, before what describes it further. */
export function headOf(phrase: readonly Token[]): Token {
  const further = phrase.findIndex(
    ({ tag, text, lower }, at) => at > 0 && (tag === 'ADP' || text === ',' || /^(?:who|which|that)$/.test(lower)),
  )
  return phrase[(further > 0 ? further : phrase.length) - 1]!
}

const madeFor =
  /^(?:for|by|to|in|at|with|on|from|before|out|up|off|over|among|inside|within|around|between|across|after|during|under)$/

/** "a paper prepared for ministers", "a report before the court": what a document is for, or who has it. */
export function isMadeFor(tokens: readonly Token[], at: number): boolean {
  const [noun, made, preposition] = [tokens[at - 2], tokens[at - 1], tokens[at]!]
  if (!madeFor.test(preposition.lower) || !made) return false
  // "a message circulating in the town"
  if (/^(?:circulating|appearing|living|standing|working|based)$/.test(made.lower) && noun?.tag === 'NOUN') return true
  return (
    made.tag === 'VERB' &&
    made.quote < 0 &&
    /(?:ed|wn|en|pt|ade|ld)$|^(?:read|sent|put|left)$/.test(made.lower) &&
    !!noun &&
    noun.tag === 'NOUN' &&
    !roleWords.has(noun.lower) &&
    !isCueSubjectBreak(tokens, at - 1)
  )
}

export function isCueSubjectBreak(tokens: readonly Token[], at: number): boolean {
  return /^(?:said|says|say|told)$/.test(tokens[at]!.lower)
}

/** "Corrie last night vowed", "the party yesterday rejected", "Bello on his part disclosed": where the time before a verb begins; -1 without one. */
export function timeBefore(tokens: readonly Token[], to: number): number {
  const [first, second, last] = [tokens[to - 3]?.lower ?? '', tokens[to - 2]?.lower ?? '', tokens[to - 1]?.lower ?? '']
  if (/^(?:yesterday|today|tonight)$/.test(last) && tokens[to - 2] && tokens[to - 2]!.text !== ',') return to - 1
  if (/^(?:last|this)$/.test(second) && /^(?:night|week|month|year|morning|evening|afternoon|weekend)$/.test(last))
    return to - 2
  return /^(?:on|for)$/.test(first) && /^(?:his|her|its|their)$/.test(second) && last === 'part' ? to - 3 : -1
}

/** "The complaint, by Devi Castellane, who led it, says", "A spokesman, replying on behalf of its founder, …": the comma before an aside whose name begins at `from`; -1 without one. */
export function asideBefore(tokens: readonly Token[], from: number): number {
  let at = from - 1
  while (at > 0 && at > from - 6 && (/^(?:ADP|ADV)$/.test(tokens[at]!.tag) || /ing$|^behalf$/.test(tokens[at]!.lower)))
    at--
  const first = tokens[at + 1]
  const opens = first && (/^(?:by|on)$/.test(first.lower) || (first.tag === 'VERB' && /ing$/.test(first.lower)))
  return opens && at < from - 1 && at > 0 && tokens[at]!.text === ',' ? at : -1
}
