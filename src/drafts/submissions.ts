import type { Database, Db } from '../database/connect.ts'
import type { TakenAlong } from '../database/taken-along.ts'
import { unforced } from '../database/unforced.ts'
import { DoneBefore } from '../refused.ts'

/** How something that was sent was answered; `answer` is JSON where a program asked. */
export type Answer = { status: number; location: string | null; notice: string | null; answer: string | null }

type Sent = { accountId: number; key: string; body: string; form: string | null }

/**
 * `mine`: to be done now, and settled. `answered`: it was done before. `done`: so it was, but whoever did it is gone, or
 * failed afterwards, and gave no answer. `other`: the key was used for something else.
 */
export type Claim =
  | ({ outcome: 'mine' } & Mine)
  | { outcome: 'answered'; answer: Answer }
  | { outcome: 'done'; eventId: number | null }
  | { outcome: 'other' }
  | { outcome: 'busy' }

/** How often and how long one waits for the answer to what is under way, in milliseconds. */
const pause = 50
const patience = 20_000
const keptFor = 24 * 60 * 60 * 1000
/** A form's words that arrive so soon after the form itself were on their way before it. */
const justNow = 10_000

/** In seconds: whoever holds a submission and has not said so for as long is gone. */
const lease = 4
/** In milliseconds: how often that is said, of what is held for longer than this already. */
const beat = 1000
/** Who does not answer for so long will not any more: a transaction is cut off after a minute. */
const givenUpAfter = 60_000

/** Takes on what was sent, or waits until whoever took it on before has answered. */
export async function claimSubmission(db: Database, sent: Sent): Promise<Claim> {
  await forgetOldSubmissions(db)
  const { accountId, key, body, form } = sent
  const until = Date.now() + patience
  do {
    const claimedAt = new Date()
    // What is done after it is committed after it.
    const [mine] = await db.$queryRaw<{ id: number }[]>`
      INSERT INTO "Submission" ("accountId", "key", "body", "form", "claimedAt", "heldUntil")
      SELECT ${accountId}, ${key}, ${body}, ${form}, ${claimedAt}, now() + make_interval(secs => ${lease})
      WHERE ${unforced}
      ON CONFLICT DO NOTHING RETURNING "id"`
    if (mine) return hold(db, { id: mine.id, claimedAt })

    const found = await findOptionalSubmission(db, sent)
    if (!found) continue // whoever had it failed just now, and let it go
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

/** What the change that was sent writes in its own transaction: that it is done, which it can be only once. */
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
 * It need not be on the disk at once: who sends a form again after the database server fell over in the second since is told
 * that it was done, though not how it was answered.
 */
export async function settleSubmission(db: Db, { id, claimedAt }: Mine, given: Answer): Promise<void> {
  const { status, location, notice, answer } = given
  await db.$executeRaw`
    UPDATE "Submission"
    SET "status" = ${status}, "location" = ${location}, "notice" = ${notice}, "answer" = ${answer}, "settledAt" = ${new Date()}
    WHERE "id" = ${id} AND "claimedAt" = ${claimedAt} AND ${unforced}`
}

/** It came to nothing: what was sent may be sent again. Where it was done nevertheless, whoever does so is told that. */
export async function freeSubmission(db: Db, { id, claimedAt }: Mine): Promise<void> {
  const isMine = { id, claimedAt, settledAt: null }
  const done = await db.doneSubmission.count({ where: { submissionId: id } })
  if (done === 0) await db.submission.deleteMany({ where: isMine })
  else await db.submission.updateMany({ where: isMine, data: { heldUntil: new Date(0) } })
}

/** Where no other process uses the database: what is not answered was held by one that is gone. */
export async function freeAllSubmissions(db: Database): Promise<void> {
  await db.submission.updateMany({ where: { settledAt: null }, data: { heldUntil: new Date(0) } })
}

/** Whether the form was sent, with success, a moment ago. */
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
  // What was done a second ago, and is not answered, will not be.
  const [found] = await db.$queryRaw<Found[]>`
    SELECT s."id", s."body", s."claimedAt", s."status", s."location", s."notice", s."answer", d."eventId",
      d."submissionId" IS NOT NULL AS "isDone",
      s."heldUntil" > now() AND coalesce(d."doneAt" > now() - interval '1 second', true) AS "isHeld"
    FROM "Submission" s LEFT JOIN "DoneSubmission" d ON d."submissionId" = s."id"
    WHERE s."accountId" = ${accountId} AND s."key" = ${key}`
  return found
}

type Held = { since: Map<number, number>; timer?: NodeJS.Timeout; isSaying: boolean }
const heldByThisProcess = new WeakMap<Database, Held>()

function isHeldHere(db: Database, id: number): boolean {
  return heldByThisProcess.get(db)?.since.has(id) ?? false
}

/** Says that it is still being done for as long as it is; nothing runs while nothing is held. */
function hold(db: Database, mine: Mine): Claim {
  const held = heldByThisProcess.get(db) ?? { since: new Map<number, number>(), isSaying: false }
  heldByThisProcess.set(db, held)
  held.since.set(mine.id, Date.now())
  held.timer ??= setInterval(() => void sayHeld(db, held), beat).unref()
  return { outcome: 'mine', ...mine }
}

/** It was answered, or came to nothing. */
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
    // While the database is away it is said to nobody; whoever takes it on then can't do it twice.
  } finally {
    held.isSaying = false
  }
}

const forgottenAt = new WeakMap<Database, number>()

/** Once an hour, when something is sent anyway: nothing is left running when the desk stops. */
async function forgetOldSubmissions(db: Database): Promise<void> {
  const now = Date.now()
  if (now - (forgottenAt.get(db) ?? 0) < 60 * 60 * 1000) return
  forgottenAt.set(db, now)
  const before = new Date(now - keptFor)
  await db.submission.deleteMany({ where: { claimedAt: { lt: before } } })
  await db.doneSubmission.deleteMany({ where: { doneAt: { lt: before } } })
}
