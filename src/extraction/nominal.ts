import { possessives } from './lexicon/small-words.ts'
import type { Token } from './reading/token.ts'

/** Pronouns that may stand where a noun does. */
export const standing = new Set(
  'some those many one others all both another several most few none everyone anyone someone nobody everybody each neither either any this that these half more she he they it who which'.split(
    ' ',
  ),
)

/** Whether a word may be part of a noun phrase. */
export function isNominal(token: Token): boolean {
  switch (token.tag) {
    case 'NOUN':
    case 'PROPN':
    case 'NUM':
    case 'ADJ':
    case 'DET':
    case 'POSS':
    case 'SYM':
    case 'X':
      return true
    case 'PRON':
      return standing.has(token.lower) || possessives.has(token.lower)
    case 'PUNCT':
      return (
        token.text === '-' ||
        token.text === '/' ||
        token.text === '&' ||
        token.text === "'" ||
        token.text === '’' ||
        token.text === '%' ||
        token.text === '$' ||
        token.text === '#' ||
        token.text === '@'
      )
    default:
      return false
  }
}
