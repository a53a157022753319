import { foldName } from '../words/names.ts'
import { lettersApart, wordsOfName } from '../sources/spelling.ts'

/** Words that a sentence can have or lack without changing its meaning. */
export const smallWords = new Set(
  'a an the that this these those of in on at to for by from with and as has have had is are was were be been'.split(
    ' ',
  ),
)

/** Words that reverse a sentence's meaning, in the most frequent languages; "n’t" is folded to "t". */
const turning = new Set(
  'not no never none nobody nothing nor neither without t cannot denies denied deny false nicht kein keine nie ne pas non jamais nao nunca ni'.split(
    ' ',
  ),
)

/** How many words one sentence may have that the other lacks. */
const mostMore = 2

/**
 * Why two claims probably say the same, in words; otherwise undefined. Their order does not matter. Another order of
 * words changes the meaning, and so do other numbers and denials.
 */
export function likeness(one: string, other: string): string | undefined {
  const [all, others] = [wordsOfName(foldName(one)), wordsOfName(foldName(other))]
  if (all.length === 0 || others.length === 0) return undefined
  if (all.join(' ') === others.join(' ')) return 'the same words'
  if (turns(all) !== turns(others) || numbers(all) !== numbers(others)) return undefined

  const [words, otherWords] = [
    all.filter((word) => !smallWords.has(word)),
    others.filter((word) => !smallWords.has(word)),
  ]
  if (words.length < 2 || otherWords.length < 2) return undefined
  if (words.join(' ') === otherWords.join(' ')) return 'the same but for small words'
  if (isSpeltOtherwise(words, otherWords)) return 'one word is spelt otherwise'
  const [short, long] = words.length < otherWords.length ? [words, otherWords] : [otherWords, words]
  return hasFewMore(short, long) ? 'the one has a few words more' : undefined
}

/** What speaks against that two sentences say the same, however many words they share; otherwise undefined. */
export function difference(one: string, other: string): string | undefined {
  const [all, others] = [wordsOfName(foldName(one)), wordsOfName(foldName(other))]
  if (turns(all) !== turns(others)) return 'one of them denies it'
  return numbers(all) === numbers(others) ? undefined : 'the numbers differ'
}

function turns(words: string[]): string {
  return words.filter((word) => turning.has(word)).join(' ')
}

function numbers(words: string[]): string {
  return words.filter((word) => /\d/.test(word)).join(' ')
}

function isSpeltOtherwise(words: string[], others: string[]): boolean {
  if (words.length !== others.length) return false
  const different = words.flatMap((word, i) => (word === others[i] ? [] : [[word, others[i] ?? ''] as const]))
  const [only] = different
  if (!only || different.length > 1) return false
  return Math.min(only[0].length, only[1].length) >= 5 && lettersApart(only[0], only[1], 2) <= 2
}

/** Whether the long one has all words of the short one in their order, and few others. */
function hasFewMore(short: string[], long: string[]): boolean {
  if (short.length < 4 || long.length - short.length > mostMore) return false
  let at = 0
  for (const word of long) if (word === short[at]) at++
  return at === short.length
}
