import { createHash } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import type pg from 'pg'
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible'
import { TooSoon } from '../refused.ts'
import { networkOf } from '../web/network.ts'

/*
 * Limits on guessing passwords. A stranger who guesses is stopped where they are; the person whose password it is can
 * always sign in elsewhere, a few seconds later at worst, and where they have signed in before as if nobody had guessed.
 */
export type GuessLimits = {
  /** So many wrong ones from one network address in so many minutes, whosever they are. */
  address: { failures: number; minutes: number }
  /** From the so-manieth on for one account from one address, each doubles the wait. */
  pair: { failures: number; seconds: number; mostSeconds: number }
  /** From the so-manieth on for one account from anywhere, each answer takes longer. */
  account: { failures: number; mostSeconds: number }
  /** Keeps an answer back; a test has other things to do. */
  pause: (milliseconds: number) => Promise<unknown>
}

export const guessLimits: GuessLimits = {
  address: { failures: 20, minutes: 15 },
  pair: { failures: 5, seconds: 30, mostSeconds: 15 * 60 },
  account: { failures: 10, mostSeconds: 5 },
  pause,
}

/** Who guesses: for which account, from where, and in which browser if that account signed in there before. */
export type Guesser = { email: string; address: string; knownBrowser?: string | undefined }

export type Guesses = {
  /** Does `check` and counts it where it finds nothing. Throws TooSoon, unchecked, where there were too many. */
  limit<T>(who: Guesser, check: () => Promise<T | undefined>): Promise<T | undefined>
}

export function limitGuesses(pool: pg.Pool, { address, pair, account, pause }: GuessLimits = guessLimits): Guesses {
  const byAddress = limiter(pool, 'address', address.failures, address.minutes * 60, { tidies: true })
  const byAccount = limiter(pool, 'account', account.failures, 15 * 60)
  // Counted for a day, so that the waits go on growing …
  const byPair = limiter(pool, 'pair', pair.failures, 24 * 60 * 60)
  // … while this one lets through one guess in each of them.
  const turns = limiter(pool, 'turn', 1, pair.seconds)

  return {
    async limit(who, check) {
      const network = networkOf(who.address)
      const pairKey = keyOf(who.email, who.knownBrowser ?? network)
      const waiting = await turns.get(pairKey)
      if (waiting && waiting.msBeforeNext > 0) throw tooSoon(waiting.msBeforeNext)

      // Each guess is counted before it is looked at and taken back if it was right, so that many at once are too many.
      if (who.knownBrowser === undefined) await take(byAddress.consume(keyOf(network)))
      const { consumedPoints: nth } = await byPair.penalty(pairKey)
      if (nth >= pair.failures) {
        const customDuration = Math.min(pair.seconds * 2 ** Math.min(nth - pair.failures, 20), pair.mostSeconds)
        await take(turns.consume(pairKey, 1, { customDuration }))
      }
      if (who.knownBrowser === undefined) {
        const { consumedPoints } = await byAccount.penalty(keyOf(who.email))
        const beyond = consumedPoints - account.failures
        if (beyond > 0) await pause(Math.min(beyond * 500, account.mostSeconds * 1000))
      }

      const found = await check()
      if (found !== undefined) {
        await byPair.delete(pairKey)
        await turns.delete(pairKey)
        if (who.knownBrowser === undefined) {
          await byAddress.reward(keyOf(network))
          await byAccount.reward(keyOf(who.email))
        }
      }
      return found
    },
  }
}

/** What counts in the table of guesses; one of them at least has to tidy it. */
export function limiter(pool: pg.Pool, keyPrefix: string, points: number, duration: number, { tidies = false } = {}) {
  return new RateLimiterPostgres({
    // Its named statements would collide in the embedded database, where all connections share one session.
    storeClient: { query: ({ text, values }: pg.QueryConfig) => pool.query({ text, values: values ?? [] }) },
    storeType: 'pool',
    tableName: 'Guess',
    tableCreated: true,
    clearExpiredByTimeout: tidies,
    keyPrefix,
    points,
    duration,
  })
}

async function take(consumed: Promise<RateLimiterRes>): Promise<void> {
  await consumed.catch((refused: unknown) => {
    throw refused instanceof RateLimiterRes ? tooSoon(refused.msBeforeNext) : refused
  })
}

function tooSoon(milliseconds: number): TooSoon {
  const seconds = Math.max(1, Math.ceil(milliseconds / 1000))
  const minutes = Math.ceil(seconds / 60)
  const wait = seconds < 60 ? count(seconds, 'second') : count(minutes, 'minute')
  return new TooSoon(seconds, {
    form: `Too many wrong passwords came from here. Try again in ${wait}; nothing was checked this time`,
  })
}

function count(number: number, one: string): string {
  return `${number} ${one}${number === 1 ? '' : 's'}`
}

/** Neither whose password is guessed nor from where can be read from the table. */
function keyOf(...parts: string[]): string {
  return createHash('sha256').update(parts.join('\0')).digest('base64url')
}
