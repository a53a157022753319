import './request.ts'
import { createHash } from 'node:crypto'
import { BlockList, isIP, isIPv6 } from 'node:net'
import type { Request, RequestHandler } from 'express'
import createError from 'http-errors'
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { networkOf } from './network.ts'
import type { Config } from '../config.ts'
import { tokenOf } from './tokens.ts'
import { chooseFormat, pageWithLinkedData } from './negotiation.ts'

const seconds = 60
/** The desk's pages send requests while somebody types, and a whole newsroom may share one address. */
const forTheDesk = 10

type Limits = Pick<Config, 'requestsPerMinute' | 'readerRequestsPerMinute' | 'trustProxy'>

/**
 * Limits requests per minute from a program, by token or network address; every answer says how many are left. Readers
 * without an account are counted, too, with a limit that no school behind one address reaches. It has to run after
 * everything that identifies the user, so that a false claim counts as a stranger.
 */
export function limitRequests({ requestsPerMinute, readerRequestsPerMinute, trustProxy }: Limits): RequestHandler {
  const limits = {
    programs: new RateLimiterMemory({ points: requestsPerMinute, duration: seconds }),
    desk: new RateLimiterMemory({ points: requestsPerMinute * forTheDesk, duration: seconds }),
    readers: new RateLimiterMemory({ points: readerRequestsPerMinute, duration: seconds }),
  }

  return async (req, res, next) => {
    const policy = policyFor(req)
    if (policy === undefined || (policy === 'readers' && trustProxy === 0 && isFromUnknownProxy(req))) return next()
    const { points } = limits[policy]
    const { remainingPoints, msBeforeNext, isRefused } = await take(limits[policy], keyOf(req))
    const wait = Math.max(1, Math.ceil(msBeforeNext / 1000))
    if (policy !== 'readers') {
      res.set({
        'RateLimit-Policy': `"${policy}";q=${points};w=${seconds}`,
        RateLimit: `"${policy}";r=${remainingPoints};t=${wait}`,
      })
    }
    if (!isRefused) return next()
    if (policy !== 'readers') req.isForPrograms = true
    res.set('Retry-After', String(wait))
    next(createError(429, `More than ${points} requests came within a minute. Wait ${wait} seconds, then go on slower`))
  }
}

/** People who are signed in read pages uncounted. */
function policyFor(req: Request): 'programs' | 'desk' | 'readers' | undefined {
  const isProgram =
    req.bearsToken ||
    req.isForPrograms ||
    req.dataForm !== undefined ||
    chooseFormat(req, pageWithLinkedData) !== 'html'
  if (!isProgram) return req.viewer ? undefined : 'readers'
  return req.viewer && !req.bearsToken ? 'desk' : 'programs'
}

const nearby = new BlockList()
for (const [net, prefix] of [
  ['127.0.0.0', 8],
  ['10.0.0.0', 8],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
] as const)
  nearby.addSubnet(net, prefix)
nearby.addAddress('::1', 'ipv6')
nearby.addSubnet('fc00::', 7, 'ipv6')

/** A local proxy that the configuration does not name: all readers have its address and can't be told apart. */
function isFromUnknownProxy(req: Request): boolean {
  if (req.headers['x-forwarded-for'] === undefined) return false
  const [address = ''] = (req.ip ?? '').replace(/^::ffff:/i, '').split('%')
  return isIP(address) !== 0 && nearby.check(address, isIPv6(address) ? 'ipv6' : 'ipv4')
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

/** An invalid token is no key: anybody can make up any number of them. */
function keyOf(req: Request): string {
  const token = req.viewer ? tokenOf(req) : undefined
  return token === undefined ? networkOf(req.ip ?? '') : createHash('sha256').update(token).digest('base64url')
}
