import { createHash } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import type pg from 'pg'
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible'
import { TooSoon } from '../refused.ts'
import { networkOf } from '../web/network.ts'

/*
 * Limits on guessing passwords. A stranger is stopped at their own address. The account's owner can always sign in
 * elsewhere, at worst a few seconds later, and in a known browser without any delay.
 */
export type GuessLimits = {
  /** The number of wrong guesses from one network address within some minutes, for any account. */
  address: { failures: number; minutes: number }
  /** After this many for one account from one address, each wrong guess doubles the wait. */
  pair: { failures: number; seconds: number; mostSeconds: number }
  /** After this many for one account from anywhere, each answer takes longer. */
  account: { failures: number; mostSeconds: number }
  /** Delays an answer; tests replace it. */
  pause: (milliseconds: number) => Promise<unknown>
}

export const guessLimits: GuessLimits = {
  address: { failures: 20, minutes: 15 },
  pair: { failures: 5, seconds: 30, mostSeconds: 15 * 60 },
  account: { failures: 10, mostSeconds: 5 },
  pause,
}

/** The guesser: the account, the address, and the browser if that account has signed in there before. */
export type Guesser = { email: string; address: string; knownBrowser?: string | undefined }

export type Guesses = {
  /** Runs `check` and counts it if it finds nothing. Throws TooSoon, without checking, after too many. */
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

      // Each guess is counted before it is checked and uncounted if it was right, so that many at once are too many.
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

/** A counter in the table of guesses; at least one of them has to clear old rows. */
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

/** The table reveals neither the account nor the address. */
function keyOf(...parts: string[]): string {
  return createHash('sha256').update(parts.join('\0')).digest('base64url')
}
