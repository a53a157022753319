import { type Step, writeChain } from './chain-sentence.ts'

/*
 * Served to the browser as it is: the sentence for a form's steps, shown while somebody types. Imports nothing but
 * chain-sentence.ts.
 */

/** A step as the form sends it; empty fields may be missing. */
export type StepValues = Partial<Record<'naming' | 'source' | 'description' | 'cue' | 'addressee', unknown>> &
  Partial<Record<'place' | 'said' | 'medium' | 'translated', unknown>>

/** The chain of a form as one sentence, without empty steps. */
export function sayChain(steps: readonly StepValues[], publisher?: string): string {
  return writeChain(steps.filter(isBegun).map(toStep), publisher)
}

/** Whether a step already says anything about the speaker. */
export function isBegun({ naming, source, description, cue }: StepValues): boolean {
  return naming === 'unstated' || text(source) !== null || text(description) !== null || text(cue) !== null
}

function toStep({ naming, source, description, cue, addressee, place, said, medium, translated }: StepValues): Step {
  const who = naming === 'unstated' ? null : naming === 'described' ? text(description) : text(source)
  const by = text(medium)
  return {
    who,
    cue: text(cue),
    addressee: text(addressee),
    place: text(place),
    when: sayWhen(text(said) ?? ''),
    medium: by === 'speech' ? null : by,
    translated: [true, 'true', 'on', '1'].includes(translated as string),
  }
}

function text(value: unknown): string | null {
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null
}

/** "on 7 October 2021" for "2021-10-07"; nothing for an incomplete date. */
function sayWhen(said: string): string | null {
  const [, year, month, day] = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(said) ?? []
  if (year === undefined) return null
  const on = new Date(`${year}-${month ?? '01'}-${day ?? '01'}T00:00:00Z`)
  if (Number.isNaN(on.getTime())) return null
  const parts: Intl.DateTimeFormatOptions = { year: 'numeric', timeZone: 'UTC' }
  if (month) parts.month = 'long'
  if (day) parts.day = 'numeric'
  return `${day ? 'on' : 'in'} ${new Intl.DateTimeFormat('en-GB', parts).format(on)}`
}
