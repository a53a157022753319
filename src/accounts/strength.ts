import type { ZxcvbnFactory } from '@zxcvbn-ts/core'
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { Refused, TooSoon } from '../refused.ts'
import { networkOf } from '../web/network.ts'
import { passwordLeast } from './schema.ts'

/*
 * How easy a password is to guess for an attacker who tries common passwords, words, names, dates and keyboard rows
 * first.
 */

/** The number of characters scored: the time grows with the square of the length. Further characters do no harm. */
const judged = 40
/** One symbol may stand for several letters; trying more readings takes ten times as long and finds the same. */
const readings = 10
/** The lowest sufficient score of the library's five. */
const enough = 4

/** What the password may not be based on, besides common words. */
export type About = { email?: string; name?: string }

/** `degree` from 0 to 4, where 4 is enough; and a sentence for the person who chooses it. */
export type Strength = { degree: number; isEnough: boolean; sentence: string }

export async function judgePassword(password: string, about: About = {}): Promise<Strength> {
  if (password.length < passwordLeast) {
    const missing = passwordLeast - password.length
    const sentence = `Too short: ${missing} more ${missing === 1 ? 'character is' : 'characters are'} needed.`
    return { degree: 0, isEnough: false, sentence }
  }
  const judge = await (loading ??= load())
  const { score, feedback } = judge.check(password.slice(0, judged), wordsOf(about))
  if (score >= enough) return { degree: score, isEnough: true, sentence: 'Hard to guess: good.' }
  const why = feedback.warning ?? 'few words, or a pattern, that are tried early'
  return { degree: score, isEnough: false, sentence: `Too easy to guess: ${why}. ${whatToDo}` }
}

/** Throws Refused if the password is too easy to guess; every function that sets a password calls this first. */
export async function refuseWeak(password: string, about: About = {}): Promise<void> {
  const { isEnough, sentence } = await judgePassword(password, about)
  if (!isEnough) throw new Refused({ password: sentence })
}

/**
 * Each scoring takes up to a twentieth of a second, and anybody may ask: the limits per minute, for one network and for
 * all.
 */
const mostAsked = { network: 60, all: 240 }

/** For checks while somebody types. Throws TooSoon. */
export function limitJudging() {
  const ofNetwork = new RateLimiterMemory({ points: mostAsked.network, duration: 60 })
  const ofAll = new RateLimiterMemory({ points: mostAsked.all, duration: 60 })
  return async function take(address: string): Promise<void> {
    try {
      await ofNetwork.consume(networkOf(address))
      await ofAll.consume('all')
    } catch (refused) {
      if (!(refused instanceof RateLimiterRes)) throw refused
      const seconds = Math.max(1, Math.ceil(refused.msBeforeNext / 1000))
      throw new TooSoon(seconds, {
        form: `Too many passwords were tried here. It is judged again in ${seconds} seconds`,
      })
    }
  }
}

const whatToDo = 'Take four or more words that have nothing to do with each other, or let a password manager choose'

/** An attacker who knows the account tries its own words, and those of this desk, first. */
function wordsOf({ email = '', name = '' }: About): string[] {
  const own = [email, name].flatMap((text) => [text, ...text.split(/[^\p{L}\p{N}]+/u)])
  return [...own, 'on record', 'onrecord', 'newsroom'].filter((word) => word.length > 2).slice(0, 50)
}

let loading: Promise<ZxcvbnFactory> | undefined

/** The word lists take 30 MB and a fifth of a second, so they are loaded when the first password is chosen. */
async function load(): Promise<ZxcvbnFactory> {
  const [{ ZxcvbnFactory }, common, english] = await Promise.all([
    import('@zxcvbn-ts/core'),
    import('@zxcvbn-ts/language-common'),
    import('@zxcvbn-ts/language-en'),
  ])
  return new ZxcvbnFactory({
    dictionary: { ...common.dictionary, ...english.dictionary },
    graphs: common.adjacencyGraphs,
    translations: { ...english.translations, warnings },
    l33tMaxSubstitutions: readings,
    maxLength: judged,
  })
}

const warnings = {
  straightRow: 'a row of keys is tried early',
  keyPattern: 'a pattern on the keyboard is tried early',
  simpleRepeat: 'a repeated character is tried early',
  extendedRepeat: 'words or signs that are repeated are tried early',
  sequences: 'a row such as abc or 123 is tried early',
  recentYears: 'years are tried early',
  dates: 'dates are tried early',
  topTen: 'it is one of the ten most common passwords',
  topHundred: 'it is one of the hundred most common passwords',
  common: 'it is one of the most common passwords',
  similarToCommon: 'it is like one of the most common passwords',
  wordByItself: 'a single word is tried early',
  namesByThemselves: 'names are tried early',
  commonNames: 'names are tried early',
  userInputs: 'it is made of what is known of you or of this desk',
  pwned: 'it is known from a leak',
}
