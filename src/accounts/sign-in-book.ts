import type { Logger } from 'pino'
import type { SignInKind } from '../database/client/enums.ts'
import type { Database } from '../database/connect.ts'
import { unforced } from '../database/unforced.ts'
import { browserInWords } from './browsers.ts'
import { networkOf } from '../web/network.ts'

/*
 * Records sign-in attempts and refusals, for the log and for the page "Sign-ins". Similar entries within an hour are
 * one row with a count, and rows are written every few seconds at most, so a persistent stranger costs neither disk nor
 * time. It never receives a password, a token or the secret of a link.
 */
export type Tried = {
  kind: SignInKind
  accountId?: number | null
  /** What was refused, from a fixed list, never something that somebody typed. */
  about?: string
  /** The e-mail address that was tried, if no account has it. */
  typed?: string
}

/** The origin: the parts of a request that are needed here. */
type From = { ip?: string | undefined; get: (header: string) => string | undefined }

export type SignInBook = {
  noteOf(from: From, tried: Tried): void
  /** Writes everything that is still pending. */
  flush(): Promise<void>
}

type Row = {
  key: string
  kind: SignInKind
  accountId: number | null
  network: string
  about: string
  browser: string
  typed: string | null
  times: number
  firstAt: Date
  lastAt: Date
}

const hour = 60 * 60 * 1000
const day = 24 * hour
/** In milliseconds between two writes. */
const writtenEvery = 2000
/** The limit for strangers' rows in an hour; the rest becomes one row. */
const mostAnHour = 300
/** How long rows are kept, and how many. */
export const kept = { days: 90, rows: 20_000 }

export function openSignInBook(db: Database, log: Logger): SignInBook {
  const waiting = new Map<string, Row>()
  const ofHour = { at: 0, keys: new Set<string>() }
  let writtenAt = -Infinity
  let tidiedAt = -Infinity
  let timer: NodeJS.Timeout | undefined
  let writing: Promise<void> = Promise.resolve()

  async function write(): Promise<void> {
    const rows = [...waiting.values()]
    waiting.clear()
    if (rows.length === 0) return
    writtenAt = performance.now()
    for (const { times, ...row } of rows)
      if (times > 1) log.warn({ signIn: { ...plain(row), times } }, 'Sign-ins, repeated')
    try {
      await writeRows(db, rows)
      if (performance.now() - tidiedAt < hour) return
      tidiedAt = performance.now()
      await forgetOldRows(db)
    } catch (error) {
      log.error(error, 'What was tried at the sign-in could not be kept')
    }
  }

  function flush(): Promise<void> {
    clearTimeout(timer)
    timer = undefined
    return (writing = writing.then(write))
  }

  /** Sign-ins with a right password get rows of their own, however many strangers try. */
  function isOneTooMany(key: string, kind: SignInKind, at: number): boolean {
    if (kind === 'new_browser') return false
    if (ofHour.at !== at) Object.assign(ofHour, { at, keys: new Set() })
    if (ofHour.keys.has(key)) return false
    if (ofHour.keys.size >= mostAnHour) return true
    ofHour.keys.add(key)
    return false
  }

  return {
    noteOf(from, { kind, accountId = null, about = '', typed }) {
      const now = new Date()
      const at = Math.floor(now.getTime() / hour)
      const keyFor = (...parts: unknown[]) => [at, kind, ...parts].join(' ')
      let network = networkOf(from.ip ?? '')
      let key = keyFor(accountId, network, about)
      const isBeyond = isOneTooMany(key, kind, at)
      if (isBeyond) key = keyFor(null, (network = 'elsewhere'), '')

      const known = waiting.get(key)
      const last = { browser: browserInWords(from.get('User-Agent')), typed: emailOf(typed), lastAt: now }
      if (known) Object.assign(known, last, { times: known.times + 1, typed: last.typed ?? known.typed })
      else {
        const whose = isBeyond ? { accountId: null, about: '' } : { accountId, about }
        const row = { key, kind, ...whose, network, ...last, times: 1, firstAt: now }
        waiting.set(key, row)
        log.warn({ signIn: plain(row) }, kind === 'new_browser' ? 'Signed in with a new browser' : 'Refused')
      }
      if (timer) return
      timer = setTimeout(() => void flush(), Math.max(0, writtenAt + writtenEvery - performance.now()))
      timer.unref()
    },
    flush,
  }
}

/** A password typed into the wrong field is not shown. */
function emailOf(typed: string | undefined): string | null {
  return typed !== undefined && /^[^\s@]{1,64}@[\w.-]{1,180}\.[a-z]{2,}$/.test(typed) ? typed : null
}

function plain({ kind, accountId, network, about, browser }: Omit<Row, 'times'>) {
  return { kind, accountId, network, about, browser }
}

async function writeRows(db: Database, rows: Row[]): Promise<void> {
  await db.$executeRaw`
    INSERT INTO "SignIn" ("key", "kind", "accountId", "network", "about", "browser", "typed", "times", "firstAt", "lastAt")
    SELECT r.* FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS r(
      "key" text, "kind" "SignInKind", "accountId" int, "network" text, "about" text, "browser" text, "typed" text,
      "times" int, "firstAt" timestamptz, "lastAt" timestamptz)
    WHERE ${unforced}
    ON CONFLICT ("key") DO UPDATE SET
      "times" = "SignIn"."times" + EXCLUDED."times", "lastAt" = EXCLUDED."lastAt", "browser" = EXCLUDED."browser",
      "typed" = coalesce(EXCLUDED."typed", "SignIn"."typed")`
}

/** Rows about new browsers are kept for the full time, however many strangers' rows there are. */
async function forgetOldRows(db: Database): Promise<void> {
  await db.signIn.deleteMany({ where: { lastAt: { lt: new Date(Date.now() - kept.days * day) } } })
  const ofStrangers = { kind: { not: 'new_browser' } } as const
  const [beyond] = await db.signIn.findMany({
    where: ofStrangers,
    orderBy: { id: 'desc' },
    skip: kept.rows,
    take: 1,
    select: { id: true },
  })
  if (beyond) await db.signIn.deleteMany({ where: { ...ofStrangers, id: { lte: beyond.id } } })
}
