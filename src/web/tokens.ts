import type { Request } from 'express'
import createError from 'http-errors'

/** For actions that only a person may do, such as signing in or using links that work once. */
export function refuseTokens(req: Request): void {
  if (req.bearsToken) throw createError(403, 'No token can do this. Sign in with a browser')
}

/** Undefined where another scheme is used, such as a proxy's own. */
export function tokenOf(req: Request): string | undefined {
  const found = /^Bearer(?:\s(.*))?$/i.exec(req.headers.authorization ?? '')
  return found ? (found[1] ?? '').trim() : undefined
}
