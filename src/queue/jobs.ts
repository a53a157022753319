import { randomUUID } from 'node:crypto'
import createError from 'http-errors'
import type { JobKind } from '../database/client/client.ts'
import type { Database, Db } from '../database/connect.ts'

/* Work in the background as rows of a table: docs/decisions/queue.md. */

/** After this long without a sign of life, another process may begin a job again, in milliseconds. */
export const held = 60_000
/** How often a job is begun before it has failed. */
export const mostAttempts = 5
/** How long to wait after the first failure, and at most; each wait is five times the last, in milliseconds. */
const waits = { first: 30_000, longest: 6 * 60 * 60 * 1000 }
/** Any number, the same in every process: who holds it chooses the next job. */
const advisoryLock = 7_303_019

/** A job of this process: only the holder can finish it. */
export type Job = { id: number; kind: JobKind; attempts: number; holder: string }

/** The job failed for a reason that another try does not change: a sentence. */
export class JobFailed extends Error {}

/** The job may succeed later: a sentence that says what is wrong now. */
export class TryLater extends Error {}

/** Another process has the job now, so that nothing of this run may be stored. */
export class JobLost extends Error {
  constructor() {
    super('Another process has begun this job again')
  }
}

/** A job that is due at once. */
export function newJob(kind: JobKind, lane?: string) {
  return { kind, lane: lane ?? null }
}

/**
 * Takes the job that has been due for longest: one that waits, or one whose process has given no sign of life. None of a
 * lane in which another is running.
 */
export async function takeJob(db: Database): Promise<Job | null> {
  // Nearly always there is none, and then this is the only query.
  const due = await db.job.findFirst({
    where: {
      OR: [
        { state: 'waiting', dueAt: { lte: new Date() } },
        { state: 'running', heldUntil: { lt: new Date() } },
      ],
    },
    select: { id: true },
  })
  if (!due) return null
  const holder = randomUUID()
  const [job] = await db.$transaction(async (tx) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(${advisoryLock})`
    return tx.$queryRaw<Omit<Job, 'holder'>[]>`
      UPDATE "Job" SET "state" = 'running', "attempts" = "attempts" + 1, "holder" = ${holder},
        "heldUntil" = now() + ${held} * interval '1 millisecond'
      WHERE "id" = (
        SELECT j."id" FROM "Job" j
        WHERE (j."state" = 'waiting' AND j."dueAt" <= now() AND NOT EXISTS (
                SELECT 1 FROM "Job" r WHERE r."state" = 'running' AND r."lane" = j."lane"))
           OR (j."state" = 'running' AND j."heldUntil" < now())
        ORDER BY j."dueAt", j."id" LIMIT 1 FOR UPDATE)
      RETURNING "id", "kind", "attempts"`
  })
  return job ? { ...job, holder } : null
}

/** Shows that somebody still works on it. */
export async function keepJob(db: Db, job: Job): Promise<void> {
  await db.job.updateMany({ where: mine(job), data: { heldUntil: new Date(Date.now() + held) } })
}

const atRest = { heldUntil: null, holder: null }

/**
 * Ends a job in the transaction of what it stores, so that both are there or neither. Throws JobLost if another process
 * has taken it over. With `dueAt` it is begun again then.
 */
export async function finishJob(tx: Db, job: Job, dueAt?: Date): Promise<void> {
  const next = dueAt ? { state: 'waiting' as const, dueAt, attempts: 0 } : { state: 'done' as const }
  const { count } = await tx.job.updateMany({
    where: mine(job),
    data: { ...next, ...atRest, problem: null, finishedAt: new Date() },
  })
  if (count === 0) throw new JobLost()
}

/** Puts off what may succeed later, and gives it up after several tries. */
export async function putOff(db: Db, job: Job, problem: string): Promise<void> {
  if (job.attempts >= mostAttempts) return failJob(db, job, problem)
  const wait = Math.min(waits.longest, waits.first * 5 ** (job.attempts - 1))
  const dueAt = new Date(Date.now() + wait)
  await db.job.updateMany({ where: mine(job), data: { state: 'waiting', dueAt, problem, ...atRest } })
}

export async function failJob(db: Db, job: Job, problem: string): Promise<void> {
  await db.job.updateMany({
    where: mine(job),
    data: { state: 'failed', problem, finishedAt: new Date(), ...atRest },
  })
}

/** Puts a job back that was interrupted and is not to blame for it. */
export async function releaseJob(db: Db, job: Job): Promise<void> {
  await db.job.updateMany({
    where: mine(job),
    data: { state: 'waiting', attempts: { decrement: 1 }, ...atRest },
  })
}

/** What a job becomes that is begun anew, as if it had never been tried. */
export function anew() {
  return { state: 'waiting' as const, attempts: 0, problem: null, dueAt: new Date(), finishedAt: null }
}

/** Begins a failed job anew. Throws 404 if there is no such failed job. */
export async function retryJob(db: Db, id: number): Promise<void> {
  const { count } = await db.job.updateMany({ where: { id, state: 'failed' }, data: anew() })
  if (count === 0) throw createError(404, 'There is no such failed job')
}

/** Puts back what was running when the only process ended. For the start of an embedded desk. */
export async function releaseAll(db: Db): Promise<void> {
  await db.job.updateMany({ where: { state: 'running' }, data: { state: 'waiting', ...atRest } })
}

function mine({ id, holder }: Job) {
  return { id, holder, state: 'running' as const }
}
