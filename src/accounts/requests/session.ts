import { callbackify, promisify } from 'node:util'
import connectPgSimple from 'connect-pg-simple'
import type { Request, RequestHandler, Response } from 'express'
import session, { type SessionData } from 'express-session'
import type pg from 'pg'
import { browserInWords } from '../browsers.ts'
import { beginSession, findOptionalSession, type Keys, noteSeen, type Lifetimes, type Seen } from '../sessions.ts'
import type { Config } from '../../config.ts'
import type { Database } from '../../database/connect.ts'
import type { Viewer } from '../../policy.ts'
import { hostCookie, isSecure, type Site } from '../../web/cookies.ts'

declare global {
  // eslint-disable-next-line @typescript-eslint/no-namespace -- how Express's types are added to
  namespace Express {
    interface Request {
      /** The session's account, as found together with the session. */
      signedIn?: ({ account: NonNullable<Viewer>; keys: Keys } & Seen) | undefined
    }
  }
}

/** The name of the session's cookie on this desk; nothing else defines it. */
export const sessionCookie = (site: Site) => hostCookie('on_record', site)

/** The library's store; it reads a session and its account in one query. */
class Sessions extends connectPgSimple(session) {
  readonly #signedIn = new WeakMap<SessionData, Request['signedIn'] & object>()
  readonly #idle: number

  constructor(db: Database, lifetimes: Lifetimes, options: connectPgSimple.PGStoreOptions) {
    super(options)
    this.#idle = lifetimes.idle
    this.get = callbackify(async (sid: string) => {
      const found = await findOptionalSession<SessionData>(db, sid, lifetimes)
      if (found?.signedIn) this.#signedIn.set(found.stored, found.signedIn)
      return found?.stored
    })
  }

  /** The browser keeps the cookie for the longest time; "last seen" is written with the next check that is due. */
  override set(sid: string, stored: SessionData, done?: (error?: unknown) => void) {
    const copy = JSON.parse(JSON.stringify(stored)) as SessionData
    copy.cookie.expires = new Date(Date.now() + this.#idle)
    super.set(sid, copy, done)
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
  const maxAge = config.sessions.longest
  return session({
    name: sessionCookie(config),
    secret,
    resave: false,
    saveUninitialized: false,
    rolling: false,
    store: new Sessions(db, config.sessions, {
      pool,
      tableName: 'session',
      createTableIfMissing: false,
      // It would cost a write with every request; noteSeen does it every few minutes.
      disableTouch: true,
      pruneSessionInterval: false,
      ttl: maxAge / 1000,
    }),
    cookie: { ...cookieOptions(config), maxAge },
  })
}

/** Loads the account with every request, so that a removed editor is out at once. */
export function whoAsks(db: Database, { sessions }: Config): RequestHandler {
  return async (req, res, next) => {
    if (req.bearsToken) return next()
    const { signedIn, sessionID } = req
    if (signedIn) await noteSeen(db, sessionID, signedIn, sessions)
    req.viewer = signedIn?.account ?? null
    res.locals['viewer'] = req.viewer
    res.locals['keys'] = signedIn && inPage(signedIn.keys)
    next()
  }
}

/** What the layout writes into a page for the browser's scripts. */
function inPage({ lettersAct, ownKeys }: Keys) {
  return { lettersAct, ownKeys: Object.keys(ownKeys).length > 0 && JSON.stringify(ownKeys) }
}

/**
 * Starts a new session at sign-in, so that a cookie planted before is worth nothing. False if the account was disabled,
 * or got another password, a moment ago.
 */
export async function signIn(
  req: Request,
  db: Database,
  { sessions }: Pick<Config, 'sessions'>,
  { id: accountId, passwordHash }: { id: number; passwordHash: string },
): Promise<boolean> {
  const { pending } = req.session
  await promisify(req.session.regenerate.bind(req.session))()
  req.session.isSignedIn = true
  if (pending) req.session.pending = pending
  await promisify(req.session.save.bind(req.session))()
  const browser = browserInWords(req.get('User-Agent'))
  return beginSession(db, { sid: req.sessionID, accountId, passwordHash, browser, lifetimes: sessions })
}

export async function signOut(req: Request, res: Response, site: Site): Promise<void> {
  await promisify(req.session.destroy.bind(req.session))()
  res.clearCookie(sessionCookie(site), cookieOptions(site))
}

function cookieOptions(site: Site) {
  return { httpOnly: true, sameSite: 'lax', secure: isSecure(site), path: '/' } as const
}
