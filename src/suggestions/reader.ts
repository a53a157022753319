import { Worker } from 'node:worker_threads'
import type { Logger } from 'pino'
import type { Database } from '../database/connect.ts'
import type { Extraction } from '../extraction/statement.ts'
import { compareFound } from './checked-before.ts'
import {
  beginReading,
  type Begun,
  failReading,
  finishReading,
  reportReading,
  resumeReadings,
  retryReading,
} from './readings.ts'

/** Reads queued texts in the background, one after another. */
export type Reader = {
  /** Call it when there is something to read. */
  wake: () => void
  /** Ends at once; an unfinished text is read again after the next start. */
  stop: () => Promise<void>
}

/** How long to wait before checking for texts queued by another process, and before the thread is ended. */
const rest = 5000
const idle = 60_000

/**
 * With `alone`, no other process reads from this database: readings marked as running were left behind by an earlier
 * one.
 */
export function startReader(db: Database, log: Logger, { alone }: { alone: boolean }): Reader {
  const thread = readingThread()
  let isStopped = false
  let wake = () => {}
  const pause = () =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, rest)
      timer.unref()
      wake = () => {
        clearTimeout(timer)
        resolve()
      }
    })

  const work = async () => {
    if (alone) await resumeReadings(db)
    while (!isStopped) {
      try {
        if (await readNext(db, thread, log)) continue
      } catch (error) {
        if (!isStopped) log.error(error, 'Reading for suggestions was interrupted')
      }
      if (!isStopped) await pause()
    }
  }
  const ended = work().catch((error: unknown) => log.error(error, 'Nothing is read for suggestions any more'))

  return {
    wake: () => wake(),
    async stop() {
      isStopped = true
      wake()
      await thread.end()
      await ended
    },
  }
}

/** Reads one queued text, of this document if one is named. False if there was none. */
export async function readNext(db: Database, thread: Thread, log?: Logger, documentId?: number): Promise<boolean> {
  const reading = await beginReading(db, documentId)
  if (!reading) return false
  let reporting = Promise.resolve()
  const report = (progress: number) => {
    reporting = reporting.then(() => reportReading(db, reading.id, progress)).catch(() => undefined)
  }
  try {
    const extraction = await thread.read(reading, report)
    await reporting
    // What was found is worth keeping without what it is like.
    const alike = await compareFound(db, reading.text, extraction.statements).catch((error: unknown) => {
      log?.error(error, 'The suggestions of a text could not be compared with the claims')
      return undefined
    })
    await finishReading(db, reading, extraction, alike)
  } catch (error) {
    await reporting
    if (error instanceof ThreadEnded) await retryReading(db, reading.id)
    else {
      log?.error(error, 'A text could not be read for suggestions')
      await failReading(db, reading.id, 'The rules could not read this text. Record its statements by hand.')
    }
  }
  return true
}

class ThreadEnded extends Error {}

export type Thread = {
  read(reading: Begun, report: (progress: number) => void): Promise<Extraction>
  end(): Promise<void>
}

type Answer = { progress: number; extraction?: undefined } | { extraction: Extraction }

/** A thread that exists while there is something to read. */
export function readingThread(): Thread {
  let worker: Worker | undefined
  let timer: NodeJS.Timeout | undefined
  let giveUp = () => {}

  const end = async () => {
    const ending = worker
    worker = undefined
    clearTimeout(timer)
    giveUp()
    await ending?.terminate()
  }
  return {
    end,
    read({ text, publishedOn, publisher }, report) {
      clearTimeout(timer)
      worker ??= new Worker(new URL('./reading-worker.ts', import.meta.url))
      const busy = worker
      busy.ref()
      return new Promise<Extraction>((resolve, reject) => {
        const settle = (result: () => void) => {
          busy.off('message', onMessage).off('error', onError)
          busy.unref()
          giveUp = () => {}
          timer = setTimeout(() => void end(), idle)
          timer.unref()
          result()
        }
        giveUp = () => settle(() => reject(new ThreadEnded('The thread was ended')))
        const onMessage = (answer: Answer) => {
          if (answer.extraction) settle(() => resolve(answer.extraction))
          else report(answer.progress)
        }
        const onError = (error: unknown) => {
          worker = undefined
          settle(() => reject(error instanceof Error ? error : new Error(String(error))))
        }
        busy.on('message', onMessage).on('error', onError)
        busy.postMessage({ text, circumstances: { publisher, ...(publishedOn !== undefined && { publishedOn }) } })
      })
    },
  }
}
