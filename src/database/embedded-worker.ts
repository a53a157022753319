import fs from 'node:fs'
import { parentPort, workerData } from 'node:worker_threads'
import { PGlite } from '@electric-sql/pglite'
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm'
import { leanParameters } from './engine-parameters.ts'
import { findPanic, serveWire } from './wire.ts'

/** The main thread's options; `template` is the path of a dumped data directory to begin from. */
export type EmbeddedOptions = { dataDir: string | null; socketPath: string; template: string | null }

/** Messages to the main thread: the engine is ready, responds, or why it is of no use any more. */
export type FromWorker = 'ready' | 'here' | { broke: string }

/** The parts of Emscripten's internals that are needed here; its own types omit them. */
type EmscriptenModule = {
  _PostgresMainLoopOnce: () => void
  FS: { filesystems: { NODEFS: { stream_ops: { fsync?: (stream: { nfd: number }) => number } } } }
}

export type ToWorker = 'stop' | 'are you there'

/** The value that Emscripten throws when PostgreSQL leaves a failed statement. */
const failedStatement = 100

const { dataDir, socketPath, template } = workerData as EmbeddedOptions
const port = parentPort
if (!port) throw new Error('embedded-worker.ts runs in a worker thread')

// PGlite ships with -F, fsync off; Emscripten's fdatasync does nothing, its fsync reaches the file system.
const durable = [...leanParameters.filter((flag) => flag !== '-F'), '-c', 'wal_sync_method=fsync']

const pglite = await PGlite.create({
  ...(dataDir === null ? {} : { dataDir }),
  ...(template === null ? {} : { loadDataDir: new Blob([fs.readFileSync(template)]) }),
  extensions: { pg_trgm },
  startParams: dataDir === null ? leanParameters : durable,
})

const engine = pglite.Module as unknown as EmscriptenModule
if (dataDir !== null) {
  // Emscripten's NODEFS has no fsync of its own: without this one, every commit's fsync succeeds and does nothing.
  engine.FS.filesystems.NODEFS.stream_ops.fsync = (stream) => {
    fs.fsyncSync(stream.nfd)
    return 0
  }
}

// PGlite takes anything thrown here for the end of a failed statement, and calls it again for ever.
const loopOnce = engine._PostgresMainLoopOnce
engine._PostgresMainLoopOnce = () => {
  try {
    loopOnce()
  } catch (error) {
    if ((error as { status?: number }).status !== failedStatement) {
      tell({ broke: error instanceof Error ? error.message : String(error) })
      process.exit(1)
    }
    throw error
  }
}

let broke = false
const wire = await serveWire({ execProtocolRaw }, socketPath)

port.on('message', (message: ToWorker) => void handle(message))
tell('ready')

/** After a PANIC no query ever returns; the client that caused it still gets PostgreSQL's message. */
async function execProtocolRaw(batch: Uint8Array): Promise<Uint8Array> {
  if (broke) throw new Error('The embedded database has ended')
  const answer = await pglite.execProtocolRaw(batch)
  const panic = findPanic(answer)
  if (panic !== undefined) {
    broke = true
    tell({ broke: panic })
  }
  return answer
}

async function handle(message: ToWorker): Promise<void> {
  if (message === 'are you there') return tell('here')
  await wire.close()
  await pglite.close()
  port?.close()
}

function tell(message: FromWorker): void {
  port?.postMessage(message)
}
