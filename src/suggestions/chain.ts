import type { Hop, HopDate, HopSource, Statement } from '../extraction/statement.ts'
import { readPartialDate } from '../words/partial-date.ts'
import { type Step, writeChain } from '../statements/chain-line.ts'
import { formatDate } from '../words/dates.ts'

/** A suggestion's way to the page, in the same words as a recorded statement's. */
export function suggestedChain({ hops }: Statement, publisher?: string): string {
  return writeChain(hops.map(stepOf), publisher)
}

/** The name or, for who isn't named, the description; null where the text hides who it is. */
export function calledAs({ anonymity, name, description, mention }: HopSource): string | null {
  if (anonymity === 'unstated') return null
  return (anonymity === 'described' ? (description ?? name) : name) ?? mention
}

function stepOf({ source, cue, addressee, place, medium, date }: Hop): Step {
  const name = calledAs(source)
  // A transcript's colon is no word to say it with.
  const word = cue && /\p{L}/u.test(cue.text) ? cue.text : null
  return {
    who: name !== null && source.role ? `${name} (${source.role})` : name,
    cue: word,
    addressee,
    place,
    when: date && inWords(date),
    // By mouth is how saying is done; only another way is worth its words.
    medium: medium === 'speech' ? null : medium,
  }
}

function inWords({ text, iso, precision }: HopDate): string {
  const [, year, week] = /^(\d{4})-W(\d{2})$/.exec(iso) ?? []
  if (year !== undefined && week !== undefined) return `in week ${Number(week)} of ${year}`
  const date = readPartialDate(iso)
  // A season has no name of its own in the data; the text's is the one to trust.
  if (!date || precision === 'season') return `“${text}”`
  return `${date.precision === 'day' ? 'on' : 'in'} ${formatDate(date.on, date.precision)}`
}
