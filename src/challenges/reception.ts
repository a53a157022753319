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
 * What keeps challenges clean without an account, a cookie, JavaScript or anybody else's service: a stamp in the form, a
 * field that only programs fill in, and so many an hour and a day. docs/decisions/challenges.md says why these.
 */
export type ChallengeLimits = {
  /** So many from one network address, an IPv6 /64 being one. */
  hour: number
  day: number
  /** So many wait in the whole newsroom before no more are taken in. */
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

    /** Of a form that comes back to be mended: the stamp that it has, or a new one where that is none of ours any more. */
    keepStamp: (target: Target, stamp: unknown) =>
      typeof stamp === 'string' && isGood(target, stamp) ? stamp : makeStamp(target),

    /** Gives the number and the secret by which it is followed; what is sent twice is the same one. */
    async takeIn(target: Target, { stamp, subject, address, ...given }: NewChallenge & { address: string }) {
      if (!isGood(target, stamp)) throw new Refused({ form: tooOld })
      // Made of the form and its words, it is the same when they come again, and nobody has to store it.
      const followSecret = sign('follow', keyOf(target), stamp, JSON.stringify(given)).digest('base64url')
      const known = await findOptionalSent(db, followSecret)
      if (known) return { id: known.id, secret: followSecret }
      await count(address)
      // Whoever filled in what nobody sees is told the same as everybody else, and has no reason to try otherwise.
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
