import type { SourceKind } from '../database/client/enums.ts'
import { lettersApart, wordsOfName } from './spelling.ts'

/** The values of a source that are compared; names and titles also folded. */
export type Likened = {
  name: string
  folded: string
  kind: SourceKind
  wikidataId: string | null
  aliases: { name: string; folded: string }[]
  roles: { title: string; folded: string }[]
}

/** Why two sources are probably one, in words; otherwise undefined. Their order does not matter. */
export function likeness(one: Likened, other: Likened): string | undefined {
  // Two Wikidata ids mean two sources.
  if (one.wikidataId !== null && other.wikidataId !== null) return undefined
  if (one.folded === other.folded)
    return one.name === other.name ? 'the same name' : 'the same name except for accents or capitals'
  return (
    sharedAlias(one, other) ??
    sameWords(one, other) ??
    withInitials(one, other) ??
    withInitials(other, one) ??
    oneLetter(one, other) ??
    acronym(one, other) ??
    acronym(other, one) ??
    sameOffice(one, other)
  )
}

function sharedAlias(one: Likened, other: Likened): string | undefined {
  const names = (source: Likened) => [{ name: source.name, folded: source.folded }, ...source.aliases]
  const known = new Set(names(other).map(({ folded }) => folded))
  const shared = names(one).find(({ folded }) => known.has(folded))
  if (!shared) return undefined
  if ([one.folded, other.folded].includes(shared.folded)) return 'the name of one is another name of the other'
  return `both are also called “${shared.name}”`
}

function sameWords(one: Likened, other: Likened): string | undefined {
  const [words, others] = [wordsOfName(one.folded), wordsOfName(other.folded)]
  if (words.length === 0 || others.length === 0) return undefined
  if (words.join(' ') === others.join(' ')) return 'the same name except for punctuation'
  const without = (all: string[]) => (all[0] === 'the' ? all.slice(1) : all).join(' ')
  if (without(words) === without(others)) return 'the same name except for “the”'
  return words.toSorted().join(' ') === others.toSorted().join(' ') ? 'the same words in another order' : undefined
}

/** "Z. Kabulov" and "Zamir Kabulov". */
function withInitials(short: Likened, full: Likened): string | undefined {
  if (short.kind !== 'person' || full.kind !== 'person') return undefined
  const [given, names] = [wordsOfName(short.folded), wordsOfName(full.folded)]
  if (given.pop() !== names.pop() || given.length === 0 || names.length === 0) return undefined
  if (given.some((word) => [...word].length > 1) || given.length > names.length) return undefined
  return given.every((initial, i) => names[i]?.startsWith(initial)) ? 'initials and the full name' : undefined
}

function oneLetter(one: Likened, other: Likened): string | undefined {
  if (Math.min(one.folded.length, other.folded.length) < 5) return undefined
  // "Witness 1" and "Witness 2" are meant to be two.
  if (one.folded.replace(/\D/g, '') !== other.folded.replace(/\D/g, '')) return undefined
  if (lettersApart(one.folded, other.folded, 1) !== 1) return undefined
  const isSwap = one.folded.length === other.folded.length && sameLetters(one.folded, other.folded)
  return isSwap ? 'two letters are swapped' : 'one letter differs'
}

function sameLetters(one: string, other: string): boolean {
  return [...one].toSorted().join('') === [...other].toSorted().join('')
}

const smallWords = new Set(['of', 'the', 'and', 'for', 'on', 'in', 'to', 'de', 'du', 'des', 'la', 'le', 'der', 'und'])

/** The initials of a body's words, often used as its short name. */
export function initialsOf(folded: string): string | undefined {
  const words = wordsOfName(folded).filter((word) => !smallWords.has(word))
  return words.length < 2 ? undefined : words.map((word) => [...word][0]).join('')
}

function acronym(short: Likened, full: Likened): string | undefined {
  if (short.kind === 'person' || full.kind === 'person') return undefined
  const initials = initialsOf(full.folded)
  return initials !== undefined && wordsOfName(short.folded).join('') === initials
    ? `“${short.name}” are the first letters of “${full.name}”`
    : undefined
}

function sameOffice(one: Likened, other: Likened): string | undefined {
  if (one.kind !== 'person' || other.kind !== 'person') return undefined
  if (wordsOfName(one.folded).at(-1) !== wordsOfName(other.folded).at(-1)) return undefined
  const titles = new Set(other.roles.map(({ folded }) => folded))
  const shared = one.roles.find(({ folded }) => folded !== '' && titles.has(folded))
  return shared && `the same surname and the same role, “${shared.title}”`
}
