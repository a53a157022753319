import type { Database, Db } from '../database/connect.ts'
import type { TakenAlong } from '../database/taken-along.ts'
import { unforced } from '../database/unforced.ts'
import { DoneBefore } from '../refused.ts'

/** The answer to a submission; `answer` is JSON if a program asked. */
export type Answer = { status: number; location: string | null; notice: string | null; answer: string | null }

type Sent = { accountId: number; key: string; body: string; form: string | null }

/**
 * `mine`: process it now, and settle it. `answered`: it was processed before. `done`: it was, too, but its process died
 * or failed afterwards, and gave no answer. `other`: the key was used for something else.
 */
export type Claim =
  | ({ outcome: 'mine' } & Mine)
  | { outcome: 'answered'; answer: Answer }
  | { outcome: 'done'; eventId: number | null }
  | { outcome: 'other' }
  | { outcome: 'busy' }

/** How often and how long to wait for the answer to a running submission, in milliseconds. */
const pause = 50
const patience = 20_000
const keptFor = 24 * 60 * 60 * 1000
/** A form's words that arrive this soon after the form itself were sent before it. */
const justNow = 10_000

/** In seconds: a process that holds a submission and has not renewed it for this long is gone. */
const lease = 4
/** In milliseconds: how often a submission is renewed, once it has been held for longer than this. */
const beat = 1000
/** After this long no answer will come: transactions are cut off after a minute. */
const givenUpAfter = 60_000

/** Claims a submission, or waits for the answer of the process that claimed it before. */
export async function claimSubmission(db: Database, sent: Sent): Promise<Claim> {
  await forgetOldSubmissions(db)
  const { accountId, key, body, form } = sent
  const until = Date.now() + patience
  do {
    const claimedAt = new Date()
    // Whatever is done after the claim is committed after it.
    const [mine] = await db.$queryRaw<{ id: number }[]>`
      INSERT INTO "Submission" ("accountId", "key", "body", "form", "claimedAt", "heldUntil")
      SELECT ${accountId}, ${key}, ${body}, ${form}, ${claimedAt}, now() + make_interval(secs => ${lease})
      WHERE ${unforced}
      ON CONFLICT DO NOTHING RETURNING "id"`
    if (mine) return hold(db, { id: mine.id, claimedAt })

    const found = await findOptionalSubmission(db, sent)
    if (!found) continue // the process that had it failed just now, and released it
    if (found.body !== body) return { outcome: 'other' }
    const { status, location, notice, answer } = found
    if (status !== null) return { outcome: 'answered', answer: { status, location, notice, answer } }
    if (!found.isHeld && !isHeldHere(db, found.id)) {
      if (found.isDone) return { outcome: 'done', eventId: found.eventId }
      const taken = await db.$executeRaw`
        UPDATE "Submission" SET "claimedAt" = ${claimedAt}, "heldUntil" = now() + make_interval(secs => ${lease})
        WHERE "id" = ${found.id} AND "claimedAt" = ${found.claimedAt} AND "settledAt" IS NULL AND ${unforced}`
      if (taken === 1) return hold(db, { id: found.id, claimedAt })
    }
    await new Promise((resolve) => setTimeout(resolve, pause))
  } while (Date.now() < until)
  return { outcome: 'busy' }
}

type Mine = { id: number; claimedAt: Date }

/** The row that the change writes in its own transaction, which can exist only once: it is done. */
export function markAsDone({ id }: Mine): TakenAlong {
  return {
    isCommitted: false,
    eventId: null,
    statement() {
      return {
        sql: 'INSERT INTO "DoneSubmission" ("submissionId", "eventId") VALUES ($1, $2) ON CONFLICT DO NOTHING',
        args: [id, this.eventId],
        argTypes: [int, int],
      }
    },
    refusal: () => new DoneBefore(),
  }
}

const int = { scalarType: 'int', arity: 'scalar' } as const

/**
 * It need not be on the disk at once. If the database server crashes within a second, sending the form again says that
 * it was done, though not how it was answered.
 */
export async function settleSubmission(db: Db, { id, claimedAt }: Mine, given: Answer): Promise<void> {
  const { status, location, notice, answer } = given
  await db.$executeRaw`
    UPDATE "Submission"
    SET "status" = ${status}, "location" = ${location}, "notice" = ${notice}, "answer" = ${answer}, "settledAt" = ${new Date()}
    WHERE "id" = ${id} AND "claimedAt" = ${claimedAt} AND ${unforced}`
}

