import 'express-session'
import type { Logger } from 'pino'
import type { Viewer } from '../policy.ts'

declare global {
  // eslint-disable-next-line @typescript-eslint/no-namespace -- how Express's types are added to
  namespace Express {
    interface Request {
      /** Who asks; null for a reader. */
      viewer: Viewer
      log: Logger
    }
  }
}

declare module 'express-session' {
  interface SessionData {
    accountId: number
    /** Shown once, on the next page. */
    notice: string
  }
}
