import type { Logger } from 'pino'
import type { JobKind } from '../database/client/client.ts'
import type { Database } from '../database/connect.ts'
import {
  failJob,
  held,
  type Job,
  JobFailed,
  JobLost,
  keepJob,
  mostAttempts,
  putOff,
  releaseAll,
  releaseJob,
  takeJob,
  TryLater,
} from './jobs.ts'

/** What does the jobs of a kind. It ends the job itself, with `finishJob`, in the transaction of what it stores. */
export type Handlers = Record<JobKind, (job: Job) => Promise<void>>

/** Does what is due in the background, several at once. */
export type Queue = {
  /** Call it when there is something to do. */
  wake: () => void
  /** Begins nothing more, and waits a moment for what runs; what is unfinished then is begun again after the next start. */
  stop: () => Promise<void>
}

/** How often to look for what another process added or what has become due, in milliseconds. */
const rest = 5000

type Working = {
  alone: boolean
  atOnce?: number
  patience?: number
  /** Whether the disk is full: then nothing is begun that would write on it. */
  isFull?: () => boolean
}

/**
 * With `alone`, no other process works from this database: jobs marked as running were left behind by an earlier one.
 * When the desk stops, what runs may still take `patience`, in milliseconds.
 */
export function startQueue(
  db: Database,
  log: Logger,
  handlers: Handlers,
  { alone, atOnce = 3, patience = 2000, isFull = () => false }: Working,
): Queue {
  const running = new Map<Job, Promise<void>>()
  let isStopped = false
  let isWoken = false
  let endPause = () => {}
  const wake = () => {
    isWoken = true
    endPause()
  }
  const pause = () =>
    new Promise<void>((resolve) => {
      if (isWoken) return resolve()
      const timer = setTimeout(resolve, rest)
      timer.unref()
      endPause = () => {
        clearTimeout(timer)
        resolve()
      }
    })

  const work = async () => {
    if (alone) await releaseAll(db)
    while (!isStopped) {
      isWoken = false
      try {
        const job = running.size < atOnce && !isFull() ? await takeJob(db) : null
        if (job) {
          const run = runJob(db, job, handlers, log).finally(() => running.delete(job) && wake())
          running.set(job, run)
          continue
        }
      } catch (error) {
        if (!isStopped) log.error(error, 'The queue was interrupted')
      }
      if (!isStopped) await pause()
    }
  }
  const ended = work().catch((error: unknown) => log.error(error, 'Nothing is done in the background any more'))

  return {
    wake,
    async stop() {
      isStopped = true
      wake()
      await ended
      const tooLong = new Promise((resolve) => setTimeout(resolve, patience).unref())
      await Promise.race([Promise.all(running.values()), tooLong])
      await Promise.allSettled([...running.keys()].map((job) => releaseJob(db, job)))
    },
  }
}

/** Does one job that is due. False if there was none. */
export async function runNext(db: Database, handlers: Handlers, log?: Logger): Promise<boolean> {
  const job = await takeJob(db)
  if (job) await runJob(db, job, handlers, log)
  return job !== null
}

/** Never throws: whatever happens is a state of the job. */
async function runJob(db: Database, job: Job, handlers: Handlers, log?: Logger): Promise<void> {
  const alive = setInterval(() => void keepJob(db, job).catch(() => undefined), held / 4)
  alive.unref()
  try {
    // Whatever ended its process each time would end this one, too.
    if (job.attempts > mostAttempts) throw new JobFailed('It was started several times and never finished')
    await handlers[job.kind](job)
  } catch (error) {
    await settle(db, job, error, log).catch((also: unknown) => log?.error(also, `Job ${job.id} could not be put back`))
  } finally {
    clearInterval(alive)
  }
}

async function settle(db: Database, job: Job, error: unknown, log?: Logger): Promise<void> {
  if (error instanceof JobLost) return
  const facts = { job: job.id, kind: job.kind, attempts: job.attempts }
  if (error instanceof JobFailed) {
    log?.info(facts, error.message)
    return failJob(db, job, error.message)
  }
  if (error instanceof TryLater) {
    log?.info(facts, error.message)
    return putOff(db, job, error.message)
  }
  log?.error(error, `Job ${job.id} (${job.kind}) broke off`)
  return putOff(db, job, 'It broke off because of a fault in the desk; the log has its cause')
}
