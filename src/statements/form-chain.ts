import { readTypedDate, sayIso } from '../words/typed-date.ts'
import { type Step, writeChain } from './chain-sentence.ts'

/*
 * Served to the browser as it is: the sentence for a form's steps, shown while somebody types. It imports
 * only what is served, too.
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

/** "on 7 October 2021" for a date as somebody types it; nothing while it is none. */
function sayWhen(said: string): string | null {
  const typed = readTypedDate(said)
  return typed.is === 'date' ? `${typed.iso.length === 10 ? 'on' : 'in'} ${sayIso(typed.iso)}` : null
}
