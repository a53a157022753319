import { promisify } from 'node:util'
import connectPgSimple from 'connect-pg-simple'
import type { Request, RequestHandler } from 'express'
import session from 'express-session'
import type pg from 'pg'
import { browserInWords } from '../accounts/browsers.ts'
import { beginSession, findSignedIn } from '../accounts/sessions.ts'
import type { Config } from '../config.ts'
import type { Database } from '../database/connect.ts'

export const cookieName = 'on_record'

export function sessions(config: Config, pool: pg.Pool, secret: string): RequestHandler {
  const Store = connectPgSimple(session)
  const maxAge = lifetimeOf(config)
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
      // It would cost a write with every request; findSignedIn does it every few minutes.
      disableTouch: true,
      pruneSessionInterval: false,
      ttl: maxAge / 1000,
    }),
    cookie: { httpOnly: true, sameSite: 'lax', secure: config.baseUrl.startsWith('https:'), maxAge },
  })
}

/** Loads who is asking with every request, so that a removed editor is out at once; and the notice left for them. */
export function whoAsks(db: Database, config: Config): RequestHandler {
  const lifetime = lifetimeOf(config)
  return async (req, res, next) => {
    if (req.bearsToken) return next()
    const { isSignedIn, notice } = req.session
    req.viewer = isSignedIn ? await findSignedIn(db, req.sessionID, lifetime) : null
    res.locals['viewer'] = req.viewer
    res.locals['notice'] = notice
    if (notice !== undefined && req.method === 'GET' && req.accepts('html')) delete req.session.notice
    next()
  }
}

/**
 * A new session at sign-in, so that a cookie planted before is worth nothing. False where the account was disabled, or
 * got another password, a moment ago.
 */
export async function signIn(
  req: Request,
  db: Database,
  { id: accountId, passwordHash }: { id: number; passwordHash: string },
): Promise<boolean> {
  const { pending } = req.session
  await promisify(req.session.regenerate.bind(req.session))()
  req.session.isSignedIn = true
  if (pending) req.session.pending = pending
  await promisify(req.session.save.bind(req.session))()
  const expire = new Date(Date.now() + (req.session.cookie.originalMaxAge ?? 0))
  const browser = browserInWords(req.get('User-Agent'))
  return beginSession(db, { sid: req.sessionID, accountId, passwordHash, browser, expire })
}

export async function signOut(req: Request): Promise<void> {
  await promisify(req.session.destroy.bind(req.session))()
}

function lifetimeOf({ sessionDays }: Config): number {
  return sessionDays * 24 * 60 * 60 * 1000
}
