import { promisify } from 'node:util'
import connectPgSimple from 'connect-pg-simple'
import type { Request, RequestHandler } from 'express'
import session from 'express-session'
import type pg from 'pg'
import { findActiveAccount } from '../accounts/accounts.ts'
import type { Config } from '../config.ts'
import type { Database } from '../database/connect.ts'

export const cookieName = 'on_record'

export function sessions(config: Config, pool: pg.Pool, secret: string): RequestHandler {
  const Store = connectPgSimple(session)
  const maxAge = config.sessionDays * 24 * 60 * 60 * 1000
  return session({
    name: cookieName,
    secret,
    resave: false,
    saveUninitialized: false,
    rolling: false,
    store: new Store({
      pool,
      tableName: 'session',
      createTableIfMissing: false,
      pruneSessionInterval: false,
      ttl: maxAge / 1000,
    }),
    cookie: { httpOnly: true, sameSite: 'lax', secure: config.baseUrl.startsWith('https:'), maxAge },
  })
}

/** Loads who is asking with every request, so that a removed editor is out at once; and the notice left for them. */
export function whoAsks(db: Database): RequestHandler {
  return async (req, res, next) => {
    const { accountId, notice } = req.session
    req.viewer = accountId === undefined ? null : await findActiveAccount(db, accountId)
    res.locals['viewer'] = req.viewer
    res.locals['notice'] = notice
    if (notice !== undefined && req.method === 'GET' && req.accepts('html')) delete req.session.notice
    next()
  }
}

/** A new session at sign-in, so that a cookie planted before is worth nothing. */
export async function signIn(req: Request, accountId: number): Promise<void> {
  const { pending } = req.session
  await promisify(req.session.regenerate.bind(req.session))()
  req.session.accountId = accountId
  if (pending) req.session.pending = pending
}

export async function signOut(req: Request): Promise<void> {
  await promisify(req.session.destroy.bind(req.session))()
}
