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

/** The same claim as another newsroom would put it. */
export const edits: Record<string, (sentence: string, seed: number) => string> = {
  same: (sentence) => `${sentence.toUpperCase()}.`,
  'one word more': (sentence, seed) => inserted(sentence, seed),
  'a tenth changed': (sentence, seed) => changed(sentence, 0.1, seed),
  'three tenths changed': (sentence, seed) => changed(sentence, 0.3, seed),
  'another order': (sentence) => {
    const words = sentence.split(' ')
    return [...words.slice(-3), ...words.slice(0, -3)].join(' ')
  },
}

function inserted(sentence: string, seed: number): string {
  const words = sentence.split(' ')
  words.splice(2 + (seed % 3), 0, filler[seed % filler.length] ?? '')
  return words.join(' ')
}

function changed(sentence: string, share: number, seed: number): string {
  const words = sentence.split(' ')
  const count = Math.max(1, Math.round(words.length * share))
  for (let i = 0; i < count; i++) words[(seed * 7 + i * 3) % words.length] = filler[(seed + i) % filler.length] ?? ''
  return words.join(' ')
}
