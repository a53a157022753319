import type { Polarity, StatementAct } from '../database/client/enums.ts'
import { quoted } from '../words/quoted.ts'
import { takesListener, unnamed } from './chain-sentence.ts'

/** Whoever said it first, as far as a heading tells of them. */
type Origin = { who: string | null; cue: string | null; addressee: string | null }
type Told = {
  /** Null where the document says it in its own voice. */
  origin: Origin | null
  publisher: string
  act: StatementAct
  polarity: Polarity
  words: string
}

/** More would be no heading: the passage below has all of it. */
const mostWords = 140

/**
 * Who, how and to whom, and the words: "A Western diplomat doubted “that the Taliban would travel at all”". The verb is the
 * one printed; where none is, or where it hides that nothing was said, the verb of the act.
 */
export function writeHeadline({ origin, publisher, act, polarity, words }: Told): string {
  const said = quoted(words, mostWords)
  if (!origin) return `${publisher} ${verbs[act][polarity]} ${said}`
  const { cue, addressee } = origin
  const who = origin.who ?? unnamed
  const verb = verbs[act][polarity]
  if (cue === null || (polarity === 'negative' && !tellsOfSilence.test(cue)))
    return capital(`${who} ${to(verb, addressee)} ${said}`)
  if (/^according to$/i.test(cue)) return `According to ${who}: ${said}`
  if (isPassive.test(cue))
    return capital(addressee ? `${addressee} ${cue} by ${who}: ${said}` : `${who} ${cue}: ${said}`)
  if (/ly$/i.test(cue)) return capital(`${who} ${cue.toLowerCase()} ${to(verb, addressee)} ${said}`)
  if (beginsBeside.test(cue)) return capital(`${who}, ${cue}: ${said}`)
  return capital(`${who} ${to(cue, addressee)} ${said}`)
}

/** What each act is called where no verb was printed. */
const verbs: Record<StatementAct, Record<Polarity, string>> = {
  says: { positive: 'said', negative: 'did not say' },
  asks: { positive: 'asked', negative: 'did not ask' },
  answers: { positive: 'answered', negative: 'did not answer' },
  denies: { positive: 'denied', negative: 'did not deny' },
  promises: { positive: 'promised', negative: 'did not promise' },
  warns: { positive: 'warned', negative: 'did not warn' },
  confirms: { positive: 'confirmed', negative: 'did not confirm' },
  declines: { positive: 'declined to say', negative: 'declined to say' },
}

/** A printed verb that itself says that nothing was said. */
const tellsOfSilence =
  /\b(?:not|never|no|nobody|neither|without|declin\w*|refus\w*|silent|avoid\w*|evad\w*)\b|n[’']t\b/i
const isPassive = /^(?:was|were|is|are|(?:has|have|had) been)\b/i
/** "in a letter" is no verb. */
const beginsBeside = /^(?:in|on|at|by|via|per|through|over|during|from|as)\b/i

function to(verb: string, addressee: string | null): string {
  if (!addressee) return verb
  return takesListener.test(verb) ? `${verb} ${addressee}` : `${verb} to ${addressee}`
}

export function capital(sentence: string): string {
  const [first = ''] = sentence
  return first.toLocaleUpperCase('en') + sentence.slice(first.length)
}
