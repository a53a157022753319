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

/** As many characters as a line of a list's cell surely holds at 1280 px. */
const mostInLine = 38

/**
 * For a list's row of two lines, which names the publisher elsewhere: who said it to whom, and who passed it on last, with
 * the steps between them counted. Where and when are left to its page; of a longer chain also to whom, then the verb, then
 * who passed it on.
 */
export function foldChain(steps: readonly Step[]): string {
  const [origin, ...relays] = steps.map((step) => ({
    ...step,
    place: null,
    when: null,
    medium: null,
    translated: false,
  }))
  if (!origin) return 'The text in its own words'
  const last = relays.at(-1)
  const passedOn = last ? [...countOf(relays.length - 1), who(last)] : []
  const told = [
    [firstOf(origin), ...passedOn],
    ...(isSaidOfListener(origin) ? [] : [[firstOf({ ...origin, addressee: null }), ...passedOn]]),
    [who(origin), ...passedOn],
    [who(origin), ...countOf(relays.length)],
  ].map((parts) => parts.join(' → '))
  return told.find((words) => countLines(words) <= 2) ?? told.at(-1) ?? ''
}

function countLines(words: string): number {
  let [lines, length] = [1, 0]
  for (const word of words.split(' ')) {
    if (length > 0 && length + 1 + word.length > mostInLine) [lines, length] = [lines + 1, 0]
    length += (length > 0 ? 1 : 0) + word.length
  }
  return lines
}

function countOf(steps: number): string[] {
  return steps === 0 ? [] : [`${steps} more ${steps === 1 ? 'step' : 'steps'}`]
}

function firstOf(origin: Step): string {
  const { cue, addressee } = origin
  if (/^according to$/i.test(cue ?? '')) return `According to ${who(origin)}${circumstances(origin)}`
  if (isSaidOfListener(origin)) return `${addressee} ${cue} by ${who(origin)}${circumstances(origin)}`
  return `${who(origin)} ${said(origin)}${circumstances(origin)}`
}

/** "Reporters were told by …" */
function isSaidOfListener({ cue, addressee }: Step): boolean {
  return Boolean(addressee) && /^(?:was|were|is|are|(?:has|have|had) been)\b/i.test(cue ?? '')
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
