import 'express-session'
import type { Logger } from 'pino'
import type { Viewer } from '../policy.ts'
import type { Form } from './forms.ts'
import type { Stamp } from './stamp.ts'

declare global {
  // eslint-disable-next-line @typescript-eslint/no-namespace -- how Express's types are added to
  namespace Express {
    interface Request {
      /** The account that asks; null for a reader. */
      viewer: Viewer
      /** A program asks, with an API token instead of a cookie. */
      bearsToken: boolean
      /** The browser's cookie belongs to a stored session, whether or not somebody is signed in with it. */
      hasSession: boolean
      log: Logger
      /** The action that the policy refused, in our own words, if that was the reason. */
      refused?: string
      /** Only programs read this address: its errors are data, too. */
      isForPrograms?: boolean
      /** A script in a page of another site asks: its errors are data, too. */
      isFromElsewhere?: boolean
      /** The form of data that the address ends in: "/claims.csv". */
      dataForm?: 'json' | 'jsonl' | 'csv'
      /** The files that a form brought. */
      files?: { bytes: Uint8Array; name: string; mediaType: string }[]
      /** The stamp that the form carried. */
      formKey?: string | undefined
      /** The stamp's contents, if we issued it. */
      stamp?: Stamp | undefined
      /** The form that was sent; the page that is shown now contains it again. */
      sentForm?: Form
      /** Shows a sentence once, on the next page. */
      leaveNotice: (sentence: string) => void
      /** That sentence, if there was one. */
      noticeLeft?: string
      /** Keeps what was sent as a draft of its writer, if it is refused or fails. */
      keepWords?: () => Promise<Kept>
    }
  }
}

declare module 'express-session' {
  interface SessionData {
    /** Somebody signed in with it; a column of the session's row says who, and whether they still are. */
    isSignedIn: boolean
    /** The secret under which the words of somebody whose session ended while they typed are kept until then. */
    pending: { secret: string; until: number; for: number }
  }
}

/**
 * Where the words of a refused form went: into a draft of their writer, or into one that signing in here brings back.
 */
export type Kept = { id: number } | 'until sign-in' | 'for their writer' | undefined
