import type { NewStatement } from '../statements/schema.ts'

/** Whether what is recorded differs, in its words or its chain, from what was suggested. */
export function isMended(given: NewStatement, suggested: NewStatement): boolean {
  // A program may name places in place of words.
  const worded = given.quote === '' ? { ...given, quote: suggested.quote } : given
  return JSON.stringify(essence(worded)) !== JSON.stringify(essence(suggested))
}

function essence({ quote, act, polarity, hops }: NewStatement) {
  const words = hops.map(({ naming, source, description, cue, addressee, place, medium, said }) => [
    naming,
    source,
    description,
    cue,
    addressee,
    place,
    medium,
    said ?? null,
  ])
  // A form has room for more steps than are needed.
  const written = words.filter((step, i) => step.slice(1).some((value) => value) || hops[i]?.naming !== 'named')
  return [quote.replace(/\s+/g, ' '), act, polarity, written]
}
