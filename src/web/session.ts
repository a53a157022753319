import { callbackify, promisify } from 'node:util'
import connectPgSimple from 'connect-pg-simple'
import type { Request, RequestHandler } from 'express'
import session, { type SessionData } from 'express-session'
import type pg from 'pg'
import { browserInWords } from '../accounts/browsers.ts'
import { beginSession, findOptionalSession, noteSeen } from '../accounts/sessions.ts'
import type { Config } from '../config.ts'
import type { Database } from '../database/connect.ts'

export const cookieName = 'on_record'

/** The library's store; it looks up a session and whoever is signed in with it at once. */
class Sessions extends connectPgSimple(session) {
  readonly #signedIn = new WeakMap<SessionData, Request['signedIn'] & object>()

  constructor(db: Database, options: connectPgSimple.PGStoreOptions) {
    super(options)
    this.get = callbackify(async (sid: string) => {
      const found = await findOptionalSession<SessionData>(db, sid)
      if (found?.signedIn) this.#signedIn.set(found.stored, found.signedIn)
      return found?.stored
    })
  }

  override createSession(req: Request, stored: SessionData) {
    req.signedIn = this.#signedIn.get(stored)
    req.hasSession = true
    return super.createSession(req, stored)
  }
}

export function sessions(
  config: Config,
  { db, pool }: { db: Database; pool: pg.Pool },
  secret: string,
): RequestHandler {
  const maxAge = lifetimeOf(config)
  return session({
    name: cookieName,
    secret,
    resave: false,
    saveUninitialized: false,
    rolling: false,
    store: new Sessions(db, {
      pool,
      tableName: 'session',
      createTableIfMissing: false,
      // It would cost a write with every request; noteSeen does it every few minutes.
      disableTouch: true,
      pruneSessionInterval: false,
      ttl: maxAge / 1000,
    }),
    cookie: { httpOnly: true, sameSite: 'lax', secure: config.baseUrl.startsWith('https:'), maxAge },
  })
}

/** Loads who is asking with every request, so that a removed editor is out at once. */
export function whoAsks(db: Database, config: Config): RequestHandler {
  const lifetime = lifetimeOf(config)
  return async (req, res, next) => {
    if (req.bearsToken) return next()
    const { signedIn, sessionID } = req
    if (signedIn) await noteSeen(db, sessionID, { ...signedIn, lifetime })
    req.viewer = signedIn?.account ?? null
    res.locals['viewer'] = req.viewer
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
