import './request.ts'
import type { RequestHandler, Response } from 'express'
import onHeaders from 'on-headers'

/**
 * Whether this answer is somebody's own: of who was found by a session or sent a token, of a browser with a session or
 * a notice, and whatever sets a cookie. Decided by what was found, never by how the request spells it.
 */
export function isPersonal(res: Response): boolean {
  const { viewer, bearsToken, hasSession } = res.req
  const { notice } = res.locals as { notice?: string }
  return viewer !== null || bearsToken || hasSession || notice !== undefined || res.hasHeader('Set-Cookie')
}

/** So many seconds are waited where nobody knows better. */
const retryAfter = 10

/**
 * Says of each answer who may keep it, when its headers are sent: what is somebody's own nobody, all else whoever asks
 * again before they use it. And to who is refused for now, when to come back. Stands first, so that nothing escapes it.
 */
export const forWhom: RequestHandler = (_req, res, next) => {
  onHeaders(res, () => {
    if (isPersonal(res)) res.setHeader('Cache-Control', 'private, no-store')
    else if (!res.hasHeader('Cache-Control')) res.setHeader('Cache-Control', 'no-cache')
    if ([429, 503, 507].includes(res.statusCode) && !res.hasHeader('Retry-After'))
      res.set('Retry-After', String(retryAfter))
  })
  next()
}

/** For all addresses where who signed in is shown more than a reader. */
export const variesByWhom: RequestHandler = (_req, res, next) => {
  for (const header of ['Accept', 'Cookie', 'Authorization']) res.vary(header)
  next()
}
