import { createHmac, randomBytes } from 'node:crypto'
import type pg from 'pg'
import { RateLimiterRes } from 'rate-limiter-flexible'
import { limiter } from '../accounts/guesses.ts'
import { networkOf } from '../web/network.ts'
import type { Database } from '../database/connect.ts'
import { Refused, TooSoon } from '../refused.ts'
import { isSameSecret } from '../web/same-secret.ts'
import { findNextNumber, findOptionalSent, receiveChallenge } from './challenges.ts'
import type { NewChallenge } from './schema.ts'
import { keyOf, type Target } from './targets.ts'

/*
 * Limits spam without an account, a cookie, JavaScript or an external service: a stamp in the form, a field that only
 * programs fill in, and limits per hour and day. docs/decisions/challenges.md gives the reasons.
 */
export type ChallengeLimits = {
  /** The limits for one network address, or one /64 of IPv6. */
  hour: number
  day: number
  /** When this many wait in the whole newsroom, no more are accepted. */
  waiting: number
}

export const challengeLimits: ChallengeLimits = { hour: 5, day: 20, waiting: 200 }

const dayLong = 24 * 60 * 60

export type Reception = ReturnType<typeof openReception>

export function openReception(db: Database, pool: pg.Pool, secret: string, limits: ChallengeLimits) {
  const ofHour = limiter(pool, 'challenge-hour', limits.hour, 60 * 60)
  const ofDay = limiter(pool, 'challenge-day', limits.day, dayLong)
  const sign = (...parts: string[]) => createHmac('sha256', secret).update(`challenge ${JSON.stringify(parts)}`)

  function makeStamp(target: Target): string {
    const text = `${randomBytes(18).toString('base64url')}.${Date.now().toString(36)}`
    return `${text}.${sign('stamp', keyOf(target), text).digest('base64url')}`
  }

  function isGood(target: Target, stamp: string): boolean {
    const [number = '', time = '', signature = ''] = stamp.split('.')
    const text = `${number}.${time}`
    const age = Date.now() - parseInt(time, 36)
    return isSameSecret(signature, sign('stamp', keyOf(target), text).digest('base64url')) && age < dayLong * 1000
  }

  async function count(address: string): Promise<void> {
    // Keyed, since there are few enough addresses to try them all.
    const key = sign('address', networkOf(address)).digest('base64url')
    for (const limit of [ofHour, ofDay]) {
      await limit.consume(key).catch((refused: unknown) => {
        throw refused instanceof RateLimiterRes ? tooMany(refused.msBeforeNext) : refused
      })
    }
  }

  return {
    makeStamp,

    /** For a form that comes back with errors: its own stamp, or a new one if that is no longer valid. */
    keepStamp: (target: Target, stamp: unknown) =>
      typeof stamp === 'string' && isGood(target, stamp) ? stamp : makeStamp(target),

    /** Returns the number and the secret of a challenge; a form sent twice gets the same ones. */
    async takeIn(target: Target, { stamp, subject, address, ...given }: NewChallenge & { address: string }) {
      if (!isGood(target, stamp)) throw new Refused({ form: tooOld })
      // Made from the form and its words, it is the same when they come again, and need not be stored.
      const followSecret = sign('follow', keyOf(target), stamp, JSON.stringify(given)).digest('base64url')
      const known = await findOptionalSent(db, followSecret)
      if (known) return { id: known.id, secret: followSecret }
      await count(address)
      // Anyone who fills in the invisible field gets the usual answer, and has no reason to try something else.
      if (subject) return { id: await findNextNumber(db), secret: followSecret }
      const { id } = await receiveChallenge(db, target, {
        ...given,
        secret: followSecret,
        mostWaiting: limits.waiting,
      })
      return { id, secret: followSecret }
    },
  }
}

const tooOld =
  'This form was open for more than a day, or was not opened here. Your words are still below: send them again'

function tooMany(milliseconds: number): TooSoon {
  const seconds = Math.max(1, Math.ceil(milliseconds / 1000))
  const minutes = Math.ceil(seconds / 60)
  const wait = minutes > 90 ? `${Math.ceil(minutes / 60)} hours` : `${minutes} ${minutes === 1 ? 'minute' : 'minutes'}`
  return new TooSoon(seconds, {
    form: `Too many challenges came from where you are. Try again in ${wait}. Your words are still below: keep a copy of them`,
  })
}
