import 'express-session'
import type { Logger } from 'pino'
import type { Viewer } from '../policy.ts'

declare global {
  // eslint-disable-next-line @typescript-eslint/no-namespace -- how Express's types are added to
  namespace Express {
    interface Request {
      /** Who asks; null for a reader. */
      viewer: Viewer
      /** A program asks, with an API token instead of a cookie. */
      bearsToken: boolean
      log: Logger
    }
  }
}

declare module 'express-session' {
  interface SessionData {
    /** Somebody signed in with it; who, and whether they still are, is a column of the session's row. */
    isSignedIn: boolean
    /** Shown once, on the next page. */
    notice: string
  }
}
