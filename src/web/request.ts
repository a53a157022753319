import 'express-session'
import type { Logger } from 'pino'
import type { Viewer } from '../policy.ts'
import type { Form } from './forms.ts'
import type { Stamp } from './stamp.ts'

declare global {
  // eslint-disable-next-line @typescript-eslint/no-namespace -- how Express's types are added to
  namespace Express {
    interface Request {
      /** Who asks; null for a reader. */
      viewer: Viewer
      /** A program asks, with an API token instead of a cookie. */
      bearsToken: boolean
      /** The browser's cookie is that of a session which is kept here, whether or not somebody is signed in with it. */
      hasSession: boolean
      log: Logger
      /** What whoever asks may not do, in words of ours, where that was why they were refused. */
      refused?: string
      /** Nobody reads what is at this address but programs: errors are data, too. */
      isForPrograms?: boolean
      /** What the sent form carried to tell it from every other. */
      formKey?: string | undefined
      /** What that says, where it is one that we gave out. */
      stamp?: Stamp | undefined
      /** The form that was sent, where whatever page is shown now has it again. */
      sentForm?: Form
      /** Has a sentence shown once, on the next page. */
      leaveNotice: (sentence: string) => void
      /** What that was, if there was one. */
      noticeLeft?: string
      /** Keeps what was sent as a draft of whoever wrote it, where it is refused or fails. */
      keepWords?: () => Promise<Kept>
    }
  }
}

declare module 'express-session' {
  interface SessionData {
    /** Somebody signed in with it; who, and whether they still are, is a column of the session's row. */
    isSignedIn: boolean
    /** Under this secret are kept, until then, the words of somebody whose session ended while they typed. */
    pending: { secret: string; until: number; for: number }
  }
}

/** What became of the words of a form that was refused: a draft of their writer's, or one to be had by signing in here. */
export type Kept = { id: number } | 'until sign-in' | 'for their writer' | undefined
