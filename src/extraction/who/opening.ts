import type { Token } from '../reading/token.ts'

/** A longer subject is a clause. */
const longest = 14

/** The subject with which a sentence opens, with what stands beside it between commas: "The owner, Nordline," */
export function subjectOf(tokens: readonly Token[]): readonly Token[] {
  const from = afterOpening(tokens)
  const first = tokens[from]
  if (!first || !mayBegin(first)) return []
  let to = from
  while (to < tokens.length && to - from <= longest) {
    const token = tokens[to]!
    if (token.quote >= 0 || /^(?:VERB|AUX)$/.test(token.tag)) break
    if (/^(?:who|which|whose|that)$/.test(token.lower) && to > from) return withoutComma(tokens.slice(from, to))
    if (/^[:;()—–]$/.test(token.text)) return []
    to++
  }
  const verb = tokens[to]
  if (!verb || to - from > longest || verb.quote >= 0 || /ing$|^\p{Lu}/u.test(verb.text)) return []
  return withoutComma(tokens.slice(from, to))
}

/** Over "But", "However," and "On Monday,". */
function afterOpening(tokens: readonly Token[]): number {
  const from = /^(?:but|and|yet|so)$/.test(tokens[0]?.lower ?? '') ? 1 : 0
  const first = tokens[from]
  if (!first || !/^(?:ADP|ADV)$/.test(first.tag)) return from
  const comma = tokens.findIndex(({ text, quote }, at) => at > from && at < from + longest && text === ',' && quote < 0)
  return comma < 0 ? tokens.length : comma + 1
}

function mayBegin({ tag, lower, quote }: Token): boolean {
  if (quote >= 0 || /(?:ing|ed)$/.test(lower)) return false
  return /^(?:DET|PROPN|NOUN|ADJ|NUM)$/.test(tag) || /^(?:his|her|its|their|our|my)$/.test(lower)
}

function withoutComma(tokens: readonly Token[]): readonly Token[] {
  let to = tokens.length
  while (to > 0 && /^(?:,|ADV)$/.test(tokens[to - 1]!.text === ',' ? ',' : tokens[to - 1]!.tag)) to--
  return tokens.slice(0, to)
}
