import { execFile } from 'node:child_process'
import { once } from 'node:events'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import v8 from 'node:v8'
import { Worker } from 'node:worker_threads'
import type { EmbeddedOptions, FromWorker, ToWorker } from './embedded-worker.ts'
import { holdLock } from './lock.ts'
import { whyNotOpened } from './why-not.ts'
import { isDiskFull } from './disk.ts'

/**
 * A Unix socket's path may have 107 bytes; what the directory leaves must do for the name PostgreSQL's clients expect.
 */
const socketName = '.s.PGSQL.5432'
const longestSocketPath = 103

// V8 recompiles busy parts of the engine, many at once, which takes 300 MB at the start: delay it and do fewer.
v8.setFlagsFromString('--wasm-tiering-budget=100000000')

export type Embedded = {
  /** The directory that holds the Unix socket: what pg calls `host`. */
  host: string
  /** Whether its disk is too full to write to. */
  isFull(): boolean
  stop(): Promise<void>
}

export type EmbeddedChoices = {
  /** Null keeps everything in memory. */
  dataDir: string | null
  template?: string
  /** Creates a new data directory here, not in another process. */
  inThisProcess?: boolean
  /** Called when the engine ends without having been asked to. */
  onCrash?: (error: Error) => void
  /** How many seconds a single call into the engine may take before it is assumed never to return; 0 is for ever. */
  longestCall?: number
}

/** How often the engine is asked whether it responds, in milliseconds. */
const pulse = 1000

/** The engine ended, or will never answer again, and only a restart helps. */
export class EngineBroke extends Error {
  constructor(what: string, dataDir: string | null) {
    const isFull = dataDir !== null && (/No space left|quota exceeded/i.test(what) || isDiskFull(dataDir))
    const full = `The disk that ${dataDir} is on is full, and the embedded database has ended (${what}). Free some space and start the desk again.`
    super(isFull ? full : `The embedded database has ended: ${what}. Start the desk again; what was saved is there.`)
  }
}

/** Runs PostgreSQL (PGlite) in a worker thread, reached by a Unix socket in a private directory. */
export async function startEmbedded(choices: EmbeddedChoices): Promise<Embedded> {
  const { dataDir } = choices
  try {
    return await start(choices)
  } catch (error) {
    throw dataDir === null ? error : whyNotOpened(error, dataDir)
  }
}

async function start(choices: EmbeddedChoices): Promise<Embedded> {
  const { dataDir, template, inThisProcess, onCrash, longestCall = 0 } = choices
  if (dataDir !== null) {
    fs.mkdirSync(dataDir, { recursive: true })
    fs.chmodSync(dataDir, 0o700) // the socket asks no password
  }
  const host = socketDirectory(dataDir)
  const lock = dataDir === null ? undefined : holdLock(dataDir, host)
  const socketPath = path.join(host, socketName)
  fs.rmSync(socketPath, { force: true })

  const pgdata = dataDir === null ? null : path.join(dataDir, 'pgdata')
  const workerData: EmbeddedOptions = { dataDir: pgdata, socketPath, template: template ?? null }
  let stopping = false
  let worker: Worker
  try {
    const isNew = pgdata !== null && template === undefined && !fs.existsSync(pgdata)
    if (isNew && !inThisProcess) await layOut(pgdata)
    worker = new Worker(new URL('./embedded-worker.ts', import.meta.url), { workerData })
    await answer(worker, 'ready')
  } catch (error) {
    lock?.release()
    throw error
  }
  const ended = once(worker, 'exit')
  const crash = (what: string) => {
    if (!stopping) onCrash?.(new EngineBroke(what, dataDir))
    stopping = true // once is enough
  }
  const tell = (message: ToWorker) => worker.postMessage(message)
  const watch = listenForPulse(worker, tell, longestCall, crash)
  worker.on('message', (message: FromWorker) => typeof message === 'object' && crash(message.broke))
  worker.on('error', (error) => crash(error instanceof Error ? error.message : String(error)))
  worker.on('exit', () => {
    clearInterval(watch)
    crash('it stopped by itself')
  })

  return {
    host,
    isFull: () => dataDir !== null && isDiskFull(dataDir),
    async stop() {
      stopping = true
      tell('stop')
      await ended
      if (host !== dataDir) fs.rmSync(host, { recursive: true, force: true })
      lock?.release()
    },
  }
}

/** Pings the worker; it answers between calls into the engine, and never during one. */
function listenForPulse(
  worker: Worker,
  tell: (message: ToWorker) => void,
  longest: number,
  crash: (what: string) => void,
) {
  if (longest === 0) return undefined
  let heardAt = performance.now()
  let askedAt = heardAt
  worker.on('message', (message: FromWorker) => {
    if (message === 'here') heardAt = performance.now()
  })
  return setInterval(() => {
    const now = performance.now()
    // If the machine slept, or had no time for this thread either, a late answer means nothing.
    const wasAway = now - askedAt > 5 * pulse
    askedAt = now
    if (wasAway) heardAt = now
    if (now - heardAt > longest * 1000) crash(`it has not answered for ${Math.round((now - heardAt) / 1000)} seconds`)
    else tell('are you there')
  }, pulse).unref()
}

/**
 * Creates a data directory in a separate process, because that takes 700 MB for a moment, which this process would not
 * release. The directory is renamed when it is complete, so a first start that was killed simply begins again.
 */
async function layOut(pgdata: string): Promise<void> {
  const unfinished = `${pgdata}.new`
  fs.rmSync(unfinished, { recursive: true, force: true })
  const script = path.join(import.meta.dirname, 'lay-out.ts')
  await promisify(execFile)(process.execPath, ['--disable-warning=ExperimentalWarning', script, unfinished])
  fs.renameSync(path.join(unfinished, 'pgdata'), pgdata)
  fs.rmSync(unfinished, { recursive: true })
}

function socketDirectory(dataDir: string | null): string {
  const fits = dataDir !== null && Buffer.byteLength(path.join(dataDir, socketName)) <= longestSocketPath
  return fits ? dataDir : fs.mkdtempSync(path.join(os.tmpdir(), 'on-record-'))
}

function answer(worker: Worker, expected: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const settle = (result: () => void) => {
      worker.off('message', onMessage).off('error', onError).off('exit', onExit)
      result()
    }
    const onMessage = (message: unknown) => message === expected && settle(resolve)
    const onError = (error: unknown) => settle(() => reject(error instanceof Error ? error : new Error(String(error))))
    const onExit = () => settle(() => reject(new Error('The embedded database ended before it was ready')))
    worker.on('message', onMessage).on('error', onError).on('exit', onExit)
  })
}
