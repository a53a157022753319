import type { Hop, HopDate, HopSource, Statement } from '../extraction/statement.ts'
import { readPartialDate } from '../words/partial-date.ts'
import { type Step, writeChain } from '../statements/chain-sentence.ts'
import { formatDate } from '../words/dates.ts'

/** A suggestion's chain, in the same words as a recorded statement's. */
export function suggestedChain({ hops }: Statement, publisher?: string): string {
  return writeChain(hops.map(stepOf), publisher)
}

/** The name or, for a person without one, the description; null if the text hides who it is. */
export function calledAs({ anonymity, name, description, mention }: HopSource): string | null {
  if (anonymity === 'unstated') return null
  return (anonymity === 'described' ? (description ?? name) : name) ?? mention
}

function stepOf({ source, cue, addressee, place, medium, date }: Hop): Step {
  const name = calledAs(source)
  // A transcript's colon is no verb of saying.
  const word = cue && /\p{L}/u.test(cue.text) ? cue.text : null
  return {
    who: name !== null && source.role ? `${name} (${source.role})` : name,
    cue: word,
    addressee,
    place,
    when: date && inWords(date),
    // Speaking is the default; only another medium is worth mentioning.
    medium: medium === 'speech' ? null : medium,
  }
}

function inWords({ text, iso, precision }: HopDate): string {
  const [, year, week] = /^(\d{4})-W(\d{2})$/.exec(iso) ?? []
  if (year !== undefined && week !== undefined) return `in week ${Number(week)} of ${year}`
  const date = readPartialDate(iso)
  // The data have no name for a season, so the text's own is used.
  if (!date || precision === 'season') return `“${text}”`
  return `${date.precision === 'day' ? 'on' : 'in'} ${formatDate(date.on, date.precision)}`
}
