import type { Stretch } from './matching.ts'
import type { Pack } from './pack.ts'

/**
 * Where whoever speaks begins behind a place or an occasion that no comma ends: «На брифинге в среду министр». Only where
 * nouns have no articles; an office in the first case tells it.
 */
export function behindPlace(text: string, { start, end }: Stretch, begins: RegExp, pack: Pack): number | undefined {
  if (!pack.bareNouns || pack.noCapitals) return undefined
  const words = text.slice(start, end)
  if (!begins.test(words)) return undefined
  const found = [...words.matchAll(/[\p{L}-]+/gu)]
  const office = found.findIndex(({ 0: word }, at) => at > 1 && pack.offices.includes(word))
  let from = office
  while (from > 1 && adjective.test(found[from - 1]![0])) from--
  // «В новый завод»: all of it is the place.
  return from > 1 ? start + found[from]!.index : undefined
}

/** A preposition at the beginning. */
export const beginsWithPlace = ({ prepositions }: Pack) => new RegExp(`^(?:${prepositions})(?!\\p{L})`, 'iu')

const adjective = /^\p{Ll}+(?:ый|ий|ая|яя|ые|ие)$/u
