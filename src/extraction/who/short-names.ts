import type { Token } from '../reading/token.ts'

/** "the World Health Organization (WHO)": each by what it stands for. */
export function shortNamesIn(text: string, tokens: readonly Token[]): [short: string, name: string][] {
  const found: [string, string][] = []
  for (let at = 2; at + 1 < tokens.length; at++) {
    const [open, short, close] = [tokens[at - 1]!, tokens[at]!, tokens[at + 1]!]
    if (open.text !== '(' || close.text !== ')' || !/^\p{Lu}[\p{Lu}\d&]{1,7}s?$/u.test(short.text)) continue
    const letters = Array.from(short.text.replace(/[^\p{Lu}]/gu, ''))
    let from = at - 2
    while (from >= 0 && from > at - 12 && /^(?:\p{Lu}|of|for|and|the|on|in|&)/u.test(tokens[from]!.text)) from--
    const words = tokens.slice(from + 1, at - 1)
    const first = words.findLastIndex(
      ({ text }, index) => text.startsWith(letters[0]!) && words.length - index >= letters.length,
    )
    if (first >= 0) found.push([short.text, text.slice(words[first]!.start, words.at(-1)!.end)])
  }
  return found
}