/** It failed, so it may be sent again. If it was done nevertheless, sending it again says so. */
export async function freeSubmission(db: Db, { id, claimedAt }: Mine): Promise<void> {
  const isMine = { id, claimedAt, settledAt: null }
  const done = await db.doneSubmission.count({ where: { submissionId: id } })
  if (done === 0) await db.submission.deleteMany({ where: isMine })
  else await db.submission.updateMany({ where: isMine, data: { heldUntil: new Date(0) } })
}

/** For a database with only one process: unanswered submissions belonged to a process that is gone. */
export async function freeAllSubmissions(db: Database): Promise<void> {
  await db.submission.updateMany({ where: { settledAt: null }, data: { heldUntil: new Date(0) } })
}

/** Whether the form was sent successfully a moment ago. */
export async function wasJustSent(db: Db, form: string): Promise<boolean> {
  const since = new Date(Date.now() - justNow)
  return (await db.submission.count({ where: { form, settledAt: { gte: since } } })) > 0
}

type Found = Answer & { status: number | null } & { id: number; body: string; claimedAt: Date } & {
  isHeld: boolean
  isDone: boolean
  eventId: number | null
}

async function findOptionalSubmission(db: Db, { accountId, key }: Sent): Promise<Found | undefined> {
  const [found] = await db.$queryRaw<Found[]>`
    SELECT s."id", s."body", s."claimedAt", s."status", s."location", s."notice", s."answer", d."eventId",
      d."submissionId" IS NOT NULL AS "isDone",
      s."heldUntil" > now() AS "isHeld"
    FROM "Submission" s LEFT JOIN "DoneSubmission" d ON d."submissionId" = s."id"
    WHERE s."accountId" = ${accountId} AND s."key" = ${key}`
  return found
}

type Held = { since: Map<number, number>; timer?: NodeJS.Timeout; isSaying: boolean }
const heldByThisProcess = new WeakMap<Database, Held>()

function isHeldHere(db: Database, id: number): boolean {
  return heldByThisProcess.get(db)?.since.has(id) ?? false
}

/** Renews the claim as long as the work runs; no timer runs while nothing is held. */
function hold(db: Database, mine: Mine): Claim {
  const held = heldByThisProcess.get(db) ?? { since: new Map<number, number>(), isSaying: false }
  heldByThisProcess.set(db, held)
  held.since.set(mine.id, Date.now())
  held.timer ??= setInterval(() => void sayHeld(db, held), beat).unref()
  return { outcome: 'mine', ...mine }
}

/** It was answered, or failed. */
export function letGo(db: Database, { id }: { id: number }): void {
  const held = heldByThisProcess.get(db)
  held?.since.delete(id)
  if (held?.since.size !== 0) return
  clearInterval(held.timer)
  delete held.timer
}

async function sayHeld(db: Database, held: Held): Promise<void> {
  const now = Date.now()
  for (const [id, since] of held.since) if (now - since > givenUpAfter) letGo(db, { id })
  const ids = [...held.since].filter(([, since]) => now - since > beat).map(([id]) => id)
  if (ids.length === 0 || held.isSaying) return
  held.isSaying = true
  try {
    await db.$executeRaw`
      UPDATE "Submission" SET "heldUntil" = now() + make_interval(secs => ${lease})
      WHERE "id" = ANY (${ids}) AND "settledAt" IS NULL AND ${unforced}`
  } catch {
    // While the database is away nothing is renewed; a process that takes it over then can't do it twice.
  } finally {
    held.isSaying = false
  }
}

const forgottenAt = new WeakMap<Database, number>()

/** Once an hour, when something is sent anyway, so that no timer keeps running when the desk stops. */
async function forgetOldSubmissions(db: Database): Promise<void> {
  const now = Date.now()
  if (now - (forgottenAt.get(db) ?? 0) < 60 * 60 * 1000) return
  forgottenAt.set(db, now)
  const before = new Date(now - keptFor)
  await db.submission.deleteMany({ where: { claimedAt: { lt: before } } })
  await db.doneSubmission.deleteMany({ where: { doneAt: { lt: before } } })
}
