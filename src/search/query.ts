import { readPartialDate } from '../words/partial-date.ts'

/*
 * The query language of the search box. Pure: turns a text into terms, and back.
 */

/** The search prefixes and their values, for the page that explains them. */
export const operators = {
  by: 'who said it first',
  via: 'through whom it came',
  in: 'who published it, or the title it stands under',
  said: 'when it was said: a year, a month or a day',
  rating: 'what was found when it was checked',
  topic: 'what it is about',
} as const

export type Operator = keyof typeof operators
export type TermKind = Operator | 'word' | 'phrase'
export type Term = { kind: TermKind; text: string; not: boolean }
/** The terms understood, and a sentence for each problem. */
export type Query = { terms: Term[]; problems: string[] }

export const longestQuery = 1000
export const mostTerms = 30

const quotes = /["“”„]/
/** A minus, a prefix with its colon, and words in quotes (to the end if none closes them) or up to the next space. */
const term = /(-*)(?:(\p{L}{1,20}):(?!\/\/))?(?:["“”„]([^"“”„]*)["“”„]?|([^\s"“”„]+))?/uy

export function parseQuery(q: string): Query {
  const terms: Term[] = []
  const problems: string[] = []
  let at = 0
  while (at < q.length) {
    term.lastIndex = at
    const [whole = '', minus = '', name, quoted, bare] = term.exec(q) ?? []
    if (whole === '') {
      at += String.fromCodePoint(q.codePointAt(at) ?? 32).length
      continue
    }
    at += whole.length
    const found = readTerm({ not: minus !== '', name, quoted: quoted?.trim(), bare }, problems)
    if (found) terms.push(found)
  }
  return { terms, problems }
}

type Read = { not: boolean; name: string | undefined; quoted: string | undefined; bare: string | undefined }

function readTerm({ not, name, quoted, bare }: Read, problems: string[]): Term | undefined {
  const text = quoted ?? bare ?? ''
  if (name === undefined) {
    if (!sayable.test(text)) return undefined
    return quoted === undefined ? { kind: 'word', text: text.replace(/^-+/, ''), not } : { kind: 'phrase', text, not }
  }
  const operator = name.toLowerCase()
  if (!isOperator(operator)) {
    const known = Object.keys(operators).map((known) => `${known}:`)
    problems.push(
      `There is no “${name}:” here, so it was searched for as it stands. There is ${known.slice(0, -1).join(', ')} and ${known.at(-1)}`,
    )
    if (quoted === undefined) return { kind: 'word', text: `${name}:${text}`, not }
    return { kind: 'phrase', text: `${name}: ${text}`.trim(), not }
  }
  if (!sayable.test(text)) {
    problems.push(`After “${name}:” comes ${operators[operator]}, without a space: ${examples[operator]}`)
    return undefined
  }
  if (operator === 'said' && !readPartialDate(text)) {
    problems.push(`There is no date “${text.slice(0, 40)}”. Write it as said:2021, said:2021-10 or said:2021-10-07`)
    return undefined
  }
  return { kind: operator, text, not }
}

/** A character that can be part of a word. */
const sayable = /[\p{L}\p{N}]/u

export const examples: Record<Operator, string> = {
  by: 'by:"Zamir Kabulov"',
  via: 'via:"Russian media"',
  in: 'in:"Coast Wire"',
  said: 'said:2021-10',
  rating: 'rating:false',
  topic: 'topic:harbour',
}

export function isOperator(name: string): name is Operator {
  return Object.hasOwn(operators, name)
}

/** The text that `parseQuery` reads as these terms. */
export function writeQuery(terms: readonly Term[]): string {
  return terms.map(writeTerm).join(' ')
}

function writeTerm({ kind, text, not }: Term): string {
  const minus = not ? '-' : ''
  if (kind === 'word') return minus + text
  if (kind === 'phrase') return `${minus}"${text}"`
  const isPlain = /^[\p{L}\p{N}]/u.test(text) && !/\s/.test(text) && !quotes.test(text)
  return `${minus}${kind}:${isPlain ? text : `"${text}"`}`
}

export function isSameTerm(one: Term, other: Term): boolean {
  return one.kind === other.kind && one.not === other.not && one.text === other.text
}
