/** One step of a chain, in the words that a sentence shows. */
export type Step = {
  who: string | null
  cue: string | null
  addressee: string | null
  place: string | null
  /** With its preposition: "on 7 October 2021". */
  when: string | null
  medium: string | null
  translated?: boolean
}

/** The name of somebody about whom the text says nothing. */
export const unnamed = 'someone not named'

/** The whole chain as one sentence, from the origin outwards; without a publisher it ends with the last step. */
export function writeChain(steps: readonly Step[], publisher?: string): string {
  const [origin, ...relays] = steps
  if (!origin) return `${publisher ?? 'The text'} says so in its own words`
  const passedOn = relays.map(
    (step) => `passed on by ${who(step)}${step.cue ? ` (“${step.cue}”)` : ''}${circumstances(step)}`,
  )
  return [firstOf(origin), ...passedOn, ...(publisher === undefined ? [] : [`published by ${publisher}`])].join(' → ')
}

/**
 * For a list's row, which names the publisher elsewhere: who said it and who passed it on last, with the steps between them
 * counted. Its page has them all.
 */
export function foldChain(line: string): string {
  const [origin = '', ...relays] = line.split(' → ').slice(0, line.includes(' → ') ? -1 : 1)
  if (relays.length < 2) return [origin, ...relays].join(' → ')
  const between = relays.length - 1
  return [origin, `${between} more ${between === 1 ? 'step' : 'steps'}`, relays.at(-1)].join(' → ')
}

function firstOf(origin: Step): string {
  const { cue, addressee } = origin
  if (/^according to$/i.test(cue ?? '')) return `According to ${who(origin)}${circumstances(origin)}`
  const isPassive = /^(?:was|were|is|are|(?:has|have|had) been)\b/i.test(cue ?? '')
  if (isPassive && addressee) return `${addressee} ${cue} by ${who(origin)}${circumstances(origin)}`
  return `${who(origin)} ${said(origin)}${circumstances(origin)}`
}

/** Verbs that take their listener as an object: "told reporters", but "said to reporters". */
export const takesListener =
  /\b(tell|tells|told|telling|ask|asks|asked|inform|informs|informed|assured?|warn|warns|warned|reminded|briefed|urged|promised?|promises)$/i

function said({ cue, addressee }: Step): string {
  const word = cue ?? 'said'
  if (!addressee) return word
  return takesListener.test(word) ? `${word} ${addressee}` : `${word} to ${addressee}`
}

function circumstances({ place, when, medium, translated }: Step): string {
  return [
    place ? ` in ${place}` : '',
    when ? ` ${when}` : '',
    medium ? `, ${/^(in|on|at|by|via|through|over|during|from)\b/i.test(medium) ? '' : 'by way of '}${medium}` : '',
    translated ? ', translated' : '',
  ].join('')
}

function who(step: Step): string {
  return step.who ?? unnamed
}
