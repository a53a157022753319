import { lettersApart, wordsOfName } from '../sources/spelling.ts'

type Likened = { name: string; folded: string; aliases: { name: string; folded: string }[] }

/** Why two topics are probably one, in words; otherwise undefined. Their order does not matter. */
export function likeness(one: Likened, other: Likened): string | undefined {
  const names = [one, other].map(({ folded, aliases }) => [folded, ...aliases.map((alias) => alias.folded)])
  const shared = names[0]?.find((name) => names[1]?.includes(name))
  if (shared !== undefined) return `“${shared}” is a name of both`

  const [words, others] = [wordsOfName(one.folded), wordsOfName(other.folded)]
  if (words.length === 0 || others.length === 0) return undefined
  if (words.join(' ') === others.join(' ')) return 'the same name except for punctuation'
  if (words.map(singular).join(' ') === others.map(singular).join(' ')) return 'one is plural, the other singular'
  if (words.toSorted().join(' ') === others.toSorted().join(' ')) return 'the same words in another order'

  const isLong = Math.min(one.folded.length, other.folded.length) >= 5
  // "Budget 2024" and "Budget 2025" are meant to be two.
  const sameNumbers = one.folded.replace(/\D/g, '') === other.folded.replace(/\D/g, '')
  return isLong && sameNumbers && lettersApart(one.folded, other.folded, 1) === 1 ? 'one letter differs' : undefined
}

function singular(word: string): string {
  if (word.length > 4 && word.endsWith('ies')) return `${word.slice(0, -3)}y`
  if (/(?:ses|xes|zes|ches|shes)$/.test(word)) return word.slice(0, -2)
  return word.length > 3 && /[^s]s$/.test(word) ? word.slice(0, -1) : word
}
