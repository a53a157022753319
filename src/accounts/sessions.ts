import type { Prisma, Role } from '../database/client/client.ts'
import type { Database, Db } from '../database/connect.ts'
import { type By, writeEvent } from '../history/events.ts'
import { Refused } from '../refused.ts'
import type { OwnKeys } from '../words/desk-keys.ts'

/* Who is signed in where. The rows are express-session's; the account is a column of ours. */

/** The precision of "last seen", in milliseconds, so that it costs no write with every request. */
const seenEvery = 5 * 60 * 1000

/** In milliseconds: how long somebody may stay away, and how long any session lasts. */
export type Lifetimes = { idle: number; longest: number }

/** The rows of expired sessions stay until somebody signs in. */
export function notEnded({ idle, longest }: Lifetimes, now = Date.now()) {
  return {
    expire: { gt: new Date(now) },
    seenAt: { gt: new Date(now - idle) },
    begunAt: { gt: new Date(now - longest) },
  } satisfies Prisma.SessionWhereInput
}

const endOf = ({ idle, longest }: Lifetimes, begunAt: number, seenAt: number) =>
  new Date(Math.min(begunAt + longest, seenAt + idle))

/** When somebody signed in, when they were last seen, and when they last typed their password. */
export type Seen = { begunAt: Date; seenAt: Date; confirmedAt: Date | null }

/** Whether letters act at the desk, and those that were changed. */
export type Keys = { lettersAct: boolean; ownKeys: OwnKeys }

type Begun = { sid: string; accountId: number; passwordHash: string; browser: string; lifetimes: Lifetimes }

/**
 * Signs an account in with a session that is stored already. False if the account was disabled or got another password
 * since the given one was found right.
 */
export function beginSession(db: Database, { sid, accountId, passwordHash, browser, lifetimes }: Begun) {
  return db.$transaction(async (tx) => {
    const now = new Date()
    const { count } = await tx.account.updateMany({
      where: { id: accountId, passwordHash, disabledAt: null },
      data: { signedInAt: now },
    })
    if (count === 0) return false
    const expire = endOf(lifetimes, now.getTime(), now.getTime())
    await tx.session.update({
      where: { sid },
      data: { accountId, browser, expire, begunAt: now, seenAt: now, confirmedAt: now },
    })
    // Nothing else clears old rows, and each sign-in adds one.
    await tx.session.deleteMany({ where: { NOT: notEnded(lifetimes, now.getTime()) } })
    return true
  })
}

/**
 * A session's data and its account, read with every request, so that disabling an account or ending a session works at
 * once. A running request may store its ended session again, but without an account.
 */
export async function findOptionalSession<Stored>(db: Db, sid: string, lifetimes: Lifetimes) {
  const { expire, seenAt: seen, begunAt } = notEnded(lifetimes)
  type Row = { stored: Stored; id: number | null; name: string; role: Role } & Keys & Seen
  const [row] = await db.$queryRaw<Row[]>`
    SELECT s."sess" AS "stored", s."seenAt", s."begunAt", s."confirmedAt", a."id", a."name", a."role"::text,
      a."lettersAct", a."ownKeys"
    FROM "session" s LEFT JOIN "Account" a ON a."id" = s."accountId" AND a."disabledAt" IS NULL
    WHERE s."sid" = ${sid} AND s."expire" > ${expire.gt} AND s."seenAt" > ${seen.gt} AND s."begunAt" > ${begunAt.gt}`
  if (!row) return undefined
  const { stored, seenAt, begunAt: begun, confirmedAt, id, name, role, lettersAct, ownKeys } = row
  if (id === null) return { stored, signedIn: undefined }
  const keys = { lettersAct, ownKeys }
  return { stored, signedIn: { account: { id, name, role }, keys, seenAt, begunAt: begun, confirmedAt } }
}

/** Records that its account was here now; its idle time starts again. */
export async function noteSeen(
  db: Db,
  sid: string,
  { seenAt, begunAt }: Pick<Seen, 'seenAt' | 'begunAt'>,
  lifetimes: Lifetimes,
) {
  const now = Date.now()
  if (seenAt.getTime() >= now - seenEvery) return
  const expire = endOf(lifetimes, begunAt.getTime(), now)
  await db.session.updateMany({ where: { sid }, data: { seenAt: new Date(now), expire } })
}

/** Records that its account has just typed the password again. */
export async function noteConfirmed(db: Db, sid: string): Promise<void> {
  await db.session.updateMany({ where: { sid }, data: { confirmedAt: new Date() } })
}

/** The last seen first, with a mark for the one that is `sid`; the ids themselves are not returned. */
export async function listSessions(db: Db, accountId: number, lifetimes: Lifetimes, sid?: string) {
  const rows = await db.session.findMany({
    where: { accountId, ...notEnded(lifetimes) },
    orderBy: [{ seenAt: 'desc' }, { number: 'desc' }],
    select: { sid: true, number: true, browser: true, begunAt: true, seenAt: true },
  })
  return rows.map(({ sid: own, ...row }) => ({ ...row, isThis: own === sid }))
}

/** Ends one of the account's sessions, by its number. */
export function endSession(db: Database, { accountId, number, by }: { accountId: number; number: number } & By) {
  return db.$transaction(async (tx) => {
    const [ended] = await tx.session.findMany({ where: { accountId, number }, select: { browser: true } })
    const count = await deleteSessions(tx, { accountId, number })
    if (count === 0 || !ended) throw new Refused({ form: 'This session has ended already' })
    await writeEvent(tx, 'sessions_ended', { by, subjectId: accountId, after: { count, browser: ended.browser } })
  })
}

/** Ends all of the account's sessions except the present one. Returns how many. */
export function endSessions(db: Database, { accountId, butSid, by }: { accountId: number; butSid?: string } & By) {
  return db.$transaction(async (tx) => {
    const count = await deleteSessions(tx, { accountId, ...(butSid !== undefined && { butSid }) })
    if (count > 0) await writeEvent(tx, 'sessions_ended', { by, subjectId: accountId, after: { count } })
    return count
  })
}

/** Part of a change that writes its own event. */
export async function deleteSessions(
  tx: Db,
  { accountId, number, butSid }: { accountId: number; number?: number; butSid?: string },
): Promise<number> {
  const { count } = await tx.session.deleteMany({
    where: {
      accountId,
      ...(number !== undefined && { number }),
      ...(butSid !== undefined && { sid: { not: butSid } }),
    },
  })
  return count
}
