import { Worker } from 'node:worker_threads'
import type { FeedItem } from './feed.ts'
import type { Format } from './format.ts'
import { type Given, NotTaken, type Taken } from './taken.ts'
import type { Answered, Asked, Ready } from './taking-worker.ts'

/** How long a file may be read, in milliseconds; a long PDF is long, and a page is not. */
const longest: Record<Asked['format'], number> = {
  page: 10_000,
  pasted: 10_000,
  mail: 10_000,
  feed: 10_000,
  docx: 20_000,
  odt: 20_000,
  pdf: 40_000,
}
/** How long a thread may load what it reads a file with; on a busy machine that takes seconds, which are no file's. */
const longestLoading = 60_000
/** What a thread may use, in megabytes. */
const mostMemory = 600
/** After so many milliseconds without work the thread is ended. */
const idle = 30_000

const names: Record<Asked['format'], string> = {
  page: 'page',
  pasted: 'formatted text',
  feed: 'feed',
  mail: 'mail',
  docx: 'Word document',
  odt: 'OpenDocument text',
  pdf: 'PDF',
}

type Seat = {
  worker?: Worker | undefined
  resting?: NodeJS.Timeout | undefined
  /** How many files it has to read, and the last of them. What waits is not read yet, and its time does not run. */
  waiting: number
  last: Promise<unknown>
}

/** Two read at once, so that what takes long does not make everybody else wait. */
const seats: Seat[] = [
  { waiting: 0, last: Promise.resolve() },
  { waiting: 0, last: Promise.resolve() },
]

/**
 * Reads what strangers made in a thread of its own, which is ended when it takes too long or too much memory. Throws
 * NotTaken with a sentence.
 */
export async function readInThread(format: Format, given: Given, most = longest[format]): Promise<Taken> {
  const answered = await inTurn(format, given, most)
  if ('taken' in answered) return answered.taken
  throw notRead(format)
}

/** A formatted text, read in the same way. */
export async function readPastedInThread(given: Given, most = longest.pasted): Promise<Taken> {
  const answered = await inTurn('pasted', given, most)
  if ('taken' in answered) return answered.taken
  throw notRead('pasted')
}

/** The articles of a feed, read in the same way. */
export async function readFeedInThread(given: Given, most = longest.feed): Promise<FeedItem[]> {
  const answered = await inTurn('feed', given, most)
  if ('items' in answered) return answered.items
  throw notRead('feed')
}

function inTurn(format: Asked['format'], given: Given, most: number): Promise<Answered> {
  const seat = seats.reduce((best, other) => (other.waiting < best.waiting ? other : best))
  seat.waiting++
  const turn = seat.last.then(() => readNow(seat, format, given, most)).finally(() => seat.waiting--)
  seat.last = turn.catch(() => undefined)
  return turn
}

/** Ends the threads, at the end of a process. */
export async function endThread(): Promise<void> {
  await Promise.all(seats.map(endSeat))
}

async function endSeat(seat: Seat): Promise<void> {
  clearTimeout(seat.resting)
  const ending = seat.worker
  seat.worker = undefined
  await ending?.terminate()
}

/** A thread that reads what it is sent, one after another. */
export function startThread(): Worker {
  const thread = new Worker(new URL('./taking-worker.ts', import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: mostMemory, stackSizeMb: 4 },
    // Libraries of others warn about what they find in files.
    stdout: true,
    stderr: true,
  })
  // It may run out of memory after it was given up, when nobody waits for it any more; unheard, that would end the desk.
  thread.on('error', () => undefined)
  return thread
}

async function readNow(seat: Seat, format: Asked['format'], given: Given, most: number): Promise<Answered> {
  clearTimeout(seat.resting)
  seat.worker ??= startThread()
  const busy = seat.worker
  busy.ref()
  const answered = await ask(busy, { format, given }, most)
  if (answered === undefined || 'broke' in answered) await endSeat(seat)
  else {
    busy.unref()
    seat.resting = setTimeout(() => void endSeat(seat), idle)
    seat.resting.unref()
  }
  if (answered !== undefined && 'refusal' in answered) throw new NotTaken(answered.refusal)
  if (answered === undefined || 'broke' in answered) throw notRead(format, answered?.broke)
  return answered
}

/** What broke is for the log. */
function notRead(format: Asked['format'], broke = 'It took too long, or too much memory'): NotTaken {
  const instead =
    format === 'feed'
      ? 'Import its articles by their addresses'
      : format === 'pasted'
        ? 'Paste it as plain text'
        : 'Save it as plain text'
  return new NotTaken(`This ${names[format]} could not be read: it is broken, or takes too long. ${instead}`, {
    cause: broke,
  })
}

/** Undefined if it took too long, or the thread ended. */
function ask(busy: Worker, asked: Asked, most: number): Promise<Answered | undefined> {
  return new Promise((resolve) => {
    const settle = (answered: Answered | undefined) => {
      clearTimeout(limit)
      busy.off('message', hear).off('error', giveUp).off('exit', giveUp)
      resolve(answered)
    }
    const giveUp = () => settle(undefined)
    let limit = setTimeout(giveUp, longestLoading)
    const hear = (message: Ready | Answered) => {
      if (message !== 'ready') return settle(message)
      clearTimeout(limit)
      limit = setTimeout(giveUp, most)
    }
    busy.on('message', hear).on('error', giveUp).on('exit', giveUp)
    busy.postMessage(asked)
  })
}
