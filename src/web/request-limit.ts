import './request.ts'
import { createHash } from 'node:crypto'
import type { Request, RequestHandler } from 'express'
import createError from 'http-errors'
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { networkOf } from '../accounts/guesses.ts'
import { wantsJson } from './answer.ts'
import { tokenOf } from './bearer.ts'
import { cookieName } from './session.ts'

const seconds = 60
/** What the desk's own pages ask for while somebody types comes from one address for a whole newsroom. */
const forTheDesk = 10

/**
 * So many requests a minute from a program: a token, or a network address. Every answer says how many are left. People
 * who read pages are not counted: a whole school may share an address.
 */
export function limitRequests(perMinute: number): RequestHandler {
  const limits = {
    programs: new RateLimiterMemory({ points: perMinute, duration: seconds }),
    desk: new RateLimiterMemory({ points: perMinute * forTheDesk, duration: seconds }),
  }

  return async (req, res, next) => {
    if (!isProgram(req)) return next()
    const policy = req.headers.cookie?.includes(`${cookieName}=`) ? 'desk' : 'programs'
    const { points } = limits[policy]
    const { remainingPoints, msBeforeNext, isRefused } = await take(limits[policy], keyOf(req))
    const wait = Math.ceil(msBeforeNext / 1000)
    res.set({
      'RateLimit-Policy': `"${policy}";q=${points};w=${seconds}`,
      RateLimit: `"${policy}";r=${remainingPoints};t=${wait}`,
    })
    if (!isRefused) return next()
    req.isForPrograms = true
    res.set('Retry-After', String(Math.max(1, wait)))
    next(createError(429, `More than ${points} requests came within a minute. Wait ${wait} seconds, then go on slower`))
  }
}

function isProgram(req: Request): boolean {
  return tokenOf(req) !== undefined || wantsJson(req) || req.accepts(['html', 'application/ld+json']) !== 'html'
}

async function take(limit: RateLimiterMemory, key: string) {
  try {
    const { remainingPoints, msBeforeNext } = await limit.consume(key)
    return { remainingPoints, msBeforeNext, isRefused: false }
  } catch (refused) {
    if (!(refused instanceof RateLimiterRes)) throw refused
    return { remainingPoints: 0, msBeforeNext: refused.msBeforeNext, isRefused: true }
  }
}

function keyOf(req: Request): string {
  const token = tokenOf(req)
  return token === undefined ? networkOf(req.ip ?? '') : createHash('sha256').update(token).digest('base64url')
}
