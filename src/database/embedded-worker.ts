import fs from 'node:fs'
import { parentPort, workerData } from 'node:worker_threads'
import { PGlite } from '@electric-sql/pglite'
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm'
import { serveWire } from './wire.ts'

/** What the main thread hands over; `template` is the path of a dumped data directory to begin from. */
export type EmbeddedOptions = { dataDir: string | null; socketPath: string; template: string | null }

/** The part of Emscripten's inside that durability needs; its own types leave it open. */
type EmscriptenModule = {
  FS: { filesystems: { NODEFS: { stream_ops: { fsync?: (stream: { nfd: number }) => number } } } }
}

const { dataDir, socketPath, template } = workerData as EmbeddedOptions
const port = parentPort
if (!port) throw new Error('embedded-worker.ts runs in a worker thread')

// The engine has one session, and the operating system caches its files: a small buffer saves 120 MB and costs nothing.
const lean = [...PGlite.defaultStartParams, '-c', 'shared_buffers=24MB', '-c', 'wal_buffers=1MB']
// PGlite ships with -F, fsync off; Emscripten's fdatasync does nothing, its fsync reaches the file system.
const durable = [...lean.filter((flag) => flag !== '-F'), '-c', 'wal_sync_method=fsync']

const pglite = await PGlite.create({
  ...(dataDir === null ? {} : { dataDir }),
  ...(template === null ? {} : { loadDataDir: new Blob([fs.readFileSync(template)]) }),
  extensions: { pg_trgm },
  startParams: dataDir === null ? lean : durable,
})

if (dataDir !== null) {
  // Emscripten's NODEFS has no fsync of its own: without this one, every commit's fsync succeeds and does nothing.
  const { FS } = pglite.Module as unknown as EmscriptenModule
  FS.filesystems.NODEFS.stream_ops.fsync = (stream) => {
    fs.fsyncSync(stream.nfd)
    return 0
  }
}

const wire = await serveWire(pglite, socketPath)

port.on('message', (message: 'stop' | { dump: string }) => void handle(message))
port.postMessage('ready')

async function handle(message: 'stop' | { dump: string }): Promise<void> {
  if (message === 'stop') {
    await wire.close()
    await pglite.close()
    port?.close()
    return
  }
  const dump = await pglite.dumpDataDir('none')
  fs.writeFileSync(message.dump, Buffer.from(await dump.arrayBuffer()))
  port?.postMessage('dumped')
}
