import './request.ts'
import type { RequestHandler, Response } from 'express'
import onHeaders from 'on-headers'

/**
 * Whether this answer is personal: the request came from a known account or token or from a browser with a session or a
 * notice, or the answer sets a cookie. It depends on what was found, never on how the request spells it.
 */
export function isPersonal(res: Response): boolean {
  const { viewer, bearsToken, hasSession } = res.req
  const { notice } = res.locals as { notice?: string }
  return viewer !== null || bearsToken || hasSession || notice !== undefined || res.hasHeader('Set-Cookie')
}

/** The default for Retry-After, in seconds. */
const retryAfter = 10

/**
 * Sets the caching headers of every answer when its headers are sent: personal answers may not be stored, all others
 * must be revalidated. It also adds Retry-After to temporary refusals and
 * WWW-Authenticate to every 401. It runs first, so that no answer escapes it.
 */
export const forWhom: RequestHandler = (_req, res, next) => {
  onHeaders(res, () => {
    if (isPersonal(res)) res.setHeader('Cache-Control', 'private, no-store')
    else if (!res.hasHeader('Cache-Control')) res.setHeader('Cache-Control', 'no-cache')
    // Programs are told how to say who they are. Browsers have no dialogue for this scheme, and people get a form.
    if (res.statusCode === 401 && !res.hasHeader('WWW-Authenticate'))
      res.setHeader('WWW-Authenticate', 'Bearer realm="On Record"')
    if ([429, 503, 507].includes(res.statusCode) && !res.hasHeader('Retry-After'))
      res.set('Retry-After', String(retryAfter))
  })
  next()
}

/** For addresses where people who are signed in see more than readers. */
export const variesByWhom: RequestHandler = (_req, res, next) => {
  for (const header of ['Accept', 'Cookie', 'Authorization']) res.vary(header)
  next()
}
