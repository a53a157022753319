import type { Request, RequestHandler } from 'express'
import createError from 'http-errors'
import { findByToken } from '../tokens.ts'
import type { Database } from '../../database/connect.ts'
import { tokenOf } from '../../web/tokens.ts'

/**
 * Finds the account of a token sent with `Authorization: Bearer …`. Such a request has no session: no cookie is read or
 * set. `refuseBadTokens` refuses invalid ones, after they were counted.
 */
export function bearers(db: Database): RequestHandler {
  return async (req, res, next) => {
    const token = tokenOf(req)
    if (token === undefined) return next()

    req.bearsToken = true
    // express-session leaves a request alone that has a session; this one belongs to nobody.
    req.session = {} as Request['session']
    req.viewer = await findByToken(db, token)
    if (req.viewer) res.locals['viewer'] = req.viewer
    next()
  }
}

/** An invalid token never gets a reader's page. */
export const refuseBadTokens: RequestHandler = (req, res, next) => {
  if (!req.bearsToken || req.viewer) return next()
  res.set('WWW-Authenticate', 'Bearer error="invalid_token"')
  next(createError(401, 'This token is unknown, expired or revoked: make a new one at /account/tokens'))
}
