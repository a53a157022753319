/*
 * Claims of many kinds and their edits, made from a seed: for tests of what finds the same claim again among very many.
 */

const begins = 'Ber Hol Mar Tol Kes Ond Wex Lin Pav Sor Dra Gil Hau Jor Nys Val'.split(' ')
const ends = 'man stad ova berg inen ton wyn qvist escu aard ides ski nikov hara oso etti'.split(' ')
const deeds = [
  'closed',
  'sold',
  'inspected',
  'promised to repair',
  'refused to pay for',
  'secretly photographed',
  'insured',
  'blamed the storm for',
  'overcharged customers of',
  'doubled the price of',
  'stopped the building of',
  'lost the records of',
  'reopened',
  'banned lorries from',
  'measured the pollution of',
  'evacuated',
]
const things = [
  'the northern quay',
  'two ferries',
  'the children’s hospital',
  'the old viaduct',
  'a dairy farm near Wexcombe',
  'the stadium’s east stand',
  'the water works',
  'seven primary schools',
  'the coal harbour',
  'a fleet of trams',
  'the lighthouse',
  'the opera house',
  'the chemical plant at Stenness',
  'forty allotments',
  'the airport’s second runway',
  'the museum’s archive',
]
const when = [
  'in March 2019',
  'before the election',
  'during the heat wave',
  'after a tip from a neighbour',
  'for the third time in a year',
  'without telling the council',
  'against the advice of engineers',
  'at a cost of 12 million',
  'within six weeks',
  'on Christmas Eve',
  'while the strike lasted',
  'at the request of the police',
  'despite a court order',
  'in May 2022',
  'for reasons of safety',
  'with money from the fund',
]
const filler = 'quietly allegedly finally eventually nearly formally partly officially hastily openly'.split(' ')

/** Any of 2^28 claims by its number: who has a name, as in most claims, and neighbours have little in common. */
export function madeClaim(number: number): string {
  const mixed = Math.imul(number + 1, 0x9e3779b1) >>> 0
  const word = (list: string[], bits: number) => list[(mixed >>> bits) & 15] ?? ''
  const name = `${word(begins, 8)}${word(ends, 12)}`
  return `${name} ${word(deeds, 16)} ${word(things, 20)} ${word(when, 24)}, ${word(begins, 28)}${word(ends, 4)} said`
}

/** Words of made syllables, of which the hundred-thousandth is about as rare as in a newspaper. */
const vocabulary = 100_000
const [consonants, vowels] = ['bdfgklmnprstvzjhcwxy', 'aeiou']
/** Words of one story are a third of a claim's, and so many claims are of one. */
const [ofStory, perStory] = [0.33, 40]

/** The word of this rank: frequent ones are short, and no two begin with the same six letters. */
function wordOf(rank: number): string {
  let word = ''
  for (let rest = rank + 1; rest > 0; rest = Math.floor(rest / 100))
    word += `${consonants[rest % 20] ?? ''}${vowels[Math.floor(rest / 20) % 5] ?? ''}`
  return word
}

/** From 0 to 1, the same for the same numbers. */
function chance(one: number, other: number): number {
  let mixed = Math.imul(one + 1, 0x9e3779b1) ^ Math.imul(other + 1, 0x85ebca6b)
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x2c1b3c6d)
  mixed = Math.imul(mixed ^ (mixed >>> 12), 0x297a2d39)
  return ((mixed ^ (mixed >>> 15)) >>> 0) / 2 ** 32
}

/** As often as in a language: a word's share of a text is one in its rank (Zipf and Mandelbrot). */
function drawn(at: number): string {
  return wordOf(Math.floor(2.7 * ((vocabulary + 2.7) / 2.7) ** at - 2.7))
}

/** A claim by its number, its words as frequent and as rare as those of news, many of them its story's. */
export function naturalClaim(number: number): string {
  const story = Math.floor(number / perStory)
  const length = 8 + Math.floor(chance(number, 0) * 17)
  const words = Array.from({ length }, (_, i) =>
    chance(number, 1000 + i) < ofStory
      ? drawn(0.4 + 0.6 * chance(-1 - story, Math.floor(chance(number, 2000 + i) * 12)))
      : drawn(chance(number, 1 + i)),
  )
  return words.join(' ')
}

type Edits = Record<string, (sentence: string, seed: number) => string>

/** The same claim as another newsroom would put it. */
export const edits = editsWith((seed) => filler[seed % filler.length] ?? '')
/** The same with words that are as frequent and as rare as the claim's own. */
export const naturalEdits = editsWith((seed) => drawn(chance(seed, 3000)))

function editsWith(other: (seed: number) => string): Edits {
  return {
    same: (sentence) => `${sentence.toUpperCase()}.`,
    'one word more': (sentence, seed) =>
      sentence
        .split(' ')
        .toSpliced(2 + (seed % 3), 0, other(seed))
        .join(' '),
    'a tenth changed': (sentence, seed) => changed(sentence, 0.1, seed, other),
    'three tenths changed': (sentence, seed) => changed(sentence, 0.3, seed, other),
    'another order': (sentence) => {
      const words = sentence.split(' ')
      return [...words.slice(-3), ...words.slice(0, -3)].join(' ')
    },
  }
}

function changed(sentence: string, share: number, seed: number, other: (seed: number) => string): string {
  const words = sentence.split(' ')
  const count = Math.max(1, Math.round(words.length * share))
  for (let i = 0; i < count; i++) words[(seed * 7 + i * 3) % words.length] = other(seed + i)
  return words.join(' ')
}
