import { possessives } from './lexicon/small-words.ts'
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
