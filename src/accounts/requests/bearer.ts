import type { Request, RequestHandler } from 'express'
import createError from 'http-errors'
import { findByToken } from '../tokens.ts'
import type { Database } from '../../database/connect.ts'
import { tokenOf } from '../../web/tokens.ts'

/**
 * Finds whose token a program sent with `Authorization: Bearer …`. Such a request has no session: no cookie is read or
 * set. What isn't good is refused by `refuseBadTokens`, once it has been counted.
 */
export function bearers(db: Database): RequestHandler {
  return async (req, res, next) => {
    const token = tokenOf(req)
    if (token === undefined) return next()

    req.bearsToken = true
    // express-session leaves a request alone that has a session; what is left in this one is nobody's.
    req.session = {} as Request['session']
    req.viewer = await findByToken(db, token)
    if (req.viewer) res.locals['viewer'] = req.viewer
    next()
  }
}

/** Whose token is not good is never answered as if a reader had asked. */
export const refuseBadTokens: RequestHandler = (req, res, next) => {
  if (!req.bearsToken || req.viewer) return next()
  res.set('WWW-Authenticate', 'Bearer error="invalid_token"')
  next(createError(401, 'This token is unknown, expired or revoked: make a new one at /account/tokens'))
}
