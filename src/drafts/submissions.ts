import type { Database, Db } from '../database/connect.ts'
import { unforced } from '../database/unforced.ts'

/** How something that was sent was answered; `answer` is JSON where a program asked. */
export type Answer = { status: number; location: string | null; notice: string | null; answer: string | null }

type Sent = { accountId: number; key: string; body: string; form: string | null }

/** `mine`: to be done now, and settled. `answered`: it was done before. `other`: the key was used for something else. */
export type Claim =
  | { outcome: 'mine'; id: number; claimedAt: Date }
  | { outcome: 'answered'; answer: Answer }
  | { outcome: 'other' }
  | { outcome: 'busy' }

/** Who does not answer for so long will not any more: a transaction is cut off after a minute. */
const givenUpAfter = 60_000
/** How often and how long one waits for the answer to what is under way, in milliseconds. */
const pause = 50
const patience = 20_000
const keptFor = 24 * 60 * 60 * 1000
/** A form's words that arrive so soon after the form itself were on their way before it. */
const justNow = 10_000

/** Takes on what was sent, or waits until whoever took it on before has answered. */
export async function claimSubmission(db: Database, sent: Sent): Promise<Claim> {
  await forgetOldSubmissions(db)
  const until = Date.now() + patience
  do {
    const claimedAt = new Date()
    const { accountId, key, body, form } = sent
    // What is done after it is committed after it.
    const [mine] = await db.$queryRaw<{ id: number }[]>`
      INSERT INTO "Submission" ("accountId", "key", "body", "form", "claimedAt")
      SELECT ${accountId}, ${key}, ${body}, ${form}, ${claimedAt} WHERE ${unforced}
      ON CONFLICT DO NOTHING RETURNING "id"`
    if (mine) return { outcome: 'mine', id: mine.id, claimedAt }

    const found = await db.submission.findUnique({ where: { accountId_key: { accountId, key } } })
    if (!found) continue // whoever had it failed just now, and let it go
    if (found.body !== sent.body) return { outcome: 'other' }
    const { status, location, notice, answer } = found
    if (status !== null) return { outcome: 'answered', answer: { status, location, notice, answer } }
    if (found.claimedAt.getTime() < Date.now() - givenUpAfter) {
      const taken = await db.submission.updateMany({
        where: { id: found.id, claimedAt: found.claimedAt, settledAt: null },
        data: { claimedAt },
      })
      if (taken.count === 1) return { outcome: 'mine', id: found.id, claimedAt }
    }
    await new Promise((resolve) => setTimeout(resolve, pause))
  } while (Date.now() < until)
  return { outcome: 'busy' }
}

type Mine = { id: number; claimedAt: Date }

/**
 * It need not be on the disk at once: who sends a form again after the database server fell over in the second since, asks
 * for it to be done again, as who does so after it fell over while the change was answered.
 */
export async function settleSubmission(db: Db, { id, claimedAt }: Mine, given: Answer): Promise<void> {
  const { status, location, notice, answer } = given
  await db.$executeRaw`
    UPDATE "Submission"
    SET "status" = ${status}, "location" = ${location}, "notice" = ${notice}, "answer" = ${answer}, "settledAt" = ${new Date()}
    WHERE "id" = ${id} AND "claimedAt" = ${claimedAt} AND ${unforced}`
}

/** It came to nothing: what was sent may be sent again. */
export async function freeSubmission(db: Db, { id, claimedAt }: Mine): Promise<void> {
  await db.submission.deleteMany({ where: { id, claimedAt, settledAt: null } })
}

/** Whether the form was sent, with success, a moment ago. */
export async function wasJustSent(db: Db, form: string): Promise<boolean> {
  const since = new Date(Date.now() - justNow)
  return (await db.submission.count({ where: { form, settledAt: { gte: since } } })) > 0
}

const forgottenAt = new WeakMap<Database, number>()

/** Once an hour, when something is sent anyway: nothing is left running when the desk stops. */
async function forgetOldSubmissions(db: Database): Promise<void> {
  const now = Date.now()
  if (now - (forgottenAt.get(db) ?? 0) < 60 * 60 * 1000) return
  forgottenAt.set(db, now)
  await db.submission.deleteMany({ where: { claimedAt: { lt: new Date(now - keptFor) } } })
}
